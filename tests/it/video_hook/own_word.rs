//! What pages tell of their own connection, so that the server knows what to end without callbacks too.

use std::sync::atomic::Ordering;

use anteroom::domain::role::Role;
use anteroom::moderation::{OwnWord, Refusal};
use jiff::SignedDuration;

use super::hall::{Hall, Taken as _};
use crate::support::{Answer, Guest, Server, open_invite};

async fn tells(guest: &mut Guest, json: &str) -> Answer {
    let path = format!("{}/connected", guest.here);
    guest.browser.post_json(&path, json).await
}

#[tokio::test]
async fn a_page_s_own_word_is_enough_to_end_its_connection() {
    let mut hall = Hall::open().await;
    hall.platform.connected.lock().unwrap().push("c-1".to_owned());
    for _ in 0..2 {
        tells(&mut hall.sam, r#"{"connection":"c-1","generation":1}"#).await.done();
    }
    assert!(hall.sam_is_in_call().await);
    let id = hall.sam.admission(&hall.server).await.id;
    hall.server.moderation.remove(&hall.ana.actor, id, false, None).await.unwrap();
    hall.platform.is_told_to_end("c-1").await;
}

#[tokio::test]
async fn a_page_says_what_it_publishes_so_that_it_can_be_muted_from_the_desk() {
    let mut hall = Hall::open().await;
    tells(&mut hall.sam, r#"{"connection":"c-1","generation":1,"streams":["s-1","s-2"]}"#).await.done();
    assert_eq!(hall.sam_publishes().await, Some(true));
    tells(&mut hall.sam, r#"{"connection":"c-1","generation":1,"streams":["s-1","s-2","s-3","s-4"]}"#).await.done();
    tells(&mut hall.sam, r#"{"connection":"c-1","generation":1,"streams":["s-2"]}"#).await.done();
    let id = hall.sam.admission(&hall.server).await.id;
    hall.server.moderation.mute(&hall.ana.actor, id).await.unwrap();
    assert!(hall.platform.was_asked("post", "/stream/s-2/mute"));
    assert!(!hall.platform.was_asked("post", "/stream/s-1/mute"));
    tells(&mut hall.sam, r#"{"connection":"c-1","generation":1,"streams":[]}"#).await.done();
    assert_eq!(hall.sam_publishes().await, Some(false));
}

#[tokio::test]
async fn a_page_speaks_for_itself_only_and_only_while_its_guest_is_in() {
    let mut hall = Hall::open().await;
    let mut eve = Guest::asks(&hall.server, &hall.link, "Eve").await;
    let word = r#"{"connection":"c-1","generation":1}"#;
    assert_eq!(tells(&mut eve, word).await.status, 409);
    let path = format!("{}/connected", hall.sam.here);
    assert_eq!(hall.server.browser().post_json(&path, word).await.status, 404);
    for wrong in [
        r#"{"connection":"c-1","generation":2}"#,
        r#"{"connection":"../1","generation":1}"#,
        r#"{"connection":"","generation":1}"#,
        r#"{"connection":"c-1"}"#,
        r#"{"connection":"c-1","generation":1,"streams":["a","b","c","d","e"]}"#,
        r#"{"connection":"c-1","generation":1,"person":"x"}"#,
    ] {
        assert_eq!(tells(&mut hall.sam, wrong).await.status, 422, "{wrong}");
    }
    assert!(!hall.sam_is_in_call().await);
}

#[tokio::test]
async fn the_platform_is_believed_before_a_page() {
    let mut hall = Hall::open().await;
    let mut kim = Guest::asks(&hall.server, &hall.link, "Kim").await;
    let id = kim.admission(&hall.server).await.id;
    hall.server.moderation.admit(&hall.ana.actor, id, None, None).await.unwrap();
    hall.hears(&hall.event("connectionCreated", "c-sam", hall.sam_now().await)).await.done();
    // Kim saw the id of Sam's connection in the call.
    tells(&mut kim, r#"{"connection":"c-sam","generation":1}"#).await.done();
    hall.server.moderation.remove(&hall.ana.actor, id, false, None).await.unwrap();
    // Kim's end is over when Sam's, asked for later, is.
    tells(&mut hall.sam, r#"{"connection":"c-sam","generation":1}"#).await.done();
    assert!(hall.sam_is_in_call().await);
    assert!(!hall.platform.was_told_to_end("c-sam"));
}

#[tokio::test]
async fn who_is_on_the_platform_s_list_no_longer_is_not_in_the_call() {
    let mut hall = Hall::open().await;
    hall.platform.connected.lock().unwrap().push("c-1".to_owned());
    tells(&mut hall.sam, r#"{"connection":"c-1","generation":1}"#).await.done();
    let moderation = hall.server.moderation.clone();
    moderation.clock.advance(SignedDuration::from_secs(60));
    moderation.compare_with_lists().await.unwrap();
    assert!(hall.sam_is_in_call().await, "the platform lists it");
    hall.platform.is_broken.store(true, Ordering::Relaxed);
    assert_eq!(moderation.compare_with_lists().await.unwrap(), 1, "a session could not be asked");
    assert!(hall.sam_is_in_call().await, "nothing is known");
    hall.platform.is_broken.store(false, Ordering::Relaxed);
    hall.platform.connected.lock().unwrap().clear();
    moderation.compare_with_lists().await.unwrap();
    assert!(!hall.sam_is_in_call().await);
    tells(&mut hall.sam, r#"{"connection":"c-2","generation":1}"#).await.done();
    moderation.compare_with_lists().await.unwrap();
    assert!(hall.sam_is_in_call().await, "the list may be some seconds behind");
    moderation.clock.advance(SignedDuration::from_secs(21));
    moderation.compare_with_lists().await.unwrap();
    assert!(!hall.sam_is_in_call().await);
}

#[tokio::test]
async fn what_the_platform_says_of_a_connection_takes_the_place_of_what_a_page_said() {
    let mut hall = Hall::open().await;
    let mut kim = Guest::asks(&hall.server, &hall.link, "Kim").await;
    let id = kim.admission(&hall.server).await.id;
    hall.server.moderation.admit(&hall.ana.actor, id, None, None).await.unwrap();
    tells(&mut kim, r#"{"connection":"c-1","generation":1}"#).await.done();
    hall.hears(&hall.event("connectionCreated", "c-1", hall.sam_now().await)).await.done();
    assert!(hall.sam_is_in_call().await);

    // With an older token than the page says.
    let before = hall.sam_now().await;
    let id = hall.sam.admission(&hall.server).await.id;
    hall.server.moderation.change_role(&hall.ana.actor, id, Role::Subscriber, None).await.unwrap();
    tells(&mut hall.sam, r#"{"connection":"c-2","generation":2}"#).await.done();
    hall.hears(&hall.event("connectionCreated", "c-2", before)).await.done();
    hall.platform.is_told_to_end("c-2").await;
}

#[tokio::test]
async fn a_host_s_page_tells_too_and_a_session_of_our_own_needs_nobody_to_tell() {
    let mut hall = Hall::open().await;
    let path = format!("/host/rooms/{}/call/connected", hall.ana.room());
    hall.ana.browser.post_json(&path, r#"{"connection":"c-ana","generation":1}"#).await.done();
    let known = hall.server.moderation.store.open_connections(&hall.session).unwrap();
    assert_eq!(known.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["c-ana"]);
    assert_eq!(hall.enforcements().await, 0, "a host's right is as good as a guest's");
    let eve = hall.server.admin("Eve").await;
    let word = r#"{"connection":"c-eve","generation":1}"#;
    assert_eq!(eve.browser.clone().post_json(&path, word).await.status, 404, "no host of this room has said so");
    let word = OwnWord { connection: "c-eve".parse().unwrap(), generation: 1, streams: None };
    let told = hall.server.moderation.host_page_connected(&eve.actor, hall.ana.room(), word).await;
    assert!(matches!(told, Err(Refusal::NotFound)), "{told:?}");

    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut sam = Guest::asks(&server, &link, "Sam").await;
    let id = sam.admission(&server).await.id;
    server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
    assert_eq!(sam.fetches_a_token().await.status, 200);
    tells(&mut sam, r#"{"connection":"c-1","generation":1}"#).await.done();
    assert!(server.moderation.store.sessions_with_connections().unwrap().is_empty());
}
