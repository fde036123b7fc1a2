//! What a page of the log is asked for: a form of fields in the address, and the addresses of other pages of the same part.

use serde::Deserialize;
use url::form_urlencoded::Serializer;

use super::{WebError, Words};
use crate::moderation::{LogFormat, LogWish, Moderation, Refusal};
use crate::store::{EntryFilter, Turn};
use crate::web::{form, refusal};

/// Fields in the address of a log page. An empty one says nothing, as browsers send it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogQuery {
    pub actor: String,
    pub action: String,
    pub room: String,
    pub from: String,
    pub to: String,
    /// Entries older than this one.
    before: Option<i64>,
    /// Entries newer than this one.
    after: Option<i64>,
    /// Of the file: `csv` or `json`.
    format: String,
}

impl LogQuery {
    /// # Errors
    /// 422, naming the field.
    pub fn read(query: &str) -> Result<Self, WebError> {
        let read: Self = form::parse(query.as_bytes())?;
        if read.before.is_some() && read.after.is_some() { Err(WebError::bad_value("after")) } else { Ok(read) }
    }

    /// The part of the log that is meant.
    ///
    /// # Errors
    /// 422, naming the field.
    pub fn filter(&self, words: Words, moderation: &Moderation) -> Result<EntryFilter, WebError> {
        let (room, actor, action, from, to) = (&self.room, &self.actor, &self.action, &self.from, &self.to);
        let wish = LogWish { room, actor, action, admission: "", from, to };
        wish.parse().map_err(|error| refusal::answer(error, words, moderation.clock.now()))
    }

    /// # Errors
    /// 422 for `format`.
    pub fn format(&self, words: Words, moderation: &Moderation) -> Result<LogFormat, WebError> {
        self.format.parse().map_err(|error: Refusal| refusal::answer(error, words, moderation.clock.now()))
    }

    pub fn turn(&self) -> Turn {
        match (self.before, self.after) {
            (Some(entry), _) => Turn::Before(entry),
            (None, Some(entry)) => Turn::After(entry),
            (None, None) => Turn::Latest,
        }
    }

    pub fn is_filtered(&self) -> bool {
        self.said().next().is_some()
    }

    fn said(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let fields = [
            ("actor", &self.actor),
            ("action", &self.action),
            ("room", &self.room),
            ("from", &self.from),
            ("to", &self.to),
        ];
        fields.into_iter().map(|(name, value)| (name, value.as_str())).filter(|(_, value)| !value.is_empty())
    }

    /// The address of something about the same part, with one more field.
    pub fn address(&self, path: &str, further: Option<(&str, &str)>) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.said()).extend_pairs(further);
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// One thing to choose: what the address says, the word, whether it is chosen.
#[derive(Debug)]
pub struct Choice {
    pub value: String,
    pub word: String,
    pub chosen: bool,
}

/// The form above a log.
#[derive(Debug)]
pub struct FilterForm {
    pub who: Vec<Choice>,
    pub what: Vec<Choice>,
    /// Empty where the page is about one room.
    pub rooms: Vec<Choice>,
    pub from: String,
    pub to: String,
}

impl FilterForm {
    /// The form with what is chosen. `people` are accounts and keys, `rooms` rooms: each with id and name.
    pub fn new(
        words: Words,
        query: &LogQuery,
        people: Vec<(String, String)>,
        actions: Vec<String>,
        rooms: Vec<(String, String)>,
    ) -> Self {
        let choice = |chosen: &str, value: String, word| Choice { chosen: chosen == value, value, word };
        let kinds = [("guest", words.say("log-filter-guests")), ("system", words.say("log-system"))];
        let kinds = kinds.into_iter().map(|(value, word)| (value.to_owned(), word));
        let who = kinds.chain(people).map(|(value, word)| choice(&query.actor, value, word)).collect();
        let mut what: Vec<Choice> =
            actions.into_iter().map(|action| choice(&query.action, action.clone(), act(&action, words))).collect();
        what.sort_by(|one, other| one.word.cmp(&other.word));
        let rooms = rooms.into_iter().map(|(value, word)| choice(&query.room, value, word)).collect();
        Self { who, what, rooms, from: day(&query.from), to: day(&query.to) }
    }
}

/// The form's fields take days; a time in the address shows as its day.
fn day(text: &str) -> String {
    text.get(..10).unwrap_or_default().to_owned()
}

/// What an act is called. One that the catalogue has no word for is named as it stands in the log.
fn act(action: &str, words: Words) -> String {
    let key = format!("log-act-{}", action.replace('_', "-"));
    let word = words.say(&key);
    if word == key { action.replace('_', " ") } else { word }
}
