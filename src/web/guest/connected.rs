//! `/r/{code}/connected`: the guest's page tells which connection of the video platform is its own, so that the server
//! knows what to end when the guest must go.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::room_and_guest;
use crate::moderation::{Moderation, Refusal};
use crate::web::limits::Subject;
use crate::web::video_token::OwnConnection;
use crate::web::{Limit, Site, StrictJson, WebError, Words, refusal};

pub async fn tell(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    site: Data<Site>,
    moderation: Data<Moderation>,
    StrictJson(own): StrictJson<OwnConnection>,
) -> Result<HttpResponse, WebError> {
    let (_, admission, actor) = room_and_guest(&moderation, &request, &code, words)?;
    site.limits.check(Limit::Message, Subject::object(admission.id.0))?;
    let told = moderation.page_connected(&actor, admission.id, own.into()).await;
    told.map_err(|error| match error {
        Refusal::Conflict(_) => WebError::not_now(words.say("call-not-in")),
        error => refusal::answer(error, words, moderation.clock.now()),
    })?;
    Ok(HttpResponse::NoContent().finish())
}
