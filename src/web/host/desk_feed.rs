//! What changes on the desks of a room, rendered once for all of them that speak a language. The hub only says that
//! something changed; the feed then reads what did, as the page itself would show it.

use std::time::Duration;

use askama::Template;
use tokio::sync::broadcast::Sender;
use tokio::time::sleep;

use super::desk_actions::Actions;
use super::desk_lists::{Beside, Changes, Lists, Reader, Told};
use super::desk_search::Sought;
use super::desk_shown::{KeptRows, Shown};
use crate::domain::ids::RoomId;
use crate::live::{Subscription, Topic};
use crate::moderation::Moderation;
use crate::web::feeds::{Feeds, Subscriber, Update};
use crate::web::sse::Event;
use crate::web::{WebError, Words};

/// After an update the desks rest for so long: a burst is then few updates.
const REST: Duration = Duration::from_millis(100);

#[derive(Template)]
#[template(path = "host/desk_update.html")]
struct Rendered {
    words: Words,
    /// With the whole: the buttons that belong to rows.
    patterns: Vec<Actions>,
    rows: Vec<Shown>,
    /// How many of those waiting match, where somebody is looked for.
    found: Option<usize>,
    beside: Beside,
}

/// Joins the feed of a room's desks.
pub(super) fn join(feeds: &Feeds<Told>, moderation: &Moderation, room: RoomId, words: Words) -> Subscriber<Told> {
    feeds.join(room, words, |updates| {
        let moderation = moderation.clone();
        let changes = moderation.hub.subscribe(Topic::Room(room));
        async move {
            if let Err(error) = run(&moderation, room, words, changes, updates).await {
                tracing::warn!(%error, "the desks of a room must read anew");
            }
        }
    })
}

async fn run(
    moderation: &Moderation,
    room: RoomId,
    words: Words,
    mut changes: Subscription,
    updates: Sender<Update<Told>>,
) -> Result<(), WebError> {
    let kept = KeptRows::default(); // a change is of rows that nobody has shown yet
    let reader = Reader { moderation, room, words, bare: true, kept: &kept };
    let mut told = reader.latest().map_err(WebError::internal)?;
    // Whoever read before this was known is behind, and hears so.
    let _ = updates.send(Update { from: told, to: told, event: None });
    loop {
        changes.changed().await;
        let (to, event) = match reader.changes(told).map_err(WebError::internal)? {
            Some(nothing) if nothing.told == told => continue,
            Some(changes) => (changes.told, Some(Rendered::changes(words, changes)?)),
            None => (reader.latest().map_err(WebError::internal)?, None),
        };
        // Nobody there to hear it is no mistake: the last one may be leaving.
        let _ = updates.send(Update { from: told, to, event });
        told = to;
        sleep(REST).await;
    }
}

/// For one desk alone: what it has not been told yet, or the whole with at most `shown` rows in each list.
pub(super) async fn read(
    reader: &Reader<'_>,
    told: Option<Told>,
    shown: i64,
    sought: &Sought,
) -> Result<(Told, Event), WebError> {
    let changes = match told {
        // Whether somebody still matches is not told by changes: a search is done again.
        Some(told) if !sought.is_active() => reader.changes(told).map_err(WebError::internal)?,
        _ => None,
    };
    match changes {
        Some(changes) => Ok((changes.told, Rendered::changes(reader.words, changes)?)),
        None => {
            let lists = reader.whole(shown, sought).await.map_err(WebError::internal)?;
            Ok((lists.told, Rendered::whole(reader.words, reader.room, lists)?))
        }
    }
}

impl Rendered {
    fn changes(words: Words, changes: Changes) -> Result<Event, WebError> {
        let told = changes.told;
        let update = Self { words, patterns: Vec::new(), rows: changes.rows, found: None, beside: changes.beside };
        update.event("rows", told)
    }

    fn whole(words: Words, room: RoomId, lists: Lists) -> Result<Event, WebError> {
        let told = lists.told;
        let found = lists.found;
        let rows = [lists.waiting, lists.held, lists.in_call, lists.earlier].into_iter().flatten().collect();
        let update = Self { words, patterns: Actions::patterns(room, words), rows, found, beside: lists.beside };
        update.event("lists", told)
    }

    fn event(&self, name: &'static str, told: Told) -> Result<Event, WebError> {
        Ok(Event::new(name, Some(told.id()), &self.render().map_err(WebError::internal)?))
    }
}
