//! The embedded session server: a selective forwarding unit in this process, so that a call works without an account
//! anywhere. docs/local-session.md describes its ports, limits and protocol.
//!
//! `socket` speaks with one page, `hub` knows people, sessions and roles, `sfu` moves media. Hub and media live on one
//! thread of their own, watched by `supervisor`. Whether a token lets anybody in is asked of a [`Gate`]; what happened is
//! told on a channel of [`SessionEvent`]s.

mod address;
mod event;
mod handle;
mod hub;
pub mod limits;
pub mod protocol;
pub mod provider;
mod sfu;
mod socket;
mod supervisor;
mod voided;

use std::net::{IpAddr, SocketAddr};

use futures_util::future::BoxFuture;

pub use self::event::{ConnectionInfo, Counts, Happening, SessionEvent, StreamInfo, Which, Whom};
pub use self::handle::{LocalSession, SessionDown};
pub use self::protocol::{DisconnectReason, LeaveReason, StreamEnd, StreamName};
pub use self::socket::serve_socket;
use crate::domain::role::Role;

/// Decides whether a token lets somebody in. Asked once for each connection, before anything else happens.
pub trait Gate: Send + Sync {
    /// The whole truth at this moment: signature, expiry, session, and that the generation still counts.
    fn admit(&self, token: &str) -> BoxFuture<'static, Result<Entrant, EntryRefusal>>;
}

/// Who is let in, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrant {
    pub session_id: String,
    pub role: Role,
    /// The opaque id from the connection data.
    pub person: String,
    pub generation: u32,
    /// Unix seconds; when the token ends. The connection may last longer.
    pub expires_at: i64,
    /// The token's connection data.
    pub data: String,
}

/// Why somebody is not let in. Pages see it as an error code; see docs/local-session.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryRefusal {
    #[error("the token is malformed, tampered with, or of another key or session")]
    Invalid,
    #[error("the token is too old")]
    Expired,
    #[error("the token does not count any more")]
    Voided,
    #[error("tokens cannot be checked at the moment")]
    Unavailable,
}

/// Where the session server listens, and what it tells pages.
#[derive(Clone, Debug)]
pub struct LocalSettings {
    /// UDP address and port; port 0 takes any.
    pub bind: SocketAddr,
    /// Addresses at which pages reach the port. Empty: the machine's own, and 127.0.0.1.
    pub advertise: Vec<IpAddr>,
}

/// The session server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the UDP port {bind} of the embedded session cannot be opened: {source}")]
    Port { bind: SocketAddr, source: std::io::Error },
    #[error("an IPv4 address cannot be advertised for an IPv6 port, or the other way round: {0}")]
    Family(IpAddr),
    #[error("the cryptography library gave no certificate")]
    Certificate,
    #[error("the thread of the embedded session cannot be started: {0}")]
    Thread(std::io::Error),
}
