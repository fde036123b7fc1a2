//! What can go wrong with a request, named by situation. A handler returns one; the gate turns it into a page or into
//! `application/problem+json` (RFC 9457) in the reader's language. Details for us go to the log, once, there.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderValue, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, ResponseError};
use serde_json::{Map, Value};

use crate::web::words::Words;

#[cfg(test)]
mod tests;

/// Where pages send whoever must sign in first.
pub const SIGN_IN_PATH: &str = "/host/sign-in";
/// Where pages send an admin who must set up a second factor.
pub const SECOND_FACTOR_PATH: &str = "/host/second-factor";
/// Where pages send an admin who must give the password again.
pub const CONFIRM_PATH: &str = "/host/confirm";

#[derive(Debug)]
pub enum WebError {
    /// 400: cannot be read at all. The reason is for the log.
    Malformed(&'static str),
    /// 401 for the API; pages go to the sign-in.
    SignInNeeded,
    /// An admin's act that asks for the password again: pages go to where it is asked for.
    ConfirmationNeeded,
    /// An admin without a second factor where admins need one: pages go to where it is set up.
    SecondFactorNeeded,
    /// 403: the request comes from another site.
    CrossSite,
    /// 404: is not there, or is nothing this person may know of.
    NotFound,
    /// 405
    MethodNotAllowed,
    /// 408: the body did not arrive in time.
    BodyTooSlow,
    /// 413
    BodyTooLarge,
    /// 415: names the type that would do.
    WrongBodyType { expected: &'static str },
    /// 421: a Host that is not ours.
    WrongHost,
    /// 422: names the field. `detail` is a whole sentence in the reader's language; None gives the general one.
    BadValue { field: String, detail: Option<String> },
    /// 403, 409, 410: the state or the rules say no, and the sentence says why.
    Refused(Box<Refusal>),
    /// 429
    TooMany { retry_after: Duration },
    /// 503: so many wait in the room that nobody else can.
    Crowded { retry_after: Duration },
    /// 503: cannot be done now, for instance because the disk is full.
    Busy { retry_after: Duration, cause: Box<dyn Error + Send + Sync> },
    /// 503: the video provider cannot be asked now, or there is no session yet.
    NoVideo { retry_after: Duration, cause: Box<dyn Error + Send + Sync> },
    /// 500
    Internal(Box<dyn Error + Send + Sync>),
}

/// A refusal with its reason in words and what a program may want to know beside it.
#[derive(Debug)]
pub struct Refusal {
    pub status: StatusCode,
    /// The catalogue's key of the situation.
    pub(crate) key: &'static str,
    /// A whole sentence in the reader's language.
    pub detail: String,
    /// Further members of the problem document, for instance `admission`, `decided_by`, `decided_at`.
    pub members: Map<String, Value>,
}

impl WebError {
    /// Anything unexpected: 500 outside, the cause in the log.
    pub fn internal(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// 409: somebody else was first.
    pub fn lost_race(detail: impl Into<String>) -> Self {
        Self::refused(StatusCode::CONFLICT, "error-lost-race", detail)
    }

    /// 409: this cannot be done as things stand, and nobody else was in the way.
    pub fn not_now(detail: impl Into<String>) -> Self {
        Self::refused(StatusCode::CONFLICT, "error-not-now", detail)
    }

    /// 410: a link or ticket that no longer counts.
    pub fn gone(detail: impl Into<String>) -> Self {
        Self::refused(StatusCode::GONE, "error-gone", detail)
    }

    /// 403: a rule of the house, for instance that the last admin stays.
    pub fn not_allowed(detail: impl Into<String>) -> Self {
        Self::refused(StatusCode::FORBIDDEN, "error-not-allowed", detail)
    }

    /// 422 with the general sentence.
    pub fn bad_value(field: impl Into<String>) -> Self {
        Self::BadValue { field: field.into(), detail: None }
    }

    /// 422 with a sentence of its own.
    pub fn bad_value_because(field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::BadValue { field: field.into(), detail: Some(detail.into()) }
    }

    /// A member of the problem document; on anything but a refusal it is dropped.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.members.insert(name.to_owned(), value.into());
        }
        self
    }

    fn refused(status: StatusCode, key: &'static str, detail: impl Into<String>) -> Self {
        Self::Refused(Box::new(Refusal { status, key, detail: detail.into(), members: Map::new() }))
    }

    /// The nearest situation for an answer that the framework made itself.
    pub(crate) fn from_status(status: StatusCode) -> Self {
        match status.as_u16() {
            401 => Self::SignInNeeded,
            403 => Self::CrossSite,
            404 => Self::NotFound,
            405 => Self::MethodNotAllowed,
            408 => Self::BodyTooSlow,
            413 => Self::BodyTooLarge,
            code if code < 500 => Self::Malformed("refused by the framework"),
            code => Self::internal(format!("the framework answered {code}")),
        }
    }

    /// The catalogue's key: its value is the sentence, its attribute `.title` the title.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "error-malformed",
            Self::SignInNeeded => "error-sign-in-needed",
            Self::ConfirmationNeeded => "error-confirmation-needed",
            Self::SecondFactorNeeded => "error-second-factor-needed",
            Self::CrossSite => "error-cross-site",
            Self::NotFound => "error-not-found",
            Self::MethodNotAllowed => "error-method-not-allowed",
            Self::BodyTooSlow => "error-body-too-slow",
            Self::BodyTooLarge => "error-body-too-large",
            Self::WrongBodyType { .. } => "error-wrong-body-type",
            Self::WrongHost => "error-wrong-host",
            Self::BadValue { .. } => "error-bad-value",
            Self::Refused(refusal) => refusal.key,
            Self::TooMany { .. } => "error-too-many",
            Self::Crowded { .. } => "error-crowded",
            Self::Busy { .. } => "error-busy",
            Self::NoVideo { .. } => "error-no-video",
            Self::Internal(_) => "error-internal",
        }
    }

    /// What happened and what to do next, in the reader's language.
    pub(crate) fn sentence(&self, words: Words) -> String {
        match self {
            Self::Refused(refusal) => refusal.detail.clone(),
            Self::BadValue { detail: Some(detail), .. } => detail.clone(),
            Self::BadValue { field, .. } => words.say_with(self.key(), &[("field", field.as_str().into())]),
            Self::WrongBodyType { expected } => words.say_with(self.key(), &[("expected", (*expected).into())]),
            Self::TooMany { retry_after }
            | Self::Crowded { retry_after }
            | Self::Busy { retry_after, .. }
            | Self::NoVideo { retry_after, .. } => {
                words.say_with(self.key(), &[("seconds", whole_seconds(*retry_after).into())])
            }
            _ => words.say(self.key()),
        }
    }

    pub(crate) fn title(&self, words: Words) -> String {
        words.say(&format!("{}.title", self.key()))
    }

    /// Headers that belong to the situation.
    pub(crate) fn add_headers(&self, headers: &mut HeaderMap, for_program: bool) {
        match self {
            Self::TooMany { retry_after }
            | Self::Crowded { retry_after }
            | Self::Busy { retry_after, .. }
            | Self::NoVideo { retry_after, .. } => {
                headers.insert(RETRY_AFTER, HeaderValue::from(whole_seconds(*retry_after)));
            }
            Self::SignInNeeded if for_program => {
                headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Self::SignInNeeded => {
                headers.insert(LOCATION, HeaderValue::from_static(SIGN_IN_PATH));
            }
            Self::ConfirmationNeeded if !for_program => {
                headers.insert(LOCATION, HeaderValue::from_static(CONFIRM_PATH));
            }
            Self::SecondFactorNeeded if !for_program => {
                headers.insert(LOCATION, HeaderValue::from_static(SECOND_FACTOR_PATH));
            }
            _ => {}
        }
    }

    /// What the log should know and nobody else.
    pub(crate) fn log(&self, request_id: &str) {
        match self {
            Self::Internal(cause) => tracing::error!(id = request_id, cause = chain(cause.as_ref()), "request failed"),
            Self::Busy { cause, .. } | Self::NoVideo { cause, .. } => {
                tracing::warn!(id = request_id, cause = chain(cause.as_ref()), "busy")
            }
            Self::Malformed(reason) => tracing::debug!(id = request_id, reason, "request refused"),
            _ => {}
        }
    }
}

/// Whole seconds, rounded up: who waits that long is let through.
fn whole_seconds(duration: Duration) -> u64 {
    (duration.as_secs() + u64::from(duration.subsec_nanos() > 0)).max(1)
}

/// An error and its causes on one line.
fn chain(error: &(dyn Error + 'static)) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        line.push_str(": ");
        line.push_str(&error.to_string());
        cause = error.source();
    }
    line
}

impl fmt::Display for WebError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.key())
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::CrossSite | Self::ConfirmationNeeded | Self::SecondFactorNeeded => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::BodyTooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongBodyType { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::BadValue { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Refused(refusal) => refusal.status,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Crowded { .. } | Self::Busy { .. } | Self::NoVideo { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Empty: the gate, which knows the reader, writes the body.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}
