//! The classic platform: API key and secret, T1 tokens.

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, ready};
use jiff::Timestamp;
use secrecy::SecretString;

use super::token::claims::{Claims, Nonce};
use super::token::credentials::OpenTokKeys;
use super::token::session_id::SessionId;
use super::token::t1;
use super::{Application, Client, VideoError, VideoProvider};
use crate::domain::grant::Grant;
use crate::random;

pub struct OpenTokProvider {
    keys: OpenTokKeys,
}

impl OpenTokProvider {
    pub fn new(keys: OpenTokKeys) -> Self {
        Self { keys }
    }
}

impl VideoProvider for OpenTokProvider {
    fn client(&self) -> Client {
        Client { provider: "opentok", application: Application::ApiKey(self.keys.api_key().as_str().to_owned()) }
    }

    fn create_session(&self, _: Timestamp) -> BoxFuture<'static, Result<String, VideoError>> {
        ready(Err(no_session())).boxed()
    }

    fn check_session(&self, session_id: &str) -> Result<(), VideoError> {
        owned_session(session_id, self.keys.api_key().as_str()).map(|_| ())
    }

    fn mint(&self, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError> {
        mint_t1(&self.keys, session_id, grant, now)
    }
}

/// Until sessions are made over the platform's API, a room is given one.
pub(super) fn no_session() -> VideoError {
    VideoError::Unavailable("the room has no session yet: set its session_id".to_owned())
}

/// A session id that belongs to these settings.
pub(super) fn owned_session(session_id: &str, owner: &str) -> Result<SessionId, VideoError> {
    let session: SessionId = session_id.parse().map_err(|_| VideoError::Refused("is not a session id".to_owned()))?;
    if session.belongs_to(owner) {
        Ok(session)
    } else {
        Err(VideoError::Refused("belongs to another key or application".to_owned()))
    }
}

/// What a grant says, as claims of a token.
pub(super) fn claims(session_id: SessionId, grant: &Grant, now: Timestamp) -> Claims {
    Claims {
        role: grant.role,
        expire_time: grant.expires_at.as_second(),
        connection_data: Some(grant.connection_data()),
        ..Claims::new(session_id, now.as_second())
    }
}

/// A T1 token for a grant; the embedded session takes the same.
pub(super) fn mint_t1(
    keys: &OpenTokKeys,
    session_id: &str,
    grant: &Grant,
    now: Timestamp,
) -> Result<SecretString, VideoError> {
    let session = owned_session(session_id, keys.api_key().as_str())?;
    let nonce = Nonce::from_random(u64::from_le_bytes(random::bytes::<8>()));
    let token = t1::create(&claims(session, grant, now), keys, &nonce);
    token.map(SecretString::from).map_err(|error| VideoError::Refused(error.to_string()))
}
