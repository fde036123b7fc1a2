//! Transitions beside the decision itself: second thoughts, on hold and back, a word to somebody who waits, another room.

use jiff::Timestamp;

use super::{Admission, Cause, Change, Departure, Reconsidered, Said, State, Transition};
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
    pub fn reconsider(mut self, actor: &Actor, how: Reconsidered, now: Timestamp) -> Transition {
        match (&self.state, how) {
            (State::Expired { cause: Cause::Moved }, _) => self.refuses(),
            (State::Denied { .. } | State::Withdrawn | State::Expired { .. }, Reconsidered::Waiting) => {
                if let State::Denied { .. } = self.state {
                    self.denials = self.denials.saturating_sub(1);
                }
                self.becomes(State::Waiting { sent_back: None }, actor, now, Fact::Reconsidered)
            }
            (State::Denied { .. } | State::Withdrawn | State::Expired { .. }, Reconsidered::Admitted { role }) => {
                self.denials = 0;
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

    /// A host puts the guest aside for later, maybe with a word.
    ///
    /// # Errors
    /// When the guest is not waiting, nor held already.
    pub fn hold(self, actor: &Actor, message: Option<Message>, now: Timestamp) -> Transition {
        match self.state {
            State::Waiting { .. } => {
                let mut change = self.becomes(State::Held, actor, now, Fact::Held)?;
                change.says(message, now);
                Ok(change)
            }
            State::Held => match message {
                Some(message) => self.say(message, now),
                None => self.stays(),
            },
            _ => self.refuses(),
        }
    }

    /// A host takes a held guest back into the queue, at the old place.
    ///
    /// # Errors
    /// When the guest is neither held nor waiting.
    pub fn resume(self, actor: &Actor, now: Timestamp) -> Transition {
        match self.state {
            State::Held => self.becomes(State::Waiting { sent_back: None }, actor, now, Fact::Resumed),
            State::Waiting { .. } => self.stays(),
            _ => self.refuses(),
        }
    }

    /// Somebody who is in is out from now on, without having been removed; see [`Departure`]. Tokens stop counting.
    ///
    /// # Errors
    /// When the guest is not in.
    pub fn depart(mut self, actor: &Actor, how: Departure, now: Timestamp) -> Transition {
        match self.state {
            State::Admitted { role, .. } => {
                self.generation += 1;
                let fact = Fact::Departed { how: how.as_str() };
                let change = self.becomes(State::Left { role, how }, actor, now, fact)?;
                Ok(Change { takes_away: true, ..change })
            }
            State::Left { .. } => self.stays(),
            _ => self.refuses(),
        }
    }

    /// A host lifts a block, so that the guest may ask again at once, and the ladder begins anew.
    ///
    /// # Errors
    /// When the guest was neither denied nor removed.
    pub fn unblock(mut self, actor: &Actor, now: Timestamp) -> Transition {
        let ended_at = self.ended_at;
        let state = match &self.state {
            State::Removed { blocked: true } => State::Removed { blocked: false },
            State::Denied { reason, visible_from, earlier, blocked: true } => State::Denied {
                reason: reason.clone(),
                visible_from: *visible_from,
                earlier: earlier.clone(),
                blocked: false,
            },
            State::Denied { .. } | State::Removed { .. } => return self.stays(),
            _ => return self.refuses(),
        };
        self.denials = 0;
        let mut change = self.becomes(state, actor, now, Fact::Unblocked)?;
        // When it ended is no news: the row stays where it is in the list.
        change.admission.ended_at = ended_at;
        Ok(change)
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
            denials: 0,
            returning: false,
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
