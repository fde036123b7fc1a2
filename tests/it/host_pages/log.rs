//! The room's log and a guest's timeline, as sentences.

use anteroom::domain::role::Role;
use anteroom::moderation::Request;
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::support::{Guest, Server, open_invite};

#[tokio::test]
async fn the_room_s_log_reads_as_sentences_and_a_guest_s_timeline_holds_only_theirs() {
    let server = Server::start().await;
    let moderation = &server.moderation;
    let mut ana = server.host("Ana").await;
    let room = server.room_of(&ana, "Clinic").await;
    let invite = server.invite(&ana, room, "Patients").await;
    let mut guests = Vec::new();
    for name in ["Sam <script>", "Kim"] {
        let request = Request { name: name.to_owned(), note: String::new(), passcode: None, ..Request::default() };
        let entered = moderation.request_entry(None, invite.secret.expose_secret(), request, None).await.unwrap();
        guests.push(entered.admission.id);
    }
    moderation.admit(&ana.actor, guests[0], Some(Role::Publisher), None).await.unwrap();
    let log = ana.browser.get(&format!("/host/rooms/{room}/audit")).await;
    assert_eq!(
        log.texts(".log li > div > p"),
        [
            "Ana admitted Sam <script> as Speaker.",
            "Kim asked to join by Patients.",
            "Sam <script> asked to join by Patients.",
            "Ana made the invite Patients: Speaker, waits.",
            "Ana made the room Clinic.",
        ]
    );
    assert!(log.texts("main script").is_empty());
    let timeline = ana.browser.get(&format!("/host/rooms/{room}/admissions/{}", guests[0])).await;
    let sentences = ["Ana admitted Sam <script> as Speaker.", "Sam <script> asked to join by Patients."];
    assert_eq!(timeline.texts(".log li > div > p"), sentences);
    assert_eq!(timeline.texts("h1"), ["Sam <script>"]);
    let other = server.room_of(&ana, "Other").await;
    let foreign = ana.browser.get(&format!("/host/rooms/{other}/admissions/{}", guests[0])).await;
    assert_eq!(foreign.status, 404);
}

#[tokio::test]
async fn a_long_log_goes_on_with_earlier_entries() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let room = server.room_of(&ana, "Clinic").await;
    for number in 0..105 {
        server.invite(&ana, room, &format!("No {number}")).await;
    }
    let path = format!("/host/rooms/{room}/audit");
    let first = ana.browser.get(&path).await;
    assert_eq!(first.texts(".log li").len(), 100);
    let earlier = first.attribute("a[rel=next]", "href").unwrap();
    assert!(first.attribute("a[rel=prev]", "href").is_none());
    let second = ana.browser.get(&earlier).await;
    let sentences = second.texts(".log li > div > p");
    assert_eq!(sentences.len(), 6);
    assert_eq!(sentences[0], "Ana made the invite No 4: Speaker, waits.");
    assert!(second.attribute("a[rel=next]", "href").is_none());
    let back = ana.browser.get(&second.attribute("a[rel=prev]", "href").unwrap()).await;
    assert_eq!(back.texts(".log li > div > p"), first.texts(".log li > div > p"));
    assert!(back.attribute("a[rel=prev]", "href").is_none(), "nothing is newer");
    for wrong in ["before=x", "before=3&after=4", "actor=Ana", "action=%22", "from=then", "room=1", "colour=red"] {
        assert_eq!(ana.browser.get(&format!("{path}?{wrong}")).await.status, 422, "{wrong}");
    }
}

#[tokio::test]
async fn a_guest_s_timeline_tells_the_whole_visit_with_the_time_away_and_the_token() {
    let server = Server::start().await;
    let mut ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    let id = sam.admission(&server).await.id;
    sam.status().await;
    server.moderation.clock.advance(SignedDuration::from_secs(40));
    server.moderation.presence.sweep(server.moderation.clock.now());
    sam.status().await;
    // The job that looks after presence may be faster than the test.
    server.moderation.note_returns().await.unwrap();
    while server.log_of(id).await.len() < 2 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
    let token = sam.fetches_a_token().await.json();
    sam.presses("leave").await;
    let page = ana.browser.get(&format!("/host/rooms/{}/admissions/{id}", ana.room())).await;
    let until = token["expires_at"].as_str().unwrap()[11..19].to_owned();
    let mut told = page.texts(".log li > div > p");
    told.reverse();
    assert_eq!(told[0], "Sam asked to join.");
    assert!(
        ["Sam came back after 40 s away.", "Sam came back after 41 s away."].contains(&told[1].as_str()),
        "{told:?}"
    );
    let rest = [
        "Ana admitted Sam as Speaker.".to_owned(),
        format!("Sam got a token as Speaker, to be used until {until}."),
        "Sam left the call.".to_owned(),
    ];
    assert_eq!(told[2..], rest);
}
