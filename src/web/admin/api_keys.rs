//! Keys of programs: the list, making one (its secret is shown once), revoking one.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use secrecy::ExposeSecret as _;
use serde::Deserialize;

use crate::domain::ids::{AccountId, ApiKeyId};
use crate::domain::text::{Email, KeyName, TextProblem};
use crate::moderation::{Moderation, NewApiKey, Refusal};
use crate::web::fields::{Field, Problems};
use crate::web::form::{FormBy, Nothing};
use crate::web::frame::Frame;
use crate::web::identity::{Admin, ConfirmedAdmin, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewKeyForm {
    name: String,
    /// The address of the account whose rights the key has; empty is an admin's.
    #[serde(default)]
    account: String,
}

#[derive(Template)]
#[template(path = "admin/api_keys.html")]
struct ApiKeysPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    /// The secret of a key just made, with its name.
    created: Option<(String, String)>,
    keys: Vec<Row>,
    name: Field,
    account: Field,
}

struct Row {
    id: ApiKeyId,
    name: String,
    /// Whose rights it has; none for an admin's.
    account: Option<String>,
    created: Markup,
    last_used: Option<Markup>,
    revoked: bool,
}

impl ApiKeysPage {
    fn new(
        me: &SignedIn,
        moderation: &Moderation,
        words: Words,
        typed: &NewKeyForm,
        problems: &Problems,
    ) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let accounts = moderation.store.accounts()?;
        let names: HashMap<AccountId, String> =
            accounts.into_iter().map(|account| (account.id, account.name.to_string())).collect();
        let keys = moderation.store.api_keys()?.into_iter().map(|key| Row {
            id: key.id,
            name: key.name,
            account: key.account_id.map(|id| names.get(&id).cloned().unwrap_or_default()),
            created: markup::when(words, key.created_at, now),
            last_used: key.last_used_at.map(|at| markup::when(words, at, now)),
            revoked: key.revoked_at.is_some(),
        });
        let field = |name, key: &str, value: &str| {
            Field::new(name, words.say(key)).value(value).problem(problems).attribute("autocomplete", "off")
        };
        let account = field("account", "api-keys-account", &typed.account);
        Ok(Self {
            words,
            frame: Frame::new(me, "people"),
            unconfirmed: !me.is_confirmed(now),
            created: None,
            keys: keys.collect(),
            name: field("name", "api-keys-name", &typed.name).help(words.say("api-keys-name-help")),
            account: account.optional(words.say("shared-optional")).help(words.say("api-keys-account-help")),
        })
    }
}

impl NewKeyForm {
    fn read(&self, words: Words, problems: &mut Problems) -> Option<NewApiKey> {
        let name = problems.text(words, "name", KeyName::parse(&self.name));
        let account: Result<Option<Email>, TextProblem> = match self.account.trim() {
            "" => Ok(None),
            typed => Email::parse(typed).map(Some),
        };
        let account = problems.text(words, "account", account);
        Some(NewApiKey { name: name?, account: account? })
    }
}

pub async fn show(Admin(me): Admin, moderation: Data<Moderation>, words: Words) -> Result<HttpResponse, WebError> {
    let page = ApiKeysPage::new(&me, &moderation, words, &NewKeyForm::default(), &Problems::default());
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}

pub async fn create(
    FormBy(ConfirmedAdmin(me), form): FormBy<ConfirmedAdmin, NewKeyForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let mut problems = Problems::default();
    if let Some(new) = form.read(words, &mut problems) {
        match moderation.create_api_key(&me.actor, new).await {
            Ok((key, secret)) => {
                let page = ApiKeysPage::new(&me, &moderation, words, &NewKeyForm::default(), &Problems::default());
                let created = Some((key.name, secret.expose_secret().to_owned()));
                return respond::page(&ApiKeysPage { created, ..page.map_err(refused)? });
            }
            Err(Refusal::Invalid { field: "account", .. }) => problems.add("account", words.say("hosts-no-account")),
            Err(error) => return Err(refused(error)),
        }
    }
    let page = ApiKeysPage::new(&me, &moderation, words, &form, &problems);
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page.map_err(refused)?)
}

pub async fn revoke(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<ApiKeyId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let done = moderation.revoke_api_key(&me.actor, *id).await;
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::see_other("/admin/api-keys"))
}
