//! The chain over the log: its head, chaining what an older version wrote, and the check of the whole.

use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::row::get;
use super::sql::{Connection, Row, Source, query, single};
use super::{OpenError, Result, Store, StoreError, Tx};
use crate::domain::chain::{Check, Flaw, Found, Hash, Head, Known, Link, Personal, START};
use crate::domain::fact::take_typed;
use crate::random;

/// The columns of [`found`]; the caller adds which.
macro_rules! found {
    ($rest:literal) => {
        concat!(
            "SELECT sequence, at, actor_kind, actor_id, actor_name, room_id, admission_id, action, detail,
                    personal, previous, hash, salt, address, said
             FROM audit ",
            $rest
        )
    };
}

/// How many entries of before are read at once while they are chained.
const BATCH: i64 = 1_000;

/// What a check of the log came to.
pub type Verdict = std::result::Result<Head, Flaw>;

impl Store {
    /// The last entry's number and hash, to be noted elsewhere.
    pub fn audit_head(&self) -> Result<Head> {
        Ok(stored_head(&self.readers)?.unwrap_or(START))
    }

    /// Checks the log from its first entry to the last, as it stands at this moment; with a head that was noted
    /// elsewhere, whether it still holds that. Memory is bounded, and nothing else waits for it.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub async fn verify_audit(&self, noted: Option<Head>) -> Result<Verdict> {
        self.apart(move |connection| connection.at_one_moment(|| verify(connection, noted))).await
    }
}

fn verify(connection: &Connection, noted: Option<Head>) -> Result<Verdict> {
    let counter = query("SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
    let counter: Option<i64> = counter.optional(connection, single)?;
    let stored = stored_head(connection)?;
    let mut check = Check::new(Known { counter: counter.unwrap_or_default(), stored, noted });
    let read = query(found!("ORDER BY sequence"))
        .each(connection, |row| Ok(check.take(&found(row)?).map_or_else(ControlFlow::Break, ControlFlow::Continue)))?;
    Ok(match read {
        ControlFlow::Break(flaw) => Err(flaw),
        ControlFlow::Continue(()) => check.finish(),
    })
}

impl Tx {
    /// The entry that the next one follows. It is the head as stored, not the last row: were the end cut off, the entries
    /// of afterwards would otherwise hide it.
    pub(super) fn audit_head(&mut self) -> Result<Head> {
        let missing = || StoreError::Corrupt("the log has lost its head".to_owned());
        stored_head(&self.connection)?.ok_or_else(missing)
    }
}

fn stored_head(source: impl Source) -> Result<Option<Head>> {
    query("SELECT sequence, hash FROM audit_head").optional(source, |row| {
        let hash = hash(get(row, "hash")?);
        let hash = hash.ok_or_else(|| StoreError::Corrupt("a hash of another length".to_owned()))?;
        Ok(Head { sequence: get(row, "sequence")?, hash })
    })
}

fn hash(bytes: Option<Vec<u8>>) -> Option<Hash> {
    bytes?.try_into().ok().map(Hash)
}

fn found(row: &Row<'_>) -> Result<Found> {
    let salt: Option<Vec<u8>> = row.at(12)?;
    Ok(Found {
        link: Link {
            sequence: row.at(0)?,
            at: row.at(1)?,
            actor_kind: row.at(2)?,
            actor_id: row.at(3)?,
            actor_name: row.at(4)?,
            room_id: row.at(5)?,
            admission_id: row.at(6)?,
            action: row.at(7)?,
            detail: row.at(8)?,
            personal: hash(row.at(9)?).unwrap_or(START.hash),
        },
        salt: salt.and_then(|bytes| bytes.try_into().ok()),
        address: row.at(13)?,
        said: row.at(14)?,
        previous: hash(row.at(10)?),
        hash: hash(row.at(11)?),
    })
}

/// Chains the entries of a database from before there was a chain. All of it or nothing: were it broken off, the next
/// start would begin anew.
pub(super) fn chain_what_is_there(connection: &Connection) -> std::result::Result<(), OpenError> {
    let failed = |error: StoreError| OpenError::Unusable(format!("the log cannot be chained: {error}"));
    if stored_head(connection).map_err(failed)?.is_some() {
        return Ok(());
    }
    connection.whole(|| chain_all(connection)).map_err(failed)
}

fn chain_all(connection: &Connection) -> Result<()> {
    // Another process may have been faster.
    if stored_head(connection)?.is_some() {
        return Ok(());
    }
    let mut head = START;
    loop {
        let batch = query(found!("WHERE sequence > ? ORDER BY sequence LIMIT ?")).bind(head.sequence).bind(BATCH);
        let entries = batch.all(connection, found)?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            head = chain_one(connection, entry, head)?;
        }
    }
    query("INSERT INTO audit_head (one, sequence, hash) VALUES (1, ?, ?)")
        .bind(head.sequence)
        .bind(head.hash.0.as_slice())
        .execute(connection)
        .map(drop)
}

/// Chains one entry of before to the head; answers the new head.
fn chain_one(connection: &Connection, found: Found, head: Head) -> Result<Head> {
    let mut link = found.link;
    let corrupt = |error: serde_json::Error| StoreError::Corrupt(format!("entry {}: {error}", link.sequence));
    let mut detail: Map<String, Value> = serde_json::from_str(&link.detail).map_err(corrupt)?;
    let said = take_typed(&mut detail).map(|said| said.to_string());
    let personal = Personal { salt: random::bytes(), address: found.address.as_deref(), said: said.as_deref() };
    (link.detail, link.personal) = (Value::Object(detail).to_string(), personal.hash());
    let hash = link.hash(&head.hash);
    query("UPDATE audit SET detail = ?, said = ?, salt = ?, personal = ?, previous = ?, hash = ? WHERE sequence = ?")
        .bind(&link.detail)
        .bind(personal.said)
        .bind(personal.salt.as_slice())
        .bind(link.personal.0.as_slice())
        .bind(head.hash.0.as_slice())
        .bind(hash.0.as_slice())
        .bind(link.sequence)
        .execute(connection)?;
    Ok(Head { sequence: link.sequence, hash })
}
