//! The log: written with every change, never changed, read by hosts (their rooms) and admins (all).

use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use super::row::{get, parsed_optional, time};
use super::{Result, Store, StoreError, Tx};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::{AccountId, AdmissionId, RoomId};

/// One entry of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub sequence: i64,
    pub at: Timestamp,
    pub actor_kind: String,
    pub actor_name: String,
    pub address: Option<String>,
    pub room_id: Option<RoomId>,
    pub room_title: Option<String>,
    pub admission_id: Option<AdmissionId>,
    /// The guest whom it concerns, by the name they gave.
    pub guest_name: Option<String>,
    pub action: String,
    /// A JSON object.
    pub detail: serde_json::Value,
}

/// Which entries to read; nothing set is all.
#[derive(Clone, Copy, Debug, Default)]
pub struct EntryFilter {
    pub room: Option<RoomId>,
    pub admission: Option<AdmissionId>,
    /// Only entries older than this one.
    pub before: Option<i64>,
}

/// Whose part of the log to read, oldest first.
#[derive(Clone, Copy, Debug)]
pub enum LogOf {
    Everything,
    /// The rooms in which this account is a host.
    RoomsOf(AccountId),
    Room(RoomId),
    Admission(AdmissionId),
}

/// The columns of an entry; the caller adds the condition.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "SELECT audit.*, coalesce(acting.name, audit.actor_name) AS named_actor, room.title AS room_title,
                    admission.name AS guest_name
             FROM audit LEFT JOIN room ON room.id = audit.room_id
             LEFT JOIN admission ON admission.id = audit.admission_id
             LEFT JOIN admission AS acting ON acting.id = audit.actor_id ",
            $rest
        )
    };
}

fn entry(row: &SqliteRow) -> Result<Entry> {
    Ok(Entry {
        sequence: get(row, "sequence")?,
        at: time(row, "at")?,
        actor_kind: get(row, "actor_kind")?,
        actor_name: get(row, "named_actor")?,
        address: get(row, "address")?,
        room_id: parsed_optional(row, "room_id")?,
        room_title: get(row, "room_title")?,
        admission_id: parsed_optional(row, "admission_id")?,
        guest_name: get(row, "guest_name")?,
        action: get(row, "action")?,
        detail: serde_json::from_str(get(row, "detail")?).map_err(|error| StoreError::Corrupt(error.to_string()))?,
    })
}

impl Store {
    /// Entries, newest first, at most `limit`.
    pub async fn entries(&self, filter: EntryFilter, limit: i64) -> Result<Vec<Entry>> {
        let room = filter.room.map(|id| id.to_string());
        let admission = filter.admission.map(|id| id.to_string());
        let before = filter.before.unwrap_or(i64::MAX);
        let query = match (&admission, &room) {
            (Some(admission), _) => sqlx::query(entries!(
                "WHERE audit.admission_id = ? AND audit.sequence < ? ORDER BY audit.sequence DESC LIMIT ?"
            ))
            .bind(admission),
            (None, Some(room)) => sqlx::query(entries!(
                "WHERE audit.room_id = ? AND audit.sequence < ? ORDER BY audit.sequence DESC LIMIT ?"
            ))
            .bind(room),
            (None, None) => sqlx::query(entries!("WHERE audit.sequence < ? ORDER BY audit.sequence DESC LIMIT ?")),
        };
        let rows = query.bind(before).bind(limit).fetch_all(&mut *self.read().await?).await?;
        rows.iter().map(entry).collect()
    }

    /// Entries after the given one, oldest first, at most `limit`.
    pub async fn entries_after(&self, of: LogOf, after: i64, limit: i64) -> Result<Vec<Entry>> {
        let query = match of {
            LogOf::Everything => sqlx::query(entries!("WHERE audit.sequence > ? ORDER BY audit.sequence LIMIT ?")),
            LogOf::RoomsOf(account) => sqlx::query(entries!(
                "WHERE audit.room_id IN (SELECT room_id FROM room_host WHERE account_id = ?) AND audit.sequence > ?
                 ORDER BY audit.sequence LIMIT ?"
            ))
            .bind(account.to_string()),
            LogOf::Room(room) => {
                sqlx::query(entries!("WHERE audit.room_id = ? AND audit.sequence > ? ORDER BY audit.sequence LIMIT ?"))
                    .bind(room.to_string())
            }
            LogOf::Admission(admission) => sqlx::query(entries!(
                "WHERE audit.admission_id = ? AND audit.sequence > ? ORDER BY audit.sequence LIMIT ?"
            ))
            .bind(admission.to_string()),
        };
        let rows = query.bind(after).bind(limit).fetch_all(&mut *self.read().await?).await?;
        rows.iter().map(entry).collect()
    }

    /// The number of a room's last entry; 0 if it has none.
    pub async fn last_entry(&self, room: RoomId) -> Result<i64> {
        let last: Option<i64> = sqlx::query_scalar("SELECT max(sequence) FROM audit WHERE room_id = ?")
            .bind(room.to_string())
            .fetch_one(&mut *self.read().await?)
            .await?;
        Ok(last.unwrap_or_default())
    }
}

/// What an entry is about.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    pub room: Option<RoomId>,
    pub admission: Option<AdmissionId>,
}

impl Tx {
    /// Appends to the log. This is the one place that does; a chain over the entries belongs here.
    pub async fn append_audit(&mut self, actor: &Actor, at: Timestamp, about: About, fact: &Fact) -> Result<()> {
        let (action, detail) = fact.parts();
        // A guest's name is kept with the admission alone, so that it can be erased.
        let actor_name = if actor.kind() == "guest" { "" } else { actor.name() };
        sqlx::query(
            "INSERT INTO audit (at, actor_kind, actor_id, actor_name, address, room_id, admission_id, action, detail)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(at.as_millisecond())
        .bind(actor.kind())
        .bind(actor.id())
        .bind(actor_name)
        .bind(actor.address.map(|address| address.to_string()))
        .bind(about.room.map(|id| id.to_string()))
        .bind(about.admission.map(|id| id.to_string()))
        .bind(action)
        .bind(detail.to_string())
        .execute(&mut self.connection)
        .await?;
        Ok(())
    }

    /// Appends many entries of one actor and time.
    pub async fn append_audits<'a>(
        &mut self,
        actor: &Actor,
        at: Timestamp,
        entries: impl Iterator<Item = (About, &'a Fact)>,
    ) -> Result<()> {
        for (about, fact) in entries {
            self.append_audit(actor, at, about, fact).await?;
        }
        Ok(())
    }
}
