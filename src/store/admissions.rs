//! Admissions.

use jiff::Timestamp;

use super::row::{as_json, get, parsed};
use super::sql::{Source, query, single};
use super::{Result, Store, StoreError, Tx};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, InviteId, PersonId, RoomId};
use crate::domain::text::Note;

mod columns;

use super::admission_state::StateColumns;
pub(super) use columns::admission;
use columns::waited;

/// How many of a room's guests are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub waiting: i64,
    pub held: i64,
    pub admitted: i64,
}

/// A new admission, with the hash of its ticket.
#[derive(Debug)]
pub struct NewAdmission<'a> {
    pub admission: &'a Admission,
    pub ticket_hash: [u8; 32],
    /// Of the guest's browser and this room together; none for a program without one.
    pub browser_hash: Option<[u8; 32]>,
}

fn find(connection: impl Source, id: AdmissionId) -> Result<Option<Admission>> {
    query("SELECT * FROM admission WHERE id = ?").bind(id.to_string()).optional(connection, admission)
}

fn by_person(connection: impl Source, person: PersonId) -> Result<Option<Admission>> {
    query("SELECT * FROM admission WHERE person = ?").bind(person.to_string()).optional(connection, admission)
}

fn follower(connection: impl Source, id: AdmissionId) -> Result<Option<Admission>> {
    query("SELECT * FROM admission WHERE follows = ? ORDER BY id DESC LIMIT 1")
        .bind(id.to_string())
        .optional(connection, admission)
}

pub(super) fn counts(connection: impl Source, room: RoomId) -> Result<Counts> {
    query(
        "SELECT (SELECT count(*) FROM admission WHERE room_id = ?1 AND state = 'waiting') AS waiting,
                (SELECT count(*) FROM admission WHERE room_id = ?1 AND state = 'held') AS held,
                (SELECT count(*) FROM admission WHERE room_id = ?1 AND state = 'admitted') AS admitted",
    )
    .bind(room.to_string())
    .one(connection, |row| {
        Ok(Counts { waiting: get(row, "waiting")?, held: get(row, "held")?, admitted: get(row, "admitted")? })
    })
}

impl Store {
    pub fn admission(&self, id: AdmissionId) -> Result<Option<Admission>> {
        find(&self.readers, id)
    }

    /// The admission of somebody whom a video provider knows by this id.
    pub fn admission_by_person(&self, person: PersonId) -> Result<Option<Admission>> {
        by_person(&self.readers, person)
    }

    /// The request that goes on from this one, if the guest asked again or was moved.
    pub fn follower(&self, id: AdmissionId) -> Result<Option<Admission>> {
        follower(&self.readers, id)
    }

    /// The admission that a ticket's hash belongs to.
    pub fn admission_by_ticket(&self, ticket_hash: &[u8; 32]) -> Result<Option<Admission>> {
        query(
            "SELECT * FROM admission WHERE ticket_hash = ?
               AND NOT EXISTS (SELECT 1 FROM installation WHERE name = 'copy')",
        )
        .bind(ticket_hash.as_slice())
        .optional(&self.readers, admission)
    }

    /// A room's admissions in one state or in all, oldest first, from after the given one on. At most `limit`.
    pub fn admissions(
        &self,
        room: RoomId,
        state: Option<&str>,
        after: Option<AdmissionId>,
        limit: i64,
    ) -> Result<Vec<Admission>> {
        let after = after.map(|id| id.to_string());
        query(
            "SELECT * FROM admission WHERE room_id = ? AND (? IS NULL OR state = ?) AND (? IS NULL OR id > ?)
             ORDER BY id LIMIT ?",
        )
        .bind(room.to_string())
        .bind(state)
        .bind(state)
        .bind(&after)
        .bind(&after)
        .bind(limit)
        .all(&self.readers, admission)
    }
}

impl Tx {
    pub fn admission(&mut self, id: AdmissionId) -> Result<Option<Admission>> {
        find(&self.connection, id)
    }

    pub fn admission_by_person(&mut self, person: PersonId) -> Result<Option<Admission>> {
        by_person(&self.connection, person)
    }

    /// Those who came by an invite and are waiting, held or in; whoever was moved to another room is none of this one's.
    pub fn present_by_invite(&mut self, invite: InviteId) -> Result<Vec<Admission>> {
        query(
            "SELECT * FROM admission WHERE invite_id = ? AND ended_at IS NULL
               AND room_id = (SELECT room_id FROM invite WHERE id = ?) ORDER BY place, id",
        )
        .bind(invite.to_string())
        .bind(invite.to_string())
        .all(&self.connection, admission)
    }

    /// Everybody who is waiting, held or in, wherever.
    pub fn all_present(&mut self) -> Result<Vec<Admission>> {
        query("SELECT * FROM admission WHERE ended_at IS NULL ORDER BY room_id, place, id")
            .all(&self.connection, admission)
    }

    /// Others of the room, waiting, held or in, whose names look the same: their rows show it too.
    pub fn namesakes(&mut self, of: &Admission) -> Result<Vec<AdmissionId>> {
        query(
            "SELECT id FROM admission WHERE room_id = ? AND skeleton = ? AND ended_at IS NULL
               AND id <> ? LIMIT 20",
        )
        .bind(of.room_id.to_string())
        .bind(of.name.skeleton())
        .bind(of.id.to_string())
        .all(&self.connection, |row| parsed(row, "id"))
    }

    /// A place before everybody who waits in the room.
    pub fn front_place(&mut self, room: RoomId) -> Result<i64> {
        let first: Option<i64> =
            query("SELECT min(place) FROM admission WHERE room_id = ? AND state IN ('waiting', 'held')")
                .bind(room.to_string())
                .one(&self.connection, single)?;
        Ok(first.unwrap_or_default().min(0) - 1)
    }

    pub fn insert_admission(&mut self, new: &NewAdmission<'_>) -> Result<()> {
        let admission = new.admission;
        let columns = StateColumns::from(&admission.state);
        query(
            "INSERT INTO admission (id, room_id, invite_id, ticket_hash, person, name, skeleton, note, invited_role,
                                    state, role, reason, flag, visible_from, earlier, earlier_message,
                                    admitted_at, requested_at, ended_at, place,
                                    generation, revision, sequence, decided_by, decided_at,
                                    browser_hash, denials, came_before, answers, follows)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(admission.id.to_string())
        .bind(admission.room_id.to_string())
        .bind(admission.invite_id.to_string())
        .bind(new.ticket_hash.as_slice())
        .bind(admission.person.to_string())
        .bind(admission.name.as_str())
        .bind(admission.name.skeleton())
        .bind(admission.note.as_ref().map(Note::as_str))
        .bind(admission.invited_role.as_str())
        .bind(admission.state.as_str())
        .bind(columns.role)
        .bind(columns.reason)
        .bind(columns.flag)
        .bind(columns.visible_from)
        .bind(columns.earlier)
        .bind(columns.earlier_message)
        .bind(columns.admitted_at)
        .bind(admission.requested_at.as_millisecond())
        .bind(admission.ended_at.map(Timestamp::as_millisecond))
        .bind(admission.place)
        .bind(admission.generation)
        .bind(admission.revision)
        .bind(admission.sequence)
        .bind(admission.decided.as_ref().map(|decided| decided.by.as_str()))
        .bind(admission.decided.as_ref().map(|decided| decided.at.as_millisecond()))
        .bind(new.browser_hash.as_ref().map(<[u8; 32]>::as_slice))
        .bind(admission.denials)
        .bind(admission.returning)
        .bind(as_json(&admission.answers)?)
        .bind(admission.follows.map(|id| id.to_string()))
        .execute(&self.connection)?;
        Ok(())
    }

    /// Saves a changed admission over the revision before it.
    ///
    /// # Errors
    /// When that revision is not there: the caller worked on a row that it had not read in this transaction.
    pub fn save_admission(&mut self, admission: &Admission) -> Result<()> {
        let columns = StateColumns::from(&admission.state);
        let done = query(
            "UPDATE admission SET state = ?, role = ?, reason = ?, flag = ?, visible_from = ?, earlier = ?,
                                  earlier_message = ?, admitted_at = ?,
                                  ended_at = ?, place = ?, generation = ?, revision = ?, sequence = ?,
                                  decided_by = ?, decided_at = ?, message = ?, message_at = ?, denials = ?,
                                  waited = coalesce(waited, CASE WHEN state <> 'admitted' THEN ? END)
             WHERE id = ? AND revision = ?",
        )
        .bind(admission.state.as_str())
        .bind(columns.role)
        .bind(columns.reason)
        .bind(columns.flag)
        .bind(columns.visible_from)
        .bind(columns.earlier)
        .bind(columns.earlier_message)
        .bind(columns.admitted_at)
        .bind(admission.ended_at.map(Timestamp::as_millisecond))
        .bind(admission.place)
        .bind(admission.generation)
        .bind(admission.revision)
        .bind(admission.sequence)
        .bind(admission.decided.as_ref().map(|decided| decided.by.as_str()))
        .bind(admission.decided.as_ref().map(|decided| decided.at.as_millisecond()))
        .bind(admission.message.as_ref().map(|said| said.text.as_str()))
        .bind(admission.message.as_ref().map(|said| said.at.as_millisecond()))
        .bind(admission.denials)
        .bind(waited(admission))
        .bind(admission.id.to_string())
        .bind(i64::from(admission.revision) - 1)
        .execute(&self.connection)?;
        if done == 1 {
            Ok(())
        } else {
            Err(StoreError::Failed(format!("admission {} changed under a writer", admission.id)))
        }
    }

    /// Those of a room with these ids, in this order; whoever is not of the room is left out.
    pub fn admissions_in(&mut self, room: RoomId, ids: &[AdmissionId]) -> Result<Vec<Admission>> {
        query(
            // CROSS JOIN keeps this order: the planner would rather try all of the room for each of the wanted.
            "SELECT admission.* FROM json_each(?) AS wanted CROSS JOIN admission ON admission.id = wanted.value
             WHERE room_id = ? ORDER BY wanted.key",
        )
        .bind(as_json(&ids)?)
        .bind(room.to_string())
        .all(&self.connection, admission)
    }

    /// Those who wait or are on hold in a room, in order.
    pub fn in_line(&mut self, room: RoomId) -> Result<Vec<Admission>> {
        query("SELECT * FROM admission WHERE room_id = ? AND state IN ('waiting', 'held') ORDER BY place, id")
            .bind(room.to_string())
            .all(&self.connection, admission)
    }

    /// Saves what a host said to a guest; the revision stays, because nothing was decided.
    pub fn save_message(&mut self, admission: &Admission) -> Result<()> {
        query("UPDATE admission SET message = ?, message_at = ?, sequence = ? WHERE id = ?")
            .bind(admission.message.as_ref().map(|said| said.text.as_str()))
            .bind(admission.message.as_ref().map(|said| said.at.as_millisecond()))
            .bind(admission.sequence)
            .bind(admission.id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// The request that goes on from this one, if the guest asked again or was moved.
    pub fn follower(&mut self, id: AdmissionId) -> Result<Option<Admission>> {
        follower(&self.connection, id)
    }

    /// Gives the guest's ticket of an admission to the one that goes on from it. The old one keeps a hash that belongs to
    /// no ticket.
    pub fn hand_over_ticket(&mut self, from: AdmissionId, nobodys: [u8; 32]) -> Result<[u8; 32]> {
        let hash: Vec<u8> = query("SELECT ticket_hash FROM admission WHERE id = ?")
            .bind(from.to_string())
            .one(&self.connection, single)?;
        query("UPDATE admission SET ticket_hash = ? WHERE id = ?")
            .bind(nobodys.as_slice())
            .bind(from.to_string())
            .execute(&self.connection)?;
        hash.try_into().map_err(|_| StoreError::Corrupt("a ticket's hash of another length".to_owned()))
    }

    /// Marks a row as changed for live pages, though nothing of the admission itself changed (a namesake came or went).
    pub fn touch_admission(&mut self, id: AdmissionId, sequence: i64) -> Result<()> {
        query("UPDATE admission SET sequence = ? WHERE id = ?")
            .bind(sequence)
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }
}
