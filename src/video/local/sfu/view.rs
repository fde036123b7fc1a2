//! A subscription: which layer its page gets, and times that stay in step across layers.

use std::time::Instant;

use str0m::change::SdpPendingOffer;
use str0m::media::{MediaTime, Mid};

use super::PeerId;
use super::feed::{LayerIndex, Layers};

/// Bits per second kept free for sound and overhead.
const RESERVE: f64 = 60_000.0;
/// The estimate must exceed a layer's rate by so much before going up, and may fall so far below before going down:
/// otherwise the picture would flap between the two.
const UP: f64 = 1.1;
const DOWN: f64 = 0.95;
/// From this share of what the next layer needs, padding helps the estimate over the rest. Below, a slow line is left alone.
const NEAR: f64 = 0.5;
/// What is looked for while nothing is known of the layers.
const UNMEASURED: f64 = 2_000_000.0;
/// Video clock ticks in a second.
const CLOCK: u64 = 90_000;

/// In bits per second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rates {
    /// Sent at least, with padding if need be.
    pub(super) fill: f64,
    /// Worth finding out whether the line carries it.
    pub(super) seek: f64,
}

pub(super) struct View {
    pub(super) feed: PeerId,
    pub(super) audio: Option<Mid>,
    pub(super) video: Option<Mid>,
    pub(super) pending: Option<SdpPendingOffer>,
    /// The best layer the page has use for.
    pub(super) wanted: LayerIndex,
    /// Bits per second that the way to the page carries, as far as known.
    pub(super) estimate: f64,
    /// What was last asked of the estimator.
    pub(super) asked: Rates,
    /// The layer being passed on; none while a keyframe is awaited.
    pub(super) current: Option<LayerIndex>,
    /// The layer that should be passed on.
    pub(super) target: LayerIndex,
    /// Added to a layer's time to get the time sent; wraps.
    offset: u64,
    last: Option<(u64, Instant)>,
}

impl View {
    pub(super) fn new(feed: PeerId, estimate: f64) -> Self {
        Self {
            feed,
            audio: None,
            video: None,
            pending: None,
            wanted: LayerIndex::MAX,
            estimate,
            asked: Rates { fill: 0.0, seek: 0.0 },
            current: None,
            target: 0,
            offset: 0,
            last: None,
        }
    }

    pub(super) fn has_shown(&self) -> bool {
        self.last.is_some()
    }

    pub(super) fn awaits_keyframe(&self) -> bool {
        self.current != Some(self.target)
    }

    /// Chooses the layer to pass on from what is sent, wanted and carried.
    pub(super) fn choose(&mut self, layers: &Layers) {
        let sent = |index: &LayerIndex| layers.0[*index].0;
        let fits = |index: &LayerIndex| *index <= self.wanted && self.carries(layers, *index);
        let best = (0..layers.0.len()).rev().filter(sent).find(fits);
        let least = (0..layers.0.len()).find(sent);
        self.target = best.or(least).unwrap_or(self.target);
    }

    fn carries(&self, layers: &Layers, index: LayerIndex) -> bool {
        let margin = if self.current == Some(index) { DOWN } else { UP };
        let rate = layers.0[index].1;
        // Not measured yet: the small picture comes first, and the large one a moment later.
        index == 0 || (rate > 0.0 && self.estimate >= rate * margin + RESERVE)
    }

    /// What the estimator should look for.
    pub(super) fn rates(&self, layers: &Layers) -> Rates {
        let best = self.wanted.min(layers.0.len().saturating_sub(1));
        let Some((_, rate)) = layers.0.get(best).filter(|(_, rate)| *rate > 0.0) else {
            return Rates { fill: 0.0, seek: UNMEASURED };
        };
        let needed = rate * UP + RESERVE;
        let climbing = self.current != Some(best) && best > 0;
        let near = (needed * NEAR..needed).contains(&self.estimate);
        Rates { fill: if climbing && near { needed } else { 0.0 }, seek: needed * 1.3 }
    }

    /// Whether this frame is passed on, and with which time.
    pub(super) fn pass(
        &mut self,
        index: LayerIndex,
        keyframe: bool,
        time: MediaTime,
        at: Instant,
    ) -> Option<MediaTime> {
        if self.current != Some(index) {
            if !keyframe || index != self.target {
                return None;
            }
            self.current = Some(index);
            self.align(time, at);
        }
        let out = time.numer().wrapping_add(self.offset);
        self.last = Some((out, at));
        Some(MediaTime::new(out, time.frequency()))
    }

    /// Each layer counts time from a start of its own: joins the new one to where the old one was.
    fn align(&mut self, time: MediaTime, at: Instant) {
        let Some((last, sent)) = self.last else { return };
        let elapsed = at.saturating_duration_since(sent).as_micros();
        let ticks = u64::try_from(elapsed).unwrap_or(u64::MAX / CLOCK) * CLOCK / 1_000_000;
        self.offset = last.wrapping_add(ticks.max(1)).wrapping_sub(time.numer());
    }
}
