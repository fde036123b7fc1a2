//! Who asked, and what became of it.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::Path;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Answer;
use super::caller::Caller;
use super::query::{NoParameters, PAGE_MOST, Page, StrictQuery};
use super::shapes::{AdmissionShape, Beside};
use crate::domain::admission::{Admission, STATES, State};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::permission::Action;
use crate::domain::text::{Label, Search};
use crate::moderation::Refusal;
use crate::store::RowFilter;
use crate::web::{WebError, respond};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    /// One or several, with commas between.
    state: Option<String>,
    /// What name, note or label of the invite hold.
    q: Option<String>,
    /// What the page before gave as `next`.
    cursor: Option<String>,
    /// How many items at most; 50 when nothing is said.
    #[schemars(range(min = 1, max = PAGE_MOST))]
    limit: Option<i64>,
}

pub(super) async fn list(caller: Caller, room: Path<RoomId>, query: StrictQuery<Which>) -> Answer {
    let Which { state, q, cursor, limit } = query.0;
    let page = Page::parse(cursor, limit)?;
    let states = state.as_deref().map(|states| states.split(',').collect::<Vec<_>>());
    if states.as_deref().is_some_and(|states| states.iter().any(|state| !STATES.contains(state))) {
        return Err(WebError::bad_value("state"));
    }
    let text = Search::parse(q.as_deref().unwrap_or_default());
    let text = text.map_err(Refusal::text("q")).map_err(|refused| caller.failed(refused))?;
    let room = caller.room(*room, Action::SeeRoom)?.id;
    let store = &caller.moderation.store;
    let wanted = RowFilter { states: states.as_deref(), text: text.as_ref() };
    let rows = store.desk_rows_since(room, wanted, page.after, page.rows()).await;
    let rows = rows.map_err(|error| caller.failed(error))?;
    let somebody_waits = rows.iter().any(|row| matches!(row.admission.state, State::Waiting { .. }));
    let queue = if somebody_waits { store.queue(room).map_err(|error| caller.failed(error))? } else { Vec::new() };
    let positions: HashMap<AdmissionId, i64> = queue.into_iter().zip(1..).collect();
    Ok(page.answer(
        rows,
        |row| row.admission.id.to_string(),
        |row| {
            let position = positions.get(&row.admission.id).copied();
            caller.shape_with(row.admission, row.invite_label, position)
        },
    ))
}

pub(super) async fn show(caller: Caller, id: Path<AdmissionId>, _: StrictQuery<NoParameters>) -> Answer {
    let admission = caller.admission(*id)?;
    Ok(respond::json(StatusCode::OK, &caller.shape(admission)?))
}

impl Caller {
    /// An admission that the caller may see; for anybody else it does not exist.
    pub fn admission(&self, id: AdmissionId) -> Result<Admission, WebError> {
        let found = self.moderation.store.admission(id).map_err(|error| self.failed(error))?;
        let admission = found.ok_or(WebError::NotFound)?;
        self.room(admission.room_id, Action::SeeRoom)?;
        Ok(admission)
    }

    /// The whole shape of one admission.
    pub fn shape(&self, admission: Admission) -> Result<AdmissionShape, WebError> {
        let store = &self.moderation.store;
        let invite = store.invite(admission.invite_id).map_err(|error| self.failed(error))?;
        let position = match admission.state {
            State::Waiting { .. } => Some(store.waiting_before(&admission).map_err(|error| self.failed(error))? + 1),
            _ => None,
        };
        Ok(self.shape_with(admission, invite.and_then(|invite| invite.label), position))
    }

    fn shape_with(&self, admission: Admission, label: Option<Label>, position: Option<i64>) -> AdmissionShape {
        let now = self.moderation.clock.now();
        let presence = self.moderation.presence.of(admission.id, admission.requested_at, now);
        let claim = self.moderation.claims.of(admission.id, now);
        AdmissionShape::new(admission, label, Beside { presence, position, claim })
    }
}
