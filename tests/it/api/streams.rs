//! Live: a room's facts and a guest's own admission.

use std::time::Duration;

use jiff::SignedDuration;
use serde_json::{Value, json};

use anteroom::domain::actor::Actor;
use anteroom::live::Topic;

use crate::support_api::{Caller, Server, text};

/// An open stream.
struct Stream {
    answer: reqwest::Response,
    read: String,
}

#[derive(Debug)]
struct Event {
    name: String,
    id: Option<String>,
    data: Value,
}

impl Stream {
    async fn open(caller: &Caller, path: &str, last_event_id: Option<&str>) -> Self {
        let mut request = caller.request(reqwest::Method::GET, path);
        if let Some(id) = last_event_id {
            request = request.header("Last-Event-ID", id);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        Self { answer, read: String::new() }
    }

    /// The next block of lines that is not a comment, a retry or only a position; none at the end.
    async fn next(&mut self) -> Option<Event> {
        loop {
            while let Some((block, rest)) = self.read.split_once("\n\n") {
                let field = |name: &str| {
                    block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(str::to_owned)
                };
                let (name, id, data) = (field("event"), field("id"), field("data"));
                self.read = rest.to_owned();
                if let (Some(name), Some(data)) = (name, data) {
                    return Some(Event { name, id, data: serde_json::from_str(&data).unwrap() });
                }
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.answer.chunk()).await.expect("news in time");
            self.read.push_str(std::str::from_utf8(&chunk.unwrap()?).unwrap());
        }
    }
}

#[tokio::test]
async fn a_room_s_facts_come_in_order_and_a_client_that_broke_off_misses_none() {
    let server = Server::start().await;
    let ana = server.host("Ana").await;
    let room = ana.room("Consultation").await;
    let path = format!("/rooms/{room}/events");
    let mut stream = Stream::open(&ana, &path, None).await;
    let (_, id) = server.guest(&ana, &room, "Sam").await;
    assert_eq!(stream.next().await.unwrap().data["action"], "invite_created", "what was before is not told");
    let asked = stream.next().await.unwrap();
    assert_eq!((asked.name.as_str(), &asked.data["action"]), ("fact", &json!("admission_requested")));
    assert_eq!((&asked.data["admission_id"], &asked.data["guest_name"]), (&json!(id), &json!("Sam")));
    let seen = asked.id.unwrap();
    drop(stream);

    ana.post(&format!("/admissions/{id}/hold"), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    let mut stream = Stream::open(&ana, &path, Some(&seen)).await;
    let held = stream.next().await.unwrap();
    assert_eq!((&held.data["action"], &held.data["actor"]["name"]), (&json!("held"), &json!("Ana")));
    assert_eq!(held.id, Some(held.data["sequence"].to_string()));
    assert_eq!(stream.next().await.unwrap().data["action"], "admitted");
    let mut whole = Stream::open(&ana, &path, Some("0")).await;
    assert_eq!(whole.next().await.unwrap().data["action"], "room_created");

    let bad = ana.request(reqwest::Method::GET, &path).header("Last-Event-ID", "x").send().await.unwrap();
    assert_eq!(bad.status().as_u16(), 422);
}

#[tokio::test]
async fn a_room_s_stream_ends_when_the_key_is_revoked() {
    let server = Server::start().await;
    let ana = server.host("Ana").await;
    let room = ana.room("Consultation").await;
    let mut stream = Stream::open(&ana, &format!("/rooms/{room}/events"), None).await;
    let key = server.moderation.store.api_keys().await.unwrap()[0].id;
    server.moderation.revoke_api_key(&Actor::SYSTEM, key).await.unwrap();
    assert!(stream.next().await.is_none());
    ana.get("/rooms").await.expect(401);
}

#[tokio::test]
async fn a_guest_s_stream_tells_what_the_guest_may_know_and_ends_with_it() {
    let server = Server::start().await;
    let ana = server.host("Ana").await;
    let room = ana.room("Consultation").await;
    let (sam, id) = server.guest(&ana, &room, "Sam").await;
    let mut stream = Stream::open(&sam, "/me/events", None).await;
    let first = stream.next().await.unwrap();
    assert_eq!((first.name.as_str(), &first.data), ("admission", &sam.get("/me").await.expect(200)));

    ana.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    assert_eq!(stream.next().await.unwrap().data["state"], "admitted");
    ana.post(&format!("/admissions/{id}/role"), json!({ "role": "subscriber" })).await.expect(200);
    let changed = stream.next().await.unwrap().data;
    assert_eq!((&changed["role"], &changed["generation"]), (&json!("subscriber"), &json!(2)));
    ana.post(&format!("/admissions/{id}/send-back"), json!({})).await.expect(200);
    assert_eq!(stream.next().await.unwrap().data["state"], "waiting");

    ana.post(&format!("/admissions/{id}/deny"), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/undo"), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/hold"), json!({})).await.expect(200);
    assert_eq!(stream.next().await.unwrap().data["state"], "held", "nothing was told of the denial");
    ana.post(&format!("/admissions/{id}/deny"), json!({ "reason": "room_full" })).await.expect(200);
    server.moderation.clock.advance(SignedDuration::from_secs(11));
    server.moderation.hub.notify(Topic::Guest(id.parse().unwrap()));
    let denied = stream.next().await.unwrap().data;
    assert_eq!((&denied["state"], &denied["reason"]), (&json!("denied"), &json!("room_full")));
    assert!(stream.next().await.is_none());
    assert_eq!(text(&sam.get("/me").await.expect(200)["state"]), "denied");
}

#[tokio::test]
async fn a_guest_s_fifth_stream_ends_the_first() {
    let server = Server::start().await;
    let ana = server.host("Ana").await;
    let room = ana.room("Consultation").await;
    let (sam, _) = server.guest(&ana, &room, "Sam").await;
    let mut streams = Vec::new();
    for _ in 0..5 {
        let mut stream = Stream::open(&sam, "/me/events", None).await;
        stream.next().await.unwrap();
        streams.push(stream);
    }
    assert!(streams[0].next().await.is_none());
    sam.post("/me/withdraw", json!({})).await.expect(200);
    for stream in &mut streams[1..] {
        assert_eq!(stream.next().await.unwrap().data["state"], "withdrawn");
    }
}
