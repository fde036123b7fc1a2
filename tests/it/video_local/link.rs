//! What lies between a page and the server: loss, and a line that carries only so much.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// Datagrams wait this long in a slow line's buffer before it drops them.
const BUFFER: Duration = Duration::from_millis(300);

/// A page's line. The default carries everything at once.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// Of 100 datagrams, so many are lost, each way.
    pub loss_percent: u32,
    /// Bits per second towards the page.
    pub carries: Option<u64>,
    seed: u32,
    free_at: Option<Instant>,
    waiting: VecDeque<(Instant, Vec<u8>)>,
}

impl Link {
    pub fn lossy(loss_percent: u32) -> Self {
        Self { loss_percent, ..Self::default() }
    }

    pub fn slow(bits_per_second: u64) -> Self {
        Self { carries: Some(bits_per_second), ..Self::default() }
    }

    /// Whether the next datagram is lost: the same sequence in each run.
    pub fn loses(&mut self) -> bool {
        self.seed = self.seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.seed >> 16) % 100 < self.loss_percent
    }

    /// Takes a datagram from the server.
    pub fn arrive(&mut self, datagram: &[u8], now: Instant) {
        if self.loses() {
            return;
        }
        let start = self.free_at.map_or(now, |free| free.max(now));
        if start - now > BUFFER {
            return;
        }
        let bits = datagram.len() as u64 * 8;
        let takes = self.carries.map_or(Duration::ZERO, |rate| Duration::from_micros(bits * 1_000_000 / rate));
        self.free_at = Some(start + takes);
        self.waiting.push_back((start + takes, datagram.to_vec()));
    }

    /// A datagram that has made it by now.
    pub fn delivered(&mut self, now: Instant) -> Option<Vec<u8>> {
        if self.waiting.front()?.0 > now {
            return None;
        }
        self.waiting.pop_front().map(|(_, datagram)| datagram)
    }

    pub fn next_delivery(&self) -> Option<Instant> {
        self.waiting.front().map(|(at, _)| *at)
    }
}
