//! The platform as a provider. What its API cannot do is refused in words, not pretended.

use std::sync::Arc;

use futures_util::stream::{BoxStream, pending};
use futures_util::{FutureExt as _, StreamExt as _};
use jiff::Timestamp;
use secrecy::SecretString;

use super::account::Account;
use super::book::{ConnectionBook, Known};
use super::rest::Rest;
use crate::config::TokenFormat;
use crate::domain::grant::Grant;
use crate::domain::ids::{ConnectionId, PersonId, StreamId};
use crate::video::opentok::{self, owned_session};
use crate::video::{
    Answer, Capabilities, Client, Connected, MediaMode, SessionNews, VideoError, VideoProvider, vonage,
};

pub struct PlatformProvider {
    rest: Rest,
    book: Arc<dyn ConnectionBook>,
    tokens: TokenFormat,
    /// Whether the platform's callbacks reach this server.
    callbacks: bool,
}

impl PlatformProvider {
    pub fn new(rest: Rest, book: Arc<dyn ConnectionBook>, tokens: TokenFormat) -> Self {
        Self { rest, book, tokens, callbacks: false }
    }

    /// With callbacks that fill the book as things happen.
    #[must_use]
    pub fn with_callbacks(self, callbacks: bool) -> Self {
        Self { callbacks, ..self }
    }

    async fn known(&self, session_id: &str, person: PersonId) -> Result<Vec<Known>, VideoError> {
        let all = self.book.open(session_id).await?;
        Ok(all.into_iter().filter(|known| known.person == person).collect())
    }

    /// Ends what is known of a person, then asks whether anybody is left of whom nobody knows who it is.
    async fn end(&self, session_id: &str, person: PersonId, below: u32) -> Result<(), VideoError> {
        for known in self.known(session_id, person).await?.iter().filter(|known| known.generation < below) {
            self.rest.disconnect(session_id, &known.id).await?;
            self.book.ended(session_id, &known.id).await?;
        }
        let connected = self.rest.connections(session_id).await?;
        let known = self.book.open(session_id).await?;
        let strangers = connected.iter().filter(|listed| !known.iter().any(|known| known.id == listed.id)).count();
        if strangers == 0 { Ok(()) } else { Err(VideoError::Unattributed { connections: strangers }) }
    }

    /// Whether streams are left of which nobody knows whose they are; then it cannot be said that somebody has none.
    async fn require_attributed_streams(&self, session_id: &str) -> Result<(), VideoError> {
        let known: Vec<StreamId> =
            self.book.open(session_id).await?.into_iter().flat_map(|known| known.streams).collect();
        let strangers = self.rest.streams(session_id).await?.iter().filter(|id| !known.contains(id)).count();
        if strangers == 0 { Ok(()) } else { Err(VideoError::Unattributed { connections: strangers }) }
    }
}

impl VideoProvider for PlatformProvider {
    fn client(&self) -> Client {
        self.rest.account().client()
    }

    fn capabilities(&self) -> Capabilities {
        let tells_who_comes = self.callbacks;
        Capabilities { hard_mute: false, stop_publishing: false, tells_who_comes, tells_devices: false }
    }

    fn create_session(&self, _: Timestamp) -> Answer<'_, String> {
        async {
            let session = self.rest.create_session(MediaMode::Routed).await?;
            self.check_session(&session)?;
            Ok(session)
        }
        .boxed()
    }

    fn check_session(&self, session_id: &str) -> Result<(), VideoError> {
        owned_session(session_id, self.rest.account().project()).map(|_| ())
    }

    fn mint(&self, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError> {
        match self.rest.account() {
            Account::Classic(keys) => opentok::mint(keys, self.tokens, session_id, grant, now),
            Account::Unified(keys) => vonage::mint(keys, session_id, grant, now),
        }
    }

    fn disconnect<'a>(&'a self, session_id: &'a str, person: PersonId, below: u32, _: bool) -> Answer<'a, ()> {
        self.end(session_id, person, below).boxed()
    }

    fn mute<'a>(&'a self, session_id: &'a str, person: PersonId) -> Answer<'a, ()> {
        async move {
            let known = self.known(session_id, person).await?;
            let streams: Vec<StreamId> = known.into_iter().flat_map(|known| known.streams).collect();
            if streams.is_empty() {
                return self.require_attributed_streams(session_id).await;
            }
            for stream in streams {
                self.rest.mute(session_id, &stream).await?;
            }
            Ok(())
        }
        .boxed()
    }

    fn mute_all<'a>(&'a self, session_id: &'a str, except: &'a [PersonId]) -> Answer<'a, ()> {
        async move {
            let known = self.book.open(session_id).await?;
            let spared = known.into_iter().filter(|known| except.contains(&known.person));
            let spared: Vec<StreamId> = spared.flat_map(|known| known.streams).collect();
            Ok(self.rest.mute_all(session_id, &spared).await?)
        }
        .boxed()
    }

    fn stop_publishing<'a>(&'a self, _: &'a str, _: PersonId) -> Answer<'a, ()> {
        let why = "the platform has no call that stops what somebody publishes; make the guest a viewer instead";
        async move { Err(VideoError::Unsupported(why)) }.boxed()
    }

    fn connected<'a>(&'a self, session_id: &'a str) -> Answer<'a, Vec<Connected>> {
        async move {
            let known = self.book.open(session_id).await?;
            let connected = known.into_iter().map(|known| Connected {
                person: known.person,
                generation: known.generation,
                since: known.since,
                // Which of the two a stream carries, the platform does not say.
                camera: !known.streams.is_empty(),
                microphone: !known.streams.is_empty(),
            });
            Ok(connected.collect())
        }
        .boxed()
    }

    fn listed<'a>(&'a self, session_id: &'a str) -> Answer<'a, Option<Vec<ConnectionId>>> {
        async move {
            let listed = self.rest.connections(session_id).await?;
            Ok(Some(listed.into_iter().map(|listed| listed.id).collect()))
        }
        .boxed()
    }

    fn news(&self) -> BoxStream<'static, SessionNews> {
        pending().boxed()
    }
}
