//! Why a call to the platform's API did not do what it should. No message repeats what the platform wrote: it may hold
//! what nobody should read in a log.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::video::VideoError;

/// A clock this much off explains a refused signature: the platform takes signatures for a few minutes.
const SKEW: SignedDuration = SignedDuration::from_secs(60);

/// Why a call did not do what it should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// 401 or 403: key, secret, application or clock.
    #[error("the platform does not accept our signature{}: {hint}", .status.map(|it| format!(" ({it})")).unwrap_or_default())]
    Settings { status: Option<u16>, hint: String },
    /// 404: no such session, connection or stream.
    #[error("the platform knows no such session, connection or stream")]
    NotFound,
    /// 429, or 503 with a time.
    #[error("the platform asks us to wait")]
    Throttled { retry_after: Option<Duration> },
    /// Not reached, no answer in time, or an error of its own.
    #[error("{0}")]
    Unavailable(String),
    /// An answer that makes no sense; whatever answers may not be the platform at all.
    #[error("the platform's answer makes no sense: {0}")]
    Nonsense(&'static str),
    /// Any other refusal: a mistake of ours.
    #[error("the platform refuses this call with {0}")]
    Refused(u16),
}

impl From<Problem> for VideoError {
    fn from(problem: Problem) -> Self {
        let text = problem.to_string();
        match problem {
            Problem::Settings { .. } | Problem::Refused(_) => Self::Refused(text),
            Problem::Throttled { retry_after } => Self::Throttled { retry_after },
            Problem::NotFound | Problem::Unavailable(_) | Problem::Nonsense(_) => Self::Unavailable(text),
        }
    }
}

impl Problem {
    /// What a failed exchange was, in words without an address's details.
    pub(super) fn of_exchange(error: &reqwest::Error) -> Self {
        let what = if error.is_timeout() {
            "the platform does not answer in time"
        } else if error.is_connect() {
            "the platform cannot be reached"
        } else {
            "the connection to the platform broke off"
        };
        // The innermost cause says why; the outer ones repeat the address, and with it session and connection.
        let mut cause: &dyn std::error::Error = error;
        while let Some(source) = cause.source() {
            cause = source;
        }
        match error.is_timeout() {
            true => Self::Unavailable(what.to_owned()),
            false => Self::Unavailable(format!("{what}: {cause}")),
        }
    }

    /// 401 or 403. The platform's clock is in its answer: if ours is off, that is why.
    pub(super) fn of_signature(status: u16, what_to_check: &str, now: Timestamp, date: Option<Timestamp>) -> Self {
        let off = date.and_then(|theirs| clock_is_off(now.duration_since(theirs)));
        Self::Settings { status: Some(status), hint: off.unwrap_or_else(|| what_to_check.to_owned()) }
    }
}

/// Says that a clock is off, if it is off by more than signatures can bear. Positive: ahead.
pub fn clock_is_off(by: SignedDuration) -> Option<String> {
    let minutes = (by.abs().as_secs() + 30) / 60;
    let way = if by.is_positive() { "fast" } else { "slow" };
    (by.abs() > SKEW).then(|| format!("this machine's clock is about {minutes} min {way}; set the clock"))
}
