//! Who decides at a room's door. The owner (or an admin) says so.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::room::{InRoom, RoomHead};
use crate::domain::ids::{AccountId, RoomId};
use crate::domain::permission::Action;
use crate::domain::text::Email;
use crate::moderation::{Moderation, Refusal};
use crate::web::avatar::Avatar;
use crate::web::fields::{Field, Problems};
use crate::web::form::{FormBy, Nothing};
use crate::web::frame::Frame;
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddHostForm {
    email: String,
}

#[derive(Template)]
#[template(path = "host/room_hosts.html")]
struct HostsPage {
    words: Words,
    frame: Frame,
    head: RoomHead,
    /// Why something was not done.
    refused: Option<String>,
    hosts: Vec<Row>,
    may_change: bool,
    email: Field,
}

struct Row {
    id: AccountId,
    name: String,
    email: String,
    avatar: Avatar,
    owner: bool,
    disabled: bool,
}

impl HostsPage {
    fn new(at: &InRoom, words: Words, typed: &str, problems: &Problems, refused: Option<String>) -> Self {
        let hosts = at.hosts.iter().map(|host| Row {
            id: host.account_id,
            name: host.name.to_string(),
            email: host.email.clone(),
            avatar: Avatar::of(host.name.as_str(), host.account_id.0),
            owner: host.owner,
            disabled: host.disabled,
        });
        let email = Field::new("email", words.say("sign-in-email")).kind("email").value(typed).problem(problems);
        Self {
            words,
            frame: Frame::new(&at.me, "rooms"),
            head: RoomHead::new(at, "hosts"),
            refused,
            hosts: hosts.collect(),
            may_change: at.may(Action::ChangeHosts),
            email: email.help(words.say("hosts-email-help")).attribute("autocomplete", "off"),
        }
    }
}

pub async fn show(at: InRoom, words: Words) -> Result<HttpResponse, WebError> {
    respond::page(&HostsPage::new(&at, words, "", &Problems::default(), None))
}

pub async fn add(
    FormBy(at, form): FormBy<InRoom, AddHostForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    if !at.may(Action::ChangeHosts) {
        return Err(WebError::NotFound);
    }
    let mut problems = Problems::default();
    if let Some(email) = problems.text(words, "email", Email::parse(&form.email)) {
        match moderation.add_host(&at.me.actor, at.room.id, &email).await {
            Ok(()) => return Ok(back(at.room.id)),
            Err(Refusal::Invalid { field: "email", .. }) => problems.add("email", words.say("hosts-no-account")),
            Err(error) => return Err(refusal::answer(error, words, moderation.clock.now())),
        }
    }
    let page = HostsPage::new(&at, words, &form.email, &problems, None);
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub async fn remove(
    FormBy(at, Nothing {}): FormBy<InRoom, Nothing>,
    path: Path<(RoomId, AccountId)>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let (_, account) = path.into_inner();
    match moderation.remove_host(&at.me.actor, at.room.id, account).await {
        Ok(()) if account == at.me.account.id => Ok(respond::see_other("/host/rooms")),
        Ok(()) => Ok(back(at.room.id)),
        Err(Refusal::Forbidden(rule)) => {
            let sentence = words.say(&format!("refused-{}", rule.replace('_', "-")));
            let page = HostsPage::new(&at, words, "", &Problems::default(), Some(sentence));
            respond::page_with(StatusCode::FORBIDDEN, &page)
        }
        Err(error) => Err(refusal::answer(error, words, moderation.clock.now())),
    }
}

fn back(room: RoomId) -> HttpResponse {
    respond::see_other(&format!("/host/rooms/{room}/hosts"))
}
