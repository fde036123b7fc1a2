//! Changing an account: its role, its password, disabled or not. A rule that forbids it is said on the person's page.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use secrecy::ExposeSecret as _;
use serde::Deserialize;

use super::person::PersonPage;
use crate::domain::account::AccountRole;
use crate::domain::ids::AccountId;
use crate::moderation::{Moderation, Refusal};
use crate::web::form::{FormBy, Nothing};
use crate::web::identity::{ConfirmedAdmin, SignedIn};
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleForm {
    role: AccountRole,
}

pub async fn role(
    FormBy(ConfirmedAdmin(me), form): FormBy<ConfirmedAdmin, RoleForm>,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    match moderation.set_account_role(&me.actor, *id, form.role).await {
        Ok(account) if account.id == me.account.id && account.role == AccountRole::Host => {
            Ok(respond::see_other("/host/rooms"))
        }
        Ok(account) => Ok(respond::see_other(&format!("/admin/people/{}", account.id))),
        Err(error) => not_done(&me, *id, error, &moderation, words),
    }
}

pub async fn disable(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    set_disabled(&me, *id, true, &moderation, words).await
}

pub async fn enable(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    set_disabled(&me, *id, false, &moderation, words).await
}

/// Takes back what was changed last.
pub async fn undo(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    match moderation.undo_account_change(&me.actor, *id).await {
        Ok(account) if account.id == me.account.id && account.role == AccountRole::Host => {
            Ok(respond::see_other("/host/rooms"))
        }
        Ok(account) => Ok(respond::see_other(&format!("/admin/people/{}", account.id))),
        Err(error) => not_done(&me, *id, error, &moderation, words),
    }
}

pub async fn sign_out(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let done = moderation.sign_out_account(&me.actor, *id).await;
    let account = done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::see_other(&format!("/admin/people/{}", account.id)))
}

/// For somebody who has lost it.
pub async fn reset_second_factor(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let done = moderation.reset_second_factor(&me.actor, *id).await;
    let account = done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::see_other(&format!("/admin/people/{}", account.id)))
}

pub async fn reset_password(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let password = moderation.reset_password(&me.actor, *id).await.map_err(refused)?;
    let page = page_of(&me, *id, &moderation, words)?;
    respond::page(&page.with_password(password.expose_secret().to_owned()))
}

async fn set_disabled(
    me: &SignedIn,
    id: AccountId,
    disabled: bool,
    moderation: &Moderation,
    words: Words,
) -> Result<HttpResponse, WebError> {
    match moderation.set_account_disabled(&me.actor, id, disabled).await {
        Ok(account) => Ok(respond::see_other(&format!("/admin/people/{}", account.id))),
        Err(error) => not_done(me, id, error, moderation, words),
    }
}

/// The person's page again, with the rule that stands against it.
fn not_done(
    me: &SignedIn,
    id: AccountId,
    error: Refusal,
    moderation: &Moderation,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let (status, key) = match error {
        Refusal::Forbidden(rule) => (StatusCode::FORBIDDEN, format!("refused-{}", rule.replace('_', "-"))),
        Refusal::NotNow(why) => (StatusCode::CONFLICT, format!("not-now-{}", why.replace('_', "-"))),
        error => return Err(refusal::answer(error, words, moderation.clock.now())),
    };
    let page = page_of(me, id, moderation, words)?;
    respond::page_with(status, &page.with_refusal(words.say(&key)))
}

fn page_of(me: &SignedIn, id: AccountId, moderation: &Moderation, words: Words) -> Result<PersonPage, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let account = moderation.store.account(id).map_err(|error| refused(error.into()))?;
    PersonPage::new(me, account.ok_or(WebError::NotFound)?, moderation, words).map_err(refused)
}
