//! Raised hands: viewers who ask to speak, in the order in which they asked. Kept in memory, as everything that is true
//! only now; whoever still wants to speak after a restart raises the hand again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::domain::ids::{AdmissionId, RoomId};

/// A raised hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    pub guest: AdmissionId,
    pub since: Timestamp,
}

/// Clones share the hands.
#[derive(Clone, Debug, Default)]
pub struct Hands {
    rooms: Arc<Mutex<HashMap<RoomId, Vec<Hand>>>>,
}

impl Hands {
    /// Raises a guest's hand; one that is up keeps its place. Answers whether that is news.
    pub fn raise(&self, room: RoomId, guest: AdmissionId, now: Timestamp) -> bool {
        let mut rooms = self.rooms();
        let hands = rooms.entry(room).or_default();
        let news = !hands.iter().any(|hand| hand.guest == guest);
        if news {
            hands.push(Hand { guest, since: now });
        }
        news
    }

    /// Lowers a guest's hand. Answers whether it was up.
    pub fn lower(&self, room: RoomId, guest: AdmissionId) -> bool {
        let mut rooms = self.rooms();
        let Some(hands) = rooms.get_mut(&room) else { return false };
        let before = hands.len();
        hands.retain(|hand| hand.guest != guest);
        let news = hands.len() < before;
        if hands.is_empty() {
            rooms.remove(&room);
        }
        news
    }

    /// The raised hands of a room, the first one first.
    pub fn of(&self, room: RoomId) -> Vec<Hand> {
        self.rooms().get(&room).cloned().unwrap_or_default()
    }

    /// Whether a guest's hand is up.
    pub fn is_up(&self, room: RoomId, guest: AdmissionId) -> bool {
        self.rooms().get(&room).is_some_and(|hands| hands.iter().any(|hand| hand.guest == guest))
    }

    fn rooms(&self) -> MutexGuard<'_, HashMap<RoomId, Vec<Hand>>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hands_stand_in_the_order_in_which_they_were_raised_and_nothing_is_left_when_all_are_down() {
        let hands = Hands::default();
        let room = RoomId(uuid::Uuid::from_u128(1));
        let guest = |number| AdmissionId(uuid::Uuid::from_u128(number));
        let now = Timestamp::UNIX_EPOCH;
        assert!(hands.raise(room, guest(7), now));
        assert!(hands.raise(room, guest(3), now));
        assert!(!hands.raise(room, guest(7), now), "raising it again keeps the place");
        let order: Vec<_> = hands.of(room).iter().map(|hand| hand.guest).collect();
        assert_eq!(order, [guest(7), guest(3)]);
        assert!(hands.lower(room, guest(7)) && !hands.lower(room, guest(7)));
        assert!(hands.is_up(room, guest(3)) && !hands.is_up(room, guest(7)));
        assert!(hands.lower(room, guest(3)));
        assert!(hands.rooms().is_empty());
    }
}
