//! The log, oldest first: all of it for an admin's key, that of the own rooms for a host's, and the part about one guest.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Answer;
use super::caller::Caller;
use super::query::{Page, PageOnly, StrictQuery};
use crate::domain::account::AccountRole;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::permission::Action;
use crate::store::{Entry, LogOf};
use crate::web::respond::Time;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    room_id: Option<RoomId>,
    cursor: Option<String>,
    limit: Option<i64>,
}

/// One entry. Never holds a secret, a token or a session id.
#[derive(Serialize)]
pub(super) struct EntryShape {
    sequence: i64,
    at: Time,
    action: String,
    actor: ActorShape,
    address: Option<String>,
    room_id: Option<RoomId>,
    admission_id: Option<AdmissionId>,
    guest_name: Option<String>,
    detail: Value,
}

#[derive(Serialize)]
struct ActorShape {
    /// `guest`, `account`, `api_key` or `system`.
    kind: String,
    name: Option<String>,
}

pub(super) async fn list(caller: Caller, query: StrictQuery<Which>) -> Answer {
    let Which { room_id, cursor, limit } = query.0;
    let page = Page::parse(cursor, limit)?;
    let of = match (room_id, caller.actor.account()) {
        (Some(room), _) => LogOf::Room(caller.room(room, Action::SeeRoom).await?.id),
        (None, Some((account, AccountRole::Host))) => LogOf::RoomsOf(account),
        (None, _) => LogOf::Everything,
    };
    entries(&caller, of, &page).await
}

pub(super) async fn timeline(caller: Caller, id: Path<AdmissionId>, query: StrictQuery<PageOnly>) -> Answer {
    let page = query.0.page()?;
    let admission = caller.admission(*id).await?;
    entries(&caller, LogOf::Admission(admission.id), &page).await
}

async fn entries(caller: &Caller, of: LogOf, page: &Page<i64>) -> Result<HttpResponse, crate::web::WebError> {
    let entries = caller.moderation.store.entries_after(of, page.after.unwrap_or_default(), page.rows()).await;
    let entries = entries.map_err(|error| caller.failed(error))?;
    Ok(page.answer(entries, |entry| entry.sequence.to_string(), EntryShape::from))
}

impl From<Entry> for EntryShape {
    fn from(entry: Entry) -> Self {
        Self {
            sequence: entry.sequence,
            at: Time(entry.at),
            action: entry.action,
            actor: ActorShape { kind: entry.actor_kind, name: Some(entry.actor_name).filter(|name| !name.is_empty()) },
            address: entry.address,
            room_id: entry.room_id,
            admission_id: entry.admission_id,
            guest_name: entry.guest_name,
            detail: entry.detail,
        }
    }
}
