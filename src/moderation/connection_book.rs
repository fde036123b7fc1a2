//! The book of whose connections are whose, for the video platform's side, and how pages and callbacks write into it.

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;

use crate::clock::Clock;
use crate::domain::ids::ConnectionId;
use crate::store::{Connection, Store, StoreError};
use crate::video::VideoError;
use crate::video::platform::{ConnectionBook, Known};

/// The book as the database has it.
pub struct ConnectionsInStore {
    pub store: Store,
    pub clock: Clock,
}

fn unavailable(error: &StoreError) -> VideoError {
    VideoError::Unavailable(error.to_string())
}

impl From<Connection> for Known {
    fn from(connection: Connection) -> Self {
        let Connection { id, person, generation, created_at: since, streams, .. } = connection;
        Self { id, person, generation, since, streams }
    }
}

impl ConnectionBook for ConnectionsInStore {
    fn open(&self, session_id: &str) -> BoxFuture<'static, Result<Vec<Known>, VideoError>> {
        let (store, session_id) = (self.store.clone(), session_id.to_owned());
        async move {
            let open = store.open_connections(&session_id).map_err(|error| unavailable(&error))?;
            Ok(open.into_iter().map(Known::from).collect())
        }
        .boxed()
    }

    fn ended(&self, session_id: &str, id: &ConnectionId) -> BoxFuture<'static, Result<(), VideoError>> {
        let (store, now) = (self.store.clone(), self.clock.now());
        let (session_id, id) = (session_id.to_owned(), id.clone());
        async move {
            let ended = store.write(move |tx| tx.end_connection(&session_id, &id, now)).await;
            ended.map_err(|error: StoreError| unavailable(&error))
        }
        .boxed()
    }
}
