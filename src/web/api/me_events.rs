//! The own admission as a stream, for guests without a browser: the whole of it at first and after every change that the
//! guest may know of. Never a token: that is asked for.

use std::time::Duration;

use actix_web::web::Data;
use futures_util::Stream;
use tokio_util::sync::CancellationToken;

use super::Answer;
use super::query::{NoParameters, StrictQuery};
use super::shapes::OwnAdmissionShape;
use super::ticket::TicketHolder;
use crate::domain::admission::{Admission, Cause, State};
use crate::live::{Slot, Topic};
use crate::web::limits::Subject;
use crate::web::sse::{self, Event};
use crate::web::{ClientAddress, Limit, Site};

/// How old a shown position may be.
const POSITION_AGE: Duration = Duration::from_secs(5);
/// Without news, look again after this long.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

pub(super) async fn stream(
    guest: TicketHolder,
    site: Data<Site>,
    ClientAddress(address): ClientAddress,
    _: StrictQuery<NoParameters>,
) -> Answer {
    site.limits.check(Limit::Stream, Subject::both(address, guest.admission.id.0))?;
    guest.gives_a_sign();
    Ok(sse::respond(changes(guest), site.stopping.clone()))
}

/// Ends after a state that is over for good, and when the guest opens too many further ones. Goes along when the guest
/// is moved to another room.
fn changes(mut guest: TicketHolder) -> impl Stream<Item = Event> {
    async_stream::stream! {
        let mut told: Option<OwnAdmissionShape> = None;
        loop {
            let mut topic = guest.moderation.hub.subscribe(Topic::Guest(guest.admission.id));
            let here = Here::new(&guest);
            let mut moved = None;
            while let Ok(Some(admission)) = guest.moderation.store.admission(guest.admission.id) {
                if let State::Expired { cause: Cause::Moved } = admission.state {
                    moved = guest.moderation.store.follower(admission.id).ok().flatten();
                    break;
                }
                let Ok(shape) = guest.own_shape(&admission) else { break };
                if told.as_ref() != Some(&shape) {
                    yield Event::new("admission", None, &serde_json::to_string(&shape).unwrap_or_default());
                }
                if shape.is_over() {
                    break;
                }
                let wait = look_again_in(&guest, &admission, &shape);
                told = Some(shape);
                tokio::select! {
                    () = topic.changed() => {}
                    () = tokio::time::sleep(wait) => {}
                    () = here.replaced.cancelled() => break,
                }
            }
            drop(here);
            match moved {
                Some(admission) => guest.admission = admission,
                None => break,
            }
        }
    }
}

/// Time alone makes a denial known and moves positions.
fn look_again_in(guest: &TicketHolder, admission: &Admission, shape: &OwnAdmissionShape) -> Duration {
    match admission.state {
        State::Denied { visible_from, .. } => {
            let left = visible_from.duration_since(guest.moderation.clock.now());
            left.unsigned_abs().clamp(Duration::from_millis(10), POSITION_AGE)
        }
        _ if shape.shows_position() => POSITION_AGE,
        _ => LOOK_AGAIN,
    }
}

/// While it lives, the desks see the guest as here, and the stream counts among the guest's.
struct Here<'a> {
    guest: &'a TicketHolder,
    slot: Slot,
    /// Cancelled when newer streams need the slot.
    replaced: CancellationToken,
}

impl<'a> Here<'a> {
    fn new(guest: &'a TicketHolder) -> Self {
        Self::note(guest, true);
        let (slot, replaced) = guest.moderation.slots.take(guest.admission.id);
        Self { guest, slot, replaced }
    }

    fn note(guest: &TicketHolder, open: bool) {
        let Admission { id, room_id, .. } = guest.admission;
        if guest.moderation.presence.stream(id, room_id, open, guest.moderation.clock.now()) {
            guest.moderation.hub.notify(Topic::Room(room_id));
        }
    }
}

impl Drop for Here<'_> {
    fn drop(&mut self) {
        Self::note(self.guest, false);
        self.guest.moderation.slots.give_back(self.guest.admission.id, self.slot);
    }
}
