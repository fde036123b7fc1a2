//! From one publisher to those who see it: frames, layers, keyframes.

use std::time::Instant;

use str0m::bwe::{Bitrate, BweKind};
use str0m::media::{KeyframeRequestKind, MediaData, MediaTime, Mid};
use str0m::{Rtc, RtcError};

use super::feed::{LayerIndex, Need};
use super::peer::Part;
use super::{PeerId, Sfu, SfuEvent};

/// A new rate is asked of the estimator only if it differs by more than this share.
const RATE_STEP: f64 = 0.1;

/// One frame on its way.
struct Frame<'a> {
    data: &'a MediaData,
    /// None: sound.
    layer: Option<LayerIndex>,
}

impl Sfu {
    /// Whether sound and picture of a stream are passed on.
    pub fn set_flow(&mut self, id: PeerId, audio: bool, video: bool) {
        let Some(feed) = self.feed_mut(id) else { return };
        (feed.audio_on, feed.video_on) = (audio, video);
        if video {
            return;
        }
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
        let frame = if feed.video == Some(data.mid) {
            let Some(layer) = feed.count(data, now) else { return };
            let asks = feed.layers[layer].broken && !feed.views.is_empty();
            let passes = feed.video_on && !feed.layers[layer].broken;
            if asks {
                self.ask_keyframe(id, layer, Need::Repair, now);
            }
            passes.then_some(Frame { data, layer: Some(layer) })
        } else {
            feed.audio_on.then_some(Frame { data, layer: None })
        };
        if first {
            self.told.push(SfuEvent::Live(id));
        }
        if let Some(frame) = frame {
            self.pass_on(id, &frame);
        }
    }

    fn pass_on(&mut self, id: PeerId, frame: &Frame<'_>) {
        let Some(feed) = self.feed_mut(id) else { return };
        let views = std::mem::take(&mut feed.views);
        let mut broken = Vec::new();
        for view in &views {
            let connected = self.peers.get(view).is_some_and(|peer| peer.connected);
            if connected && self.change(*view, |rtc, part| write(rtc, part, frame)).is_none() {
                broken.push(*view);
            }
        }
        if let Some(feed) = self.feed_mut(id) {
            feed.views = views;
            feed.views.retain(|view| !broken.contains(view));
        }
    }

    pub(super) fn connected(&mut self, id: PeerId, now: Instant) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        peer.connected = true;
        if matches!(peer.part, Part::View(_)) {
            self.choose(id, now);
            // Asked even if `choose` did: the viewer's first picture waits for nothing.
            self.ask_for(id, Need::NewViewer, now);
        }
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
                let broken: Vec<LayerIndex> = (0..feed.layers.len())
                    .filter(|index| feed.layers[*index].broken && !feed.views.is_empty())
                    .collect();
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

/// Hands one frame to one page's peer connection, if it is one for it.
fn write(rtc: &mut Rtc, part: &mut Part, frame: &Frame<'_>) -> Result<(), RtcError> {
    let Part::View(view) = part else { return Ok(()) };
    let data = frame.data;
    let (mid, time) = match frame.layer {
        None => (view.audio, Some(data.time)),
        Some(layer) => (view.video, view.pass(layer, data.is_keyframe(), data.time, data.network_time)),
    };
    let (Some(mid), Some(time)) = (mid, time) else { return Ok(()) };
    write_to(rtc, mid, time, data)
}

fn write_to(rtc: &mut Rtc, mid: Mid, time: MediaTime, data: &MediaData) -> Result<(), RtcError> {
    let Some(mut writer) = rtc.writer(mid) else { return Ok(()) };
    let Some(payload) = writer.match_params(data.params) else { return Ok(()) };
    if let (Some(level), Some(voice)) = (data.ext_vals.audio_level, data.ext_vals.voice_activity) {
        writer = writer.audio_level(level, voice);
    }
    if let Some(orientation) = data.ext_vals.video_orientation {
        writer = writer.video_orientation(orientation);
    }
    writer.start_of_talkspurt(data.audio_start_of_talk_spurt).write(payload, data.network_time, time, data.data.clone())
}
