//! The unified environment: application id and private key, JWTs.

use futures_util::StreamExt as _;
use futures_util::stream::{BoxStream, pending};
use jiff::Timestamp;
use secrecy::SecretString;

use super::opentok::{claims, not_yet, owned_session};
use super::token::credentials::VonageKeys;
use super::token::jwt_unified;
use super::{Answer, Application, Client, Connected, SessionNews, VideoError, VideoProvider};
use crate::domain::grant::Grant;
use crate::domain::ids::PersonId;
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

    fn create_session(&self, _: Timestamp) -> Answer<'_, String> {
        not_yet()
    }

    fn check_session(&self, session_id: &str) -> Result<(), VideoError> {
        owned_session(session_id, self.keys.application_id.as_str()).map(|_| ())
    }

    fn mint(&self, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError> {
        let session = owned_session(session_id, self.keys.application_id.as_str())?;
        let token = jwt_unified::create(&claims(session, grant, now), &self.keys, random::opaque_id());
        token.map(SecretString::from).map_err(|error| VideoError::Refused(error.to_string()))
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
