//! A link that signs in once. Opening it shows a page with one button and uses nothing up; the button does.

use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use askama::Template;

use crate::domain::account::Account;
use crate::moderation::{Moderation, Purpose};
use crate::web::form::{FormBy, Nothing, Sender};
use crate::web::limits::{Limit, Subject};
use crate::web::{Site, WebError, Words, address, identity, refusal, respond};

#[derive(Template)]
#[template(path = "host/one_time_link.html")]
struct OneTimeLinkPage {
    words: Words,
    name: String,
    secret: String,
}

/// A link that signs somebody in, and whom. Unknown, used, too old, or of a disabled account: there is nothing.
#[derive(Debug)]
pub struct Offered {
    secret: String,
    account: Account,
}

impl FromRequest for Offered {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let parts = (request.app_data::<Data<Site>>(), request.app_data::<Data<Moderation>>());
            let (Some(site), Some(moderation)) = parts else { return Err(WebError::internal("a link without a site")) };
            if let Some(address) = address::of(&request, site) {
                site.limits.check(Limit::OneTimeLink, Subject::address(address))?;
            }
            let (secret, now) = (request.match_info().query("secret").to_owned(), moderation.clock.now());
            let Some(Purpose::SignIn(id)) = moderation.links.look_up(&secret, now) else {
                return Err(WebError::NotFound);
            };
            let account = moderation.store.account(id);
            let account = account.map_err(|error| refusal::answer(error.into(), Words::english(), now))?;
            let account = account.filter(|account| !account.disabled).ok_or(WebError::NotFound)?;
            Ok(Self { secret, account })
        })
    }
}

impl Sender for Offered {
    fn limit(&self) -> Option<(Limit, Subject)> {
        None
    }
}

pub async fn show(offered: Offered, words: Words) -> Result<HttpResponse, WebError> {
    respond::page(&OneTimeLinkPage { words, name: offered.account.name.to_string(), secret: offered.secret })
}

pub async fn submit(
    FormBy(offered, Nothing {}): FormBy<Offered, Nothing>,
    request: HttpRequest,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let signed_in = moderation.sign_in_by_link(&offered.secret, identity::place(&request)).await.map_err(refused)?;
    let rooms = moderation.store.rooms(Some(signed_in.account.id), None, 2);
    let to = match rooms.map_err(|error| refused(error.into()))?.as_slice() {
        [only] => format!("/host/rooms/{}", only.room.id),
        _ => "/host/rooms".to_owned(),
    };
    super::sign_in::welcome(&request, &site, &moderation, words, &signed_in, &to).await
}
