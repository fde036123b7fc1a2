//! A program and its API key. The key stands in the `Authorization` header and nowhere else; cookies are not looked at.

use std::future::{Ready, ready};

use actix_web::body::BoxBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest};
use secrecy::{ExposeSecret as _, SecretString};

use crate::domain::actor::{Actor, Who};
use crate::domain::ids::RoomId;
use crate::domain::permission::{Action, Standing, may};
use crate::domain::room::Room;
use crate::moderation::{Moderation, Refusal};
use crate::web::limits::Subject;
use crate::web::{Limit, Site, WebError, Words, address, refusal};

/// Who calls with a key, with the rights of this moment, and what handlers need to serve them.
#[derive(Clone)]
pub(super) struct Caller {
    pub moderation: Data<Moderation>,
    pub actor: Actor,
    pub words: Words,
    /// For streams, which ask again and again whether it still counts.
    pub key: SecretString,
}

/// Lets nobody through without a key: 401. It comes before handlers, so that a call without a key learns nothing of
/// what else is wrong with it.
pub(super) async fn check(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    match identify(request.request()) {
        Ok(caller) => request.extensions_mut().insert(caller),
        Err(error) => return Ok(request.error_response(error)),
    };
    next.call(request).await
}

fn identify(request: &HttpRequest) -> Result<Caller, WebError> {
    let site = request.app_data::<Data<Site>>().ok_or_else(|| WebError::internal("a route without a site"))?;
    let moderation = use_cases(request)?;
    let key = bearer(request).ok_or(WebError::SignInNeeded)?;
    let words = Words::of(request);
    let found = moderation.actor_of_key(key.expose_secret(), address::of(request, site));
    let actor = found.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    let actor = actor.ok_or(WebError::SignInNeeded)?;
    if let Who::Key { id, .. } = &actor.who {
        site.limits.check(Limit::Api, Subject::object(id.0))?;
    }
    Ok(Caller { moderation, actor, words, key })
}

/// The one credential after `Bearer`, whatever the case of that word.
pub(super) fn bearer(request: &HttpRequest) -> Option<SecretString> {
    let mut values = request.headers().get_all(AUTHORIZATION);
    let (Some(value), None) = (values.next(), values.next()) else { return None };
    let (scheme, credential) = value.to_str().ok()?.split_once(' ')?;
    let credential = credential.trim();
    let well_formed = scheme.eq_ignore_ascii_case("bearer") && !credential.is_empty();
    well_formed.then(|| credential.to_owned().into())
}

pub(super) fn use_cases(request: &HttpRequest) -> Result<Data<Moderation>, WebError> {
    let data = request.app_data::<Data<Moderation>>().cloned();
    data.ok_or_else(|| WebError::internal("a route without the use cases"))
}

impl Caller {
    /// A room in which the caller may do this; for anybody else it does not exist.
    pub fn room(&self, id: RoomId, action: Action) -> Result<Room, WebError> {
        let store = &self.moderation.store;
        let room = store.room(id).map_err(|error| self.failed(error))?.ok_or(WebError::NotFound)?;
        let hosts = store.room_hosts(id).map_err(|error| self.failed(error))?;
        if may(Standing::to_room(&self.actor, &hosts), action) { Ok(room) } else { Err(WebError::NotFound) }
    }

    /// A failed read.
    pub fn failed(&self, error: impl Into<Refusal>) -> WebError {
        refusal::answer(error.into(), self.words, self.moderation.clock.now())
    }
}

impl FromRequest for Caller {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(request.extensions().get::<Self>().cloned().ok_or(WebError::SignInNeeded))
    }
}
