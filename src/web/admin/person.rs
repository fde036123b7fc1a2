//! One account: what it is, and what can be changed. What is changed can be taken back for half a minute.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::domain::account::{Account, AccountRole, Before};
use crate::domain::ids::{AccountId, RoomId};
use crate::moderation::{Moderation, Refusal};
use crate::web::avatar::Avatar;
use crate::web::frame::Frame;
use crate::web::identity::{Admin, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::words::isolated;
use crate::web::{WebError, Words, refusal, respond};

/// So many of a person's rooms are named.
const ROOMS: i64 = 200;

#[derive(Template)]
#[template(path = "admin/person.html")]
pub(super) struct PersonPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    /// What was just changed and can be taken back.
    changed: Option<Markup>,
    /// Why something was not done.
    refused: Option<String>,
    /// A new password, shown this once.
    password: Option<String>,
    id: AccountId,
    avatar: Avatar,
    name: String,
    email: String,
    is_admin: bool,
    disabled: bool,
    last_seen: Option<Markup>,
    since: Markup,
    rooms: Vec<(RoomId, String)>,
    sign_ins: usize,
    has_factor: bool,
}

impl PersonPage {
    pub(super) fn new(me: &SignedIn, account: Account, moderation: &Moderation, words: Words) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let rooms = moderation.store.rooms(Some(account.id), None, ROOMS)?;
        Ok(Self {
            words,
            frame: Frame::new(me, "people"),
            unconfirmed: !me.is_confirmed(now),
            changed: changed(&account, moderation, words)?,
            refused: None,
            password: None,
            id: account.id,
            avatar: Avatar::of(account.name.as_str(), account.id.0),
            name: account.name.to_string(),
            email: account.email.to_string(),
            is_admin: account.role == AccountRole::Admin,
            disabled: account.disabled,
            last_seen: account.last_seen_at.map(|at| markup::when(words, at, now)),
            since: markup::when(words, account.created_at, now),
            rooms: rooms.into_iter().map(|summary| (summary.room.id, summary.room.title.to_string())).collect(),
            has_factor: moderation.store.has_second_factor(account.id)?,
            sign_ins: moderation.store.sign_ins_of(account.id)?.iter().filter(|it| it.is_alive(now)).count(),
        })
    }

    pub(super) fn with_password(self, password: String) -> Self {
        Self { password: Some(password), ..self }
    }

    pub(super) fn with_refusal(self, sentence: String) -> Self {
        Self { refused: Some(sentence), ..self }
    }
}

/// What the account is now, in words, while that can be taken back.
fn changed(account: &Account, moderation: &Moderation, words: Words) -> Result<Option<Markup>, Refusal> {
    let change = moderation.store.account_change(account.id)?;
    let change = change.filter(|change| change.can_be_undone(moderation.clock.now()));
    Ok(change.map(|change| {
        let key = match (change.was, account.role) {
            (Before::Enabled, _) => "person-is-disabled",
            (Before::Role(_), AccountRole::Admin) => "person-is-admin",
            (Before::Role(_), AccountRole::Host) => "person-is-host",
        };
        markup::with_names(&words.say_with(key, &[("name", isolated(account.name.as_str()))]))
    }))
}

pub async fn show(
    Admin(me): Admin,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let account = moderation.store.account(*id).map_err(|error| refused(error.into()))?;
    let account = account.ok_or(WebError::NotFound)?;
    respond::page(&PersonPage::new(&me, account, &moderation, words).map_err(refused)?)
}
