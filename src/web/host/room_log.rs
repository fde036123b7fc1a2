//! A room's log, and the timeline of one guest of it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::room::{InRoom, RoomHead};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::moderation::Moderation;
use crate::store::EntryFilter;
use crate::web::frame::Frame;
use crate::web::log_page::Log;
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
pub struct LogQuery {
    /// Entries older than this one.
    before: Option<i64>,
}

#[derive(Template)]
#[template(path = "host/room_log.html")]
struct LogPage {
    words: Words,
    frame: Frame,
    head: RoomHead,
    /// The guest whose timeline it is; none for all of the room.
    guest: Option<String>,
    log: Log,
}

pub async fn show(
    at: InRoom,
    query: Query<LogQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let filter = EntryFilter { room: Some(at.room.id), admission: None, before: query.before };
    let path = format!("/host/rooms/{}/audit", at.room.id);
    let log = Log::read(&moderation, words, filter, path).await?;
    let (frame, head) = (Frame::new(&at.me, "rooms"), RoomHead::new(&at, "audit"));
    respond::page(&LogPage { words, frame, head, guest: None, log })
}

pub async fn timeline(
    at: InRoom,
    path: Path<(RoomId, AdmissionId)>,
    query: Query<LogQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let (room, id) = path.into_inner();
    let admission = moderation.store.admission(id).await;
    let admission = admission.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
    let admission = admission.filter(|admission| admission.room_id == at.room.id).ok_or(WebError::NotFound)?;
    let filter = EntryFilter { room: Some(room), admission: Some(id), before: query.before };
    let log = Log::read(&moderation, words, filter, format!("/host/rooms/{room}/admissions/{id}")).await?;
    let (frame, head) = (Frame::new(&at.me, "rooms"), RoomHead::new(&at, "audit"));
    respond::page(&LogPage { words, frame, head, guest: Some(admission.name.to_string()), log })
}
