//! No video side at all: for commands that work on the database and never touch a session.

use futures_util::future::ready;
use futures_util::stream::{BoxStream, pending};
use futures_util::{FutureExt as _, StreamExt as _};
use jiff::Timestamp;
use secrecy::SecretString;

use super::{Answer, Application, Capabilities, Client, Connected, SessionNews, VideoError, VideoProvider};
use crate::domain::grant::Grant;
use crate::domain::ids::PersonId;

pub struct AbsentProvider;

fn absent<T: Send + 'static>() -> Answer<'static, T> {
    ready(Err(refused())).boxed()
}

fn refused() -> VideoError {
    VideoError::Refused("only a running server has a video provider".to_owned())
}

impl VideoProvider for AbsentProvider {
    fn client(&self) -> Client {
        Client { provider: "none", application: Application::ApiKey(String::new()) }
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { hard_mute: false, stop_publishing: false, tells_who_comes: false, tells_devices: false }
    }

    fn create_session(&self, _: Timestamp) -> Answer<'_, String> {
        absent()
    }

    fn check_session(&self, _: &str) -> Result<(), VideoError> {
        Err(refused())
    }

    fn mint(&self, _: &str, _: &Grant, _: Timestamp) -> Result<SecretString, VideoError> {
        Err(refused())
    }

    fn disconnect<'a>(&'a self, _: &'a str, _: PersonId, _: u32, _: bool) -> Answer<'a, ()> {
        absent()
    }

    fn mute<'a>(&'a self, _: &'a str, _: PersonId) -> Answer<'a, ()> {
        absent()
    }

    fn mute_all<'a>(&'a self, _: &'a str, _: &'a [PersonId]) -> Answer<'a, ()> {
        absent()
    }

    fn stop_publishing<'a>(&'a self, _: &'a str, _: PersonId) -> Answer<'a, ()> {
        absent()
    }

    fn connected<'a>(&'a self, _: &'a str) -> Answer<'a, Vec<Connected>> {
        absent()
    }

    fn news(&self) -> BoxStream<'static, SessionNews> {
        pending().boxed()
    }
}
