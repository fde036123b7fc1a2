//! The log, oldest first: all of it for an admin's key, that of the own rooms for a host's, and the part about one guest.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Answer;
use super::caller::Caller;
use super::query::{NoParameters, PAGE_MOST, Page, PageOnly, StrictQuery};
use crate::domain::account::AccountRole;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::moderation::{LogFormat, LogWish};
use crate::store::{Entry, EntryFilter};
use crate::web::respond::Time;
use crate::web::{WebError, log_file, respond};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    #[serde(default, alias = "room_id")]
    room: String,
    /// `guest`, `system`, or the id of an account or key.
    #[serde(default)]
    actor: String,
    #[serde(default)]
    action: String,
    #[serde(default)]
    admission: String,
    /// A day or a time; so is `to`.
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    /// What the page before gave as `next`.
    cursor: Option<String>,
    /// How many items at most; 50 when nothing is said.
    #[schemars(range(min = 1, max = PAGE_MOST))]
    limit: Option<i64>,
    /// For the file: `csv` or `json`.
    format: Option<String>,
}

impl Which {
    /// The part of the log that is meant, as far as the caller may read it.
    fn filter(&self, caller: &Caller) -> Result<EntryFilter, WebError> {
        let Self { room, actor, action, admission, from, to, .. } = self;
        let wish = LogWish { room, actor, action, admission, from, to };
        let mut filter = wish.parse().map_err(|refusal| caller.failed(refusal))?;
        if let Some(room) = filter.room {
            caller.room(room, Action::SeeRoom)?;
        }
        if let Some(admission) = filter.admission {
            caller.admission(admission)?;
        }
        if let Some((account, AccountRole::Host)) = caller.actor.account() {
            filter.rooms_of = Some(account);
        }
        Ok(filter)
    }
}

/// One entry. Never holds a secret, a token or a session id.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LogEntry")]
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
    /// Whether the address and what people typed were erased.
    erased: bool,
    /// In the chain over the log.
    hash: String,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct HeadShape {
    sequence: i64,
    hash: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Actor")]
struct ActorShape {
    /// `guest`, `account`, `api_key` or `system`.
    #[schemars(extend("enum" = ["guest", "account", "api_key", "system"]))]
    kind: String,
    name: Option<String>,
}

pub(super) async fn list(caller: Caller, query: StrictQuery<Which>) -> Answer {
    let which = query.0;
    if which.format.is_some() {
        return Err(WebError::bad_value("format"));
    }
    let filter = which.filter(&caller)?;
    entries(&caller, &filter, &Page::parse(which.cursor, which.limit)?).await
}

/// The same part as a file, all of it.
pub(super) async fn export(caller: Caller, query: StrictQuery<Which>) -> Answer {
    let which = query.0;
    if which.cursor.is_some() || which.limit.is_some() {
        return Err(WebError::bad_value(if which.cursor.is_some() { "cursor" } else { "limit" }));
    }
    let format: LogFormat = which.format.as_deref().unwrap_or("json").parse().map_err(|error| caller.failed(error))?;
    let filter = which.filter(&caller)?;
    Ok(log_file::answer(&caller.moderation, filter, format))
}

/// The chain's head. It counts the acts of all rooms, so that only those who may read all of them see it.
pub(super) async fn head(caller: Caller, _: StrictQuery<NoParameters>) -> Answer {
    if !may(Standing::to_installation(&caller.actor), Action::Administer) {
        return Err(WebError::NotFound);
    }
    let head = caller.moderation.store.audit_head().map_err(|error| caller.failed(error))?;
    Ok(respond::json(StatusCode::OK, &HeadShape { sequence: head.sequence, hash: head.hash.to_string() }))
}

pub(super) async fn timeline(caller: Caller, id: Path<AdmissionId>, query: StrictQuery<PageOnly>) -> Answer {
    let page = query.0.page()?;
    let admission = caller.admission(*id)?;
    let filter = EntryFilter { admission: Some(admission.id), ..EntryFilter::default() };
    entries(&caller, &filter, &page).await
}

async fn entries(caller: &Caller, filter: &EntryFilter, page: &Page<i64>) -> Answer {
    let entries = caller.moderation.store.entries_after(filter, page.after.unwrap_or_default(), page.rows()).await;
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
            erased: entry.erased,
            hash: entry.hash.to_string(),
        }
    }
}
