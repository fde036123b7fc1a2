//! The media plane: packets in, packets out, for streams and subscriptions that know nothing of people, sessions or roles.
//! All types of the media library stay in here.
//!
//! Every published stream and every subscription is one peer connection, never renegotiated. One thread owns all of it.

mod demux;
mod description;
mod feed;
mod first_way;
mod forward;
mod negotiate;
mod peer;
mod sample;
mod view;
mod wire;

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use str0m::config::{CryptoProvider, DtlsCert};
use str0m::{Event, Input};

use self::demux::Demux;
pub use self::description::Description;
use self::peer::{Part, Peer};
pub use self::wire::{LiveWires, Path, Wires};
use super::limits;

/// How often layers are chosen anew, keyframes asked for again, and silent peers given up.
pub const TICK: Duration = Duration::from_millis(200);

/// A published stream or a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PeerId(u64);

/// What a stream was negotiated with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sections {
    pub audio: bool,
    pub video: bool,
}

/// What the media plane tells the session plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SfuEvent {
    /// A stream has media now.
    Live(PeerId),
    /// A stream or subscription is no more; nobody asked for that.
    Lost(PeerId),
}

/// The page's SDP is none that this server takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the session description is not acceptable")]
pub struct BadSdp;

/// What all peers share: made once, for every hub.
#[derive(Clone)]
pub struct Identity {
    certificate: DtlsCert,
    crypto: Arc<CryptoProvider>,
}

impl Identity {
    /// None if the cryptography library gives no certificate.
    pub fn new() -> Option<Self> {
        let crypto = str0m::crypto::from_feature_flags();
        let certificate = crypto.dtls_provider.generate_certificate()?;
        Some(Self { certificate, crypto: Arc::new(crypto) })
    }
}

pub struct Sfu {
    identity: Identity,
    wires: LiveWires,
    peers: HashMap<PeerId, Peer>,
    demux: Demux,
    deadlines: BTreeSet<(Instant, PeerId)>,
    /// What peers said and nobody has looked at yet.
    heard: VecDeque<(PeerId, Event)>,
    /// For the session plane.
    told: Vec<SfuEvent>,
    last_id: u64,
}

impl Sfu {
    pub fn new(identity: Identity, wires: LiveWires) -> Self {
        Self {
            identity,
            wires,
            peers: HashMap::new(),
            demux: Demux::default(),
            deadlines: BTreeSet::new(),
            heard: VecDeque::new(),
            told: Vec::new(),
            last_id: 0,
        }
    }

    pub fn wires(&self) -> &LiveWires {
        &self.wires
    }

    /// Peers, and addresses known for them: both zero when nobody is there.
    pub fn counts(&self) -> (usize, usize) {
        (self.peers.len(), self.demux.len() + self.deadlines.len())
    }

    /// When something must happen though nothing arrives.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadlines.first().map(|(at, _)| *at)
    }

    /// What happened since the last call.
    pub fn events(&mut self) -> Vec<SfuEvent> {
        std::mem::take(&mut self.told)
    }

    /// Takes in one datagram. Whatever it holds, it harms nobody but the peer it is for.
    pub fn receive(&mut self, path: Path, datagram: &[u8], now: Instant) {
        let Some(id) = self.demux.find(path.source, datagram) else { return };
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let first = peer.addresses.is_empty();
        let chosen = first.then(|| first_way::chosen(datagram, &peer.credentials, &self.identity.crypto)).flatten();
        let datagram = chosen.as_deref().unwrap_or(datagram);
        let Some(input) = demux::input(path, datagram, now) else { return };
        if !peer.accepts(&input) {
            return;
        }
        peer.heard = now;
        self.demux.note(path.source, id, &mut peer.addresses);
        self.change(id, |rtc, _| rtc.handle_input(input));
        self.settle(now);
    }

    /// Wakes every peer whose time has come.
    pub fn wake(&mut self, now: Instant) {
        let due: Vec<PeerId> = self.deadlines.iter().take_while(|(at, _)| *at <= now).map(|(_, id)| *id).collect();
        for id in due {
            self.change(id, |rtc, _| rtc.handle_input(Input::Timeout(now)));
        }
        self.settle(now);
    }

    /// The regular work; see [`TICK`].
    pub fn tick(&mut self, now: Instant) {
        let silent = |peer: &Peer| now.saturating_duration_since(peer.heard) > limits::MEDIA_SETUP;
        let lost: Vec<PeerId> = self.peers.iter().filter(|(_, peer)| silent(peer)).map(|(id, _)| *id).collect();
        for id in lost {
            self.lose(id);
        }
        self.adapt(now);
        self.settle(now);
    }

    /// Ends a stream (with its subscriptions) or a subscription, without a word.
    pub fn close(&mut self, id: PeerId) {
        let Some(peer) = self.peers.remove(&id) else { return };
        if let Some(deadline) = peer.deadline {
            self.deadlines.remove(&(deadline, id));
        }
        self.demux.forget(&peer.credentials.ufrag, &peer.addresses);
        match peer.part {
            Part::Feed(feed) => feed.views.into_iter().for_each(|view| self.close(view)),
            Part::View(view) => {
                if let Some(feed) = self.feed_mut(view.feed) {
                    feed.views.retain(|other| *other != id);
                }
            }
        }
    }

    /// Ends a peer that failed.
    fn lose(&mut self, id: PeerId) {
        if self.peers.contains_key(&id) {
            self.told.push(SfuEvent::Lost(id));
            self.close(id);
        }
    }

    /// Changes a peer and polls it; loses it if it breaks or refuses.
    fn change<R>(
        &mut self,
        id: PeerId,
        change: impl FnOnce(&mut str0m::Rtc, &mut Part) -> Result<R, str0m::RtcError>,
    ) -> Option<R> {
        let peer = self.peers.get_mut(&id)?;
        match peer.change(id, &self.wires, &mut self.heard, change) {
            Ok((Ok(result), deadline)) => {
                self.schedule(id, deadline);
                Some(result)
            }
            Ok((Err(error), _)) => {
                tracing::debug!(peer = id.0, kind = ?std::mem::discriminant(&error), "a media connection refused a change");
                self.lose(id);
                None
            }
            Err(peer::Broken) => {
                self.lose(id);
                None
            }
        }
    }

    fn schedule(&mut self, id: PeerId, deadline: Instant) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if peer.deadline == Some(deadline) {
            return;
        }
        if let Some(before) = peer.deadline.replace(deadline) {
            self.deadlines.remove(&(before, id));
        }
        self.deadlines.insert((deadline, id));
    }

    /// Acts on everything peers said until they have nothing more to say.
    fn settle(&mut self, now: Instant) {
        while let Some((id, event)) = self.heard.pop_front() {
            match event {
                Event::MediaData(data) => self.forward(id, &data, now),
                Event::Connected => self.connected(id, now),
                Event::KeyframeRequest(_) => self.keyframe_wanted(id, now),
                Event::EgressBitrateEstimate(estimate) => self.estimated(id, &estimate, now),
                Event::Closed => self.lose(id),
                _ => {}
            }
        }
    }

    fn feed_mut(&mut self, id: PeerId) -> Option<&mut feed::Feed> {
        match &mut self.peers.get_mut(&id)?.part {
            Part::Feed(feed) => Some(feed),
            Part::View(_) => None,
        }
    }

    fn view_mut(&mut self, id: PeerId) -> Option<&mut view::View> {
        match &mut self.peers.get_mut(&id)?.part {
            Part::View(view) => Some(view),
            Part::Feed(_) => None,
        }
    }

    fn add(&mut self, rtc: str0m::Rtc, part: Part, now: Instant) -> PeerId {
        self.last_id += 1;
        let id = PeerId(self.last_id);
        let peer = Peer::new(rtc, part, now);
        self.demux.introduce(&peer.credentials.ufrag, id);
        self.peers.insert(id, peer);
        id
    }

    fn advertised(&self) -> Vec<SocketAddr> {
        self.wires.advertised()
    }
}
