//! From the link to the right token.

use anteroom::domain::admission::Reason;
use anteroom::domain::invite::Entry;
use anteroom::domain::role::Role;
use anteroom::domain::room::Door;
use anteroom::domain::text::{GuestName, Message};
use anteroom::moderation::{InviteSettings, RoomChange};
use jiff::SignedDuration;

use crate::support::{Answer, Guest, Server, open_invite};

async fn server() -> Server {
    Server::start().await
}

#[tokio::test]
async fn a_guest_asks_waits_is_admitted_and_gets_a_token_of_that_role() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;

    let page = sam.page().await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("You are in the right place."));
    assert_eq!(page.texts(".host-line bdi"), ["Ana"], "who is waited for");
    assert_eq!(sam.status().await["state"], "waiting");
    assert_eq!(sam.fetches_a_token().await.status, 409);

    let id = sam.admission(&server).await.id;
    server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
    let status = sam.status().await;
    assert_eq!((status["state"].as_str(), status["role"].as_str()), (Some("admitted"), Some("publisher")));
    let token = sam.fetches_a_token().await;
    assert_eq!(token.status, 200);
    assert_eq!(token.header("cache-control"), Some("no-store"));
    let token = token.json();
    assert_eq!((token["role"].as_str(), token["generation"].as_u64()), (Some("publisher"), Some(1)));
    assert!(token["token"].as_str().unwrap().starts_with("T1=="));

    server.moderation.change_role(&ana.actor, id, Role::Moderator, None).await.unwrap();
    let raised = sam.fetches_a_token().await.json();
    assert_eq!((raised["role"].as_str(), raised["generation"].as_u64()), (Some("moderator"), Some(2)));
    let path = format!("{}/token", sam.here);
    let old = sam.browser.post_json(&path, r#"{"generation":1}"#).await;
    assert_eq!(old.status, 409, "a page of the older generation gets nothing");
    assert!(!old.whole().contains("T1=="));

    let log = server.acts_in(ana.room()).await;
    let acts = [
        "room_created",
        "invite_created",
        "admission_requested",
        "admitted",
        "token_issued",
        "role_changed",
        "token_issued",
    ];
    assert_eq!(log, acts);
}

#[tokio::test]
async fn reload_second_tab_and_restart_lead_to_the_same_place() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    let id = sam.admission(&server).await.id;
    for _ in 0..3 {
        let again = sam.browser.post_encoded(&link, "name=Somebody+else").await;
        assert_eq!((again.status, again.header("location")), (303, Some(sam.here.as_str())));
        let looked = sam.browser.get(&link).await;
        assert_eq!((looked.status, looked.header("location")), (303, Some(sam.here.as_str())));
    }
    assert_eq!(sam.admission(&server).await.id, id);
    let waiting = server.moderation.store.counts(ana.room()).unwrap().waiting;
    assert_eq!(waiting, 1, "one browser is one guest");
}

#[tokio::test]
async fn every_end_has_its_page_and_none_holds_anything_of_the_call_or_of_others() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut inside = Guest::asks(&server, &link, "Zacharias").await;
    let inside_id = inside.admission(&server).await.id;
    server.moderation.admit(&ana.actor, inside_id, None, None).await.unwrap();
    let session = inside.fetches_a_token().await.json()["session_id"].as_str().unwrap().to_owned();

    let (host, store) = (&ana.actor, &server.moderation);
    let mut guests: Vec<(&str, Guest, &str)> = Vec::new();
    for (name, words) in [
        ("waiting", "You are in the right place."),
        ("held", "Please wait a little longer."),
        ("hidden", "You are in the right place."),
        ("denied", "You were not let in this time."),
        ("withdrawn", "You left the queue."),
        ("removed", "You are no longer in the call."),
        ("back", "You are back in the waiting room."),
    ] {
        let mut guest = Guest::asks(&server, &link, name).await;
        let id = guest.admission(&server).await.id;
        let reason = Some(Reason::Words(Message::parse("Please come tomorrow").unwrap()));
        match name {
            "held" => drop(store.hold(host, id, None, None).await.unwrap()),
            "hidden" => {}
            "denied" => drop(store.deny(host, id, reason, false, None).await.unwrap()),
            "withdrawn" => assert_eq!(guest.presses("withdraw").await.status, 303),
            "removed" | "back" => {
                store.admit(host, id, None, None).await.unwrap();
                match name {
                    "removed" => drop(store.remove(host, id, false, None).await.unwrap()),
                    _ => drop(store.send_back(host, id, None, None).await.unwrap()),
                }
            }
            _ => {}
        }
        guests.push((name, guest, words));
    }
    store.clock.advance(SignedDuration::from_secs(11));
    let hidden = guests[2].1.admission(&server).await.id;
    store.deny(host, hidden, None, false, None).await.unwrap();

    for (name, guest, words) in &mut guests {
        let page = guest.page().await;
        assert!(page.body.contains(*words), "{name}: {}", page.body);
        let mut answers = vec![page];
        for path in ["", "/status", "/call"] {
            let path = format!("{}{path}", guest.here);
            answers.push(guest.browser.get(&path).await);
        }
        let token = guest.fetches_a_token().await;
        let dead = matches!(*name, "denied" | "removed");
        assert_eq!(token.status, if dead { 410 } else { 409 }, "{name}");
        answers.push(token);
        answers.push(guest.browser.get(&link).await);
        for answer in &answers {
            let bytes = answer.whole();
            for secret in [session.as_str(), "T1==", "session_id", "Zacharias"] {
                assert!(!bytes.contains(secret), "{name} received {secret}: {bytes}");
            }
        }
    }
    let denied = guests[3].1.page().await;
    assert!(denied.body.contains("Please come tomorrow"));
    assert!(!denied.body.contains("by Ana"), "never who said no");
}

#[tokio::test]
async fn a_denial_is_hidden_from_every_byte_until_it_cannot_be_undone() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    let (before_page, before_status) = (sam.page().await.body, sam.status().await);
    let id = sam.admission(&server).await.id;
    server.moderation.deny(&ana.actor, id, None, false, None).await.unwrap();
    let strip = |page: String| page.replace("just now", "").chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    assert_eq!(strip(sam.page().await.body), strip(before_page));
    assert_eq!(sam.status().await, before_status);
    assert_eq!(sam.fetches_a_token().await.status, 409);
    server.moderation.clock.advance(SignedDuration::from_secs(11));
    assert_eq!(sam.status().await["state"], "denied");
    assert_eq!(sam.fetches_a_token().await.status, 410);
    assert_eq!(sam.presses("again").await.status, 303, "too soon: the page says when");
    assert_eq!(sam.status().await["state"], "denied");
    server.moderation.clock.advance(SignedDuration::from_secs(60));
    assert_eq!(sam.presses("again").await.status, 303);
    assert_eq!(sam.status().await["state"], "waiting");
    assert_ne!(sam.admission(&server).await.id, id, "a row is never used again");
}

#[tokio::test]
async fn links_that_do_not_open_say_why_and_use_nothing_up() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let now = server.moderation.clock.now();
    let later = |hours: i64| Some(now + SignedDuration::from_hours(hours));
    let early = server.link(&ana, InviteSettings { not_before: later(1), ..open_invite() }).await;
    let expired = server.link(&ana, InviteSettings { expires_at: later(1), ..open_invite() }).await;
    let once = server.link(&ana, InviteSettings { max_uses: Some(1), expires_at: later(5), ..open_invite() }).await;
    Guest::asks(&server, &once, "First").await;
    let revoked = server.moderation.create_invite(&ana.actor, ana.room(), open_invite()).await.unwrap();
    server.moderation.revoke_invite(&ana.actor, revoked.invite.id, false).await.unwrap();
    let revoked = format!("/i/{}", secrecy::ExposeSecret::expose_secret(&revoked.secret));

    let look = async |path: &str| server.browser().get(path).await;
    let ask = async |path: &str| server.browser().post_encoded(path, "name=Sam").await;
    let check = |answer: &Answer, status: u16, words: &str| {
        assert_eq!(answer.status, status, "{words}: {}", answer.body);
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
    };
    check(&look(&early).await, 200, "It is not time yet.");
    check(&ask(&early).await, 409, "It is not time yet.");
    check(&look(&once).await, 410, "used already");
    check(&ask(&once).await, 410, "used already");
    check(&look(&revoked).await, 410, "withdrawn");
    check(&ask(&revoked).await, 410, "withdrawn");
    server.moderation.clock.advance(SignedDuration::from_hours(2));
    check(&look(&expired).await, 410, "expired");
    check(&ask(&expired).await, 410, "expired");
    assert_eq!(ask(&early).await.status, 303, "and now it is time");

    let unknown = look("/i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await;
    for malformed in ["/i/x", "/i/%C3%A9", "/i/..%2e", "/i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        let answer = look(malformed).await;
        assert_eq!((answer.status, &answer.body), (404, &unknown.body), "{malformed}");
    }
    let closed = RoomChange { door: Some(Door::Closed), ..RoomChange::default() };
    let open = server.link(&ana, open_invite()).await;
    server.moderation.change_room(&ana.actor, ana.room(), closed).await.unwrap();
    check(&look(&open).await, 200, "closed at the moment");
    check(&ask(&open).await, 409, "closed at the moment");
}

#[tokio::test]
async fn a_name_that_cannot_be_is_refused_beside_its_field_and_nothing_changes() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let long = "a".repeat(51);
    for (form, words) in [
        ("name=", "Please fill this in."),
        ("name=+++", "Please fill this in."),
        (&format!("name={long}"), "at most 50 characters"),
        ("name=Sam%00", "control and direction"),
        ("name=%E2%80%AEmaS", "control and direction"),
        (&format!("name=Sam&note={}", "n".repeat(141)), "at most 140 characters"),
    ] {
        let answer = server.browser().post_encoded(&link, form).await;
        assert_eq!(answer.status, 422, "{form}");
        assert!(answer.body.contains(words), "{form}: {}", answer.body);
        assert!(answer.body.contains("aria-invalid=\"true\""), "{form}");
    }
    for form in ["name=Sam&role=moderator", "name=Sam&name=Tim", "name=%FF", "nom=Sam&name=Sam"] {
        assert_eq!(server.browser().post_encoded(&link, form).await.status, 422, "{form}");
    }
    let wrong_type = [("content-type", "text/plain"), ("sec-fetch-site", "same-origin")];
    assert_eq!(server.send("POST", &link, &wrong_type, "name=Sam").await.status, 415);
    let cross = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")];
    assert_eq!(server.send("POST", &link, &cross, "name=Sam").await.status, 403);
    let counts = server.moderation.store.counts(ana.room()).unwrap();
    assert_eq!(counts.waiting, 0);
    let markup = Guest::asks(&server, &link, "%3Cimg+src%3Dx%3E").await;
    let shown = markup.clone().page().await;
    assert!(!shown.body.contains("<img"));
}

#[tokio::test]
async fn passcodes_and_fixed_names_are_kept_to() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let settings = InviteSettings {
        passcode: Some("open sesame".to_owned().into()),
        guest_name: Some(GuestName::parse("Sam Okafor").unwrap()),
        ..open_invite()
    };
    let link = server.link(&ana, settings).await;
    assert_eq!(server.browser().post_encoded(&link, "name=Eve").await.status, 422);
    assert_eq!(server.browser().post_encoded(&link, "passcode=wrong").await.status, 422);
    let sam = Guest::asks_with(&server, &link, "passcode=open+sesame&name=Eve").await;
    assert_eq!(sam.admission(&server).await.name.as_str(), "Sam Okafor");
}

#[tokio::test]
async fn a_direct_invite_enters_unless_everyone_waits() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, InviteSettings { entry: Entry::Direct, ..open_invite() }).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    assert_eq!(sam.status().await["state"], "admitted");
    let wait = RoomChange { door: Some(Door::EveryoneWaits), ..RoomChange::default() };
    server.moderation.change_room(&ana.actor, ana.room(), wait).await.unwrap();
    let mut tim = Guest::asks(&server, &link, "Tim").await;
    assert_eq!(tim.status().await["state"], "waiting");
}

#[tokio::test]
async fn revoking_an_invite_tells_those_who_wait_and_leaves_those_in_the_call() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let issued = server.moderation.create_invite(&ana.actor, ana.room(), open_invite()).await.unwrap();
    let link = format!("/i/{}", secrecy::ExposeSecret::expose_secret(&issued.secret));
    let mut waits = Guest::asks(&server, &link, "Waits").await;
    let mut inside = Guest::asks(&server, &link, "Inside").await;
    let id = inside.admission(&server).await.id;
    server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
    server.moderation.revoke_invite(&ana.actor, issued.invite.id, false).await.unwrap();
    assert!(waits.page().await.body.contains("Your invitation was withdrawn."));
    assert_eq!(inside.status().await["state"], "admitted");
    server.moderation.revoke_invite(&ana.actor, issued.invite.id, true).await.unwrap();
    assert_eq!(inside.status().await["state"], "removed");
}

#[tokio::test]
async fn a_browser_that_is_not_known_is_told_so() {
    let server = server().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let sam = Guest::asks(&server, &link, "Sam").await;
    let stranger = server.browser().get(&sam.here).await;
    assert_eq!(stranger.status, 404);
    let mut forged = sam.clone();
    forged.browser.cookies.values_mut().for_each(|value| *value = "A".repeat(32));
    let page = forged.page().await;
    assert_eq!(page.status, 410);
    assert!(page.body.contains("We no longer know you."));
    assert_eq!(forged.presses("withdraw").await.status, 410);
    let other = server.host_with_room("Ben").await;
    let elsewhere = format!("/r/{}/status", server.moderation.store.room(other.room()).unwrap().unwrap().code);
    assert_eq!(sam.clone().browser.get(&elsewhere).await.status, 404, "a ticket is for one room");
}
