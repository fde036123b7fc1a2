//! Links that work once: the one that makes the first admin, and the demo's to its desk. They live in memory and are
//! printed on the terminal only, so a restart makes new ones.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret as _, SecretString};

use super::hash_of;
use crate::domain::ids::AccountId;
use crate::random;

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Makes the first admin.
    SetUp,
    /// Signs an account in.
    SignIn(AccountId),
}

#[derive(Debug)]
struct Link {
    purpose: Purpose,
    expires_at: Timestamp,
}

/// After so many wrong tries at the setup link there is a new one.
const WRONG_TRIES: u32 = 5;

/// Clones share the links.
#[derive(Clone, Debug, Default)]
pub struct OneTimeLinks {
    links: Arc<Mutex<HashMap<[u8; 32], Link>>>,
    wrong_tries: Arc<AtomicU32>,
}

impl OneTimeLinks {
    /// A new link's secret. An older one for the same purpose stops working.
    pub fn issue(&self, purpose: Purpose, now: Timestamp, life: SignedDuration) -> SecretString {
        let secret = random::secret();
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        links.retain(|_, link| link.purpose != purpose && now < link.expires_at);
        links.insert(hash_of(secret.expose_secret()), Link { purpose, expires_at: now + life });
        secret
    }

    /// What a secret opens, without using it up.
    pub fn look_up(&self, secret: &str, now: Timestamp) -> Option<Purpose> {
        let links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        links.get(&hash_of(secret)).filter(|link| now < link.expires_at).map(|link| link.purpose)
    }

    /// Counts a wrong try at the setup link. True when a new one is due: after the fifth, or when none is alive.
    pub fn count_wrong_try(&self, now: Timestamp) -> bool {
        let links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        let alive = links.values().any(|link| link.purpose == Purpose::SetUp && now < link.expires_at);
        let due = !alive || self.wrong_tries.fetch_add(1, Ordering::Relaxed) + 1 >= WRONG_TRIES;
        if due {
            self.wrong_tries.store(0, Ordering::Relaxed);
        }
        due
    }

    /// Uses a secret up.
    pub fn take(&self, secret: &str, now: Timestamp) -> Option<Purpose> {
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        links.remove(&hash_of(secret)).filter(|link| now < link.expires_at).map(|link| link.purpose)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_wrong_try_and_a_link_that_is_over_call_for_a_new_one() {
        let (links, life) = (OneTimeLinks::default(), SignedDuration::from_mins(30));
        let now = Timestamp::UNIX_EPOCH;
        assert!(links.count_wrong_try(now), "there is none");
        let secret = links.issue(Purpose::SetUp, now, life);
        assert_eq!([(); 5].map(|()| links.count_wrong_try(now)), [false, false, false, false, true]);
        let second = links.issue(Purpose::SetUp, now, life);
        assert_eq!(links.look_up(secret.expose_secret(), now), None, "the old one is dead");
        assert!(!links.count_wrong_try(now));
        assert!(links.count_wrong_try(now + life));
        assert_eq!(links.take(second.expose_secret(), now), Some(Purpose::SetUp));
        assert_eq!(links.take(second.expose_secret(), now), None, "used up");
    }

    #[test]
    fn a_link_ends_at_its_time_and_another_purpose_leaves_it_alone() {
        let (links, life) = (OneTimeLinks::default(), SignedDuration::from_mins(30));
        let now = Timestamp::UNIX_EPOCH;
        let first = links.issue(Purpose::SetUp, now, life);
        let account = Purpose::SignIn(AccountId(random::id(now)));
        let second = links.issue(account, now, life);
        assert_eq!(links.look_up(first.expose_secret(), now), Some(Purpose::SetUp));
        assert_eq!(links.look_up(first.expose_secret(), now + life), None);
        assert_eq!(links.take(second.expose_secret(), now + life), None, "as long as it says and no longer");
        links.issue(account, now + life, life);
        assert_eq!(links.links.lock().unwrap_or_else(PoisonError::into_inner).len(), 1, "what is over is forgotten");
    }
}
