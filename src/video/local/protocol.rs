//! The messages between a page and the embedded session: JSON objects whose `t` names them. docs/local-session.md is the
//! same table in words; change both together.
//!
//! Reading is one pure function, [`read`]: unknown messages, unknown or repeated fields, wrong types and texts beyond
//! their limits are refused with a code and never looked at again.
//!
//! Codes a page can meet in `error`: `bad_message`, `too_large`, `too_fast`, `unsupported_version`, `not_connected`,
//! `already_connected`, `not_allowed`, `not_found`, `bad_sdp`, `too_many_streams`, `too_many_subscriptions`,
//! `session_full`, `server_full`, `token_invalid`, `token_expired`, `token_voided`, `unavailable`, `failed`.

use serde::{Deserialize, Serialize};

use super::limits;
use crate::domain::role::Role;

/// The version of this protocol that the server speaks; a page states it in `connect`.
pub const VERSION: u32 = 1;

/// What a page sends. Field names are those on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "t", rename_all = "camelCase", deny_unknown_fields)]
pub enum ClientMessage {
    /// The first message, and only the first.
    Connect { token: String, v: u32 },
    /// Offers a stream; `ref` comes back in `published` so that the page finds its publisher again.
    Publish {
        #[serde(rename = "ref")]
        reference: String,
        sdp: String,
        name: StreamName,
        audio: bool,
        video: bool,
    },
    /// Ends an own stream.
    Unpublish { stream: String },
    /// Asks for a stream; a second time replaces the first subscription.
    Subscribe { stream: String },
    /// Ends the subscription to a stream.
    Unsubscribe { stream: String },
    /// The page's answer to an `offer`.
    Answer { conn: String, sdp: String },
    /// Whether the owner's microphone and camera are on. Absent: as before.
    Set {
        stream: String,
        #[serde(default)]
        audio: Option<bool>,
        #[serde(default)]
        video: Option<bool>,
    },
    /// The best layer that is of use to this page now (a small tile needs no more than `l`).
    Layer { stream: String, rid: LayerName },
    /// A text to one connection, or to all.
    Signal {
        #[serde(default)]
        to: Option<String>,
        kind: String,
        data: String,
    },
    /// Moderator: ends somebody's connection and voids its token.
    Disconnect { connection: String },
    /// Moderator: silences a stream until its owner turns the microphone on again.
    Mute { stream: String },
    /// Moderator: `mute` for every stream of the session but these.
    MuteAll { except: Vec<String> },
    /// Moderator: ends somebody's stream; the connection stays.
    StopPublishing { stream: String },
}

/// What a stream shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StreamName {
    Camera,
    Screen,
}

/// A simulcast layer, as named in the publisher's SDP (`a=rid`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LayerName {
    /// The small picture.
    #[serde(rename = "l")]
    Low,
    /// The full picture.
    #[serde(rename = "h")]
    High,
}

impl ClientMessage {
    /// The `t` of this message, as it comes back in `error.op`.
    pub fn op(&self) -> &'static str {
        match self {
            Self::Connect { .. } => "connect",
            Self::Publish { .. } => "publish",
            Self::Unpublish { .. } => "unpublish",
            Self::Subscribe { .. } => "subscribe",
            Self::Unsubscribe { .. } => "unsubscribe",
            Self::Answer { .. } => "answer",
            Self::Set { .. } => "set",
            Self::Layer { .. } => "layer",
            Self::Signal { .. } => "signal",
            Self::Disconnect { .. } => "disconnect",
            Self::Mute { .. } => "mute",
            Self::MuteAll { .. } => "muteAll",
            Self::StopPublishing { .. } => "stopPublishing",
        }
    }

    /// The id or reference this message names, as it comes back in `error.on`.
    pub fn on(&self) -> Option<&str> {
        match self {
            Self::Publish { reference, .. } => Some(reference),
            Self::Unpublish { stream }
            | Self::Subscribe { stream }
            | Self::Unsubscribe { stream }
            | Self::Set { stream, .. }
            | Self::Layer { stream, .. }
            | Self::Mute { stream }
            | Self::StopPublishing { stream } => Some(stream),
            Self::Answer { conn, .. } => Some(conn),
            Self::Signal { to, .. } => to.as_deref(),
            Self::Disconnect { connection } => Some(connection),
            Self::Connect { .. } | Self::MuteAll { .. } => None,
        }
    }
}

/// Why a text is no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolError {
    /// Not JSON, not an object, an unknown `t`, a missing, unknown or repeated field, a wrong type, an impossible text.
    #[error("the message is not one of the protocol's")]
    BadMessage,
    /// The message, or a text in it, is longer than allowed.
    #[error("the message is too large")]
    TooLarge,
}

impl ProtocolError {
    pub fn code(self) -> Code {
        match self {
            Self::BadMessage => Code::BadMessage,
            Self::TooLarge => Code::TooLarge,
        }
    }
}

/// Reads one text frame. Pure; the same text always gives the same answer.
pub fn read(text: &str) -> Result<ClientMessage, ProtocolError> {
    if text.len() > limits::MESSAGE_BYTES {
        return Err(ProtocolError::TooLarge);
    }
    // serde would also take an array in place of an object.
    if !text.trim_start().starts_with('{') {
        return Err(ProtocolError::BadMessage);
    }
    let message: ClientMessage = serde_json::from_str(text).map_err(|_| ProtocolError::BadMessage)?;
    check(&message)?;
    Ok(message)
}

/// The limits that types do not state.
fn check(message: &ClientMessage) -> Result<(), ProtocolError> {
    if message.on().is_some_and(|id| !is_name(id)) {
        return Err(ProtocolError::BadMessage);
    }
    match message {
        ClientMessage::Connect { token, .. } => within(token, limits::TOKEN_BYTES),
        ClientMessage::Publish { sdp, .. } | ClientMessage::Answer { sdp, .. } => within(sdp, limits::SDP_BYTES),
        ClientMessage::Set { audio: None, video: None, .. } => Err(ProtocolError::BadMessage),
        ClientMessage::Signal { kind, data, .. } if is_name(kind) => within(data, limits::SIGNAL_BYTES),
        ClientMessage::Signal { .. } => Err(ProtocolError::BadMessage),
        ClientMessage::MuteAll { except } if except.len() > limits::STREAMS_PER_SESSION => Err(ProtocolError::TooLarge),
        ClientMessage::MuteAll { except } if !except.iter().all(|id| is_name(id)) => Err(ProtocolError::BadMessage),
        _ => Ok(()),
    }
}

fn within(text: &str, most: usize) -> Result<(), ProtocolError> {
    if text.len() <= most { Ok(()) } else { Err(ProtocolError::TooLarge) }
}

/// Ids, references and signal kinds: 1 to 64 letters, digits, `_`, `-`, `.` or `:`.
fn is_name(text: &str) -> bool {
    (1..=limits::NAME_BYTES).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte))
}

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
