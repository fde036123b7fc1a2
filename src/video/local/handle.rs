//! What the rest of the application holds of the session server.

use std::net::SocketAddr;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{broadcast, mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use super::hub::{Act, Command, Order};
use super::sfu::{Identity, Wires};
use super::voided::Voided;
use super::{
    ConnectionInfo, Counts, DisconnectReason, Gate, LocalSettings, SessionEvent, StartError, Which, Whom, address,
    supervisor,
};
use crate::clock::Clock;

/// Events kept for a listener that falls behind.
const EVENTS: usize = 1_024;
/// How long a voided person stays voided if no token of theirs is known: longer than any token lasts by default.
const VOID_SECONDS: i64 = 30 * 24 * 60 * 60;

/// The session server did not answer: it is starting anew, or was stopped. What it was asked has to be asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the embedded session server is not running at the moment")]
pub struct SessionDown;

/// The running session server. Cheap to clone.
#[derive(Clone)]
pub struct LocalSession(Arc<Shared>);

pub(super) struct Shared {
    pub(super) gate: Arc<dyn Gate>,
    pub(super) clock: Clock,
    pub(super) voided: Voided,
    pub(super) events: broadcast::Sender<SessionEvent>,
    pub(super) stop: CancellationToken,
    pub(super) wires: Wires,
    pub(super) identity: Identity,
    /// The way to the present hub; another one after each restart.
    pub(super) hub: RwLock<mpsc::Sender<Command>>,
}

impl LocalSession {
    /// Opens the port and starts the hub's thread. Runs until `stop` is cancelled.
    pub fn start(
        settings: LocalSettings,
        gate: Arc<dyn Gate>,
        clock: Clock,
        stop: CancellationToken,
    ) -> Result<Self, StartError> {
        let bind = settings.bind;
        let advertise = if settings.advertise.is_empty() { default_addresses(bind) } else { settings.advertise };
        if let Some(wrong) = advertise.iter().find(|ip| ip.is_ipv6() && bind.is_ipv4()) {
            return Err(StartError::Family(*wrong));
        }
        let wires = Wires::open(bind, &advertise).map_err(|source| StartError::Port { bind, source })?;
        let identity = Identity::new().ok_or(StartError::Certificate)?;
        let (events, _) = broadcast::channel(EVENTS);
        let (hub, commands) = supervisor::channel();
        let (voided, hub) = (Voided::default(), RwLock::new(hub));
        let shared = Arc::new(Shared { gate, clock, voided, events, stop, wires, identity, hub });
        supervisor::spawn(shared.clone(), commands).map_err(StartError::Thread)?;
        Ok(Self(shared))
    }

    /// The addresses pages are told, each with the UDP port.
    pub fn advertised(&self) -> Vec<SocketAddr> {
        self.0.wires.advertised()
    }

    /// What happens from now on, in all sessions.
    pub fn events(&self) -> broadcast::Receiver<SessionEvent> {
        self.0.events.subscribe()
    }

    /// Ends connections and voids their tokens; the pages are told `reason`. Gives the number of connections ended. The
    /// tokens are void even if this fails with [`SessionDown`].
    pub async fn disconnect(&self, session: &str, whom: Whom, reason: DisconnectReason) -> Result<usize, SessionDown> {
        if let Whom::Person { person, below_generation } = &whom {
            let now = self.0.clock.now().as_second();
            self.0.voided.raise(session, person, *below_generation, now + VOID_SECONDS, now);
        }
        self.order(session, Act::Disconnect(whom, reason)).await
    }

    /// Silences streams until their owners turn the microphone on again. Gives the number of streams.
    pub async fn mute(&self, session: &str, which: Which) -> Result<usize, SessionDown> {
        self.order(session, Act::Mute(which)).await
    }

    /// Silences every stream of the session but those of these persons.
    pub async fn mute_all(&self, session: &str, except: Vec<String>) -> Result<usize, SessionDown> {
        self.order(session, Act::MuteAll { except_persons: except, except_streams: Vec::new() }).await
    }

    /// Ends streams; the connections stay.
    pub async fn stop_publishing(&self, session: &str, which: Which) -> Result<usize, SessionDown> {
        self.order(session, Act::StopPublishing(which)).await
    }

    /// Who is connected to a session, in order of arrival.
    pub async fn list(&self, session: &str) -> Result<Vec<ConnectionInfo>, SessionDown> {
        let session = session.to_owned();
        self.ask(|reply| Command::List { session, reply }).await
    }

    /// How much there is, in all sessions.
    pub async fn counts(&self) -> Result<Counts, SessionDown> {
        self.ask(|reply| Command::Counts { reply }).await
    }

    /// Makes the hub panic, so that tests can see it come back.
    #[doc(hidden)]
    pub async fn break_hub(&self) {
        let _gone = self.send(Command::Break).await;
    }

    pub(super) fn shared(&self) -> &Shared {
        &self.0
    }

    pub(super) async fn send(&self, command: Command) -> Result<(), SessionDown> {
        let hub = self.0.hub.read().unwrap_or_else(PoisonError::into_inner).clone();
        hub.send(command).await.map_err(|_| SessionDown)
    }

    pub(super) async fn ask<R>(&self, command: impl FnOnce(oneshot::Sender<R>) -> Command) -> Result<R, SessionDown> {
        let (reply, answer) = oneshot::channel();
        self.send(command(reply)).await?;
        answer.await.map_err(|_| SessionDown)
    }

    async fn order(&self, session: &str, act: Act) -> Result<usize, SessionDown> {
        let order = Order { session: session.to_owned(), act };
        self.ask(|reply| Command::Order { order, reply }).await
    }
}

/// A port bound to one address is reached there; otherwise see [`address::own`].
fn default_addresses(bind: SocketAddr) -> Vec<std::net::IpAddr> {
    if bind.ip().is_unspecified() { address::own() } else { vec![bind.ip()] }
}
