//! Connections that read: as many as are reading at the same moment, kept for the next.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::sql::{Access, Connection, Source};
use super::{Result, StoreError};

/// Clones share the connections.
#[derive(Clone, Debug)]
pub(super) struct Readers {
    file: Arc<Path>,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Readers {
    /// # Errors
    /// When the file cannot be read.
    pub fn open(file: &Path) -> Result<Self> {
        let readers = Self { file: file.into(), idle: Arc::default() };
        (&readers).connected(|_| Ok(()))?;
        Ok(readers)
    }

    pub fn file(&self) -> Arc<Path> {
        Arc::clone(&self.file)
    }
}

impl Source for &Readers {
    fn connected<T>(self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = idle.map_or_else(|| Connection::open(&self.file, Access::Read), Ok)?;
        let found = work(&connection);
        if matches!(found, Err(StoreError::Unavailable(_))) {
            // After trouble with the disk the next one begins with a connection that has not seen it.
            return found;
        }
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        found
    }
}
