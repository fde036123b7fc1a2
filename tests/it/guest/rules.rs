//! The rules of a room's door, from the guest's side. Names begin with the point that they are about.

use anteroom::domain::admission::{Admission, Departure, State};
use anteroom::domain::invite::Entry;
use anteroom::domain::question::{Kind, Question};
use anteroom::domain::role::Role;
use anteroom::domain::room::Door;
use anteroom::domain::text::Message;
use anteroom::moderation::{InviteSettings, RoomChange};
use jiff::SignedDuration;
use serde_json::json;

use crate::support::{Browser, Guest, Host, Server, open_invite};

async fn room_with(server: &Server, wish: RoomChange) -> (Host, String) {
    let ana = server.host_with_room("Ana").await;
    server.moderation.change_room(&ana.actor, ana.room(), wish).await.unwrap();
    let link = server.link(&ana, open_invite()).await;
    (ana, link)
}

/// Opens the link as a browser does, so that it is known again, and asks.
async fn asks_as_a_browser(server: &Server, link: &str, name: &str) -> Guest {
    let mut browser = server.browser();
    assert_eq!(browser.get(link).await.status, 200);
    let here = browser.post(link, &[("name", name)]).await.goes_to().to_owned();
    Guest { browser, here }
}

async fn denied(server: &Server, ana: &Host, guest: &Guest) -> Admission {
    let id = guest.admission(server).await.id;
    let denied = server.moderation.deny(&ana.actor, id, None, false, None).await.unwrap();
    server.moderation.clock.advance(SignedDuration::from_secs(11));
    denied
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

#[tokio::test]
async fn d3_a_denial_is_remembered_over_requests_that_the_guest_gave_up() {
    let server = Server::start().await;
    let (ana, link) = room_with(&server, RoomChange::default()).await;
    let other_link = server.link(&ana, open_invite()).await;
    let mut sam = asks_as_a_browser(&server, &link, "Sam").await;
    denied(&server, &ana, &sam).await;
    server.moderation.clock.advance(SignedDuration::from_secs(60));
    sam.presses("again").await.goes_to();
    sam.presses("withdraw").await.goes_to();
    let mut browser = sam.browser.clone();
    browser.cookies.retain(|name, _| name.contains("browser"));
    let here = browser.post(&other_link, &[("name", "Sam")]).await.goes_to().to_owned();
    let anew = Guest { browser, here }.admission(&server).await;
    assert_eq!((anew.state.as_str(), anew.denials, anew.returning), ("waiting", 1, true));

    let mut kim = asks_as_a_browser(&server, &link, "Kim").await;
    assert!(!kim.admission(&server).await.returning, "nobody was here before");
    kim.presses("withdraw").await.goes_to();
    kim.browser.cookies.retain(|name, _| name.contains("browser"));
    let here = kim.browser.post(&other_link, &[("name", "Kim")]).await.goes_to().to_owned();
    let anew = Guest { here, ..kim }.admission(&server).await;
    assert_eq!((anew.denials, anew.returning), (0, true), "known, though nothing was ever decided");
}

#[tokio::test]
async fn d3_the_third_denial_lasts_for_this_browser_by_every_link_until_a_host_lifts_it() {
    let server = Server::start().await;
    let (ana, link) = room_with(&server, RoomChange::default()).await;
    let other_link = server.link(&ana, open_invite()).await;
    let mut sam = asks_as_a_browser(&server, &link, "Sam").await;
    let clock = &server.moderation.clock;
    for (pause, words) in [(SignedDuration::from_secs(60), "You can ask again"), (minutes(10), "You can ask again")] {
        denied(&server, &ana, &sam).await;
        let before = sam.admission(&server).await.id;
        assert!(sam.page().await.body.contains(words));
        sam.presses("again").await.goes_to();
        let elsewhere = sam.browser.clone().post(&other_link, &[("name", "Sam")]).await;
        assert_eq!(elsewhere.goes_to(), sam.here, "another link of the room is no way around");
        assert_eq!(sam.admission(&server).await.id, before, "too soon");
        clock.advance(pause);
        sam.presses("again").await.goes_to();
        assert_ne!(sam.admission(&server).await.id, before);
    }
    let blocked = denied(&server, &ana, &sam).await;
    assert!(blocked.is_blocked());
    clock.advance(minutes(60 * 5));
    let page = sam.page().await;
    assert!(page.body.contains("You cannot ask again from here") && !page.body.contains("Ask again</button>"));
    assert_eq!(sam.presses("again").await.status, 410);
    let mut elsewhere = sam.browser.clone();
    elsewhere.cookies.retain(|name, _| name.contains("browser"));
    assert_eq!(elsewhere.post(&other_link, &[("name", "Sam")]).await.status, 410, "without the ticket neither");
    let secret = link.trim_start_matches("/i/");
    let asked = json!({ "secret": secret, "name": "Sam" });
    server.bearer(sam.ticket()).post("/invites/redeem", asked).await.expect(410);
    let kim = asks_as_a_browser(&server, &link, "Kim").await;
    assert_eq!(kim.admission(&server).await.state.as_str(), "waiting", "others of the link are not blocked");

    let mut ana = ana;
    let desk = ana.browser.get(&format!("/host/rooms/{}", ana.room())).await;
    assert_eq!(desk.texts(&format!("#admission-{} .actions button", blocked.id)), ["Let them ask again"]);
    ana.decides(blocked.id, "unblock", &[]).await.goes_to();
    sam.presses("again").await.goes_to();
    let again = sam.admission(&server).await;
    assert_eq!((again.state.as_str(), again.denials, again.returning), ("waiting", 0, true));
    assert!(server.log_of(blocked.id).await.contains(&"Ana unblocked".to_owned()));
    let waiting = server.moderation.store.counts(ana.room()).unwrap().waiting;
    assert_eq!(waiting, 2, "a denied guest who asks again is listed once");
}

#[tokio::test]
async fn d3_whoever_was_let_in_after_a_denial_need_not_wait_for_its_end() {
    let server = Server::start().await;
    let (ana, link) = room_with(&server, RoomChange::default()).await;
    let (second_link, third_link) = (server.link(&ana, open_invite()).await, server.link(&ana, open_invite()).await);
    let sam = asks_as_a_browser(&server, &link, "Sam").await;
    let by = async |link: &str| {
        let mut browser = sam.browser.clone();
        browser.cookies.retain(|name, _| name.contains("browser"));
        let answer = browser.post(link, &[("name", "Sam")]).await;
        (answer.status, Guest { browser, here: answer.header("location").unwrap_or_default().to_owned() })
    };
    let second = by(&second_link).await.1.admission(&server).await;
    denied(&server, &ana, &sam).await;
    assert_eq!(by(&third_link).await.0, 429, "too soon after the denial");
    server.moderation.admit(&ana.actor, second.id, None, None).await.unwrap();
    let (status, third) = by(&third_link).await;
    assert_eq!((status, third.admission(&server).await.state.as_str()), (303, "waiting"));
}

#[tokio::test]
async fn d1_whoever_waits_is_told_at_once_that_the_door_closes_and_so_is_every_desk() {
    let server = Server::start().await;
    let (ana, link) = room_with(&server, RoomChange::default()).await;
    let sam = Guest::asks(&server, &link, "Sam").await;
    let mut guest = crate::support::Stream::open_by(&sam.browser, &format!("{}/events", sam.here), None).await;
    let mut desk = ana.watches(None).await;
    let first = guest.next().await.unwrap();
    desk.next().await.unwrap();
    server.moderation.lock(&ana.actor, ana.room(), true).await.unwrap();
    let told = guest.next().await.unwrap();
    assert_eq!(told.name, first.name);
    assert_ne!(told.json()["version"], first.json()["version"], "the page reads itself again");
    assert!(desk.next().await.is_some());
}

#[tokio::test]
async fn d3_a_host_sees_that_a_browser_was_denied_before_and_comes_again() {
    let server = Server::start().await;
    let (mut ana, link) = room_with(&server, RoomChange::default()).await;
    let mut sam = asks_as_a_browser(&server, &link, "Sam").await;
    denied(&server, &ana, &sam).await;
    server.moderation.clock.advance(minutes(2));
    sam.presses("again").await.goes_to();
    let desk = ana.desk().await;
    assert!(desk.contains("denied before") && desk.contains("returning"));
}

#[tokio::test]
async fn j2_two_tabs_that_ask_at_once_are_one_guest() {
    let server = Server::start().await;
    let (ana, link) = room_with(&server, RoomChange::default()).await;
    let mut browser = server.browser();
    browser.get(&link).await;
    let (first, second) = (browser.clone(), browser);
    let (first, second) =
        tokio::join!(first.posts(&link, &[("name", "Sam")], &[]), second.posts(&link, &[("name", "Sam")], &[]));
    assert_eq!((first.status, second.status), (303, 303));
    assert_eq!(server.moderation.store.counts(ana.room()).unwrap().waiting, 1);
    let tickets = [&first, &second].map(|answer| answer.headers("set-cookie").any(|cookie| cookie.contains("ticket")));
    assert_eq!(tickets.iter().filter(|given| **given).count(), 1, "one ticket, which no other one voids");
}

#[tokio::test]
async fn j2_a_browser_that_lost_its_ticket_comes_back_to_its_place() {
    let server = Server::start().await;
    let (_, link) = room_with(&server, RoomChange::default()).await;
    let mut sam = asks_as_a_browser(&server, &link, "Sam").await;
    let place = sam.admission(&server).await.id;
    let old = sam.ticket().to_owned();
    sam.browser.cookies.retain(|name, _| name.contains("browser"));
    server.moderation.clock.advance(SignedDuration::from_secs(15));
    sam.browser.post(&link, &[("name", "Sam")]).await.goes_to();
    assert_eq!(sam.admission(&server).await.id, place);
    assert_ne!(sam.ticket(), old);
    let mut stranger = server.browser();
    stranger.cookies.insert("anteroom-browser".to_owned(), "x".to_owned());
    stranger.post(&link, &[("name", "Sam")]).await.goes_to();
    let counts = server.moderation.store.counts(sam.admission(&server).await.room_id).unwrap();
    assert_eq!(counts.waiting, 2, "a made-up word is no browser");
}

#[tokio::test]
async fn d2_coming_back_without_asking_lasts_as_long_as_the_room_says() {
    for (window, after, comes_back) in [(0, 0, false), (30, 29, true), (30, 31, false)] {
        let server = Server::start().await;
        let wish = RoomChange { return_minutes: Some(window), ..RoomChange::default() };
        let (ana, link) = room_with(&server, wish).await;
        let mut sam = Guest::asks(&server, &link, "Sam").await;
        let id = sam.admission(&server).await.id;
        server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
        sam.presses("leave").await.goes_to();
        server.moderation.clock.advance(minutes(after));
        sam.presses("again").await.goes_to();
        let now = sam.admission(&server).await;
        let expected = if comes_back { "admitted" } else { "waiting" };
        assert_eq!(now.state.as_str(), expected, "{window} min, after {after}");
    }
}

#[tokio::test]
async fn d5_when_too_many_wait_others_read_so_and_when_to_come_again() {
    let server = Server::start().await;
    let wish = RoomChange { most_waiting: Some(Some(1)), ..RoomChange::default() };
    let (ana, link) = room_with(&server, wish).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    let mut kim = server.browser();
    let full = kim.post(&link, &[("name", "Kim")]).await;
    assert_eq!((full.status, full.header("retry-after")), (503, Some("30")));
    assert!(full.body.contains("The waiting room is full"), "{}", full.body);
    let asked = json!({ "secret": link.trim_start_matches("/i/"), "name": "Kim" });
    let refused = server.nobody().post("/invites/redeem", asked).await;
    refused.expect(503);
    assert_eq!(refused.header("retry-after"), Some("30"));
    let id = sam.admission(&server).await.id;
    server.moderation.hold(&ana.actor, id, None, None).await.unwrap();
    assert_eq!(kim.post(&link, &[("name", "Kim")]).await.status, 503, "whoever is on hold waits as well");
    sam.presses("withdraw").await.goes_to();
    kim.post(&link, &[("name", "Kim")]).await.goes_to();
}

#[tokio::test]
async fn d5_a_full_call_lets_nobody_in_directly_and_a_host_reads_why() {
    let server = Server::start().await;
    let wish = RoomChange { most_in_call: Some(Some(1)), door: Some(Door::EveryoneEnters), ..RoomChange::default() };
    let (ana, link) = room_with(&server, wish).await;
    let sam = Guest::asks(&server, &link, "Sam").await;
    let kim = Guest::asks(&server, &link, "Kim").await;
    let (sam, kim) = (sam.admission(&server).await, kim.admission(&server).await);
    assert_eq!((sam.state.as_str(), kim.state.as_str()), ("admitted", "waiting"));
    let refused = ana.decides(kim.id, "admit", &[]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.body.contains("The call is full: 1 people fit in."), "{}", refused.body);
    server.moderation.change_role(&ana.actor, sam.id, Role::Subscriber, None).await.unwrap();
    let tom = Guest::asks(&server, &link, "Tom").await.admission(&server).await;
    server.moderation.deny(&ana.actor, tom.id, None, false, None).await.unwrap();
    server.moderation.remove(&ana.actor, sam.id, false, None).await.unwrap();
    ana.decides(kim.id, "admit", &[]).await.goes_to();
}

#[tokio::test]
async fn w3_a_phone_locked_for_three_minutes_keeps_its_place_and_half_an_hour_loses_it() {
    let server = Server::start().await;
    let (mut ana, link) = room_with(&server, RoomChange::default()).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    let id = sam.admission(&server).await.id;
    server.moderation.clock.advance(minutes(3));
    server.moderation.give_up_gone().await.unwrap();
    assert!(ana.desk().await.contains("away since"));
    assert_eq!(sam.status().await["state"], "waiting");
    assert!(!ana.desk().await.contains("away since"), "back at the same place");
    server.moderation.clock.advance(minutes(29));
    server.moderation.give_up_gone().await.unwrap();
    assert_eq!(sam.admission(&server).await.state.as_str(), "waiting");
    server.moderation.clock.advance(minutes(1));
    assert_eq!(server.moderation.give_up_gone().await.unwrap(), 1);
    let page = sam.page().await;
    assert!(page.body.contains("Your place in line was given up.") && page.body.contains("Ask again"));
    assert!(ana.desk().await.contains("Gave up the place"));
    assert_eq!(server.log_of(id).await.last().unwrap(), "expired");
    sam.presses("again").await.goes_to();
    assert_eq!(sam.admission(&server).await.state.as_str(), "waiting");
}

#[tokio::test]
async fn w3_an_away_guest_who_is_admitted_has_the_seat_for_five_minutes() {
    let server = Server::start().await;
    let (mut ana, link) = room_with(&server, RoomChange::default()).await;
    let sam = Guest::asks(&server, &link, "Sam").await;
    let mut kim = Guest::asks(&server, &link, "Kim").await;
    server.moderation.clock.advance(minutes(1));
    for guest in [&sam, &kim] {
        let id = guest.admission(&server).await.id;
        server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
    }
    server.moderation.clock.advance(minutes(4));
    server.moderation.give_up_gone().await.unwrap();
    assert_eq!(kim.status().await["state"], "admitted", "and so Kim came");
    server.moderation.clock.advance(minutes(1));
    server.moderation.give_up_gone().await.unwrap();
    let gone = sam.admission(&server).await;
    assert!(matches!(gone.state, State::Left { how: Departure::NeverCame, .. }), "{:?}", gone.state);
    assert_eq!(kim.admission(&server).await.state.as_str(), "admitted");
    assert!(ana.desk().await.contains("Admitted, never came"));
    let mut sam = sam;
    assert!(sam.page().await.body.contains("Your seat was given up."));
    assert_eq!(sam.fetches_a_token().await.status, 409);
}

#[tokio::test]
async fn d1_a_closed_door_tells_those_who_wait_what_the_room_says() {
    let server = Server::start().await;
    let (ana, link) = room_with(&server, RoomChange::default()).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    let before = sam.status().await["version"].clone();
    let message = Some(Some(Message::parse("Back at <b>nine</b>.").unwrap()));
    let wish = RoomChange { door: Some(Door::Closed), closed_message: message, ..RoomChange::default() };
    server.moderation.change_room(&ana.actor, ana.room(), wish).await.unwrap();
    assert_ne!(sam.status().await["version"], before, "the page reads itself again");
    let page = sam.page().await;
    assert!(page.body.contains("The door is closed for now.") && page.texts("main b").is_empty());
    assert!(page.text().contains("Back at <b>nine</b>."));
    let link_page = server.browser().get(&link).await;
    assert!(link_page.text().contains("Back at <b>nine</b>."));
    assert_eq!(sam.status().await["state"], "waiting", "the place is kept");
    server.moderation.lock(&ana.actor, ana.room(), false).await.unwrap();
    assert!(sam.page().await.body.contains("You are in the right place."));
}

fn questions() -> Vec<Question> {
    let question = |text: &str, kind, choices: &[&str], required| Question {
        text: text.to_owned(),
        kind,
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        required,
    };
    vec![
        question("What is it about?", Kind::Text, &[], true),
        question("Which plan?", Kind::Choice, &["Basic", "Plus"], true),
        question("First visit?", Kind::YesNo, &[], false),
    ]
}

#[tokio::test]
async fn j3_a_room_s_questions_are_asked_answered_and_read_by_the_host_alone() {
    let server = Server::start().await;
    let (mut ana, link) =
        room_with(&server, RoomChange { questions: Some(questions()), ..RoomChange::default() }).await;
    let mut browser = server.browser();
    let form = browser.get(&link).await;
    assert!(form.texts("form label, form legend").iter().any(|text| text == "What is it about?"));
    for (answers, field) in [
        (vec![("answer_2", "Plus")], "answer_1"),
        (vec![("answer_1", "A bill"), ("answer_2", "Gold")], "answer_2"),
        (vec![("answer_1", "A bill"), ("answer_2", "Plus"), ("answer_3", "maybe")], "answer_3"),
    ] {
        let page = browser.post(&link, &[vec![("name", "Sam")], answers].concat()).await;
        assert_eq!(page.status, 422, "{field}");
        assert_eq!(page.texts(".error").len(), 1);
        assert!(page.attribute(&format!("#{field}-error"), "id").is_some(), "{field}");
        assert_eq!(page.attribute("#name", "value").as_deref(), Some("Sam"));
    }
    assert_eq!(browser.post(&link, &[("name", "Sam"), ("answer_6", "x")]).await.status, 422);
    assert_eq!(server.moderation.store.counts(ana.room()).unwrap().waiting, 0, "nothing half-done");
    let all = [("name", "Sam"), ("answer_1", "<i>A bill</i>"), ("answer_2", "Plus"), ("answer_3", "yes")];
    let here = browser.post(&link, &all).await.goes_to().to_owned();
    let mut sam = Guest { browser, here };
    let id = sam.admission(&server).await.id;
    let desk = ana.browser.get(&format!("/host/rooms/{}", ana.room())).await;
    let row = desk.texts(&format!("#admission-{id} .badges")).join(" ");
    assert!(row.contains("What is it about? <i>A bill</i>") && row.contains("First visit? Yes"), "{row}");
    assert!(!sam.page().await.body.contains("A bill"));
    sam.presses("withdraw").await.goes_to();
    sam.presses("again").await.goes_to();
    assert_eq!(sam.admission(&server).await.answers.len(), 3, "asking again repeats them");
}

#[tokio::test]
async fn j3_the_api_asks_the_same_questions() {
    let server = Server::start().await;
    let (ana, link) = room_with(&server, RoomChange { questions: Some(questions()), ..RoomChange::default() }).await;
    let with = async |many: usize| {
        let questions = questions().into_iter().cycle().take(many).collect();
        let wish = RoomChange { questions: Some(questions), ..RoomChange::default() };
        server.moderation.change_room(&ana.actor, ana.room(), wish).await
    };
    let five = with(5).await.unwrap();
    assert_eq!(five.revision, server.moderation.store.room(ana.room()).unwrap().unwrap().revision, "as it is now");
    assert!(with(6).await.is_err(), "five at most");
    with(3).await.unwrap();
    let secret = link.trim_start_matches("/i/");
    let ask = async |answers| {
        let body = json!({ "secret": secret, "name": "Sam", "answers": answers });
        server.nobody().post("/invites/redeem", body).await
    };
    ask(json!([])).await.names("answer_1");
    ask(json!(["A bill", "Gold"])).await.names("answer_2");
    ask(json!(["A bill", "Plus", null, "more"])).await.names("answer_4");
    ask(json!(["x".repeat(141), "Plus"])).await.names("answer_1");
    ask(json!(["A bill", "Plus", null])).await.expect(201);
}

#[tokio::test]
async fn w1_the_usual_wait_is_told_only_when_there_is_something_to_tell() {
    let server = Server::start().await;
    let (ana, link) = room_with(&server, RoomChange::default()).await;
    for (number, wait) in [4, 6, 5].into_iter().enumerate() {
        let mut waits = Guest::asks(&server, &link, "Kim").await;
        assert!(waits.page().await.texts("#usual-wait").is_empty(), "{number} waits tell nothing");
        server.moderation.clock.advance(minutes(wait));
        let id = waits.admission(&server).await.id;
        server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
    }
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    assert_eq!(sam.page().await.texts("#usual-wait"), ["usually about 5 min"]);
}

#[tokio::test]
async fn d1_a_direct_invite_waits_where_everyone_waits_whatever_its_address_says() {
    let server = Server::start().await;
    let wish = RoomChange { door: Some(Door::EveryoneWaits), ..RoomChange::default() };
    let (ana, _) = room_with(&server, wish).await;
    let link = server.link(&ana, InviteSettings { entry: Entry::Direct, ..open_invite() }).await;
    let mut browser: Browser = server.browser();
    for address in [link.clone(), format!("{link}?entry=direct&role=moderator&door=everyone_enters")] {
        let answer = browser.post(&address, &[("name", "Sam")]).await;
        let guest = Guest { here: answer.goes_to().to_owned(), browser: browser.clone() };
        assert_eq!(guest.admission(&server).await.state.as_str(), "waiting", "{address}");
    }
    let odd = server.browser().post(&link, &[("name", "Sam"), ("entry", "direct")]).await;
    assert_eq!(odd.status, 422);
}
