//! `/host/rooms/{room}/call`: the call for a host of the room, with the door beside it. Hosts join as moderators; an
//! admin who is no host of the room has a desk there, but no place in the call.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, get, post};
use askama::Template;
use serde_json::json;

use super::room::InRoom;
use crate::domain::role::Role;
use crate::domain::room::RoomHost;
use crate::moderation::Moderation;
use crate::store::StoreError;
use crate::web::call::{CallBody, roster_json};
use crate::web::limits::Subject;
use crate::web::platform::PlatformSide;
use crate::web::routes::{At, at};
use crate::web::video_token::{OwnConnection, TokenShape};
use crate::web::{Limit, Site, StrictJson, WebError, Words, refusal, respond};

/// How many of those waiting the door beside the call shows; the desk shows all.
const AT_THE_DOOR: i64 = 20;

pub fn routes() -> Vec<At> {
    vec![
        at("/host/rooms/{room}/call", [get().to(show)]),
        at("/host/rooms/{room}/call/token", [post().to(token)]),
        at("/host/rooms/{room}/call/connected", [post().to(connected)]),
        at("/host/rooms/{room}/call/roster", [get().to(roster)]),
        at("/host/rooms/{room}/call/door", [get().to(door)]),
    ]
}

#[derive(Template)]
#[template(path = "host/call.html")]
struct CallPage {
    words: Words,
    call: CallBody,
}

async fn show(
    at: InRoom,
    words: Words,
    moderation: Data<Moderation>,
    platform: Data<PlatformSide>,
) -> Result<HttpResponse, WebError> {
    let host = own_place(&at)?;
    let desk = format!("/host/rooms/{}", at.room.id);
    let video = platform.for_page(moderation.video.client().provider);
    let call = CallBody {
        provider: video.provider,
        script: video.script.clone(),
        base: format!("{desk}/call"),
        title: at.room.title.to_string(),
        person: host.person,
        name: host.name.to_string(),
        role: Role::Moderator,
        invited: Role::Moderator,
        desk: Some(desk),
    };
    let page = respond::page(&CallPage { words, call })?;
    Ok(video.needs.put_on(page))
}

async fn token(
    at: InRoom,
    words: Words,
    site: Data<Site>,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    site.limits.check(Limit::Token, Subject::object(own_place(&at)?.person.0))?;
    let issued = moderation.issue_host_token(&at.me.actor, at.room.id).await;
    let issued = issued.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::json(StatusCode::OK, &TokenShape::from(issued)))
}

async fn connected(
    at: InRoom,
    words: Words,
    site: Data<Site>,
    moderation: Data<Moderation>,
    StrictJson(own): StrictJson<OwnConnection>,
) -> Result<HttpResponse, WebError> {
    site.limits.check(Limit::Message, Subject::object(own_place(&at)?.person.0))?;
    let told = moderation.host_page_connected(&at.me.actor, at.room.id, own.into()).await;
    told.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(HttpResponse::NoContent().finish())
}

async fn roster(at: InRoom, words: Words, moderation: Data<Moderation>) -> Result<HttpResponse, WebError> {
    own_place(&at)?;
    let roster = moderation.roster(at.room.id);
    let roster = roster.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
    Ok(respond::json(StatusCode::OK, &roster_json(&roster, true)))
}

/// Who waits, in few words: `{"count": n, "waiting": [{id, name, since}]}`.
async fn door(at: InRoom, words: Words, moderation: Data<Moderation>) -> Result<HttpResponse, WebError> {
    own_place(&at)?;
    moderation.presence.host_seen(at.room.id, moderation.clock.now());
    let failed = |error: StoreError| refusal::answer(error.into(), words, moderation.clock.now());
    let count = moderation.store.counts(at.room.id).map_err(failed)?.waiting;
    let rows = moderation.store.desk_rows_in(at.room.id, "waiting", AT_THE_DOOR).map_err(failed)?;
    let waiting: Vec<_> = rows
        .iter()
        .map(|row| &row.admission)
        .map(|guest| json!({ "id": guest.id, "name": guest.name.as_str(), "since": guest.requested_at }))
        .collect();
    Ok(respond::json(StatusCode::OK, &json!({ "count": count, "waiting": waiting })))
}

/// The asking host's own place in the room; for anybody else there is no call here.
fn own_place(at: &InRoom) -> Result<&RoomHost, WebError> {
    let (account, _) = at.me.actor.account().ok_or(WebError::NotFound)?;
    at.hosts.iter().find(|host| host.account_id == account && !host.disabled).ok_or(WebError::NotFound)
}
