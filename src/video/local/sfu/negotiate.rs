//! Offers and answers.

use std::time::Instant;

use str0m::bwe::Bitrate;
use str0m::media::{Direction, MediaKind};
use str0m::{Candidate, Rtc, RtcConfig};

use super::description::{Description, Kind, guarded};
use super::feed::Feed;
use super::peer::Part;
use super::view::View;
use super::{BadSdp, PeerId, Sections, Sfu};

/// Assumed of a new viewer's way until the estimator knows better, in bits per second: enough for the small picture at
/// once, and not enough to drown a slow line with the large one.
const FIRST_ESTIMATE: u32 = 600_000;

impl Sfu {
    /// Accepts a page's offer: the new stream, the answer, and what the stream holds.
    pub fn publish(
        &mut self,
        offer: Description,
        audio: bool,
        video: bool,
    ) -> Result<(PeerId, String, Sections), BadSdp> {
        let now = Instant::now();
        let Description(Kind::Offer(offer)) = offer else { return Err(BadSdp) };
        let rtc = self.new_rtc(self.config(), now).ok_or(BadSdp)?;
        let id = self.add(rtc, Part::Feed(Feed::new(audio, video)), now);
        let accepted = self.change(id, |rtc, part| {
            let answer = rtc.sdp_api().accept_offer(offer)?.to_sdp_string();
            let sections = take_sections(rtc, part, &answer);
            Ok((answer, sections))
        });
        self.settle(now);
        // A broken peer has said so already; the caller gets the error instead.
        self.told.retain(|told| *told != super::SfuEvent::Lost(id));
        match accepted {
            Some((answer, Ok(sections))) => Ok((id, answer, sections)),
            _ => {
                self.close(id);
                Err(BadSdp)
            }
        }
    }

    /// Offers a stream to one more page. None if the stream is gone.
    pub fn subscribe(&mut self, feed_id: PeerId) -> Option<(PeerId, String)> {
        let now = Instant::now();
        let feed = self.feed_mut(feed_id)?;
        let (audio, video) = (feed.audio.is_some(), feed.video.is_some());
        let config = self.config().enable_bwe(Some(Bitrate::bps(FIRST_ESTIMATE.into())));
        let rtc = self.new_rtc(config, now)?;
        let id = self.add(rtc, Part::View(View::new(feed_id, FIRST_ESTIMATE.into())), now);
        let offered = self.change(id, |rtc, part| Ok(offer(rtc, part, audio, video)));
        let Some(Some(sdp)) = offered else {
            self.close(id);
            return None;
        };
        self.feed_mut(feed_id)?.views.push(id);
        Some((id, sdp))
    }

    /// The page's answer to an offer. On an error the subscription is over.
    pub fn answer(&mut self, id: PeerId, answer: Result<Description, BadSdp>) -> Result<(), BadSdp> {
        let pending = self.view_mut(id).and_then(|view| view.pending.take()).ok_or(BadSdp)?;
        let accepted = match answer {
            Ok(Description(Kind::Answer(answer))) => {
                self.change(id, |rtc, _| rtc.sdp_api().accept_answer(pending, answer))
            }
            _ => None,
        };
        self.settle(Instant::now());
        if accepted.is_none() {
            self.close(id);
            self.told.retain(|told| *told != super::SfuEvent::Lost(id));
            return Err(BadSdp);
        }
        Ok(())
    }

    fn config(&self) -> RtcConfig {
        RtcConfig::new()
            .set_crypto_provider(self.identity.crypto.clone())
            .set_dtls_cert(self.identity.certificate.clone())
            .set_ice_lite(true)
            .clear_codecs()
            .enable_opus(true, false)
            .enable_vp8(true)
            // Sound is passed on as it comes; the page's own buffer waits for what is late.
            .set_reordering_size_audio(0)
            // A large keyframe has many packets, and one that is lost may take three round trips.
            .set_reordering_size_video(300)
    }

    fn new_rtc(&self, config: RtcConfig, now: Instant) -> Option<Rtc> {
        let advertised = self.advertised();
        guarded(|| {
            let mut rtc = config.build(now);
            for address in advertised {
                rtc.add_local_candidate(Candidate::host(address, "udp").map_err(|_| BadSdp)?);
            }
            Ok(rtc)
        })
        .ok()
    }
}

fn offer(rtc: &mut Rtc, part: &mut Part, audio: bool, video: bool) -> Option<String> {
    let Part::View(view) = part else { return None };
    let mut changes = rtc.sdp_api();
    let mut add = |kind| changes.add_media(kind, Direction::SendOnly, None, None, None);
    view.audio = audio.then(|| add(MediaKind::Audio));
    view.video = video.then(|| add(MediaKind::Video));
    let (offer, pending) = changes.apply()?;
    view.pending = Some(pending);
    Some(offer.to_sdp_string())
}

/// Notes what the page's offer came to.
fn take_sections(rtc: &Rtc, part: &mut Part, answer: &str) -> Result<Sections, BadSdp> {
    let Part::Feed(feed) = part else { return Err(BadSdp) };
    for mid in answer.lines().filter_map(|line| line.trim_end().strip_prefix("a=mid:")) {
        feed.add(rtc.media(mid.into()).ok_or(BadSdp)?)?;
    }
    let sections = Sections { audio: feed.audio.is_some(), video: feed.video.is_some() };
    if sections.audio || sections.video { Ok(sections) } else { Err(BadSdp) }
}
