//! `/r/{code}/call`: the call, for whoever is admitted. Everybody else is led to where the truth is told.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::room_and_guest;
use super::status::version;
use crate::domain::admission::{Admission, State};
use crate::domain::room::Room;
use crate::moderation::Moderation;
use crate::web::headers::PageNeeds;
use crate::web::{WebError, Words, respond};

#[derive(Template)]
#[template(path = "guest/call.html")]
struct CallPage {
    words: Words,
    room: Room,
    admission: Admission,
    version: String,
}

pub async fn show(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let (room, admission, _) = room_and_guest(&moderation, &request, &code, words).await?;
    if !matches!(admission.state, State::Admitted { .. }) {
        return Ok(respond::see_other(&format!("/r/{}", room.code)));
    }
    let version = version(&admission, &admission.state);
    let page = respond::page(&CallPage { words, room, admission, version })?;
    Ok(PageNeeds::devices().put_on(page))
}
