//! The database is a copy: an admin says what becomes of the links, tickets and keys in it.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::moderation::{Moderation, OldAccess};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::identity::{Admin, ConfirmedAdmin};
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyForm {
    access: String,
}

#[derive(Template)]
#[template(path = "admin/copy.html")]
struct CopyPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    /// When, as a piece of a sentence.
    taken: Markup,
}

pub async fn show(Admin(me): Admin, moderation: Data<Moderation>, words: Words) -> Result<HttpResponse, WebError> {
    let now = moderation.clock.now();
    let taken_at = moderation.store.unconfirmed_copy();
    let taken_at = taken_at.map_err(|error| refusal::answer(error.into(), words, now))?.ok_or(WebError::NotFound)?;
    respond::page(&CopyPage {
        words,
        frame: Frame::new(&me, ""),
        unconfirmed: !me.is_confirmed(now),
        taken: markup::when(words, taken_at, now),
    })
}

pub async fn submit(
    FormBy(ConfirmedAdmin(me), form): FormBy<ConfirmedAdmin, CopyForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let access: OldAccess = form.access.parse().map_err(|_| WebError::bad_value("access"))?;
    let done = moderation.confirm_copy(&me.actor, access).await;
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::see_other("/host/rooms"))
}
