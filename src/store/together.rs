//! Reads that many ask for at the same moment, done with one statement. Thousands of streams wake up together when a host
//! lets everybody in; each by itself would wait for a reader of its own and for all the others.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use sqlx::sqlite::{SqlitePool, SqliteRow};
use tokio::sync::{mpsc, oneshot};

use super::row::as_json;
use super::{Result, Store, StoreError, admissions, rooms};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::room::Room;

/// So many are read with one statement.
const MOST_AT_ONCE: usize = 256;

type Asked<K, V> = (K, oneshot::Sender<Result<Option<V>>>);

/// One kind of row, asked for by its id. Clones share the line.
#[derive(Debug)]
pub(super) struct Together<K, V> {
    line: mpsc::Sender<Asked<K, V>>,
}

impl<K, V> Clone for Together<K, V> {
    fn clone(&self) -> Self {
        Self { line: self.line.clone() }
    }
}

impl<K, V> Together<K, V>
where
    K: Copy + Eq + Hash + ToString + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// `statement` reads the rows with the ids of a JSON list, `parse` understands one of them. Ends when nobody can ask any
    /// more.
    fn start(readers: SqlitePool, statement: &'static str, parse: fn(&SqliteRow) -> Result<(K, V)>) -> Self {
        let (line, mut asked) = mpsc::channel::<Asked<K, V>>(MOST_AT_ONCE);
        tokio::spawn(async move {
            let mut batch = Vec::new();
            while asked.recv_many(&mut batch, MOST_AT_ONCE).await > 0 {
                let ids: HashSet<K> = batch.iter().map(|(id, _)| *id).collect();
                let found = read(&readers, statement, parse, &ids).await;
                for (id, answer) in batch.drain(..) {
                    // Whoever went away meanwhile does not need it.
                    let _ = answer.send(found.as_ref().map(|rows| rows.get(&id).cloned()).map_err(Clone::clone));
                }
            }
        });
        Self { line }
    }

    /// The row as it is now, not as it was when somebody else asked.
    async fn get(&self, id: K) -> Result<Option<V>> {
        let gone = || StoreError::Failed("the reading has ended".to_owned());
        let (answer, answered) = oneshot::channel();
        self.line.send((id, answer)).await.map_err(|_| gone())?;
        answered.await.map_err(|_| gone())?
    }
}

async fn read<K: Copy + Eq + Hash + ToString, V>(
    readers: &SqlitePool,
    statement: &'static str,
    parse: fn(&SqliteRow) -> Result<(K, V)>,
    ids: &HashSet<K>,
) -> Result<HashMap<K, V>> {
    let ids: Vec<String> = ids.iter().map(K::to_string).collect();
    let rows = sqlx::query(statement).bind(as_json(&ids)?).fetch_all(readers).await?;
    rows.iter().map(parse).collect()
}

pub(super) fn admissions_together(readers: SqlitePool) -> Together<AdmissionId, Admission> {
    const STATEMENT: &str =
        "SELECT admission.* FROM json_each(?) AS wanted CROSS JOIN admission ON admission.id = wanted.value";
    Together::start(readers, STATEMENT, |row| admissions::admission(row).map(|admission| (admission.id, admission)))
}

pub(super) fn rooms_together(readers: SqlitePool) -> Together<RoomId, Room> {
    const STATEMENT: &str = "SELECT room.* FROM json_each(?) AS wanted CROSS JOIN room ON room.id = wanted.value";
    Together::start(readers, STATEMENT, |row| rooms::room(row).map(|room| (room.id, room)))
}

impl Store {
    /// What [`admission`](Self::admission) reads, for streams, of which many may ask at once.
    pub async fn admission_for_stream(&self, id: AdmissionId) -> Result<Option<Admission>> {
        self.admissions_together.get(id).await
    }

    /// What [`room`](Self::room) reads, for streams, of which many may ask at once.
    pub async fn room_for_stream(&self, id: RoomId) -> Result<Option<Room>> {
        self.rooms_together.get(id).await
    }
}
