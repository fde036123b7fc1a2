//! What a guest can press: leave the queue, ask again, leave the call. Each answers with the page that is then true.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::room_and_guest;
use crate::moderation::{Moderation, Refusal};
use crate::web::limits::Subject;
use crate::web::{ClientAddress, Limit, Site, StrictForm, WebError, Words, identity, refusal, respond};

/// A button without fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

pub async fn withdraw(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
    _: StrictForm<Nothing>,
) -> Result<HttpResponse, WebError> {
    let (_, admission, actor) = room_and_guest(&moderation, &request, &code, words)?;
    here_after(moderation.withdraw(&actor, admission.id).await.map(|_| ()), &code, words, &moderation)
}

pub async fn leave(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
    _: StrictForm<Nothing>,
) -> Result<HttpResponse, WebError> {
    let (_, admission, actor) = room_and_guest(&moderation, &request, &code, words)?;
    here_after(moderation.leave(&actor, admission.id).await.map(|_| ()), &code, words, &moderation)
}

pub async fn again(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    address: ClientAddress,
    site: Data<Site>,
    moderation: Data<Moderation>,
    _: StrictForm<Nothing>,
) -> Result<HttpResponse, WebError> {
    let (room, admission, _) = room_and_guest(&moderation, &request, &code, words)?;
    site.limits.check(Limit::Ask, Subject::both(address.0, admission.invite_id.0))?;
    match moderation.ask_again(Some(address.0), admission.id).await {
        Ok(entered) => {
            let mut answer = here(&code);
            if let Some(ticket) = &entered.ticket {
                answer.add_cookie(&identity::ticket_cookie(&site, &room, ticket)).map_err(WebError::internal)?;
            }
            Ok(answer)
        }
        Err(error) => here_after(Err(error), &code, words, &moderation),
    }
}

fn here(code: &str) -> HttpResponse {
    respond::see_other(&format!("/r/{code}"))
}

/// Whoever pressed too late sees what is true now, without a word of blame.
pub(super) fn here_after(
    result: Result<(), Refusal>,
    code: &str,
    words: Words,
    moderation: &Moderation,
) -> Result<HttpResponse, WebError> {
    match result {
        Ok(()) | Err(Refusal::Conflict(_) | Refusal::TooSoon { .. }) => Ok(here(code)),
        Err(error) => Err(refusal::answer(error, words, moderation.clock.now())),
    }
}
