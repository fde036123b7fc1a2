//! What becomes of those who are gone: whoever waits loses the place in the end, and a seat in the call is not kept for
//! ever.

use jiff::{SignedDuration, Timestamp};

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Cause, Change, Departure, State};
use crate::domain::ids::AdmissionId;
use crate::domain::policy;
use crate::domain::room::Settings;
use crate::live::Presence;

impl Moderation {
    /// Ends the places of those who are gone for longer than their rooms allow. Answers how many.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn give_up_gone(&self) -> Result<usize, Refusal> {
        let now = self.clock.now();
        let mut ended = 0;
        for guest in self.store.everybody_present().await? {
            if let Presence::Away { .. } = self.presence.of(guest.id, guest.requested_at, now)
                && let Some(admission) = self.give_up(guest.id).await?
            {
                self.tell(&admission);
                ended += 1;
            }
        }
        Ok(ended)
    }

    /// Looks again within the transaction: the guest may have come back, or a host may have decided.
    async fn give_up(&self, id: AdmissionId) -> Result<Option<Admission>, Refusal> {
        let now = self.clock.now();
        let Some(admission) = self.store.admission(id)? else { return Ok(None) };
        let Some(room) = self.store.room(admission.room_id)? else { return Ok(None) };
        if self.how_gone(&admission, &room.settings, now).is_none() {
            return Ok(None);
        }
        let (moderation, settings) = (self.clone(), room.settings);
        self.store
            .write(move |tx| {
                let before = tx.admission(id)?.ok_or(Refusal::NotFound)?;
                let Some(end) = moderation.how_gone(&before, &settings, now) else { return Ok(None) };
                let mut change = end.of(before.clone(), now)?;
                tx.save_change(&before, &mut change, &Actor::SYSTEM, now)?;
                Ok(Some(change.admission))
            })
            .await
    }

    fn how_gone(&self, admission: &Admission, settings: &Settings, now: Timestamp) -> Option<End> {
        let Presence::Away { since } = self.presence.of(admission.id, admission.requested_at, now) else { return None };
        match admission.state {
            State::Waiting { .. } | State::Held if now >= since + settings.gone_after() => Some(End::Expired),
            State::Admitted { since: admitted, .. } if since < admitted => {
                (now >= admitted + policy::SEAT_HELD).then_some(End::Departed(Departure::NeverCame))
            }
            // Only who was seen in the call can be missed there: of other providers' calls we may know nothing.
            State::Admitted { .. } if self.presence.was_in_call(admission.id) => {
                let kept: SignedDuration = settings.return_window().max(policy::AWAY_AFTER);
                (now >= since + kept).then_some(End::Departed(Departure::Dropped))
            }
            _ => None,
        }
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
