//! A published stream: what arrives, in which layers, and when to ask its page for a keyframe.

use std::time::{Duration, Instant};

use str0m::media::{Direction, Media, MediaData, MediaKind, Mid, Rid, Rids};

use super::sample::{Recent, Sample};
use super::{BadSdp, PeerId};
use crate::video::local::limits;

/// Without a frame for so long, a layer counts as not sent.
const QUIET: Duration = Duration::from_millis(1_500);
/// How often rates are measured anew.
const MEASURE: Duration = Duration::from_millis(500);

/// The place of a layer in [`Feed::layers`]: 0 is the small picture, or the only one.
pub(super) type LayerIndex = usize;

pub(super) struct Feed {
    pub(super) audio: Option<Mid>,
    pub(super) video: Option<Mid>,
    pub(super) layers: Vec<Layer>,
    /// Who sees it.
    pub(super) views: Vec<PeerId>,
    /// Whether sound, whether picture is passed on.
    pub(super) audio_on: bool,
    pub(super) video_on: bool,
    /// Media has arrived.
    pub(super) live: bool,
}

pub(super) struct Layer {
    pub(super) rid: Option<Rid>,
    bits_per_second: f64,
    /// A frame was lost for good; nothing is of use before the next keyframe.
    broken: bool,
    recent: Recent,
    last_frame: Option<Instant>,
    bytes: usize,
    measured: Option<Instant>,
    asked: Option<Instant>,
}

/// Why a keyframe is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// A viewer has just connected: at once.
    NewViewer,
    /// A viewer still has not seen anything (browsers pass over requests that come soon after a keyframe).
    FirstFrame,
    /// A picture that cannot go on, or a change of layers.
    Repair,
}

/// What a viewer's choice depends on, for each layer: is it sent, and how many bits per second it takes.
pub(super) struct Layers(pub(super) Vec<(bool, f64)>);

impl Layer {
    fn new(rid: Option<Rid>) -> Self {
        let (last_frame, measured, asked) = (None, None, None);
        Self {
            rid,
            bits_per_second: 0.0,
            broken: false,
            recent: Recent::default(),
            last_frame,
            bytes: 0,
            measured,
            asked,
        }
    }

    fn is_sent(&self, now: Instant) -> bool {
        self.last_frame.is_some_and(|at| now.saturating_duration_since(at) < QUIET)
    }

    /// Whether a keyframe may be asked for now; then it counts as asked for.
    pub(super) fn may_ask(&mut self, need: Need, now: Instant) -> bool {
        let pause = match need {
            Need::NewViewer => Duration::ZERO,
            Need::FirstFrame => limits::FIRST_KEYFRAME,
            Need::Repair => limits::KEYFRAME,
        };
        if self.asked.is_some_and(|at| now.saturating_duration_since(at) < pause) {
            return false;
        }
        self.asked = Some(now);
        true
    }

    fn count(&mut self, bytes: usize, now: Instant) {
        self.last_frame = Some(now);
        self.bytes += bytes;
    }

    fn measure(&mut self, now: Instant) {
        let Some(since) = self.measured.replace(now) else { return };
        let seconds = now.saturating_duration_since(since).as_secs_f64();
        if seconds > 0.0 {
            #[expect(clippy::cast_precision_loss, reason = "bytes in half a second are far below 2^52")]
            let rate = self.bytes as f64 * 8.0 / seconds;
            self.bits_per_second = if self.bits_per_second == 0.0 { rate } else { (self.bits_per_second + rate) / 2.0 };
        }
        self.bytes = 0;
    }
}

impl Feed {
    pub(super) fn new(audio_on: bool, video_on: bool) -> Self {
        let (layers, views) = (Vec::new(), Vec::new());
        Self { audio: None, video: None, layers, views, audio_on, video_on, live: false }
    }

    /// Notes one section of the page's offer: one of each kind, and only from the page to us.
    pub(super) fn add(&mut self, media: &Media) -> Result<(), BadSdp> {
        let place = match media.kind() {
            MediaKind::Audio => &mut self.audio,
            MediaKind::Video => &mut self.video,
        };
        let fits = media.direction() == Direction::RecvOnly && !media.disabled() && !media.stopped();
        if place.is_some() || !fits {
            return Err(BadSdp);
        }
        *place = Some(media.mid());
        if media.kind() == MediaKind::Video {
            self.layers = layers(media.rids_rx())?;
        }
        Ok(())
    }

    /// Counts a frame, and gives it if it is to be passed on.
    pub(super) fn take_in(&mut self, data: &MediaData, now: Instant) -> Option<Sample> {
        if self.video != Some(data.mid) {
            return self.audio_on.then(|| Sample::new(data, None));
        }
        let index = self.layers.iter().position(|layer| layer.rid == data.rid)?;
        let layer = &mut self.layers[index];
        layer.count(data.data.len(), now);
        layer.broken = !data.is_keyframe() && (layer.broken || !data.contiguous);
        if layer.broken || !self.video_on {
            layer.recent.forget();
            return None;
        }
        let sample = Sample::new(data, Some(index));
        layer.recent.keep(&sample);
        Some(sample)
    }

    /// Layers that somebody watches and that cannot go on without a keyframe.
    pub(super) fn layers_in_need(&self) -> Vec<LayerIndex> {
        if self.views.is_empty() {
            return Vec::new();
        }
        (0..self.layers.len()).filter(|index| self.layers[*index].broken).collect()
    }

    /// A layer's last keyframe and what followed, if fresh.
    pub(super) fn recent(&self, layer: LayerIndex, now: Instant) -> Vec<Sample> {
        self.layers.get(layer).map(|layer| layer.recent.samples(now)).unwrap_or_default()
    }

    pub(super) fn forget_recent(&mut self) {
        self.layers.iter_mut().for_each(|layer| layer.recent.forget());
    }

    pub(super) fn summary(&self, now: Instant) -> Layers {
        Layers(self.layers.iter().map(|layer| (layer.is_sent(now), layer.bits_per_second)).collect())
    }

    pub(super) fn measure(&mut self, now: Instant) {
        for layer in &mut self.layers {
            if layer.measured.is_none_or(|at| now.saturating_duration_since(at) >= MEASURE) {
                layer.measure(now);
            }
        }
    }
}

/// One layer without a name, or those called `l` and `h`.
fn layers(rids: &Rids) -> Result<Vec<Layer>, BadSdp> {
    let Rids::Specific(rids) = rids else { return Ok(vec![Layer::new(None)]) };
    let named = |name: &str| rids.iter().copied().find(|rid| &**rid == name);
    let layers: Vec<Layer> = [named("l"), named("h")].into_iter().flatten().map(|rid| Layer::new(Some(rid))).collect();
    if layers.len() == rids.len() && !layers.is_empty() { Ok(layers) } else { Err(BadSdp) }
}
