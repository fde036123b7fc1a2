//! Whose connections are whose. The platform knows connections only by ids of its own; the application keeps a book of
//! whom it was told about.

use futures_util::future::BoxFuture;
use jiff::Timestamp;

use crate::domain::ids::{ConnectionId, PersonId, StreamId};
use crate::video::VideoError;

/// A connection that is not known to have ended, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: ConnectionId,
    pub person: PersonId,
    pub generation: u32,
    pub since: Timestamp,
    /// What it publishes.
    pub streams: Vec<StreamId>,
}

/// The book. The provider asks; the application writes.
pub trait ConnectionBook: Send + Sync {
    /// All known connections of a session.
    ///
    /// # Errors
    /// When the book cannot be read now.
    fn open(&self, session_id: &str) -> BoxFuture<'static, Result<Vec<Known>, VideoError>>;

    /// The platform has confirmed that a connection is over.
    ///
    /// # Errors
    /// When the book cannot be written now.
    fn ended(&self, session_id: &str, id: &ConnectionId) -> BoxFuture<'static, Result<(), VideoError>>;
}
