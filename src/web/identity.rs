//! Who asks: the cookies of hosts and guests, never read for one another, and what they stand for.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};

use super::form::Sender;
use super::limits::{Limit, Subject};
use super::{Site, WebError, Words, address, refusal};
use crate::domain::account::{Account, AccountRole};
use crate::domain::actor::{Actor, Who};
use crate::domain::admission::Admission;
use crate::domain::policy;
use crate::domain::room::Room;
use crate::moderation::{Moderation, Place, guest, hash_of};
use crate::store::{SignIn, StoreError};

const HOST_COOKIE: &str = "anteroom-sign-in";
const STEP_COOKIE: &str = "anteroom-sign-in-step";
const GUEST_COOKIE: &str = "anteroom-ticket";
const BROWSER_COOKIE: &str = "anteroom-browser";
/// A browser is known again for so long after its last visit.
const BROWSER_DAYS: i64 = 90;
/// A guest's ticket is of no use for longer than this.
const TICKET_DAYS: i64 = 7;

/// Somebody signed in, with the rights of this moment. Nobody signed in: 303 to the sign-in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub account: Account,
    pub sign_in: SignIn,
    /// Whether the database is a copy about which nobody has decided.
    pub in_a_copy: bool,
    /// Whether a second factor must be set up before anything else.
    pub lacks_factor: bool,
    pub actor: Actor,
}

/// Somebody signed in, about their own account: also while they must set up a second factor.
#[derive(Clone, Debug)]
pub struct OwnAccount(pub SignedIn);

/// Somebody who answers for the installation. Others are told that there is nothing.
#[derive(Clone, Debug)]
pub struct Admin(pub SignedIn);

/// An admin whose password was given within the last quarter of an hour.
#[derive(Clone, Debug)]
pub struct ConfirmedAdmin(pub SignedIn);

type Extracted<T> = Pin<Box<dyn Future<Output = Result<T, WebError>>>>;

impl FromRequest for SignedIn {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let signed_in = signed_in(&request).await?.ok_or(WebError::SignInNeeded)?;
            if signed_in.lacks_factor { Err(WebError::SecondFactorNeeded) } else { Ok(signed_in) }
        })
    }
}

impl FromRequest for OwnAccount {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { signed_in(&request).await?.map(Self).ok_or(WebError::SignInNeeded) })
    }
}

impl FromRequest for Admin {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            let signed_in = signed_in.await?;
            if signed_in.account.role == AccountRole::Admin { Ok(Self(signed_in)) } else { Err(WebError::NotFound) }
        })
    }
}

impl FromRequest for ConfirmedAdmin {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let admin = Admin::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let Admin(signed_in) = admin.await?;
            if signed_in.is_confirmed(moderation(&request)?.clock.now()) {
                Ok(Self(signed_in))
            } else {
                Err(WebError::ConfirmationNeeded)
            }
        })
    }
}

impl SignedIn {
    /// Whether the password was given (or a one-time link used) within the last quarter of an hour.
    pub fn is_confirmed(&self, now: Timestamp) -> bool {
        now < self.sign_in.confirmed_at + policy::CONFIRMED_FOR
    }
}

impl Sender for SignedIn {
    fn limit(&self) -> Option<(Limit, Subject)> {
        Some((Limit::Decide, Subject::object(self.account.id.0)))
    }
}

impl Sender for OwnAccount {
    fn limit(&self) -> Option<(Limit, Subject)> {
        self.0.limit()
    }
}

impl Sender for ConfirmedAdmin {
    fn limit(&self) -> Option<(Limit, Subject)> {
        self.0.limit()
    }
}

/// Who is signed in, if anybody.
///
/// # Errors
/// Only of the database.
pub async fn signed_in(request: &HttpRequest) -> Result<Option<SignedIn>, WebError> {
    let (moderation, site) = (moderation(request)?, site(request)?);
    let Some(secret) = sign_in_secret(request) else { return Ok(None) };
    let found = moderation.signed_in(secret.expose_secret()).await;
    let found = found.map_err(|error| refusal::answer(error, Words::english(), moderation.clock.now()))?;
    let copy = moderation.store.unconfirmed_copy();
    let copy = copy.map_err(|error| refusal::answer(error.into(), Words::english(), moderation.clock.now()))?;
    let Some((account, sign_in)) = found else { return Ok(None) };
    let lacks_factor = moderation.lacks_second_factor(&account);
    let lacks_factor =
        lacks_factor.map_err(|error| refusal::answer(error, Words::english(), moderation.clock.now()))?;
    let who = Who::Account { id: account.id, name: account.name.to_string(), role: account.role };
    let actor = Actor { who, address: address::of(request, site) };
    Ok(Some(SignedIn { account, sign_in, in_a_copy: copy.is_some(), lacks_factor, actor }))
}

/// The secret of this browser's login, whatever it is worth: for streams, which ask again while they are open.
pub fn sign_in_secret(request: &HttpRequest) -> Option<SecretString> {
    let site = site(request).ok()?;
    request.cookie(&site.public_url.cookie_name(HOST_COOKIE)).map(|cookie| cookie.value().to_owned().into())
}

/// The cookie of a new login. Its life is checked in the database; the browser forgets it with the session at the latest.
pub fn sign_in_cookie(site: &Site, secret: &SecretString) -> Cookie<'static> {
    cookie(site, site.public_url.cookie_name(HOST_COOKIE), secret.expose_secret().to_owned())
}

/// What makes the browser forget a login.
pub fn sign_out_cookie(site: &Site) -> Cookie<'static> {
    let mut cookie = cookie(site, site.public_url.cookie_name(HOST_COOKIE), String::new());
    cookie.make_removal();
    cookie
}

/// The secret of this browser's question for a code, whatever it is worth.
pub fn step_secret(request: &HttpRequest) -> Option<SecretString> {
    let site = site(request).ok()?;
    request.cookie(&site.public_url.cookie_name(STEP_COOKIE)).map(|cookie| cookie.value().to_owned().into())
}

/// The cookie of somebody who gave the right password and is asked for a code.
pub fn step_cookie(site: &Site, step: &SecretString) -> Cookie<'static> {
    cookie(site, site.public_url.cookie_name(STEP_COOKIE), step.expose_secret().to_owned())
}

/// What makes the browser forget it.
pub fn step_over_cookie(site: &Site) -> Cookie<'static> {
    let mut cookie = cookie(site, site.public_url.cookie_name(STEP_COOKIE), String::new());
    cookie.make_removal();
    cookie
}

/// From where somebody signs in.
pub fn place(request: &HttpRequest) -> Place {
    let browser = request.headers().get("user-agent").and_then(|value| value.to_str().ok()).map(str::to_owned);
    Place { address: site(request).ok().and_then(|site| address::of(request, site)), browser }
}

/// The ticket that this browser holds for a room, whatever it is worth.
pub fn ticket(request: &HttpRequest, room: &Room) -> Option<SecretString> {
    let site = site(request).ok()?;
    request.cookie(&ticket_name(site, room)).map(|cookie| cookie.value().to_owned().into())
}

/// The guest of this browser in a room, by the ticket.
///
/// # Errors
/// Only of the database.
pub fn guest_of(request: &HttpRequest, room: &Room) -> Result<Option<(Admission, Actor)>, WebError> {
    let Some(ticket) = ticket(request, room) else { return Ok(None) };
    let (moderation, site) = (moderation(request)?, site(request)?);
    let admission = moderation.store.admission_by_ticket(&hash_of(ticket.expose_secret()));
    let admission = admission
        .map_err(|error| refusal::answer(error.into(), Words::english(), moderation.clock.now()))?
        .filter(|admission| admission.room_id == room.id);
    Ok(admission.map(|admission| {
        let actor = guest(&admission, address::of(request, site));
        (admission, actor)
    }))
}

/// Where the guest of this browser was moved to from a room; with the cookie of that room, unless the browser has a newer
/// place there or one that counts. The ticket is the same: nothing is written by following.
///
/// # Errors
/// Only of the database.
pub fn moved(request: &HttpRequest, room: &Room) -> Result<Option<(Room, Option<Cookie<'static>>)>, WebError> {
    let Some(own) = ticket(request, room) else { return Ok(None) };
    let (moderation, site) = (moderation(request)?, site(request)?);
    let failed = |error: StoreError| refusal::answer(error.into(), Words::english(), moderation.clock.now());
    let found = moderation.store.moved_from(room.id, &hash_of(own.expose_secret())).map_err(failed)?;
    let Some((there, moved)) = found else { return Ok(None) };
    let has_another = match ticket(request, &there) {
        Some(other) => {
            let other = moderation.store.admission_by_ticket(&hash_of(other.expose_secret())).map_err(failed)?;
            other.is_some_and(|other| other.room_id == there.id && (other.ended_at.is_none() || other.id.0 > moved.0))
        }
        None => false,
    };
    let cookie = (!has_another).then(|| ticket_cookie(site, &there, &own));
    Ok(Some((there, cookie)))
}

/// The cookie of a new ticket.
pub fn ticket_cookie(site: &Site, room: &Room, ticket: &SecretString) -> Cookie<'static> {
    let mut cookie = cookie(site, ticket_name(site, room), ticket.expose_secret().to_owned());
    cookie.set_max_age(Duration::days(TICKET_DAYS));
    cookie
}

/// The secret by which this browser is known again at the doors of our rooms, if it has been here before.
pub fn browser(request: &HttpRequest) -> Option<SecretString> {
    let site = site(request).ok()?;
    let cookie = request.cookie(&site.public_url.cookie_name(BROWSER_COOKIE))?;
    // Ours have 32 characters: nobody is known by a word that they chose.
    (cookie.value().len() == 32).then(|| cookie.value().to_owned().into())
}

/// The cookie of a browser. It opens nothing that the browser has not been given; it tells hosts who comes back.
pub fn browser_cookie(site: &Site, secret: &SecretString) -> Cookie<'static> {
    let name = site.public_url.cookie_name(BROWSER_COOKIE);
    let mut cookie = cookie(site, name, secret.expose_secret().to_owned());
    cookie.set_max_age(Duration::days(BROWSER_DAYS));
    cookie
}

fn ticket_name(site: &Site, room: &Room) -> String {
    site.public_url.cookie_name(&format!("{GUEST_COOKIE}-{}", room.code))
}

/// As every cookie of ours: for the whole site, and for nobody's scripts.
pub(super) fn cookie(site: &Site, name: String, value: String) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(site.public_url.secure_cookies())
        .finish()
}

fn moderation(request: &HttpRequest) -> Result<&Moderation, WebError> {
    let data = request.app_data::<Data<Moderation>>().map(|data| data.get_ref());
    data.ok_or_else(|| WebError::internal("a route without the use cases"))
}

fn site(request: &HttpRequest) -> Result<&Site, WebError> {
    let data = request.app_data::<Data<Site>>().map(|data| data.get_ref());
    data.ok_or_else(|| WebError::internal("a route without a site"))
}
