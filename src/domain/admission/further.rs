//! Transitions beside the decision itself: second thoughts, a word to somebody who waits, another room.

use jiff::Timestamp;

use super::{Admission, Cause, Change, Reconsidered, Said, State, Transition};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::{AdmissionId, PersonId, RoomId};
use crate::domain::text::{Message, Title};

impl Admission {
    /// A host thinks better of an end that the guest has not left for: a denial, a withdrawal, a place given up. The
    /// guest waits again at the old place, or is let in. Whether the guest is still there is for the caller to know.
    ///
    /// # Errors
    /// When it did not end like that, or somebody has already brought the guest back differently.
    pub fn reconsider(self, actor: &Actor, how: Reconsidered, now: Timestamp) -> Transition {
        match (&self.state, how) {
            (State::Expired { cause: Cause::Moved }, _) => self.refuses(),
            (State::Denied { .. } | State::Withdrawn | State::Expired { .. }, Reconsidered::Waiting) => {
                self.becomes(State::Waiting { sent_back: None }, actor, now, Fact::Reconsidered)
            }
            (State::Denied { .. } | State::Withdrawn | State::Expired { .. }, Reconsidered::Admitted { role }) => {
                let role = role.unwrap_or(self.invited_role);
                let state = State::Admitted { role, since: now };
                let mut change = self.becomes(state, actor, now, Fact::Reconsidered)?;
                change.facts.push(Fact::Admitted { role });
                Ok(change)
            }
            (State::Waiting { .. }, Reconsidered::Waiting) => self.stays(),
            (State::Admitted { role: present, .. }, Reconsidered::Admitted { role })
                if role.is_none_or(|role| role == *present) =>
            {
                self.stays()
            }
            _ => self.refuses(),
        }
    }

    /// A host says something to somebody who waits. That decides nothing: the revision stays.
    ///
    /// # Errors
    /// When the guest does not wait.
    pub fn say(self, message: Message, now: Timestamp) -> Transition {
        match self.state {
            State::Waiting { .. } | State::Held => {
                let mut change = Change { admission: self, facts: Vec::new(), takes_away: false };
                change.says(Some(message), now);
                Ok(change)
            }
            _ => self.refuses(),
        }
    }

    /// A host moves a waiting guest to another room, where a new admission goes on from this one: see `arriving_in`.
    ///
    /// # Errors
    /// When the guest does not wait.
    pub fn move_away(self, actor: &Actor, to: &Title, now: Timestamp) -> Transition {
        match self.state {
            State::Waiting { .. } | State::Held => {
                let fact = Fact::MovedAway { title: to.to_string() };
                self.becomes(State::Expired { cause: Cause::Moved }, actor, now, fact)
            }
            _ => self.refuses(),
        }
    }

    /// The admission that goes on from this one in another room: waiting, at the place of the first asking.
    #[must_use]
    pub fn arriving_in(&self, room: RoomId, id: AdmissionId, person: PersonId) -> Self {
        Self {
            id,
            room_id: room,
            person,
            place: self.requested_at.as_millisecond(),
            state: State::Waiting { sent_back: None },
            generation: 1,
            revision: 1,
            sequence: 0,
            decided: None,
            ended_at: None,
            message: None,
            follows: Some(self.id),
            ..self.clone()
        }
    }
}

impl Change {
    pub(super) fn says(&mut self, message: Option<Message>, now: Timestamp) {
        if let Some(text) = message {
            self.facts.push(Fact::Messaged { message: text.to_string() });
            self.admission.message = Some(Said { text, at: now });
        }
    }
}
