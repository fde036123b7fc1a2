//! The log, read: by hosts (their rooms) and admins (all), filtered, in pages by time or on from an entry.

use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::row::{get, parsed_optional, time};
use super::sql::{Connection, Query, Row, query, single};
use super::{Result, Store, StoreError};
use crate::domain::chain::Hash;
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
    pub detail: Value,
    /// Whether the address and what people typed were erased: their time was over.
    pub erased: bool,
    /// In the chain over the log.
    pub hash: Hash,
}

/// Which entries to read: those for which all of it holds. Nothing set is all.
#[derive(Clone, Debug, Default)]
pub struct EntryFilter {
    /// The rooms in which this account is a host now.
    pub rooms_of: Option<AccountId>,
    pub room: Option<RoomId>,
    pub admission: Option<AdmissionId>,
    pub actor: Option<Acting>,
    pub action: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before this, not at it.
    pub until: Option<Timestamp>,
}

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acting {
    Guests,
    /// The server itself.
    Server,
    /// The account or API key with this id.
    Someone(Uuid),
}

/// Which page of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    #[default]
    Latest,
    /// What is older than this entry.
    Before(i64),
    /// What is newer than this entry, and nearest to it.
    After(i64),
}

/// So many entries are looked at to find out which part of a filter leaves the fewest.
const PROBE: i64 = 20_000;

/// What an index narrows down together, in the order of time.
const INDEXED: &[&[&str]] = &[&["admission_id"], &["room_id", "action"], &["room_id"], &["actor_id"], &["action"]];

const ENTRIES: &str =
    "SELECT audit.*, coalesce(acting.name, audit.actor_name) AS named_actor, room.title AS room_title,
            admission.name AS guest_name
     FROM audit LEFT JOIN room ON room.id = audit.room_id
     LEFT JOIN admission ON admission.id = audit.admission_id
     LEFT JOIN admission AS acting ON acting.id = audit.actor_id WHERE ";

impl Store {
    /// A page of the log, newest first, at most `limit` entries.
    pub async fn log_page(&self, filter: &EntryFilter, turn: Turn, limit: i64) -> Result<Vec<Entry>> {
        let filter = filter.clone();
        self.apart(move |reader| page(reader, &filter, turn, limit)).await
    }

    /// Entries after the given one in the order of writing, at most `limit`.
    pub async fn entries_after(&self, filter: &EntryFilter, after: i64, limit: i64) -> Result<Vec<Entry>> {
        let mut entries = query(ENTRIES);
        for (column, value) in filter.equal() {
            // Only these have an index in the order of writing.
            let indexed = matches!(column, "room_id" | "admission_id");
            entries.push(if indexed { "audit." } else { "+audit." }).push(column).push(" = ").push_bind(value);
            entries.push(" AND ");
        }
        push_rest(&mut entries, filter, "+");
        entries.push(" AND audit.sequence > ").push_bind(after);
        entries.push(" ORDER BY audit.sequence LIMIT ").push_bind(limit);
        self.apart(move |reader| entries.all(reader, entry)).await
    }

    /// One entry.
    pub fn entry(&self, sequence: i64) -> Result<Option<Entry>> {
        let mut found = query(ENTRIES);
        found.push("audit.sequence = ").push_bind(sequence);
        found.optional(&self.readers, entry)
    }

    /// The number of a room's last entry; 0 if it has none.
    pub fn last_entry(&self, room: RoomId) -> Result<i64> {
        let last: Option<i64> = query("SELECT max(sequence) FROM audit WHERE room_id = ?")
            .bind(room.to_string())
            .one(&self.readers, single)?;
        Ok(last.unwrap_or_default())
    }

    /// The acts that the log knows, in the order of their names; with `of_rooms` only those that happen in rooms. It steps
    /// from name to name along the index, so that it costs the same with a million entries.
    pub fn actions(&self, of_rooms: bool) -> Result<Vec<String>> {
        query(
            "WITH RECURSIVE known (action) AS (
                SELECT min(action) FROM audit
                UNION ALL
                SELECT (SELECT min(audit.action) FROM audit WHERE audit.action > known.action) FROM known
                WHERE known.action IS NOT NULL)
             SELECT action FROM known WHERE action IS NOT NULL
             AND (? OR (SELECT room_id FROM audit WHERE audit.action = known.action LIMIT 1) IS NOT NULL)",
        )
        .bind(!of_rooms)
        .all(&self.readers, single)
    }
}

fn page(reader: &Connection, filter: &EntryFilter, turn: Turn, limit: i64) -> Result<Vec<Entry>> {
    let narrowest = narrowest(reader, filter)?;
    let mut entries = query(ENTRIES);
    for (column, value) in filter.equal() {
        // A plus keeps SQLite from choosing this column's index.
        entries.push(if narrowest.contains(&column) { "" } else { "+" });
        entries.push(format_args!("audit.{column} = ")).push_bind(value).push(" AND ");
    }
    push_rest(&mut entries, filter, "");
    let (compared, cursor) = match turn {
        Turn::Latest => ("", None),
        Turn::Before(entry) => ("<", Some(entry)),
        Turn::After(entry) => (">", Some(entry)),
    };
    if let Some(entry) = cursor {
        entries.push(format_args!(" AND (audit.at, audit.sequence) {compared} (SELECT at, sequence FROM audit"));
        entries.push(" WHERE sequence = ").push_bind(entry).push(")");
    }
    let order = if matches!(turn, Turn::After(_)) { "ASC" } else { "DESC" };
    entries.push(format_args!(" ORDER BY audit.at {order}, audit.sequence {order} LIMIT ")).push_bind(limit);
    let mut entries = entries.all(reader, entry)?;
    if matches!(turn, Turn::After(_)) {
        entries.reverse();
    }
    Ok(entries)
}

/// Which of the filter's equal columns, by one index, leave the fewest entries, as far as a short look tells.
fn narrowest(reader: &Connection, filter: &EntryFilter) -> Result<Vec<&'static str>> {
    let equal: HashMap<_, _> = filter.equal().into_iter().collect();
    let mut fewest: Option<(i64, &[&'static str])> = None;
    for columns in INDEXED.iter().filter(|columns| columns.iter().all(|column| equal.contains_key(column))) {
        let mut look = query("SELECT count(*) FROM (SELECT 1 FROM audit WHERE true");
        for column in *columns {
            look.push(format_args!(" AND {column} = ")).push_bind(&equal[column]);
            if *column == "actor_id" {
                look.push(" AND actor_kind IN ('account', 'api_key')");
            }
        }
        look.push(" LIMIT ").push_bind(PROBE).push(")");
        let count: i64 = look.one(reader, single)?;
        if fewest.is_none_or(|(least, _)| count < least) {
            fewest = Some((count, columns));
        }
    }
    Ok(fewest.map(|(_, columns)| columns.to_vec()).unwrap_or_default())
}

impl EntryFilter {
    /// The columns that must have one value.
    fn equal(&self) -> Vec<(&'static str, String)> {
        let actor = self.actor.map(|actor| match actor {
            Acting::Guests => ("actor_kind", "guest".to_owned()),
            Acting::Server => ("actor_kind", "system".to_owned()),
            Acting::Someone(id) => ("actor_id", id.to_string()),
        });
        let admission = self.admission.map(|id| ("admission_id", id.to_string()));
        let room = self.room.map(|id| ("room_id", id.to_string()));
        let action = self.action.clone().map(|action| ("action", action));
        [admission, room, actor, action].into_iter().flatten().collect()
    }
}

/// The conditions that every order of reading shares. With `plus` before a column, its index is not used.
fn push_rest(query: &mut Query<'_>, filter: &EntryFilter, plus: &str) {
    query.push("true");
    if matches!(filter.actor, Some(Acting::Someone(_))) {
        // So that the index over those who sign in, and their programs, can be used.
        query.push(" AND audit.actor_kind IN ('account', 'api_key')");
    }
    if let Some(account) = filter.rooms_of {
        query.push(" AND +audit.room_id IN (SELECT room_id FROM room_host WHERE account_id = ");
        query.push_bind(account.to_string()).push(")");
    }
    if let Some(from) = filter.from {
        query.push(format_args!(" AND {plus}audit.at >= ")).push_bind(from.as_millisecond());
    }
    if let Some(until) = filter.until {
        query.push(format_args!(" AND {plus}audit.at < ")).push_bind(until.as_millisecond());
    }
}

fn entry(row: &Row<'_>) -> Result<Entry> {
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
