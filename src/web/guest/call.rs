//! `/r/{code}/call`: the call, for whoever is admitted. Everybody else is led to where the truth is told.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::room_and_guest;
use crate::domain::admission::State;
use crate::moderation::Moderation;
use crate::web::call::CallBody;
use crate::web::platform::PlatformSide;
use crate::web::{WebError, Words, respond};

#[derive(Template)]
#[template(path = "guest/call.html")]
struct CallPage {
    words: Words,
    call: CallBody,
}

pub async fn show(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
    platform: Data<PlatformSide>,
) -> Result<HttpResponse, WebError> {
    let (room, admission, _) = room_and_guest(&moderation, &request, &code, words)?;
    let base = format!("/r/{}", room.code);
    let State::Admitted { role, .. } = admission.state else { return Ok(respond::see_other(&base)) };
    let video = platform.for_page(moderation.video.client().provider);
    let call = CallBody {
        provider: video.provider,
        script: video.script.clone(),
        base,
        title: room.title.to_string(),
        person: admission.person,
        name: admission.name.to_string(),
        role,
        invited: admission.invited_role,
        desk: None,
    };
    let page = respond::page(&CallPage { words, call })?;
    Ok(video.needs.put_on(page))
}
