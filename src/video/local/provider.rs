//! The embedded session as a provider: it signs and accepts the same T1 tokens as the platform, with a key of its own.
//! The secret lives only in this process: tokens connect for two minutes, a restart ends every connection anyway, and a
//! stolen database opens no session.

use std::sync::Arc;

use futures_util::future::{BoxFuture, ready};
use futures_util::stream::BoxStream;
use futures_util::{FutureExt as _, StreamExt as _};
use jiff::Timestamp;
use secrecy::SecretString;
use serde::Deserialize;

use super::{
    DisconnectReason, Entrant, EntryRefusal, Gate, Happening, LocalSession, SessionDown, SessionEvent, Which, Whom,
};
use crate::clock::Clock;
use crate::domain::grant::Grant;
use crate::domain::ids::PersonId;
use crate::domain::role::Role;
use crate::random;
use crate::video::opentok::{mint_t1, owned_session};
use crate::video::token::credentials::{ApiKey, ApiSecret, OpenTokKeys};
use crate::video::token::error::Reason;
use crate::video::token::session_id::SessionId;
use crate::video::token::t1;
use crate::video::{Answer, Application, Capabilities, Client, Connected, SessionNews, VideoError, VideoProvider};

pub struct LocalProvider {
    keys: OpenTokKeys,
    session: LocalSession,
}

impl LocalProvider {
    pub fn new(keys: OpenTokKeys, session: LocalSession) -> Self {
        Self { keys, session }
    }

    /// A new key for an installation: ten digits, like the platform's but longer, so that nobody else has it.
    pub fn new_key() -> String {
        let number = u64::from_le_bytes(random::bytes::<8>()) % 9_000_000_000 + 1_000_000_000;
        number.to_string()
    }
}

/// An installation's key with a secret that only this process knows.
///
/// # Errors
/// When the key is not one.
pub fn keys_of_this_process(api_key: &str) -> Result<OpenTokKeys, VideoError> {
    let refused = |error: &dyn std::fmt::Display| VideoError::Refused(error.to_string());
    let api_key = ApiKey::new(api_key).map_err(|error| refused(&error))?;
    let secret = ApiSecret::new(random::secret()).map_err(|error| refused(&error))?;
    Ok(OpenTokKeys::new(api_key, &secret))
}

/// Whether what a token says is still true. The application knows; the session server asks.
pub trait PresentRights: Send + Sync {
    /// Whether the person has this role with this generation in this session now.
    fn hold(&self, session_id: &str, person: PersonId, generation: u32, role: Role)
    -> BoxFuture<'static, Option<bool>>;
}

/// The gate of the session server: a token of ours, in time, that still says the truth.
pub struct TokenGate {
    pub keys: OpenTokKeys,
    pub clock: Clock,
    pub rights: Arc<dyn PresentRights>,
}

/// The connection data that `Grant::connection_data` writes.
#[derive(Deserialize)]
struct Data {
    person: PersonId,
    generation: u32,
}

impl Gate for TokenGate {
    fn admit(&self, token: &str) -> BoxFuture<'static, Result<Entrant, EntryRefusal>> {
        let read = t1::read(token, &self.keys, self.clock.now().as_second());
        let claims = match read {
            Ok(token) => token.claims,
            Err(rejection) if rejection.reason == Reason::Expired => return ready(Err(EntryRefusal::Expired)).boxed(),
            Err(_) => return ready(Err(EntryRefusal::Invalid)).boxed(),
        };
        let data = claims.connection_data.unwrap_or_default();
        let Ok(Data { person, generation }) = serde_json::from_str(&data) else {
            return ready(Err(EntryRefusal::Invalid)).boxed();
        };
        let (session_id, role, expires_at) = (claims.session_id.as_str().to_owned(), claims.role, claims.expire_time);
        let holds = self.rights.hold(&session_id, person, generation, role);
        async move {
            match holds.await {
                Some(true) => {
                    Ok(Entrant { session_id, role, person: person.to_string(), generation, expires_at, data })
                }
                Some(false) => Err(EntryRefusal::Voided),
                None => Err(EntryRefusal::Unavailable),
            }
        }
        .boxed()
    }
}

impl From<SessionDown> for VideoError {
    fn from(error: SessionDown) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl VideoProvider for LocalProvider {
    fn client(&self) -> Client {
        Client { provider: "local", application: Application::ApiKey(self.keys.api_key().as_str().to_owned()) }
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { hard_mute: true, stop_publishing: true, tells_who_comes: true, tells_devices: true }
    }

    fn create_session(&self, now: Timestamp) -> Answer<'_, String> {
        let session = SessionId::new(self.keys.api_key(), now.as_millisecond(), random::bytes::<16>());
        ready(Ok(session.as_str().to_owned())).boxed()
    }

    fn check_session(&self, session_id: &str) -> Result<(), VideoError> {
        owned_session(session_id, self.keys.api_key().as_str()).map(|_| ())
    }

    fn mint(&self, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError> {
        mint_t1(&self.keys, session_id, grant, now)
    }

    fn disconnect<'a>(&'a self, session_id: &'a str, person: PersonId, below: u32, moved: bool) -> Answer<'a, ()> {
        let whom = Whom::Person { person: person.to_string(), below_generation: below };
        let reason = if moved { DisconnectReason::Replaced } else { DisconnectReason::Removed };
        async move { Ok(self.session.disconnect(session_id, whom, reason).await.map(|_| ())?) }.boxed()
    }

    fn mute<'a>(&'a self, session_id: &'a str, person: PersonId) -> Answer<'a, ()> {
        async move { Ok(self.session.mute(session_id, Which::Person(person.to_string())).await.map(|_| ())?) }.boxed()
    }

    fn mute_all<'a>(&'a self, session_id: &'a str, except: &'a [PersonId]) -> Answer<'a, ()> {
        let except = except.iter().map(PersonId::to_string).collect();
        async move { Ok(self.session.mute_all(session_id, except).await.map(|_| ())?) }.boxed()
    }

    fn stop_publishing<'a>(&'a self, session_id: &'a str, person: PersonId) -> Answer<'a, ()> {
        let which = Which::Person(person.to_string());
        async move { Ok(self.session.stop_publishing(session_id, which).await.map(|_| ())?) }.boxed()
    }

    fn connected<'a>(&'a self, session_id: &'a str) -> Answer<'a, Vec<Connected>> {
        async move {
            let list = self.session.list(session_id).await?;
            Ok(list
                .into_iter()
                .filter_map(|connection| {
                    Some(Connected {
                        person: connection.person.parse().ok()?,
                        generation: connection.generation,
                        since: connection.since,
                        camera: connection.streams.iter().any(|stream| stream.live && stream.video),
                        microphone: connection
                            .streams
                            .iter()
                            .any(|stream| stream.live && stream.audio && !stream.muted),
                    })
                })
                .collect())
        }
        .boxed()
    }

    fn news(&self) -> BoxStream<'static, SessionNews> {
        let events = self.session.events();
        futures_util::stream::unfold(events, async |mut events| {
            use tokio::sync::broadcast::error::RecvError;
            loop {
                let news = match events.recv().await {
                    Ok(event) => news_of(event),
                    Err(RecvError::Lagged(_)) => Some(SessionNews::Unsure),
                    Err(RecvError::Closed) => return None,
                };
                if let Some(news) = news {
                    return Some((news, events));
                }
            }
        })
        .boxed()
    }

    fn embedded(&self) -> Option<&LocalSession> {
        Some(&self.session)
    }
}

fn news_of(event: SessionEvent) -> Option<SessionNews> {
    let session_id = event.session;
    Some(match event.what {
        Happening::Joined { person, role, generation, .. } => {
            SessionNews::Joined { session_id, person: person.parse().ok()?, generation, role }
        }
        Happening::Left { person, by, .. } => {
            SessionNews::Left { session_id, person: person.parse().ok()?, by: by.and_then(|by| by.parse().ok()) }
        }
        Happening::Published { person, .. }
        | Happening::Unpublished { person, .. }
        | Happening::Changed { person, .. }
        | Happening::Muted { person, .. } => SessionNews::Changed { session_id, person: person.parse().ok()? },
        Happening::Restarted => SessionNews::Unsure,
    })
}
