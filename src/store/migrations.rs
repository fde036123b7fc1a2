//! The tables' versions. Each file of `migrations/` is one step from an empty file to the tables of today, done once and
//! noted in the database. The table of the notes is that of sqlx, with which the first versions were made.

use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha384};

use super::row::get;
use super::sql::{Connection, query, single};
use super::{Result, StoreError};

#[derive(RustEmbed)]
#[folder = "migrations/"]
struct Files;

/// One step.
struct Migration {
    version: i64,
    description: String,
    statements: String,
}

/// How the tables of a database stand.
pub(super) struct Standing {
    /// The last step that was done.
    pub version: i64,
    /// Whether it has had a step that this program does not know.
    pub newer: bool,
    /// Whether this program has a step that the database has not had.
    pub upgrade_waits: bool,
}

/// In the order of their versions.
fn all() -> Result<Vec<Migration>> {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort_unstable();
    let known = |name: std::borrow::Cow<'static, str>| {
        let (version, description) = name.strip_suffix(".sql")?.split_once('_')?;
        let statements = String::from_utf8(Files::get(&name)?.data.into_owned()).ok()?;
        Some(Migration { version: version.parse().ok()?, description: description.replace('_', " "), statements })
    };
    let wrong = |name: &str| StoreError::Failed(format!("{name} is no step between versions of the tables"));
    names.into_iter().map(|name| known(name.clone()).ok_or_else(|| wrong(&name))).collect()
}

fn done(connection: &Connection) -> Result<Vec<i64>> {
    query("SELECT version FROM _sqlx_migrations ORDER BY version").all(connection, single)
}

/// # Errors
/// Also when the file is no database of ours.
pub(super) fn standing(connection: &Connection) -> Result<Standing> {
    let (done, all) = (done(connection)?, all()?);
    let version = done.last().copied().unwrap_or_default();
    Ok(Standing {
        version,
        newer: done.iter().any(|done| all.iter().all(|migration| migration.version != *done)),
        upgrade_waits: all.iter().any(|migration| !done.contains(&migration.version)),
    })
}

/// Does the steps that were not done, each whole or not at all.
pub(super) fn run(connection: &Connection) -> Result<()> {
    connection.run(
        "CREATE TABLE IF NOT EXISTS _sqlx_migrations (
             version BIGINT PRIMARY KEY,
             description TEXT NOT NULL,
             installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
             success BOOLEAN NOT NULL,
             checksum BLOB NOT NULL,
             execution_time BIGINT NOT NULL)",
    )?;
    let before = done(connection)?;
    for migration in all()?.iter().filter(|migration| !before.contains(&migration.version)) {
        connection.whole(|| migration.apply(connection))?;
    }
    Ok(())
}

impl Migration {
    fn apply(&self, connection: &Connection) -> Result<()> {
        // Another process may have been faster.
        let found = query("SELECT version FROM _sqlx_migrations WHERE version = ?").bind(self.version);
        if found.optional(connection, |row| get::<i64>(row, "version"))?.is_some() {
            return Ok(());
        }
        connection.run(&self.statements)?;
        query(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (?, ?, TRUE, ?, -1)",
        )
        .bind(self.version)
        .bind(&self.description)
        .bind(Sha384::digest(&self.statements).to_vec())
        .execute(connection)
        .map(drop)
    }
}
