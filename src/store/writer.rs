//! One writer. Work arrives in a queue; all that is waiting goes into one transaction of the database and shares its
//! one wait for the disk, each piece inside a savepoint of its own. Nobody gets an answer before the commit.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::time::Instant;

use futures_util::FutureExt as _;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use super::audit::Entries;
use super::{OpenError, StoreError, open};
use crate::metrics::Metrics;

/// At most so many pieces of work share a commit, so that the first of them does not wait long for the last.
const MOST_AT_ONCE: usize = 256;

/// How many callers may be waiting; further ones wait to get in line.
const QUEUE: usize = 4096;

/// A transaction, open for writing. Each table's file adds its methods.
#[derive(Debug)]
pub struct Tx {
    pub(super) connection: SqliteConnection,
    pub(super) entries: Entries,
}

/// What to tell a caller once it is known whether the commit succeeded.
type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// A caller's work, or why it cannot be done. It says whether it stands, and how to answer.
type Job = Box<dyn for<'t> FnOnce(Result<&'t mut Tx, StoreError>) -> Pin<Box<dyn Future<Output = Done> + 't>> + Send>;

struct Done {
    keep: bool,
    answer: Answer,
}

#[derive(Clone, Debug)]
pub(super) struct Writer {
    queue: mpsc::Sender<Job>,
}

impl Writer {
    pub(super) async fn start(options: SqliteConnectOptions, metrics: Metrics) -> Result<Self, OpenError> {
        let connection = open::connect(&options).await?;
        let (queue, jobs) = mpsc::channel(QUEUE);
        std::thread::Builder::new()
            .name("database-writer".to_owned())
            .spawn(move || run(connection, &options, jobs, &metrics))
            .map_err(|error| OpenError::Unusable(error.to_string()))?;
        Ok(Self { queue })
    }

    /// None: whoever asks it to write is told that it does not.
    pub(super) fn none() -> Self {
        Self { queue: mpsc::channel(1).0 }
    }

    pub(super) async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        W: AsyncFnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel::<Result<T, E>>();
        let job: Job = Box::new(move |tx| {
            Box::pin(async move {
                let result = match tx {
                    Ok(tx) => work(tx).await,
                    Err(error) => Err(error.into()),
                };
                let keep = result.is_ok();
                let answer: Answer = Box::new(move |committed| {
                    // A caller that went away is no reason to undo what it asked for.
                    let _ = sender.send(match committed {
                        Err(error) if keep => Err(error.into()),
                        _ => result,
                    });
                });
                Done { keep, answer }
            })
        });
        let gone = || StoreError::Failed("the writer ended the work without an answer".to_owned());
        self.queue.send(job).await.map_err(|_| gone())?;
        receiver.await.map_err(|_| gone())?
    }
}

/// The writer's thread, until the last handle is gone.
fn run(connection: SqliteConnection, options: &SqliteConnectOptions, mut jobs: mpsc::Receiver<Job>, metrics: &Metrics) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_time().build() else {
        tracing::error!("the database writer could not start");
        return;
    };
    runtime.block_on(async {
        let mut tx = Tx { connection, entries: Entries::default() };
        let mut batch = Vec::new();
        while jobs.recv_many(&mut batch, MOST_AT_ONCE).await > 0 {
            let began = Instant::now();
            let committed = commit_together(&mut tx, &mut batch).await;
            metrics.committed(began.elapsed(), committed.is_ok(), jobs.len());
            let entries = std::mem::take(&mut tx.entries);
            if committed.is_ok() {
                entries.acts().for_each(|act| metrics.acted(act));
            }
            if let Err(error) = committed {
                tracing::warn!(%error, "a transaction failed");
                // Whoever queued up behind the failure would only wait for the same: tell them now.
                while let Ok(job) = jobs.try_recv() {
                    refuse([job], &error).await;
                }
                tx = reconnected(tx, options).await;
            }
        }
    });
}

/// Runs a batch in one transaction and answers everybody in it.
async fn commit_together(tx: &mut Tx, batch: &mut Vec<Job>) -> Result<(), StoreError> {
    let mut answers = Vec::with_capacity(batch.len());
    let mut jobs = std::mem::take(batch).into_iter();
    let result = run_all(tx, &mut jobs, &mut answers).await;
    for answer in answers {
        answer(result.clone());
    }
    if let Err(error) = &result {
        refuse(jobs, error).await;
    }
    result
}

/// Tells callers whose work was not begun why it cannot be done.
async fn refuse(jobs: impl IntoIterator<Item = Job>, error: &StoreError) {
    for job in jobs {
        let Done { answer, .. } = job(Err(error.clone())).await;
        answer(Ok(()));
    }
}

async fn run_all(
    tx: &mut Tx,
    jobs: &mut impl Iterator<Item = Job>,
    answers: &mut Vec<Answer>,
) -> Result<(), StoreError> {
    tx.execute("BEGIN IMMEDIATE; SAVEPOINT piece").await?;
    for job in jobs {
        let before = tx.entries.mark();
        match AssertUnwindSafe(job(Ok(&mut *tx))).catch_unwind().await {
            Ok(Done { keep, answer }) => {
                answers.push(answer);
                if keep {
                    tx.execute("RELEASE piece; SAVEPOINT piece").await?;
                    continue;
                }
            }
            Err(_) => tracing::error!("a piece of work panicked and was undone"),
        }
        tx.entries.back_to(before);
        tx.execute("ROLLBACK TO piece").await?;
    }
    tx.write_entries().await?;
    tx.execute("COMMIT").await
}

/// After a failure nothing is known of the transaction: end it, or open the file anew if even that fails.
async fn reconnected(mut tx: Tx, options: &SqliteConnectOptions) -> Tx {
    if tx.connection.ping().await.is_ok() {
        // "no transaction is active" is the usual answer here: SQLite has often rolled back by itself.
        let _ = tx.execute("ROLLBACK").await;
        if tx.execute("BEGIN").await.is_ok() && tx.execute("ROLLBACK").await.is_ok() {
            return tx;
        }
    }
    match open::connect(options).await {
        Ok(connection) => Tx { connection, entries: Entries::default() },
        Err(error) => {
            tracing::error!(%error, "the database could not be opened again");
            tx
        }
    }
}

impl Tx {
    /// Statements that begin and end transactions and their parts.
    async fn execute(&mut self, statements: &'static str) -> Result<(), StoreError> {
        sqlx::raw_sql(statements).execute(&mut self.connection).await?;
        Ok(())
    }
}
