//! Revoking an invite: first what it means, with a tick for those in the call; then it is done at once.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::invites::name_of;
use super::room::{InRoom, RoomHead};
use super::settings_form::Tick;
use crate::domain::ids::{InviteId, RoomId};
use crate::moderation::Moderation;
use crate::store::InviteUse;
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevokeForm {
    remove_too: Option<Tick>,
}

#[derive(Template)]
#[template(path = "host/revoke_invite.html")]
struct RevokePage {
    words: Words,
    frame: Frame,
    head: RoomHead,
    id: InviteId,
    name: String,
    waiting: i64,
    in_call: i64,
}

pub async fn ask(
    at: InRoom,
    path: Path<(RoomId, InviteId)>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let InviteUse { invite, waiting, in_call } = invite_of(&at, &path, &moderation, words)?;
    respond::page(&RevokePage {
        words,
        frame: Frame::new(&at.me, "rooms"),
        head: RoomHead::new(&at, "invites"),
        id: invite.id,
        name: name_of(words, invite.label.as_ref(), invite.guest_name.as_ref()),
        waiting,
        in_call,
    })
}

pub async fn submit(
    FormBy(at, form): FormBy<InRoom, RevokeForm>,
    path: Path<(RoomId, InviteId)>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let found = invite_of(&at, &path, &moderation, words)?;
    let done = moderation.revoke_invite(&at.me.actor, found.invite.id, form.remove_too.is_some()).await;
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::see_other(&format!("/host/rooms/{}/invites", at.room.id)))
}

/// The path's invite, if it is one of this room.
fn invite_of(
    at: &InRoom,
    path: &(RoomId, InviteId),
    moderation: &Moderation,
    words: Words,
) -> Result<InviteUse, WebError> {
    let found = moderation.store.invite_use(path.1);
    let found = found.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
    found.filter(|found| found.invite.room_id == at.room.id).ok_or(WebError::NotFound)
}
