//! What is kept of guests: found in all rooms, given out, erased at once. For admins' keys.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Answer;
use super::caller::Caller;
use super::decisions::Nothing;
use super::query::{PAGE_MOST, Page, StrictQuery};
use crate::domain::admission::STATES;
use crate::domain::ids::{AdmissionId, InviteId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::text::GuestName;
use crate::moderation::Refusal;
use crate::store::{FoundGuest, GuestFilter};
use crate::web::respond::Time;
use crate::web::{OptionalJson, WebError, respond};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    name: Option<String>,
    room_id: Option<RoomId>,
    invite_id: Option<InviteId>,
    /// What the page before gave as `next`.
    cursor: Option<String>,
    /// How many items at most; 50 when nothing is said.
    #[schemars(range(min = 1, max = PAGE_MOST))]
    limit: Option<i64>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Guest")]
pub(super) struct GuestShape {
    id: AdmissionId,
    room_id: RoomId,
    name: String,
    invite_label: Option<String>,
    #[schemars(extend("enum" = STATES))]
    state: String,
    requested_at: Time,
}

/// Newest first.
pub(super) async fn list(caller: Caller, query: StrictQuery<Which>) -> Answer {
    let Which { name, room_id, invite_id, cursor, limit } = query.0;
    if !may(Standing::to_installation(&caller.actor), Action::Administer) {
        return Err(WebError::NotFound);
    }
    let page: Page<AdmissionId> = Page::parse(cursor, limit)?;
    let name = name.map(|name| GuestName::parse(&name)).transpose().map_err(Refusal::text("name"));
    let name = name.map_err(|refused| caller.failed(refused))?;
    let filter = GuestFilter {
        skeleton: name.map(|name| name.skeleton()),
        room: room_id,
        invite: invite_id,
        before: page.after,
    };
    let found = caller.moderation.store.find_guests(&filter, page.rows()).await;
    let found = found.map_err(|error| caller.failed(error))?;
    Ok(page.answer(found, |guest| guest.id.to_string(), GuestShape::from))
}

impl From<FoundGuest> for GuestShape {
    fn from(guest: FoundGuest) -> Self {
        Self {
            id: guest.id,
            room_id: guest.room_id,
            name: guest.name.to_string(),
            invite_label: guest.invite_label.map(|label| label.to_string()),
            state: guest.state,
            requested_at: Time(guest.requested_at),
        }
    }
}

pub(super) async fn export(caller: Caller, id: Path<AdmissionId>, _: OptionalJson<Nothing>) -> Answer {
    match caller.moderation.export_guests(&caller.actor, vec![*id]).await {
        Ok(record) => Ok(respond::json(StatusCode::OK, &record)),
        Err(refused) => Err(caller.refused(refused)),
    }
}

pub(super) async fn erase(caller: Caller, id: Path<AdmissionId>, _: OptionalJson<Nothing>) -> Answer {
    match caller.moderation.erase_guests(&caller.actor, vec![*id]).await {
        Ok(_) => Ok(HttpResponse::NoContent().finish()),
        Err(refused) => Err(caller.refused(refused)),
    }
}
