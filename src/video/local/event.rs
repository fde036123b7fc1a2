//! What the application learns from the session server, and how it names what it acts on.

use jiff::Timestamp;

use super::protocol::{LeaveReason, StreamEnd, StreamName};
use crate::domain::role::Role;

/// Something happened in a session. Sent on a bounded channel: a listener that falls behind loses the oldest, is told so,
/// and asks for the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionEvent {
    pub session: String,
    pub what: Happening,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    Joined {
        connection: String,
        person: String,
        role: Role,
        generation: u32,
    },
    /// `by`: the person (a moderator in the call) who ended it, if it was one.
    Left {
        connection: String,
        person: String,
        generation: u32,
        reason: LeaveReason,
        by: Option<String>,
    },
    /// Media of a stream began to flow.
    Published {
        stream: String,
        person: String,
        name: StreamName,
    },
    Unpublished {
        stream: String,
        person: String,
        reason: StreamEnd,
        by: Option<String>,
    },
    /// The owner turned microphone or camera on or off.
    Changed {
        stream: String,
        person: String,
        audio: bool,
        video: bool,
    },
    /// A moderator in the call (`by`), or the application, silenced a stream.
    Muted {
        stream: String,
        person: String,
        by: Option<String>,
    },
    /// The session server had to start anew: nobody is connected at this moment. `session` is empty.
    Restarted,
}

/// One connection in a session, for the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionInfo {
    pub connection: String,
    pub person: String,
    pub generation: u32,
    pub role: Role,
    pub since: Timestamp,
    /// The token's connection data.
    pub data: String,
    pub streams: Vec<StreamInfo>,
}

/// One stream of a connection, for the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamInfo {
    pub stream: String,
    pub name: StreamName,
    pub audio: bool,
    pub video: bool,
    /// Silenced by a moderator or the application.
    pub muted: bool,
    /// Media has arrived.
    pub live: bool,
}

/// Whom to disconnect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// One connection; its generation, and all before it, are void afterwards.
    Connection(String),
    /// A person's connections with a generation below this one; such tokens are void afterwards, connected or not.
    Person { person: String, below_generation: u32 },
}

/// Which streams to act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    Stream(String),
    Person(String),
}

/// How much there is, in all sessions. All zero when nobody is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub sessions: usize,
    pub connections: usize,
    pub streams: usize,
    /// Peer connections: one for each stream and each subscription.
    pub peers: usize,
    /// Names, addresses and deadlines kept for peers.
    pub entries: usize,
}
