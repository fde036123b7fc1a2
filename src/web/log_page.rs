//! The log as sentences, for hosts (their rooms, their guests) and admins (all). What an entry holds beyond its sentence
//! is folded away below it.

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::Timestamp;
use serde_json::Value;

use super::markup::{self, Markup};
use super::words::{FluentValue, isolated};
use super::{WebError, Words, refusal};
use crate::domain::admission::PresetReason;
use crate::moderation::Moderation;
use crate::store::{Entry, EntryFilter, Turn};

mod filter; // which part

pub use filter::{FilterForm, LogQuery};

/// Entries on one page.
const AT_ONCE: usize = 100;
/// How the log writes a time in full.
const EXACT: &str = "%Y-%m-%d %H:%M:%S UTC";

/// A piece of the log, newest first, in days.
#[derive(Template)]
#[template(path = "shared/log.html")]
pub struct Log {
    words: Words,
    days: Vec<Day>,
    /// The page's own address, for its form.
    path: String,
    form: Option<FilterForm>,
    is_filtered: bool,
    /// Where the same part is as files.
    files: [String; 2],
    older: Option<String>,
    newer: Option<String>,
    /// Whether each entry names its room.
    with_rooms: bool,
}

impl HtmlSafe for Log {}

struct Day {
    date: String,
    lines: Vec<Line>,
}

struct Line {
    at: Timestamp,
    sentence: Markup,
    room: Option<(String, String)>,
    /// The way to the guest's own timeline.
    timeline: Option<String>,
    details: Vec<(String, String)>,
}

impl Line {
    fn exact(&self) -> String {
        self.at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
    }

    fn clock(&self) -> String {
        self.at.strftime("%H:%M").to_string()
    }
}

impl Log {
    /// Reads a page of the log. `path` is the page's own address; its files are below it at `/export`.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn read(
        moderation: &Moderation,
        words: Words,
        filter: &EntryFilter,
        query: &LogQuery,
        path: String,
    ) -> Result<Self, WebError> {
        let limit = i64::try_from(AT_ONCE + 1).unwrap_or(i64::MAX);
        let entries = moderation.store.log_page(filter, query.turn(), limit).await;
        let mut entries = entries.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
        let (more_older, more_newer) = more(query.turn(), entries.len());
        if entries.len() > AT_ONCE {
            // The one that only tells of more is the farthest from where the page begins.
            entries.remove(if matches!(query.turn(), Turn::After(_)) { 0 } else { AT_ONCE });
        }
        let turn = |name: &str, entry: Option<&Entry>| {
            entry.map(|entry| query.address(&path, Some((name, &entry.sequence.to_string()))))
        };
        let older = turn("before", entries.last().filter(|_| more_older));
        let newer = turn("after", entries.first().filter(|_| more_newer));
        let file = |format| query.address(&format!("{path}/export"), Some(("format", format)));
        Ok(Self {
            words,
            days: days(&entries, words, filter),
            form: None,
            is_filtered: query.is_filtered(),
            files: [file("csv"), file("json")],
            older,
            newer,
            with_rooms: filter.room.is_none() && filter.admission.is_none(),
            path,
        })
    }

    /// With a form above that chooses the part, and the same part as files.
    #[must_use]
    pub fn with_form(self, form: FilterForm) -> Self {
        Self { form: Some(form), ..self }
    }
}

/// Whether there are pages on the older and on the newer side of one that found so many entries.
fn more(turn: Turn, found: usize) -> (bool, bool) {
    let further = found > AT_ONCE;
    match turn {
        Turn::Latest => (further, false),
        Turn::Before(_) => (further, true),
        Turn::After(_) => (true, further),
    }
}

fn days(entries: &[Entry], words: Words, filter: &EntryFilter) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for entry in entries {
        let date = entry.at.strftime("%Y-%m-%d").to_string();
        if days.last().is_none_or(|day| day.date != date) {
            days.push(Day { date, lines: Vec::new() });
        }
        if let Some(day) = days.last_mut() {
            day.lines.push(line(entry, words, filter.admission.is_none()));
        }
    }
    days
}

fn line(entry: &Entry, words: Words, with_timeline: bool) -> Line {
    let room = entry.room_id.zip(entry.room_title.clone());
    let timeline = entry.admission_id.zip(entry.room_id).filter(|_| with_timeline);
    Line {
        at: entry.at,
        sentence: markup::with_names(&sentence(entry, words)),
        room: room.map(|(id, title)| (id.to_string(), title)),
        timeline: timeline.map(|(admission, room)| format!("/host/rooms/{room}/admissions/{admission}")),
        details: details(entry, words),
    }
}

/// "Ana admitted Sam as Speaker." An act that the catalogue has no sentence for is named as it stands in the log.
fn sentence(entry: &Entry, words: Words) -> String {
    let detail = |name: &str| entry.detail.get(name);
    let text = |name: &str| detail(name).and_then(Value::as_str).unwrap_or_default();
    let label_erased = entry.erased && detail("label").is_none();
    let is_server = entry.actor_kind == "system";
    let actor = if is_server { words.say("log-system") } else { entry.actor_name.clone() };
    // A host's own token concerns no guest.
    let guest = entry.guest_name.as_deref().unwrap_or(&actor);
    let mut arguments: Vec<(&'static str, FluentValue<'static>)> = vec![
        ("actor", isolated(&actor)),
        ("guest", isolated(guest)),
        ("name", isolated(text("name"))),
        ("email", isolated(text("email"))),
        ("title", isolated(text("title"))),
        ("label", isolated(text("invite_label"))),
        ("said", isolated(&said(entry, words))),
    ];
    if label_erased {
        arguments.push(("label", words.say("log-erased").into()));
    } else if let Some(label) = detail("label").and_then(Value::as_str) {
        arguments.push(("label", isolated(label)));
    }
    for name in ["role", "from", "to", "scope", "entry", "cause", "how", "rule"] {
        arguments.push((name, word_for(name, text(name), words).into()));
    }
    arguments.push(("count", detail("count").and_then(Value::as_u64).unwrap_or_default().into()));
    arguments.push(("until", until(text("expires_at")).into()));
    arguments.push(("length", away(entry, words).into()));
    let changed = detail("changed").and_then(Value::as_array).map(|names| {
        names.iter().filter_map(Value::as_str).map(|name| word_for("setting", name, words)).collect::<Vec<_>>()
    });
    arguments.push(("changed", words.list(&changed.unwrap_or_default()).into()));
    let key = key(entry);
    let sentence = words.say_with(&key, &arguments);
    if sentence != key {
        return sentence;
    }
    arguments.push(("action", entry.action.replace('_', " ").into()));
    words.say_with("log-other", &arguments)
}

fn until(time: &str) -> String {
    time.parse::<Timestamp>().map(|at| at.strftime("%H:%M:%S").to_string()).unwrap_or_default()
}

/// How long somebody was away: "40 s", "3 min".
fn away(entry: &Entry, words: Words) -> String {
    let seconds = entry.detail.get("away_seconds").and_then(Value::as_u64).unwrap_or_default();
    let (key, count) = if seconds < 120 { ("log-away-seconds", seconds) } else { ("log-away-minutes", seconds / 60) };
    words.say_with(key, &[("count", count.into())])
}

/// The sentence's key: the act, and where it reads differently, its kind.
fn key(entry: &Entry) -> String {
    let is_set =
        |name: &str| entry.detail.get(name).is_some_and(|value| !value.is_null() && value != &Value::Bool(false));
    let is_erased = |name: &str| entry.erased && entry.detail.get(name).is_none();
    let text = |name: &str| entry.detail.get(name).and_then(Value::as_str).unwrap_or_default();
    let kind = match entry.action.as_str() {
        "admission_requested" if is_set("invite_label") => ".labelled",
        "denied" | "removed" if is_set("blocked") => ".blocked",
        "denied" if is_set("reason") => ".reasoned",
        "sent_back" | "messaged" if is_set("message") => ".reasoned",
        // Erased is not the same as never given: that nothing was typed is kept.
        "invite_created" | "invite_revoked" if is_set("label") || is_erased("label") => ".labelled",
        "sign_in_failed" if text("email").is_empty() => ".unknown",
        _ => "",
    };
    format!("log-{}{kind}", entry.action.replace('_', "-"))
}

/// A host's words, or our own sentence where a preset was chosen.
fn said(entry: &Entry, words: Words) -> String {
    let text = |name: &str| entry.detail.get(name).and_then(Value::as_str);
    let said = text("reason").or_else(|| text("message")).unwrap_or_default();
    match PresetReason::ALL.into_iter().find(|preset| preset.as_str() == said) {
        Some(preset) => words.say(&format!("log-reason-{}", preset.as_str().replace('_', "-"))),
        None => said.to_owned(),
    }
}

/// What people call a value of ours, such as a role. What has no word stands as it is.
fn word_for(kind: &str, value: &str, words: Words) -> String {
    let is_session_role = matches!(value, "subscriber" | "publisher" | "publisheronly" | "moderator");
    let key = match kind {
        "role" | "from" | "to" if is_session_role => format!("role-{value}"),
        "role" | "from" | "to" | "scope" => format!("account-role-{value}"),
        _ => format!("log-{kind}-{}", value.replace('_', "-")),
    };
    let word = words.say(&key);
    if word == key { value.to_owned() } else { word }
}

fn details(entry: &Entry, words: Words) -> Vec<(String, String)> {
    let mut details = vec![(words.say("log-detail-when"), entry.at.strftime(EXACT).to_string())];
    if let Some(address) = &entry.address {
        details.push((words.say("log-detail-from"), address.clone()));
    } else if entry.erased {
        details.push((words.say("log-detail-from"), words.say("log-erased")));
    }
    details.push((words.say("log-detail-by"), words.say(&format!("log-actor-{}", entry.actor_kind.replace('_', "-")))));
    if entry.action == "token_issued" {
        let told = ["generation", "expires_at"].into_iter().filter_map(|name| Some((name, entry.detail.get(name)?)));
        details.extend(told.map(|(name, value)| {
            let value = value.as_str().map_or_else(|| value.to_string(), exact_if_time);
            (words.say(&format!("log-detail-{}", name.replace('_', "-"))), value)
        }));
    }
    details.push((words.say("log-detail-entry"), entry.sequence.to_string()));
    details.push((words.say("log-detail-hash"), entry.hash.to_string()));
    details
}

/// A time as the log writes all its times; any other text as it is.
fn exact_if_time(text: &str) -> String {
    text.parse::<Timestamp>().map_or_else(|_| text.to_owned(), |at| at.strftime(EXACT).to_string())
}

#[cfg(test)]
mod tests;
