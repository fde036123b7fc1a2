//! The own second factor: setting it up, its recovery codes, removing it. Each asks for the password again.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use secrecy::SecretString;
use serde::Deserialize;

use super::invite_link::Qr;
use super::sign_in::count_try;
use super::sign_in_step::code_field;
use crate::moderation::{Moderation, OwnFactor, Refusal};
use crate::web::fields::{Field, Problems};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::identity::{OwnAccount, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::{ClientAddress, Site, WebError, Words, refusal, respond};

const PATH: &str = "/host/second-factor";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordForm {
    password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeForm {
    code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveForm {
    password: String,
    code: String,
}

#[derive(Template)]
#[template(path = "host/second_factor.html")]
struct FactorPage {
    words: Words,
    frame: Frame,
    /// Nothing else can be done before it is set up.
    needed: bool,
    /// Why something was not done.
    refused: Option<String>,
    state: Shown,
    /// Recovery codes, shown this once.
    codes: Vec<String>,
    password: Field,
    code: Field,
}

/// What the page is about.
enum Shown {
    NoPassword,
    Begin,
    /// The app is to be told.
    Scan {
        qr: Option<Qr>,
        readable: String,
    },
    Set {
        since: Markup,
        left: i64,
    },
}

impl FactorPage {
    fn new(me: &SignedIn, moderation: &Moderation, words: Words, problems: &Problems) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let credentials = moderation.store.credentials(&me.account.email)?;
        let has_password = credentials.is_some_and(|found| found.password_hash.is_some());
        let state = match moderation.own_factor(&me.account)? {
            OwnFactor::Set { since, codes_left } => {
                Shown::Set { since: markup::when(words, since, now), left: codes_left }
            }
            // Whoever only finds the page open must not see the secret.
            OwnFactor::Offered(offered) if me.is_confirmed(now) => {
                Shown::Scan { qr: Qr::of(&offered.address), readable: offered.readable }
            }
            _ if !has_password => Shown::NoPassword,
            OwnFactor::Offered(_) | OwnFactor::None => Shown::Begin,
        };
        let password = Field::new("password", words.say("sign-in-password")).kind("password").problem(problems);
        Ok(Self {
            words,
            frame: Frame::new(me, ""),
            needed: me.lacks_factor,
            refused: None,
            state,
            codes: Vec::new(),
            password: password.attribute("autocomplete", "current-password"),
            code: code_field(words, problems),
        })
    }
}

/// The forms of this page: who sends them, and what their answers need.
struct Forms<'a> {
    me: &'a SignedIn,
    moderation: &'a Moderation,
    words: Words,
}

impl Forms<'_> {
    fn page(&self, problems: &Problems) -> Result<FactorPage, WebError> {
        let page = FactorPage::new(self.me, self.moderation, self.words, problems);
        page.map_err(|error| self.refused(error))
    }

    fn refused(&self, error: Refusal) -> WebError {
        refusal::answer(error, self.words, self.moderation.clock.now())
    }

    /// The page again, with what was wrong beside its field or above.
    fn again(&self, error: Refusal) -> Result<HttpResponse, WebError> {
        let mut problems = Problems::default();
        match error {
            Refusal::SignInFailed => problems.add("password", self.words.say("confirm-wrong")),
            Refusal::Invalid { field: "code", .. } => problems.add("code", self.words.say("factor-code-wrong")),
            Refusal::Forbidden(rule) => {
                let sentence = self.words.say(&format!("refused-{}", rule.replace('_', "-")));
                let page = FactorPage { refused: Some(sentence), ..self.page(&problems)? };
                return respond::page_with(StatusCode::FORBIDDEN, &page);
            }
            error => return Err(self.refused(error)),
        }
        respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &self.page(&problems)?)
    }

    fn with_codes(&self, codes: Vec<String>) -> Result<HttpResponse, WebError> {
        let page = self.page(&Problems::default())?;
        respond::page(&FactorPage { codes, needed: false, ..page })
    }

    /// Takes the password once more, and then does the work.
    async fn confirmed<T>(
        &self,
        (site, address): (&Site, ClientAddress),
        password: String,
        work: impl AsyncFnOnce() -> Result<T, Refusal>,
    ) -> Result<Result<T, Refusal>, WebError> {
        count_try(site, address, self.me.account.email.as_str())?;
        let password = SecretString::from(password);
        Ok(match self.moderation.confirm(&self.me.account, self.me.sign_in.id, password).await {
            Ok(()) => work().await,
            Err(error) => Err(error),
        })
    }
}

pub async fn show(
    OwnAccount(me): OwnAccount,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let forms = Forms { me: &me, moderation: &moderation, words };
    respond::page(&forms.page(&Problems::default())?)
}

/// Begins, and shows what the app must be told.
pub async fn begin(
    FormBy(OwnAccount(me), form): FormBy<OwnAccount, PasswordForm>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
    address: ClientAddress,
) -> Result<HttpResponse, WebError> {
    let forms = Forms { me: &me, moderation: &moderation, words };
    let work = async || moderation.begin_second_factor(&me.actor).await;
    match forms.confirmed((&site, address), form.password, work).await? {
        Ok(()) => Ok(respond::see_other(PATH)),
        Err(error) => forms.again(error),
    }
}

/// Takes the first code, and shows the recovery codes.
pub async fn confirm(
    FormBy(OwnAccount(me), form): FormBy<OwnAccount, CodeForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    if !me.is_confirmed(moderation.clock.now()) {
        return Ok(respond::see_other(PATH));
    }
    let forms = Forms { me: &me, moderation: &moderation, words };
    match moderation.confirm_second_factor(&me.actor, &form.code).await {
        Ok(codes) => forms.with_codes(codes),
        Err(error) => forms.again(error),
    }
}

pub async fn renew_codes(
    FormBy(OwnAccount(me), form): FormBy<OwnAccount, PasswordForm>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
    address: ClientAddress,
) -> Result<HttpResponse, WebError> {
    let forms = Forms { me: &me, moderation: &moderation, words };
    let work = async || moderation.renew_recovery_codes(&me.actor).await;
    match forms.confirmed((&site, address), form.password, work).await? {
        Ok(codes) => forms.with_codes(codes),
        Err(error) => forms.again(error),
    }
}

pub async fn remove(
    FormBy(OwnAccount(me), form): FormBy<OwnAccount, RemoveForm>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
    address: ClientAddress,
) -> Result<HttpResponse, WebError> {
    let forms = Forms { me: &me, moderation: &moderation, words };
    let work = async || moderation.remove_second_factor(&me.actor, &form.code).await;
    match forms.confirmed((&site, address), form.password, work).await? {
        Ok(()) => Ok(respond::see_other(PATH)),
        Err(error) => forms.again(error),
    }
}
