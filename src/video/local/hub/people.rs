//! Sessions, their connections and streams: plain data, and what others may see of it.

use std::cell::Cell;
use std::collections::HashMap;

use jiff::Timestamp;

use super::{ById, Outbox, Outgoing};
use crate::domain::role::Role;
use crate::video::local::Entrant;
use crate::video::local::event::{ConnectionInfo, StreamInfo};
use crate::video::local::protocol::{ConnectionView, ServerMessage, StreamName, StreamView};
use crate::video::local::sfu::{PeerId, Sections};

#[derive(Default)]
pub(super) struct Session {
    pub(super) connections: ById<Connection>,
    pub(super) streams: ById<Stream>,
}

pub(super) struct Connection {
    pub(super) entrant: Entrant,
    pub(super) since: Timestamp,
    pub(super) outgoing: Outbox,
    /// By the id of the stream.
    pub(super) subscriptions: HashMap<String, Subscription>,
    /// A message did not fit into its queue.
    pub(super) stalled: Cell<bool>,
}

pub(super) struct Subscription {
    pub(super) conn: String,
    pub(super) view: PeerId,
}

pub(super) struct Stream {
    pub(super) owner: String,
    pub(super) person: String,
    pub(super) name: StreamName,
    pub(super) feed: PeerId,
    pub(super) sections: Sections,
    pub(super) audio: bool,
    pub(super) video: bool,
    pub(super) muted: bool,
    /// Others know of it.
    pub(super) live: bool,
}

/// Whose a peer connection is.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    Stream { session: String, stream: String },
    Subscription { session: String, connection: String, stream: String },
}

impl Connection {
    pub(super) fn view(&self, id: &str) -> ConnectionView {
        ConnectionView {
            connection: id.to_owned(),
            person: self.entrant.person.clone(),
            role: self.entrant.role,
            since: self.since.as_millisecond(),
        }
    }

    /// Never waits. A page that reads too slowly, or is gone, is marked, and its connection ended at the next sweep.
    pub(super) fn send(&self, message: ServerMessage) {
        if self.outgoing.try_send(Outgoing::Message(Box::new(message))).is_err() {
            self.stalled.set(true);
        }
    }

    pub(super) fn is_deserted(&self) -> bool {
        self.stalled.get() || self.outgoing.is_closed()
    }

    /// Whether this connection sees others at all.
    pub(super) fn sees(&self) -> bool {
        self.entrant.role != Role::PublisherOnly
    }
}

impl Stream {
    pub(super) fn view(&self, id: &str) -> StreamView {
        StreamView {
            stream: id.to_owned(),
            connection: self.owner.clone(),
            person: self.person.clone(),
            name: self.name,
            has_audio: self.sections.audio,
            has_video: self.sections.video,
            audio: self.audio,
            video: self.video,
            muted: self.muted,
        }
    }

    fn info(&self, id: &str) -> StreamInfo {
        StreamInfo {
            stream: id.to_owned(),
            name: self.name,
            audio: self.audio,
            video: self.video,
            muted: self.muted,
            live: self.live,
        }
    }
}

impl Session {
    /// For the application, in order of arrival.
    pub(super) fn list(&self) -> Vec<ConnectionInfo> {
        let mut list: Vec<ConnectionInfo> = self.connections.iter().map(|(id, it)| self.info(id, it)).collect();
        list.sort_by_key(|connection| connection.since);
        list
    }

    fn info(&self, id: &str, connection: &Connection) -> ConnectionInfo {
        let own = self.streams.iter().filter(|(_, stream)| stream.owner == id);
        ConnectionInfo {
            connection: id.to_owned(),
            person: connection.entrant.person.clone(),
            generation: connection.entrant.generation,
            role: connection.entrant.role,
            since: connection.since,
            data: connection.entrant.data.clone(),
            streams: own.map(|(stream_id, stream)| stream.info(stream_id)).collect(),
        }
    }

    /// To everybody who sees others, but not to `except`.
    pub(super) fn tell_others(&self, except: &str, message: &ServerMessage) {
        for (id, connection) in &self.connections {
            if id != except && connection.sees() {
                connection.send(message.clone());
            }
        }
    }

    /// To one connection.
    pub(super) fn tell(&self, id: &str, message: ServerMessage) {
        if let Some(connection) = self.connections.get(id) {
            connection.send(message);
        }
    }

    pub(super) fn streams_of(&self, owner: &str) -> Vec<String> {
        self.streams.iter().filter(|(_, stream)| stream.owner == owner).map(|(id, _)| id.clone()).collect()
    }
}
