//! What is kept of guests: found by name and room, given out as a file, erased at once.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::text::GuestName;
use crate::moderation::{Moderation, Refusal};
use crate::store::{FoundGuest, GuestFilter};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::identity::{Admin, ConfirmedAdmin, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

/// Guests on one page.
const AT_ONCE: i64 = 100;

#[derive(Default, Deserialize)]
pub struct GuestQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    room: String,
    erased: Option<usize>,
}

/// The boxes that were ticked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    #[serde(default)]
    id: Vec<AdmissionId>,
}

#[derive(Template)]
#[template(path = "admin/guests.html")]
struct GuestsPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    q: String,
    room: String,
    rooms: Vec<(String, String)>,
    guests: Vec<Row>,
    keep_days: u32,
    /// So many were just erased.
    erased: Option<usize>,
    problem: Option<String>,
}

struct Row {
    id: AdmissionId,
    name: String,
    room: String,
    invite: Option<String>,
    asked: Markup,
}

impl GuestsPage {
    async fn new(me: &SignedIn, moderation: &Moderation, words: Words, query: GuestQuery) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let rooms = moderation.store.rooms(None, None, i64::MAX)?;
        let filter = GuestFilter {
            skeleton: GuestName::parse(&query.q).ok().map(|name| name.skeleton()),
            room: query.room.parse::<RoomId>().ok(),
            ..GuestFilter::default()
        };
        let row = |guest: FoundGuest| Row {
            id: guest.id,
            name: guest.name.to_string(),
            room: guest.room_title.to_string(),
            invite: guest.invite_label.map(|label| label.to_string()),
            asked: markup::when(words, guest.requested_at, now),
        };
        Ok(Self {
            words,
            frame: Frame::new(me, "people"),
            unconfirmed: !me.is_confirmed(now),
            q: query.q,
            room: query.room,
            rooms: rooms.into_iter().map(|it| (it.room.id.to_string(), it.room.title.to_string())).collect(),
            guests: moderation.store.find_guests(&filter, AT_ONCE).await?.into_iter().map(row).collect(),
            keep_days: moderation.keep_days,
            erased: query.erased,
            problem: None,
        })
    }
}

pub async fn show(
    Admin(me): Admin,
    query: Query<GuestQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = GuestsPage::new(&me, &moderation, words, query.into_inner()).await;
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}

pub async fn erase(
    FormBy(ConfirmedAdmin(me), form): FormBy<ConfirmedAdmin, Chosen>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    match moderation.erase_guests(&me.actor, form.id).await {
        Ok(count) => Ok(respond::see_other(&format!("/admin/guests?erased={count}"))),
        Err(Refusal::Forbidden("still_here")) => {
            let page = GuestsPage::new(&me, &moderation, words, GuestQuery::default()).await.map_err(refused)?;
            let problem = Some(words.say("refused-still-here"));
            respond::page_with(StatusCode::FORBIDDEN, &GuestsPage { problem, ..page })
        }
        Err(error) => Err(refused(error)),
    }
}

pub async fn export(
    FormBy(ConfirmedAdmin(me), form): FormBy<ConfirmedAdmin, Chosen>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let record = moderation.export_guests(&me.actor, form.id).await;
    let record = record.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"guests.json\""))
        .body(serde_json::to_string_pretty(&record).map_err(WebError::internal)?))
}
