//! Refusals for programs: the same answers as for pages, with what a program wants to know beside the sentence.

use super::caller::Caller;
use super::shapes::as_value;
use super::ticket::TicketHolder;
use crate::domain::admission::State;
use crate::moderation::{LinkProblem, Refusal};
use crate::web::respond::Time;
use crate::web::{WebError, Words, refusal};

impl Caller {
    /// A refused use case. A lost race holds the admission as it now is, and who decided when.
    pub fn refused(&self, refused: Refusal) -> WebError {
        let Refusal::Conflict(admission) = refused else { return self.failed(refused) };
        let sentence = refusal::lost_race(&admission, self.words, self.moderation.clock.now());
        match self.shape(*admission) {
            Ok(shape) => WebError::lost_race(sentence)
                .with("decided_by", shape.decided_by.clone())
                .with("decided_at", as_value(&shape.decided_at))
                .with("admission", as_value(&shape)),
            Err(error) => error,
        }
    }
}

impl TicketHolder {
    /// A refused use case. Guests read neither who decided nor, too early, what.
    pub fn refused(&self, refused: Refusal) -> WebError {
        let Refusal::Conflict(admission) = refused else { return self.failed(refused) };
        match self.own_shape(&admission) {
            Ok(shape) => {
                let inside = matches!(admission.state, State::Admitted { .. });
                let key = if inside { "api-guest-is-in" } else { "api-guest-is-not-in" };
                WebError::not_now(self.words.say(key)).with("admission", as_value(&shape))
            }
            Err(error) => error,
        }
    }
}

/// A refused link. One that nobody gave out is like any other address that does not exist.
pub(super) fn link(problem: LinkProblem, words: Words) -> WebError {
    let sentence = words.say(&format!("link-{}", problem.as_str().replace('_', "-")));
    let answer = WebError::gone(sentence).with("reason", problem.as_str());
    match problem {
        LinkProblem::Unknown => WebError::NotFound,
        LinkProblem::Early { opens_at } => answer.with("opens_at", as_value(&Time(opens_at))),
        _ => answer,
    }
}
