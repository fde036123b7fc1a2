//! A guest and the ticket. For programs on the guest's side it is the bearer credential that pages have as a cookie.

use std::future::{Ready, ready};

use actix_web::body::BoxBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest};
use secrecy::ExposeSecret as _;

use super::caller::{bearer, use_cases};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::moderation::{Moderation, Refusal, guest, hash_of};
use crate::web::limits::Subject;
use crate::web::{Limit, Site, WebError, Words, address, refusal};

/// The guest of an admission, as it is at this moment, also when it is over.
#[derive(Clone)]
pub(super) struct TicketHolder {
    pub moderation: Data<Moderation>,
    pub admission: Admission,
    pub actor: Actor,
    pub words: Words,
}

/// Lets nobody through without a ticket: 401.
pub(super) async fn check(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    match identify(request.request()) {
        Ok(holder) => request.extensions_mut().insert(holder),
        Err(error) => return Ok(request.error_response(error)),
    };
    next.call(request).await
}

fn identify(request: &HttpRequest) -> Result<TicketHolder, WebError> {
    let site = request.app_data::<Data<Site>>().ok_or_else(|| WebError::internal("a route without a site"))?;
    let moderation = use_cases(request)?;
    let ticket = bearer(request).ok_or(WebError::SignInNeeded)?;
    let words = Words::of(request);
    let found = moderation.store.admission_by_ticket(&hash_of(ticket.expose_secret()));
    let found = found.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
    let admission = found.ok_or(WebError::SignInNeeded)?;
    site.limits.check(Limit::Api, Subject::object(admission.id.0))?;
    let actor = guest(&admission, address::of(request, site));
    Ok(TicketHolder { moderation, admission, actor, words })
}

impl TicketHolder {
    /// A failed read.
    pub fn failed(&self, error: impl Into<Refusal>) -> WebError {
        refusal::answer(error.into(), self.words, self.moderation.clock.now())
    }
}

impl FromRequest for TicketHolder {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(request.extensions().get::<Self>().cloned().ok_or(WebError::SignInNeeded))
    }
}
