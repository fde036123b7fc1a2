//! `/i/{secret}`: the form behind a link. Opening it uses nothing up and makes no row.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

use super::rehearsal::RehearsalBar;
use crate::domain::policy;
use crate::domain::question::{self, Kind, Question};
use crate::moderation::{LinkProblem, LookedUp, Moderation, Refusal, Request, hash_of};
use crate::random;
use crate::web::headers::PageNeeds;
use crate::web::limits::Subject;
use crate::web::markup::{self, Markup};
use crate::web::{ClientAddress, Limit, Site, StrictForm, WebError, Words, identity, refusal, respond};

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct JoinForm {
    name: Option<String>,
    note: Option<String>,
    passcode: Option<String>,
    answer_1: Option<String>,
    answer_2: Option<String>,
    answer_3: Option<String>,
    answer_4: Option<String>,
    answer_5: Option<String>,
}

impl JoinForm {
    /// What was answered to the room's questions, in their order.
    fn answers(&self) -> Vec<Option<String>> {
        let all = [&self.answer_1, &self.answer_2, &self.answer_3, &self.answer_4, &self.answer_5];
        all.into_iter().map(|answer| answer.clone().filter(|text| !text.trim().is_empty())).collect()
    }
}

/// The form, with what was typed and what is wrong with it.
#[derive(Template)]
#[template(path = "guest/join.html")]
pub(super) struct JoinPage<'a> {
    pub words: Words,
    pub found: &'a LookedUp,
    pub secret: &'a str,
    pub typed: &'a JoinForm,
    /// The field and the sentence beside it.
    pub error: Option<(&'static str, String)>,
    /// Set where a host looks at what guests see.
    pub rehearsal: Option<RehearsalBar>,
}

/// A question of the room, as a field.
struct Asked {
    field: &'static str,
    text: String,
    required: bool,
    /// Value and words; empty where the answer is typed.
    options: Vec<(String, String)>,
    typed: String,
}

impl JoinPage<'_> {
    fn questions(&self) -> Vec<Asked> {
        let typed = self.typed.answers();
        let asked = |((question, typed), field): ((&Question, Option<String>), &'static str)| Asked {
            field,
            text: question.text.clone(),
            required: question.required,
            options: match question.kind {
                Kind::Text => Vec::new(),
                Kind::YesNo => {
                    let option = |value: &str| (value.to_owned(), self.words.say(&format!("answer-{value}")));
                    vec![option("yes"), option("no")]
                }
                Kind::Choice => question.choices.iter().map(|choice| (choice.clone(), choice.clone())).collect(),
            },
            typed: typed.unwrap_or_default(),
        };
        self.found.room.settings.questions.iter().zip(typed).zip(question::FIELDS).map(asked).collect()
    }

    fn error_of(&self, field: &str) -> Option<&str> {
        self.error.as_ref().filter(|(name, _)| *name == field).map(|(_, sentence)| sentence.as_str())
    }
}

/// A link that does not open the form.
#[derive(Template)]
#[template(path = "guest/link.html")]
struct LinkPage<'a> {
    words: Words,
    found: Option<&'a LookedUp>,
    problem: LinkProblem,
    now: Timestamp,
}

impl LinkPage<'_> {
    fn when(&self, at: &Timestamp) -> Markup {
        markup::when(self.words, *at, self.now)
    }

    /// `title`: the sentence; `text`: what to do now.
    fn key(&self, part: &str) -> String {
        let name = self.problem.as_str().replace('_', "-");
        if part == "title" { format!("link-{name}") } else { format!("link-{name}-{part}") }
    }

    fn icon(&self) -> &'static str {
        match self.problem {
            LinkProblem::Early { .. } | LinkProblem::Expired => "clock",
            LinkProblem::RoomClosed => "door",
            LinkProblem::Unknown | LinkProblem::UsedUp | LinkProblem::Revoked => "link",
        }
    }
}

pub async fn show(
    request: HttpRequest,
    secret: Path<String>,
    words: Words,
    address: ClientAddress,
    site: Data<Site>,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    site.limits.check(Limit::OpenInvite, Subject::address(address.0))?;
    let now = moderation.clock.now();
    let answered = |error| refusal::answer(error, words, now);
    let Some(found) = moderation.find_invite(&secret).map_err(answered)? else {
        return link_page(words, None, LinkProblem::Unknown, now, StatusCode::NOT_FOUND);
    };
    let opens = found.opens(now);
    if has_place(&request, &moderation, &found, opens.is_ok()).map_err(answered)? {
        return Ok(respond::see_other(&format!("/r/{}", found.room.code)));
    }
    match opens {
        Ok(()) => {
            let mut page = form_page(words, &found, &secret, &JoinForm::default(), None)?;
            // Given with the form, so that two tabs that ask at once are known as one browser.
            let browser = identity::browser(&request).unwrap_or_else(random::secret);
            page.add_cookie(&identity::browser_cookie(&site, &browser)).map_err(WebError::internal)?;
            Ok(page)
        }
        Err(Refusal::Link(problem)) => link_page(words, Some(&found), problem, now, status_of(problem, true)),
        Err(error) => Err(answered(error)),
    }
}

pub async fn ask(
    request: HttpRequest,
    secret: Path<String>,
    words: Words,
    address: ClientAddress,
    site: Data<Site>,
    moderation: Data<Moderation>,
    StrictForm(form): StrictForm<JoinForm>,
) -> Result<HttpResponse, WebError> {
    site.limits.check(Limit::OpenInvite, Subject::address(address.0))?;
    let now = moderation.clock.now();
    let answered = |error| refusal::answer(error, words, now);
    let Some(found) = moderation.find_invite(&secret).map_err(answered)? else {
        return link_page(words, None, LinkProblem::Unknown, now, StatusCode::NOT_FOUND);
    };
    let limit = if found.invite.has_passcode { Limit::Passcode } else { Limit::Ask };
    site.limits.check(limit, Subject::both(address.0, found.invite.id.0))?;
    let ticket = identity::ticket(&request, &found.room);
    let here = format!("/r/{}", found.room.code);
    let entered = moderation.request_entry_by(
        Some(address.0),
        &found,
        asked(&form, identity::browser(&request)),
        ticket.as_ref(),
    );
    let entered = entered.await;
    match entered {
        Ok(entered) => {
            let mut answer = respond::see_other(&here);
            if let Some(ticket) = &entered.ticket {
                let cookie = identity::ticket_cookie(&site, &found.room, ticket);
                answer.add_cookie(&cookie).map_err(WebError::internal)?;
            }
            Ok(answer)
        }
        Err(Refusal::TooSoon { .. } | Refusal::Gone) if identity::guest_of(&request, &found.room)?.is_some() => {
            Ok(respond::see_other(&here))
        }
        Err(Refusal::Link(problem)) => link_page(words, Some(&found), problem, now, status_of(problem, false)),
        Err(Refusal::WrongPasscode) => {
            let error = ("passcode", words.say("refused-passcode"));
            form_page(words, &found, &secret, &form, Some(error))
        }
        Err(Refusal::Invalid { field, text, .. }) => {
            let sentence = text.map_or_else(|| words.say("join-no-choice"), |text| refusal::text_problem(words, text));
            let error = (field, sentence);
            form_page(words, &found, &secret, &form, Some(error))
        }
        Err(error) => Err(answered(error)),
    }
}

fn asked(form: &JoinForm, browser: Option<SecretString>) -> Request {
    Request {
        name: form.name.clone().unwrap_or_default(),
        note: form.note.clone().unwrap_or_default(),
        passcode: form.passcode.clone().map(SecretString::from),
        answers: form.answers(),
        browser,
    }
}

/// Whether this browser came by this link before and should rather see how that stands.
fn has_place(request: &HttpRequest, moderation: &Moderation, found: &LookedUp, opens: bool) -> Result<bool, Refusal> {
    let Some(ticket) = identity::ticket(request, &found.room) else { return Ok(false) };
    let own = moderation.store.admission_by_ticket(&hash_of(ticket.expose_secret()))?;
    let Some(own) = own.filter(|own| own.invite_id == found.invite.id) else { return Ok(false) };
    let now = moderation.clock.now();
    let may_ask = policy::may_ask_again_at(&own).is_some_and(|from| from <= now)
        && !own.may_come_back(found.room.settings.return_window(), now);
    Ok(!opens || !may_ask)
}

fn form_page(
    words: Words,
    found: &LookedUp,
    secret: &str,
    typed: &JoinForm,
    error: Option<(&'static str, String)>,
) -> Result<HttpResponse, WebError> {
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = respond::page_with(status, &JoinPage { words, found, secret, typed, error, rehearsal: None })?;
    Ok(PageNeeds::devices().put_on(page))
}

fn link_page(
    words: Words,
    found: Option<&LookedUp>,
    problem: LinkProblem,
    now: Timestamp,
    status: StatusCode,
) -> Result<HttpResponse, WebError> {
    respond::page_with(status, &LinkPage { words, found, problem, now })
}

/// A dead link is 410. One that may open later can be looked at, and refuses to be used.
fn status_of(problem: LinkProblem, looking: bool) -> StatusCode {
    match problem {
        LinkProblem::Unknown => StatusCode::NOT_FOUND,
        LinkProblem::Expired | LinkProblem::UsedUp | LinkProblem::Revoked => StatusCode::GONE,
        LinkProblem::Early { .. } | LinkProblem::RoomClosed if looking => StatusCode::OK,
        LinkProblem::Early { .. } | LinkProblem::RoomClosed => StatusCode::CONFLICT,
    }
}
