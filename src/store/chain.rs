//! The chain over the log: its head, chaining what an older version wrote, and the check of the whole.

use futures_util::TryStreamExt as _;
use serde_json::{Map, Value};
use sqlx::sqlite::SqliteRow;
use sqlx::{Connection as _, Row as _, SqliteConnection};

use super::row::get;
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
    pub async fn audit_head(&self) -> Result<Head> {
        Ok(stored_head(&mut *self.read().await?).await?.unwrap_or(START))
    }

    /// Checks the log from its first entry to the last, as it stands at this moment; with a head that was noted
    /// elsewhere, whether it still holds that. Memory is bounded, and nothing else waits for it.
    ///
    /// # Errors
    /// Only when the file cannot be read.
    pub async fn verify_audit(&self, noted: Option<Head>) -> Result<Verdict> {
        let mut reader = self.read().await?;
        let mut snapshot = reader.begin().await?;
        let counter = sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
        let counter: Option<i64> = counter.fetch_optional(&mut *snapshot).await?;
        let stored = stored_head(&mut snapshot).await?;
        let mut check = Check::new(Known { counter: counter.unwrap_or_default(), stored, noted });
        let mut rows = sqlx::query(found!("ORDER BY sequence")).fetch(&mut *snapshot);
        while let Some(row) = rows.try_next().await? {
            if let Err(flaw) = check.take(&found(&row)?) {
                return Ok(Err(flaw));
            }
        }
        Ok(check.finish())
    }
}

impl Tx {
    /// The entry that the next one follows. It is the head as stored, not the last row: were the end cut off, the entries
    /// of afterwards would otherwise hide it.
    pub(super) async fn audit_head(&mut self) -> Result<Head> {
        let missing = || StoreError::Corrupt("the log has lost its head".to_owned());
        stored_head(&mut self.connection).await?.ok_or_else(missing)
    }
}

async fn stored_head(connection: &mut SqliteConnection) -> Result<Option<Head>> {
    let row = sqlx::query("SELECT sequence, hash FROM audit_head").fetch_optional(connection).await?;
    let Some(row) = row else { return Ok(None) };
    let hash = hash(get(&row, "hash")?).ok_or_else(|| StoreError::Corrupt("a hash of another length".to_owned()))?;
    Ok(Some(Head { sequence: get(&row, "sequence")?, hash }))
}

fn hash(bytes: Option<Vec<u8>>) -> Option<Hash> {
    bytes?.try_into().ok().map(Hash)
}

fn found(row: &SqliteRow) -> Result<Found> {
    let salt: Option<Vec<u8>> = row.try_get(12)?;
    Ok(Found {
        link: Link {
            sequence: row.try_get(0)?,
            at: row.try_get(1)?,
            actor_kind: row.try_get(2)?,
            actor_id: row.try_get(3)?,
            actor_name: row.try_get(4)?,
            room_id: row.try_get(5)?,
            admission_id: row.try_get(6)?,
            action: row.try_get(7)?,
            detail: row.try_get(8)?,
            personal: hash(row.try_get(9)?).unwrap_or(START.hash),
        },
        salt: salt.and_then(|bytes| bytes.try_into().ok()),
        address: row.try_get(13)?,
        said: row.try_get(14)?,
        previous: hash(row.try_get(10)?),
        hash: hash(row.try_get(11)?),
    })
}

/// Chains the entries of a database from before there was a chain. All of it or nothing: were it broken off, the next
/// start would begin anew.
pub(super) async fn chain_what_is_there(connection: &mut SqliteConnection) -> std::result::Result<(), OpenError> {
    let failed = |error: StoreError| OpenError::Unusable(format!("the log cannot be chained: {error}"));
    if stored_head(connection).await.map_err(failed)?.is_some() {
        return Ok(());
    }
    chain_all(connection).await.map_err(failed)
}

async fn chain_all(connection: &mut SqliteConnection) -> Result<()> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    // Another process may have been faster.
    if stored_head(&mut transaction).await?.is_some() {
        return Ok(());
    }
    let mut head = START;
    loop {
        let batch = sqlx::query(found!("WHERE sequence > ? ORDER BY sequence LIMIT ?"));
        let rows = batch.bind(head.sequence).bind(BATCH).fetch_all(&mut *transaction).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            head = chain_one(&mut transaction, found(row)?, head).await?;
        }
    }
    sqlx::query("INSERT INTO audit_head (one, sequence, hash) VALUES (1, ?, ?)")
        .bind(head.sequence)
        .bind(head.hash.0.as_slice())
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}

/// Chains one entry of before to the head; answers the new head.
async fn chain_one(connection: &mut SqliteConnection, found: Found, head: Head) -> Result<Head> {
    let mut link = found.link;
    let corrupt = |error: serde_json::Error| StoreError::Corrupt(format!("entry {}: {error}", link.sequence));
    let mut detail: Map<String, Value> = serde_json::from_str(&link.detail).map_err(corrupt)?;
    let said = take_typed(&mut detail).map(|said| said.to_string());
    let personal = Personal { salt: random::bytes(), address: found.address.as_deref(), said: said.as_deref() };
    (link.detail, link.personal) = (Value::Object(detail).to_string(), personal.hash());
    let hash = link.hash(&head.hash);
    sqlx::query(
        "UPDATE audit SET detail = ?, said = ?, salt = ?, personal = ?, previous = ?, hash = ? WHERE sequence = ?",
    )
    .bind(&link.detail)
    .bind(personal.said)
    .bind(personal.salt.as_slice())
    .bind(link.personal.0.as_slice())
    .bind(head.hash.0.as_slice())
    .bind(hash.0.as_slice())
    .bind(link.sequence)
    .execute(connection)
    .await?;
    Ok(Head { sequence: link.sequence, hash })
}
