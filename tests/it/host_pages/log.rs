//! The room's log and a guest's timeline, as sentences.

use anteroom::domain::role::Role;
use anteroom::moderation::Request;
use secrecy::ExposeSecret as _;

use crate::support::Server;

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
    let earlier = first.attribute("main > a.button", "href").unwrap();
    let second = ana.browser.get(&earlier).await;
    let sentences = second.texts(".log li > div > p");
    assert_eq!(sentences.len(), 6);
    assert_eq!(sentences[0], "Ana made the invite No 4: Speaker, waits.");
    assert!(second.attribute("main > a.button", "href").is_none());
    assert_eq!(ana.browser.get(&format!("{path}?before=x")).await.status, 400);
}
