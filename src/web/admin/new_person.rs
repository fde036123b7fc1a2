//! Making an account. Its first password is shown once, on the page that follows.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use secrecy::ExposeSecret as _;
use serde::Deserialize;

use super::people::{NewPassword, PeoplePage, PeopleQuery};
use crate::domain::account::AccountRole;
use crate::domain::text::{Email, PersonName};
use crate::moderation::{Moderation, NewAccount, Refusal};
use crate::web::fields::Problems;
use crate::web::form::FormBy;
use crate::web::identity::ConfirmedAdmin;
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewPersonForm {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) role: String,
}

impl Default for NewPersonForm {
    fn default() -> Self {
        Self { name: String::new(), email: String::new(), role: AccountRole::Host.as_str().to_owned() }
    }
}

impl NewPersonForm {
    fn read(&self, words: Words, problems: &mut Problems) -> Option<NewAccount> {
        let name = problems.text(words, "name", PersonName::parse(&self.name));
        let email = problems.text(words, "email", Email::parse(&self.email));
        let role = self.role.parse::<AccountRole>().ok();
        if role.is_none() {
            problems.add("role", words.say("settings-door-wrong"));
        }
        Some(NewAccount { email: email?, name: name?, role: role? })
    }
}

pub async fn submit(
    FormBy(ConfirmedAdmin(me), form): FormBy<ConfirmedAdmin, NewPersonForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let mut problems = Problems::default();
    if let Some(new) = form.read(words, &mut problems) {
        match moderation.create_account(&me.actor, new).await {
            Ok((account, password)) => {
                let empty = (&NewPersonForm::default(), &Problems::default());
                let page = PeoplePage::new(&me, &moderation, words, &PeopleQuery::default(), empty);
                return respond::page(&page.map_err(refused)?.with_created(NewPassword {
                    name: account.name.to_string(),
                    email: account.email.to_string(),
                    password: password.expose_secret().to_owned(),
                }));
            }
            Err(Refusal::Invalid { field: "email", .. }) => problems.add("email", words.say("people-email-taken")),
            Err(error) => return Err(refused(error)),
        }
    }
    let page = PeoplePage::new(&me, &moderation, words, &PeopleQuery::default(), (&form, &problems));
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page.map_err(refused)?)
}
