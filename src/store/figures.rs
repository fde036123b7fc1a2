//! Figures of the whole database, for monitoring. Each is read by an index or from the head of the file.

use jiff::Timestamp;

use super::row::time_optional;
use super::sql::query;
use super::{Result, Store};

/// How the installation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    pub waiting: i64,
    pub held: i64,
    pub admitted: i64,
    pub enforcements: i64,
    pub deliveries: i64,
    pub oldest_enforcement: Option<Timestamp>,
    pub bytes: i64,
}

impl Store {
    pub fn figures(&self) -> Result<Figures> {
        query(
            "SELECT
                coalesce((SELECT sum((SELECT count(*) FROM admission WHERE room_id = room.id AND state = 'waiting')) FROM room), 0),
                coalesce((SELECT sum((SELECT count(*) FROM admission WHERE room_id = room.id AND state = 'held')) FROM room), 0),
                coalesce((SELECT sum((SELECT count(*) FROM admission WHERE room_id = room.id AND state = 'admitted')) FROM room), 0),
                (SELECT count(*) FROM enforcement WHERE confirmed_at IS NULL),
                (SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()),
                (SELECT count(*) FROM delivery WHERE state = 'pending'),
                (SELECT min(created_at) FROM enforcement WHERE confirmed_at IS NULL) AS oldest",
        )
        .one(&self.readers, |row| {
            Ok(Figures {
                waiting: row.at(0)?,
                held: row.at(1)?,
                admitted: row.at(2)?,
                enforcements: row.at(3)?,
                bytes: row.at(4)?,
                deliveries: row.at(5)?,
                oldest_enforcement: time_optional(row, "oldest")?,
            })
        })
    }
}
