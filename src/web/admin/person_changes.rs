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
        Ok(account) => {
            let now = moderation.clock.now().as_second();
            Ok(respond::see_other(&format!("/admin/people/{}?changed={now}", account.id)))
        }
        Err(error) => not_done(&me, *id, error, &moderation, words).await,
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

pub async fn reset_password(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let password = moderation.reset_password(&me.actor, *id).await.map_err(refused)?;
    let page = page_of(&me, *id, &moderation, words).await?;
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
        Err(error) => not_done(me, id, error, moderation, words).await,
    }
}

/// The person's page again, with the rule that stands against it.
async fn not_done(
    me: &SignedIn,
    id: AccountId,
    error: Refusal,
    moderation: &Moderation,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let Refusal::Forbidden(rule) = error else {
        return Err(refusal::answer(error, words, moderation.clock.now()));
    };
    let sentence = words.say(&format!("refused-{}", rule.replace('_', "-")));
    let page = page_of(me, id, moderation, words).await?;
    respond::page_with(StatusCode::FORBIDDEN, &page.with_refusal(sentence))
}

async fn page_of(me: &SignedIn, id: AccountId, moderation: &Moderation, words: Words) -> Result<PersonPage, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let account = moderation.store.account(id).await.map_err(|error| refused(error.into()))?;
    PersonPage::new(me, account.ok_or(WebError::NotFound)?, moderation, words).await.map_err(refused)
}
