//! Further decisions on one guest: a word, a claim, another room, second thoughts; and the pages on which a host types.

use actix_web::HttpResponse;
use serde::Deserialize;

use super::{Decision, Nothing, Spoken};
use crate::domain::admission::Reconsidered;
use crate::domain::ids::RoomId;
use crate::domain::role::Role;
use crate::domain::text::Message;
use crate::web::host::desk::View;
use crate::web::host::words_page::{Kind, WordsPage};
use crate::web::{StrictForm, WebError};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web::host) struct Reconsider {
    /// Let in at once instead of waiting again.
    admit: Option<bool>,
    role: Option<Role>,
}

pub(in crate::web::host) async fn reconsider(
    decision: Decision,
    StrictForm(form): StrictForm<Reconsider>,
) -> Result<HttpResponse, WebError> {
    let how = match form.admit {
        Some(true) => Reconsidered::Admitted { role: form.role },
        _ => Reconsidered::Waiting,
    };
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let outcome = moderation.reconsider(&signed_in.actor, *admission, how, *revision).await;
    decision.answer(outcome, View::Door).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web::host) struct Say {
    text: Option<String>,
    phrase: Option<String>,
}

pub(in crate::web::host) async fn message(
    decision: Decision,
    StrictForm(form): StrictForm<Say>,
) -> Result<HttpResponse, WebError> {
    let said = Spoken { typed: form.text, phrase: form.phrase };
    let text = match decision.typed(Kind::Message, &said, Message::parse) {
        Ok(text) => text,
        Err(answer) => return answer,
    };
    let outcome = decision.moderation.message(&decision.signed_in.actor, decision.admission, text).await;
    decision.answer(outcome, View::Door).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web::host) struct Transfer {
    room_id: RoomId,
}

pub(in crate::web::host) async fn transfer(
    decision: Decision,
    form: StrictForm<Transfer>,
) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, admission, revision, .. } = &decision;
    let outcome = moderation.transfer(&signed_in.actor, *admission, form.0.room_id, *revision).await;
    decision.answer(outcome, View::Door).await
}

pub(in crate::web::host) async fn claim(decision: Decision, _: StrictForm<Nothing>) -> Result<HttpResponse, WebError> {
    let outcome = decision.moderation.claim(&decision.signed_in.actor, decision.admission);
    decision.answer(outcome, View::Door).await
}

pub(in crate::web::host) async fn release(
    decision: Decision,
    _: StrictForm<Nothing>,
) -> Result<HttpResponse, WebError> {
    let outcome = decision.moderation.release(&decision.signed_in.actor, decision.admission);
    decision.answer(outcome, View::Door).await
}

/// The page on which a host types what to tell one guest, or chooses where to.
fn page(decision: &Decision, kind: Kind) -> Result<HttpResponse, WebError> {
    let Decision { moderation, signed_in, room, words, .. } = decision;
    let page = WordsPage::of_guest(moderation, signed_in, room, kind, *words);
    page.about(decision.admission, decision.guest.as_str()).show()
}

pub(in crate::web::host) async fn message_page(decision: Decision) -> Result<HttpResponse, WebError> {
    page(&decision, Kind::Message)
}

pub(in crate::web::host) async fn hold_page(decision: Decision) -> Result<HttpResponse, WebError> {
    page(&decision, Kind::Hold)
}

pub(in crate::web::host) async fn deny_page(decision: Decision) -> Result<HttpResponse, WebError> {
    page(&decision, Kind::Deny)
}

pub(in crate::web::host) async fn send_back_page(decision: Decision) -> Result<HttpResponse, WebError> {
    page(&decision, Kind::SendBack)
}

pub(in crate::web::host) async fn transfer_page(decision: Decision) -> Result<HttpResponse, WebError> {
    page(&decision, Kind::Transfer)
}
