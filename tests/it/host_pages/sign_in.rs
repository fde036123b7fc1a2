//! Signing in: by password and by a link that works once.

use anteroom::domain::text::{Email, PersonName};
use anteroom::moderation::Purpose;
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::support::Server;

const FAILED: &str = "Email and password do not fit together. Please try again.";

#[tokio::test]
async fn the_start_page_tells_hosts_and_guests_where_to_go() {
    let server = Server::start().await;
    let page = server.browser().get("/").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("If you were invited, use the link you were sent."), "{}", page.text());
    assert_eq!(page.attribute("main a", "href").as_deref(), Some("/host/sign-in"));
    let mut ana = server.host("Ana").await;
    assert_eq!(ana.browser.get("/").await.goes_to(), "/host/rooms");
    assert_eq!(ana.browser.get("/host/sign-in").await.goes_to(), "/host/rooms");
}

#[tokio::test]
async fn a_right_password_signs_in_with_a_cookie_that_is_safe_and_new_each_time() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let first = ana.browser.cookie("__Host-anteroom-sign-in").unwrap().to_owned();
    let mut earlier = ana.browser.clone();
    let answer = ana.signs_in().await;
    assert_eq!(answer.goes_to(), "/host/rooms");
    let set_cookies: Vec<&str> = answer.headers("set-cookie").collect();
    let [cookie] = set_cookies.as_slice() else { panic!("{set_cookies:?}") };
    for part in ["__Host-anteroom-sign-in=", "; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert_ne!(ana.browser.cookie("__Host-anteroom-sign-in").unwrap(), first);
    assert_eq!(earlier.get("/host/rooms").await.goes_to(), "/host/sign-in", "the login before has ended");
    assert_eq!(ana.browser.get("/host/rooms").await.status, 200);
}

#[tokio::test]
async fn whatever_is_wrong_the_words_are_the_same_and_nobody_is_signed_in() {
    let server = Server::start().await;
    let ana = server.host("Ana").await;
    let tom = server.host("Tom").await;
    let admin = server.admin("Eve").await;
    let id = tom.id;
    server.moderation.set_account_disabled(&admin.actor, id, true).await.unwrap();
    for (email, password) in [
        (ana.email.as_str(), "wrong"),
        ("nobody@example.org", "wrong"),
        (tom.email.as_str(), tom.password.as_str()),
        ("not an address", ana.password.as_str()),
        ("", ""),
    ] {
        let mut browser = server.browser();
        let page = browser.post("/host/sign-in", &[("email", email), ("password", password)]).await;
        assert_eq!(page.status, 422, "{email}");
        assert_eq!(page.texts("[role=alert] p"), [FAILED]);
        assert_eq!(page.attribute("#email", "value").as_deref(), Some(email), "what was typed is kept");
        assert_eq!(page.attribute("#password", "value").as_deref(), Some(""), "a password is not");
        assert!(!browser.has_cookies());
    }
    let acts = server.acts().await;
    assert_eq!(acts.iter().filter(|act| *act == "sign_in_failed").count(), 5, "each is in the log");
}

#[tokio::test]
async fn a_form_with_other_fields_or_from_another_site_signs_nobody_in() {
    let server = Server::start().await;
    let ana = server.host("Ana").await;
    let mut browser = server.browser();
    let right = [("email", ana.email.as_str()), ("password", ana.password.as_str())];
    let elsewhere = browser.post_from_elsewhere("/host/sign-in", &right).await;
    assert_eq!(elsewhere.status, 403);
    let more = [right[0], right[1], ("next", "/admin/people")];
    assert_eq!(browser.post("/host/sign-in", &more).await.status, 422);
    let twice = [right[0], right[0], right[1]];
    assert_eq!(browser.post("/host/sign-in", &twice).await.status, 422);
    assert_eq!(browser.post("/host/sign-in", &right[..1]).await.status, 422);
    assert!(!browser.has_cookies());
}

#[tokio::test]
async fn many_wrong_tries_must_wait() {
    let server = Server::start_with(|settings| settings.rate_limit_scale = Some("1".to_owned())).await;
    let mut browser = server.browser();
    let mut statuses = Vec::new();
    for _ in 0..12 {
        let form = [("email", "ana@example.org"), ("password", "wrong")];
        statuses.push(browser.post("/host/sign-in", &form).await.status);
    }
    assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 10, "{statuses:?}");
    assert_eq!(statuses.last(), Some(&429));
}

#[tokio::test]
async fn a_one_time_link_is_used_up_by_its_button_alone() {
    let server = Server::start().await;
    let moderation = &server.moderation;
    let email = Email::parse("ana@example.org").unwrap();
    let ana = moderation.create_demo_account(email, PersonName::parse("Ana <b>").unwrap()).await.unwrap();
    let life = SignedDuration::from_hours(24);
    let secret = moderation.links.issue(Purpose::SignIn(ana.id), moderation.clock.now(), life);
    let path = format!("/host/sign-in/{}", secret.expose_secret());
    let mut browser = server.browser();
    for _ in 0..3 {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.texts("main button"), ["Open the desk"]);
        assert!(page.text().contains("This link signs you in as Ana <b> and works once."), "{}", page.text());
        assert_eq!(browser.head(&path).await.status, 200);
    }
    assert!(!browser.has_cookies());
    assert_eq!(browser.post_from_elsewhere(&path, &[]).await.status, 403);
    assert_eq!(browser.post(&path, &[("more", "1")]).await.status, 422);
    assert_eq!(browser.press(&path).await.goes_to(), "/host/rooms");
    assert_eq!(browser.get("/host/rooms").await.status, 200);
    let mut second = server.browser();
    assert_eq!(second.get(&path).await.status, 404);
    assert_eq!(second.press(&path).await.status, 404);
    assert!(!second.has_cookies());
}

#[tokio::test]
async fn a_one_time_link_leads_to_the_only_room_s_desk_and_dies_with_its_time_or_account() {
    let server = Server::start().await;
    let moderation = &server.moderation;
    let mut ana = server.host("Ana").await;
    let admin = server.admin("Eve").await;
    let room = server.room_of(&ana, "Clinic").await;
    let id = ana.id;
    let issue = || {
        let life = SignedDuration::from_mins(5);
        let secret = moderation.links.issue(Purpose::SignIn(id), moderation.clock.now(), life);
        format!("/host/sign-in/{}", secret.expose_secret())
    };
    assert_eq!(ana.browser.press(&issue()).await.goes_to(), format!("/host/rooms/{room}"));
    let late = issue();
    moderation.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(server.browser().press(&late).await.status, 404);
    let disabled = issue();
    let tom = server.host("Tom").await;
    moderation.add_host(&admin.actor, room, &Email::parse(&tom.email).unwrap()).await.unwrap();
    moderation.set_account_disabled(&admin.actor, id, true).await.unwrap();
    assert_eq!(server.browser().get(&disabled).await.status, 404);
    assert_eq!(server.browser().press(&disabled).await.status, 404);
}
