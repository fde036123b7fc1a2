//! A room's settings: its title, its door, and what guests and tokens tell.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use super::room::{InRoom, RoomHead};
use crate::domain::policy;
use crate::domain::room::{Door, Room};
use crate::domain::text::{PersonName, Title};
use crate::moderation::{Moderation, Refusal, RoomChange};
use crate::web::fields::{Field, Problems};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsForm {
    title: String,
    host_label: String,
    token_seconds: String,
    door: String,
    show_position: Option<Tick>,
    name_in_token: Option<Tick>,
}

/// A box that is ticked; one that is not is not sent.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
pub(super) enum Tick {
    #[serde(rename = "yes")]
    Yes,
}

#[derive(Deserialize)]
pub struct Saved {
    saved: Option<String>,
}

#[derive(Template)]
#[template(path = "host/room_settings.html")]
struct SettingsPage {
    words: Words,
    frame: Frame,
    head: RoomHead,
    /// Set after saving; then how many still wait.
    saved: Option<i64>,
    title: Field,
    host_label: Field,
    token_seconds: Field,
    doors: Vec<DoorChoice>,
    door_problem: Option<String>,
    show_position: bool,
    name_in_token: bool,
}

struct DoorChoice {
    value: &'static str,
    key: String,
    chosen: bool,
}

impl SettingsPage {
    fn new(at: &InRoom, words: Words, typed: &SettingsForm, problems: &Problems) -> Self {
        let field = |name, key: &str, value: &str| Field::new(name, words.say(key)).value(value).problem(problems);
        let host_label = field("host_label", "settings-host-label", &typed.host_label);
        let token_seconds = field("token_seconds", "settings-token-seconds", &typed.token_seconds);
        let doors = Door::ALL.map(|door| DoorChoice {
            value: door.as_str(),
            key: format!("door-{}", door.as_str().replace('_', "-")),
            chosen: door.as_str() == typed.door,
        });
        Self {
            words,
            frame: Frame::new(&at.me, "rooms"),
            head: RoomHead::new(at, "settings"),
            saved: None,
            title: field("title", "rooms-new-title", &typed.title),
            host_label: host_label.optional(words.say("shared-optional")).help(words.say("settings-host-label-help")),
            token_seconds: token_seconds
                .help(words.say("settings-token-seconds-help"))
                .attribute("inputmode", "numeric"),
            doors: doors.into(),
            door_problem: problems.of("door").map(str::to_owned),
            show_position: typed.show_position.is_some(),
            name_in_token: typed.name_in_token.is_some(),
        }
    }
}

impl From<&Room> for SettingsForm {
    fn from(room: &Room) -> Self {
        let settings = &room.settings;
        Self {
            title: room.title.to_string(),
            host_label: settings.host_label.as_ref().map(PersonName::to_string).unwrap_or_default(),
            token_seconds: settings.token_seconds.to_string(),
            door: settings.door.as_str().to_owned(),
            show_position: settings.show_position.then_some(Tick::Yes),
            name_in_token: settings.name_in_token.then_some(Tick::Yes),
        }
    }
}

impl SettingsForm {
    fn read(&self, words: Words, problems: &mut Problems) -> Option<RoomChange> {
        let title = problems.text(words, "title", Title::parse(&self.title));
        let host_label = problems.text(words, "host_label", PersonName::parse_optional(&self.host_label));
        let token_seconds = self.token_seconds.trim().parse().ok().filter(|it| policy::TOKEN_SECONDS.contains(it));
        if token_seconds.is_none() {
            problems.add("token_seconds", words.say("settings-token-seconds-wrong"));
        }
        let door = self.door.parse::<Door>().ok();
        if door.is_none() {
            problems.add("door", words.say("settings-door-wrong"));
        }
        problems.is_empty().then_some(RoomChange {
            title,
            door,
            host_label,
            show_position: Some(self.show_position.is_some()),
            name_in_token: Some(self.name_in_token.is_some()),
            token_seconds,
            ..RoomChange::default()
        })
    }
}

pub async fn show(
    at: InRoom,
    query: Query<Saved>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = SettingsPage::new(&at, words, &SettingsForm::from(&at.room), &Problems::default());
    let saved = match query.saved {
        Some(_) => {
            let counts = moderation.store.counts(at.room.id).await.map_err(Refusal::from);
            Some(counts.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?.waiting)
        }
        None => None,
    };
    respond::page(&SettingsPage { saved, ..page })
}

pub async fn save(
    FormBy(at, form): FormBy<InRoom, SettingsForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let mut problems = Problems::default();
    if let Some(wish) = form.read(words, &mut problems) {
        let done = moderation.change_room(&at.me.actor, at.room.id, wish).await;
        done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
        return Ok(respond::see_other(&format!("/host/rooms/{}/settings?saved=1", at.room.id)));
    }
    let page = SettingsPage::new(&at, words, &form, &problems);
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
