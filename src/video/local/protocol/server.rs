//! What the server says.

use serde::Serialize;

use super::StreamName;
use crate::domain::role::Role;

/// What the server sends.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "t", rename_all = "camelCase")]
pub enum ServerMessage {
    Welcome {
        connection: String,
        role: Role,
        capabilities: Capabilities,
        connections: Vec<ConnectionView>,
        streams: Vec<StreamView>,
    },
    /// Somebody else is here.
    Joined(ConnectionView),
    /// Somebody else is gone.
    Left {
        connection: String,
        reason: LeaveReason,
    },
    Published {
        #[serde(rename = "ref")]
        reference: String,
        stream: String,
        sdp: String,
    },
    /// Somebody else's stream has media now.
    StreamCreated(StreamView),
    StreamChanged(StreamView),
    /// Also to the owner, who otherwise would not know that the server gave the stream up.
    StreamDestroyed {
        stream: String,
        connection: String,
        reason: StreamEnd,
    },
    Offer {
        conn: String,
        stream: String,
        sdp: String,
    },
    /// A subscription is over; subscribing again is possible while the stream lives.
    Closed {
        conn: String,
        stream: String,
    },
    /// To the owner: a moderator silenced this stream; already enforced.
    MuteForced {
        stream: String,
    },
    /// To the owner: a moderator ended this stream; already enforced.
    UnpublishForced {
        stream: String,
    },
    Signal {
        from: String,
        kind: String,
        data: String,
    },
    /// The last message before the server closes the socket.
    Disconnected {
        reason: DisconnectReason,
    },
    Error {
        code: Code,
        op: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        on: Option<String>,
    },
}

impl ServerMessage {
    /// As it goes over the wire.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What the server will let this connection do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Capabilities {
    pub publish: bool,
    pub subscribe: bool,
    pub signal: bool,
    /// Disconnect, mute, mute all, stop publishing.
    pub moderate: bool,
}

impl Capabilities {
    pub fn of(role: Role) -> Self {
        Self {
            publish: role.may_publish(),
            subscribe: role.may_subscribe(),
            signal: role != Role::PublisherOnly,
            moderate: role.may_moderate(),
        }
    }
}

/// A connection as others see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConnectionView {
    pub connection: String,
    /// The opaque id of the person; names come from the application's own roster.
    pub person: String,
    pub role: Role,
    /// Unix milliseconds.
    pub since: i64,
}

/// A stream as others see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StreamView {
    pub stream: String,
    pub connection: String,
    pub person: String,
    pub name: StreamName,
    /// The stream was negotiated with sound, with a picture: fixed for its life.
    pub has_audio: bool,
    pub has_video: bool,
    /// The microphone, the camera is on at the moment.
    pub audio: bool,
    pub video: bool,
    /// `audio` is false because a moderator said so.
    pub muted: bool,
}

/// Why somebody is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveReason {
    /// Of their own will.
    Left,
    /// A moderator or the application ended it.
    Removed,
    /// A newer connection of the same person took over.
    Replaced,
    /// The socket broke, or fell too far behind.
    Network,
    /// The session server stopped or was restarted.
    Stopped,
}

/// Why a stream is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StreamEnd {
    /// Its owner ended it.
    Unpublished,
    /// A moderator or the application ended it.
    Stopped,
    /// No media or no answer any more.
    Network,
    /// Its owner's connection ended: see `left`.
    Left,
}

/// Why the server closes a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DisconnectReason {
    /// A moderator or the application ended it; the token is void.
    Removed,
    /// The same person connected anew, or with a newer token.
    Replaced,
    /// Too many messages that were refused.
    Misbehaved,
    /// The session server had to start anew: connect again.
    Restarting,
    /// The server is shutting down: connect again when it is back.
    Stopping,
}

/// Everything an `error` can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    BadMessage,
    TooLarge,
    TooFast,
    UnsupportedVersion,
    NotConnected,
    AlreadyConnected,
    NotAllowed,
    NotFound,
    BadSdp,
    TooManyStreams,
    TooManySubscriptions,
    SessionFull,
    ServerFull,
    TokenInvalid,
    TokenExpired,
    TokenVoided,
    Unavailable,
    Failed,
}
