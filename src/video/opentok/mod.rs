//! The classic platform: API key and secret, T1 tokens.

use futures_util::future::ready;
use futures_util::stream::{BoxStream, pending};
use futures_util::{FutureExt as _, StreamExt as _};
use jiff::Timestamp;
use secrecy::SecretString;

use super::token::claims::{Claims, Nonce};
use super::token::credentials::OpenTokKeys;
use super::token::session_id::SessionId;
use super::token::t1;
use super::{Answer, Application, Client, Connected, SessionNews, VideoError, VideoProvider};
use crate::domain::grant::Grant;
use crate::domain::ids::PersonId;
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

    fn create_session(&self, _: Timestamp) -> Answer<'_, String> {
        not_yet()
    }

    fn check_session(&self, session_id: &str) -> Result<(), VideoError> {
        owned_session(session_id, self.keys.api_key().as_str()).map(|_| ())
    }

    fn mint(&self, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError> {
        mint_t1(&self.keys, session_id, grant, now)
    }

    fn disconnect<'a>(&'a self, _: &'a str, _: PersonId, _: u32, _: bool) -> Answer<'a, ()> {
        not_yet()
    }

    fn mute<'a>(&'a self, _: &'a str, _: PersonId) -> Answer<'a, ()> {
        not_yet()
    }

    fn mute_all<'a>(&'a self, _: &'a str, _: &'a [PersonId]) -> Answer<'a, ()> {
        not_yet()
    }

    fn stop_publishing<'a>(&'a self, _: &'a str, _: PersonId) -> Answer<'a, ()> {
        not_yet()
    }

    fn connected<'a>(&'a self, _: &'a str) -> Answer<'a, Vec<Connected>> {
        not_yet()
    }

    fn news(&self) -> BoxStream<'static, SessionNews> {
        pending().boxed()
    }
}

/// The platform's API is not used yet: a room is given its session, and enforcement waits.
pub(super) fn not_yet<T: Send + 'static>() -> Answer<'static, T> {
    ready(Err(VideoError::Unavailable("this server does not speak to the platform's API yet".to_owned()))).boxed()
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
