//! The log: written with every change, never changed, read by hosts (their rooms) and admins (all).

use jiff::Timestamp;
use serde_json::{Map, Value};
use sqlx::sqlite::SqliteRow;

use super::row::{get, parsed_optional, time};
use super::{Result, Store, StoreError, Tx};
use crate::domain::actor::Actor;
use crate::domain::chain::{Hash, Head, Link, Personal};
use crate::domain::fact::{Fact, Parts};
use crate::domain::ids::{AccountId, AdmissionId, RoomId};
use crate::random;

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
    pub detail: Value,
    /// Whether the address and what people typed were erased: their time was over.
    pub erased: bool,
    /// In the chain over the log.
    pub hash: Hash,
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
    let hash: Vec<u8> = get(row, "hash")?;
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
        detail: detail(get(row, "detail")?, get(row, "said")?)?,
        erased: get::<Option<&[u8]>>(row, "salt")?.is_none(),
        hash: hash.try_into().map(Hash).map_err(|_| StoreError::Corrupt("a hash of another length".to_owned()))?,
    })
}

/// All details of an entry in one object: what stays, and what people typed as long as it is there.
fn detail(stays: &str, said: Option<&str>) -> Result<Value> {
    let corrupt = |error: serde_json::Error| StoreError::Corrupt(error.to_string());
    let mut detail: Map<String, Value> = serde_json::from_str(stays).map_err(corrupt)?;
    if let Some(said) = said {
        detail.extend(serde_json::from_str::<Map<String, Value>>(said).map_err(corrupt)?);
    }
    Ok(Value::Object(detail))
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

    /// One entry.
    pub async fn entry(&self, sequence: i64) -> Result<Option<Entry>> {
        let row = sqlx::query(entries!("WHERE audit.sequence = ?"))
            .bind(sequence)
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.as_ref().map(entry).transpose()
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
    /// Appends to the log and its chain. This is the one place that does.
    pub async fn append_audit(&mut self, actor: &Actor, at: Timestamp, about: About, fact: &Fact) -> Result<()> {
        let Parts { action, detail, said } = fact.parts();
        let (said, address) = (said.map(|said| said.to_string()), actor.address.map(|address| address.to_string()));
        let personal = Personal { salt: random::bytes(), address: address.as_deref(), said: said.as_deref() };
        let head = self.audit_head().await?;
        let link = Link {
            sequence: head.sequence + 1,
            at: at.as_millisecond(),
            actor_kind: actor.kind().to_owned(),
            actor_id: actor.id(),
            // A guest's name is kept with the admission alone, so that it can be erased.
            actor_name: if actor.kind() == "guest" { String::new() } else { actor.name().to_owned() },
            room_id: about.room.map(|id| id.to_string()),
            admission_id: about.admission.map(|id| id.to_string()),
            action,
            detail: detail.to_string(),
            personal: personal.hash(),
        };
        let new = Head { sequence: link.sequence, hash: link.hash(&head.hash) };
        self.insert_audit(&link, personal, head.hash, new).await
    }

    async fn insert_audit(&mut self, link: &Link, personal: Personal<'_>, previous: Hash, new: Head) -> Result<()> {
        sqlx::query(
            "INSERT INTO audit (sequence, at, actor_kind, actor_id, actor_name, address, room_id, admission_id, action,
                                detail, said, salt, personal, previous, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(link.sequence)
        .bind(link.at)
        .bind(&link.actor_kind)
        .bind(&link.actor_id)
        .bind(&link.actor_name)
        .bind(personal.address)
        .bind(&link.room_id)
        .bind(&link.admission_id)
        .bind(&link.action)
        .bind(&link.detail)
        .bind(personal.said)
        .bind(personal.salt.as_slice())
        .bind(link.personal.0.as_slice())
        .bind(previous.0.as_slice())
        .bind(new.hash.0.as_slice())
        .execute(&mut self.connection)
        .await?;
        sqlx::query("UPDATE audit_head SET sequence = ?, hash = ?")
            .bind(new.sequence)
            .bind(new.hash.0.as_slice())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// Erases addresses and what people typed from entries older than this, at most `limit` of them; answers how many.
    /// The chain stays whole: it holds only their salted hash, and the salt goes with them.
    pub async fn erase_audit_before(&mut self, before: Timestamp, limit: i64) -> Result<u64> {
        let erased = sqlx::query(
            "UPDATE audit SET address = NULL, said = NULL, salt = NULL WHERE sequence IN
                (SELECT sequence FROM audit WHERE salt IS NOT NULL AND at < ? ORDER BY at LIMIT ?)",
        )
        .bind(before.as_millisecond())
        .bind(limit)
        .execute(&mut self.connection)
        .await?;
        Ok(erased.rows_affected())
    }

    /// The same for all that is said of one admission.
    pub async fn erase_audit_of(&mut self, admission: AdmissionId) -> Result<u64> {
        let erased = sqlx::query(
            "UPDATE audit SET address = NULL, said = NULL, salt = NULL WHERE admission_id = ? AND salt IS NOT NULL",
        )
        .bind(admission.to_string())
        .execute(&mut self.connection)
        .await?;
        Ok(erased.rows_affected())
    }
}
