//! The live desk: one stream for each desk. First, and after a long gap, it sends all lists; from then on what the room's
//! feed (`desk_feed`) has rendered once for all of its desks.
//!
//! Events: `lists` (whole), `rows` (what changed), `rooms` (the list at the side), `bye` (the right to look is gone).

use std::time::Duration;

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use async_stream::stream;
use futures_util::Stream;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::time::{Instant, sleep, sleep_until};

use super::desk::{self, Look, visible_room};
use super::desk_feed;
use super::desk_lists::{Reader, Told};
use super::desk_search::Sought;
use super::desk_shown::KeptRows;
use crate::domain::actor::{Actor, Who};
use crate::domain::room::Room;
use crate::live::{Subscription, Topic};
use crate::moderation::{Moderation, hash_of};
use crate::store::RoomSummary;
use crate::web::feeds::{Heard, Subscriber};
use crate::web::identity::{SignedIn, sign_in_secret};
use crate::web::sse::{self, Event};
use crate::web::{Site, WebError, Words};

/// The list of rooms is sent at most so often.
const ROOMS_REST: Duration = Duration::from_secs(1);
/// A desk on which somebody is looked for reads the whole queue at a change, so it rests longer.
const SEARCH_REST: Duration = Duration::from_millis(500);
/// The sign-in is looked at again after so long, as it can also end by time alone.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

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
    let sought = look.sought()?;
    let account = Topic::Account(signed_in.account.id);
    // Before anything is read, so that no change falls in between.
    let rights = moderation.hub.subscribe(account);
    let room = visible_room(&moderation, &signed_in.actor, &path)?;
    let watch = Watch {
        feed: desk_feed::join(&site.desks, &moderation, room.id, words),
        rooms: moderation.hub.subscribe(Topic::Rooms),
        rights,
    };
    let secret = sign_in_secret(&request).ok_or(WebError::SignInNeeded)?;
    let told = request.headers().get("last-event-id").and_then(|id| id.to_str().ok()).and_then(Told::parse);
    let moderation = moderation.get_ref().clone();
    let (shown, kept) = (look.shown(), site.kept_rows.clone());
    let desk = Desk { moderation, room, actor: signed_in.actor, secret, words, shown, sought, kept, told };
    Ok(sse::respond(desk.events(watch), site.stopping.clone()))
}

struct Watch {
    feed: Subscriber<Told>,
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
    sought: Sought,
    kept: KeptRows,
    /// None: nothing, or nobody knows.
    told: Option<Told>,
}

/// What a stream does next.
enum Next {
    Send(Event),
    /// It has been told already.
    Known,
    End,
}

impl Desk {
    fn events(mut self, mut watch: Watch) -> impl Stream<Item = Event> {
        stream! {
            let _here = self.moderation.presence.at_desk(self.room.id);
            let mut rooms_sent = String::new();
            let mut rooms_changed = false;
            let mut rooms_due = Instant::now();
            let mut look_again = Instant::now() + LOOK_AGAIN;
            match self.read().await {
                Some(event) => yield event,
                None => return,
            }
            loop {
                tokio::select! {
                    biased;
                    () = watch.rights.changed() => {}
                    () = sleep_until(look_again) => {}
                    heard = watch.feed.hear() => {
                        match self.take(heard).await {
                            Next::Send(event) => {
                                yield event;
                                if self.sought.is_active() {
                                    sleep(SEARCH_REST).await;
                                }
                            }
                            Next::Known => {}
                            Next::End => return,
                        }
                        continue;
                    }
                    () = watch.rooms.changed(), if !rooms_changed => {
                        rooms_changed = true;
                        continue;
                    }
                    () = sleep_until(rooms_due), if rooms_changed => {
                        rooms_changed = false;
                        rooms_due = Instant::now() + ROOMS_REST;
                        match self.rooms() {
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
                if !self.may_still_look() {
                    yield Event::new("bye", None, "");
                    return;
                }
            }
        }
    }

    /// What becomes of something that the feed says.
    async fn take(&mut self, heard: Heard<Told>) -> Next {
        let update = match heard {
            Heard::Update(update) => update,
            Heard::Missed => return self.read().await.map_or(Next::End, Next::Send),
            Heard::Over => return Next::End,
        };
        match self.told {
            Some(told) if told.reaches(update.to) => Next::Known,
            Some(told) if told.reaches(update.from) && !self.sought.is_active() => match update.event {
                Some(event) => {
                    self.told = Some(update.to);
                    Next::Send(event)
                }
                None => self.read().await.map_or(Next::End, Next::Send),
            },
            _ => self.read().await.map_or(Next::End, Next::Send),
        }
    }

    /// What the desk has not been told yet, read for this desk alone. None ends the stream: the browser comes back and
    /// asks again.
    async fn read(&mut self) -> Option<Event> {
        let reader = Reader {
            moderation: &self.moderation,
            room: self.room.id,
            words: self.words,
            bare: true,
            kept: &self.kept,
        };
        match desk_feed::read(&reader, self.told, self.shown, &self.sought).await {
            Ok((told, event)) => {
                self.told = Some(told);
                Some(event)
            }
            Err(error) => {
                tracing::warn!(%error, "a desk's stream ends");
                None
            }
        }
    }

    fn rooms(&self) -> Option<String> {
        let rooms = desk::own_rooms(&self.moderation, &self.actor).ok()?;
        Rooms { words: self.words, room: &self.room, rooms }.render().ok()
    }

    /// Whether this very sign-in still counts, and its account may still see the room. Looking does not prolong it.
    fn may_still_look(&mut self) -> bool {
        let store = &self.moderation.store;
        let Ok(Some(sign_in)) = store.sign_in(&hash_of(self.secret.expose_secret())) else { return false };
        if !sign_in.is_alive(self.moderation.clock.now()) {
            return false;
        }
        let Ok(Some(account)) = store.account(sign_in.account_id) else { return false };
        if account.disabled {
            return false;
        }
        self.actor.who = Who::Account { id: account.id, name: account.name.to_string(), role: account.role };
        visible_room(&self.moderation, &self.actor, &self.room.id.to_string()).is_ok()
    }
}
