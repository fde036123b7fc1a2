//! One frame of sound or picture on its way from a publisher to viewers.

use std::sync::Arc;
use std::time::{Duration, Instant};

use str0m::format::PayloadParams;
use str0m::media::{MediaData, MediaTime};
use str0m::rtp::VideoOrientation;
use str0m::{Rtc, RtcError};

use super::feed::LayerIndex;
use super::peer::Part;

/// So long after a keyframe, browsers pass over requests for another one.
const FRESH: Duration = Duration::from_millis(400);

#[derive(Clone)]
pub(super) struct Sample {
    /// None: sound.
    pub(super) layer: Option<LayerIndex>,
    pub(super) keyframe: bool,
    params: PayloadParams,
    time: MediaTime,
    at: Instant,
    data: Arc<[u8]>,
    /// Level in −dBov, and whether it is a voice.
    loudness: Option<(i8, bool)>,
    orientation: Option<VideoOrientation>,
    talk_spurt: bool,
}

impl Sample {
    pub(super) fn new(data: &MediaData, layer: Option<LayerIndex>) -> Self {
        Self {
            layer,
            keyframe: data.is_keyframe(),
            params: data.params,
            time: data.time,
            at: data.network_time,
            data: data.data.clone(),
            loudness: data.ext_vals.audio_level.zip(data.ext_vals.voice_activity),
            orientation: data.ext_vals.video_orientation,
            talk_spurt: data.audio_start_of_talk_spurt,
        }
    }

    /// Hands the frame to one page's peer connection, if it is one for it.
    pub(super) fn write(&self, rtc: &mut Rtc, part: &mut Part) -> Result<(), RtcError> {
        let Part::View(view) = part else { return Ok(()) };
        let (mid, time) = match self.layer {
            None => (view.audio, Some(self.time)),
            Some(layer) => (view.video, view.pass(layer, self.keyframe, self.time, self.at)),
        };
        let (Some(mid), Some(time)) = (mid, time) else { return Ok(()) };
        let Some(mut writer) = rtc.writer(mid) else { return Ok(()) };
        let Some(payload) = writer.match_params(self.params) else { return Ok(()) };
        if let Some((level, voice)) = self.loudness {
            writer = writer.audio_level(level, voice);
        }
        if let Some(orientation) = self.orientation {
            writer = writer.video_orientation(orientation);
        }
        writer.start_of_talkspurt(self.talk_spurt).write(payload, self.at, time, self.data.clone())
    }
}

/// The last keyframe and what followed, while it is fresh: a viewer who comes just after it begins with it, instead of
/// waiting until the publisher's browser is ready to make another.
#[derive(Default)]
pub(super) struct Recent(Vec<Sample>);

impl Recent {
    pub(super) fn keep(&mut self, sample: &Sample) {
        if sample.keyframe || !self.is_fresh(sample.at) {
            self.0.clear();
        }
        if sample.keyframe || !self.0.is_empty() {
            self.0.push(sample.clone());
        }
    }

    pub(super) fn forget(&mut self) {
        self.0.clear();
    }

    pub(super) fn samples(&self, now: Instant) -> Vec<Sample> {
        if self.is_fresh(now) { self.0.clone() } else { Vec::new() }
    }

    fn is_fresh(&self, now: Instant) -> bool {
        self.0.first().is_some_and(|keyframe| now.saturating_duration_since(keyframe.at) < FRESH)
    }
}

#[cfg(test)]
mod tests {
    use str0m::RtcConfig;

    use super::*;

    fn sample(keyframe: bool, number: u8, at: Instant) -> Sample {
        let mut config = RtcConfig::new();
        let params = config.codec_config().params()[0];
        let data = Arc::from([number]);
        let (time, loudness, orientation) = (MediaTime::ZERO, None, None);
        Sample { layer: Some(0), keyframe, params, time, at, data, loudness, orientation, talk_spurt: false }
    }

    fn numbers(recent: &Recent, now: Instant) -> Vec<u8> {
        recent.samples(now).iter().map(|sample| sample.data[0]).collect()
    }

    #[test]
    fn what_is_kept_begins_with_a_keyframe_and_ends_when_it_is_not_fresh() {
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut recent = Recent::default();
        recent.keep(&sample(false, 1, at(0)));
        assert_eq!(numbers(&recent, at(0)), Vec::<u8>::new(), "nothing to begin with yet");
        recent.keep(&sample(true, 2, at(40)));
        recent.keep(&sample(false, 3, at(80)));
        assert_eq!(numbers(&recent, at(90)), [2, 3]);
        assert_eq!(numbers(&recent, at(439)), [2, 3]);
        assert_eq!(numbers(&recent, at(440)), Vec::<u8>::new());
        recent.keep(&sample(false, 4, at(480)));
        assert!(recent.0.is_empty(), "an old picture is not kept in memory");
        recent.keep(&sample(true, 5, at(500)));
        recent.keep(&sample(true, 6, at(520)));
        assert_eq!(numbers(&recent, at(521)), [6], "only from the last keyframe on");
        recent.forget();
        assert_eq!(numbers(&recent, at(522)), Vec::<u8>::new());
    }
}
