//! What happens in a room, as a stream: the log's entries, each with its sequence as the event's id. A client that comes
//! back says the last id it saw and misses nothing; one that never was here begins with what happens from now on.

use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use futures_util::Stream;
use secrecy::ExposeSecret as _;

use super::audit::EntryShape;
use super::caller::Caller;
use super::query::{NoParameters, StrictQuery};
use super::{Answer, last_event_id};
use crate::domain::ids::RoomId;
use crate::domain::permission::Action;
use crate::live::Topic;
use crate::store::EntryFilter;
use crate::web::limits::Subject;
use crate::web::sse::{self, Event};
use crate::web::{ClientAddress, Limit, Site};

/// Nobody is told when a key is revoked, and the command line writes to the log from a process of its own: so look again
/// after this long, whatever was told.
const LOOK_AGAIN: Duration = Duration::from_secs(2);
/// So many entries are read at once.
const BATCH: i64 = 200;

pub(super) async fn stream(
    request: HttpRequest,
    caller: Caller,
    site: Data<Site>,
    ClientAddress(address): ClientAddress,
    id: Path<RoomId>,
    _: StrictQuery<NoParameters>,
) -> Answer {
    let room = caller.room(*id, Action::SeeRoom)?.id;
    site.limits.check(Limit::Stream, Subject::both(address, room.0))?;
    let last = caller.moderation.store.last_entry(room).map_err(|error| caller.failed(error))?;
    let after = last_event_id(&request)?.unwrap_or(last);
    Ok(sse::respond(facts(caller, room, after), site.stopping.clone()))
}

fn facts(caller: Caller, room: RoomId, mut after: i64) -> impl Stream<Item = Event> {
    async_stream::stream! {
        let filter = EntryFilter { room: Some(room), ..EntryFilter::default() };
        let mut changes = caller.moderation.hub.subscribe(Topic::Room(room));
        // A client that breaks off before the first event can say where it was.
        yield Event::position(u64::try_from(after).unwrap_or_default());
        while caller.still_sees(room) {
            let Ok(entries) = caller.moderation.store.entries_after(&filter, after, BATCH).await else { break };
            let all = i64::try_from(entries.len()).unwrap_or_default() < BATCH;
            for entry in entries {
                after = entry.sequence;
                let fact = serde_json::to_string(&EntryShape::from(entry)).unwrap_or_default();
                yield Event::new("fact", u64::try_from(after).ok(), &fact);
            }
            if all {
                let _ = tokio::time::timeout(LOOK_AGAIN, changes.changed()).await;
            }
        }
    }
}

impl Caller {
    /// Whether the key still counts, and still for this room. A database that cannot say so says no.
    fn still_sees(&self, room: RoomId) -> bool {
        let actor = self.moderation.actor_of_key(self.key.expose_secret(), self.actor.address);
        let Ok(Some(actor)) = actor else { return false };
        Self { actor, ..self.clone() }.room(room, Action::SeeRoom).is_ok()
    }
}
