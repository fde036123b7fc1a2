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
mod migrations;
mod open;
mod overview;
mod phrases;
mod queue;
mod readers;
mod retention;
mod rooms;
mod row;
mod second_factors;
mod sign_ins;
mod sql;
mod webhooks;
mod writer;

use std::path::Path;
use std::sync::Arc;

pub use accounts::{AccountSummary, Credentials};
pub use admissions::{Counts, NewAdmission};
pub use answers::{KeptAnswer, Repeatable, UsedKey};
pub use api_keys::ApiKey;
pub use audit::About;
pub use chain::Verdict;
pub use connections::{Connection, ToldBy};
pub use copy::{Copied, CopyError, back_up};
pub use desk::{DeskRow, Listed, RowFilter};
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

use tokio::sync::Notify;

use crate::clock::Clock;
use crate::metrics::Metrics;
use queue::Queues;
use readers::Readers;
use sql::{Source as _, query};
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

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        // SQLite's primary result codes: 5 busy, 6 locked, 10 input/output, 13 full, 14 cannot open.
        const PASSING: [i32; 5] = [5, 6, 10, 13, 14];
        match error.sqlite_error() {
            Some(cause) if PASSING.contains(&(cause.extended_code & 0xff)) => Self::Unavailable(error.to_string()),
            _ => Self::Failed(error.to_string()),
        }
    }
}

/// A stopped server is not kept from its end for longer.
const LONGEST_FOLD: std::time::Duration = std::time::Duration::from_secs(2);

type Result<T> = std::result::Result<T, StoreError>;

/// The open database. Clones share it.
///
/// Reads that go by an index to a few rows are done in place: they take some tens of microseconds, less than it takes to
/// hand them to another thread. Whatever may read more goes [`apart`](Self::apart).
#[derive(Clone, Debug)]
pub struct Store {
    readers: Readers,
    writer: Writer,
    metrics: Metrics,
    queues: Queues,
    enforcement: Arc<Notify>,
}

impl Store {
    /// Opens the database, making or upgrading it as needed.
    ///
    /// # Errors
    /// When the file cannot be used, saying why; it is then left as it was.
    pub fn open(file: &Path) -> std::result::Result<Self, OpenError> {
        open::prepare(file)?;
        let metrics = new_metrics();
        let enforcement = Arc::new(Notify::new());
        let writer = Writer::start(file, metrics.clone(), Arc::clone(&enforcement))?;
        Self::of(file, writer, metrics, enforcement)
    }

    /// Opens a database that is there for reading alone, also while a server runs on it. Writes fail.
    ///
    /// # Errors
    /// When the file cannot be used, or would have to be upgraded first.
    pub fn open_to_read(file: &Path) -> std::result::Result<Self, OpenError> {
        open::check_for_reading(file)?;
        Self::of(file, Writer::none(), new_metrics(), Arc::default())
    }

    fn of(
        file: &Path,
        writer: Writer,
        metrics: Metrics,
        enforcement: Arc<Notify>,
    ) -> std::result::Result<Self, OpenError> {
        let readers = Readers::open(file).map_err(|error| OpenError::Unusable(error.to_string()))?;
        Ok(Self { readers, writer, metrics, queues: Queues::default(), enforcement })
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
        W: FnOnce(&mut Tx) -> std::result::Result<T, E> + Send + 'static,
    {
        self.writer.write(work).await
    }

    /// Moves all of the write-ahead log into the file, which is then whole by itself. For the end: later writes open it
    /// again.
    ///
    /// # Errors
    /// When somebody else reads or writes meanwhile.
    pub async fn fold(&self) -> Result<()> {
        let file = self.readers.file();
        let folding = tokio::task::spawn_blocking(move || open::fold(&file));
        let folded = tokio::time::timeout(LONGEST_FOLD, folding).await;
        let folded = folded.map_err(|_| StoreError::Unavailable("the disk is too slow".to_owned()))?;
        folded.map_err(|error| StoreError::Failed(error.to_string()))?
    }

    /// The figures of this process.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Wakes whoever makes the provider end connections: each committed enforcement does.
    pub fn enforcement_waits(&self) -> &Notify {
        &self.enforcement
    }

    /// Whether reads work.
    ///
    /// # Errors
    /// When they do not.
    pub fn check(&self) -> Result<()> {
        query("SELECT 1 FROM account LIMIT 1").optional(&self.readers, |_| Ok(())).map(drop)
    }

    /// Reads on a thread where nobody else waits.
    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&sql::Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let readers = self.readers.clone();
        let reading = tokio::task::spawn_blocking(move || readers.connected(work));
        reading.await.map_err(|error| StoreError::Failed(error.to_string()))?
    }
}

fn new_metrics() -> Metrics {
    Metrics::new(Clock::default().now().as_millisecond() as f64 / 1000.0)
}
