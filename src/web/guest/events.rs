//! `/r/{code}/events`: the guest's stream. It belongs to one ticket, says only what `/status` says, and wakes up by
//! itself when a denial becomes known.

use std::time::Duration;

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;

use super::room_and_guest;
use super::status::Status;
use crate::domain::admission::{Admission, State};
use crate::domain::ids::AdmissionId;
use crate::domain::room::Room;
use crate::live::Topic;
use crate::moderation::Moderation;
use crate::web::limits::Subject;
use crate::web::sse::{self, Event};
use crate::web::{ClientAddress, Limit, Site, WebError, Words};

pub async fn stream(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    address: ClientAddress,
    site: Data<Site>,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let (room, admission, _) = room_and_guest(&moderation, &request, &code, words).await?;
    site.limits.check(Limit::Stream, Subject::both(address.0, admission.id.0))?;
    let moderation = Moderation::clone(&moderation);
    Ok(sse::respond(events(moderation, room, admission.id), site.stopping.clone()))
}

fn events(moderation: Moderation, room: Room, id: AdmissionId) -> impl futures_util::Stream<Item = Event> {
    async_stream::stream! {
        let open = OpenStream::new(&moderation, id, &room);
        // Listen first, read afterwards: nothing can fall in between.
        let mut changes = moderation.hub.subscribe(Topic::Guest(id));
        let mut last = None;
        loop {
            let now = moderation.clock.now();
            // A database that cannot be read now is no news; the page's poll goes on meanwhile.
            let Ok(Some(admission)) = moderation.store.admission_for_stream(id).await else { break };
            // The room's own word changes too: a closed door, the place in line.
            let Ok(Some(room)) = moderation.store.room_for_stream(admission.room_id).await else { break };
            // In a box: what reading the line needs is not kept by every stream that waits.
            let Ok(status) = Box::pin(Status::of(&moderation, &room, &admission, now)).await else { break };
            if last.as_ref() != Some(&status) {
                let text = serde_json::to_string(&status).unwrap_or_default();
                last = Some(status);
                yield Event::new("status", None, &text);
            }
            tokio::select! {
                () = changes.changed() => {}
                () = until_visible(&admission, now) => {}
                () = open.replaced.cancelled() => break,
            }
        }
    }
}

/// Waits until a denial becomes known to the guest; for ever if there is none to come.
async fn until_visible(admission: &Admission, now: Timestamp) {
    match admission.state {
        State::Denied { visible_from, .. } if now < visible_from => {
            let wait = visible_from.duration_since(now).unsigned_abs();
            tokio::time::sleep(wait + Duration::from_millis(5)).await;
        }
        _ => std::future::pending().await,
    }
}

/// An open stream counts as a sign of life for as long as it lasts.
struct OpenStream {
    moderation: Moderation,
    id: AdmissionId,
    room: crate::domain::ids::RoomId,
    slot: crate::live::Slot,
    replaced: tokio_util::sync::CancellationToken,
}

impl OpenStream {
    fn new(moderation: &Moderation, id: AdmissionId, room: &Room) -> Self {
        let now = moderation.clock.now();
        if moderation.presence.stream(id, room.id, true, now) {
            moderation.hub.notify(Topic::Room(room.id));
        }
        let (slot, replaced) = moderation.slots.take(id);
        Self { moderation: moderation.clone(), id, room: room.id, slot, replaced }
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.moderation.slots.give_back(self.id, self.slot);
        self.moderation.presence.stream(self.id, self.room, false, self.moderation.clock.now());
    }
}
