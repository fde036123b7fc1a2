//! Callbacks that do not count: nobody is believed who cannot sign, and nothing counts twice.

use serde_json::{Value, json};

use super::hall::{Hall, KEY, SECRET, Taken as _, claims, signed};
use crate::support::Server;

async fn nothing_happened(hall: &Hall) {
    assert!(!hall.sam_is_in_call().await);
    assert!(hall.server.moderation.store.sessions_with_connections().unwrap().is_empty());
}

#[tokio::test]
async fn without_a_good_signature_nothing_is_believed() {
    let hall = Hall::open().await;
    let event = hall.event("connectionCreated", "c-1", hall.sam_now().await);
    let body = event.to_string();
    let good = claims(hall.now(), &body);
    let changed = |name: &str, value: Value| {
        let mut claims = good.clone();
        claims[name] = value;
        claims
    };
    let unsigned = signed(&good, SECRET);
    let payload = unsigned.split('.').nth(1).unwrap();
    for token in [
        signed(&good, "another secret that is long"),
        signed(&changed("iat", json!(hall.now() - 301)), SECRET),
        signed(&changed("iat", json!(hall.now() + 3_600)), SECRET),
        signed(&changed("iat", Value::Null), SECRET),
        signed(&changed("payload_hash", json!("00".repeat(32))), SECRET),
        format!("eyJhbGciOiJub25lIn0.{payload}."),
        String::new(),
        "not.a.token".to_owned(),
        KEY.to_owned(),
    ] {
        let answer = hall.receives(&token, &body).await;
        assert_eq!(answer.status, 401, "{token}");
        assert!(!answer.whole().contains(SECRET));
    }
    let without = hall.server.send("POST", "/hooks/video", &[("content-type", "application/json")], &body).await;
    assert_eq!(without.status, 401);
    nothing_happened(&hall).await;
}

#[tokio::test]
async fn the_same_delivery_counts_once() {
    let hall = Hall::open().await;
    let sam = hall.sam_now().await;
    let body = hall.event("connectionCreated", "c-1", sam).to_string();
    let token = signed(&claims(hall.now(), &body), SECRET);
    hall.receives(&token, &body).await.done();
    assert!(hall.sam_is_in_call().await);
    hall.hears(&hall.event("connectionDestroyed", "c-1", sam)).await.done();
    assert_eq!(hall.receives(&token, &body).await.status, 401);
    assert!(!hall.sam_is_in_call().await);
}

#[tokio::test]
async fn what_is_too_large_or_is_no_callback_is_refused() {
    let hall = Hall::open().await;
    let large = json!({ "event": "x".repeat(70_000) }).to_string();
    assert_eq!(hall.receives(&signed(&claims(hall.now(), &large), SECRET), &large).await.status, 413);
    for body in ["", "{", "[]", "null", r#"{"event":5}"#, r#"{"event":"connectionCreated","connection":{"id":"../x"}}"#]
    {
        let answer = hall.receives(&signed(&claims(hall.now(), body), SECRET), body).await;
        assert_eq!(answer.status, 400, "{body}");
    }
    nothing_happened(&hall).await;
}

#[tokio::test]
async fn a_server_without_a_secret_has_no_such_address() {
    let server = Server::start().await;
    let headers = [("authorization", "Bearer x"), ("content-type", "application/json")];
    let hook = server.send("POST", "/hooks/video", &headers, "{}").await;
    let nowhere = server.send("POST", "/hooks/nowhere", &headers, "{}").await;
    assert_eq!((hook.status, nowhere.status), (404, 404));
}
