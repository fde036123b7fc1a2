//! What use cases refuse, as an answer: the status by kind, the sentence in the reader's language.

use std::time::Duration;

use jiff::Timestamp;

use super::words::isolated;
use super::{WebError, Words, markup};
use crate::domain::admission::Admission;
use crate::domain::policy;
use crate::domain::text::TextProblem;
use crate::moderation::Refusal;
use crate::store::StoreError;
use crate::video::VideoError;

/// After so long a database or a provider may have recovered.
const TRY_AGAIN: Duration = Duration::from_secs(5);

/// A refusal as an answer. `now` is for "4 s ago".
pub fn answer(refusal: Refusal, words: Words, now: Timestamp) -> WebError {
    match refusal {
        Refusal::NotFound => WebError::NotFound,
        Refusal::Forbidden(rule) => WebError::not_allowed(words.say(&format!("refused-{}", rule.replace('_', "-")))),
        Refusal::Invalid { field, problem, text } => WebError::bad_value_because(
            field,
            match text {
                Some(text) => text_problem(words, text),
                None => words.say_with("refused-value", &[("field", field.into()), ("problem", problem.into())]),
            },
        ),
        Refusal::Conflict(admission) => WebError::lost_race(lost_race(&admission, words, now)),
        Refusal::NotNow(why) => WebError::not_now(words.say(&format!("not-now-{}", why.replace('_', "-")))),
        Refusal::Claimed { by } => WebError::not_now(words.say_with("not-now-claimed", &[("by", isolated(&by))])),
        Refusal::Link(problem) => WebError::gone(words.say(&format!("link-{}", problem.as_str().replace('_', "-"))))
            .with("reason", problem.as_str()),
        Refusal::WrongPasscode => WebError::bad_value_because("passcode", words.say("refused-passcode")),
        Refusal::TooSoon { until } => {
            let wait = until.duration_since(now).unsigned_abs();
            WebError::TooMany { retry_after: wait }
        }
        Refusal::CallFull { limit } => {
            WebError::not_now(words.say_with("refused-call-full", &[("limit", limit.into())])).with("limit", limit)
        }
        Refusal::TooManyWaiting => WebError::Crowded { retry_after: policy::FULL_TRY_AGAIN.unsigned_abs() },
        Refusal::NobodyReady => WebError::not_now(words.say("refused-nobody-ready")),
        Refusal::Gone => WebError::gone(words.say("refused-gone")),
        Refusal::SignInFailed => WebError::bad_value_because("password", words.say("refused-sign-in")),
        Refusal::ConfirmationNeeded => WebError::not_allowed(words.say("refused-confirmation")),
        Refusal::Store(error @ StoreError::Unavailable(_)) => {
            WebError::Busy { retry_after: TRY_AGAIN, cause: error.into() }
        }
        Refusal::Video(error @ (VideoError::Unavailable(_) | VideoError::Refused(_))) => {
            WebError::NoVideo { retry_after: TRY_AGAIN, cause: error.into() }
        }
        Refusal::Video(error @ VideoError::Throttled { retry_after }) => {
            WebError::NoVideo { retry_after: retry_after.unwrap_or(TRY_AGAIN), cause: error.into() }
        }
        Refusal::Video(VideoError::Unsupported(_)) => WebError::not_now(words.say("refused-unsupported")),
        Refusal::Video(VideoError::Unattributed { .. }) => WebError::not_now(words.say("refused-unattributed")),
        Refusal::Store(error) => WebError::internal(error),
    }
}

/// What is wrong with a typed text, as a sentence beside its field.
pub fn text_problem(words: Words, problem: TextProblem) -> String {
    match problem {
        TextProblem::Empty => words.say("text-empty"),
        TextProblem::TooLong { limit } => words.say_with("text-too-long", &[("limit", limit.into())]),
        TextProblem::TooShort { limit } => words.say_with("text-too-short", &[("limit", limit.into())]),
        TextProblem::ForbiddenCharacter => words.say("text-forbidden-character"),
        TextProblem::NotAnEmail => words.say("text-not-an-email"),
        TextProblem::CommonPassword => words.say("text-common-password"),
    }
}

/// "Already admitted by Ana, 4 s ago".
pub fn lost_race(admission: &Admission, words: Words, now: Timestamp) -> String {
    let state = format!("lost-race-{}", admission.state.as_str());
    match &admission.decided {
        Some(decided) if !decided.by.is_empty() => {
            let time = markup::relative(words, decided.at.min(now), now);
            words.say_with(&state, &[("by", isolated(&decided.by)), ("time", time.into())])
        }
        _ => words.say(&format!("{state}.nobody")),
    }
}
