//! `/session/ws`: the embedded session's socket. Only our own pages open it; what counts then is the token in the first
//! message.

use actix_web::http::header::ORIGIN;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};

use super::{Site, WebError};
use crate::moderation::Moderation;
use crate::video::local::serve_socket;

pub async fn open(
    request: HttpRequest,
    body: Payload,
    site: Data<Site>,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let Some(session) = moderation.video.embedded() else { return Err(WebError::NotFound) };
    let origin = request.headers().get(ORIGIN).and_then(|origin| origin.to_str().ok());
    if !origin.is_some_and(|origin| site.is_own_origin(origin)) {
        return Err(WebError::CrossSite);
    }
    serve_socket(&request, body, session.clone()).map_err(|_| WebError::Malformed("not a WebSocket request"))
}
