//! The desk's buttons for the door as a whole: lock it, open it again, and the next guest, please.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header::ACCEPT;
use actix_web::web::Data;
use serde::Deserialize;

use super::room::InRoom;
use crate::moderation::Moderation;
use crate::web::form::FormBy;
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lock {
    locked: bool,
}

pub(super) async fn lock(
    FormBy(at, form): FormBy<InRoom, Lock>,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let done = moderation.lock(&at.me.actor, at.room.id, form.locked).await;
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(back(&request, &at, "door"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Next {
    /// Whoever is in the call is out first.
    move_out: Option<bool>,
}

pub(super) async fn next(
    FormBy(at, form): FormBy<InRoom, Next>,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let done = moderation.next(&at.me.actor, at.room.id, form.move_out.unwrap_or(false)).await;
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(back(&request, &at, "door"))
}

fn back(request: &HttpRequest, at: &InRoom, view: &str) -> HttpResponse {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if accept.contains("application/json") {
        return HttpResponse::NoContent().finish();
    }
    respond::see_other(&format!("/host/rooms/{}?view={view}", at.room.id))
}
