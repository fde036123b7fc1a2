//! Where one is signed in, signing out, and the password again.

use anteroom::domain::text::{Email, PersonName};
use anteroom::moderation::Purpose;
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::support::Server;

#[tokio::test]
async fn signing_out_ends_the_login_for_every_copy_of_its_cookie() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let mut copy = ana.browser.clone();
    assert_eq!(ana.browser.post_from_elsewhere("/host/sign-out", &[]).await.status, 403);
    assert_eq!(ana.browser.press("/host/sign-out").await.goes_to(), "/host/sign-in");
    assert!(!ana.browser.has_cookies(), "the browser forgets it");
    assert_eq!(copy.get("/host/rooms").await.goes_to(), "/host/sign-in");
    assert_eq!(copy.press("/host/sign-out").await.goes_to(), "/host/sign-in", "twice does no harm");
    assert_eq!(server.acts().await.iter().filter(|act| *act == "signed_out").count(), 1);
}

#[tokio::test]
async fn the_list_marks_this_login_and_ends_another() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let mut other = server.browser();
    let form = [("email", ana.email.as_str()), ("password", ana.password.as_str())];
    assert_eq!(other.post("/host/sign-in", &form).await.status, 303);
    let page = ana.browser.get("/host/sign-ins").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.texts("tbody tr").len(), 2);
    assert_eq!(page.texts("tbody .badge"), ["This one"]);
    let own = ana.id;
    let all = server.moderation.store.sign_ins_of(own).unwrap();
    let marked = page.attribute("tbody tr:has(.badge) form", "action").unwrap();
    let another = all.iter().find(|sign_in| !marked.contains(&sign_in.id.to_string())).unwrap();
    let path = format!("/host/sign-ins/{}/end", another.id);
    let mut tom = server.host("Tom").await;
    assert_eq!(tom.browser.press(&path).await.status, 404, "somebody else's login");
    assert_eq!(other.get("/host/rooms").await.status, 200);
    assert_eq!(ana.browser.press(&path).await.goes_to(), "/host/sign-ins");
    assert_eq!(other.get("/host/rooms").await.goes_to(), "/host/sign-in");
    assert_eq!(ana.browser.press(&path).await.status, 404, "it is over");
    assert_eq!(ana.browser.press(&marked).await.goes_to(), "/host/sign-in", "one's own ends as by signing out");
    assert!(!ana.browser.has_cookies());
}

#[tokio::test]
async fn signing_out_everywhere_leaves_no_login_of_the_account_and_all_of_others() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let mut tom = server.host("Tom").await;
    let mut other = server.browser();
    let form = [("email", ana.email.as_str()), ("password", ana.password.as_str())];
    other.post("/host/sign-in", &form).await;
    assert_eq!(ana.browser.press("/host/sign-out-everywhere").await.goes_to(), "/host/sign-in");
    assert_eq!(other.get("/host/rooms").await.goes_to(), "/host/sign-in");
    assert_eq!(tom.browser.get("/host/rooms").await.status, 200);
}

#[tokio::test]
async fn a_login_ends_when_it_is_idle_or_too_old() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    server.moderation.clock.advance(SignedDuration::from_hours(13));
    assert_eq!(ana.browser.get("/host/rooms").await.goes_to(), "/host/sign-in");
    ana.signs_in().await;
    for _ in 0..15 {
        server.moderation.clock.advance(SignedDuration::from_hours(11));
        ana.browser.get("/host/rooms").await;
    }
    server.moderation.clock.advance(SignedDuration::from_hours(11));
    assert_eq!(ana.browser.get("/host/rooms").await.goes_to(), "/host/sign-in", "seven days");
}

#[tokio::test]
async fn an_admin_gives_the_password_again_after_a_quarter_of_an_hour() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    let new = [("name", "Tom"), ("email", "tom@example.org"), ("role", "host")];
    server.moderation.clock.advance(SignedDuration::from_mins(16));
    assert_eq!(eve.browser.post("/admin/people", &new).await.goes_to(), "/host/confirm");
    let page = eve.browser.get("/admin/people").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("please give your password again"), "{}", page.text());
    assert_eq!(page.texts("tbody tr").len(), 1, "nobody was made");
    let wrong = eve.browser.post("/host/confirm", &[("password", "wrong")]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.texts("#password-error"), ["This password is not right. Please try again."]);
    assert_eq!(eve.browser.post("/admin/people", &new).await.goes_to(), "/host/confirm", "still");
    let right = [("password", eve.password.clone())];
    assert_eq!(eve.browser.post("/host/confirm", &right).await.goes_to(), "/admin/people");
    assert_eq!(eve.browser.post("/admin/people", &new).await.status, 200);
}

#[tokio::test]
async fn an_account_without_a_password_confirms_by_a_new_link_only() {
    let server = Server::start().await;
    let moderation = &server.moderation;
    let email = Email::parse("ana@example.org").unwrap();
    let ana = moderation.create_demo_account(email, PersonName::parse("Ana").unwrap()).await.unwrap();
    let mut browser = server.browser();
    let link = || {
        let life = SignedDuration::from_hours(1);
        let secret = moderation.links.issue(Purpose::SignIn(ana.id), moderation.clock.now(), life);
        format!("/host/sign-in/{}", secret.expose_secret())
    };
    browser.press(&link()).await;
    assert_eq!(browser.post("/admin/api-keys", &[("name", "one")]).await.status, 200);
    moderation.clock.advance(SignedDuration::from_mins(16));
    assert_eq!(browser.post("/admin/api-keys", &[("name", "two")]).await.goes_to(), "/host/confirm");
    let page = browser.get("/host/confirm").await;
    assert!(page.text().contains("Sign in by a new link to go on."), "{}", page.text());
    assert!(page.texts("#password").is_empty());
    for guess in ["", "null", "password"] {
        assert_eq!(browser.post("/host/confirm", &[("password", guess)]).await.status, 422);
    }
    assert_eq!(browser.post("/admin/api-keys", &[("name", "two")]).await.goes_to(), "/host/confirm");
    browser.press(&link()).await;
    assert_eq!(browser.post("/admin/api-keys", &[("name", "two")]).await.status, 200);
}

#[tokio::test]
async fn when_a_login_was_last_used_is_noted_once_a_minute() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let last = || server.moderation.store.sign_ins_of(ana.id).unwrap()[0].last_seen_at;
    let first = last();
    for (pause, is_noted) in [(30, false), (31, true)] {
        server.moderation.clock.advance(SignedDuration::from_secs(pause));
        assert_eq!(ana.browser.get("/host/rooms").await.status, 200);
        assert_eq!(last() > first, is_noted, "after {pause} s more");
    }
}
