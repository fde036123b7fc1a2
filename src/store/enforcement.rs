//! What the video provider must still do: end the connections of those who lost rights.

use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use super::row::{get, parsed, time, time_optional};
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

fn enforcement(row: &SqliteRow) -> Result<Enforcement> {
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
    pub async fn enforcements_due(&self, now: Timestamp, limit: i64) -> Result<Vec<Enforcement>> {
        let rows = sqlx::query(
            "SELECT * FROM enforcement AS due WHERE confirmed_at IS NULL AND due_at <= ?
               AND NOT EXISTS (SELECT 1 FROM enforcement AS earlier
                               WHERE earlier.person = due.person AND earlier.session_id = due.session_id
                                 AND earlier.confirmed_at IS NULL AND earlier.id < due.id)
             ORDER BY due_at, id LIMIT ?",
        )
        .bind(now.as_millisecond())
        .bind(limit)
        .fetch_all(&mut *self.read().await?)
        .await?;
        rows.iter().map(enforcement).collect()
    }

    /// How many connections in a room could not be ended for too long.
    pub async fn enforcement_alarms(&self, room: RoomId) -> Result<i64> {
        let alarms = sqlx::query_scalar(
            "SELECT count(*) FROM enforcement WHERE room_id = ? AND confirmed_at IS NULL AND alarmed_at IS NOT NULL",
        );
        Ok(alarms.bind(room.to_string()).fetch_one(&mut *self.read().await?).await?)
    }
}

impl Tx {
    /// The room from whose session a person has been put out before: all that is left of a host who is one no more.
    pub async fn was_ended_in(&mut self, session_id: &str, person: PersonId) -> Result<Option<RoomId>> {
        let row = sqlx::query("SELECT room_id FROM enforcement WHERE session_id = ? AND person = ? LIMIT 1")
            .bind(session_id)
            .bind(person.to_string())
            .fetch_optional(&mut self.connection)
            .await?;
        row.as_ref().map(|row| parsed(row, "room_id")).transpose()
    }

    pub async fn insert_enforcement(
        &mut self,
        room: RoomId,
        session_id: &str,
        person: PersonId,
        generation: u32,
        at: Timestamp,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO enforcement (room_id, session_id, person, generation, created_at, due_at)
             VALUES (?, ?, ?, ?, ?, ?)",
        )
        .bind(room.to_string())
        .bind(session_id)
        .bind(person.to_string())
        .bind(generation)
        .bind(at.as_millisecond())
        .bind(at.as_millisecond())
        .execute(&mut self.connection)
        .await?;
        Ok(())
    }

    /// The provider has ended them all.
    pub async fn confirm_enforcement(&mut self, id: i64, at: Timestamp) -> Result<()> {
        sqlx::query("UPDATE enforcement SET confirmed_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id)
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// The provider could not, and why: another try later.
    pub async fn postpone_enforcement(
        &mut self,
        id: i64,
        attempts: u32,
        due_at: Timestamp,
        problem: &str,
    ) -> Result<()> {
        sqlx::query("UPDATE enforcement SET attempts = ?, due_at = ?, problem = ? WHERE id = ?")
            .bind(attempts)
            .bind(due_at.as_millisecond())
            .bind(problem)
            .bind(id)
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// It has been called out that this takes too long.
    pub async fn alarm_enforcement(&mut self, id: i64, at: Timestamp) -> Result<()> {
        sqlx::query("UPDATE enforcement SET alarmed_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id)
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }
}
