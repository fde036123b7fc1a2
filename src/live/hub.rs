//! The hub says "topic X changed" and nothing else. Whoever listens reads the database again, so nothing can be lost
//! on the way, a burst is one message, and a listener that is slow or new needs no special case.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::domain::ids::{AccountId, AdmissionId, RoomId};

/// What can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// A room's queue, its guests or its settings.
    Room(RoomId),
    /// What one guest may know.
    Guest(AdmissionId),
    /// An account's rights, or its logins.
    Account(AccountId),
    /// Any room: for the list of all.
    Rooms,
}

/// How often a topic has changed, and who waits for the next time. There is one for each guest who waits: tokio's channels
/// of this kind are six times as large.
#[derive(Debug, Default)]
struct Signal {
    changes: AtomicU64,
    next: Notify,
}

type Topics = HashMap<Topic, Arc<Signal>>;

/// Clones share one hub.
#[derive(Clone, Debug, Default)]
pub struct Hub {
    topics: Arc<Mutex<Topics>>,
}

/// Somebody listening to one topic. Dropping it is leaving.
#[derive(Debug)]
pub struct Subscription {
    hub: Hub,
    topic: Topic,
    /// Always there until it is dropped.
    signal: Option<Arc<Signal>>,
    /// The changes that have been heard of.
    heard: u64,
}

impl Hub {
    /// Starts listening. Subscribe first and read afterwards: what changes in between is then not missed.
    pub fn subscribe(&self, topic: Topic) -> Subscription {
        let signal = Arc::clone(self.topics().entry(topic).or_default());
        let heard = signal.changes.load(Ordering::SeqCst);
        Subscription { hub: self.clone(), topic, signal: Some(signal), heard }
    }

    /// Tells everybody who listens to it that a topic has changed. Call it after the commit.
    pub fn notify(&self, topic: Topic) {
        if let Some(signal) = self.topics().get(&topic) {
            signal.changes.fetch_add(1, Ordering::SeqCst);
            signal.next.notify_waiters();
        }
    }

    /// How many topics somebody listens to.
    pub fn len(&self) -> usize {
        self.topics().len()
    }

    pub fn is_empty(&self) -> bool {
        self.topics().is_empty()
    }

    fn topics(&self) -> MutexGuard<'_, Topics> {
        self.topics.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Subscription {
    /// Waits until the topic has changed since the last call.
    pub async fn changed(&mut self) {
        let Some(signal) = &self.signal else { return std::future::pending().await };
        loop {
            // Made before the look, it is told of every change after it.
            let next = signal.next.notified();
            let changes = signal.changes.load(Ordering::SeqCst);
            if changes != self.heard {
                self.heard = changes;
                return;
            }
            next.await;
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.signal = None;
        let mut topics = self.hub.topics();
        if topics.get(&self.topic).is_some_and(|signal| Arc::strong_count(signal) == 1) {
            topics.remove(&self.topic);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_burst_is_one_change_and_nothing_is_left_when_all_have_gone() {
        let hub = Hub::default();
        let mut first = hub.subscribe(Topic::Rooms);
        let second = hub.subscribe(Topic::Rooms);
        for _ in 0..100 {
            hub.notify(Topic::Rooms);
        }
        first.changed().await;
        let again = tokio::time::timeout(std::time::Duration::from_millis(20), first.changed()).await;
        assert!(again.is_err(), "the burst was told as one change");
        drop((first, second));
        assert!(hub.is_empty());
    }
}
