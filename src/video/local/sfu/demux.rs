//! Whose datagram is it? Two maps, so that the answer costs the same with one peer or a thousand: STUN names the peer it
//! asks for, and everything else comes from an address that such a request came from before.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::time::Instant;

use str0m::Input;
use str0m::ice::StunMessage;
use str0m::net::{Protocol, Receive};

use super::{Path, PeerId};

/// Addresses of one peer: networks and ports a page may try before it settles.
const ADDRESSES: usize = 16;

#[derive(Default)]
pub(super) struct Demux {
    by_ufrag: HashMap<String, PeerId>,
    by_address: HashMap<SocketAddr, PeerId>,
}

impl Demux {
    pub(super) fn introduce(&mut self, ufrag: &str, id: PeerId) {
        self.by_ufrag.insert(ufrag.to_owned(), id);
    }

    pub(super) fn forget(&mut self, ufrag: &str, addresses: &[SocketAddr]) {
        let id = self.by_ufrag.remove(ufrag);
        for address in addresses {
            if self.by_address.get(address).copied() == id {
                self.by_address.remove(address);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.by_ufrag.len() + self.by_address.len()
    }

    /// The peer this datagram says it is for; whether that is true, only the peer can tell.
    pub(super) fn find(&self, source: SocketAddr, datagram: &[u8]) -> Option<PeerId> {
        // STUN begins with 0 or 1 (RFC 7983).
        if datagram.first().is_some_and(|first| *first < 2) {
            let message = StunMessage::parse(datagram).ok()?;
            let (asked, _) = message.split_username()?;
            return self.by_ufrag.get(asked).copied();
        }
        self.by_address.get(&source).copied()
    }

    /// A peer took a datagram from `source`: from now on, that address speaks to it. Only a request with the peer's own
    /// password gets this far from a new address.
    pub(super) fn note(&mut self, source: SocketAddr, id: PeerId, addresses: &mut Vec<SocketAddr>) {
        if self.by_address.get(&source) == Some(&id) {
            return;
        }
        if addresses.len() >= ADDRESSES {
            let oldest = addresses.remove(0);
            if self.by_address.get(&oldest) == Some(&id) {
                self.by_address.remove(&oldest);
            }
        }
        addresses.push(source);
        self.by_address.insert(source, id);
    }
}

/// The datagram in the media library's terms, if it is any of the four kinds.
pub(super) fn input(path: Path, datagram: &[u8], now: Instant) -> Option<Input<'_>> {
    let receive = Receive::new(Protocol::Udp, path.source, path.destination, datagram).ok()?;
    Some(Input::Receive(now, receive))
}
