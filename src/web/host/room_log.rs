//! A room's log, the part of it that is asked for, that part as a file, and the timeline of one guest.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::room::{InRoom, RoomHead};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::moderation::Moderation;
use crate::store::EntryFilter;
use crate::web::frame::Frame;
use crate::web::log_page::{FilterForm, Log, LogQuery};
use crate::web::{WebError, Words, log_file, refusal, respond};

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
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let (query, filter) = asked(&at, &request, words, &moderation)?;
    let actions = moderation.store.actions(true);
    let actions = actions.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
    let hosts = at.hosts.iter().map(|host| (host.account_id.to_string(), host.name.to_string())).collect();
    let form = FilterForm::new(words, &query, hosts, actions, Vec::new());
    let path = format!("/host/rooms/{}/audit", at.room.id);
    let log = Log::read(&moderation, words, &filter, &query, path).await?.with_form(form);
    let (frame, head) = (Frame::new(&at.me, "rooms"), RoomHead::new(&at, "audit"));
    respond::page(&LogPage { words, frame, head, guest: None, log })
}

pub async fn export(
    at: InRoom,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let (query, filter) = asked(&at, &request, words, &moderation)?;
    Ok(log_file::answer(&moderation, filter, query.format(words, &moderation)?))
}

/// The part of this room's log that is meant, whatever else the address says.
fn asked(
    at: &InRoom,
    request: &HttpRequest,
    words: Words,
    moderation: &Moderation,
) -> Result<(LogQuery, EntryFilter), WebError> {
    let query = LogQuery::read(request.query_string())?;
    if !query.room.is_empty() {
        return Err(WebError::bad_value("room"));
    }
    let filter = EntryFilter { room: Some(at.room.id), ..query.filter(words, moderation)? };
    Ok((query, filter))
}

pub async fn timeline(
    at: InRoom,
    path: Path<(RoomId, AdmissionId)>,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let (room, id) = path.into_inner();
    let admission = moderation.store.admission(id);
    let admission = admission.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
    let admission = admission.filter(|admission| admission.room_id == at.room.id).ok_or(WebError::NotFound)?;
    let (query, filter) = asked(&at, &request, words, &moderation)?;
    let filter = EntryFilter { admission: Some(id), ..filter };
    let path = format!("/host/rooms/{room}/admissions/{id}");
    let log = Log::read(&moderation, words, &filter, &query, path).await?;
    let (frame, head) = (Frame::new(&at.me, "rooms"), RoomHead::new(&at, "audit"));
    respond::page(&LogPage { words, frame, head, guest: Some(admission.name.to_string()), log })
}
