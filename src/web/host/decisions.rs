//! Decisions on one guest. Each is a form: posted as one it leads back to the desk, posted by the desk's script (which
//! accepts JSON) it says in a word whether it was done. The rows change through the desk's stream.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::ACCEPT;
use actix_web::web::{Data, Path, Query};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use serde::Deserialize;

use super::desk::{self, View};
use super::words_page::{Kind, WordsPage};
use crate::domain::admission::{Admission, Reason};
use crate::domain::ids::AdmissionId;
use crate::domain::role::Role;
use crate::domain::room::Room;
use crate::domain::text::{GuestName, Message, TextProblem};
use crate::moderation::{Moderation, Refusal};
use crate::web::identity::SignedIn;
use crate::web::{StrictForm, WebError, Words, refusal, respond};

pub(super) mod more;

/// A host about to decide on an admission of a room whose desk they may see.
pub(super) struct Decision {
    signed_in: SignedIn,
    moderation: Data<Moderation>,
    admission: AdmissionId,
    room: Room,
    guest: GuestName,
    /// Where the host comes from and goes back to.
    back: Back,
    revision: Option<u32>,
    words: Words,
    by_script: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Back {
    #[default]
    Desk,
    /// The list of all rooms.
    Rooms,
    /// The admins' list of everybody in a call.
    Calls,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    /// The revision of the row on which the host decides.
    revision: Option<u32>,
    #[serde(default)]
    back: Back,
}

impl FromRequest for Decision {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Self::of(&request).await })
    }
}

impl Decision {
    async fn of(request: &HttpRequest) -> Result<Self, WebError> {
        let signed_in = SignedIn::extract(request).await?;
        let path = Path::<(String, String)>::extract(request).await.map_err(|_| WebError::NotFound)?;
        let moderation =
            Data::<Moderation>::extract(request).await.map_err(|error| WebError::internal(error.to_string()))?;
        let words = Words::of(request);
        let (room, admission) = path.into_inner();
        let room = desk::visible_room(&moderation, &signed_in.actor, &room)?;
        let admission: AdmissionId = admission.parse().map_err(|_| WebError::NotFound)?;
        let found = moderation.store.admission(admission);
        let found = found.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
        let found = found.filter(|found| found.room_id == room.id).ok_or(WebError::NotFound)?;
        let seen = Query::<Seen>::from_query(request.query_string()).map_err(|_| WebError::bad_value("revision"))?;
        Ok(Self {
            signed_in,
            moderation,
            admission,
            room,
            guest: found.name,
            back: seen.back,
            revision: seen.revision,
            words,
            by_script: header(request, ACCEPT.as_str()).contains("application/json"),
        })
    }

    /// Back to the desk, or who was first.
    async fn answer(self, outcome: Result<Admission, Refusal>, view: View) -> Result<HttpResponse, WebError> {
        match outcome {
            Ok(_) if self.by_script => Ok(HttpResponse::NoContent().finish()),
            Ok(_) if self.back == Back::Rooms => Ok(respond::see_other("/host/rooms")),
            Ok(_) if self.back == Back::Calls => Ok(respond::see_other("/admin/calls")),
            Ok(_) if view == View::Door => Ok(respond::see_other(&self.desk())),
            Ok(_) => Ok(respond::see_other(&format!("{}?view={}", self.desk(), view.as_str()))),
            Err(Refusal::Conflict(now)) if self.by_script => Ok(self.lost_race(&now)),
            Err(Refusal::Conflict(now)) => {
                desk::show_lost_race(&self.moderation, &self.signed_in, &now, view, self.words).await
            }
            Err(other) => Err(refusal::answer(other, self.words, self.moderation.clock.now())),
        }
    }

    fn desk(&self) -> String {
        format!("/host/rooms/{}", self.room.id)
    }

    /// The words that a host typed or chose, or the form again with what is wrong with them.
    #[expect(clippy::result_large_err, reason = "it is the answer, and is sent as it is")]
    fn typed<T>(
        &self,
        kind: Kind,
        said: &Spoken,
        parse: impl Fn(&str) -> Result<T, TextProblem>,
    ) -> Result<T, Result<HttpResponse, WebError>> {
        match parse(said.text()) {
            Ok(text) => Ok(text),
            Err(problem) if self.by_script => Err(Err(self.bad_text(kind.field())(problem))),
            Err(problem) => {
                let page = WordsPage::of_guest(&self.moderation, &self.signed_in, &self.room, kind, self.words);
                let page = page.about(self.admission, self.guest.as_str());
                Err(page.again(said.text(), problem))
            }
        }
    }

    fn lost_race(&self, now: &Admission) -> HttpResponse {
        let detail = refusal::lost_race(now, self.words, self.moderation.clock.now());
        let body = serde_json::json!({ "name": now.name.as_str(), "state": now.state.as_str(), "detail": detail });
        respond::json(StatusCode::CONFLICT, &body)
    }

    fn bad_text(&self, field: &'static str) -> impl FnOnce(TextProblem) -> WebError {
        let words = self.words;
        move |problem| WebError::bad_value_because(field, refusal::text_problem(words, problem))
    }
}

fn header<'a>(request: &'a HttpRequest, name: &str) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// What a host says: typed, or one of the room's phrases.
struct Spoken {
    typed: Option<String>,
    phrase: Option<String>,
}

impl Spoken {
    fn text(&self) -> &str {
        self.phrase.as_deref().or(self.typed.as_deref()).unwrap_or_default()
    }
}

/// A button that says it all.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Admit {
    role: Option<Role>,
}

pub(super) async fn admit(decision: Decision, form: StrictForm<Admit>) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let outcome = moderation.admit(&signed_in.actor, *admission, form.0.role, *revision).await;
    decision.answer(outcome, View::Door).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deny {
    /// A preset's name, or words.
    reason: Option<String>,
    phrase: Option<String>,
    /// For good: no asking again by the same link.
    block: Option<bool>,
}

pub(super) async fn deny(decision: Decision, StrictForm(form): StrictForm<Deny>) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let said = Spoken { typed: form.reason, phrase: form.phrase };
    let reason = match decision.typed(Kind::Deny, &said, Reason::parse) {
        Ok(reason) => reason,
        Err(answer) => return answer,
    };
    let outcome = moderation.deny(&signed_in.actor, *admission, reason, form.block.unwrap_or(false), *revision).await;
    decision.answer(outcome, View::Door).await
}

pub(super) async fn undo(decision: Decision, _: StrictForm<Nothing>) -> Result<HttpResponse, WebError> {
    let outcome = decision.moderation.undo(&decision.signed_in.actor, decision.admission).await;
    decision.answer(outcome, View::Door).await
}

pub(super) async fn unblock(decision: Decision, _: StrictForm<Nothing>) -> Result<HttpResponse, WebError> {
    let outcome = decision.moderation.unblock(&decision.signed_in.actor, decision.admission).await;
    decision.answer(outcome, View::Door).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hold {
    /// What the guest reads.
    message: Option<String>,
    phrase: Option<String>,
}

pub(super) async fn hold(decision: Decision, StrictForm(form): StrictForm<Hold>) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let said = Spoken { typed: form.message, phrase: form.phrase };
    let message = match decision.typed(Kind::Hold, &said, Message::parse_optional) {
        Ok(message) => message,
        Err(answer) => return answer,
    };
    let outcome = moderation.hold(&signed_in.actor, *admission, message, *revision).await;
    decision.answer(outcome, View::Door).await
}

pub(super) async fn resume(decision: Decision, _: StrictForm<Nothing>) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let outcome = moderation.resume(&signed_in.actor, *admission, *revision).await;
    decision.answer(outcome, View::Door).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeRole {
    role: Role,
}

pub(super) async fn change_role(decision: Decision, form: StrictForm<ChangeRole>) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let outcome = moderation.change_role(&signed_in.actor, *admission, form.0.role, *revision).await;
    decision.answer(outcome, View::Call).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SendBack {
    /// What the guest reads.
    message: Option<String>,
    phrase: Option<String>,
}

pub(super) async fn send_back(
    decision: Decision,
    StrictForm(form): StrictForm<SendBack>,
) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let said = Spoken { typed: form.message, phrase: form.phrase };
    let message = match decision.typed(Kind::SendBack, &said, Message::parse_optional) {
        Ok(message) => message,
        Err(answer) => return answer,
    };
    let outcome = moderation.send_back(&signed_in.actor, *admission, message, *revision).await;
    decision.answer(outcome, View::Call).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Remove {
    /// For good: no coming back by the same link.
    block: Option<bool>,
}

pub(super) async fn remove(decision: Decision, form: StrictForm<Remove>) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let outcome = moderation.remove(&signed_in.actor, *admission, form.0.block.unwrap_or(false), *revision).await;
    decision.answer(outcome, View::Call).await
}

pub(super) async fn call_again(decision: Decision, _: StrictForm<Nothing>) -> Result<HttpResponse, WebError> {
    let outcome = decision.moderation.call_again(&decision.signed_in.actor, decision.admission).await;
    decision.answer(outcome, View::Call).await
}

pub(super) async fn mute(decision: Decision, _: StrictForm<Nothing>) -> Result<HttpResponse, WebError> {
    let outcome = decision.moderation.mute(&decision.signed_in.actor, decision.admission).await;
    decision.answer(outcome, View::Call).await
}

pub(super) async fn stop_publishing(decision: Decision, _: StrictForm<Nothing>) -> Result<HttpResponse, WebError> {
    let outcome = decision.moderation.stop_publishing(&decision.signed_in.actor, decision.admission).await;
    decision.answer(outcome, View::Call).await
}

/// Everybody in the call at once.
pub(super) async fn mute_all(
    signed_in: SignedIn,
    room: Path<String>,
    moderation: Data<Moderation>,
    request: HttpRequest,
    words: Words,
    _: StrictForm<Nothing>,
) -> Result<HttpResponse, WebError> {
    let room = desk::visible_room(&moderation, &signed_in.actor, &room)?;
    let muted = moderation.mute_all(&signed_in.actor, room.id, &[]).await;
    muted.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    if header(&request, ACCEPT.as_str()).contains("application/json") {
        return Ok(HttpResponse::NoContent().finish());
    }
    Ok(respond::see_other(&format!("/host/rooms/{}?view=call", room.id)))
}
