//! Where one is signed in, ending one of these, and signing out here or everywhere.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::domain::ids::SignInId;
use crate::moderation::{Moderation, Refusal};
use crate::store::SignIn;
use crate::web::form::{FormBy, Nothing};
use crate::web::frame::Frame;
use crate::web::identity::{self, OwnAccount, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::{Site, WebError, Words, refusal, respond};

#[derive(Template)]
#[template(path = "host/sign_ins.html")]
struct SignInsPage {
    words: Words,
    frame: Frame,
    sign_ins: Vec<Row>,
}

struct Row {
    id: String,
    browser: String,
    address: String,
    since: Markup,
    last_used: Markup,
    is_this: bool,
}

pub async fn show(me: SignedIn, moderation: Data<Moderation>, words: Words) -> Result<HttpResponse, WebError> {
    let now = moderation.clock.now();
    let found = own(&me, &moderation).map_err(|error| refusal::answer(error, words, now))?;
    let sign_ins = found.into_iter().map(|it| Row {
        id: it.id.to_string(),
        is_this: it.id == me.sign_in.id,
        browser: it.browser.as_deref().map_or_else(|| words.say("sign-ins-unknown-browser"), browser_name),
        address: it.address.unwrap_or_default(),
        since: markup::when(words, it.created_at, now),
        last_used: markup::when(words, it.last_seen_at, now),
    });
    respond::page(&SignInsPage { words, frame: Frame::new(&me, ""), sign_ins: sign_ins.collect() })
}

pub async fn end(
    FormBy(OwnAccount(me), Nothing {}): FormBy<OwnAccount, Nothing>,
    id: Path<SignInId>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let found = own(&me, &moderation).map_err(refused)?;
    let sign_in = found.into_iter().find(|it| it.id == *id).ok_or(WebError::NotFound)?;
    if sign_in.id == me.sign_in.id {
        return leave(me, &site, &moderation, words, false).await;
    }
    moderation.sign_out(&me.actor, sign_in, false).await.map_err(refused)?;
    Ok(respond::see_other("/host/sign-ins"))
}

pub async fn sign_out(
    FormBy(OwnAccount(me), Nothing {}): FormBy<OwnAccount, Nothing>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    leave(me, &site, &moderation, words, false).await
}

pub async fn sign_out_everywhere(
    FormBy(OwnAccount(me), Nothing {}): FormBy<OwnAccount, Nothing>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    leave(me, &site, &moderation, words, true).await
}

async fn leave(
    me: SignedIn,
    site: &Site,
    moderation: &Moderation,
    words: Words,
    everywhere: bool,
) -> Result<HttpResponse, WebError> {
    let done = moderation.sign_out(&me.actor, me.sign_in, everywhere).await;
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    let mut answer = respond::see_other("/host/sign-in");
    answer.add_cookie(&identity::sign_out_cookie(site)).map_err(|error| WebError::internal(error.to_string()))?;
    Ok(answer)
}

/// The account's logins that still open something.
fn own(me: &SignedIn, moderation: &Moderation) -> Result<Vec<SignIn>, Refusal> {
    let now = moderation.clock.now();
    let mut found = moderation.store.sign_ins_of(me.account.id)?;
    found.retain(|sign_in| sign_in.is_alive(now));
    Ok(found)
}

/// What people call a browser, as far as its own long name tells.
fn browser_name(user_agent: &str) -> String {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];
    let find = |names: [(&'static str, &'static str); 6]| names.into_iter().find(|(mark, _)| user_agent.contains(mark));
    match (find(BROWSERS), find(SYSTEMS)) {
        (Some((_, browser)), Some((_, system))) => format!("{browser}, {system}"),
        (Some((_, browser)), None) => browser.to_owned(),
        _ => user_agent.chars().take(60).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_named_as_people_name_it() {
        let chrome =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        assert_eq!(browser_name(chrome), "Chrome, Linux");
        assert_eq!(
            browser_name("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1"),
            "Safari, iPhone"
        );
        assert_eq!(browser_name("something else"), "something else");
    }
}
