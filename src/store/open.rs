//! Opening a file: refusing what is not a whole database of ours before anything touches it, then upgrading.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::migrations::Standing;
use super::sql::{Access, Connection, query, single};
use super::{StoreError, chain, copy, migrations};
use crate::clock::Clock;

/// SQLite before this version can damage a database in WAL mode (its bug of checkpoint resets).
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

/// Why a database file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the database is a directory")]
    Directory,
    #[error("the database cannot be read: {0}")]
    Unreadable(std::io::Error),
    #[error("the database cannot be written: {0}")]
    ReadOnly(String),
    #[error("the file is not a database")]
    NotADatabase,
    #[error("the database is damaged: {0}")]
    Damaged(String),
    #[error("the database is of a newer version of Anteroom; this one leaves it as it is")]
    Newer,
    #[error("the database is of an older version of Anteroom; start the server on it once")]
    Older,
    #[error("the database cannot be used: {0}")]
    Unusable(String),
    /// Without a way back there is no upgrade.
    #[error("the database is not upgraded, because the copy of before cannot be made: {0}")]
    NoCopy(#[from] copy::CopyError),
    #[error("SQLite {0} is too old to be safe; 3.51.3 or later is needed")]
    OldSqlite(String),
}

fn unusable(error: impl std::fmt::Display) -> OpenError {
    OpenError::Unusable(error.to_string())
}

/// Checks the file, then makes or upgrades the tables.
pub(super) fn prepare(file: &Path) -> Result<(), OpenError> {
    let exists = file.exists();
    if exists {
        check_file(file)?;
        let tables = check_content(file)?;
        if tables.upgrade_waits {
            copy::before_upgrade(file, tables.version, Clock::default().now())?;
        }
    }
    let connection = writing(file, if exists { Access::Write } else { Access::Create })?;
    if !exists {
        keep_private(file)?;
    }
    check_sqlite_version(&connection)?;
    migrations::run(&connection).map_err(not_writable)?;
    chain::chain_what_is_there(&connection)
}

/// Checks a file that is only read: nothing of it is made, upgraded or changed.
pub(super) fn check_for_reading(file: &Path) -> Result<(), OpenError> {
    check_header(file)?;
    let connection = Connection::open(file, Access::Read).map_err(unusable)?;
    check_version(&connection)?;
    let chained = query("SELECT 1 FROM pragma_table_info('audit') WHERE name = 'hash'");
    let chained = chained.optional(&connection, |_| Ok(())).map_err(unusable)?;
    chained.ok_or(OpenError::Older)
}

/// A connection that writes: write-ahead log, every commit on the disk before it is acknowledged.
pub(super) fn to_write(file: &Path) -> Result<Connection, OpenError> {
    writing(file, Access::Write)
}

/// Moves the write-ahead log into the file and empties it.
pub(super) fn fold(file: &Path) -> Result<(), StoreError> {
    let connection = Connection::open(file, Access::Write)?;
    connection.run("PRAGMA busy_timeout = 500")?;
    let busy: i64 = query("PRAGMA wal_checkpoint(TRUNCATE)").one(&connection, single)?;
    if busy == 0 { Ok(()) } else { Err(StoreError::Unavailable("somebody uses the write-ahead log".to_owned())) }
}

fn writing(file: &Path, access: Access) -> Result<Connection, OpenError> {
    let connection = Connection::open(file, access).map_err(not_writable)?;
    connection.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").map_err(not_writable)?;
    Ok(connection)
}

fn not_writable(error: StoreError) -> OpenError {
    if error.to_string().contains("readonly") { OpenError::ReadOnly(error.to_string()) } else { unusable(error) }
}

fn check_file(file: &Path) -> Result<(), OpenError> {
    check_header(file)?;
    File::options().write(true).open(file).map_err(|error| OpenError::ReadOnly(error.to_string()))?;
    Ok(())
}

fn check_header(file: &Path) -> Result<(), OpenError> {
    if file.is_dir() {
        return Err(OpenError::Directory);
    }
    let mut start = [0; 16];
    let mut opened = File::open(file).map_err(OpenError::Unreadable)?;
    match opened.read_exact(&mut start) {
        Ok(()) if &start == b"SQLite format 3\0" => Ok(()),
        _ => Err(OpenError::NotADatabase),
    }
}

fn check_content(file: &Path) -> Result<Standing, OpenError> {
    let damaged = |error: StoreError| OpenError::Damaged(error.to_string());
    let connection = Connection::open(file, Access::Read).map_err(damaged)?;
    let verdict: String = query("PRAGMA quick_check(1)").one(&connection, single).map_err(damaged)?;
    if verdict != "ok" {
        // SQLite says it in several lines.
        return Err(OpenError::Damaged(verdict.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    check_version(&connection)
}

fn check_version(connection: &Connection) -> Result<Standing, OpenError> {
    let standing = migrations::standing(connection).map_err(|_| OpenError::NotADatabase)?;
    if standing.newer { Err(OpenError::Newer) } else { Ok(standing) }
}

fn check_sqlite_version(connection: &Connection) -> Result<(), OpenError> {
    let version: String = query("SELECT sqlite_version()").one(connection, single).map_err(unusable)?;
    let mut numbers = version.split('.').map(|number| number.parse().unwrap_or_default());
    let mut next = || numbers.next().unwrap_or_default();
    if (next(), next(), next()) < OLDEST_SQLITE {
        return Err(OpenError::OldSqlite(version));
    }
    Ok(())
}

/// Only the owner reads it: it holds names and the hashes of passwords.
fn keep_private(file: &Path) -> Result<(), OpenError> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)).map_err(unusable)
}
