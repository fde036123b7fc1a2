//! Who asks to join, and what the same browser did in the room before: the ladder of denials, and a place it has already.

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};

use super::{Refusal, hash_of};
use crate::domain::admission::{Admission, State};
use crate::domain::invite::Invite;
use crate::domain::policy;
use crate::domain::question::Answer;
use crate::domain::room::Room;
use crate::domain::text::{GuestName, Note};
use crate::store::Tx;

/// Who asks, with everything parsed.
pub(super) struct Asker {
    pub name: GuestName,
    pub note: Option<Note>,
    pub answers: Vec<Answer>,
    pub browser: Option<SecretString>,
    /// The ended request of the same ticket, whose use of the invite counts on.
    pub again: Option<Admission>,
}

impl Asker {
    pub fn again(own: Admission, browser: Option<SecretString>) -> Self {
        let Admission { name, note, answers, .. } = own.clone();
        Self { name, note, answers, browser, again: Some(own) }
    }
}

/// What a browser's earlier requests in a room mean for a new one.
pub(super) struct Past {
    pub browser_hash: Option<[u8; 32]>,
    /// The place it has already, by the same invite.
    pub place: Option<Admission>,
    pub denials: u32,
    pub returning: bool,
}

impl Tx {
    /// What this browser did here before.
    ///
    /// # Errors
    /// `TooSoon` or `Gone` when it may not ask now, whatever link it comes by.
    pub(super) fn past_of(
        &mut self,
        room: &Room,
        invite: &Invite,
        asker: &Asker,
        now: Timestamp,
    ) -> Result<Past, Refusal> {
        let own = asker.again.as_ref();
        let mut denials = own.map_or(0, |own| own.denials);
        let browser_hash = match (&asker.browser, own) {
            (Some(secret), _) => Some(browser_in_room(secret, room)),
            (None, Some(own)) => self.browser_of(own.id)?,
            (None, None) => None,
        };
        let Some(hash) = browser_hash else {
            let place = self.place_since(own)?;
            return Ok(Past { browser_hash, place, denials, returning: own.is_some() });
        };
        let earlier = self.decided_of_browser(&hash)?;
        let here = || earlier.iter().filter(|admission| admission.room_id == room.id);
        if let Some(outcome) = last_outcome(here()) {
            // What it has not heard of yet makes no difference.
            if outcome.state_for_guest(now) == outcome.state {
                may_ask(outcome, now)?;
            }
            denials = denials.max(outcome.denials);
        }
        // Also for one who asks again: another tab may have pressed the same button first.
        let is_place = |admission: &&Admission| {
            let present = admission.state_for_guest(now);
            let is_present = matches!(present, State::Waiting { .. } | State::Held | State::Admitted { .. });
            is_present && admission.invite_id == invite.id && (own.is_none() || admission.room_id == room.id)
        };
        let place = earlier.iter().find(is_place).cloned();
        let returning = !earlier.is_empty() || self.knows_browser(&hash)?;
        Ok(Past { browser_hash, place, denials, returning })
    }

    /// The place that whoever came to this end has by having asked again already, where no browser is known.
    fn place_since(&mut self, ended: Option<&Admission>) -> Result<Option<Admission>, Refusal> {
        let Some(ended) = ended else { return Ok(None) };
        let next = self.follower(ended.id)?;
        Ok(next.filter(|next| next.ended_at.is_none() && next.room_id == ended.room_id))
    }
}

/// What hosts last decided about a browser, by whatever link it came.
fn last_outcome<'a>(earlier: impl Iterator<Item = &'a Admission>) -> Option<&'a Admission> {
    let decided = earlier.filter_map(|admission| match admission.state {
        State::Admitted { since, .. } => Some((since, admission)),
        State::Denied { .. } | State::Removed { .. } | State::Left { .. } => Some((admission.ended_at?, admission)),
        _ => None,
    });
    decided.max_by_key(|(at, admission)| (*at, admission.id)).map(|(_, admission)| admission)
}

/// Whether whoever came to this end may ask again now.
pub(super) fn may_ask(ended: &Admission, now: Timestamp) -> Result<(), Refusal> {
    if ended.ended_at.is_none() {
        return Ok(());
    }
    match policy::may_ask_again_at(ended) {
        None => Err(Refusal::Gone),
        Some(until) if now < until => Err(Refusal::TooSoon { until }),
        Some(_) => Ok(()),
    }
}

/// How a browser is known in one room: nobody who reads the database can follow it into another.
fn browser_in_room(secret: &SecretString, room: &Room) -> [u8; 32] {
    hash_of(&format!("{} {}", room.id, secret.expose_secret()))
}
