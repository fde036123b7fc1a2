//! An admission: one request to enter, and what became of it.
//!
//! ```text
//!             ┌──────────── send back (generation+1) ───────────┐
//!             ▼                                                 │
//! request → WAITING ⇄ HELD ── admit(role) ──→ ADMITTED{role} ───┤── change role ⟲ (generation+1)
//!             ├ deny → DENIED   (undo → WAITING)                ├ remove → REMOVED (generation+1)
//!             ├ withdraw → WITHDRAWN                            └ leave → LEFT (back within the window → ADMITTED)
//!             └ expire, move → EXPIRED                          └ depart → LEFT for good (generation+1)
//! DENIED, WITHDRAWN, EXPIRED ── reconsider → WAITING or ADMITTED, while the guest is still there
//! ```
//!
//! A transition takes the admission, who acts and when. It returns the new admission with what happened, the same one
//! with nothing when the same was decided before, or why it is refused. It never looks at anything else.

use jiff::{SignedDuration, Timestamp};

use super::actor::Actor;
use super::fact::Fact;
use super::grant::Grant;
use super::ids::{AdmissionId, InviteId, PersonId, RoomId};
use super::policy;
use super::question::Answer;
use super::role::Role;
use super::text::{GuestName, Message, Note};

mod further;
mod state;

pub use state::{
    Cause, Decided, Departure, Earlier, PresetReason, Reason, Reconsidered, STATES, Said, SentBack, State,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admission {
    pub id: AdmissionId,
    pub room_id: RoomId,
    pub invite_id: InviteId,
    /// What a video provider knows this guest by.
    pub person: PersonId,
    pub name: GuestName,
    pub note: Option<Note>,
    /// The role of the invite, given when the host names no other.
    pub invited_role: Role,
    pub requested_at: Timestamp,
    /// The order in the queue: lower is earlier. Whoever is sent back gets one below all others.
    pub place: i64,
    pub state: State,
    /// Goes up whenever tokens already handed out must stop counting.
    pub generation: u32,
    /// Goes up with every change: compare-and-set.
    pub revision: u32,
    /// The room's sequence number of the last change.
    pub sequence: i64,
    /// Who made the last change, and when.
    pub decided: Option<Decided>,
    /// When it came to an end, if it has.
    pub ended_at: Option<Timestamp>,
    /// The last that a host said to the guest while waiting.
    pub message: Option<Said>,
    /// The request of the same guest that this one goes on from: asked again, or moved here from another room.
    pub follows: Option<AdmissionId>,
    /// How often in a row this browser was denied in this room, with this time if it was: the ladder of
    /// [`policy::may_ask_again_at`]. Being admitted, or a lifted block, begins anew.
    pub denials: u32,
    /// This browser has asked in this room before.
    pub returning: bool,
    /// What the guest answered to the room's questions.
    pub answers: Vec<Answer>,
}

/// What a transition did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub admission: Admission,
    /// What happened, for the log; empty when the same was decided before.
    pub facts: Vec<Fact>,
    /// Whether rights were taken away, so that the provider must end the old connection.
    pub takes_away: bool,
}

/// The admission is not in a state in which this can be done; it is inside, as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the admission is {}", .0.state.as_str())]
pub struct Refused(pub Box<Admission>);

type Transition = Result<Change, Refused>;

impl Admission {
    /// A host lets the guest in, with the given role or the invite's.
    ///
    /// # Errors
    /// When the guest is neither waiting nor held, nor already in with that role.
    pub fn admit(mut self, actor: &Actor, role: Option<Role>, now: Timestamp) -> Transition {
        match self.state {
            State::Waiting { .. } | State::Held => {
                self.denials = 0;
                let role = role.unwrap_or(self.invited_role);
                let state = State::Admitted { role, since: now };
                self.becomes(state, actor, now, Fact::Admitted { role })
            }
            State::Admitted { role: present, .. } if role.is_none_or(|role| role == present) => self.stays(),
            _ => self.refuses(),
        }
    }

    /// A host says no, for good if `block`. The guest hears of it when the time to undo it is over. The third time in a
    /// row lasts.
    ///
    /// # Errors
    /// When the guest is neither waiting nor held, nor denied already.
    pub fn deny(mut self, actor: &Actor, reason: Option<Reason>, block: bool, now: Timestamp) -> Transition {
        let (reason, visible_from, earlier) = match &self.state {
            State::Waiting { sent_back } => {
                (reason, now + policy::UNDO, Earlier::Waiting { sent_back: sent_back.clone() })
            }
            State::Held => (reason, now + policy::UNDO, Earlier::Held),
            State::Denied { reason: said, visible_from, earlier, blocked: false } if block => {
                (reason.or_else(|| said.clone()), *visible_from, earlier.clone())
            }
            State::Denied { .. } => return self.stays(),
            _ => return self.refuses(),
        };
        if !matches!(self.state, State::Denied { .. }) {
            self.denials += 1;
        }
        let fact = Fact::Denied { reason: reason.as_ref().map(|reason| reason.as_str().to_owned()), blocked: block };
        let blocked = block || self.denials >= policy::DENIALS_UNTIL_BLOCKED;
        self.becomes(State::Denied { reason, visible_from, earlier, blocked }, actor, now, fact)
    }

    /// A host takes a denial back before the guest has heard of it. The place in the queue is the old one.
    ///
    /// # Errors
    /// When there is nothing to undo any more.
    pub fn undo(mut self, actor: &Actor, now: Timestamp) -> Transition {
        match &self.state {
            State::Denied { visible_from, earlier, .. } if now < *visible_from => {
                self.denials = self.denials.saturating_sub(1);
                let state = State::from(earlier.clone());
                self.becomes(state, actor, now, Fact::DenialUndone)
            }
            State::Waiting { .. } | State::Held => self.stays(),
            _ => self.refuses(),
        }
    }

    /// A host gives an admitted guest another role. Tokens of the old one stop counting.
    ///
    /// # Errors
    /// When the guest is not in.
    pub fn change_role(mut self, actor: &Actor, role: Role, now: Timestamp) -> Transition {
        match self.state {
            State::Admitted { role: present, .. } if present == role => self.stays(),
            State::Admitted { role: from, since } => {
                self.generation += 1;
                let state = State::Admitted { role, since };
                let change = self.becomes(state, actor, now, Fact::RoleChanged { from, to: role })?;
                Ok(Change { takes_away: from.loses_rights_in(role), ..change })
            }
            _ => self.refuses(),
        }
    }

    /// The guest gives up speaking and watches from now on. Only ever downwards: a role that lacks something a viewer has
    /// (a presenter sees nobody) cannot be left this way.
    ///
    /// # Errors
    /// When the guest is not in, or would gain a right.
    pub fn step_down(self, actor: &Actor, now: Timestamp) -> Transition {
        match self.state {
            State::Admitted { role, .. } if !Role::Subscriber.loses_rights_in(role) => {
                self.change_role(actor, Role::Subscriber, now)
            }
            _ => self.refuses(),
        }
    }

    /// A host ends the call for an admitted guest, who waits again at `front` and is told why.
    ///
    /// # Errors
    /// When the guest is not in, nor was just sent back.
    pub fn send_back(mut self, actor: &Actor, front: i64, message: Option<Message>, now: Timestamp) -> Transition {
        match self.state {
            State::Admitted { .. } => {
                self.generation += 1;
                self.place = front;
                // What was said before the call is no answer to being back.
                self.message = None;
                let fact = Fact::SentBack { message: message.as_ref().map(Message::to_string) };
                let state = State::Waiting { sent_back: Some(SentBack { message }) };
                let change = self.becomes(state, actor, now, fact)?;
                Ok(Change { takes_away: true, ..change })
            }
            State::Waiting { sent_back: Some(_) } => self.stays(),
            _ => self.refuses(),
        }
    }

    /// A host puts a guest out of the call, for good if `block`.
    ///
    /// # Errors
    /// When the guest is neither in, nor just left, nor removed already.
    pub fn remove(mut self, actor: &Actor, block: bool, now: Timestamp) -> Transition {
        match self.state {
            State::Admitted { .. } | State::Left { .. } => {
                self.generation += 1;
                let change =
                    self.becomes(State::Removed { blocked: block }, actor, now, Fact::Removed { blocked: block })?;
                Ok(Change { takes_away: true, ..change })
            }
            State::Removed { blocked } if block && !blocked => {
                self.becomes(State::Removed { blocked: true }, actor, now, Fact::Removed { blocked: true })
            }
            State::Removed { .. } => self.stays(),
            _ => self.refuses(),
        }
    }

    /// The guest leaves the queue. A denial that the guest has not heard of yet makes no difference, unless it is for good:
    /// then the guest hears of it now.
    ///
    /// # Errors
    /// When the guest does not wait.
    pub fn withdraw(self, actor: &Actor, now: Timestamp) -> Transition {
        if let State::Denied { reason, visible_from, earlier, blocked: true } = &self.state
            && now < *visible_from
        {
            let (reason, earlier) = (reason.clone(), earlier.clone());
            let state = State::Denied { reason, visible_from: now, earlier, blocked: true };
            return self.becomes(state, actor, now, Fact::Withdrawn);
        }
        match self.state_for_guest(now) {
            State::Waiting { .. } | State::Held => self.becomes(State::Withdrawn, actor, now, Fact::Withdrawn),
            State::Withdrawn => self.stays(),
            _ => self.refuses(),
        }
    }

    /// The guest leaves the call.
    ///
    /// # Errors
    /// When the guest is not in.
    pub fn leave(self, actor: &Actor, now: Timestamp) -> Transition {
        match self.state {
            State::Admitted { role, .. } => {
                self.becomes(State::Left { role, how: Departure::Own }, actor, now, Fact::Left)
            }
            State::Left { .. } => self.stays(),
            _ => self.refuses(),
        }
    }

    /// The guest who left comes back with the same role, while the room's window is open.
    ///
    /// # Errors
    /// When the window is over, or the guest had not left.
    pub fn come_back(mut self, actor: &Actor, window: SignedDuration, now: Timestamp) -> Transition {
        match self.state {
            State::Left { role, .. } if self.may_come_back(window, now) => {
                self.generation += 1;
                self.becomes(State::Admitted { role, since: now }, actor, now, Fact::Returned)
            }
            State::Admitted { .. } => self.stays(),
            _ => self.refuses(),
        }
    }

    /// Whether a guest who left can come back without asking. Only of their own will: whoever was put out, however
    /// politely, asks again.
    pub fn may_come_back(&self, window: SignedDuration, now: Timestamp) -> bool {
        matches!(self.state, State::Left { how: Departure::Own, .. })
            && self.ended_at.is_some_and(|left_at| now < left_at + window)
    }

    /// Nobody decided, and there is nothing to decide any more.
    ///
    /// # Errors
    /// When the guest does not wait.
    pub fn expire(self, actor: &Actor, cause: Cause, now: Timestamp) -> Transition {
        match self.state {
            State::Waiting { .. } | State::Held => {
                self.becomes(State::Expired { cause }, actor, now, Fact::Expired { cause: cause.as_str() })
            }
            State::Expired { .. } => self.stays(),
            _ => self.refuses(),
        }
    }

    /// The state as the guest may know it: a denial that can still be undone has not happened.
    pub fn state_for_guest(&self, now: Timestamp) -> State {
        match &self.state {
            State::Denied { visible_from, earlier, .. } if now < *visible_from => earlier.clone().into(),
            state => state.clone(),
        }
    }

    /// Denied or removed until a host lifts it.
    pub fn is_blocked(&self) -> bool {
        matches!(self.state, State::Denied { blocked: true, .. } | State::Removed { blocked: true })
    }

    /// The role the guest has in the call, while in.
    pub fn role(&self) -> Option<Role> {
        match self.state {
            State::Admitted { role, .. } => Some(role),
            _ => None,
        }
    }

    /// The only way to a guest's token: the right of this moment, or `None` for whoever is not in.
    pub fn grant(&self, expires_at: Timestamp, with_name: bool) -> Option<Grant> {
        Some(Grant {
            person: self.person,
            generation: self.generation,
            role: self.role()?,
            expires_at,
            name: with_name.then(|| self.name.to_string()),
        })
    }

    fn becomes(mut self, state: State, actor: &Actor, now: Timestamp, fact: Fact) -> Transition {
        let goes_on = matches!(state, State::Waiting { .. } | State::Held | State::Admitted { .. });
        self.ended_at = if goes_on { None } else { Some(now) };
        self.state = state;
        self.revision += 1;
        self.decided = Some(Decided { by: actor.name().to_owned(), at: now });
        Ok(Change { admission: self, facts: vec![fact], takes_away: false })
    }

    fn stays(self) -> Transition {
        Ok(Change { admission: self, facts: Vec::new(), takes_away: false })
    }

    fn refuses(self) -> Transition {
        Err(Refused(Box::new(self)))
    }
}
