//! A viewer's raised hand, and a speaker who steps down. Plain forms lead back to where the truth is told; the call's
//! script reads the status.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::acts::{Nothing, here_after};
use super::room_and_guest;
use crate::moderation::Moderation;
use crate::web::limits::Subject;
use crate::web::{Limit, Site, StrictForm, WebError, Words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandForm {
    raised: bool,
}

pub async fn set(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    site: Data<Site>,
    moderation: Data<Moderation>,
    StrictForm(form): StrictForm<HandForm>,
) -> Result<HttpResponse, WebError> {
    let (_, admission, actor) = room_and_guest(&moderation, &request, &code, words)?;
    site.limits.check(Limit::Message, Subject::object(admission.id.0))?;
    here_after(moderation.set_hand(&actor, admission.id, form.raised), &code, words, &moderation)
}

pub async fn step_down(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
    _: StrictForm<Nothing>,
) -> Result<HttpResponse, WebError> {
    let (_, admission, actor) = room_and_guest(&moderation, &request, &code, words)?;
    here_after(moderation.step_down(&actor, admission.id).await.map(|_| ()), &code, words, &moderation)
}
