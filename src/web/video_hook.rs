//! `/hooks/video`: what the video platform tells of connections and streams. Signed, or not believed; it may come twice,
//! late and in any order. It can take a connection away from somebody and can never give anything.

use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::platform::{Callbacks, PlatformSide};
use super::{WebError, Words, body, refusal};
use crate::domain::ids::{ConnectionId, PersonId, StreamId};
use crate::moderation::{Happened, Moderation, Told};
use crate::video::token::jwt_callback::{self, Delivery};

/// A callback, as far as it is of use here; what else is in it is passed over. All callbacks share one address.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Callback {
    session_id: Option<String>,
    event: String,
    connection: Option<ConnectionWire>,
    stream: Option<StreamWire>,
}

#[derive(Deserialize)]
struct ConnectionWire {
    id: ConnectionId,
    data: Option<String>,
}

#[derive(Deserialize)]
struct StreamWire {
    id: StreamId,
    connection: Option<ConnectionWire>,
}

/// What our tokens say of whoever connects with one.
#[derive(Deserialize)]
struct TokenData {
    person: PersonId,
    generation: u32,
}

pub async fn receive(
    request: HttpRequest,
    payload: Payload,
    words: Words,
    platform: Data<PlatformSide>,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let callbacks = platform.callbacks().ok_or(WebError::NotFound)?;
    let (length, limit) = (body::announced_length(&request), body::limit_of(request.path()));
    let body = body::read(length, limit, payload.into_inner()).await?;
    let delivery = signed(&request, callbacks, &body, moderation.clock.now().as_second())?;
    let callback: Callback =
        serde_json::from_slice(&body).map_err(|_| WebError::Malformed("not a callback of the platform"))?;
    if let Some(told) = told(callback) {
        let taken = moderation.take_callback(told).await;
        taken.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    }
    // Only now: the platform repeats what could not be taken.
    callbacks.remember(&delivery);
    Ok(HttpResponse::NoContent().finish())
}

fn signed(request: &HttpRequest, callbacks: &Callbacks, body: &[u8], now: i64) -> Result<Delivery, WebError> {
    let mut given = request.headers().get_all(AUTHORIZATION);
    let (Some(given), None) = (given.next(), given.next()) else { return Err(WebError::SignInNeeded) };
    let given = given.to_str().unwrap_or_default();
    let token = given.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let token = token.map_or(given, |(_, token)| token).trim();
    let delivery = jwt_callback::verify(token, &callbacks.key, body, now).map_err(|rejection| {
        tracing::warn!(reason = rejection.reason.as_str(), "a callback of the video platform does not count");
        WebError::SignInNeeded
    })?;
    if callbacks.has_seen(&delivery, now) {
        tracing::info!("a callback of the video platform came a second time");
        return Err(WebError::SignInNeeded);
    }
    Ok(delivery)
}

/// What a callback says of a person of ours; none for events of sessions, and connections that no token of ours opened.
fn told(callback: Callback) -> Option<Told> {
    let (connection, what) = match (callback.event.as_str(), callback.connection, callback.stream) {
        ("connectionCreated", Some(connection), _) => (connection, Happened::Connected),
        // Its reason is not looked at: the platform says forceDisconnected of its own troubles too.
        ("connectionDestroyed", Some(connection), _) => (connection, Happened::Disconnected),
        ("streamCreated", _, Some(stream)) => (stream.connection?, Happened::Published(stream.id)),
        ("streamDestroyed", _, Some(stream)) => (stream.connection?, Happened::Unpublished(stream.id)),
        _ => return None,
    };
    let TokenData { person, generation } = serde_json::from_str(connection.data.as_deref()?).ok()?;
    Some(Told { session_id: callback.session_id?, connection: connection.id, person, generation, what })
}
