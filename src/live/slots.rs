//! How many streams one ticket may hold open: the newest few. Whoever opens one more ends the oldest.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

use crate::domain::ids::AdmissionId;

/// Open streams of one ticket: a page, a second tab, and what a browser has not noticed to be gone yet.
const MOST: usize = 4;

/// One open stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(u64);

#[derive(Debug, Default)]
struct Open {
    next: u64,
    streams: HashMap<AdmissionId, Vec<(u64, CancellationToken)>>,
}

/// Clones share the slots.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    open: Arc<Mutex<Open>>,
}

impl Slots {
    /// A slot for a new stream, and what is cancelled when a newer one needs it.
    pub fn take(&self, guest: AdmissionId) -> (Slot, CancellationToken) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.next += 1;
        let (slot, replaced) = (open.next, CancellationToken::new());
        let streams = open.streams.entry(guest).or_insert_with(|| Vec::with_capacity(1));
        if streams.len() >= MOST {
            streams.remove(0).1.cancel();
        }
        streams.push((slot, replaced.clone()));
        (Slot(slot), replaced)
    }

    /// The stream has ended.
    pub fn give_back(&self, guest: AdmissionId, Slot(slot): Slot) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(streams) = open.streams.get_mut(&guest) {
            streams.retain(|(own, _)| *own != slot);
            if streams.is_empty() {
                open.streams.remove(&guest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_stream_ends_the_first_and_nothing_is_left_at_the_end() {
        let slots = Slots::default();
        let guest = AdmissionId(uuid::Uuid::from_u128(1));
        let taken: Vec<_> = (0..5).map(|_| slots.take(guest)).collect();
        let ended: Vec<bool> = taken.iter().map(|(_, replaced)| replaced.is_cancelled()).collect();
        assert_eq!(ended, [true, false, false, false, false]);
        for (slot, _) in taken {
            slots.give_back(guest, slot);
        }
        assert!(slots.open.lock().unwrap().streams.is_empty());
    }
}
