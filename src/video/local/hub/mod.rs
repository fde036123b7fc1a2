//! The session plane: who is connected to which session, with which role, and what each may do there. One thread owns all
//! of it, together with the media plane; pages and application reach it by commands.

mod actions;
mod entry;
mod messages;
mod people;

use std::collections::{BTreeMap, HashMap};
use std::future::poll_fn;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{mpsc, oneshot};

pub(super) use self::actions::{Act, Order};
pub(super) use self::entry::Place;
pub(super) use self::messages::Read;
use self::people::{Session, Subject};
use super::Entrant;
use super::event::{ConnectionInfo, Counts, Happening, SessionEvent};
use super::handle::Shared;
use super::protocol::{ClientMessage, Code, DisconnectReason, LeaveReason, ServerMessage};
use super::sfu::{PeerId, Sfu, SfuEvent, TICK};

/// Datagrams and commands taken in one go, so that neither starves the other.
const BATCH: usize = 64;
/// How long the hub sleeps when nobody is there.
const IDLE: Duration = Duration::from_secs(60);
/// Larger than any datagram of ours; longer ones are cut, and then belong to nobody.
const DATAGRAM: usize = 2_048;

/// What the hub can be told.
pub(super) enum Command {
    Enter { entrant: Entrant, outgoing: Outbox, reply: oneshot::Sender<Result<Place, Code>> },
    Message { place: Place, message: Box<ClientMessage>, description: Box<Read> },
    Gone { place: Place, reason: LeaveReason },
    Order { order: Order, reply: oneshot::Sender<usize> },
    List { session: String, reply: oneshot::Sender<Vec<ConnectionInfo>> },
    Counts { reply: oneshot::Sender<Counts> },
    Break,
}

/// To one socket.
pub(super) type Outbox = mpsc::Sender<Outgoing>;

/// For a socket to pass on.
#[derive(Debug)]
pub(super) enum Outgoing {
    Message(Box<ServerMessage>),
    /// Say why, and close.
    End(DisconnectReason),
}

pub(super) struct Hub {
    shared: Arc<Shared>,
    sfu: Sfu,
    sessions: HashMap<String, Session>,
    /// Whose stream or subscription a peer is.
    subjects: HashMap<PeerId, Subject>,
    connections: usize,
    ticked: Instant,
}

impl Hub {
    pub(super) fn new(shared: Arc<Shared>) -> std::io::Result<Self> {
        let sfu = Sfu::new(shared.identity.clone(), shared.wires.live()?);
        let (sessions, subjects, ticked) = (HashMap::new(), HashMap::new(), Instant::now());
        Ok(Self { shared, sfu, sessions, subjects, connections: 0, ticked })
    }

    /// Runs until stopped, or until nobody can reach it any more.
    pub(super) async fn run(mut self, mut commands: mpsc::Receiver<Command>) -> std::io::Result<()> {
        let stop = self.shared.stop.clone();
        let mut datagram = [0; DATAGRAM];
        loop {
            let wake = self.next_wake();
            tokio::select! {
                () = stop.cancelled() => return self.farewell(),
                command = commands.recv() => match command {
                    Some(command) => self.obey_several(command, &mut commands),
                    None => return Ok(()),
                },
                path = poll_fn(|context| self.sfu.wires().poll_receive(context, &mut datagram)) => {
                    self.receive_several(path, &mut datagram).await;
                }
                () = tokio::time::sleep_until(wake.into()) => {}
            }
            let now = Instant::now();
            self.sfu.wake(now);
            if now.saturating_duration_since(self.ticked) >= TICK {
                self.ticked = now;
                self.sfu.tick(now);
                self.drop_deserted();
            }
            self.heed_media();
        }
    }

    fn next_wake(&self) -> Instant {
        // With nobody there, only a command can bring work.
        let tick = self.ticked + if self.connections == 0 { IDLE } else { TICK };
        self.sfu.deadline().map_or(tick, |deadline| deadline.min(tick))
    }

    fn obey_several(&mut self, first: Command, commands: &mut mpsc::Receiver<Command>) {
        self.obey(first);
        for _ in 1..BATCH {
            let Ok(command) = commands.try_recv() else { return };
            self.obey(command);
        }
    }

    async fn receive_several(&mut self, first: super::sfu::Path, datagram: &mut [u8]) {
        self.sfu.receive(first, &datagram[..first.length], Instant::now());
        for _ in 1..BATCH {
            let next = poll_fn(|context| {
                let received = self.sfu.wires().poll_receive(context, datagram);
                std::task::Poll::Ready(match received {
                    std::task::Poll::Ready(path) => Some(path),
                    std::task::Poll::Pending => None,
                })
            });
            let Some(path) = next.await else { return };
            self.sfu.receive(path, &datagram[..path.length], Instant::now());
        }
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Enter { entrant, outgoing, reply } => {
                let entered = self.enter(entrant, outgoing);
                let place = entered.as_ref().ok().cloned();
                // A socket that gave up meanwhile would leave an empty place behind.
                if let (Err(_), Some(place)) = (reply.send(entered), place) {
                    self.leave(&place, LeaveReason::Network, None);
                }
            }
            Command::Message { place, message, description } => self.hear(&place, *message, *description),
            Command::Gone { place, reason } => self.leave(&place, reason, None),
            Command::Order { order, reply } => {
                let _asker_left = reply.send(self.order(&order));
            }
            Command::List { session, reply } => {
                let _asker_left = reply.send(self.sessions.get(&session).map(Session::list).unwrap_or_default());
            }
            Command::Counts { reply } => {
                let _asker_left = reply.send(self.counts());
            }
            #[expect(clippy::panic, reason = "the one purpose of this command: tests see the hub come back")]
            Command::Break => panic!("the hub was told to break"),
        }
    }

    /// What the media plane noticed by itself.
    fn heed_media(&mut self) {
        for event in self.sfu.events() {
            match event {
                SfuEvent::Live(peer) => self.stream_flows(peer),
                SfuEvent::Lost(peer) => self.peer_lost(peer),
            }
        }
    }

    /// Sockets whose task ended without a word, or that read too slowly.
    fn drop_deserted(&mut self) {
        let deserted: Vec<Place> = self.places(people::Connection::is_deserted);
        for place in deserted {
            self.leave(&place, LeaveReason::Network, None);
        }
    }

    fn farewell(&mut self) -> std::io::Result<()> {
        for place in self.places(|_| true) {
            self.end(&place, DisconnectReason::Stopping, None);
        }
        Ok(())
    }

    fn counts(&self) -> Counts {
        let (peers, entries) = self.sfu.counts();
        let streams = self.sessions.values().map(|session| session.streams.len()).sum();
        let entries = entries + self.subjects.len();
        Counts { sessions: self.sessions.len(), connections: self.connections, streams, peers, entries }
    }

    fn tell_application(&self, session: &str, what: Happening) {
        let _nobody_listens = self.shared.events.send(SessionEvent { session: session.to_owned(), what });
    }
}

/// Ids in order, so that lists are stable.
type ById<T> = BTreeMap<String, T>;
