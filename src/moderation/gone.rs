//! What becomes of those who are gone: whoever waits loses the place in the end, and a seat in the call is not kept for
//! ever.

use jiff::Timestamp;

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Cause, Change, Departure, State};
use crate::domain::policy;
use crate::live::Presence;
use crate::store::Present;

impl Moderation {
    /// Ends the places of those who are gone for longer than their rooms allow. Answers how many.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn give_up_gone(&self) -> Result<usize, Refusal> {
        let now = self.clock.now();
        let mut ended = 0;
        for guest in self.store.present_long_enough(now).await? {
            if self.how_gone(&guest, now).is_some()
                && let Some(admission) = self.give_up(guest).await?
            {
                self.tell(&admission);
                ended += 1;
            }
        }
        Ok(ended)
    }

    /// Looks again within the transaction: the guest may have come back, or a host may have decided.
    async fn give_up(&self, guest: Present) -> Result<Option<Admission>, Refusal> {
        let now = self.clock.now();
        let moderation = self.clone();
        self.store
            .write(move |tx| {
                let before = tx.admission(guest.id)?.ok_or(Refusal::NotFound)?;
                let admitted_at = match before.state {
                    State::Waiting { .. } | State::Held => None,
                    State::Admitted { since, .. } => Some(since),
                    _ => return Ok(None),
                };
                // A host may have given them longer.
                let settings = tx.room(before.room_id)?.ok_or(Refusal::NotFound)?.settings;
                let (gone_after, return_window) = (settings.gone_after(), settings.return_window());
                let guest = Present { admitted_at, gone_after, return_window, ..guest };
                let Some(end) = moderation.how_gone(&guest, now) else { return Ok(None) };
                let mut change = end.of(before.clone(), now)?;
                tx.save_change(&before, &mut change, &Actor::SYSTEM, now)?;
                Ok(Some(change.admission))
            })
            .await
    }

    fn how_gone(&self, guest: &Present, now: Timestamp) -> Option<End> {
        let Presence::Away { since } = self.presence.of(guest.id, guest.requested_at, now) else { return None };
        let Some(admitted) = guest.admitted_at else {
            return (now >= since + guest.gone_after).then_some(End::Expired);
        };
        if since < admitted {
            return (now >= admitted + policy::SEAT_HELD).then_some(End::Departed(Departure::NeverCame));
        }
        // Only who was seen in the call can be missed there: of other providers' calls we may know nothing.
        let kept = guest.return_window.max(policy::AWAY_AFTER);
        (self.presence.was_in_call(guest.id) && now >= since + kept).then_some(End::Departed(Departure::Dropped))
    }
}

/// How a place comes to its end.
enum End {
    Expired,
    Departed(Departure),
}

impl End {
    fn of(self, admission: Admission, now: Timestamp) -> Result<Change, Refusal> {
        Ok(match self {
            Self::Expired => admission.expire(&Actor::SYSTEM, Cause::Gone, now)?,
            Self::Departed(how) => admission.depart(&Actor::SYSTEM, how, now)?,
        })
    }
}
