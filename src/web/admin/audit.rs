//! The whole log, the part of it that is asked for, and that part as a file.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::moderation::{Moderation, Refusal};
use crate::web::frame::Frame;
use crate::web::identity::Admin;
use crate::web::log_page::{FilterForm, Log, LogQuery};
use crate::web::{WebError, Words, log_file, refusal, respond};

/// So many rooms can be chosen from; the logs of others are reached from the rooms themselves.
const ROOMS: i64 = 500;

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage {
    words: Words,
    frame: Frame,
    /// The chain's, to be noted elsewhere.
    head: String,
    log: Log,
}

pub async fn show(
    Admin(me): Admin,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let query = LogQuery::read(request.query_string())?;
    let filter = query.filter(words, &moderation)?;
    let failed = |error: Refusal| refusal::answer(error, words, moderation.clock.now());
    let form = form(&moderation, words, &query).map_err(failed)?;
    let head = moderation.store.audit_head().map_err(|error| failed(error.into()))?.to_string();
    let log = Log::read(&moderation, words, &filter, &query, "/admin/audit".to_owned()).await?.with_form(form);
    respond::page(&AuditPage { words, frame: Frame::new(&me, "log"), head, log })
}

pub async fn export(
    _admin: Admin,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let query = LogQuery::read(request.query_string())?;
    let filter = query.filter(words, &moderation)?;
    Ok(log_file::answer(&moderation, filter, query.format(words, &moderation)?))
}

fn form(moderation: &Moderation, words: Words, query: &LogQuery) -> Result<FilterForm, Refusal> {
    let store = &moderation.store;
    let accounts = store.accounts()?.into_iter().map(|it| (it.id.to_string(), it.name.to_string()));
    let keys = store.api_keys()?.into_iter().map(|it| (it.id.to_string(), it.name));
    let people = accounts.chain(keys).collect();
    let rooms = store.rooms(None, None, ROOMS)?.into_iter();
    let rooms = rooms.map(|it| (it.room.id.to_string(), it.room.title.to_string())).collect();
    Ok(FilterForm::new(words, query, people, store.actions(false)?, rooms))
}
