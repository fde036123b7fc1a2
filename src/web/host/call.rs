//! `/host/rooms/{room}/call`: the call for a host of the room, with the door beside it. Hosts join as moderators; an
//! admin who is no host of the room has a desk there, but no place in the call.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, ServiceConfig, get, resource};
use askama::Template;
use serde_json::json;

use crate::domain::actor::Actor;
use crate::domain::role::Role;
use crate::domain::room::{Room, RoomHost};
use crate::moderation::{Moderation, Refusal};
use crate::web::call::{CallBody, roster_json};
use crate::web::headers::PageNeeds;
use crate::web::identity::SignedIn;
use crate::web::{WebError, Words, refusal, respond};

/// How many of those waiting the door beside the call shows; the desk shows all.
const AT_THE_DOOR: i64 = 20;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/host/rooms/{room}/call").route(get().to(show)))
        .service(resource("/host/rooms/{room}/call/roster").route(get().to(roster)))
        .service(resource("/host/rooms/{room}/call/door").route(get().to(door)));
}

#[derive(Template)]
#[template(path = "host/call.html")]
struct CallPage {
    words: Words,
    call: CallBody,
}

async fn show(
    signed_in: SignedIn,
    path: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let (room, host) = own_room(&moderation, &signed_in.actor, &path, words).await?;
    let desk = format!("/host/rooms/{}", room.id);
    let call = CallBody {
        base: format!("{desk}/call"),
        title: room.title.to_string(),
        person: host.person,
        name: host.name.to_string(),
        role: Role::Moderator,
        invited: Role::Moderator,
        desk: Some(desk),
    };
    let page = respond::page(&CallPage { words, call })?;
    Ok(PageNeeds::devices().put_on(page))
}

async fn roster(
    signed_in: SignedIn,
    path: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let (room, _) = own_room(&moderation, &signed_in.actor, &path, words).await?;
    let roster = moderation.roster(room.id).await;
    let roster = roster.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
    Ok(respond::json(StatusCode::OK, &roster_json(&roster, true)))
}

/// Who waits, in few words: `{"count": n, "waiting": [{id, name, since}]}`.
async fn door(
    signed_in: SignedIn,
    path: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let (room, _) = own_room(&moderation, &signed_in.actor, &path, words).await?;
    let failed = |error: crate::store::StoreError| refusal::answer(error.into(), words, moderation.clock.now());
    let count = moderation.store.counts(room.id).await.map_err(failed)?.waiting;
    let rows = moderation.store.desk_rows_in(room.id, "waiting", AT_THE_DOOR).await.map_err(failed)?;
    let waiting: Vec<_> = rows
        .iter()
        .map(|row| &row.admission)
        .map(|guest| json!({ "id": guest.id, "name": guest.name.as_str(), "since": guest.requested_at }))
        .collect();
    Ok(respond::json(StatusCode::OK, &json!({ "count": count, "waiting": waiting })))
}

/// A room and the host of it who asks; for anybody else it is not there.
async fn own_room(
    moderation: &Moderation,
    actor: &Actor,
    id: &str,
    words: Words,
) -> Result<(Room, RoomHost), WebError> {
    let failed = |refusal| refusal::answer(refusal, words, moderation.clock.now());
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    let (account, _) = actor.account().ok_or(WebError::NotFound)?;
    let hosts = moderation.store.room_hosts(id).await.map_err(|error| failed(Refusal::from(error)))?;
    let host = hosts.into_iter().find(|host| host.account_id == account && !host.disabled);
    let host = host.ok_or(WebError::NotFound)?;
    let room = moderation.store.room(id).await.map_err(|error| failed(Refusal::from(error)))?;
    Ok((room.ok_or(WebError::NotFound)?, host))
}
