//! `/r/{code}/token`: the token for the call, for the role of this moment.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::room_and_guest;
use crate::moderation::{Moderation, Refusal};
use crate::web::limits::Subject;
use crate::web::video_token::TokenShape;
use crate::web::{Limit, OptionalJson, Site, WebError, Words, refusal, respond};

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct TokenRequest {
    /// What the page believes to be its generation.
    generation: Option<u32>,
}

pub async fn issue(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    site: Data<Site>,
    moderation: Data<Moderation>,
    OptionalJson(wanted): OptionalJson<TokenRequest>,
) -> Result<HttpResponse, WebError> {
    let (_, admission, actor) = room_and_guest(&moderation, &request, &code, words)?;
    site.limits.check(Limit::Token, Subject::object(admission.id.0))?;
    let issued = moderation.issue_token(&actor, admission.id, wanted.generation).await;
    let issued = issued.map_err(|error| match error {
        // Who decided, and what, is not for the guest to know.
        Refusal::Conflict(_) => WebError::not_now(words.say("call-not-in")),
        error => refusal::answer(error, words, moderation.clock.now()),
    })?;
    Ok(respond::json(StatusCode::OK, &TokenShape::from(issued)))
}
