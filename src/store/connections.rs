//! Who stands behind the connections of a session on the video platform, and what they publish.

use std::str::FromStr;

use jiff::Timestamp;

use super::row::{get, parsed, time, time_optional};
use super::sql::{Row, Source, query, single};
use super::{Result, Store, Tx};
use crate::domain::ids::{ConnectionId, PersonId, StreamId};

/// One connection as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    pub session_id: String,
    pub id: ConnectionId,
    pub person: PersonId,
    pub generation: u32,
    pub told_by: ToldBy,
    pub created_at: Timestamp,
    /// None while it is not known to have ended.
    pub ended_at: Option<Timestamp>,
    /// What it publishes now.
    pub streams: Vec<StreamId>,
}

/// Who said whose connection it is. Whoever stands further down is believed before those above; among equals, the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToldBy {
    /// The guest's own page. It may lie.
    Guest,
    /// A host's own page.
    Host,
    /// A signed callback, from the data inside the token.
    Platform,
}

impl ToldBy {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Guest => "guest",
            Self::Host => "host",
            Self::Platform => "platform",
        }
    }
}

impl FromStr for ToldBy {
    type Err = &'static str;

    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        [Self::Guest, Self::Host, Self::Platform]
            .into_iter()
            .find(|it| it.as_str() == text)
            .ok_or("is nobody who tells")
    }
}

fn connection(row: &Row<'_>) -> Result<Connection> {
    Ok(Connection {
        session_id: get(row, "session_id")?,
        id: parsed(row, "id")?,
        person: parsed(row, "person")?,
        generation: get(row, "generation")?,
        told_by: parsed(row, "told_by")?,
        created_at: time(row, "created_at")?,
        ended_at: time_optional(row, "ended_at")?,
        streams: get::<String>(row, "streams")?.split_whitespace().filter_map(|id| id.parse().ok()).collect(),
    })
}

fn find(connection_of: impl Source, session_id: &str, id: &ConnectionId) -> Result<Option<Connection>> {
    query(
        "SELECT *, (SELECT coalesce(group_concat(id, ' '), '') FROM connection_stream AS stream
                    WHERE stream.session_id = connection.session_id AND connection_id = connection.id
                      AND stream.ended_at IS NULL) AS streams
         FROM connection WHERE session_id = ? AND id = ?",
    )
    .bind(session_id)
    .bind(id.as_str())
    .optional(connection_of, connection)
}

impl Store {
    /// A connection, open or ended.
    pub fn connection(&self, session_id: &str, id: &ConnectionId) -> Result<Option<Connection>> {
        find(&self.readers, session_id, id)
    }

    /// All connections of a session that are not known to have ended, oldest first.
    pub fn open_connections(&self, session_id: &str) -> Result<Vec<Connection>> {
        query(
            "SELECT *, (SELECT coalesce(group_concat(id, ' '), '') FROM connection_stream AS stream
                        WHERE stream.session_id = connection.session_id AND connection_id = connection.id
                          AND stream.ended_at IS NULL) AS streams
             FROM connection WHERE session_id = ? AND ended_at IS NULL ORDER BY created_at, id",
        )
        .bind(session_id)
        .all(&self.readers, connection)
    }
}

impl Store {
    /// The sessions in which somebody is connected, as far as is known.
    pub fn sessions_with_connections(&self) -> Result<Vec<String>> {
        query("SELECT DISTINCT session_id FROM connection WHERE ended_at IS NULL").all(&self.readers, single)
    }
}

impl Tx {
    pub fn connection(&mut self, session_id: &str, id: &ConnectionId) -> Result<Option<Connection>> {
        find(&self.connection, session_id, id)
    }

    /// Notes whose connection this is, and answers how it then stands. Safe to repeat. One that has ended stays so;
    /// whoever is less to be believed than who spoke before changes nothing.
    pub fn note_connection(
        &mut self,
        session_id: &str,
        id: &ConnectionId,
        (person, generation): (PersonId, u32),
        told_by: ToldBy,
        at: Timestamp,
    ) -> Result<Connection> {
        let before = self.connection(session_id, id)?;
        if before.as_ref().is_none_or(|before| before.told_by < told_by) {
            query(
                "INSERT INTO connection (session_id, id, person, generation, told_by, created_at)
                 VALUES (?, ?, ?, ?, ?, ?)
                 ON CONFLICT (session_id, id) DO UPDATE SET person = excluded.person,
                     generation = excluded.generation, told_by = excluded.told_by",
            )
            .bind(session_id)
            .bind(id.as_str())
            .bind(person.to_string())
            .bind(generation)
            .bind(told_by.as_str())
            .bind(at.as_millisecond())
            .execute(&self.connection)?;
        }
        let now = self.connection(session_id, id)?;
        now.ok_or_else(|| super::StoreError::Failed("a connection that was noted is not there".to_owned()))
    }

    /// A connection has ended, and with it what it published. Note it first: only then is an event that comes too late
    /// known for what it is. Safe to repeat.
    pub fn end_connection(&mut self, session_id: &str, id: &ConnectionId, at: Timestamp) -> Result<()> {
        for statement in [
            "UPDATE connection SET ended_at = ? WHERE session_id = ? AND id = ? AND ended_at IS NULL",
            "UPDATE connection_stream SET ended_at = ?
             WHERE session_id = ? AND connection_id = ? AND ended_at IS NULL",
        ] {
            query(statement).bind(at.as_millisecond()).bind(session_id).bind(id.as_str()).execute(&self.connection)?;
        }
        Ok(())
    }

    /// A connection publishes a stream. One that has ended stays so. Safe to repeat.
    pub fn note_stream(
        &mut self,
        session_id: &str,
        connection: &ConnectionId,
        id: &StreamId,
        at: Timestamp,
    ) -> Result<()> {
        query(
            "INSERT INTO connection_stream (session_id, id, connection_id, created_at) VALUES (?, ?, ?, ?)
             ON CONFLICT (session_id, id) DO NOTHING",
        )
        .bind(session_id)
        .bind(id.as_str())
        .bind(connection.as_str())
        .bind(at.as_millisecond())
        .execute(&self.connection)?;
        Ok(())
    }

    /// A stream has ended, also one that was never heard of. Safe to repeat.
    pub fn end_stream(
        &mut self,
        session_id: &str,
        connection: &ConnectionId,
        id: &StreamId,
        at: Timestamp,
    ) -> Result<()> {
        query(
            "INSERT INTO connection_stream (session_id, id, connection_id, created_at, ended_at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (session_id, id) DO UPDATE SET ended_at = coalesce(ended_at, excluded.ended_at)",
        )
        .bind(session_id)
        .bind(id.as_str())
        .bind(connection.as_str())
        .bind(at.as_millisecond())
        .bind(at.as_millisecond())
        .execute(&self.connection)?;
        Ok(())
    }

    /// Forgets what ended before this time: by then no late event can open it again.
    pub fn forget_ended_connections(&mut self, before: Timestamp) -> Result<()> {
        for statement in
            ["DELETE FROM connection WHERE ended_at < ?", "DELETE FROM connection_stream WHERE ended_at < ?"]
        {
            query(statement).bind(before.as_millisecond()).execute(&self.connection)?;
        }
        Ok(())
    }
}
