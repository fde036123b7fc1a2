//! One decision about many guests: those whose rows were on the page, and a word to all who wait.

use actix_web::http::StatusCode;
use actix_web::http::header::ACCEPT;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::desk;
use super::room::InRoom;
use super::words_page::{Kind, WordsPage};
use crate::domain::admission::Reason;
use crate::domain::text::Message;
use crate::moderation::{Moderation, Outcome, Pick, Picked, Refusal};
use crate::web::form::FormBy;
use crate::web::words::isolated;
use crate::web::{WebError, Words, refusal, respond};

/// So many of those who were left alone are named.
const NAMED: usize = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Picks {
    /// Rows of the page, each as its guest's id and revision with a dot between.
    #[serde(default)]
    id: Vec<String>,
    /// For denials: a preset's name, or words.
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Say {
    text: Option<String>,
    phrase: Option<String>,
}

pub(super) async fn admit(
    FormBy(at, form): FormBy<InRoom, Picks>,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    if form.reason.is_some() {
        return Err(WebError::bad_value("reason"));
    }
    let picked = match picks(&form.id)? {
        picks if picks.is_empty() => Ok(Vec::new()),
        picks => moderation.admit_many(&at.me.actor, at.room.id, picks, None).await,
    };
    answer(&moderation, at, picked, "many-admitted", &request, words).await
}

pub(super) async fn deny(
    FormBy(at, form): FormBy<InRoom, Picks>,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let now = moderation.clock.now();
    let reason = Reason::parse(form.reason.as_deref().unwrap_or_default()).map_err(Refusal::text("reason"));
    let reason = reason.map_err(|refused| refusal::answer(refused, words, now))?;
    let picked = match picks(&form.id)? {
        picks if picks.is_empty() => Ok(Vec::new()),
        picks => moderation.deny_many(&at.me.actor, at.room.id, picks, reason).await,
    };
    answer(&moderation, at, picked, "many-denied", &request, words).await
}

fn picks(rows: &[String]) -> Result<Vec<Pick>, WebError> {
    let pick = |row: &String| {
        let (id, revision) = row.split_once('.')?;
        Some(Pick { id: id.parse().ok()?, revision: Some(revision.parse().ok()?) })
    };
    rows.iter().map(pick).collect::<Option<_>>().ok_or_else(|| WebError::bad_value("id"))
}

/// Back to the desk; with a report if somebody was left alone, or nobody picked.
async fn answer(
    moderation: &Moderation,
    at: InRoom,
    picked: Result<Vec<Picked>, Refusal>,
    key: &str,
    request: &HttpRequest,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let now = moderation.clock.now();
    let picked = picked.map_err(|refused| refusal::answer(refused, words, now))?;
    let done = picked.iter().filter(|picked| picked.outcome != Outcome::Otherwise).count();
    let left: Vec<&Picked> = picked.iter().filter(|picked| picked.outcome == Outcome::Otherwise).collect();
    let report = report(&left, done, key, words, now);
    let status = if done == 0 { StatusCode::CONFLICT } else { StatusCode::OK };
    if by_script(request) {
        let body = serde_json::json!({ "done": done, "left": left.len(), "detail": report.join(" ") });
        return Ok(respond::json(status, &body));
    }
    if left.is_empty() && done > 0 {
        return Ok(respond::see_other(&format!("/host/rooms/{}", at.room.id)));
    }
    desk::show_report(moderation, &at.me, at.room, status, &report, words).await
}

fn by_script(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("application/json"))
}

/// "6 admitted." "Sam: already denied by Ben, just now." One sentence each.
fn report(left: &[&Picked], done: usize, key: &str, words: Words, now: jiff::Timestamp) -> Vec<String> {
    if left.is_empty() && done == 0 {
        return vec![words.say("many-nobody")];
    }
    let mut report = vec![words.say_with(key, &[("count", done.into())])];
    report.extend(left.iter().take(NAMED).map(|picked| {
        let name = picked.admission.name.as_str();
        let why = refusal::lost_race(&picked.admission, words, now);
        words.say_with("many-left", &[("name", isolated(name)), ("why", why.into())])
    }));
    if left.len() > NAMED {
        report.push(words.say_with("many-others", &[("count", (left.len() - NAMED).into())]));
    }
    report
}

pub(super) async fn message_page(
    at: InRoom,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    WordsPage::of_guest(&moderation, &at.me, &at.room, Kind::MessageAll, words).show()
}

pub(super) async fn message(
    FormBy(at, form): FormBy<InRoom, Say>,
    request: HttpRequest,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let said = form.phrase.or(form.text).unwrap_or_default();
    let text = match Message::parse(&said) {
        Ok(text) => text,
        Err(problem) if by_script(&request) => {
            return Err(WebError::bad_value_because("text", refusal::text_problem(words, problem)));
        }
        Err(problem) => {
            let page = WordsPage::of_guest(&moderation, &at.me, &at.room, Kind::MessageAll, words);
            return page.again(&said, problem);
        }
    };
    let told = moderation.message_all(&at.me.actor, at.room.id, text).await;
    told.map_err(|refused| refusal::answer(refused, words, moderation.clock.now()))?;
    if by_script(&request) {
        return Ok(HttpResponse::NoContent().finish());
    }
    Ok(respond::see_other(&format!("/host/rooms/{}", at.room.id)))
}
