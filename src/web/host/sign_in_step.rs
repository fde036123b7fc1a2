//! The second step of signing in: a code of the authenticator app, or a recovery code.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use secrecy::ExposeSecret as _;
use serde::Deserialize;

use super::sign_in::welcome;
use crate::moderation::{Moderation, Refusal};
use crate::web::error::SIGN_IN_PATH;
use crate::web::fields::{Field, Problems};
use crate::web::limits::{Limit, Subject};
use crate::web::{ClientAddress, Site, StrictForm, WebError, Words, identity, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeForm {
    code: String,
}

#[derive(Template)]
#[template(path = "host/sign_in_step.html")]
struct StepPage {
    words: Words,
    code: Field,
}

impl StepPage {
    fn new(words: Words, problems: &Problems) -> Self {
        Self { words, code: code_field(words, problems).help(words.say("factor-step-help")) }
    }
}

/// Where a code is typed. Never filled in again: what was wrong is of no use.
pub(super) fn code_field(words: Words, problems: &Problems) -> Field {
    Field::new("code", words.say("factor-code"))
        .problem(problems)
        .attribute("autocomplete", "one-time-code")
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false")
}

pub async fn show(request: HttpRequest, words: Words) -> Result<HttpResponse, WebError> {
    match identity::step_secret(&request) {
        Some(_) => respond::page(&StepPage::new(words, &Problems::default())),
        None => Ok(respond::see_other(SIGN_IN_PATH)),
    }
}

pub async fn submit(
    request: HttpRequest,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
    address: ClientAddress,
    form: StrictForm<CodeForm>,
) -> Result<HttpResponse, WebError> {
    site.limits.check(Limit::SignIn, Subject::address(address.0))?;
    let Some(step) = identity::step_secret(&request) else { return Ok(respond::see_other(SIGN_IN_PATH)) };
    let done = moderation.sign_in_with_code(step.expose_secret(), &form.0.code, identity::place(&request)).await;
    match done {
        Ok(signed_in) => {
            let answer = welcome(&request, &site, &moderation, words, &signed_in, "/host/rooms").await?;
            forget_step(answer, &site)
        }
        // Too old, or somebody removed the second factor meanwhile: from the start.
        Err(Refusal::NotFound) => forget_step(respond::see_other(SIGN_IN_PATH), &site),
        Err(Refusal::Invalid { field: "code", .. }) => {
            let mut problems = Problems::default();
            problems.add("code", words.say("factor-code-wrong"));
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &StepPage::new(words, &problems))
        }
        Err(error) => Err(refusal::answer(error, words, moderation.clock.now())),
    }
}

fn forget_step(mut answer: HttpResponse, site: &Site) -> Result<HttpResponse, WebError> {
    answer.add_cookie(&identity::step_over_cookie(site)).map_err(|error| WebError::internal(error.to_string()))?;
    Ok(answer)
}
