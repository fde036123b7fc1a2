//! What the desk shows of an admission: the row itself and what stands beside it.

use jiff::Timestamp;

use super::row::{as_json, get, parsed, text_optional, time};
use super::sql::{Row, query};
use super::{Result, Store};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::policy;
use crate::domain::text::{GuestName, Label, Search};

/// Who stands in a list of a desk, and as of when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: AdmissionId,
    /// The room's, at the last change of this admission.
    pub sequence: i64,
    pub requested_at: Timestamp,
}

fn listed(row: &Row<'_>) -> Result<Listed> {
    Ok(Listed { id: parsed(row, "id")?, sequence: get(row, "sequence")?, requested_at: time(row, "requested_at")? })
}

/// One row of a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskRow {
    pub admission: Admission,
    pub invite_label: Option<Label>,
    /// Whether the invite fixed the name.
    pub name_fixed: bool,
    /// Somebody else, waiting or in, whose name looks the same.
    pub namesake: Option<GuestName>,
    /// Whether the provider has still to end a connection of this guest.
    pub enforcing: bool,
    /// Whether another request goes on from this one.
    pub followed: bool,
    /// Whether that has taken too long already.
    pub overdue: bool,
}

/// Which rows to read; nothing set is all.
#[derive(Clone, Copy, Debug, Default)]
pub struct RowFilter<'a> {
    /// In one of these states.
    pub states: Option<&'a [&'a str]>,
    pub text: Option<&'a Search>,
}

/// The columns of a desk row; the caller adds the condition.
macro_rules! desk_rows {
    ($rest:literal) => {
        concat!(
            "SELECT admission.*, invite.label AS invite_label, invite.guest_name IS NOT NULL AS name_fixed,
                    CASE WHEN admission.ended_at IS NULL THEN
                        (SELECT other.name FROM admission AS other
                         WHERE other.room_id = admission.room_id AND other.skeleton = admission.skeleton
                           AND other.ended_at IS NULL AND other.id <> admission.id
                         LIMIT 1) END AS namesake,
                    EXISTS (SELECT 1 FROM enforcement
                            WHERE enforcement.person = admission.person AND confirmed_at IS NULL) AS enforcing,
                    EXISTS (SELECT 1 FROM admission AS next WHERE next.follows = admission.id) AS followed,
                    EXISTS (SELECT 1 FROM enforcement WHERE enforcement.person = admission.person
                              AND confirmed_at IS NULL AND alarmed_at IS NOT NULL) AS overdue
             FROM admission JOIN invite ON invite.id = admission.invite_id ",
            $rest
        )
    };
}

fn desk_row(row: &Row<'_>) -> Result<DeskRow> {
    Ok(DeskRow {
        admission: super::admissions::admission(row)?,
        invite_label: text_optional(row, "invite_label", Label::parse)?,
        name_fixed: get(row, "name_fixed")?,
        namesake: text_optional(row, "namesake", GuestName::parse)?,
        enforcing: get(row, "enforcing")?,
        followed: get(row, "followed")?,
        overdue: get(row, "overdue")?,
    })
}

impl Store {
    /// Those in one of a room's present states (waiting, held, admitted), in order, at most `limit`.
    pub fn desk_rows_in(&self, room: RoomId, state: &str, limit: i64) -> Result<Vec<DeskRow>> {
        query(desk_rows!("WHERE admission.room_id = ? AND state = ? ORDER BY place, admission.id LIMIT ?"))
            .bind(room.to_string())
            .bind(state)
            .bind(limit)
            .all(&self.readers, desk_row)
    }

    /// Who they are.
    pub fn listed(&self, room: RoomId, state: &str, limit: i64) -> Result<Vec<Listed>> {
        query(
            "SELECT id, sequence, requested_at FROM admission WHERE room_id = ? AND state = ? ORDER BY place, id LIMIT ?",
        )
        .bind(room.to_string())
        .bind(state)
        .bind(limit)
        .all(&self.readers, listed)
    }

    /// Who is in one of a room's present states and matches, in order.
    pub async fn sought(
        &self,
        room: RoomId,
        state: &str,
        text: Option<&Search>,
        same_name: bool,
    ) -> Result<Vec<Listed>> {
        let sought = query(
            "SELECT admission.id, sequence, requested_at FROM admission JOIN invite ON invite.id = admission.invite_id
             WHERE admission.room_id = ?1 AND state = ?2
               AND (?3 IS NULL OR instr(skeleton, ?3) > 0 OR instr(lower(note), ?4) > 0
                    OR instr(lower(invite.label), ?4) > 0)
               AND (NOT ?5 OR EXISTS (SELECT 1 FROM admission AS other
                                      WHERE other.room_id = ?1 AND other.skeleton = admission.skeleton
                                        AND other.ended_at IS NULL
                                        AND other.id <> admission.id))
             ORDER BY place, admission.id",
        )
        .bind(room.to_string())
        .bind(state.to_owned())
        .bind(text.map(|text| text.alike.clone()))
        .bind(text.map(|text| text.lower.clone()))
        .bind(same_name);
        self.apart(move |reader| sought.all(reader, listed)).await
    }

    /// These, in this order.
    pub fn desk_rows_of(&self, ids: &[AdmissionId]) -> Result<Vec<DeskRow>> {
        query(desk_rows!("JOIN json_each(?) AS wanted ON wanted.value = admission.id ORDER BY wanted.key"))
            .bind(as_json(&ids)?)
            .all(&self.readers, desk_row)
    }

    /// Those that have come to an end, latest first, at most `limit`.
    pub fn desk_rows_ended(&self, room: RoomId, limit: i64) -> Result<Vec<DeskRow>> {
        query(desk_rows!(
            "WHERE admission.room_id = ? AND ended_at IS NOT NULL ORDER BY ended_at DESC, admission.id LIMIT ?"
        ))
        .bind(room.to_string())
        .bind(limit)
        .all(&self.readers, desk_row)
    }

    /// What changed in a room after a sequence number, in the order of change, at most `limit`.
    pub fn desk_rows_changed(&self, room: RoomId, after: i64, limit: i64) -> Result<Vec<DeskRow>> {
        query(desk_rows!("WHERE admission.room_id = ? AND admission.sequence > ? ORDER BY admission.sequence LIMIT ?"))
            .bind(room.to_string())
            .bind(after)
            .bind(limit)
            .all(&self.readers, desk_row)
    }

    /// Denials that can still be undone at `now`, latest first, at most five.
    pub fn desk_rows_undoable(&self, room: RoomId, now: Timestamp) -> Result<Vec<DeskRow>> {
        query(desk_rows!(
            "WHERE admission.room_id = ? AND ended_at > ? AND state = 'denied' AND visible_from > ?
             ORDER BY ended_at DESC, admission.id LIMIT 5"
        ))
        .bind(room.to_string())
        .bind((now - policy::UNDO).as_millisecond())
        .bind(now.as_millisecond())
        .all(&self.readers, desk_row)
    }

    /// A room's admissions that match, oldest first, from after the given one on. At most `limit`.
    pub async fn desk_rows_since(
        &self,
        room: RoomId,
        wanted: RowFilter<'_>,
        after: Option<AdmissionId>,
        limit: i64,
    ) -> Result<Vec<DeskRow>> {
        let after = after.map(|id| id.to_string());
        let states = wanted.states.map(|states| states.join(","));
        let sought = query(desk_rows!(
            "WHERE admission.room_id = ?1 AND (?2 IS NULL OR instr(',' || ?2 || ',', ',' || state || ',') > 0)
               AND (?3 IS NULL OR admission.id > ?3)
               AND (?4 IS NULL OR instr(skeleton, ?4) > 0 OR instr(lower(note), ?5) > 0
                    OR instr(lower(invite.label), ?5) > 0)
             ORDER BY admission.id LIMIT ?6"
        ))
        .bind(room.to_string())
        .bind(states)
        .bind(after)
        .bind(wanted.text.map(|text| text.alike.clone()))
        .bind(wanted.text.map(|text| text.lower.clone()))
        .bind(limit);
        self.apart(move |reader| sought.all(reader, desk_row)).await
    }

    /// Those waiting in a room, in order.
    pub fn queue(&self, room: RoomId) -> Result<Vec<AdmissionId>> {
        query("SELECT id FROM admission WHERE room_id = ? AND state = 'waiting' ORDER BY place, id")
            .bind(room.to_string())
            .all(&self.readers, |row| parsed(row, "id"))
    }

    pub fn desk_row(&self, id: AdmissionId) -> Result<Option<DeskRow>> {
        query(desk_rows!("WHERE admission.id = ?")).bind(id.to_string()).optional(&self.readers, desk_row)
    }
}
