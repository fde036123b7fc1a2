//! From one publisher to those who see it: frames, layers, keyframes.

use std::time::Instant;

use str0m::bwe::{Bitrate, BweKind};
use str0m::media::{KeyframeRequestKind, MediaData};

use super::feed::{LayerIndex, Need};
use super::peer::Part;
use super::sample::Sample;
use super::{PeerId, Sfu, SfuEvent};

/// A new rate is asked of the estimator only if it differs by more than this share.
const RATE_STEP: f64 = 0.1;

impl Sfu {
    /// Whether sound and picture of a stream are passed on.
    pub fn set_flow(&mut self, id: PeerId, audio: bool, video: bool) {
        let Some(feed) = self.feed_mut(id) else { return };
        (feed.audio_on, feed.video_on) = (audio, video);
        if video {
            return;
        }
        feed.forget_recent();
        // What was not shown cannot be built upon: the next frame shown must be a keyframe.
        for view in feed.views.clone() {
            if let Some(view) = self.view_mut(view) {
                view.current = None;
            }
        }
    }

    /// The best layer of use to a page: 0 is the small picture.
    pub fn want_layer(&mut self, id: PeerId, layer: usize) {
        if let Some(view) = self.view_mut(id) {
            view.wanted = layer;
        }
    }

    /// Media arrived. On a subscription it means nothing: nobody may send there.
    pub(super) fn forward(&mut self, id: PeerId, data: &MediaData, now: Instant) {
        let Some(feed) = self.feed_mut(id) else { return };
        let first = !std::mem::replace(&mut feed.live, true);
        let sample = feed.take_in(data, now);
        let broken = feed.layers_in_need();
        if first {
            self.told.push(SfuEvent::Live(id));
        }
        for layer in broken {
            self.ask_keyframe(id, layer, Need::Repair, now);
        }
        if let Some(sample) = sample {
            self.pass_on(id, &sample);
        }
    }

    fn pass_on(&mut self, id: PeerId, sample: &Sample) {
        let Some(feed) = self.feed_mut(id) else { return };
        let views = std::mem::take(&mut feed.views);
        let mut broken = Vec::new();
        for view in &views {
            let connected = self.peers.get(view).is_some_and(|peer| peer.connected);
            if connected && self.change(*view, |rtc, part| sample.write(rtc, part)).is_none() {
                broken.push(*view);
            }
        }
        if let Some(feed) = self.feed_mut(id) {
            feed.views = views;
            feed.views.retain(|view| !broken.contains(view));
        }
    }

    pub(super) fn connected(&mut self, id: PeerId, now: Instant) {
        self.choose(id, now);
        let Some(peer) = self.peers.get_mut(&id) else { return };
        peer.connected = true;
        if matches!(peer.part, Part::View(_)) && !self.begin_with_recent(id, now) {
            self.ask_for(id, Need::NewViewer, now);
        }
    }

    /// Gives a new viewer the last keyframe, if that is fresh.
    fn begin_with_recent(&mut self, id: PeerId, now: Instant) -> bool {
        let Some((feed, target)) = self.view_mut(id).map(|view| (view.feed, view.target)) else { return false };
        let Some(samples) = self.feed_mut(feed).map(|feed| feed.recent(target, now)) else { return false };
        for sample in &samples {
            self.change(id, |rtc, part| sample.write(rtc, part));
        }
        !samples.is_empty()
    }

    /// A page cannot go on without a keyframe.
    pub(super) fn keyframe_wanted(&mut self, view: PeerId, now: Instant) {
        self.ask_for(view, Need::Repair, now);
    }

    pub(super) fn estimated(&mut self, id: PeerId, estimate: &BweKind, now: Instant) {
        let BweKind::Twcc { estimate, .. } = estimate else { return };
        if let Some(view) = self.view_mut(id) {
            view.estimate = estimate.as_f64();
            self.choose(id, now);
        }
    }

    /// The regular look at rates, layers and missing keyframes.
    pub(super) fn adapt(&mut self, now: Instant) {
        let ids: Vec<PeerId> = self.peers.keys().copied().collect();
        for id in ids {
            if let Some(feed) = self.feed_mut(id) {
                feed.measure(now);
                let broken = feed.layers_in_need();
                broken.into_iter().for_each(|layer| self.ask_keyframe(id, layer, Need::Repair, now));
            } else {
                self.choose(id, now);
                self.set_rate(id, now);
            }
        }
    }

    /// Chooses the layer for a page, and asks for the keyframe that a change needs.
    fn choose(&mut self, id: PeerId, now: Instant) {
        let Some(feed_id) = self.view_mut(id).map(|view| view.feed) else { return };
        let Some(feed) = self.feed_mut(feed_id) else { return };
        let (layers, shows) = (feed.summary(now), feed.video_on && feed.video.is_some());
        let connected = self.peers.get(&id).is_some_and(|peer| peer.connected);
        let Some(view) = self.view_mut(id) else { return };
        view.choose(&layers);
        let need = if view.has_shown() { Need::Repair } else { Need::FirstFrame };
        if shows && connected && view.awaits_keyframe() {
            self.ask_for(id, need, now);
        }
    }

    /// Tells the estimator what to look for, when that has changed.
    fn set_rate(&mut self, id: PeerId, now: Instant) {
        let Some(feed_id) = self.view_mut(id).map(|view| view.feed) else { return };
        let Some(layers) = self.feed_mut(feed_id).map(|feed| feed.summary(now)) else { return };
        let Some(view) = self.view_mut(id) else { return };
        let rates = view.rates(&layers);
        if rates.fill != view.asked.fill || (rates.seek - view.asked.seek).abs() > view.asked.seek * RATE_STEP {
            view.asked = rates;
            self.change(id, |rtc, _| {
                rtc.bwe().set_bitrate(Bitrate::from(rates.fill), Bitrate::from(rates.seek));
                Ok(())
            });
        }
    }

    fn ask_for(&mut self, view: PeerId, need: Need, now: Instant) {
        let Some(view) = self.view_mut(view) else { return };
        let (feed, layer) = (view.feed, view.target);
        self.ask_keyframe(feed, layer, need, now);
    }

    fn ask_keyframe(&mut self, id: PeerId, layer: LayerIndex, need: Need, now: Instant) {
        let Some(feed) = self.feed_mut(id) else { return };
        let (Some(mid), Some(layer)) = (feed.video, feed.layers.get_mut(layer)) else { return };
        if layer.may_ask(need, now) {
            let rid = layer.rid;
            self.change(id, |rtc, _| {
                // A layer that is not sent yet has nobody to ask: it will start with a keyframe by itself.
                if let Some(mut writer) = rtc.writer(mid) {
                    let _nobody = writer.request_keyframe(rid, KeyframeRequestKind::Pli);
                }
                Ok(())
            });
        }
    }
}
