//! The whole log.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use crate::moderation::Moderation;
use crate::store::EntryFilter;
use crate::web::frame::Frame;
use crate::web::identity::Admin;
use crate::web::log_page::Log;
use crate::web::{WebError, Words, respond};

#[derive(Deserialize)]
pub struct LogQuery {
    /// Entries older than this one.
    before: Option<i64>,
}

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage {
    words: Words,
    frame: Frame,
    log: Log,
}

pub async fn show(
    Admin(me): Admin,
    query: Query<LogQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let filter = EntryFilter { before: query.before, ..EntryFilter::default() };
    let log = Log::read(&moderation, words, filter, "/admin/audit".to_owned()).await?;
    respond::page(&AuditPage { words, frame: Frame::new(&me, "log"), log })
}
