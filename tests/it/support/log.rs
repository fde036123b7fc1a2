//! What the log holds, as short lines.

use anteroom::domain::ids::{AdmissionId, RoomId};
use anteroom::store::{Entry, EntryFilter, Turn};

use super::Server;

impl Server {
    /// The acts in the whole log, newest first.
    pub async fn acts(&self) -> Vec<String> {
        self.entries(EntryFilter::default()).await.into_iter().map(|entry| entry.action).collect()
    }

    /// The acts in a room's log, oldest first.
    pub async fn acts_in(&self, room: RoomId) -> Vec<String> {
        let filter = EntryFilter { room: Some(room), ..EntryFilter::default() };
        self.entries(filter).await.into_iter().rev().map(|entry| entry.action).collect()
    }

    /// What is said of a guest, oldest first: "who action".
    pub async fn log_of(&self, id: AdmissionId) -> Vec<String> {
        let filter = EntryFilter { admission: Some(id), ..EntryFilter::default() };
        let line = |entry: Entry| format!("{} {}", entry.actor_name, entry.action).trim().to_owned();
        self.entries(filter).await.into_iter().rev().map(line).collect()
    }

    async fn entries(&self, filter: EntryFilter) -> Vec<Entry> {
        self.moderation.store.log_page(&filter, Turn::Latest, 10_000).await.unwrap()
    }
}
