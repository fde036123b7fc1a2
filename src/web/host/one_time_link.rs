//! A link that signs in once. Opening it shows a page with one button and uses nothing up; the button does.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::domain::account::Account;
use crate::moderation::{Moderation, Purpose};
use crate::web::form::Nothing;
use crate::web::limits::{Limit, Subject};
use crate::web::{ClientAddress, Site, StrictForm, WebError, Words, identity, refusal, respond};

#[derive(Template)]
#[template(path = "host/one_time_link.html")]
struct OneTimeLinkPage {
    words: Words,
    name: String,
    secret: String,
}

pub async fn show(
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
    address: ClientAddress,
    secret: Path<String>,
) -> Result<HttpResponse, WebError> {
    site.limits.check(Limit::OneTimeLink, Subject::address(address.0))?;
    let account = account_of(&moderation, words, &secret).await?;
    respond::page(&OneTimeLinkPage { words, name: account.name.to_string(), secret: secret.into_inner() })
}

pub async fn submit(
    request: HttpRequest,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
    address: ClientAddress,
    secret: Path<String>,
    _form: StrictForm<Nothing>,
) -> Result<HttpResponse, WebError> {
    site.limits.check(Limit::OneTimeLink, Subject::address(address.0))?;
    account_of(&moderation, words, &secret).await?;
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let signed_in = moderation.sign_in_by_link(&secret, identity::place(&request)).await.map_err(refused)?;
    let rooms =
        moderation.store.rooms(Some(signed_in.account.id), None, 2).await.map_err(|error| refused(error.into()))?;
    let to = match rooms.as_slice() {
        [only] => format!("/host/rooms/{}", only.room.id),
        _ => "/host/rooms".to_owned(),
    };
    super::sign_in::welcome(&request, &site, &moderation, words, &signed_in, &to).await
}

/// Whom a link signs in. Unknown, used, too old, or of a disabled account: there is nothing.
async fn account_of(moderation: &Moderation, words: Words, secret: &str) -> Result<Account, WebError> {
    let Some(Purpose::SignIn(id)) = moderation.links.look_up(secret, moderation.clock.now()) else {
        return Err(WebError::NotFound);
    };
    let account = moderation.store.account(id).await;
    let account = account.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?;
    account.filter(|account| !account.disabled).ok_or(WebError::NotFound)
}
