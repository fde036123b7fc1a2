//! What a change of somebody's role, or disabling an account, would mean. It is said before it is done.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use crate::domain::account::{Account, AccountRole};
use crate::domain::ids::AccountId;
use crate::moderation::{Moderation, Refusal};
use crate::web::frame::Frame;
use crate::web::identity::{Admin, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::words::isolated;
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
pub struct RoleQuery {
    role: AccountRole,
}

/// What an admin is about to do to an account.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    Role(AccountRole),
    Disable,
}

#[derive(Template)]
#[template(path = "admin/person_effect.html")]
struct EffectPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    id: AccountId,
    name: String,
    /// The last part of the address that does it.
    act: &'static str,
    /// The role to be sent with it.
    role: Option<&'static str>,
    title: Markup,
    effects: Vec<Markup>,
    button: String,
    danger: bool,
}

pub async fn role(
    Admin(me): Admin,
    id: Path<AccountId>,
    query: Query<RoleQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    show(&me, *id, Intent::Role(query.role), &moderation, words)
}

pub async fn disable(
    Admin(me): Admin,
    id: Path<AccountId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    show(&me, *id, Intent::Disable, &moderation, words)
}

fn show(
    me: &SignedIn,
    id: AccountId,
    intent: Intent,
    moderation: &Moderation,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error: Refusal| refusal::answer(error, words, moderation.clock.now());
    let account = moderation.store.account(id).map_err(|error| refused(error.into()))?;
    let account = account.ok_or(WebError::NotFound)?;
    // It is so already: nothing to ask.
    let done = match intent {
        Intent::Role(role) => account.role == role,
        Intent::Disable => account.disabled,
    };
    if done {
        return Ok(respond::see_other(&format!("/admin/people/{id}")));
    }
    respond::page(&EffectPage::new(me, account, intent, moderation, words).map_err(refused)?)
}

impl EffectPage {
    fn new(
        me: &SignedIn,
        account: Account,
        intent: Intent,
        moderation: &Moderation,
        words: Words,
    ) -> Result<Self, Refusal> {
        let own_rooms = moderation.store.rooms_hosted(account.id)?;
        let all_rooms = moderation.store.room_count()?;
        let (verb, rooms) = match intent {
            Intent::Role(AccountRole::Admin) => ("make-admin", all_rooms),
            Intent::Role(AccountRole::Host) => ("make-host", own_rooms),
            Intent::Disable => ("disable", own_rooms),
        };
        let say = |key: &str| {
            let about = [("name", isolated(account.name.as_str())), ("rooms", rooms.into())];
            markup::with_names(&words.say_with(key, &about))
        };
        let mut effects = vec![say(&format!("person-{verb}-effect"))];
        if intent == Intent::Disable && rooms > 0 {
            effects.push(say("person-leaves-rooms"));
        }
        if me.account.id == account.id {
            effects.push(say("person-is-yourself"));
        }
        effects.push(say("person-can-undo"));
        Ok(Self {
            words,
            frame: Frame::new(me, "people"),
            unconfirmed: !me.is_confirmed(moderation.clock.now()),
            id: account.id,
            title: say(&format!("person-{verb}-title")),
            effects,
            button: words.say(&format!("person-{verb}")),
            name: account.name.to_string(),
            act: if intent == Intent::Disable { "disable" } else { "role" },
            role: if let Intent::Role(role) = intent { Some(role.as_str()) } else { None },
            danger: intent == Intent::Disable,
        })
    }
}
