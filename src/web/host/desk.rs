//! The desk of a room: who is at the door, who is in the call, and what became of the others.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query, get, post};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

use super::decisions::{self, more};
use super::desk_lists::{Lists, Reader, SHOWN, SHOWN_MOST};
use super::desk_search::{Only, Sought};
use super::desk_shown::KeptRows;
use super::{desk_events, door, many};
use crate::domain::account::AccountRole;
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::permission::{Action, Standing, may};
use crate::domain::room::{Door, Room};
use crate::moderation::{Moderation, Refusal};
use crate::store::{RoomSummary, StoreError};
use crate::web::frame::Frame;
use crate::web::identity::SignedIn;
use crate::web::markup::{self, Markup};
use crate::web::routes::{At, at};
use crate::web::{Site, WebError, Words, refusal, respond};

/// The desk, its stream, and the decisions that are made there.
pub fn routes() -> Vec<At> {
    vec![
        at("/host/rooms/{room}", [get().to(show)]),
        at("/host/rooms/{room}/events", [get().to(desk_events::stream)]),
        at("/host/rooms/{room}/mute-all", [post().to(decisions::mute_all)]),
        at("/host/rooms/{room}/admit-many", [post().to(many::admit)]),
        at("/host/rooms/{room}/deny-many", [post().to(many::deny)]),
        at("/host/rooms/{room}/message", [get().to(many::message_page), post().to(many::message)]),
        at("/host/rooms/{room}/admissions/{admission}/admit", [post().to(decisions::admit)]),
        at("/host/rooms/{room}/admissions/{admission}/deny", [get().to(more::deny_page), post().to(decisions::deny)]),
        at("/host/rooms/{room}/admissions/{admission}/undo", [post().to(decisions::undo)]),
        at("/host/rooms/{room}/admissions/{admission}/hold", [get().to(more::hold_page), post().to(decisions::hold)]),
        at("/host/rooms/{room}/admissions/{admission}/unblock", [post().to(decisions::unblock)]),
        at("/host/rooms/{room}/lock", [post().to(door::lock)]),
        at("/host/rooms/{room}/next", [post().to(door::next)]),
        at("/host/rooms/{room}/admissions/{admission}/resume", [post().to(decisions::resume)]),
        at("/host/rooms/{room}/admissions/{admission}/reconsider", [post().to(more::reconsider)]),
        at(
            "/host/rooms/{room}/admissions/{admission}/message",
            [get().to(more::message_page), post().to(more::message)],
        ),
        at(
            "/host/rooms/{room}/admissions/{admission}/transfer",
            [get().to(more::transfer_page), post().to(more::transfer)],
        ),
        at("/host/rooms/{room}/admissions/{admission}/claim", [post().to(more::claim)]),
        at("/host/rooms/{room}/admissions/{admission}/release", [post().to(more::release)]),
        at("/host/rooms/{room}/admissions/{admission}/role", [post().to(decisions::change_role)]),
        at(
            "/host/rooms/{room}/admissions/{admission}/send-back",
            [get().to(more::send_back_page), post().to(decisions::send_back)],
        ),
        at("/host/rooms/{room}/admissions/{admission}/remove", [post().to(decisions::remove)]),
        at("/host/rooms/{room}/admissions/{admission}/call-again", [post().to(decisions::call_again)]),
        at("/host/rooms/{room}/admissions/{admission}/mute", [post().to(decisions::mute)]),
        at("/host/rooms/{room}/admissions/{admission}/stop-publishing", [post().to(decisions::stop_publishing)]),
    ]
}

/// How somebody wants to see the desk.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Look {
    /// On a phone, the part that is shown.
    #[serde(default)]
    view: View,
    /// How many of those waiting.
    shown: Option<i64>,
    /// A part of a name, a note or a label.
    q: Option<String>,
    #[serde(default)]
    only: Only,
}

/// A part of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum View {
    #[default]
    Door,
    Call,
    Room,
}

impl View {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Call => "call",
            Self::Room => "room",
        }
    }
}

impl Look {
    pub fn at(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// # Errors
    /// 422 naming the field.
    pub fn sought(&self) -> Result<Sought, WebError> {
        Sought::parse(self.q.as_deref(), self.only)
    }

    pub fn shown(&self) -> i64 {
        self.shown.unwrap_or(SHOWN).clamp(SHOWN, SHOWN_MOST)
    }
}

/// Somebody decided before this host did.
struct LostRace {
    name: String,
    sentence: Markup,
}

#[derive(Template)]
#[template(path = "host/desk.html")]
struct DeskPage {
    words: Words,
    frame: Frame,
    path: String,
    view: &'static str,
    shown: i64,
    /// When it was read.
    at: Timestamp,
    sought: Sought,
    /// Whether there are more at the door than are shown.
    more: bool,
    /// The key of the sentence about the door.
    door: &'static str,
    locked: bool,
    room: Room,
    rooms: Vec<RoomSummary>,
    lists: Lists,
    lost_race: Option<LostRace>,
    /// What became of a decision about many.
    report: Vec<Markup>,
    /// Whether somebody may still be connected long after losing the right.
    enforcement_alarm: bool,
    /// Whether the provider says nothing of who comes and goes by itself.
    unheard: bool,
}

async fn show(
    signed_in: SignedIn,
    path: Path<String>,
    look: Query<Look>,
    moderation: Data<Moderation>,
    site: Data<Site>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let room = visible_room(&moderation, &signed_in.actor, &path)?;
    // Without scripts no stream is open, and the page is read again and again.
    moderation.presence.host_seen(room.id, moderation.clock.now());
    let page = page(&moderation, &signed_in, room, look.into_inner(), words, &site.kept_rows).await?;
    respond::page(&page)
}

/// The desk after a decision that came too late: 409, and who decided.
pub(super) async fn show_lost_race(
    moderation: &Moderation,
    signed_in: &SignedIn,
    admission: &Admission,
    view: View,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let room = visible_room(moderation, &signed_in.actor, &admission.room_id.to_string())?;
    let sentence = refusal::lost_race(admission, words, moderation.clock.now());
    let lost_race = Some(LostRace { name: admission.name.to_string(), sentence: markup::sentence(&sentence) });
    let page =
        DeskPage { lost_race, ..page(moderation, signed_in, room, Look::at(view), words, &KeptRows::default()).await? };
    respond::page_with(StatusCode::CONFLICT, &page)
}

/// The desk after a decision about many that left some of them alone, with what became of them.
pub(super) async fn show_report(
    moderation: &Moderation,
    signed_in: &SignedIn,
    room: Room,
    status: StatusCode,
    report: &[String],
    words: Words,
) -> Result<HttpResponse, WebError> {
    let report = report.iter().map(|sentence| markup::sentence(sentence)).collect();
    let page = DeskPage {
        report,
        ..page(moderation, signed_in, room, Look::at(View::Door), words, &KeptRows::default()).await?
    };
    respond::page_with(status, &page)
}

async fn page(
    moderation: &Moderation,
    signed_in: &SignedIn,
    room: Room,
    look: Look,
    words: Words,
    kept: &KeptRows,
) -> Result<DeskPage, WebError> {
    let reader = Reader { moderation, room: room.id, words, bare: false, kept };
    let sought = look.sought()?;
    let lists = reader.whole(look.shown(), &sought).await.map_err(failed(words, moderation))?;
    let alarms = moderation.store.enforcement_alarms(room.id).map_err(failed(words, moderation))?;
    let rooms = own_rooms(moderation, &signed_in.actor).map_err(failed(words, moderation))?;
    Ok(DeskPage {
        words,
        frame: Frame::new(signed_in, "rooms"),
        path: format!("/host/rooms/{}", room.id),
        view: look.view.as_str(),
        shown: look.shown(),
        at: moderation.clock.now(),
        more: lists.found.map_or(lists.beside.counts.waiting, |found| found as i64) > look.shown(),
        sought,
        door: door_key(room.settings.door),
        locked: room.settings.door == Door::Closed,
        room,
        rooms,
        lists,
        lost_race: None,
        report: Vec::new(),
        enforcement_alarm: alarms > 0,
        unheard: !moderation.video.capabilities().tells_who_comes,
    })
}

/// A room that the actor may see the desk of; anything else is not found.
pub(super) fn visible_room(moderation: &Moderation, actor: &Actor, id: &str) -> Result<Room, WebError> {
    let words = Words::english();
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    let hosts = moderation.store.room_hosts(id).map_err(failed(words, moderation))?;
    if !may(Standing::to_room(actor, &hosts), Action::SeeRoom) {
        return Err(WebError::NotFound);
    }
    moderation.store.room(id).map_err(failed(words, moderation))?.ok_or(WebError::NotFound)
}

/// The rooms at the side: those where the actor is a host.
pub(super) fn own_rooms(moderation: &Moderation, actor: &Actor) -> Result<Vec<RoomSummary>, StoreError> {
    const ROOMS: i64 = 100;
    match actor.account() {
        Some((account, AccountRole::Host | AccountRole::Admin)) => moderation.store.rooms(Some(account), None, ROOMS),
        None => Ok(Vec::new()),
    }
}

fn failed(words: Words, moderation: &Moderation) -> impl FnOnce(StoreError) -> WebError {
    move |error| refusal::answer(Refusal::from(error), words, moderation.clock.now())
}

fn door_key(door: Door) -> &'static str {
    match door {
        Door::EveryoneWaits => "desk-door-everyone-waits",
        Door::TrustedEnter => "desk-door-trusted-enter",
        Door::EveryoneEnters => "desk-door-everyone-enters",
        Door::Closed => "desk-door-closed",
    }
}
