//! Who asked, and what became of it.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::Answer;
use super::caller::Caller;
use super::query::{NoParameters, Page, StrictQuery};
use super::shapes::AdmissionShape;
use crate::domain::admission::{Admission, STATES, State};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::permission::Action;
use crate::domain::text::Label;
use crate::web::{WebError, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    state: Option<String>,
    cursor: Option<String>,
    limit: Option<i64>,
}

pub(super) async fn list(caller: Caller, room: Path<RoomId>, query: StrictQuery<Which>) -> Answer {
    let Which { state, cursor, limit } = query.0;
    let page = Page::parse(cursor, limit)?;
    if state.as_deref().is_some_and(|state| !STATES.contains(&state)) {
        return Err(WebError::bad_value("state"));
    }
    let room = caller.room(*room, Action::SeeRoom).await?.id;
    let store = &caller.moderation.store;
    let rows = store.desk_rows_since(room, state.as_deref(), page.after, page.rows()).await;
    let rows = rows.map_err(|error| caller.failed(error))?;
    let somebody_waits = rows.iter().any(|row| matches!(row.admission.state, State::Waiting { .. }));
    let queue =
        if somebody_waits { store.queue(room).await.map_err(|error| caller.failed(error))? } else { Vec::new() };
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
    let admission = caller.admission(*id).await?;
    Ok(respond::json(StatusCode::OK, &caller.shape(admission).await?))
}

impl Caller {
    /// An admission that the caller may see; for anybody else it does not exist.
    pub async fn admission(&self, id: AdmissionId) -> Result<Admission, WebError> {
        let found = self.moderation.store.admission(id).await.map_err(|error| self.failed(error))?;
        let admission = found.ok_or(WebError::NotFound)?;
        self.room(admission.room_id, Action::SeeRoom).await?;
        Ok(admission)
    }

    /// The whole shape of one admission.
    pub async fn shape(&self, admission: Admission) -> Result<AdmissionShape, WebError> {
        let store = &self.moderation.store;
        let invite = store.invite(admission.invite_id).await.map_err(|error| self.failed(error))?;
        let position = match admission.state {
            State::Waiting { .. } => {
                Some(store.waiting_before(&admission).await.map_err(|error| self.failed(error))? + 1)
            }
            _ => None,
        };
        Ok(self.shape_with(admission, invite.and_then(|invite| invite.label), position))
    }

    fn shape_with(&self, admission: Admission, label: Option<Label>, position: Option<i64>) -> AdmissionShape {
        let now = self.moderation.clock.now();
        let presence = self.moderation.presence.of(admission.id, admission.requested_at, now);
        AdmissionShape::new(admission, label, presence, position)
    }
}
