//! The database, and all SQL. Reads are methods of [`Store`], writes are methods of [`Tx`] and happen only inside
//! [`Store::write`]. One file for each table, with the conversion from its rows.

mod account_changes;
mod accounts;
mod admission_state;
mod admissions;
mod answers;
mod api_keys;
mod audit;
mod chain;
mod connections;
mod copy;
mod desk;
mod door;
mod enforcement;
mod figures;
mod installation;
mod invites;
mod log;
mod open;
mod overview;
mod phrases;
mod queue;
mod retention;
mod rooms;
mod row;
mod second_factors;
mod sign_ins;
mod together;
mod webhooks;
mod writer;

use std::path::Path;
use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{Sqlite, SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

pub use accounts::{AccountSummary, Credentials};
pub use admissions::{Counts, NewAdmission};
pub use answers::{KeptAnswer, Repeatable, UsedKey};
pub use api_keys::ApiKey;
pub use audit::About;
pub use chain::Verdict;
pub use connections::{Connection, ToldBy};
pub use copy::{Copied, CopyError, back_up};
pub use desk::{DeskRow, RowFilter};
pub use door::{BehindLink, Present};
pub use enforcement::Enforcement;
pub use figures::Figures;
pub use invites::{InviteUse, NewInvite};
pub use log::{Acting, Entry, EntryFilter, Turn};
pub use open::OpenError;
pub use overview::{Decided, InCall, RoomDecided, Standing};
pub use retention::{FoundGuest, GuestFilter};
pub use rooms::RoomSummary;
pub use second_factors::SecondFactor;
pub use sign_ins::SignIn;
pub use webhooks::{Delivery, Tried, Webhook};
pub use writer::Tx;

use crate::clock::Clock;
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::room::Room;
use crate::metrics::Metrics;
use queue::Queues;
use together::{Together, admissions_together, rooms_together};
use writer::Writer;

/// The database did not do what it was asked.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// Locked by another process, or the disk is full: may work later.
    #[error("the database cannot take this now: {0}")]
    Unavailable(String),
    /// A row that the rules of this program do not allow.
    #[error("the database holds something that cannot be: {0}")]
    Corrupt(String),
    /// Anything else: a mistake in this program or a broken file.
    #[error("the database refused: {0}")]
    Failed(String),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        // SQLite's primary result codes: 5 busy, 6 locked, 10 input/output, 13 full, 14 cannot open.
        const PASSING: [i32; 5] = [5, 6, 10, 13, 14];
        match &error {
            sqlx::Error::Database(cause) => {
                let code = cause.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or_default();
                if PASSING.contains(&(code & 0xff)) {
                    Self::Unavailable(cause.to_string())
                } else {
                    Self::Failed(cause.to_string())
                }
            }
            sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed => Self::Unavailable(error.to_string()),
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::ColumnNotFound(_) => Self::Corrupt(error.to_string()),
            _ => Self::Failed(error.to_string()),
        }
    }
}

type Result<T> = std::result::Result<T, StoreError>;

/// The open database. Clones share it.
#[derive(Clone, Debug)]
pub struct Store {
    readers: SqlitePool,
    writer: Writer,
    metrics: Metrics,
    queues: Queues,
    admissions_together: Together<AdmissionId, Admission>,
    rooms_together: Together<RoomId, Room>,
}

impl Store {
    /// Opens the database, making or upgrading it as needed.
    ///
    /// # Errors
    /// When the file cannot be used, saying why; it is then left as it was.
    pub async fn open(file: &Path) -> std::result::Result<Self, OpenError> {
        let options = options(file);
        open::prepare(file, &options).await?;
        let metrics = new_metrics();
        let writer = Writer::start(options.clone(), metrics.clone()).await?;
        Ok(Self::of(readers(options).await?, writer, metrics))
    }

    /// Opens a database that is there for reading alone, also while a server runs on it. Writes fail.
    ///
    /// # Errors
    /// When the file cannot be used, or would have to be upgraded first.
    pub async fn open_to_read(file: &Path) -> std::result::Result<Self, OpenError> {
        let options = options(file);
        open::check_for_reading(file, &options).await?;
        Ok(Self::of(readers(options).await?, Writer::none(), new_metrics()))
    }

    fn of(readers: SqlitePool, writer: Writer, metrics: Metrics) -> Self {
        Self {
            writer,
            metrics,
            queues: Queues::default(),
            admissions_together: admissions_together(readers.clone()),
            rooms_together: rooms_together(readers.clone()),
            readers,
        }
    }

    /// Does all of `work` or nothing of it, and returns when it is on the disk. Several callers' work may share one
    /// transaction of the database, but never see or undo each other's.
    ///
    /// # Errors
    /// Whatever `work` answers, and every failure of the database; nothing is then changed.
    pub async fn write<T, E, W>(&self, work: W) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        W: AsyncFnOnce(&mut Tx) -> std::result::Result<T, E> + Send + 'static,
    {
        self.writer.write(work).await
    }

    /// The figures of this process.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Whether reads work.
    ///
    /// # Errors
    /// When they do not.
    pub async fn check(&self) -> Result<()> {
        sqlx::query("SELECT 1 FROM account LIMIT 1").fetch_optional(&mut *self.read().await?).await?;
        Ok(())
    }

    async fn read(&self) -> Result<PoolConnection<Sqlite>> {
        Ok(self.readers.acquire().await?)
    }
}

fn new_metrics() -> Metrics {
    Metrics::new(Clock::default().now().as_millisecond() as f64 / 1000.0)
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(200)
        // What a savepoint may have to take back is kept in memory, not in a file that each commit makes and removes.
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}

async fn readers(options: SqliteConnectOptions) -> std::result::Result<SqlitePool, OpenError> {
    SqlitePoolOptions::new()
        .min_connections(1)
        .max_connections(4)
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire(false)
        .connect_with(options.read_only(true))
        .await
        .map_err(|error| OpenError::Unusable(error.to_string()))
}
