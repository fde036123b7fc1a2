//! Reading what a desk shows: whole, or what changed.

use std::collections::HashMap;

use jiff::Timestamp;

use super::desk_actions::Patterns;
use super::desk_row::Row;
use super::desk_search::{Only, Sought};
use super::desk_shown::{Facts, KeptRows, Made, Shown};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::live::Presence;
use crate::moderation::Moderation;
use crate::store::{Counts, DeskRow, Listed, StoreError};
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
    pub waiting: Vec<Shown>,
    pub held: Vec<Shown>,
    pub in_call: Vec<Shown>,
    pub earlier: Vec<Shown>,
    /// How many of those waiting match what is looked for; none when nothing is.
    pub found: Option<usize>,
    pub beside: Beside,
    pub told: Told,
}

/// Rows that changed, with what stands beside the lists.
pub(super) struct Changes {
    pub rows: Vec<Shown>,
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
    pub kept: &'a KeptRows,
}

impl Reader<'_> {
    /// Everything, with at most `shown` of those present in each list. Who is looked for is looked for at the door.
    pub async fn whole(&self, shown: i64, sought: &Sought) -> Result<Lists, StoreError> {
        let store = &self.moderation.store;
        // How far this reaches is read first: what changes while the rows are read is then sent again, not lost.
        let told = self.latest()?;
        let (waiting, found) = self.at_the_door("waiting", shown, sought).await?;
        let (held, _) = self.at_the_door("held", shown, sought).await?;
        Ok(Lists {
            waiting,
            held,
            in_call: self.present("admitted", &store.listed(self.room, "admitted", shown)?)?,
            earlier: self.shown(store.desk_rows_ended(self.room, EARLIER)?),
            found,
            beside: self.beside()?,
            told,
        })
    }

    /// The first rows of a list at the door, and how many match.
    async fn at_the_door(
        &self,
        state: &str,
        shown: i64,
        sought: &Sought,
    ) -> Result<(Vec<Shown>, Option<usize>), StoreError> {
        let store = &self.moderation.store;
        if !sought.is_active() {
            return Ok((self.present(state, &store.listed(self.room, state, shown)?)?, None));
        }
        if !sought.looks_in(state) {
            return Ok((Vec::new(), Some(0)));
        }
        let mut matches = store.sought(self.room, state, sought.text.as_ref(), sought.only == Only::SameName).await?;
        if sought.only == Only::Away {
            let now = self.now();
            let away = |guest: &Listed| {
                matches!(self.moderation.presence.of(guest.id, guest.requested_at, now), Presence::Away { .. })
            };
            matches.retain(away);
        }
        let found = matches.len();
        matches.truncate(usize::try_from(shown).unwrap_or_default());
        Ok((self.present(state, &matches)?, Some(found)))
    }

    /// What changed since `told`; none when that is unknown or too long ago, and the whole must be read.
    pub fn changes(&self, told: Told) -> Result<Option<Changes>, StoreError> {
        let now_told = self.latest()?;
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
        let beside = self.beside()?;
        Ok(Some(Changes { rows: self.shown(rows), beside, told: now_told }))
    }

    /// How far the room has come.
    pub fn latest(&self) -> Result<Told, StoreError> {
        let presence = self.moderation.presence.latest(self.room);
        let sequence = self.moderation.store.room(self.room)?.map_or(0, |room| room.sequence);
        Ok(Told { sequence, presence })
    }

    fn beside(&self) -> Result<Beside, StoreError> {
        let store = &self.moderation.store;
        let undo = store.desk_rows_undoable(self.room, self.now())?;
        Ok(Beside { counts: store.counts(self.room)?, undo: self.rows(undo) })
    }

    /// The rows of those present in a state, in this order, save that raised hands stand first. What is kept is not read again.
    fn present(&self, state: &str, listed: &[Listed]) -> Result<Vec<Shown>, StoreError> {
        let now = self.now();
        let hands = self.moderation.hands.of(self.room);
        let hand = |id: AdmissionId| hands.iter().find(|hand| hand.guest == id).map(|hand| hand.since);
        let mut listed = listed.to_vec();
        listed.sort_by_key(|guest| hand(guest.id).map_or((true, None), |since| (false, Some(since))));
        let keep = |guest: &Listed| {
            let Listed { id, sequence, requested_at } = *guest;
            let presence = self.moderation.presence.of(id, requested_at, now);
            let claimed_by = self.moderation.claims.of(id, now).map(|claim| claim.by);
            let facts = Facts { sequence, presence, hand: hand(id), claimed_by };
            self.kept.get(id, self.words, &facts, now)
        };
        let mut rows: Vec<Option<Shown>> = listed.iter().map(keep).collect();
        let missing: Vec<AdmissionId> =
            rows.iter().zip(&listed).filter(|(row, _)| row.is_none()).map(|(_, guest)| guest.id).collect();
        if !missing.is_empty() {
            let mut read = self.rows(self.moderation.store.desk_rows_of(&missing)?);
            // Somebody decided in between: they are told of as a change.
            read.retain(|row| row.list_name() == state);
            let made: Vec<Made> =
                read.iter().zip(self.render(&read, true)).map(|(row, shown)| row.made(shown)).collect();
            let places: HashMap<AdmissionId, usize> = listed.iter().map(|guest| guest.id).zip(0..).collect();
            for row in &made {
                if let Some(place) = places.get(&row.guest) {
                    rows[*place] = Some(row.shown.clone());
                }
            }
            self.kept.put(made, self.words, now);
        }
        let finish = |row: Shown| if self.bare { row.bare() } else { row };
        Ok(rows.into_iter().flatten().map(finish).collect())
    }

    /// Rows that are not kept, in the order of their lists.
    fn shown(&self, rows: Vec<DeskRow>) -> Vec<Shown> {
        let mut rows = self.rows(rows);
        rows.sort_by_key(Row::order);
        self.render(&rows, !self.bare)
    }

    fn render(&self, rows: &[Row], with_buttons: bool) -> Vec<Shown> {
        let mut patterns = Patterns::new(self.room, self.words);
        let mut buttons = |row: &Row| if with_buttons { patterns.buttons(row.admission()) } else { None };
        rows.iter().map(|row| Shown::new(row, buttons(row))).collect()
    }

    fn rows(&self, rows: Vec<DeskRow>) -> Vec<Row> {
        let now = self.now();
        let hands = self.moderation.hands.of(self.room);
        let row = |desk: DeskRow| Row {
            presence: self.moderation.presence.of(desk.admission.id, desk.admission.requested_at, now),
            hand: hands.iter().find(|hand| hand.guest == desk.admission.id).map(|hand| hand.since),
            claim: self.moderation.claims.of(desk.admission.id, now),
            desk,
            now,
            words: self.words,
        };
        rows.into_iter().map(row).collect()
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
