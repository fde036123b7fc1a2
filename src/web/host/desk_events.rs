//! The live desk. The hub only says that something changed; the stream then reads what did, and sends those rows as
//! the page itself would show them. First, and after a long gap, it sends all lists.
//!
//! Events: `lists` (whole), `rows` (what changed), `rooms` (the list at the side), `bye` (the right to look is gone).

use std::pin::pin;
use std::time::Duration;

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use async_stream::stream;
use futures_util::Stream;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::time::{Instant, sleep, sleep_until};

use super::desk::{self, Look, visible_room};
use super::desk_actions::Actions;
use super::desk_lists::{Beside, Changes, Lists, Reader, Told};
use super::desk_row::{List, Row};
use crate::domain::actor::{Actor, Who};
use crate::domain::ids::RoomId;
use crate::domain::room::Room;
use crate::live::{Subscription, Topic};
use crate::moderation::{Moderation, hash_of};
use crate::store::RoomSummary;
use crate::web::identity::{SignedIn, sign_in_secret};
use crate::web::sse::{self, Event};
use crate::web::{Site, WebError, Words};

/// After an update a desk rests for so long: a burst is then few updates.
const REST: Duration = Duration::from_millis(100);
/// The list of rooms is sent at most so often.
const ROOMS_REST: Duration = Duration::from_secs(1);
/// The sign-in is looked at again after so long, as it can also end by time alone.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

#[derive(Template)]
#[template(path = "host/desk_update.html")]
struct Update {
    words: Words,
    /// With the whole: the buttons that belong to rows.
    patterns: Vec<Actions>,
    rows: Vec<Row>,
    beside: Beside,
}

#[derive(Template)]
#[template(path = "host/desk_rooms.html")]
struct Rooms<'a> {
    words: Words,
    room: &'a Room,
    rooms: Vec<RoomSummary>,
}

pub(super) async fn stream(
    request: HttpRequest,
    signed_in: SignedIn,
    path: Path<String>,
    look: Query<Look>,
    moderation: Data<Moderation>,
    site: Data<Site>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let account = Topic::Account(signed_in.account.id);
    // Before anything is read, so that no change falls in between.
    let rights = moderation.hub.subscribe(account);
    let room = visible_room(&moderation, &signed_in.actor, &path).await?;
    let watch = Watch {
        changes: moderation.hub.subscribe(Topic::Room(room.id)),
        rooms: moderation.hub.subscribe(Topic::Rooms),
        rights,
    };
    let secret = sign_in_secret(&request).ok_or(WebError::SignInNeeded)?;
    let told = request.headers().get("last-event-id").and_then(|id| id.to_str().ok()).and_then(Told::parse);
    let moderation = moderation.get_ref().clone();
    let desk = Desk { moderation, room, actor: signed_in.actor, secret, words, shown: look.shown(), told };
    Ok(sse::respond(desk.events(watch), site.stopping.clone()))
}

struct Watch {
    changes: Subscription,
    rooms: Subscription,
    rights: Subscription,
}

/// One open desk.
struct Desk {
    moderation: Moderation,
    room: Room,
    actor: Actor,
    secret: SecretString,
    words: Words,
    shown: i64,
    /// None: nothing, or nobody knows.
    told: Option<Told>,
}

impl Desk {
    fn events(mut self, mut watch: Watch) -> impl Stream<Item = Event> {
        stream! {
            let _here = self.moderation.presence.at_desk(self.room.id);
            let mut rooms_sent = String::new();
            let mut rooms_changed = false;
            let mut rooms_due = Instant::now();
            let mut look_again = Instant::now() + LOOK_AGAIN;
            match self.next().await {
                Some(event) => yield event,
                None => return,
            }
            loop {
                tokio::select! {
                    biased;
                    () = watch.rights.changed() => {}
                    () = sleep_until(look_again) => {}
                    () = watch.changes.changed() => {
                        match self.next().await {
                            Some(event) => yield event,
                            None => return,
                        }
                        // Still listening to the rights meanwhile costs nothing: they are told once this is over.
                        sleep(REST).await;
                        continue;
                    }
                    () = watch.rooms.changed(), if !rooms_changed => {
                        rooms_changed = true;
                        continue;
                    }
                    () = sleep_until(rooms_due), if rooms_changed => {
                        rooms_changed = false;
                        rooms_due = Instant::now() + ROOMS_REST;
                        match self.rooms().await {
                            Some(rooms) if rooms != rooms_sent => {
                                yield Event::new("rooms", None, &rooms);
                                rooms_sent = rooms;
                            }
                            _ => {}
                        }
                        continue;
                    }
                }
                look_again = Instant::now() + LOOK_AGAIN;
                if !pin!(self.may_still_look()).await {
                    yield Event::new("bye", None, "");
                    return;
                }
            }
        }
    }

    /// What the desk has not been told yet. None ends the stream: the browser comes back and asks again.
    async fn next(&mut self) -> Option<Event> {
        match self.read().await {
            Ok(event) => Some(event),
            Err(error) => {
                tracing::warn!(%error, "a desk's stream ends");
                None
            }
        }
    }

    async fn read(&mut self) -> Result<Event, WebError> {
        let reader = Reader { moderation: &self.moderation, room: self.room.id, words: self.words, bare: true };
        let changes = match self.told {
            Some(told) => reader.changes(told).await.map_err(WebError::internal)?,
            None => None,
        };
        let (name, told, update) = match changes {
            Some(changes) => ("rows", changes.told, Update::of(self.words, changes)),
            None => {
                let lists = reader.whole(self.shown).await.map_err(WebError::internal)?;
                ("lists", lists.told, Update::whole(self.words, self.room.id, lists))
            }
        };
        self.told = Some(told);
        Ok(Event::new(name, Some(told.id()), &update.render().map_err(WebError::internal)?))
    }

    async fn rooms(&self) -> Option<String> {
        let rooms = desk::own_rooms(&self.moderation, &self.actor).await.ok()?;
        Rooms { words: self.words, room: &self.room, rooms }.render().ok()
    }

    /// Whether this very sign-in still counts, and its account may still see the room. Looking does not prolong it.
    async fn may_still_look(&mut self) -> bool {
        let store = &self.moderation.store;
        let Ok(Some(sign_in)) = store.sign_in(&hash_of(self.secret.expose_secret())).await else { return false };
        if !sign_in.is_alive(self.moderation.clock.now()) {
            return false;
        }
        let Ok(Some(account)) = store.account(sign_in.account_id).await else { return false };
        if account.disabled {
            return false;
        }
        self.actor.who = Who::Account { id: account.id, name: account.name.to_string(), role: account.role };
        visible_room(&self.moderation, &self.actor, &self.room.id.to_string()).await.is_ok()
    }
}

impl Update {
    fn of(words: Words, changes: Changes) -> Self {
        Self { words, patterns: Vec::new(), rows: changes.rows, beside: changes.beside }
    }

    fn whole(words: Words, room: RoomId, lists: Lists) -> Self {
        let rows = [lists.waiting, lists.held, lists.in_call, lists.earlier].into_iter().flatten().collect();
        Self { words, patterns: Actions::patterns(room, words), rows, beside: lists.beside }
    }
}
