//! The messages between a page and the embedded session: JSON objects whose `t` names them. docs/local-session.md is the
//! same table in words; change both together.
//!
//! Reading is one pure function, [`read`]: unknown messages, unknown or repeated fields, wrong types and texts beyond
//! their limits are refused with a code and never looked at again.
//!
//! Codes a page can meet in `error`: `bad_message`, `too_large`, `too_fast`, `unsupported_version`, `not_connected`,
//! `already_connected`, `not_allowed`, `not_found`, `bad_sdp`, `too_many_streams`, `too_many_subscriptions`,
//! `session_full`, `server_full`, `token_invalid`, `token_expired`, `token_voided`, `unavailable`, `failed`.

mod client;
mod server;

use serde::{Deserialize, Serialize};

pub use self::client::{ClientMessage, ProtocolError, read};
pub use self::server::{
    Capabilities, Code, ConnectionView, DisconnectReason, LeaveReason, ServerMessage, StreamEnd, StreamView,
};

/// The version of this protocol that the server speaks; a page states it in `connect`.
pub const VERSION: u32 = 1;

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
