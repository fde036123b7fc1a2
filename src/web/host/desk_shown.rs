//! Rows of a desk as markup. Rows of those present are kept for a minute: whoever looks next, and sees the same, gets the same
//! bytes, and nothing of them is read or rendered anew.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::{SignedDuration, Timestamp};

use super::desk_row::{List, Row};
use crate::domain::admission::State;
use crate::domain::ids::AdmissionId;
use crate::live::Presence;
use crate::web::Words;
use crate::web::markup::Markup;

/// So many rows are kept at most: some ten megabytes.
const MOST: usize = 2_000;

/// A row, rendered.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// What a host picks the row by.
    pub pick: Arc<str>,
    /// Without its end.
    row: Arc<str>,
    /// None for those who have come to an end, and for the stream, whose pages have patterns of them.
    buttons: Option<Arc<str>>,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.row)?;
        f.write_str(self.buttons.as_deref().unwrap_or_default())?;
        f.write_str("</li>")
    }
}

impl HtmlSafe for Shown {}

impl Shown {
    pub fn new(row: &Row, buttons: Option<Markup>) -> Self {
        let words = row.words;
        let rendered = match row.list() {
            List::Waiting | List::Held => Markup::of(&AtTheDoor { row, words }),
            List::InCall => Markup::of(&InTheCall { row, words }),
            List::Earlier => Markup::of(&Gone { row, words }),
        };
        Self { pick: row.pick().into(), row: rendered.into(), buttons: buttons.map(Arc::from) }
    }

    pub fn bare(self) -> Self {
        Self { buttons: None, ..self }
    }
}

#[derive(Template)]
#[template(path = "host/desk_row.html")]
struct AtTheDoor<'a> {
    row: &'a Row,
    words: Words,
}

#[derive(Template)]
#[template(path = "host/desk_person.html")]
struct InTheCall<'a> {
    row: &'a Row,
    words: Words,
}

#[derive(Template)]
#[template(path = "host/desk_ended.html")]
struct Gone<'a> {
    row: &'a Row,
    words: Words,
}

/// What a row was made of. Whatever else it shows changes the sequence of the admission, as live desks hear of changes by
/// nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub sequence: i64,
    pub presence: Presence,
    pub hand: Option<Timestamp>,
    /// The host who looks after the guest.
    pub claimed_by: Option<String>,
}

/// A row that was just made.
#[derive(Debug)]
pub(super) struct Made {
    pub guest: AdmissionId,
    pub shown: Shown,
    facts: Facts,
    /// When the words about a time in it will be others.
    until: Timestamp,
}

impl Row {
    pub fn made(&self, shown: Shown) -> Made {
        let facts = Facts {
            sequence: self.admission().sequence,
            presence: self.presence,
            hand: self.hand,
            claimed_by: self.claim.as_ref().map(|claim| claim.by.clone()),
        };
        Made { guest: self.admission().id, shown, facts, until: self.until() }
    }

    /// Until when the words about times in it stay as they are, for somebody present.
    fn until(&self) -> Timestamp {
        let (since, by_seconds) = match self.admission().state {
            State::Admitted { since, .. } => (since, true),
            _ => (self.waits_since(), false),
        };
        let age = self.now.duration_since(since).as_secs().max(0);
        let next = if by_seconds && age < 60 { age + 1 } else { (age / 60 + 1) * 60 };
        since + SignedDuration::from_secs(next)
    }
}

/// Clones share the rows.
#[derive(Clone, Debug, Default)]
pub struct KeptRows {
    rows: Arc<Mutex<HashMap<(AdmissionId, &'static str), Made>>>,
}

impl KeptRows {
    /// The row of somebody, if it would look the same now.
    pub(super) fn get(&self, guest: AdmissionId, words: Words, facts: &Facts, now: Timestamp) -> Option<Shown> {
        let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = rows.get(&(guest, words.lang()))?;
        (now < kept.until && kept.facts == *facts).then(|| kept.shown.clone())
    }

    /// Keeps rows of those present, and nothing that is over.
    pub(super) fn put(&self, made: Vec<Made>, words: Words, now: Timestamp) {
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        rows.retain(|_, kept| now < kept.until);
        for row in made {
            let key = (row.guest, words.lang());
            if rows.len() < MOST || rows.contains_key(&key) {
                rows.insert(key, row);
            }
        }
    }

    /// Forgets what nobody is shown any more.
    pub fn forget_the_old(&self, now: Timestamp) {
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        rows.retain(|_, kept| now < kept.until);
        rows.shrink_to_fit();
    }
}
