//! `Idempotency-Key`: a client that does not know whether its POST was done sends it again with the same key. If it was,
//! the answer is the same one as then and nothing is done twice. Refusals are not kept: they changed nothing.
//!
//! The work goes on when the client breaks off, so that there is an answer to be asked for.

use actix_web::body::{self, BoxBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header::{CONTENT_TYPE, HeaderName, HeaderValue, LOCATION};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpMessage, HttpResponse};
use secrecy::ExposeSecret as _;

use super::caller::{Caller, bearer, use_cases};
use super::seal::{Seal, hash};
use super::ticket::TicketHolder;
use crate::domain::actor::Actor;
use crate::moderation::{Moderation, Once};
use crate::store::{KeptAnswer, Repeatable};
use crate::web::{WebError, Words, body as incoming, refusal};

const KEY: &str = "idempotency-key";
/// Says that an answer is one from before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
const LONGEST_KEY: usize = 255;
/// Without a credential the key alone keeps strangers' requests apart: it must be long enough not to be chosen twice.
const SHORTEST_KEY_OF_NOBODY: usize = 16;

/// One POST with a key.
struct Keyed {
    moderation: Data<Moderation>,
    words: Words,
    request: Repeatable,
    seal: Seal,
}

pub(super) async fn keep(mut request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    if *request.method() != Method::POST || !request.headers().contains_key(KEY) || hands_out_a_token(&request) {
        return next.call(request).await;
    }
    let keyed = match Keyed::read(&mut request).await {
        Ok(keyed) => keyed,
        Err(error) => return Ok(request.error_response(error)),
    };
    let begun = keyed.moderation.begin_once(&keyed.request).await;
    match begun.map_err(|error| refusal::answer(error, keyed.words, keyed.moderation.clock.now())) {
        Ok(Once::First) => actix_web::rt::spawn(async move { keyed.finish(next.call(request).await?).await })
            .await
            .map_err(|_| Error::from(WebError::internal("a request ended without an answer")))?,
        Ok(other) => Ok(match keyed.again(other) {
            Ok(answer) => request.into_response(answer),
            Err(error) => request.error_response(error),
        }),
        Err(error) => Ok(request.error_response(error)),
    }
}

/// A token is kept nowhere, and asking for another one changes nothing: the key has nothing to do there.
fn hands_out_a_token(request: &ServiceRequest) -> bool {
    request.path() == "/api/v1/me/token" || request.path().ends_with("/host-token")
}

impl Keyed {
    /// Reads the key and the body; the handler finds the body again where it was.
    async fn read(request: &mut ServiceRequest) -> Result<Self, WebError> {
        let moderation = use_cases(request.request())?;
        let scope = scope(request);
        let key = key(request, scope.is_none())?;
        let credential = bearer(request.request());
        let credential = credential.as_ref().map_or("", |credential| credential.expose_secret());
        let content_type = request.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default().to_vec();
        let length = incoming::announced_length(request.request());
        let limit = incoming::limit_of(request.path());
        let sent = incoming::read(length, limit, request.take_payload()).await?.freeze();
        let parts: [&[u8]; 3] = [request.path().as_bytes(), &content_type, &sent];
        let kept = Repeatable {
            scope: scope.unwrap_or_default(),
            key_hash: hash("idempotency key", &[key.as_bytes()]),
            request_hash: hash("request", &parts),
        };
        let seal = Seal::of(&[credential.as_bytes(), key.as_bytes(), &sent]);
        let words = Words::of(request.request());
        request.set_payload(Payload::from(sent));
        Ok(Self { moderation, words, request: kept, seal })
    }

    /// After the work: keeps a good answer. After a failure of ours nobody knows what was done, and the key stays taken;
    /// all other refusals changed nothing.
    async fn finish(self, answer: ServiceResponse) -> Result<ServiceResponse, Error> {
        if answer.status() == StatusCode::INTERNAL_SERVER_ERROR {
            return Ok(answer);
        }
        if !answer.status().is_success() {
            self.end(None).await;
            return Ok(answer);
        }
        let (request, answer) = answer.into_parts();
        let (answer, sent) = answer.into_parts();
        let sent = body::to_bytes(sent).await.map_err(|error| WebError::internal(error.to_string()))?;
        let location = answer.headers().get(LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
        match self.seal.close(&sent) {
            Some(body) => self.end(Some(KeptAnswer { status: answer.status().as_u16(), location, body })).await,
            None => tracing::error!("an answer could not be sealed and was not kept"),
        }
        Ok(ServiceResponse::new(request, answer.set_body(BoxBody::new(sent))))
    }

    /// The work is done whether or not this can be written: then the key stays taken.
    async fn end(&self, answer: Option<KeptAnswer>) {
        if let Err(error) = self.moderation.end_once(&self.request, answer).await {
            tracing::warn!(%error, "the answer to a request with an idempotency key was not kept");
        }
    }

    fn again(&self, once: Once) -> Result<HttpResponse, WebError> {
        let Once::Done(kept) = once else {
            let another = once == Once::Another;
            let key = if another { "api-key-of-another-request" } else { "api-key-under-way" };
            let sentence = self.words.say(key);
            return Err(match another {
                true => WebError::bad_value_because("Idempotency-Key", sentence),
                false => WebError::not_now(sentence),
            });
        };
        let sent = self.seal.open(&kept.body).ok_or_else(|| WebError::internal("a kept answer cannot be opened"))?;
        let status = StatusCode::from_u16(kept.status).map_err(WebError::internal)?;
        let mut answer = HttpResponse::build(status);
        answer.insert_header((CONTENT_TYPE, "application/json")).insert_header((REPLAYED, "true"));
        if let Some(location) = kept.location {
            answer.insert_header((LOCATION, location));
        }
        Ok(answer.body(Bytes::from(sent)))
    }
}

/// Whose key it is: none for whoever redeems an invite.
fn scope(request: &ServiceRequest) -> Option<String> {
    let extensions = request.extensions();
    let actor: &Actor = match (extensions.get::<Caller>(), extensions.get::<TicketHolder>()) {
        (Some(caller), _) => &caller.actor,
        (None, Some(guest)) => &guest.actor,
        (None, None) => return None,
    };
    actor.id()
}

fn key(request: &ServiceRequest, of_nobody: bool) -> Result<String, WebError> {
    let mut values = request.headers().get_all(KEY);
    let value = match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    };
    let least = if of_nobody { SHORTEST_KEY_OF_NOBODY } else { 1 };
    let value = value.filter(|key| (least..=LONGEST_KEY).contains(&key.len()));
    value.map(str::to_owned).ok_or_else(|| WebError::bad_value("Idempotency-Key"))
}
