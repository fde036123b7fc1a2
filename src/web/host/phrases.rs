//! What a room's hosts say often: four phrases, one press each.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use super::room::{InRoom, RoomHead};
use crate::domain::text::{Message, TextProblem};
use crate::moderation::{Moderation, Refusal};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::{WebError, Words, refusal, respond};

/// How many a room has.
const COUNT: usize = 4;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhrasesForm {
    /// All of them, in order; an empty one is the usual one.
    #[serde(default)]
    phrase: Vec<String>,
}

#[derive(Deserialize)]
pub struct Saved {
    saved: Option<String>,
}

#[derive(Template)]
#[template(path = "host/phrases.html")]
struct PhrasesPage {
    words: Words,
    frame: Frame,
    head: RoomHead,
    saved: bool,
    fields: Vec<PhraseField>,
}

struct PhraseField {
    number: usize,
    value: String,
    usual: String,
    problem: Option<String>,
}

/// The phrases on offer: what the room keeps, and the usual ones for the rest.
pub(super) fn offered(kept: Vec<Option<Message>>, words: Words) -> Vec<String> {
    let mut kept = kept.into_iter();
    (1..=COUNT)
        .map(|number| match kept.next().flatten() {
            Some(phrase) => phrase.to_string(),
            None => usual(number, words),
        })
        .collect()
}

fn usual(number: usize, words: Words) -> String {
    words.say(&format!("phrase-{number}"))
}

pub async fn show(
    at: InRoom,
    query: Query<Saved>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let kept = moderation.store.phrases(at.room.id);
    let kept = kept.map_err(|error| refusal::answer(Refusal::Store(error), words, moderation.clock.now()))?;
    let mut kept = kept.into_iter();
    let fields = (1..=COUNT).map(|number| {
        let value = kept.next().flatten().map(|phrase| phrase.to_string()).unwrap_or_default();
        PhraseField { number, value, usual: usual(number, words), problem: None }
    });
    let (frame, head) = (Frame::new(&at.me, "rooms"), RoomHead::new(&at, "settings"));
    respond::page(&PhrasesPage { words, frame, head, saved: query.saved.is_some(), fields: fields.collect() })
}

pub async fn save(
    FormBy(at, form): FormBy<InRoom, PhrasesForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    if form.phrase.len() != COUNT {
        return Err(WebError::bad_value("phrase"));
    }
    let parsed: Vec<Result<Option<Message>, TextProblem>> =
        form.phrase.iter().map(|phrase| Message::parse_optional(phrase)).collect();
    if parsed.iter().all(Result::is_ok) {
        let phrases = parsed.into_iter().map(Result::unwrap_or_default).collect();
        let done = moderation.keep_phrases(&at.me.actor, at.room.id, phrases).await;
        done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
        return Ok(respond::see_other(&format!("/host/rooms/{}/phrases?saved=1", at.room.id)));
    }
    let fields = parsed.into_iter().zip(form.phrase).zip(1..).map(|((parsed, value), number)| PhraseField {
        number,
        value,
        usual: usual(number, words),
        problem: parsed.err().map(|problem| refusal::text_problem(words, problem)),
    });
    let (frame, head) = (Frame::new(&at.me, "rooms"), RoomHead::new(&at, "settings"));
    let page = PhrasesPage { words, frame, head, saved: false, fields: fields.collect() };
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
