//! A page's session description, read before it comes near the media plane: reading the largest takes milliseconds, which
//! the hub has not to give.

use std::panic::{AssertUnwindSafe, catch_unwind};

use str0m::change::{SdpAnswer, SdpOffer};

use super::BadSdp;

/// Sections a description may have.
const SECTIONS: usize = 2;
/// Browsers need a few hundred.
const LINES: usize = 2_000;

/// A description that can be parsed; whether it can be accepted is seen later.
pub struct Description(pub(super) Kind);

pub(super) enum Kind {
    Offer(SdpOffer),
    Answer(SdpAnswer),
}

impl Description {
    pub fn offer(sdp: &str) -> Result<Self, BadSdp> {
        check(sdp)?;
        guarded(|| SdpOffer::from_sdp_string(sdp).map_err(|_| BadSdp)).map(|offer| Self(Kind::Offer(offer)))
    }

    pub fn answer(sdp: &str) -> Result<Self, BadSdp> {
        check(sdp)?;
        guarded(|| SdpAnswer::from_sdp_string(sdp).map_err(|_| BadSdp)).map(|answer| Self(Kind::Answer(answer)))
    }
}

/// What can be seen without parsing: few sections, and no data channel.
fn check(sdp: &str) -> Result<(), BadSdp> {
    let mut sections = sdp.lines().filter(|line| line.starts_with("m="));
    let fine = |line: &str| line.starts_with("m=audio ") || line.starts_with("m=video ");
    let few = sdp.lines().count() <= LINES && sections.clone().count() <= SECTIONS;
    if few && sections.all(fine) { Ok(()) } else { Err(BadSdp) }
}

/// The media library must take nothing down, whatever a page sends it.
pub(super) fn guarded<R>(parse: impl FnOnce() -> Result<R, BadSdp>) -> Result<R, BadSdp> {
    catch_unwind(AssertUnwindSafe(parse)).unwrap_or(Err(BadSdp))
}
