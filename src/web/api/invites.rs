//! Links: making them, listing them, revoking them.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use jiff::Timestamp;
use schemars::JsonSchema;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

use super::Answer;
use super::caller::Caller;
use super::query::{PageOnly, StrictQuery};
use super::said::Said;
use super::shapes::{InviteShape, NewInviteShape};
use crate::domain::ids::{InviteId, RoomId};
use crate::domain::invite::Entry;
use crate::domain::permission::Action;
use crate::domain::role::Role;
use crate::domain::text::{GuestName, Label};
use crate::moderation::{InviteSettings, Refusal};
use crate::store::InviteUse;
use crate::web::{OptionalJson, Site, respond};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewInvite {
    role: Option<Role>,
    entry: Option<Entry>,
    label: Option<String>,
    guest_name: Option<String>,
    /// Not said: 1 for a named guest, else without limit. Null: without limit.
    #[serde(default)]
    #[schemars(range(min = 1))]
    max_uses: Said<Option<u32>>,
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    not_before: Option<Timestamp>,
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    expires_at: Option<Timestamp>,
    passcode: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Revocation {
    /// Whether those in the call by this link are removed too.
    remove: Option<bool>,
}

pub(super) async fn create(
    caller: Caller,
    site: Data<Site>,
    room: Path<RoomId>,
    body: OptionalJson<NewInvite>,
) -> Answer {
    let settings = body.0.parsed().map_err(|refused| caller.failed(refused))?;
    let issued = match caller.moderation.create_invite(&caller.actor, *room, settings).await {
        Ok(issued) => issued,
        Err(refused) => return Err(caller.refused(refused)),
    };
    let url = site.public_url.link(&format!("/i/{}", issued.secret.expose_secret()));
    let found = InviteUse { invite: issued.invite, waiting: 0, in_call: 0 };
    let invite = InviteShape::new(found, caller.moderation.clock.now());
    Ok(respond::json(StatusCode::CREATED, &NewInviteShape { invite, url }))
}

pub(super) async fn list(caller: Caller, room: Path<RoomId>, query: StrictQuery<PageOnly>) -> Answer {
    let page = query.0.page()?;
    let room = caller.room(*room, Action::SeeRoom)?;
    let invites = caller.moderation.store.invites(room.id, page.after, page.rows());
    let (invites, now) = (invites.map_err(|error| caller.failed(error))?, caller.moderation.clock.now());
    Ok(page.answer(invites, |found| found.invite.id.to_string(), |found| InviteShape::new(found, now)))
}

pub(super) async fn revoke(caller: Caller, id: Path<InviteId>, query: StrictQuery<Revocation>) -> Answer {
    let remove_them = query.0.remove.unwrap_or_default();
    match caller.moderation.revoke_invite(&caller.actor, *id, remove_them).await {
        Ok(()) => Ok(HttpResponse::NoContent().finish()),
        Err(refused) => Err(caller.refused(refused)),
    }
}

impl NewInvite {
    fn parsed(self) -> Result<InviteSettings, Refusal> {
        let label = Label::parse_optional(self.label.as_deref().unwrap_or_default());
        let guest_name = GuestName::parse_optional(self.guest_name.as_deref().unwrap_or_default());
        let guest_name = guest_name.map_err(Refusal::text("guest_name"))?;
        Ok(InviteSettings {
            role: self.role.unwrap_or(Role::Publisher),
            entry: self.entry.unwrap_or(Entry::Wait),
            label: label.map_err(Refusal::text("label"))?,
            max_uses: self.max_uses.0.unwrap_or(guest_name.as_ref().map(|_| 1)),
            guest_name,
            not_before: self.not_before,
            expires_at: self.expires_at,
            passcode: self.passcode.map(SecretString::from),
        })
    }
}
