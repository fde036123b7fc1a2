//! A second factor: set up, asked for, never twice the same code, never in clear, and lost.

use anteroom::domain::actor::Actor;
use anteroom::domain::second_factor::{self, Secret};
use anteroom::moderation::installation::InstallationChange;
use anteroom::store::{EntryFilter, Turn};
use jiff::SignedDuration;

use crate::support::{Answer, Browser, Host, Server};

const WRONG: &str = "This code is not right, or it was used already. Wait for the next one.";

/// What the app of somebody knows: read from where only the server can.
async fn secret_of(server: &Server, host: &Host) -> Secret {
    let factor = server.moderation.store.second_factor(host.id).unwrap().unwrap();
    server.moderation.sealing.open("second factor", &factor.secret).unwrap().try_into().unwrap()
}

/// What the app shows now.
fn code(server: &Server, secret: &Secret) -> String {
    second_factor::code_at(secret, server.moderation.clock.now()).unwrap()
}

/// The code after the ones that counted so far.
fn next_code(server: &Server, secret: &Secret) -> String {
    server.moderation.clock.advance(SignedDuration::from_secs(60));
    code(server, secret)
}

/// Sets a second factor up on its page; the recovery codes.
async fn sets_up(server: &Server, host: &mut Host) -> (Secret, Vec<String>) {
    let answer = host.browser.post("/host/second-factor", &[("password", &host.password)]).await;
    assert_eq!(answer.goes_to(), "/host/second-factor", "{}", answer.body);
    let secret = secret_of(server, host).await;
    let page = host.browser.get("/host/second-factor").await;
    assert_eq!(page.texts("#typed"), [second_factor::readable(&secret)]);
    let page = host.browser.post("/host/second-factor/code", &[("code", code(server, &secret))]).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let codes: Vec<String> = page.texts("#codes")[0].split_whitespace().map(str::to_owned).collect();
    assert_eq!(codes.len(), 10);
    (secret, codes)
}

/// Gives the right password in a new browser, which is then asked for a code.
async fn half_in(server: &Server, host: &Host) -> Browser {
    let mut browser = server.browser();
    let form = [("email", host.email.as_str()), ("password", host.password.as_str())];
    let answer = browser.post("/host/sign-in", &form).await;
    assert_eq!(answer.goes_to(), "/host/second-step");
    browser
}

async fn gives(browser: &mut Browser, code: &str) -> Answer {
    browser.post("/host/second-step", &[("code", code)]).await
}

#[tokio::test]
async fn with_a_second_factor_the_password_alone_opens_nothing_and_a_code_does() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let (secret, _) = sets_up(&server, &mut ana).await;
    let mut browser = half_in(&server, &ana).await;
    assert_eq!(browser.get("/host/rooms").await.goes_to(), "/host/sign-in");
    assert_eq!(browser.get("/host/second-step").await.status, 200);
    for wrong in ["", "12345", "000000", "abcde-fghij", "１２３４５６"] {
        let page = gives(&mut browser, wrong).await;
        if page.status == 422 {
            assert_eq!(page.texts("#code-error"), [WRONG], "{wrong}");
        }
        assert_eq!(browser.get("/host/rooms").await.goes_to(), "/host/sign-in", "{wrong}");
    }
    server.moderation.clock.advance(SignedDuration::from_mins(2));
    let answer = gives(&mut browser, &code(&server, &secret)).await;
    assert_eq!(answer.goes_to(), "/host/rooms");
    let cookie = answer.headers("set-cookie").find(|it| it.contains("sign-in-step")).unwrap().to_owned();
    assert!(cookie.contains("Max-Age=0"), "{cookie}");
    assert_eq!(browser.get("/host/rooms").await.status, 200);
    let acts = server.acts().await;
    assert_eq!(acts[0], "signed_in");
    assert_eq!(acts.iter().filter(|act| *act == "second_factor_failed").count(), 5, "{acts:?}");
}

#[tokio::test]
async fn a_code_counts_once_also_for_two_who_give_it_at_the_same_moment() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let (secret, _) = sets_up(&server, &mut ana).await;
    let used = code(&server, &secret);
    let mut browser = half_in(&server, &ana).await;
    assert_eq!(gives(&mut browser, &used).await.texts("#code-error"), [WRONG], "it set the factor up");
    for _ in 0..10 {
        let now = next_code(&server, &secret);
        let (mut one, mut other) = (half_in(&server, &ana).await, half_in(&server, &ana).await);
        let (first, second) = tokio::join!(gives(&mut one, &now), gives(&mut other, &now));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert!(first.header("location") != second.header("location"), "{statuses:?}");
        let inside = [one.get("/host/rooms").await.status, other.get("/host/rooms").await.status];
        assert_eq!(inside.iter().filter(|status| **status == 200).count(), 1, "{inside:?}");
    }
}

#[tokio::test]
async fn a_recovery_code_signs_in_once_and_new_ones_end_the_old() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let (secret, codes) = sets_up(&server, &mut ana).await;
    let mut browser = half_in(&server, &ana).await;
    assert_eq!(gives(&mut browser, &codes[0].to_uppercase()).await.goes_to(), "/host/rooms");
    let mut browser = half_in(&server, &ana).await;
    assert_eq!(gives(&mut browser, &codes[0]).await.status, 422, "used up");
    let page = ana.browser.get("/host/second-factor").await;
    assert!(page.text().contains("9 left"), "{}", page.text());
    assert!(!codes.iter().any(|code| page.body.contains(code)), "shown once");
    let page = ana.browser.post("/host/second-factor/recovery-codes", &[("password", &ana.password)]).await;
    let new: Vec<String> = page.texts("#codes")[0].split_whitespace().map(str::to_owned).collect();
    assert_eq!(gives(&mut browser, &codes[1]).await.status, 422, "the old ones are over");
    assert_eq!(gives(&mut browser, &new[1]).await.goes_to(), "/host/rooms");
    let acts = server.acts().await;
    assert!(acts.contains(&"recovery_code_used".to_owned()) && acts.contains(&"recovery_codes_made".to_owned()));
    let _ = secret;
}

#[tokio::test]
async fn guessing_is_stopped_for_the_account_wherever_it_comes_from_and_for_longer_each_time() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let (secret, codes) = sets_up(&server, &mut ana).await;
    server.moderation.clock.advance(SignedDuration::from_mins(2));
    for number in 0..5 {
        let mut browser = half_in(&server, &ana).await;
        assert_eq!(gives(&mut browser, "000000").await.status, 422, "{number}");
    }
    let entries = server.moderation.store.log_page(&EntryFilter::default(), Turn::Latest, 100).await.unwrap();
    let failed = entries.iter().find(|entry| entry.action == "second_factor_failed").unwrap();
    assert_eq!(
        (failed.actor_name.as_str(), failed.address.as_deref()),
        ("", Some("127.0.0.1")),
        "who it was, nobody knows"
    );
    let mut browser = half_in(&server, &ana).await;
    for right in [code(&server, &secret), codes[0].clone()] {
        let answer = gives(&mut browser, &right).await;
        assert_eq!(answer.status, 429, "not even a right one is looked at");
        let wait: u64 = answer.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=60).contains(&wait), "{wait}");
    }
    server.moderation.clock.advance(SignedDuration::from_secs(61));
    assert_eq!(gives(&mut browser, "000000").await.status, 422, "one more try");
    server.moderation.clock.advance(SignedDuration::from_secs(61));
    assert_eq!(gives(&mut browser, &codes[0]).await.status, 429, "twice as long now");
    server.moderation.clock.advance(SignedDuration::from_secs(60));
    assert_eq!(gives(&mut browser, &codes[0]).await.goes_to(), "/host/rooms");
    let mut browser = half_in(&server, &ana).await;
    assert_eq!(gives(&mut browser, "000000").await.status, 422, "and from the beginning after a right one");
    assert_eq!(gives(&mut browser, &next_code(&server, &secret)).await.goes_to(), "/host/rooms");
}

#[tokio::test]
async fn the_question_for_a_code_is_over_after_ten_minutes_and_with_the_account() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let (secret, _) = sets_up(&server, &mut ana).await;
    let mut browser = half_in(&server, &ana).await;
    server.moderation.clock.advance(SignedDuration::from_mins(10));
    assert_eq!(gives(&mut browser, &code(&server, &secret)).await.goes_to(), "/host/sign-in");
    assert_eq!(browser.get("/host/second-step").await.goes_to(), "/host/sign-in", "the browser has forgotten it");
    let mut browser = half_in(&server, &ana).await;
    let eve = server.admin("Eve").await;
    server.moderation.set_account_disabled(&eve.actor, ana.id, true).await.unwrap();
    assert_eq!(gives(&mut browser, &code(&server, &secret)).await.goes_to(), "/host/sign-in");
    assert_eq!(gives(&mut server.browser(), "000000").await.goes_to(), "/host/sign-in", "nobody was asked");
}

#[tokio::test]
async fn setting_up_and_removing_ask_for_the_password_and_only_a_right_code_turns_it_on() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let page = ana.browser.post("/host/second-factor", &[("password", "wrong")]).await;
    assert_eq!(
        (page.status, page.texts("#password-error")),
        (422, vec!["This password is not right. Please try again.".to_owned()])
    );
    assert!(server.moderation.store.second_factor(ana.id).unwrap().is_none());
    ana.browser.post("/host/second-factor", &[("password", &ana.password)]).await.goes_to();
    let page = ana.browser.post("/host/second-factor/code", &[("code", "000000")]).await;
    assert_eq!((page.status, page.texts("#code-error")), (422, vec![WRONG.to_owned()]));
    assert_eq!(ana.signs_in().await.goes_to(), "/host/rooms", "nothing is asked for before the first right code");
    server.moderation.clock.advance(SignedDuration::from_mins(16));
    let page = ana.browser.get("/host/second-factor").await;
    assert!(page.texts("#typed").is_empty(), "after a while the secret asks for the password again");
    assert_eq!(ana.browser.post("/host/second-factor/code", &[("code", "1")]).await.goes_to(), "/host/second-factor");
    let (secret, _) = sets_up(&server, &mut ana).await;
    let page = ana.browser.post("/host/second-factor", &[("password", &ana.password)]).await;
    assert_eq!(page.texts("[role=alert] p"), ["There is a second factor already. Remove it first."]);
    let wrong = [("password", ana.password.clone()), ("code", "000000".to_owned())];
    assert_eq!(ana.browser.post("/host/second-factor/remove", &wrong).await.status, 422);
    let right = [("password", ana.password.clone()), ("code", next_code(&server, &secret))];
    assert_eq!(ana.browser.post("/host/second-factor/remove", &right).await.goes_to(), "/host/second-factor");
    assert_eq!(ana.signs_in().await.goes_to(), "/host/rooms");
    let acts = server.acts().await;
    assert!(acts.contains(&"second_factor_set".to_owned()) && acts.contains(&"second_factor_removed".to_owned()));
}

#[tokio::test]
async fn an_admin_removes_the_second_factor_of_somebody_who_lost_it() {
    let server = Server::start().await;
    let (mut eve, mut ana) = (server.admin("Eve").await, server.host("Ana").await);
    let path = format!("/admin/people/{}", ana.id);
    assert!(!eve.browser.get(&path).await.body.contains("reset-second-factor"), "there is none");
    sets_up(&server, &mut ana).await;
    let mut asked = half_in(&server, &ana).await;
    let page = eve.browser.get(&path).await;
    assert!(page.text().contains("Make sure that it is really Ana who asks."), "{}", page.text());
    assert_eq!(eve.browser.press(&format!("{path}/reset-second-factor")).await.goes_to(), path);
    assert_eq!(ana.browser.get("/host/rooms").await.goes_to(), "/host/sign-in", "signed out everywhere");
    assert_eq!(gives(&mut asked, "000000").await.goes_to(), "/host/sign-in", "nothing is asked for any more");
    assert_eq!(ana.signs_in().await.goes_to(), "/host/rooms");
    assert_eq!(server.acts().await.iter().filter(|act| *act == "second_factor_removed").count(), 1);
    let host = server.host("Tom").await;
    let done = server.moderation.reset_second_factor(&host.actor, ana.id).await;
    assert!(done.is_err(), "a host may not");
}

#[tokio::test]
async fn where_admins_need_one_an_admin_without_is_led_to_set_it_up_before_anything_else() {
    let server = Server::start().await;
    let (mut eve, mut zoe, mut tom) = (server.admin("Eve").await, server.admin("Zoe").await, server.host("Tom").await);
    let on = [("second_factor", "yes")];
    let page = eve.browser.post("/admin/settings", &on).await;
    let first = "Set up your own second factor first. Otherwise you would be shut out at once.";
    assert_eq!((page.status, page.texts("[role=alert] p")), (403, vec![first.to_owned()]));
    assert_eq!(eve.browser.get("/admin/people").await.status, 200);
    let (secret, _) = sets_up(&server, &mut eve).await;
    assert_eq!(eve.browser.post("/admin/settings", &on).await.goes_to(), "/admin/settings?saved=1");
    assert!(eve.browser.get("/admin/settings").await.attribute("[name=second_factor]", "checked").is_some());
    for path in ["/admin/people", "/host/rooms", "/admin", "/admin/calls", "/host/sign-ins"] {
        assert_eq!(zoe.browser.get(path).await.goes_to(), "/host/second-factor", "{path}");
        assert_eq!(eve.browser.get(path).await.status, 200, "{path}");
    }
    let role = format!("/admin/people/{}/role", tom.id);
    assert_eq!(zoe.browser.post(&role, &[("role", "admin")]).await.goes_to(), "/host/second-factor");
    assert_eq!(tom.browser.get("/host/rooms").await.status, 200, "hosts are not asked");
    let page = zoe.browser.get("/host/second-factor").await;
    assert!(page.text().contains("Admins here need a second factor."), "{}", page.text());
    sets_up(&server, &mut zoe).await;
    assert_eq!(zoe.browser.get("/admin/people").await.status, 200);
    let form = [("password", eve.password.clone()), ("code", next_code(&server, &secret))];
    let page = eve.browser.post("/host/second-factor/remove", &form).await;
    assert_eq!(page.texts("[role=alert] p"), ["Admins here need a second factor, so it stays."]);
    eve.browser.post("/host/confirm", &[("password", &eve.password)]).await.goes_to();
    assert_eq!(eve.browser.press("/admin/settings").await.goes_to(), "/admin/settings?saved=1");
    assert_eq!(server.acts().await.iter().filter(|act| *act == "installation_changed").count(), 2);
    assert_eq!(tom.browser.get("/admin/settings").await.status, 404);
}

#[tokio::test]
async fn nothing_of_a_second_factor_stands_in_clear_in_the_database_or_can_be_tried_out_from_it() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let (secret, codes) = sets_up(&server, &mut ana).await;
    half_in(&server, &ana).await;
    let base32 = second_factor::readable(&secret).replace(' ', "");
    let mut secrets: Vec<Vec<u8>> =
        vec![secret.to_vec(), base32.clone().into_bytes(), base32.to_lowercase().into_bytes()];
    for code in &codes {
        let plain = code.replace('-', "");
        let hash: [u8; 32] =
            sha2::Digest::finalize(sha2::Digest::chain_update(<sha2::Sha256 as sha2::Digest>::new(), &plain)).into();
        secrets.extend([code.clone().into_bytes(), plain.into_bytes(), hash.to_vec()]);
    }
    let mut files = 0;
    for file in std::fs::read_dir(server.folder.path()).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "key") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        files += 1;
        for secret in &secrets {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{secret:?} in {}", path.display());
        }
    }
    assert!(files >= 1);
    assert!(server.moderation.reset_second_factor(&Actor::SYSTEM, ana.id).await.is_ok(), "the command line can");
}

#[tokio::test]
async fn what_admins_need_a_host_may_still_remove() {
    let server = Server::start().await;
    let (mut eve, mut ana) = (server.admin("Eve").await, server.host("Ana").await);
    let (secret, _) = sets_up(&server, &mut ana).await;
    sets_up(&server, &mut eve).await;
    let change = InstallationChange { admins_need_second_factor: true };
    server.moderation.change_installation(&eve.actor, change).await.unwrap();
    server.moderation.clock.advance(SignedDuration::from_mins(2));
    server.moderation.remove_second_factor(&ana.actor, &code(&server, &secret)).await.unwrap();
    assert!(server.moderation.store.second_factor(ana.id).unwrap().is_none());
}
