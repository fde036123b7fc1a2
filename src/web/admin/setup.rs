//! Making the first admin, by the one-time link that stands on the terminal. Once there is an admin, there is nothing.

use std::io::Write as _;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use askama::Template;
use secrecy::ExposeSecret as _;
use serde::Deserialize;

use crate::domain::account::AccountRole;
use crate::domain::text::{Email, PersonName, check_new_password};
use crate::moderation::{Moderation, NewAccount, Refusal, SetupTry, SignedIn};
use crate::web::fields::{Field, Problems};
use crate::web::form::{FormBy, Sender};
use crate::web::limits::{Limit, Subject};
use crate::web::{Site, WebError, Words, address, identity, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetupForm {
    name: String,
    email: String,
    password: String,
}

#[derive(Template)]
#[template(path = "admin/setup.html")]
struct SetupPage {
    words: Words,
    code: String,
    name: Field,
    email: Field,
    password: Field,
}

impl SetupPage {
    fn new(words: Words, code: &SetupCode, name: &str, email: &str, problems: &Problems) -> Self {
        let field = |name, label: &str| Field::new(name, words.say(label)).problem(problems);
        Self {
            words,
            code: code.0.clone(),
            name: field("name", "setup-name").value(name).attribute("autocomplete", "name"),
            email: field("email", "sign-in-email")
                .kind("email")
                .value(email)
                .help(words.say("setup-email-help"))
                .attribute("autocomplete", "username"),
            password: field("password", "sign-in-password")
                .kind("password")
                .help(words.say("setup-password-help"))
                .attribute("autocomplete", "new-password"),
        }
    }
}

/// The code of the link, when it is the one. Every try counts, and so many wrong ones make a new link.
pub struct SetupCode(String);

impl FromRequest for SetupCode {
    type Error = WebError;
    type Future = std::pin::Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let parts = (request.app_data::<Data<Site>>(), request.app_data::<Data<Moderation>>());
            let (Some(site), Some(moderation)) = parts else { return Err(WebError::internal("setup without a site")) };
            if let Some(address) = address::of(&request, site) {
                site.limits.check(Limit::OneTimeLink, Subject::address(address))?;
            }
            let code = request.match_info().query("code").to_owned();
            let tried = moderation.try_setup_link(&code);
            match tried.map_err(|error| refusal::answer(error, Words::english(), moderation.clock.now()))? {
                SetupTry::Opens => Ok(Self(code)),
                SetupTry::Nothing { new_link } => {
                    if let Some(secret) = new_link {
                        announce(&site.public_url.link(&format!("/setup/{}", secret.expose_secret())));
                    }
                    Err(WebError::NotFound)
                }
            }
        })
    }
}

impl Sender for SetupCode {
    fn limit(&self) -> Option<(Limit, Subject)> {
        None
    }
}

/// On the terminal and nowhere else: whoever reads it may become the admin.
fn announce(link: &str) {
    if writeln!(std::io::stdout(), "Set up    {link}").is_err() {
        tracing::warn!("a new setup link could not be shown: there is no terminal");
    }
}

pub async fn show(code: SetupCode, words: Words) -> Result<HttpResponse, WebError> {
    respond::page(&SetupPage::new(words, &code, "", "", &Problems::default()))
}

pub async fn submit(
    FormBy(code, form): FormBy<SetupCode, SetupForm>,
    request: HttpRequest,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let mut problems = Problems::default();
    let name = problems.text(words, "name", PersonName::parse(&form.name));
    let email = problems.text(words, "email", Email::parse(&form.email));
    let password = problems.text(words, "password", check_new_password(&form.password));
    if let (Some(name), Some(email), Some(())) = (name, email, password) {
        let new = NewAccount { email, name, role: AccountRole::Admin };
        match moderation.set_up(&code.0, new, form.password.into(), identity::place(&request)).await {
            Ok(signed_in) => return welcome(&site, &signed_in),
            Err(error) => not_done(error, &mut problems, &moderation, words)?,
        }
    }
    let page = SetupPage::new(words, &code, &form.name, &form.email, &problems);
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn not_done(error: Refusal, problems: &mut Problems, moderation: &Moderation, words: Words) -> Result<(), WebError> {
    problems.refused(words, error).map_err(|error| refusal::answer(error, words, moderation.clock.now()))
}

fn welcome(site: &Site, signed_in: &SignedIn) -> Result<HttpResponse, WebError> {
    let mut answer = respond::see_other("/host/rooms");
    answer
        .add_cookie(&identity::sign_in_cookie(site, &signed_in.secret))
        .map_err(|error| WebError::internal(error.to_string()))?;
    Ok(answer)
}
