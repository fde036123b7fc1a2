//! What a host says to somebody who waits, and the way to another room, as the guest's browser sees them.

use crate::support::{Guest, Server, Stream, open_invite};

#[tokio::test]
async fn a_message_comes_by_stream_and_poll_and_stands_on_the_page_as_text() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let (mut sam, mut kim) = (Guest::asks(&server, &link, "Sam").await, Guest::asks(&server, &link, "Kim").await);
    let mut stream = Stream::open_by(&sam.browser, &format!("{}/events", sam.here), None).await;
    let before = stream.next_named("status").await.json()["version"].clone();
    let id = sam.admission(&server).await.id;
    let said = anteroom::domain::text::Message::parse("<i>Soon</i> & \"well\"").unwrap();
    server.moderation.message(&ana.actor, id, said.clone()).await.unwrap();
    let told = stream.next_named("status").await.json()["version"].clone();
    assert_ne!(told, before);
    assert_eq!(sam.status().await["version"], told);
    let page = sam.page().await;
    assert_eq!(page.texts("#messages p"), [said.as_str()]);
    assert!(page.texts("#messages i").is_empty() && !page.body.contains("Ana wrote"), "text is text");
    assert!(kim.page().await.texts("#messages p").is_empty(), "nobody else reads it");

    server.moderation.hold(&ana.actor, id, None, None).await.unwrap();
    assert_eq!(sam.page().await.texts("#messages p"), [said.as_str()], "on hold the last message stays");
    server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
    assert!(sam.page().await.texts("#messages p").is_empty());
    server.moderation.send_back(&ana.actor, id, None, None).await.unwrap();
    assert!(sam.page().await.texts("#messages p").is_empty(), "what was said before the call is old");
}

#[tokio::test]
async fn a_moved_guest_is_led_to_the_other_room_and_nothing_of_the_way_is_written() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let there = server.room_of(&ana, "Physio").await;
    let link = server.link(&ana, open_invite()).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    let mut stream = Stream::open_by(&sam.browser, &format!("{}/events", sam.here), None).await;
    let before = stream.next_named("status").await.json()["version"].clone();
    let asked = sam.admission(&server).await;
    let moved = server.moderation.transfer(&ana.actor, asked.id, there, None).await.unwrap();
    assert_eq!(moved.requested_at, asked.requested_at);
    assert_ne!(stream.next_named("status").await.json()["version"], before, "the page is told to look again");

    let everything = server.everything().await;
    let code = server.moderation.store.room(there).unwrap().unwrap().code;
    let old = sam.here.clone();
    let led = sam.page().await;
    assert_eq!(led.goes_to(), format!("/r/{code}"));
    assert!(led.header("set-cookie").unwrap().contains("HttpOnly"));
    sam.here = format!("/r/{code}");
    assert!(sam.page().await.text().contains("You are in the right place."));
    assert!(server.everything().await == everything, "following writes nothing");
    let from_the_link = sam.browser.get(&link).await;
    assert_eq!(from_the_link.goes_to(), old, "the link leads to where the truth is told, and from there on");

    let stranger = &mut server.browser();
    assert_eq!(stranger.get(&old).await.status, 404, "nobody else is led anywhere");
    server.moderation.admit(&ana.actor, moved.id, None, None).await.unwrap();
    assert_eq!(sam.fetches_a_token().await.status, 200);

    // After the end there, asking again is asking there, and the old address does not take the new place away.
    server.moderation.send_back(&ana.actor, moved.id, None, None).await.unwrap();
    sam.presses("withdraw").await;
    assert_eq!(sam.presses("again").await.goes_to(), sam.here);
    let again = server.moderation.store.admissions(there, Some("waiting"), None, 10).unwrap();
    assert_eq!(again.len(), 1);
    sam.browser.get(&old).await;
    assert!(sam.page().await.text().contains("You are in the right place."));
    assert_eq!(server.acts_in(ana.room()).await.last().unwrap(), "moved_away");
}
