//! "I'll take Sam": a host tells the others who looks after a guest, for two minutes. It stops nobody from deciding. Kept in
//! memory, as everything that is true only now.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::policy;

/// Who looks after a guest, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub room: RoomId,
    /// The name that the other hosts read.
    pub by: String,
    pub until: Timestamp,
}

/// Clones share the claims.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    guests: Arc<Mutex<HashMap<AdmissionId, Claim>>>,
}

impl Claims {
    /// Takes a guest, or takes them for longer. Answers the claim of another host that still stands, and then nothing
    /// changes.
    ///
    /// # Errors
    /// The other host's claim.
    pub fn take(&self, guest: AdmissionId, room: RoomId, by: &str, now: Timestamp) -> Result<(), Claim> {
        let mut guests = self.guests();
        match guests.get(&guest) {
            Some(claim) if claim.by != by && now < claim.until => Err(claim.clone()),
            _ => {
                guests.insert(guest, Claim { room, by: by.to_owned(), until: now + policy::CLAIM });
                Ok(())
            }
        }
    }

    /// Nobody in particular looks after the guest any more. Answers whether somebody did.
    pub fn release(&self, guest: AdmissionId) -> bool {
        self.guests().remove(&guest).is_some()
    }

    pub fn of(&self, guest: AdmissionId, now: Timestamp) -> Option<Claim> {
        self.guests().get(&guest).filter(|claim| now < claim.until).cloned()
    }

    /// Forgets the claims whose time is over and answers whose they were.
    pub fn sweep(&self, now: Timestamp) -> Vec<(AdmissionId, RoomId)> {
        let mut guests = self.guests();
        let over: Vec<_> =
            guests.iter().filter(|(_, claim)| now >= claim.until).map(|(guest, claim)| (*guest, claim.room)).collect();
        for (guest, _) in &over {
            guests.remove(guest);
        }
        over
    }

    fn guests(&self) -> MutexGuard<'_, HashMap<AdmissionId, Claim>> {
        self.guests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn a_claim_stands_for_two_minutes_against_other_hosts_and_is_then_forgotten() {
        let claims = Claims::default();
        let (guest, room) = (AdmissionId(uuid::Uuid::from_u128(1)), RoomId(uuid::Uuid::from_u128(2)));
        let after = |seconds| Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds);
        assert_eq!(claims.take(guest, room, "Ana", after(0)), Ok(()));
        assert_eq!(claims.take(guest, room, "Ben", after(119)).unwrap_err().by, "Ana");
        assert!(claims.sweep(after(119)).is_empty());
        assert_eq!(claims.of(guest, after(120)), None);
        assert_eq!(claims.sweep(after(120)), [(guest, room)]);
        assert_eq!(claims.take(guest, room, "Ben", after(121)), Ok(()));
        assert!(claims.release(guest) && !claims.release(guest));
    }
}
