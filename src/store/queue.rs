//! Who is where in a room, kept in memory beside the database: exact counts and positions without counting rows anew.
//!
//! Nothing has to report a change here. Each admission carries its room's sequence, so that before it answers, a queue
//! reads the rows above the sequence that it has seen: a few after a change, none otherwise, whoever made the change and
//! whether or not the server was started anew in between. The database stays the record.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::row::{get, parsed};
use super::sql::{Row, query};
use super::{Counts, Result, Store};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, RoomId};

/// Up to so many changes are put in place one by one; more, and the line is sorted once.
const ONE_BY_ONE: usize = 16;

/// Clones share the queues.
#[derive(Clone, Debug, Default)]
pub(super) struct Queues {
    rooms: Arc<Mutex<HashMap<RoomId, Arc<Mutex<Queue>>>>>,
}

impl Queues {
    fn of(&self, room: RoomId) -> Arc<Mutex<Queue>> {
        Arc::clone(self.rooms.lock().unwrap_or_else(PoisonError::into_inner).entry(room).or_default())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whereabouts {
    Waiting { place: i64 },
    Held,
    Admitted,
}

/// A place in line: lower is earlier, equal ones by their id.
type Place = (i64, AdmissionId);

#[derive(Debug, Default)]
struct Queue {
    /// The room's sequence that has been read. 0: nothing yet.
    sequence: i64,
    present: HashMap<AdmissionId, Whereabouts>,
    counts: Counts,
    /// Those who wait, in order.
    line: Vec<Place>,
}

struct Moved {
    id: AdmissionId,
    sequence: i64,
    /// None: not in the room any more.
    to: Option<Whereabouts>,
}

fn moved(row: &Row<'_>) -> Result<Moved> {
    let to = match get::<&str>(row, "state")? {
        "waiting" => Some(Whereabouts::Waiting { place: get(row, "place")? }),
        "held" => Some(Whereabouts::Held),
        "admitted" => Some(Whereabouts::Admitted),
        _ => None,
    };
    Ok(Moved { id: parsed(row, "id")?, sequence: get(row, "sequence")?, to })
}

impl Queue {
    fn take_in(&mut self, changes: Vec<Moved>) {
        let one_by_one = changes.len() <= ONE_BY_ONE;
        for Moved { id, sequence, to } in changes {
            self.sequence = self.sequence.max(sequence);
            let from = match to {
                Some(to) => self.present.insert(id, to),
                None => self.present.remove(&id),
            };
            if from == to {
                continue;
            }
            self.count(from, -1);
            self.count(to, 1);
            if one_by_one {
                self.leave_line(from, id);
                self.join_line(to, id);
            }
        }
        if !one_by_one {
            let place = |(id, at): (&AdmissionId, &Whereabouts)| match at {
                Whereabouts::Waiting { place } => Some((*place, *id)),
                Whereabouts::Held | Whereabouts::Admitted => None,
            };
            self.line = self.present.iter().filter_map(place).collect();
            self.line.sort_unstable();
        }
    }

    fn count(&mut self, at: Option<Whereabouts>, by: i64) {
        match at {
            Some(Whereabouts::Waiting { .. }) => self.counts.waiting += by,
            Some(Whereabouts::Held) => self.counts.held += by,
            Some(Whereabouts::Admitted) => self.counts.admitted += by,
            None => {}
        }
    }

    fn leave_line(&mut self, from: Option<Whereabouts>, id: AdmissionId) {
        if let Some(Whereabouts::Waiting { place }) = from
            && let Ok(at) = self.line.binary_search(&(place, id))
        {
            self.line.remove(at);
        }
    }

    fn join_line(&mut self, to: Option<Whereabouts>, id: AdmissionId) {
        if let Some(Whereabouts::Waiting { place }) = to
            && let Err(at) = self.line.binary_search(&(place, id))
        {
            self.line.insert(at, (place, id));
        }
    }

    fn before(&self, place: i64, id: AdmissionId) -> usize {
        self.line.partition_point(|other| *other < (place, id))
    }
}

impl Store {
    /// How many of a room's guests are where.
    pub fn counts(&self, room: RoomId) -> Result<Counts> {
        self.queue_now(room, |queue| queue.counts)
    }

    /// The same, where the caller knows how far the room's sequence has come: what was read up to there is good enough.
    pub(super) fn counts_at(&self, room: RoomId, sequence: i64) -> Result<Counts> {
        let queue = self.queues.of(room);
        let queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        if queue.sequence >= sequence {
            return Ok(queue.counts);
        }
        drop(queue);
        self.counts(room)
    }

    /// How many wait before this one, in order.
    pub fn waiting_before(&self, admission: &Admission) -> Result<i64> {
        let (place, id) = (admission.place, admission.id);
        let before = self.queue_now(admission.room_id, |queue| queue.before(place, id))?;
        Ok(i64::try_from(before).unwrap_or(i64::MAX))
    }

    /// Reads what changed in a room, and then looks at its queue. Callers for one room take turns: a change is read once.
    fn queue_now<T>(&self, room: RoomId, look: impl FnOnce(&Queue) -> T) -> Result<T> {
        let queue = self.queues.of(room);
        let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        let changes = self.moved_since(room, queue.sequence)?;
        queue.take_in(changes);
        Ok(look(&queue))
    }

    fn moved_since(&self, room: RoomId, sequence: i64) -> Result<Vec<Moved>> {
        // The first time, those who have gone long ago are of no interest; the latest row is, for its sequence.
        let statement = if sequence == 0 {
            "SELECT id, state, place, sequence FROM admission
             WHERE room_id = ? AND (ended_at IS NULL
                OR sequence = (SELECT max(sequence) FROM admission AS other WHERE other.room_id = admission.room_id))
               AND sequence > ?"
        } else {
            "SELECT id, state, place, sequence FROM admission WHERE room_id = ? AND sequence > ?"
        };
        query(statement).bind(room.to_string()).bind(sequence).all(&self.readers, moved)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(number: u8) -> AdmissionId {
        AdmissionId(uuid::Uuid::from_u128(u128::from(number)))
    }

    fn whereabouts() -> impl Strategy<Value = Option<Whereabouts>> {
        prop_oneof![
            3 => (-5_i64..5).prop_map(|place| Some(Whereabouts::Waiting { place })),
            1 => Just(Some(Whereabouts::Held)),
            1 => Just(Some(Whereabouts::Admitted)),
            1 => Just(None),
        ]
    }

    proptest! {
        #[test]
        fn counts_and_line_are_those_of_the_rows_however_the_changes_come(
            batches in prop::collection::vec(prop::collection::vec((0_u8..30, whereabouts()), 0..40), 0..12),
        ) {
            let (mut queue, mut rows, mut sequence) = (Queue::default(), HashMap::new(), 0);
            for batch in batches {
                let changes = batch.into_iter().map(|(guest, to)| {
                    sequence += 1;
                    rows.insert(id(guest), to);
                    Moved { id: id(guest), sequence, to }
                });
                queue.take_in(changes.collect());
                prop_assert_eq!(queue.sequence, sequence);
                let count = |wanted: fn(&Whereabouts) -> bool| rows.values().flatten().filter(|at| wanted(at)).count() as i64;
                prop_assert_eq!(queue.counts, Counts {
                    waiting: count(|at| matches!(at, Whereabouts::Waiting { .. })),
                    held: count(|at| *at == Whereabouts::Held),
                    admitted: count(|at| *at == Whereabouts::Admitted),
                });
                let mut line: Vec<Place> = rows.iter().filter_map(|(id, at)| match at {
                    Some(Whereabouts::Waiting { place }) => Some((*place, *id)),
                    _ => None,
                }).collect();
                line.sort_unstable();
                prop_assert_eq!(&queue.line, &line);
                for (before, (place, id)) in line.into_iter().enumerate() {
                    prop_assert_eq!(queue.before(place, id), before);
                }
            }
        }
    }
}
