//! One peer connection, and the only way to touch it.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use str0m::{Event, IceCreds, Output, Rtc};

use super::PeerId;
use super::feed::Feed;
use super::view::View;
use super::wire::LiveWires;

/// Outputs of one change. More is a fault in the media library, and must not stop the others.
const MOST_OUTPUTS: usize = 20_000;

/// A published stream or a subscription.
pub(super) struct Peer {
    rtc: Rtc,
    pub(super) part: Part,
    /// The name by which STUN requests ask for this peer, and the password that signs them.
    pub(super) credentials: IceCreds,
    /// Where it was heard from.
    pub(super) addresses: Vec<SocketAddr>,
    /// When it next wants to be woken; the key under which it stands in the list of deadlines.
    pub(super) deadline: Option<Instant>,
    /// The last sign of life; at first, its birth.
    pub(super) heard: Instant,
    pub(super) connected: bool,
}

pub(super) enum Part {
    Feed(Feed),
    View(View),
}

/// The peer is of no use any more.
#[derive(Debug)]
pub(super) struct Broken;

impl Peer {
    pub(super) fn new(mut rtc: Rtc, part: Part, now: Instant) -> Self {
        let credentials = rtc.direct_api().local_ice_credentials();
        Self { rtc, part, credentials, addresses: Vec::new(), deadline: None, heard: now, connected: false }
    }

    /// Makes one change and polls until the peer wants nothing but to wait, as the library demands. A panic inside breaks
    /// this peer alone.
    pub(super) fn change<R>(
        &mut self,
        id: PeerId,
        wires: &LiveWires,
        events: &mut VecDeque<(PeerId, Event)>,
        change: impl FnOnce(&mut Rtc, &mut Part) -> R,
    ) -> Result<(R, Instant), Broken> {
        let (rtc, part) = (&mut self.rtc, &mut self.part);
        let guarded = catch_unwind(AssertUnwindSafe(|| {
            let result = change(rtc, part);
            poll_until_waiting(rtc, id, wires, events).map(|deadline| (result, deadline))
        }));
        guarded.unwrap_or_else(|_| {
            tracing::error!(peer = id.0, "a media connection panicked and is given up");
            Err(Broken)
        })
    }

    /// Whether the peer takes this datagram for its own.
    pub(super) fn accepts(&self, input: &str0m::Input<'_>) -> bool {
        catch_unwind(AssertUnwindSafe(|| self.rtc.accepts(input))).unwrap_or(false)
    }
}

fn poll_until_waiting(
    rtc: &mut Rtc,
    id: PeerId,
    wires: &LiveWires,
    events: &mut VecDeque<(PeerId, Event)>,
) -> Result<Instant, Broken> {
    for _ in 0..MOST_OUTPUTS {
        if !rtc.is_alive() {
            return Err(Broken);
        }
        match rtc.poll_output().map_err(|_| Broken)? {
            Output::Timeout(deadline) => return Ok(deadline),
            Output::Transmit(sent) => wires.send(sent.source, sent.destination, &sent.contents),
            Output::Event(event) => events.push_back((id, event)),
        }
    }
    Err(Broken)
}
