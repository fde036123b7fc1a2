//! `/r/{code}/events`: the guest's stream. It belongs to one ticket, says only what `/status` says, and wakes up by
//! itself when a denial becomes known.

use std::time::Duration;

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::room_and_guest;
use super::status::Status;
use crate::domain::admission::State;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::live::Topic;
use crate::moderation::{Moderation, Refusal};
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
    let (room, admission, _) = room_and_guest(&moderation, &request, &code, words)?;
    site.limits.check(Limit::Stream, Subject::both(address.0, admission.id.0))?;
    Ok(sse::respond(events(moderation, room.id, admission.id), site.stopping.clone()))
}

fn events(moderation: Data<Moderation>, room: RoomId, id: AdmissionId) -> impl futures_util::Stream<Item = Event> {
    async_stream::stream! {
        let open = OpenStream::new(&moderation, id, room);
        // Listen first, read afterwards: nothing can fall in between.
        let mut changes = moderation.hub.subscribe(Topic::Guest(id));
        let mut last = None;
        // A database that cannot be read now is no news; the page's poll goes on meanwhile.
        while let Some(Read { status, visible_in }) = read(&moderation, id) {
            if last.as_ref() != Some(&status) {
                let text = serde_json::to_string(&status).unwrap_or_default();
                last = Some(status);
                yield Event::new("status", None, &text);
            }
            tokio::select! {
                () = changes.changed() => {}
                () = after(visible_in) => {}
                () = open.replaced.cancelled() => break,
            }
        }
    }
}

/// How it stands with a guest.
struct Read {
    status: Status,
    /// How long a denial stays hidden from the guest, if there is one to come.
    visible_in: Option<Duration>,
}

fn read(moderation: &Moderation, id: AdmissionId) -> Option<Read> {
    let now = moderation.clock.now();
    let admission = moderation.store.admission(id).ok()??;
    // The room's own word changes too: a closed door, the place in line.
    let room = || moderation.store.room(admission.room_id)?.ok_or(Refusal::NotFound);
    let status = Status::of(moderation, room, &admission, now).ok()?;
    let visible_in = match admission.state {
        State::Denied { visible_from, .. } if now < visible_from => {
            Some(visible_from.duration_since(now).unsigned_abs() + Duration::from_millis(5))
        }
        _ => None,
    };
    Some(Read { status, visible_in })
}

/// For ever if there is nothing to come.
async fn after(wait: Option<Duration>) {
    match wait {
        // In a box: thousands of streams have nothing to come.
        Some(wait) => Box::pin(tokio::time::sleep(wait)).await,
        None => std::future::pending().await,
    }
}

/// An open stream counts as a sign of life for as long as it lasts.
struct OpenStream {
    moderation: Data<Moderation>,
    id: AdmissionId,
    room: RoomId,
    slot: crate::live::Slot,
    replaced: tokio_util::sync::CancellationToken,
}

impl OpenStream {
    fn new(moderation: &Data<Moderation>, id: AdmissionId, room: RoomId) -> Self {
        let now = moderation.clock.now();
        if moderation.presence.stream(id, room, true, now) {
            moderation.hub.notify(Topic::Room(room));
        }
        let (slot, replaced) = moderation.slots.take(id);
        Self { moderation: Data::clone(moderation), id, room, slot, replaced }
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.moderation.slots.give_back(self.id, self.slot);
        self.moderation.presence.stream(self.id, self.room, false, self.moderation.clock.now());
    }
}
