//! Links that work once: the one that makes the first admin, and the demo's to its desk. They live in memory and are
//! printed on the terminal only, so a restart makes new ones.

use std::collections::HashMap;
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

/// Clones share the links.
#[derive(Clone, Debug, Default)]
pub struct OneTimeLinks {
    links: Arc<Mutex<HashMap<[u8; 32], Link>>>,
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

    /// Uses a secret up.
    pub fn take(&self, secret: &str, now: Timestamp) -> Option<Purpose> {
        let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        links.remove(&hash_of(secret)).filter(|link| now < link.expires_at).map(|link| link.purpose)
    }
}
