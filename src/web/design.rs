//! `/design`: every component of the design system on one page, for whoever changes it. Debug builds alone have it.

use actix_web::HttpResponse;
use actix_web::web::get;
use askama::Template;
use jiff::{SignedDuration, Timestamp};

use super::routes::{At, at};
use super::{WebError, Words, respond};

#[derive(Template)]
#[template(path = "shared/design.html")]
struct DesignPage {
    words: Words,
    /// A fixed time, so that pictures of the page can be compared.
    at: Timestamp,
}

pub(super) fn routes() -> Vec<At> {
    vec![at("/design", [get().to(show)])]
}

async fn show(words: Words) -> Result<HttpResponse, WebError> {
    respond::page(&DesignPage { words, at: Timestamp::UNIX_EPOCH + SignedDuration::from_hours(490_000) })
}
