//! The boundary to the video side. Nothing outside knows which provider is behind it, and a provider knows a person
//! only by the opaque id in the token's connection data.

pub mod absent;
pub mod local;
pub mod opentok;
pub mod platform;
pub mod token;
pub mod vonage;

use std::str::FromStr;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use jiff::Timestamp;
use secrecy::SecretString;

use crate::domain::grant::Grant;
use crate::domain::ids::{ConnectionId, PersonId};
use crate::domain::role::Role;

/// What a page or program needs to connect, beside the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// `local`, `opentok` or `vonage`.
    pub provider: &'static str,
    /// The API key, or the application id.
    pub application: Application,
}

/// Who owns the sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Application {
    ApiKey(String),
    ApplicationId(String),
}

/// The video side did not do what it was asked.
#[derive(Clone, Debug, thiserror::Error)]
pub enum VideoError {
    /// The provider cannot be reached or answers with an error: may work later.
    #[error("the video provider does not answer: {0}")]
    Unavailable(String),
    /// The settings do not fit, as an admin must be told.
    #[error("the video provider refuses: {0}")]
    Refused(String),
    /// The provider asks to be left alone for a while.
    #[error("the video provider asks us to wait")]
    Throttled { retry_after: Option<Duration> },
    /// This provider cannot do it at all; the words say what to do instead.
    #[error("{0}")]
    Unsupported(&'static str),
    /// What is known has been ended, but connections are left of which nobody knows whose they are.
    #[error("{connections} connections in the session belong to nobody who is known")]
    Unattributed { connections: usize },
}

/// What a provider can do beyond what all can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// A muted person stays silent even if their page does not obey.
    pub hard_mute: bool,
    /// What somebody publishes can be ended from outside the call.
    pub stop_publishing: bool,
    /// It says at once who comes and goes; otherwise pages and lists must.
    pub tells_who_comes: bool,
    /// It says whether camera and microphone are on, and not only that something is published.
    pub tells_devices: bool,
}

/// Which way media take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MediaMode {
    /// Through the provider's servers.
    #[default]
    Routed,
    /// Directly between the participants where that works.
    Relayed,
}

impl MediaMode {
    /// The value of `p2p.preference`.
    pub fn preference(self) -> &'static str {
        match self {
            Self::Routed => "disabled",
            Self::Relayed => "enabled",
        }
    }
}

impl FromStr for MediaMode {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "routed" => Ok(Self::Routed),
            "relayed" => Ok(Self::Relayed),
            _ => Err("must be routed or relayed"),
        }
    }
}

/// Somebody connected to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connected {
    pub person: PersonId,
    pub generation: u32,
    pub since: Timestamp,
    /// Whether others can see this person's camera or screen.
    pub camera: bool,
    /// Whether others can hear this person.
    pub microphone: bool,
}

/// What a provider tells of a session. A person that is no id of ours is not told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionNews {
    Joined {
        session_id: String,
        person: PersonId,
        generation: u32,
        role: Role,
    },
    /// `by`: the moderator in the call who ended the connection, if it was one.
    Left {
        session_id: String,
        person: PersonId,
        by: Option<PersonId>,
    },
    /// Streams of a session came, went or changed.
    Changed {
        session_id: String,
        person: PersonId,
    },
    /// Something may have been missed: ask who is connected.
    Unsure,
}

/// A video provider.
pub trait VideoProvider: Send + Sync {
    /// What clients need to connect.
    fn client(&self) -> Client;

    /// What it can do beyond what all can.
    fn capabilities(&self) -> Capabilities;

    /// Makes a new session and answers its id.
    fn create_session(&self, now: Timestamp) -> Answer<'_, String>;

    /// Whether a session id that somebody gives belongs to these settings.
    ///
    /// # Errors
    /// Says why not.
    fn check_session(&self, session_id: &str) -> Result<(), VideoError>;

    /// Signs a token for a grant. Pure: it asks nobody.
    ///
    /// # Errors
    /// When the session is not this provider's.
    fn mint(&self, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError>;

    /// Ends all connections of a person with a generation below the given one. Success is confirmed: nobody of them is
    /// connected any more. Safe to repeat. `moved` says that the person goes on with a newer token.
    fn disconnect<'a>(&'a self, session_id: &'a str, person: PersonId, below: u32, moved: bool) -> Answer<'a, ()>;

    /// Silences a person until they turn the microphone on again.
    fn mute<'a>(&'a self, session_id: &'a str, person: PersonId) -> Answer<'a, ()>;

    /// Silences everybody but these.
    fn mute_all<'a>(&'a self, session_id: &'a str, except: &'a [PersonId]) -> Answer<'a, ()>;

    /// Ends what a person publishes; they stay connected.
    fn stop_publishing<'a>(&'a self, session_id: &'a str, person: PersonId) -> Answer<'a, ()>;

    /// Who is connected.
    fn connected<'a>(&'a self, session_id: &'a str) -> Answer<'a, Vec<Connected>>;

    /// Which connections there are, whosever they may be; none from a provider that knows persons itself.
    fn listed<'a>(&'a self, _session_id: &'a str) -> Answer<'a, Option<Vec<ConnectionId>>> {
        async { Ok(None) }.boxed()
    }

    /// What happens in all sessions from now on; nothing if the provider cannot tell.
    fn news(&self) -> BoxStream<'static, SessionNews>;

    /// The embedded session server, for the socket that its pages use.
    fn embedded(&self) -> Option<&local::LocalSession> {
        None
    }
}

/// What a provider answers when it is asked.
pub type Answer<'a, T> = BoxFuture<'a, Result<T, VideoError>>;
