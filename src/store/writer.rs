//! One writer. Work arrives in a queue; all that is waiting goes into one transaction of the database and shares its
//! one wait for the disk, each piece inside a savepoint of its own. Nobody gets an answer before the commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::{Notify, mpsc, oneshot};

use super::audit::Appended;
use super::sql::{Connection, query};
use super::{OpenError, StoreError, open};
use crate::metrics::Metrics;

/// At most so many pieces of work share a commit, so that the first of them does not wait long for the last.
const MOST_AT_ONCE: usize = 256;

/// How many callers may be waiting; further ones wait to get in line.
const QUEUE: usize = 4096;

/// A transaction, open for writing. Each table's file adds its methods.
#[derive(Debug)]
pub struct Tx {
    pub(super) connection: Connection,
    pub(super) appended: Appended,
    /// Whether somebody's connection is to be ended.
    pub(super) enforces: bool,
}

impl Tx {
    fn new(connection: Connection) -> Self {
        Self { connection, appended: Appended::default(), enforces: false }
    }
}

/// What to tell a caller once it is known whether the commit succeeded.
type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// A caller's work, or why it cannot be done. It says whether it stands, and how to answer.
type Job = Box<dyn FnOnce(Result<&mut Tx, StoreError>) -> Done + Send>;

struct Done {
    keep: bool,
    answer: Answer,
}

#[derive(Clone, Debug)]
pub(super) struct Writer {
    queue: mpsc::Sender<Job>,
}

impl Writer {
    /// `enforcement` is told when a committed transaction has something to enforce.
    pub(super) fn start(file: &Path, metrics: Metrics, enforcement: Arc<Notify>) -> Result<Self, OpenError> {
        let (file, connection) = (file.to_owned(), open::to_write(file)?);
        let (queue, jobs) = mpsc::channel(QUEUE);
        std::thread::Builder::new()
            .name("database-writer".to_owned())
            .spawn(move || run(connection, &file, jobs, &metrics, &enforcement))
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
        W: FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel::<Result<T, E>>();
        let job: Job = Box::new(move |tx| {
            let result = tx.map_err(E::from).and_then(work);
            let keep = result.is_ok();
            let answer: Answer = Box::new(move |committed| {
                // A caller that went away is no reason to undo what it asked for.
                let _ = sender.send(match committed {
                    Err(error) if keep => Err(error.into()),
                    _ => result,
                });
            });
            Done { keep, answer }
        });
        let gone = || StoreError::Failed("the writer ended the work without an answer".to_owned());
        self.queue.send(job).await.map_err(|_| gone())?;
        receiver.await.map_err(|_| gone())?
    }
}

/// The writer's thread, until the last handle is gone.
fn run(connection: Connection, file: &Path, mut jobs: mpsc::Receiver<Job>, metrics: &Metrics, enforcement: &Notify) {
    let mut tx = Tx::new(connection);
    let mut batch = Vec::new();
    while jobs.blocking_recv_many(&mut batch, MOST_AT_ONCE) > 0 {
        let began = Instant::now();
        let committed = commit_together(&mut tx, &mut batch);
        metrics.committed(began.elapsed(), committed.is_ok(), jobs.len());
        let (appended, enforces) = (std::mem::take(&mut tx.appended), std::mem::take(&mut tx.enforces));
        if committed.is_ok() {
            if enforces {
                enforcement.notify_one();
            }
            appended.into_acts().into_iter().for_each(|act| metrics.acted(act));
        }
        if let Err(error) = committed {
            tracing::warn!(%error, "a transaction failed");
            // Whoever queued up behind the failure would only wait for the same: tell them now.
            while let Ok(job) = jobs.try_recv() {
                refuse([job], &error);
            }
            tx = reconnected(tx, file);
        }
    }
}

/// Runs a batch in one transaction and answers everybody in it.
fn commit_together(tx: &mut Tx, batch: &mut Vec<Job>) -> Result<(), StoreError> {
    let mut answers = Vec::with_capacity(batch.len());
    let mut jobs = std::mem::take(batch).into_iter();
    let result = run_all(tx, &mut jobs, &mut answers);
    for answer in answers {
        answer(result.clone());
    }
    if let Err(error) = &result {
        refuse(jobs, error);
    }
    result
}

/// Tells callers whose work was not begun why it cannot be done.
fn refuse(jobs: impl IntoIterator<Item = Job>, error: &StoreError) {
    for job in jobs {
        let Done { answer, .. } = job(Err(error.clone()));
        answer(Ok(()));
    }
}

fn run_all(tx: &mut Tx, jobs: &mut impl Iterator<Item = Job>, answers: &mut Vec<Answer>) -> Result<(), StoreError> {
    tx.execute("BEGIN IMMEDIATE")?;
    for job in jobs {
        let before = tx.appended.mark();
        tx.execute("SAVEPOINT piece")?;
        let done = catch_unwind(AssertUnwindSafe(|| job(Ok(&mut *tx))));
        let keep = match done {
            Ok(Done { keep, answer }) => {
                answers.push(answer);
                keep
            }
            Err(_) => {
                tracing::error!("a piece of work panicked and was undone");
                false
            }
        };
        if !keep {
            tx.appended.back_to(before);
            tx.execute("ROLLBACK TO piece")?;
        }
        tx.execute("RELEASE piece")?;
    }
    tx.write_head()?;
    tx.execute("COMMIT")
}

/// After a failure nothing is known of the transaction: end it, or open the file anew if even that fails.
fn reconnected(tx: Tx, file: &Path) -> Tx {
    // "no transaction is active" is the usual answer here: SQLite has often rolled back by itself.
    let _ = tx.execute("ROLLBACK");
    if tx.execute("BEGIN").is_ok() && tx.execute("ROLLBACK").is_ok() {
        return tx;
    }
    match open::to_write(file) {
        Ok(connection) => Tx::new(connection),
        Err(error) => {
            tracing::error!(%error, "the database could not be opened again");
            tx
        }
    }
}

impl Tx {
    /// A statement that begins or ends a transaction or a part of it.
    fn execute(&self, statement: &'static str) -> Result<(), StoreError> {
        query(statement).execute(&self.connection).map(drop)
    }
}
