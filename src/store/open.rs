//! Opening a file: refusing what is not a whole database of ours before anything touches it, then upgrading.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, Row as _, SqliteConnection};

use super::chain;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

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
    #[error("SQLite {0} is too old to be safe; 3.51.3 or later is needed")]
    OldSqlite(String),
}

fn unusable(error: impl std::fmt::Display) -> OpenError {
    OpenError::Unusable(error.to_string())
}

/// Checks the file, then makes or upgrades the tables.
pub(super) async fn prepare(file: &Path, options: &SqliteConnectOptions) -> Result<(), OpenError> {
    let exists = file.exists();
    if exists {
        check_file(file)?;
        check_content(options).await?;
    }
    let mut connection = connect(&options.clone().create_if_missing(!exists)).await?;
    if !exists {
        keep_private(file)?;
    }
    check_sqlite_version(&mut connection).await?;
    MIGRATIONS.run(&mut connection).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => OpenError::Newer,
        other if other.to_string().contains("readonly") => OpenError::ReadOnly(other.to_string()),
        other => unusable(other),
    })?;
    chain::chain_what_is_there(&mut connection).await?;
    connection.close().await.map_err(unusable)
}

/// Checks a file that is only read: nothing of it is made, upgraded or changed.
pub(super) async fn check_for_reading(file: &Path, options: &SqliteConnectOptions) -> Result<(), OpenError> {
    check_header(file)?;
    let mut connection = options.clone().read_only(true).connect().await.map_err(unusable)?;
    check_version(&mut connection).await?;
    let chained = sqlx::query("SELECT 1 FROM pragma_table_info('audit') WHERE name = 'hash'");
    let chained = chained.fetch_optional(&mut connection).await.map_err(unusable)?;
    connection.close().await.map_err(unusable)?;
    if chained.is_some() { Ok(()) } else { Err(OpenError::Older) }
}

/// A connection that writes: write-ahead log, every commit on the disk before it is acknowledged.
pub(super) async fn connect(options: &SqliteConnectOptions) -> Result<SqliteConnection, OpenError> {
    let options = options.clone().journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    options.connect().await.map_err(|error| {
        if error.to_string().contains("readonly") { OpenError::ReadOnly(error.to_string()) } else { unusable(error) }
    })
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

async fn check_content(options: &SqliteConnectOptions) -> Result<(), OpenError> {
    let mut connection = options.clone().read_only(true).connect().await.map_err(unusable)?;
    let damaged = |error: sqlx::Error| OpenError::Damaged(error.to_string());
    let verdict: String =
        sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut connection).await.map_err(damaged)?;
    if verdict != "ok" {
        // SQLite says it in several lines.
        return Err(OpenError::Damaged(verdict.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    check_version(&mut connection).await?;
    connection.close().await.map_err(unusable)
}

async fn check_version(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
    let newest: Option<i64> = sqlx::query("SELECT max(version) FROM _sqlx_migrations")
        .fetch_one(connection)
        .await
        .map_err(|_| OpenError::NotADatabase)?
        .get(0);
    if newest.is_some_and(|newest| newest > known) { Err(OpenError::Newer) } else { Ok(()) }
}

async fn check_sqlite_version(connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let version: String =
        sqlx::query_scalar("SELECT sqlite_version()").fetch_one(connection).await.map_err(unusable)?;
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
