//! Tokens that no longer count though their time is not over: the least generation each person needs.
//!
//! Kept outside the hub, so that a hub that starts anew still knows. The database knows it too (the gate asks there);
//! this memory closes the moments in between, and covers moderators who act in the call.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Entries kept; beyond, those that expire first are dropped.
const MOST: usize = 100_000;

/// Shared; cheap to clone.
#[derive(Clone, Default)]
pub struct Voided(Arc<Mutex<HashMap<(String, String), Floor>>>);

struct Floor {
    least_generation: u32,
    /// Unix seconds; then no token below the floor is valid anyway.
    until: i64,
}

impl Voided {
    /// From now on `person` needs at least `least_generation` in `session`. A floor is never lowered.
    pub fn raise(&self, session: &str, person: &str, least_generation: u32, until: i64, now: i64) {
        let mut floors = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if floors.len() >= MOST {
            make_room(&mut floors, now);
        }
        let floor = floors.entry((session.to_owned(), person.to_owned())).or_insert(Floor { least_generation, until });
        floor.least_generation = floor.least_generation.max(least_generation);
        floor.until = floor.until.max(until);
    }

    pub fn admits(&self, session: &str, person: &str, generation: u32) -> bool {
        let floors = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let floor = floors.get(&(session.to_owned(), person.to_owned()));
        floor.is_none_or(|floor| generation >= floor.least_generation)
    }
}

fn make_room(floors: &mut HashMap<(String, String), Floor>, now: i64) {
    floors.retain(|_, floor| floor.until >= now);
    if floors.len() < MOST {
        return;
    }
    let mut ends: Vec<i64> = floors.values().map(|floor| floor.until).collect();
    ends.sort_unstable();
    let middle = ends[ends.len() / 2];
    floors.retain(|_, floor| floor.until > middle);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_floor_holds_for_one_person_in_one_session_and_only_rises() {
        let voided = Voided::default();
        assert!(voided.admits("s", "ana", 0));
        voided.raise("s", "ana", 3, 100, 0);
        voided.raise("s", "ana", 2, 50, 0);
        assert!(!voided.admits("s", "ana", 2));
        assert!(voided.admits("s", "ana", 3));
        assert!(voided.admits("s", "ben", 1));
        assert!(voided.admits("other", "ana", 1));
    }

    #[test]
    fn what_has_expired_makes_room_and_what_has_not_stays() {
        let voided = Voided::default();
        for number in 0..MOST - 1 {
            voided.raise("s", &number.to_string(), 2, 10, 0);
        }
        voided.raise("s", "ana", 2, 1_000, 0);
        voided.raise("s", "ben", 2, 1_000, 11);
        assert!(!voided.admits("s", "ana", 1));
        assert!(!voided.admits("s", "ben", 1));
        assert!(voided.admits("s", "7", 1), "its token has expired: nothing to hold back");
    }
}
