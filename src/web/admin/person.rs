//! One account: what it is, and what can be changed. A change of role states its effect first.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use crate::domain::account::{Account, AccountRole};
use crate::domain::ids::{AccountId, RoomId};
use crate::moderation::{Moderation, Refusal};
use crate::web::avatar::Avatar;
use crate::web::frame::Frame;
use crate::web::identity::{Admin, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

/// So many of a person's rooms are named.
const ROOMS: i64 = 200;
/// So many seconds after a change of role the page offers to undo it.
const UNDO_S: i64 = 30;

#[derive(Deserialize)]
pub struct PersonQuery {
    /// When the role was changed, in seconds since 1970: for a while the page offers to undo it.
    changed: Option<i64>,
}

#[derive(Template)]
#[template(path = "admin/person.html")]
pub(super) struct PersonPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    role_changed: bool,
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
    all_rooms: i64,
}

impl PersonPage {
    pub(super) async fn new(
        me: &SignedIn,
        account: Account,
        moderation: &Moderation,
        words: Words,
    ) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let rooms = moderation.store.rooms(Some(account.id), None, ROOMS).await?;
        Ok(Self {
            words,
            frame: Frame::new(me, "people"),
            unconfirmed: !me.is_confirmed(now),
            role_changed: false,
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
            all_rooms: moderation.store.room_count().await?,
        })
    }

    pub(super) fn with_password(self, password: String) -> Self {
        Self { password: Some(password), ..self }
    }

    pub(super) fn with_refusal(self, sentence: String) -> Self {
        Self { refused: Some(sentence), ..self }
    }

    /// The sentence that says what this person is now.
    fn role_key(&self) -> &'static str {
        if self.is_admin { "person-is-admin" } else { "person-is-host" }
    }
}

pub async fn show(
    Admin(me): Admin,
    id: Path<AccountId>,
    query: Query<PersonQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let account = moderation.store.account(*id).await.map_err(|error| refused(error.into()))?;
    let account = account.ok_or(WebError::NotFound)?;
    let page = PersonPage::new(&me, account, &moderation, words).await.map_err(refused)?;
    let role_changed =
        query.changed.is_some_and(|at| (0..=UNDO_S).contains(&(moderation.clock.now().as_second() - at)));
    respond::page(&PersonPage { role_changed, ..page })
}
