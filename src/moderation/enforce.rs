//! Making the video provider end the connections of those who lost their rights: tried until it is confirmed.

use std::time::Duration;

use jiff::SignedDuration;

use super::{Moderation, Refusal};
use crate::domain::ids::{PersonId, RoomId};
use crate::live::Topic;
use crate::random;
use crate::store::{Enforcement, StoreError, Tx};
use crate::video::VideoError;

/// The pause after the first failed try; doubled after each further one.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(1);
/// Between two tries, at most; unless the provider asks for longer.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_secs(60);
/// The longest that a provider can make us wait: a wrong header must not end enforcement.
const LONGEST_ASKED: SignedDuration = SignedDuration::from_mins(10);
/// Whoever may still be connected after this long is called out, in the log and on the desk.
const OVERDUE: SignedDuration = SignedDuration::from_mins(10);
/// Tries under way at once: enough that a slow one holds up nobody, few enough for the provider.
pub const AT_ONCE: usize = 16;

impl Moderation {
    /// What is due now: of each person only the oldest, so that their order is kept.
    ///
    /// # Errors
    /// Only of the database.
    pub fn enforcements_due(&self) -> Result<Vec<Enforcement>, StoreError> {
        self.store.enforcements_due(self.clock.now(), 100)
    }

    /// Makes one try, and notes how it ended. Answers whether it is confirmed.
    ///
    /// # Errors
    /// Only of the database; the try is then made again.
    pub async fn enforce(&self, due: &Enforcement) -> Result<bool, Refusal> {
        let admission = self.store.admission_by_person(due.person)?;
        let moved = admission.as_ref().is_some_and(|it| it.role().is_some());
        let ended = self.video.disconnect(&due.session_id, due.person, due.generation, moved).await;
        match &ended {
            Ok(()) => self.note_ended(due).await?,
            Err(error) => self.note_failure(due, error).await?,
        }
        if let (Ok(()), Some(admission), None) = (&ended, &admission, self.video.embedded()) {
            // The embedded session tells by itself that somebody went; the platform tells late, or not at all.
            self.look_at(&due.session_id, admission).await?;
        }
        self.hub.notify(Topic::Room(due.room_id));
        // The next one of the same person may go on.
        self.store.enforcement_waits().notify_one();
        Ok(ended.is_ok())
    }

    async fn note_ended(&self, due: &Enforcement) -> Result<(), Refusal> {
        let (now, id, person, room) = (self.clock.now(), due.id, due.person, due.room_id);
        self.store
            .write(move |tx| {
                tx.confirm_enforcement(id, now)?;
                tx.touch_enforced(room, person)
            })
            .await
    }

    async fn note_failure(&self, due: &Enforcement, error: &VideoError) -> Result<(), Refusal> {
        let (now, id, person, room) = (self.clock.now(), due.id, due.person, due.room_id);
        let attempts = due.attempts + 1;
        let due_at = now + pause(attempts, error);
        let overdue = due.alarmed_at.is_none() && now.duration_since(due.created_at) >= OVERDUE;
        if overdue {
            tracing::warn!(%error, attempts, room = %room, "somebody who lost the right may still be connected after 10 min");
        } else {
            tracing::info!(%error, attempts, "a connection could not be ended yet");
        }
        let problem = error.to_string();
        self.store
            .write(move |tx| {
                tx.postpone_enforcement(id, attempts, due_at, &problem)?;
                if overdue {
                    tx.alarm_enforcement(id, now)?;
                    tx.touch_enforced(room, person)?;
                }
                Ok(())
            })
            .await
    }
}

impl Tx {
    /// The row on the desks says whether something is still to be ended: it has changed.
    pub(super) fn touch_enforced(&mut self, room: RoomId, person: PersonId) -> Result<(), Refusal> {
        if let Some(admission) = self.admission_by_person(person)? {
            let sequence = self.next_sequence(room)?;
            self.touch_admission(admission.id, sequence)?;
        }
        Ok(())
    }
}

/// How long to wait after so many tries. Spread, so that a thousand that failed together do not come back together.
fn pause(attempts: u32, error: &VideoError) -> SignedDuration {
    let doubled = FIRST_PAUSE * 2_i32.pow(attempts.saturating_sub(1).min(6));
    let [spread] = random::bytes::<1>();
    let spread = (doubled.min(LONGEST_PAUSE) * (192 + i32::from(spread) / 2)) / 256;
    match error {
        VideoError::Throttled { retry_after: Some(asked) } => spread.max(signed(*asked).min(LONGEST_ASKED)),
        _ => spread,
    }
}

fn signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_minute_and_are_never_shorter_than_the_provider_asks() {
        let failed = VideoError::Unavailable(String::new());
        for (attempts, seconds) in [(1, 1), (2, 2), (5, 16), (7, 60), (u32::MAX, 60)] {
            let whole = SignedDuration::from_secs(seconds);
            let pauses = [(); 100].map(|()| pause(attempts, &failed));
            assert!(pauses.iter().all(|it| *it >= whole * 3 / 4 && *it <= whole * 5 / 4), "{attempts}: {pauses:?}");
            assert!(pauses.iter().any(|it| *it < whole) && pauses.iter().any(|it| *it > whole), "they are spread");
        }
        let asked = |seconds| VideoError::Throttled { retry_after: Some(Duration::from_secs(seconds)) };
        assert_eq!(pause(1, &asked(90)), SignedDuration::from_secs(90));
        assert_eq!(pause(1, &asked(u64::MAX)), LONGEST_ASKED);
    }
}
