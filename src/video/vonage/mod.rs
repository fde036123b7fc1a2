//! The unified environment: application id and private key, JWTs.

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, ready};
use jiff::Timestamp;
use secrecy::SecretString;

use super::opentok::{claims, no_session, owned_session};
use super::token::credentials::VonageKeys;
use super::token::jwt_unified;
use super::{Application, Client, VideoError, VideoProvider};
use crate::domain::grant::Grant;
use crate::random;

pub struct VonageProvider {
    keys: VonageKeys,
}

impl VonageProvider {
    pub fn new(keys: VonageKeys) -> Self {
        Self { keys }
    }
}

impl VideoProvider for VonageProvider {
    fn client(&self) -> Client {
        let application = Application::ApplicationId(self.keys.application_id.as_str().to_owned());
        Client { provider: "vonage", application }
    }

    fn create_session(&self, _: Timestamp) -> BoxFuture<'static, Result<String, VideoError>> {
        ready(Err(no_session())).boxed()
    }

    fn check_session(&self, session_id: &str) -> Result<(), VideoError> {
        owned_session(session_id, self.keys.application_id.as_str()).map(|_| ())
    }

    fn mint(&self, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError> {
        let session = owned_session(session_id, self.keys.application_id.as_str())?;
        let token = jwt_unified::create(&claims(session, grant, now), &self.keys, random::opaque_id());
        token.map(SecretString::from).map_err(|error| VideoError::Refused(error.to_string()))
    }
}
