//! Everyone who can sign in, and the form for a new account.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use super::new_person::NewPersonForm;
use crate::domain::account::AccountRole;
use crate::moderation::{Moderation, Refusal};
use crate::store::AccountSummary;
use crate::web::avatar::Avatar;
use crate::web::fields::{Field, Problems};
use crate::web::frame::Frame;
use crate::web::identity::{Admin, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

#[derive(Default, Deserialize)]
pub struct PeopleQuery {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "admin/people.html")]
pub(super) struct PeoplePage {
    words: Words,
    frame: Frame,
    /// Whether the password must be given before anything can be changed.
    unconfirmed: bool,
    q: String,
    hosts: usize,
    admins: usize,
    people: Vec<Row>,
    /// The first password of an account just made.
    created: Option<NewPassword>,
    name: Field,
    email: Field,
    is_admin_chosen: bool,
    role_problem: Option<String>,
}

/// A password that is shown this once.
pub(super) struct NewPassword {
    pub name: String,
    pub email: String,
    pub password: String,
}

struct Row {
    id: String,
    avatar: Avatar,
    name: String,
    email: String,
    is_admin: bool,
    disabled: bool,
    last_seen: Option<Markup>,
    rooms: i64,
}

impl PeoplePage {
    pub(super) fn new(
        me: &SignedIn,
        moderation: &Moderation,
        words: Words,
        query: &PeopleQuery,
        form: (&NewPersonForm, &Problems),
    ) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let found = moderation.store.accounts_matching(&query.q)?;
        let row = |AccountSummary { account, rooms }: AccountSummary| Row {
            id: account.id.to_string(),
            avatar: Avatar::of(account.name.as_str(), account.id.0),
            name: account.name.to_string(),
            email: account.email.to_string(),
            is_admin: account.role == AccountRole::Admin,
            disabled: account.disabled,
            last_seen: account.last_seen_at.map(|at| markup::when(words, at, now)),
            rooms,
        };
        let people: Vec<Row> = found.into_iter().map(row).collect();
        let admins = people.iter().filter(|person| person.is_admin).count();
        let (typed, problems) = form;
        let field = |name, key: &str, value: &str| {
            Field::new(name, words.say(key)).value(value).problem(problems).attribute("autocomplete", "off")
        };
        Ok(Self {
            words,
            frame: Frame::new(me, "people"),
            unconfirmed: !me.is_confirmed(now),
            q: query.q.clone(),
            hosts: people.len() - admins,
            admins,
            people,
            created: None,
            name: field("name", "people-name", &typed.name),
            email: field("email", "sign-in-email", &typed.email).kind("email").help(words.say("people-email-help")),
            is_admin_chosen: typed.role == AccountRole::Admin.as_str(),
            role_problem: problems.of("role").map(str::to_owned),
        })
    }

    pub(super) fn with_created(self, created: NewPassword) -> Self {
        Self { created: Some(created), ..self }
    }
}

pub async fn show(
    Admin(me): Admin,
    query: Query<PeopleQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let form = (&NewPersonForm::default(), &Problems::default());
    let page = PeoplePage::new(&me, &moderation, words, &query, form);
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}
