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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use str0m::media::MediaTime;

    use super::*;

    fn view() -> View {
        // Any id will do: a view on its own never looks at its feed.
        View::new(PeerId(1), 600_000.0)
    }

    #[test]
    fn the_layer_is_the_best_that_is_sent_wanted_and_carried() {
        let mut view = view();
        let both = |rate| Layers(vec![(true, 120_000.0), (true, rate)]);
        view.choose(&both(0.0));
        assert_eq!(view.target, 0, "not measured: the small picture first");
        view.choose(&both(450_000.0));
        assert_eq!(view.target, 1);
        view.choose(&both(1_200_000.0));
        assert_eq!(view.target, 0, "more than the line carries");
        view.choose(&Layers(vec![(false, 0.0), (true, 1_200_000.0)]));
        assert_eq!(view.target, 1, "the only one that is sent");
        view.wanted = 0;
        view.estimate = 5_000_000.0;
        view.choose(&both(1_200_000.0));
        assert_eq!(view.target, 0, "the page has no use for more");
    }

    #[test]
    fn a_layer_once_chosen_is_kept_a_little_longer_than_it_would_be_chosen() {
        let mut view = view();
        let layers = Layers(vec![(true, 120_000.0), (true, 520_000.0)]);
        view.choose(&layers);
        assert_eq!(view.target, 0);
        view.current = Some(1);
        view.choose(&layers);
        assert_eq!(view.target, 1);
    }

    #[test]
    fn padding_helps_over_the_last_part_only() {
        let mut view = view();
        view.current = Some(0);
        let layers = Layers(vec![(true, 120_000.0), (true, 1_000_000.0)]);
        view.estimate = 500_000.0;
        assert_eq!(view.rates(&layers).fill, 0.0, "a slow line is left alone");
        view.estimate = 700_000.0;
        assert!(view.rates(&layers).fill > 1_000_000.0);
        view.current = Some(1);
        assert_eq!(view.rates(&layers).fill, 0.0, "nothing to climb to");
    }

    #[test]
    fn times_go_on_across_layers_whose_clocks_differ() {
        let mut view = view();
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let time = MediaTime::from_90khz;
        assert_eq!(view.pass(0, false, time(900), at(0)), None, "no picture begins in the middle");
        assert_eq!(view.pass(0, true, time(1_000), at(0)).map(|out| out.numer()), Some(1_000));
        view.target = 1;
        assert_eq!(view.pass(1, false, time(77_000_000), at(10)), None);
        assert_eq!(view.pass(0, false, time(4_600), at(40)).map(|out| out.numer()), Some(4_600));
        assert_eq!(view.pass(1, true, time(77_003_600), at(80)).map(|out| out.numer()), Some(8_200));
        assert_eq!(view.pass(1, false, time(77_007_200), at(120)).map(|out| out.numer()), Some(11_800));
        assert_eq!(view.pass(0, true, time(11_800), at(120)), None, "the layer left behind is not passed on");
        view.target = 0;
        assert_eq!(view.pass(0, true, time(15_400), at(160)).map(|out| out.numer()), Some(15_400));
    }
}
