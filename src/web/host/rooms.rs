//! All my rooms in one list, with how many wait where, and making a new one. Admins see all rooms.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

use super::door_words::{PresetChoice, meaning, presets};
use crate::domain::account::AccountRole;
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::preset::Preset;
use crate::domain::room::{Door, Settings};
use crate::domain::text::Title;
use crate::moderation::{Moderation, Refusal, RoomChange};
use crate::store::RoomSummary;
use crate::web::fields::{Field, Problems};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::identity::SignedIn;
use crate::web::markup::{self, Markup};
use crate::web::words::isolated;
use crate::web::{WebError, Words, refusal, respond};

/// Rooms on one page.
const AT_ONCE: usize = 100;
/// Of those waiting in each room, so many are shown here; all of them on the desk.
const SHOWN_OF_EACH: i64 = 10;

#[derive(Default, Deserialize)]
pub struct RoomsQuery {
    /// Rooms after this one.
    after: Option<RoomId>,
    /// Set where the form for a new room is asked for by a browser without scripts: that page stays as it is.
    new: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewRoomForm {
    title: String,
    /// The rules of the door; the usual ones when nothing is said.
    preset: Option<String>,
}

#[derive(Template)]
#[template(path = "host/rooms.html")]
struct RoomsPage {
    words: Words,
    frame: Frame,
    rooms: Vec<Row>,
    waiting: i64,
    waiting_rooms: usize,
    more_after: Option<RoomId>,
    is_first: bool,
    form_asked_for: bool,
    title: Field,
    presets: Vec<PresetChoice>,
    /// What the usual rules mean.
    usual: String,
    usual_chosen: bool,
}

struct Row {
    id: RoomId,
    title: String,
    closed: bool,
    in_call: i64,
    waiting: i64,
    held: i64,
    longest_wait: Option<Markup>,
    /// The first of those waiting.
    queue: Vec<Waiting>,
}

/// Somebody who waits in one of the rooms.
struct Waiting {
    id: AdmissionId,
    revision: u32,
    name: String,
    since: Markup,
    claimed_by: Option<Markup>,
}

impl Row {
    /// Where a decision about one of those waiting is posted; it leads back here.
    fn path(&self, guest: &Waiting, act: &str) -> String {
        let revision = guest.revision;
        format!("/host/rooms/{}/admissions/{}/{act}?revision={revision}&back=rooms", self.id, guest.id)
    }
}

impl RoomsPage {
    fn new(me: &SignedIn, moderation: &Moderation, words: Words, query: &RoomsQuery) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let of = (me.account.role != AccountRole::Admin).then_some(me.account.id);
        let limit = i64::try_from(AT_ONCE + 1).unwrap_or(i64::MAX);
        let mut found = moderation.store.rooms(of, query.after, limit)?;
        let has_more = found.len() > AT_ONCE;
        found.truncate(AT_ONCE);
        let row = |RoomSummary { room, counts, longest_wait_since }| Row {
            id: room.id,
            title: room.title.to_string(),
            closed: room.settings.door == Door::Closed,
            in_call: counts.admitted,
            waiting: counts.waiting,
            held: counts.held,
            longest_wait: longest_wait_since.map(|since| markup::when(words, since, now)),
            queue: Vec::new(),
        };
        let mut rooms: Vec<Row> = found.into_iter().map(row).collect();
        for room in rooms.iter_mut().filter(|room| room.waiting > 0) {
            let waiting = moderation.store.desk_rows_in(room.id, "waiting", SHOWN_OF_EACH)?;
            room.queue = waiting.into_iter().map(|row| waiting_row(moderation, &row.admission, words, now)).collect();
        }
        Ok(Self {
            words,
            frame: Frame::new(me, "rooms"),
            waiting: rooms.iter().map(|room| room.waiting).sum(),
            waiting_rooms: rooms.iter().filter(|room| room.waiting > 0).count(),
            more_after: rooms.last().filter(|_| has_more).map(|room| room.id),
            is_first: query.after.is_none(),
            form_asked_for: query.new.is_some(),
            title: title_field(words, "", &Problems::default()),
            presets: presets(words, None),
            usual: meaning(words, &Settings::default()).join(" "),
            usual_chosen: true,
            rooms,
        })
    }
}

fn waiting_row(moderation: &Moderation, admission: &Admission, words: Words, now: Timestamp) -> Waiting {
    let claim = moderation.claims.of(admission.id, now);
    let said = claim.map(|claim| words.say_with("desk-claimed", &[("by", isolated(&claim.by))]));
    Waiting {
        id: admission.id,
        revision: admission.revision,
        name: admission.name.to_string(),
        since: markup::when(words, admission.requested_at, now),
        claimed_by: said.map(|said| markup::sentence(&said)),
    }
}

fn title_field(words: Words, typed: &str, problems: &Problems) -> Field {
    let field = Field::new("title", words.say("rooms-new-title")).value(typed).help(words.say("rooms-new-title-help"));
    field.problem(problems)
}

pub async fn show(
    me: SignedIn,
    query: Query<RoomsQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = RoomsPage::new(&me, &moderation, words, &query);
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}

pub async fn create(
    FormBy(me, form): FormBy<SignedIn, NewRoomForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let mut problems = Problems::default();
    let preset = form.preset.as_deref().filter(|preset| !preset.is_empty()).map(str::parse::<Preset>).transpose();
    let preset = preset.map_err(|_| WebError::bad_value("preset"))?;
    if let Some(title) = problems.text(words, "title", Title::parse(&form.title)) {
        let wish = RoomChange { title: Some(title), preset, ..RoomChange::default() };
        let room = moderation.create_room(&me.actor, wish, None).await.map_err(refused)?;
        return Ok(respond::see_other(&format!("/host/rooms/{}", room.id)));
    }
    let query = RoomsQuery { new: Some(String::new()), ..RoomsQuery::default() };
    let page = RoomsPage::new(&me, &moderation, words, &query).map_err(refused)?;
    let page = RoomsPage {
        title: title_field(words, &form.title, &problems),
        presets: presets(words, preset),
        usual_chosen: preset.is_none(),
        ..page
    };
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
