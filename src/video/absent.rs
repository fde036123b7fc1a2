//! No video side at all: for commands that work on the database and never touch a session.

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, ready};
use jiff::Timestamp;
use secrecy::SecretString;

use super::{Application, Client, VideoError, VideoProvider};
use crate::domain::grant::Grant;

pub struct AbsentProvider;

fn refused() -> VideoError {
    VideoError::Refused("only a running server has a video provider".to_owned())
}

impl VideoProvider for AbsentProvider {
    fn client(&self) -> Client {
        Client { provider: "none", application: Application::ApiKey(String::new()) }
    }

    fn create_session(&self, _: Timestamp) -> BoxFuture<'static, Result<String, VideoError>> {
        ready(Err(refused())).boxed()
    }

    fn check_session(&self, _: &str) -> Result<(), VideoError> {
        Err(refused())
    }

    fn mint(&self, _: &str, _: &Grant, _: Timestamp) -> Result<SecretString, VideoError> {
        Err(refused())
    }
}
