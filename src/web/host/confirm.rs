//! The password again, before what an admin does. An account without a password confirms by a new one-time link only.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::domain::account::AccountRole;
use crate::moderation::{Moderation, Refusal};
use crate::web::fields::{Field, Problems};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::identity::{OwnAccount, SignedIn};
use crate::web::{ClientAddress, Site, WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmForm {
    password: String,
}

#[derive(Template)]
#[template(path = "host/confirm.html")]
struct ConfirmPage {
    words: Words,
    frame: Frame,
    has_password: bool,
    password: Field,
}

impl ConfirmPage {
    fn new(me: &SignedIn, moderation: &Moderation, words: Words, problems: &Problems) -> Result<Self, Refusal> {
        let credentials = moderation.store.credentials(&me.account.email)?;
        let password = Field::new("password", words.say("sign-in-password")).kind("password").problem(problems);
        Ok(Self {
            words,
            frame: Frame::new(me, ""),
            has_password: credentials.is_some_and(|found| found.password_hash.is_some()),
            password: password.attribute("autocomplete", "current-password"),
        })
    }
}

pub async fn show(
    OwnAccount(me): OwnAccount,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = ConfirmPage::new(&me, &moderation, words, &Problems::default());
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}

pub async fn submit(
    FormBy(OwnAccount(me), form): FormBy<OwnAccount, ConfirmForm>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
    address: ClientAddress,
) -> Result<HttpResponse, WebError> {
    super::sign_in::count_try(&site, address, me.account.email.as_str())?;
    match moderation.confirm(&me.account, me.sign_in.id, form.password.into()).await {
        Ok(()) if me.account.role == AccountRole::Admin => Ok(respond::see_other("/admin/people")),
        Ok(()) => Ok(respond::see_other("/host/rooms")),
        Err(Refusal::SignInFailed) => {
            let mut problems = Problems::default();
            problems.add("password", words.say("confirm-wrong"));
            let page = ConfirmPage::new(&me, &moderation, words, &problems);
            let page = page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(refusal::answer(error, words, moderation.clock.now())),
    }
}
