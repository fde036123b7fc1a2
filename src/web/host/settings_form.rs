//! What is said in the form of a room's settings, and reading it.

use jiff::Timestamp;
use serde::Deserialize;

use crate::domain::policy;
use crate::domain::preset::Preset;
use crate::domain::room::{Door, Room, Settings, WhenHostsLeave};
use crate::domain::text::{Message, PersonName, Title};
use crate::moderation::{RoomChange, Waiting};
use crate::web::Words;
use crate::web::fields::Problems;

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsForm {
    pub title: String,
    pub host_label: String,
    pub token_seconds: String,
    pub door: String,
    pub show_position: Option<Tick>,
    pub name_in_token: Option<Tick>,
    pub return_minutes: Option<String>,
    pub gone_minutes: Option<String>,
    pub admit_on_arrival: Option<Tick>,
    pub when_hosts_leave: Option<String>,
    pub most_in_call: Option<String>,
    pub most_waiting: Option<String>,
    pub one_at_a_time: Option<Tick>,
    pub closed_message: Option<String>,
    /// The button of a preset: fills the form, and saves nothing.
    pub preset: Option<String>,
    /// The answer to what becomes of those who wait …
    waiting: Option<Answer>,
    /// … at this time, in milliseconds.
    as_of: Option<i64>,
}

/// A box that is ticked; one that is not is not sent.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
pub(super) enum Tick {
    #[serde(rename = "yes")]
    Yes,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Keep,
    Admit,
}

fn tick(on: bool) -> Option<Tick> {
    on.then_some(Tick::Yes)
}

fn limit(most: Option<u32>) -> Option<String> {
    Some(most.map(|most| most.to_string()).unwrap_or_default())
}

impl From<&Room> for SettingsForm {
    fn from(room: &Room) -> Self {
        Self::of(room.title.to_string(), &room.settings)
    }
}

impl SettingsForm {
    fn of(title: String, settings: &Settings) -> Self {
        Self {
            title,
            host_label: settings.host_label.as_ref().map(PersonName::to_string).unwrap_or_default(),
            token_seconds: settings.token_seconds.to_string(),
            door: settings.door.as_str().to_owned(),
            show_position: tick(settings.show_position),
            name_in_token: tick(settings.name_in_token),
            return_minutes: Some(settings.return_minutes.to_string()),
            gone_minutes: Some(settings.gone_minutes.to_string()),
            admit_on_arrival: tick(settings.admit_on_arrival),
            when_hosts_leave: Some(settings.when_hosts_leave.as_str().to_owned()),
            most_in_call: limit(settings.most_in_call),
            most_waiting: limit(settings.most_waiting),
            one_at_a_time: tick(settings.one_at_a_time),
            closed_message: Some(settings.closed_message.as_ref().map(Message::to_string).unwrap_or_default()),
            preset: None,
            waiting: None,
            as_of: None,
        }
    }

    /// The same with every rule as a preset has it; what is no rule stays as it was typed.
    pub fn filled(&self, preset: Preset) -> Self {
        let title = self.title.clone();
        let filled = Self::of(title, &preset.fill(Settings::default()));
        Self {
            host_label: self.host_label.clone(),
            token_seconds: self.token_seconds.clone(),
            name_in_token: self.name_in_token,
            closed_message: self.closed_message.clone(),
            ..filled
        }
    }

    /// Whether the host has answered what becomes of those who wait.
    pub fn is_answered(&self) -> bool {
        self.waiting.is_some()
    }

    /// Every field with its value, to be sent once more with an answer.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let text = |text: &Option<String>| text.clone();
        let ticked = |tick: Option<Tick>| tick.map(|_| "yes".to_owned());
        let all = [
            ("title", Some(self.title.clone())),
            ("host_label", Some(self.host_label.clone())),
            ("token_seconds", Some(self.token_seconds.clone())),
            ("door", Some(self.door.clone())),
            ("show_position", ticked(self.show_position)),
            ("name_in_token", ticked(self.name_in_token)),
            ("return_minutes", text(&self.return_minutes)),
            ("gone_minutes", text(&self.gone_minutes)),
            ("admit_on_arrival", ticked(self.admit_on_arrival)),
            ("when_hosts_leave", text(&self.when_hosts_leave)),
            ("most_in_call", text(&self.most_in_call)),
            ("most_waiting", text(&self.most_waiting)),
            ("one_at_a_time", ticked(self.one_at_a_time)),
            ("closed_message", text(&self.closed_message)),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    pub fn read(&self, words: Words, problems: &mut Problems) -> Option<RoomChange> {
        let title = problems.text(words, "title", Title::parse(&self.title));
        let host_label = problems.text(words, "host_label", PersonName::parse_optional(&self.host_label));
        let door = chosen::<Door>(words, problems, "door", Some(&self.door));
        let rule = chosen::<WhenHostsLeave>(words, problems, "when_hosts_leave", self.when_hosts_leave.as_deref());
        let closed = self.closed_message.as_deref().map(Message::parse_optional).transpose();
        let closed_message = problems.text(words, "closed_message", closed).flatten();
        let mut number = |name, typed: Option<&str>, allowed| number(words, problems, name, typed, allowed);
        let token_seconds = number("token_seconds", Some(&self.token_seconds), policy::TOKEN_SECONDS);
        let return_minutes = number("return_minutes", self.return_minutes.as_deref(), policy::RETURN_MINUTES);
        let gone_minutes = number("gone_minutes", self.gone_minutes.as_deref(), policy::GONE_MINUTES);
        let mut most = |name, typed: &Option<String>, allowed| match typed.as_deref().map(str::trim) {
            None => None,
            Some("") => Some(None),
            typed => number(name, typed, allowed).map(Some),
        };
        let most_in_call = most("most_in_call", &self.most_in_call, policy::MOST_IN_CALL);
        let most_waiting = most("most_waiting", &self.most_waiting, policy::MOST_WAITING);
        let waiting = self.answer(words, problems);
        problems.is_empty().then_some(RoomChange {
            title,
            door,
            host_label,
            show_position: Some(self.show_position.is_some()),
            name_in_token: Some(self.name_in_token.is_some()),
            token_seconds,
            return_minutes,
            gone_minutes,
            admit_on_arrival: Some(self.admit_on_arrival.is_some()),
            when_hosts_leave: rule,
            most_in_call,
            most_waiting,
            one_at_a_time: Some(self.one_at_a_time.is_some()),
            closed_message,
            waiting,
            ..RoomChange::default()
        })
    }

    fn answer(&self, words: Words, problems: &mut Problems) -> Waiting {
        let as_of = self.as_of.and_then(|as_of| Timestamp::from_millisecond(as_of).ok());
        match (self.waiting, as_of) {
            (Some(Answer::Admit), Some(as_of)) => Waiting::Admit { as_of },
            (Some(Answer::Admit), None) => {
                problems.add("door", words.say("settings-door-wrong"));
                Waiting::Keep
            }
            (Some(Answer::Keep) | None, _) => Waiting::Keep,
        }
    }
}

/// A whole number within bounds; one that was not sent stays as it is.
fn number(
    words: Words,
    problems: &mut Problems,
    name: &'static str,
    typed: Option<&str>,
    allowed: std::ops::RangeInclusive<u32>,
) -> Option<u32> {
    let number = typed?.trim().parse().ok().filter(|number| allowed.contains(number));
    if number.is_none() {
        let bounds = [("least", (*allowed.start()).to_string().into()), ("most", (*allowed.end()).to_string().into())];
        problems.add(name, words.say_with("settings-number-wrong", &bounds));
    }
    number
}

fn chosen<T: std::str::FromStr>(
    words: Words,
    problems: &mut Problems,
    name: &'static str,
    typed: Option<&str>,
) -> Option<T> {
    let chosen = typed?.parse().ok();
    if chosen.is_none() {
        problems.add(name, words.say("settings-door-wrong"));
    }
    chosen
}
