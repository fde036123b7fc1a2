//! What pages say, and how it is read.

use serde::Deserialize;

use super::{Code, LayerName, StreamName};
use crate::video::local::limits;

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
