//! The address without a path: where hosts sign in, and a word for guests who lost their way.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use askama::Template;

use crate::web::{WebError, Words, identity, respond};

#[derive(Template)]
#[template(path = "host/start.html")]
struct StartPage {
    words: Words,
}

pub async fn show(request: HttpRequest, words: Words) -> Result<HttpResponse, WebError> {
    match identity::signed_in(&request).await? {
        Some(_) => Ok(respond::see_other("/host/rooms")),
        None => respond::page(&StartPage { words }),
    }
}
