//! In which language a page answers: as chosen at its foot, else as the browser asks; programs in English.

use crate::support::{Answer, Browser, Desk, Guest, Server, open_invite};

const COOKIE: &str = "__Host-anteroom-language";

/// Presses the button of a language on that page.
async fn choose(browser: &mut Browser, page: &str, language: &str) -> Answer {
    let referer = format!("{}{page}", browser.origin());
    let answer = browser.posts("/language", &[("language", language)], &[("referer", &referer)]).await;
    if let Some(kept) = answer.headers("set-cookie").find_map(|cookie| cookie.strip_prefix(&format!("{COOKIE}="))) {
        browser.cookies.insert(COOKIE.to_owned(), kept.split(';').next().unwrap().to_owned());
    }
    answer
}

#[tokio::test]
async fn the_browsers_language_decides_until_another_is_chosen_at_the_foot() {
    let server = Server::start().await;
    let page = server.send("GET", "/host/sign-in", &[("accept-language", "ar;q=0.8, xx")], "").await;
    assert!(page.body.contains(r#"<html lang="ar" dir="rtl""#), "{}", page.body);

    let mut browser = server.browser();
    let chosen = choose(&mut browser, "/host/sign-in?again=1", "de").await;
    assert_eq!((chosen.status, chosen.goes_to()), (303, "/host/sign-in?again=1"));
    let cookie = chosen.header("set-cookie").unwrap();
    for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000"] {
        assert!(cookie.contains(attribute), "{attribute}: {cookie}");
    }
    let cookies = browser.cookie_header();
    let wanted = [("cookie", cookies.as_str()), ("accept-language", "ar")];
    for path in ["/host/sign-in", "/no/such/page"] {
        let page = server.send("GET", path, &wanted, "").await;
        assert!(page.body.contains(r#"<html lang="de" dir="ltr""#), "{path}: {}", page.body);
        let names = page.texts("footer .languages button");
        assert_eq!(names, ["English", "العربية", "Deutsch", "Español", "Français"]);
        assert_eq!(page.texts("footer .languages [aria-current]"), ["Deutsch"]);
    }
    browser.cookies.insert(COOKIE.to_owned(), "tlh".to_owned());
    assert!(browser.get("/host/sign-in").await.body.contains(r#"<html lang="en""#), "a language that nobody speaks");
}

#[tokio::test]
async fn a_language_that_is_not_there_is_refused_and_no_link_leads_out() {
    let server = Server::start().await;
    let mut browser = server.browser();
    for form in ["language=tlh", "language=", "", "language=de&to=%2Fhost"] {
        assert_eq!(browser.post_encoded("/language", form).await.status, 422, "{form}");
    }
    assert!(!browser.has_cookies());
    assert_eq!(browser.post_from_elsewhere("/language", &[("language", "de")]).await.status, 403);
    let own = server.origin.clone();
    for referer in
        ["https://evil.example/host", &format!("{own}//evil.example/"), &format!("{own}/\\evil.example/"), "no"]
    {
        let answer = browser.posts("/language", &[("language", "de")], &[("referer", referer)]).await;
        assert_eq!((answer.status, answer.goes_to()), (303, "/"), "{referer}");
    }
}

#[tokio::test]
async fn what_answers_a_form_offers_no_other_language_because_it_would_be_lost() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let mut browser = ana.browser.clone();
    let invites = format!("/host/rooms/{}/invites", ana.room());
    assert!(!browser.get(&invites).await.texts(".languages button").is_empty());
    let shown_once = browser.post_encoded(&invites, "role=publisher&entry=wait&expires_in_hours=24").await;
    assert!(shown_once.attribute(".link-box", "value").is_some(), "{}", shown_once.body);
    assert!(shown_once.texts(".languages button").is_empty());
}

#[tokio::test]
async fn a_guest_waits_and_a_host_decides_in_their_own_languages_live_too() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let link = desk.server.link(&ana, open_invite()).await;
    let mut sam = Guest::asks(&desk.server, &link, "Sam").await;
    let here = sam.here.clone();
    choose(&mut sam.browser, &here, "de").await;
    let page = sam.page().await;
    assert!(page.body.contains("Sie sind hier richtig."), "{}", page.body);
    choose(&mut ana.browser, "/host/rooms", "ar").await;
    let lists = ana.watches(None).await.next_named("lists").await.data;
    assert!(lists.contains("قبول") && !lists.contains("Admit"), "{lists}");
}

#[tokio::test]
async fn programs_are_answered_in_english() {
    let server = Server::start().await;
    let problem = server.send("GET", "/api/v1/rooms", &[("accept-language", "de")], "").await;
    assert_eq!(problem.expect(401)["title"], "Please sign in");
}
