//! The embedded session as a provider: it signs and accepts the same T1 tokens as the platform, with a key of its own.
//! The secret lives only in this process: tokens connect for two minutes, a restart ends every connection anyway, and a
//! stolen database opens no session.

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, ready};
use jiff::Timestamp;
use secrecy::SecretString;

use crate::domain::grant::Grant;
use crate::random;
use crate::video::opentok::{mint_t1, owned_session};
use crate::video::token::credentials::{ApiKey, OpenTokKeys};
use crate::video::token::session_id::SessionId;
use crate::video::{Application, Client, VideoError, VideoProvider};

pub struct LocalProvider {
    keys: OpenTokKeys,
}

impl LocalProvider {
    pub fn new(keys: OpenTokKeys) -> Self {
        Self { keys }
    }

    /// A new key for an installation: ten digits, like the platform's but longer, so that nobody else has it.
    pub fn new_key() -> String {
        let number = u64::from_le_bytes(random::bytes::<8>()) % 9_000_000_000 + 1_000_000_000;
        number.to_string()
    }
}

impl VideoProvider for LocalProvider {
    fn client(&self) -> Client {
        Client { provider: "local", application: Application::ApiKey(self.keys.api_key().as_str().to_owned()) }
    }

    fn create_session(&self, now: Timestamp) -> BoxFuture<'static, Result<String, VideoError>> {
        let session = SessionId::new(self.keys.api_key(), now.as_millisecond(), random::bytes::<16>());
        ready(Ok(session.as_str().to_owned())).boxed()
    }

    fn check_session(&self, session_id: &str) -> Result<(), VideoError> {
        owned_session(session_id, self.keys.api_key().as_str()).map(|_| ())
    }

    fn mint(&self, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError> {
        mint_t1(&self.keys, session_id, grant, now)
    }
}

/// An installation's key with a secret that only this process knows.
///
/// # Errors
/// When the key is not one.
pub fn keys_of_this_process(api_key: &str) -> Result<OpenTokKeys, VideoError> {
    use crate::video::token::credentials::ApiSecret;
    let refused = |error: &dyn std::fmt::Display| VideoError::Refused(error.to_string());
    let api_key = ApiKey::new(api_key).map_err(|error| refused(&error))?;
    let secret = ApiSecret::new(random::secret()).map_err(|error| refused(&error))?;
    Ok(OpenTokKeys::new(api_key, &secret))
}
