//! Live: a room's facts and a guest's own admission.

use jiff::SignedDuration;
use serde_json::json;

use anteroom::domain::actor::Actor;
use anteroom::live::Topic;

use crate::support::{Server, text};

#[tokio::test]
async fn a_room_s_facts_come_in_order_and_a_client_that_broke_off_misses_none() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Consultation").await;
    let path = format!("/rooms/{room}/events");
    let mut stream = ana.watches(&path, None).await;
    let (_, id) = server.guest(&ana, &room, "Sam").await;
    assert_eq!(stream.next().await.unwrap().json()["action"], "invite_created", "what was before is not told");
    let asked = stream.next().await.unwrap();
    assert_eq!((asked.name.as_str(), &asked.json()["action"]), ("fact", &json!("admission_requested")));
    assert_eq!((&asked.json()["admission_id"], &asked.json()["guest_name"]), (&json!(id), &json!("Sam")));
    let seen = asked.id.clone();
    drop(stream);

    ana.post(&format!("/admissions/{id}/hold"), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    let mut stream = ana.watches(&path, Some(&seen)).await;
    let held = stream.next().await.unwrap();
    assert_eq!((&held.json()["action"], &held.json()["actor"]["name"]), (&json!("held"), &json!("Ana")));
    assert_eq!(held.id, held.json()["sequence"].to_string());
    assert_eq!(stream.next().await.unwrap().json()["action"], "admitted");
    let mut whole = ana.watches(&path, Some("0")).await;
    assert_eq!(whole.next().await.unwrap().json()["action"], "room_created");

    let bad = ana.request(reqwest::Method::GET, &path).header("Last-Event-ID", "x").send().await.unwrap();
    assert_eq!(bad.status().as_u16(), 422);
}

#[tokio::test]
async fn a_room_s_stream_ends_when_the_key_is_revoked() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Consultation").await;
    let mut stream = ana.watches(&format!("/rooms/{room}/events"), None).await;
    let key = server.moderation.store.api_keys().unwrap()[0].id;
    server.moderation.revoke_api_key(&Actor::SYSTEM, key).await.unwrap();
    assert!(stream.next().await.is_none());
    ana.get("/rooms").await.expect(401);
}

#[tokio::test]
async fn a_guest_s_stream_tells_what_the_guest_may_know_and_ends_with_it() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Consultation").await;
    let (sam, id) = server.guest(&ana, &room, "Sam").await;
    let mut stream = sam.watches("/me/events", None).await;
    let first = stream.next().await.unwrap();
    assert_eq!((first.name.as_str(), &first.json()), ("admission", &sam.get("/me").await.expect(200)));

    ana.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    assert_eq!(stream.next().await.unwrap().json()["state"], "admitted");
    ana.post(&format!("/admissions/{id}/role"), json!({ "role": "subscriber" })).await.expect(200);
    let changed = stream.next().await.unwrap().json();
    assert_eq!((&changed["role"], &changed["generation"]), (&json!("subscriber"), &json!(2)));
    ana.post(&format!("/admissions/{id}/send-back"), json!({})).await.expect(200);
    assert_eq!(stream.next().await.unwrap().json()["state"], "waiting");

    ana.post(&format!("/admissions/{id}/deny"), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/undo"), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/hold"), json!({})).await.expect(200);
    assert_eq!(stream.next().await.unwrap().json()["state"], "held", "nothing was told of the denial");
    ana.post(&format!("/admissions/{id}/deny"), json!({ "reason": "room_full" })).await.expect(200);
    server.moderation.clock.advance(SignedDuration::from_secs(11));
    server.moderation.hub.notify(Topic::Guest(id.parse().unwrap()));
    let denied = stream.next().await.unwrap().json();
    assert_eq!((&denied["state"], &denied["reason"]), (&json!("denied"), &json!("room_full")));
    assert!(stream.next().await.is_none());
    assert_eq!(text(&sam.get("/me").await.expect(200)["state"]), "denied");
}

#[tokio::test]
async fn a_guest_s_fifth_stream_ends_the_first() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Consultation").await;
    let (sam, _) = server.guest(&ana, &room, "Sam").await;
    let mut streams = Vec::new();
    for _ in 0..5 {
        let mut stream = sam.watches("/me/events", None).await;
        stream.next().await.unwrap();
        streams.push(stream);
    }
    assert!(streams[0].next().await.is_none());
    sam.post("/me/withdraw", json!({})).await.expect(200);
    for stream in &mut streams[1..] {
        assert_eq!(stream.next().await.unwrap().json()["state"], "withdrawn");
    }
}
