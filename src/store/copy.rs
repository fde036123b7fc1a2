//! Copies of the database: the backup, and the one that an upgrade begins with. Both are whole, private, on the disk
//! before anybody hears of them, and know that they are copies.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tempfile::NamedTempFile;

use super::sql::{Access, Connection, query, single};
use super::{Result, Store, StoreError, Tx};

/// The name under which a copy remembers when it was taken, until somebody has said what shall become of it.
const MARK: &str = "copy";

/// So many copies of earlier upgrades are kept beside the database.
const KEPT: usize = 3;

/// Why there is no copy. Nothing is left of it.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    #[error("{} is there already; a copy overwrites nothing", .0.display())]
    Exists(PathBuf),
    #[error("the copy cannot be written: {0}")]
    Write(#[from] std::io::Error),
    #[error("the database cannot be copied: {0}")]
    Read(String),
    #[error("the copy is not whole: {0}")]
    Damaged(String),
}

/// A copy that is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    pub file: PathBuf,
    pub bytes: u64,
    pub taken_at: Timestamp,
}

/// Copies a database, also one that a server works on: the copy is the state of one moment between two commits.
///
/// # Errors
/// When the copy exists already, cannot be written, or would not be whole.
pub async fn back_up(database: &Path, to: &Path, now: Timestamp) -> std::result::Result<Copied, CopyError> {
    let (database, to) = (database.to_owned(), to.to_owned());
    let copying = tokio::task::spawn_blocking(move || copy(&database, &to, now));
    copying.await.map_err(|error| CopyError::Read(error.to_string()))?
}

fn copy(database: &Path, to: &Path, now: Timestamp) -> std::result::Result<Copied, CopyError> {
    if to.symlink_metadata().is_ok() {
        return Err(CopyError::Exists(to.to_owned()));
    }
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Made with mode 0600, and gone again if anything fails before it has its name.
    let copy = tempfile::Builder::new().prefix(".anteroom-copy-").tempfile_in(folder)?;
    copy_into(database, copy.path())?;
    mark(copy.path(), now)?;
    copy.as_file().sync_all()?;
    let bytes = copy.as_file().metadata()?.len();
    give_name(copy, to)?;
    File::open(folder)?.sync_all()?;
    Ok(Copied { file: to.to_owned(), bytes, taken_at: now })
}

fn give_name(copy: NamedTempFile, to: &Path) -> std::result::Result<(), CopyError> {
    copy.persist_noclobber(to).map(drop).map_err(|error| match error.error.kind() {
        std::io::ErrorKind::AlreadyExists => CopyError::Exists(to.to_owned()),
        _ => CopyError::Write(error.error),
    })
}

fn copy_into(database: &Path, copy: &Path) -> std::result::Result<(), CopyError> {
    let path = copy.to_str().ok_or_else(|| CopyError::Read("its path is not UTF-8".to_owned()))?;
    let copied =
        Connection::open(database, Access::Read).and_then(|from| query("VACUUM INTO ?").bind(path).execute(&from));
    copied.map(drop).map_err(|error| CopyError::Read(error.to_string()))
}

/// Writes into the copy that it is one, ends the sign-ins in it, and reads it through.
fn mark(copy: &Path, now: Timestamp) -> std::result::Result<(), CopyError> {
    let damaged = |error: StoreError| CopyError::Damaged(error.to_string());
    let connection = Connection::open(copy, Access::Write).map_err(damaged)?;
    write_mark(&connection, now).map_err(damaged)?;
    for check in ["PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"] {
        let found: Option<String> = query(check).optional(&connection, single).map_err(damaged)?;
        if let Some(problem) = found.filter(|verdict| verdict != "ok") {
            return Err(CopyError::Damaged(problem.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    Ok(())
}

fn write_mark(copy: &Connection, now: Timestamp) -> Result<()> {
    // One file, without those that a write-ahead log has beside it.
    query("PRAGMA journal_mode = DELETE").one(copy, |_| Ok(()))?;
    query(
        "INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(MARK)
    .bind(now.to_string())
    .execute(copy)?;
    query("UPDATE sign_in SET ended_at = ? WHERE ended_at IS NULL").bind(now.as_millisecond()).execute(copy)?;
    Ok(())
}

/// Copies a database that is about to be upgraded from this version of its tables, and lets go of the oldest such copies.
pub(super) fn before_upgrade(database: &Path, version: i64, now: Timestamp) -> std::result::Result<(), CopyError> {
    let copy = copy(database, &upgrade_name(database, version, now), now)?;
    tracing::info!(copy = %copy.file.display(), "the database is upgraded; this is how it was before");
    let mut copies = upgrade_copies(database)?;
    copies.sort();
    let surplus = copies.len().saturating_sub(KEPT);
    for old in copies.drain(..surplus) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}

/// `anteroom.db.before-20261124T104500.123-from-5`: by name the oldest is the first.
fn upgrade_name(database: &Path, version: i64, now: Timestamp) -> PathBuf {
    let mut name = upgrade_prefix(database);
    name.push(now.strftime("%Y%m%dT%H%M%S%.3f").to_string());
    name.push(format!("-from-{version}"));
    database.with_file_name(name)
}

fn upgrade_prefix(database: &Path) -> OsString {
    let mut name = database.file_name().unwrap_or_default().to_owned();
    name.push(".before-");
    name
}

fn upgrade_copies(database: &Path) -> std::io::Result<Vec<PathBuf>> {
    let prefix = upgrade_prefix(database);
    let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes()) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn taken_at(value: Option<String>) -> Result<Option<Timestamp>> {
    let parse = |text: String| text.parse().map_err(|_| StoreError::Corrupt(format!("a copy taken at {text}")));
    value.map(parse).transpose()
}

impl Store {
    /// When this database was taken as a copy of another one, while nobody has said what shall become of what opened
    /// doors there. Until then no ticket, link or key of it opens any.
    pub fn unconfirmed_copy(&self) -> Result<Option<Timestamp>> {
        taken_at(self.installation(MARK)?)
    }
}

impl Tx {
    /// The same, inside a transaction.
    pub fn unconfirmed_copy(&mut self) -> Result<Option<Timestamp>> {
        let value: Option<String> =
            query("SELECT value FROM installation WHERE name = ?").bind(MARK).optional(&self.connection, single)?;
        taken_at(value)
    }

    /// From now on this database is no copy but the one.
    pub fn forget_being_a_copy(&mut self) -> Result<()> {
        query("DELETE FROM installation WHERE name = ?").bind(MARK).execute(&self.connection)?;
        Ok(())
    }

    /// Makes all tickets, links and keys useless for good. Answers how many links and keys that were.
    pub fn void_access(&mut self, now: Timestamp) -> Result<(u64, u64)> {
        // Nobody has a secret with such a hash.
        query("UPDATE admission SET ticket_hash = randomblob(32)").execute(&self.connection)?;
        let links = query("UPDATE invite SET revoked_at = ? WHERE revoked_at IS NULL")
            .bind(now.as_millisecond())
            .execute(&self.connection)?;
        let keys = query("UPDATE api_key SET revoked_at = ? WHERE revoked_at IS NULL")
            .bind(now.as_millisecond())
            .execute(&self.connection)?;
        Ok((links, keys))
    }
}
