//! What the video provider must still do: end the connections of those who lost rights.

use jiff::Timestamp;

use super::row::{get, parsed, time, time_optional};
use super::sql::{Row, query, single};
use super::{Result, Store, Tx};
use crate::domain::ids::{PersonId, RoomId};

/// All connections of `person` in `session_id` with a generation below `generation` must end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enforcement {
    pub id: i64,
    pub room_id: RoomId,
    pub session_id: String,
    pub person: PersonId,
    pub generation: u32,
    pub created_at: Timestamp,
    pub attempts: u32,
    pub due_at: Timestamp,
    /// Since when it has been called out that this takes too long.
    pub alarmed_at: Option<Timestamp>,
}

fn enforcement(row: &Row<'_>) -> Result<Enforcement> {
    Ok(Enforcement {
        id: get(row, "id")?,
        room_id: parsed(row, "room_id")?,
        session_id: get(row, "session_id")?,
        person: parsed(row, "person")?,
        generation: get(row, "generation")?,
        created_at: time(row, "created_at")?,
        attempts: get(row, "attempts")?,
        due_at: time(row, "due_at")?,
        alarmed_at: time_optional(row, "alarmed_at")?,
    })
}

impl Store {
    /// What is not confirmed yet and due, oldest first; of each person in a session only the oldest that is open. At
    /// most `limit`.
    pub fn enforcements_due(&self, now: Timestamp, limit: i64) -> Result<Vec<Enforcement>> {
        query(
            "SELECT * FROM enforcement AS due WHERE confirmed_at IS NULL AND due_at <= ?
               AND NOT EXISTS (SELECT 1 FROM enforcement AS earlier
                               WHERE earlier.person = due.person AND earlier.session_id = due.session_id
                                 AND earlier.confirmed_at IS NULL AND earlier.id < due.id)
             ORDER BY due_at, id LIMIT ?",
        )
        .bind(now.as_millisecond())
        .bind(limit)
        .all(&self.readers, enforcement)
    }

    /// How many connections in a room could not be ended for too long.
    pub fn enforcement_alarms(&self, room: RoomId) -> Result<i64> {
        query("SELECT count(*) FROM enforcement WHERE room_id = ? AND confirmed_at IS NULL AND alarmed_at IS NOT NULL")
            .bind(room.to_string())
            .one(&self.readers, single)
    }
}

impl Tx {
    /// The room from whose session a person has been put out before: all that is left of a host who is one no more.
    pub fn was_ended_in(&mut self, session_id: &str, person: PersonId) -> Result<Option<RoomId>> {
        query("SELECT room_id FROM enforcement WHERE session_id = ? AND person = ? LIMIT 1")
            .bind(session_id)
            .bind(person.to_string())
            .optional(&self.connection, |row| parsed(row, "room_id"))
    }

    pub fn insert_enforcement(
        &mut self,
        room: RoomId,
        session_id: &str,
        person: PersonId,
        generation: u32,
        at: Timestamp,
    ) -> Result<()> {
        query(
            "INSERT INTO enforcement (room_id, session_id, person, generation, created_at, due_at)
             VALUES (?, ?, ?, ?, ?, ?)",
        )
        .bind(room.to_string())
        .bind(session_id)
        .bind(person.to_string())
        .bind(generation)
        .bind(at.as_millisecond())
        .bind(at.as_millisecond())
        .execute(&self.connection)?;
        self.enforces = true;
        Ok(())
    }

    /// The provider has ended them all.
    pub fn confirm_enforcement(&mut self, id: i64, at: Timestamp) -> Result<()> {
        query("UPDATE enforcement SET confirmed_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id)
            .execute(&self.connection)?;
        Ok(())
    }

    /// The provider could not, and why: another try later.
    pub fn postpone_enforcement(&mut self, id: i64, attempts: u32, due_at: Timestamp, problem: &str) -> Result<()> {
        query("UPDATE enforcement SET attempts = ?, due_at = ?, problem = ? WHERE id = ?")
            .bind(attempts)
            .bind(due_at.as_millisecond())
            .bind(problem)
            .bind(id)
            .execute(&self.connection)?;
        Ok(())
    }

    /// It has been called out that this takes too long.
    pub fn alarm_enforcement(&mut self, id: i64, at: Timestamp) -> Result<()> {
        query("UPDATE enforcement SET alarmed_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id)
            .execute(&self.connection)?;
        Ok(())
    }
}
