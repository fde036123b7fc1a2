//! Reading what a desk shows: whole, or what changed.

use jiff::Timestamp;

use super::desk_actions::Patterns;
use super::desk_row::Row;
use super::desk_search::{Only, Sought};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::live::Presence;
use crate::moderation::Moderation;
use crate::store::{Counts, DeskRow, StoreError};
use crate::web::Words;

/// Rows of each list that a page begins with.
pub(super) const SHOWN: i64 = 100;
/// The most that somebody can ask to see at once.
pub(super) const SHOWN_MOST: i64 = 2_000;
const EARLIER: i64 = 50;
/// Beyond so many changes the whole is cheaper, and simpler to take in, than the changes.
const CHANGES: usize = 200;
/// Bits of an event's id that hold the number of the last change of presence.
const PRESENCE_BITS: u32 = 24;

/// How far a desk has been told: the room's sequence, and the number of the last change of presence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub sequence: i64,
    pub presence: u64,
}

impl Told {
    /// Whether all up to that point has been told.
    pub fn reaches(self, other: Self) -> bool {
        self.sequence >= other.sequence && self.presence >= other.presence
    }

    /// As one number, for an event's id.
    pub fn id(self) -> u64 {
        (self.sequence.unsigned_abs() << PRESENCE_BITS) | (self.presence & ((1 << PRESENCE_BITS) - 1))
    }

    /// From what a browser sends back.
    pub fn parse(id: &str) -> Option<Self> {
        let id: u64 = id.parse().ok()?;
        let sequence = i64::try_from(id >> PRESENCE_BITS).ok()?;
        Some(Self { sequence, presence: id & ((1 << PRESENCE_BITS) - 1) })
    }
}

/// All lists of a desk.
pub(super) struct Lists {
    pub waiting: Vec<Row>,
    pub held: Vec<Row>,
    pub in_call: Vec<Row>,
    pub earlier: Vec<Row>,
    /// How many of those waiting match what is looked for; none when nothing is.
    pub found: Option<usize>,
    pub beside: Beside,
    pub told: Told,
}

/// Rows that changed, with what stands beside the lists.
pub(super) struct Changes {
    pub rows: Vec<Row>,
    pub beside: Beside,
    pub told: Told,
}

/// What is shown beside the lists.
pub(super) struct Beside {
    pub counts: Counts,
    /// Denials that can still be undone, latest first.
    pub undo: Vec<Row>,
}

/// Reads one room's desk in one language.
pub(super) struct Reader<'a> {
    pub moderation: &'a Moderation,
    pub room: RoomId,
    pub words: Words,
    /// For the stream: rows without buttons.
    pub bare: bool,
}

impl Reader<'_> {
    /// Everything, with at most `shown` of those present in each list. Who is looked for is looked for at the door.
    pub async fn whole(&self, shown: i64, sought: &Sought) -> Result<Lists, StoreError> {
        let store = &self.moderation.store;
        // How far this reaches is read first: what changes while the rows are read is then sent again, not lost.
        let told = self.latest().await?;
        let (waiting, found) = self.at_the_door("waiting", shown, sought).await?;
        let (held, _) = self.at_the_door("held", shown, sought).await?;
        Ok(Lists {
            waiting,
            held,
            in_call: self.rows(store.desk_rows_in(self.room, "admitted", shown)?),
            earlier: self.rows(store.desk_rows_ended(self.room, EARLIER)?),
            found,
            beside: self.beside().await?,
            told,
        })
    }

    /// The first rows of a list at the door, and how many match.
    async fn at_the_door(
        &self,
        state: &str,
        shown: i64,
        sought: &Sought,
    ) -> Result<(Vec<Row>, Option<usize>), StoreError> {
        let store = &self.moderation.store;
        if !sought.is_active() {
            return Ok((self.rows(store.desk_rows_in(self.room, state, shown)?), None));
        }
        if !sought.looks_in(state) {
            return Ok((Vec::new(), Some(0)));
        }
        let mut matches = store.sought(self.room, state, sought.text.as_ref(), sought.only == Only::SameName).await?;
        if sought.only == Only::Away {
            let now = self.now();
            let away = |(id, asked_at): &(AdmissionId, Timestamp)| {
                matches!(self.moderation.presence.of(*id, *asked_at, now), Presence::Away { .. })
            };
            matches.retain(away);
        }
        let found = matches.len();
        let first: Vec<AdmissionId> =
            matches.into_iter().map(|(id, _)| id).take(usize::try_from(shown).unwrap_or_default()).collect();
        Ok((self.rows(store.desk_rows_of(&first)?), Some(found)))
    }

    /// What changed since `told`; none when that is unknown or too long ago, and the whole must be read.
    pub async fn changes(&self, told: Told) -> Result<Option<Changes>, StoreError> {
        let now_told = self.latest().await?;
        let presence = self.moderation.presence.changed_after(self.room, told.presence);
        let Some(presence) = presence.filter(|_| told.sequence <= now_told.sequence) else { return Ok(None) };
        let limit = CHANGES as i64 + 1;
        let mut rows = self.moderation.store.desk_rows_changed(self.room, told.sequence, limit)?;
        if rows.len() + presence.len() > CHANGES {
            return Ok(None);
        }
        for id in presence {
            if rows.iter().all(|row| row.admission.id != id) {
                rows.extend(self.moderation.store.desk_row(id)?);
            }
        }
        let beside = self.beside().await?;
        Ok(Some(Changes { rows: self.rows(rows), beside, told: now_told }))
    }

    /// How far the room has come.
    pub async fn latest(&self) -> Result<Told, StoreError> {
        let presence = self.moderation.presence.latest(self.room);
        let sequence = self.moderation.store.room(self.room)?.map_or(0, |room| room.sequence);
        Ok(Told { sequence, presence })
    }

    async fn beside(&self) -> Result<Beside, StoreError> {
        let store = &self.moderation.store;
        let undo = store.desk_rows_undoable(self.room, self.now())?;
        Ok(Beside { counts: store.counts(self.room)?, undo: self.rows(undo) })
    }

    fn rows(&self, rows: Vec<DeskRow>) -> Vec<Row> {
        let now = self.now();
        let presence = |row: &DeskRow| self.moderation.presence.of(row.admission.id, row.admission.requested_at, now);
        let hands = self.moderation.hands.of(self.room);
        let hand = |row: &DeskRow| hands.iter().find(|hand| hand.guest == row.admission.id).map(|hand| hand.since);
        let mut patterns = Patterns::new(self.room, self.words);
        let row = |desk: DeskRow| Row {
            presence: presence(&desk),
            hand: hand(&desk),
            claim: self.moderation.claims.of(desk.admission.id, now),
            buttons: if self.bare { None } else { patterns.buttons(&desk.admission) },
            desk,
            now,
            words: self.words,
        };
        let mut rows: Vec<Row> = rows.into_iter().map(row).collect();
        // The order of the database, save for raised hands.
        rows.sort_by_key(Row::order);
        rows
    }

    fn now(&self) -> Timestamp {
        self.moderation.clock.now()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_a_desk_was_told_survives_the_way_through_a_browser() {
        let told = Told { sequence: 123_456, presence: 789 };
        assert_eq!(Told::parse(&told.id().to_string()), Some(told));
        assert_eq!(Told::parse("x"), None);
        assert_eq!(Told::parse("-1"), None);
    }
}
