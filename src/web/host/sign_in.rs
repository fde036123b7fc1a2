//! Signing in with e-mail and password. Words and time are the same whatever is wrong.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::moderation::{Moderation, Refusal, SignInStep, SignedIn, hash_of};
use crate::web::fields::Field;
use crate::web::limits::{Limit, Subject};
use crate::web::{ClientAddress, Site, StrictForm, WebError, Words, identity, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInForm {
    email: String,
    password: String,
}

#[derive(Template)]
#[template(path = "host/sign_in.html")]
struct SignInPage {
    words: Words,
    failed: bool,
    email: Field,
    password: Field,
}

impl SignInPage {
    fn new(words: Words, typed: &str, failed: bool) -> Self {
        let email = Field::new("email", words.say("sign-in-email")).kind("email").value(typed);
        let password = Field::new("password", words.say("sign-in-password")).kind("password");
        Self {
            words,
            failed,
            email: email.attribute("autocomplete", "username"),
            password: password.attribute("autocomplete", "current-password"),
        }
    }
}

pub async fn show(request: HttpRequest, words: Words) -> Result<HttpResponse, WebError> {
    match identity::signed_in(&request).await? {
        Some(_) => Ok(respond::see_other("/host/rooms")),
        None => respond::page(&SignInPage::new(words, "", false)),
    }
}

pub async fn submit(
    request: HttpRequest,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
    address: ClientAddress,
    form: StrictForm<SignInForm>,
) -> Result<HttpResponse, WebError> {
    let StrictForm(SignInForm { email, password }) = form;
    count_try(&site, address, &email)?;
    match moderation.sign_in(&email, password.into(), identity::place(&request)).await {
        Ok(SignInStep::Done(signed_in)) => {
            welcome(&request, &site, &moderation, words, &signed_in, "/host/rooms").await
        }
        Ok(SignInStep::CodeNeeded { step }) => {
            let mut answer = respond::see_other("/host/second-step");
            let added = answer.add_cookie(&identity::step_cookie(&site, &step));
            added.map_err(|error| WebError::internal(error.to_string()))?;
            Ok(answer)
        }
        Err(Refusal::SignInFailed) => {
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &SignInPage::new(words, &email, true))
        }
        Err(error) => Err(refusal::answer(error, words, moderation.clock.now())),
    }
}

/// Tries count for the address, and for the account from this address.
pub(super) fn count_try(site: &Site, address: ClientAddress, email: &str) -> Result<(), WebError> {
    let hash = hash_of(&email.trim().to_lowercase());
    let account = hash.first_chunk::<16>().map_or(Uuid::nil(), |half| Uuid::from_bytes(*half));
    site.limits.check(Limit::SignIn, Subject::address(address.0))?;
    site.limits.check(Limit::SignIn, Subject::both(address.0, account))
}

/// Gives the browser its new cookie. The login that it had before ends: nobody would know of it any more.
pub(super) async fn welcome(
    request: &HttpRequest,
    site: &Site,
    moderation: &Moderation,
    words: Words,
    signed_in: &SignedIn,
    to: &str,
) -> Result<HttpResponse, WebError> {
    if let Some(before) = identity::signed_in(request).await? {
        let ended = moderation.sign_out(&before.actor, before.sign_in, false).await;
        ended.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    }
    let mut answer = respond::see_other(to);
    answer
        .add_cookie(&identity::sign_in_cookie(site, &signed_in.secret))
        .map_err(|error| WebError::internal(error.to_string()))?;
    Ok(answer)
}
