//! The boundary to the video side. Nothing outside knows which provider is behind it, and a provider knows a person
//! only by the opaque id in the token's connection data.

pub mod absent;
pub mod local;
pub mod opentok;
pub mod token;
pub mod vonage;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use secrecy::SecretString;

use crate::domain::grant::Grant;

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
}

/// A video provider.
pub trait VideoProvider: Send + Sync {
    /// What clients need to connect.
    fn client(&self) -> Client;

    /// Makes a new session and answers its id.
    fn create_session(&self, now: Timestamp) -> BoxFuture<'static, Result<String, VideoError>>;

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
}
