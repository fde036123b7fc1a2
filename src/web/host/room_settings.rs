//! A room's settings: its title, the rules of its door, and what guests and tokens tell. Where people wait, a changed
//! door asks what becomes of them before anything is saved.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use super::door_words::{PresetChoice, meaning, presets};
use super::room::{InRoom, RoomHead};
use super::settings_form::SettingsForm;
use crate::domain::preset::Preset;
use crate::domain::room::{Door, Settings, WhenHostsLeave};
use crate::moderation::{Moderation, Refusal, RoomChange};
use crate::web::fields::{Field, Problems};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::{WebError, Words, refusal, respond};

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
    /// The preset that has just filled the form; nothing is saved yet.
    filled: Option<String>,
    presets: Vec<PresetChoice>,
    /// What the rules mean.
    meaning: Vec<String>,
    texts: Vec<Field>,
    doors: Choices,
    leaving: Choices,
    numbers: Vec<Field>,
    keep_days: Field,
    /// Of the call itself: how long tokens can be used, and which session it is.
    call: Vec<Field>,
    closed_message: Field,
    show_position: bool,
    name_in_token: bool,
    admit_on_arrival: bool,
    one_at_a_time: bool,
}

/// One of several, with what is wrong.
struct Choices {
    name: &'static str,
    legend: &'static str,
    all: Vec<Choice>,
    problem: Option<String>,
}

struct Choice {
    value: &'static str,
    key: String,
    chosen: bool,
}

impl Choices {
    fn new(name: &'static str, legend: &'static str, chosen: &str, problems: &Problems) -> Self {
        Self { name, legend, all: Vec::new(), problem: problems.of(name).map(str::to_owned) }.with(chosen)
    }

    fn with(mut self, chosen: &str) -> Self {
        let values: Vec<&'static str> = match self.name {
            "door" => Door::ALL.into_iter().map(Door::as_str).collect(),
            _ => WhenHostsLeave::ALL.into_iter().map(WhenHostsLeave::as_str).collect(),
        };
        let choice = |value: &'static str| Choice {
            value,
            key: match self.name {
                "door" => format!("door-{}", value.replace('_', "-")),
                _ => format!("hosts-leave-{}", value.replace('_', "-")),
            },
            chosen: value == chosen,
        };
        self.all = values.into_iter().map(choice).collect();
        self
    }
}

impl SettingsPage {
    fn new(at: &InRoom, words: Words, typed: &SettingsForm, problems: &Problems) -> Self {
        let field = |name, key: &str, value: &str| Field::new(name, words.say(key)).value(value).problem(problems);
        let number = |name: &'static str, key: &str, value: &Option<String>| {
            let field = field(name, key, value.as_deref().unwrap_or_default()).attribute("inputmode", "numeric");
            field.help(words.say(&format!("settings-{}-help", name.replace('_', "-"))))
        };
        let optional = || words.say("shared-optional");
        let title = field("title", "rooms-new-title", &typed.title);
        let host_label = field("host_label", "settings-host-label", &typed.host_label).optional(optional());
        let token_seconds = Some(typed.token_seconds.clone());
        let closed = typed.closed_message.as_deref().unwrap_or_default();
        let closed = field("closed_message", "settings-closed-message", closed).optional(optional());
        let session_id = typed.session_id.as_deref().unwrap_or_default();
        let session_id = field("session_id", "settings-session-id", session_id).optional(optional());
        let leaving = typed.when_hosts_leave.as_deref().unwrap_or_default();
        Self {
            words,
            frame: Frame::new(&at.me, "rooms"),
            head: RoomHead::new(at, "settings"),
            saved: None,
            filled: None,
            presets: presets(words, None),
            meaning: meaning(words, &as_typed(at, words, typed)),
            texts: vec![title, host_label.help(words.say("settings-host-label-help"))],
            doors: Choices::new("door", "settings-door", &typed.door, problems),
            leaving: Choices::new("when_hosts_leave", "settings-hosts-leave", leaving, problems),
            numbers: vec![
                number("return_minutes", "settings-return-minutes", &typed.return_minutes),
                number("gone_minutes", "settings-gone-minutes", &typed.gone_minutes),
                number("most_in_call", "settings-most-in-call", &typed.most_in_call).optional(optional()),
                number("most_waiting", "settings-most-waiting", &typed.most_waiting).optional(optional()),
            ],
            keep_days: field("keep_days", "settings-keep-days", typed.keep_days.as_deref().unwrap_or_default())
                .optional(optional())
                .help(words.say("settings-keep-days-help"))
                .attribute("inputmode", "numeric"),
            call: vec![
                number("token_seconds", "settings-token-seconds", &token_seconds),
                session_id.help(words.say("settings-session-id-help")).attribute("autocomplete", "off"),
            ],
            closed_message: closed.help(words.say("settings-closed-message-help")),
            show_position: typed.show_position.is_some(),
            name_in_token: typed.name_in_token.is_some(),
            admit_on_arrival: typed.admit_on_arrival.is_some(),
            one_at_a_time: typed.one_at_a_time.is_some(),
        }
    }
}

/// The room's settings with what is typed, as far as it can be.
fn as_typed(at: &InRoom, words: Words, typed: &SettingsForm) -> Settings {
    match typed.read(words, &mut Problems::default()) {
        Some(wish) => wish.seen(at.room.settings.clone()),
        None => at.room.settings.clone(),
    }
}

/// "5 are waiting": what becomes of them?
#[derive(Template)]
#[template(path = "host/door_question.html")]
struct QuestionPage {
    words: Words,
    frame: Frame,
    head: RoomHead,
    waiting: i64,
    door: String,
    fields: Vec<(&'static str, String)>,
    as_of: i64,
}

pub async fn show(
    at: InRoom,
    query: Query<Saved>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = SettingsPage::new(&at, words, &SettingsForm::from(&at.room), &Problems::default());
    let saved = match query.saved {
        Some(_) => Some(waiting_in(&at, &moderation, words)?),
        None => None,
    };
    respond::page(&SettingsPage { saved, ..page })
}

pub async fn save(
    FormBy(at, form): FormBy<InRoom, SettingsForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    if let Some(preset) = &form.preset {
        let preset: Preset = preset.parse().map_err(|_| WebError::bad_value("preset"))?;
        let page = SettingsPage::new(&at, words, &form.filled(preset), &Problems::default());
        let filled = Some(words.say(&format!("preset-{}", preset.as_str().replace('_', "-"))));
        return respond::page(&SettingsPage { filled, presets: presets(words, Some(preset)), ..page });
    }
    let mut problems = Problems::default();
    let Some(wish) = form.read(words, &mut problems) else {
        let page = SettingsPage::new(&at, words, &form, &problems);
        return respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    if let Some(waiting) = asks(&at, &form, &wish, &moderation, words)? {
        let page = QuestionPage {
            words,
            frame: Frame::new(&at.me, "rooms"),
            head: RoomHead::new(&at, "settings"),
            waiting,
            door: words.say(&format!("door-{}", form.door.replace('_', "-"))),
            fields: form.fields(),
            as_of: moderation.clock.now().as_millisecond(),
        };
        return respond::page(&page);
    }
    match moderation.change_room(&at.me.actor, at.room.id, wish).await {
        Ok(_) => {}
        // The one setting that only the video provider can judge.
        Err(Refusal::Invalid { field: "session_id", .. }) => {
            problems.add("session_id", words.say("settings-session-id-wrong"));
            let page = SettingsPage::new(&at, words, &form, &problems);
            return respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        Err(error) => return Err(refusal::answer(error, words, moderation.clock.now())),
    }
    Ok(respond::see_other(&format!("/host/rooms/{}/settings?saved=1", at.room.id)))
}

/// How many wait, where the door changes and nobody has said yet what becomes of them.
fn asks(
    at: &InRoom,
    form: &SettingsForm,
    wish: &RoomChange,
    moderation: &Moderation,
    words: Words,
) -> Result<Option<i64>, WebError> {
    if form.is_answered() || wish.door == Some(at.room.settings.door) {
        return Ok(None);
    }
    Ok(Some(waiting_in(at, moderation, words)?).filter(|waiting| *waiting > 0))
}

fn waiting_in(at: &InRoom, moderation: &Moderation, words: Words) -> Result<i64, WebError> {
    let counts = moderation.store.counts(at.room.id).map_err(Refusal::from);
    Ok(counts.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?.waiting)
}
