//! `Idempotency-Key`: what was asked for twice is done once.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Program, Server, secret_of, send, text};

async fn post(caller: &Program, path: &str, key: &str, body: Value) -> Answer {
    send(caller.request(Method::POST, path).header("Idempotency-Key", key).json(&body)).await
}

#[tokio::test]
async fn the_same_request_again_gets_the_same_answer_and_does_nothing() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let first = post(&ana, "/rooms", "a", json!({ "title": "Consultation" })).await;
    let room = text(&first.expect(201)["id"]);
    let again = post(&ana, "/rooms", "a", json!({ "title": "Consultation" })).await;
    again.expect(201);
    assert_eq!((&again.body, &again.header("location").unwrap()), (&first.body, &first.header("location").unwrap()));
    assert_eq!(again.header("idempotent-replayed").unwrap(), "true");
    assert!(first.header("idempotent-replayed").is_none());
    assert_eq!(ana.get("/rooms").await.expect(200)["items"].as_array().unwrap().len(), 1);

    let invites = format!("/rooms/{room}/invites");
    let invite = post(&ana, &invites, "b", json!({ "max_uses": 1 })).await.expect(201);
    assert_eq!(post(&ana, &invites, "b", json!({ "max_uses": 1 })).await.expect(201), invite, "with its link");

    let redeem = json!({ "secret": secret_of(&invite), "name": "Sam" });
    let key = "6a1f6c0e-2d6b-4b53";
    let place = post(&server.nobody(), "/invites/redeem", key, redeem.clone()).await.expect(201);
    assert_eq!(
        post(&server.nobody(), "/invites/redeem", key, redeem.clone()).await.expect(201),
        place,
        "with its ticket"
    );
    assert_eq!(
        post(&server.nobody(), "/invites/redeem", "another-key-of-somebody", redeem).await.expect(410)["reason"],
        "used_up"
    );

    let admit = format!("/admissions/{}/admit", text(&place["admission"]["id"]));
    let admitted = post(&ana, &admit, "c", json!({})).await.expect(200);
    ana.post(&format!("/admissions/{}/remove", text(&place["admission"]["id"])), json!({})).await.expect(200);
    assert_eq!(post(&ana, &admit, "c", json!({})).await.expect(200), admitted, "as it was answered then");
}

#[tokio::test]
async fn a_key_belongs_to_one_request_of_one_caller() {
    let server = Server::start().await;
    let (ana, ben) = (server.program("Ana").await, server.program("Ben").await);
    let hers = post(&ana, "/rooms", "a", json!({ "title": "Hers" })).await.expect(201);
    let his = post(&ben, "/rooms", "a", json!({ "title": "Hers" })).await.expect(201);
    assert_ne!(hers["id"], his["id"]);
    post(&ana, "/rooms", "a", json!({ "title": "Other" })).await.names("Idempotency-Key");
    post(&ana, &format!("/rooms/{}/invites", text(&hers["id"])), "a", json!({})).await.names("Idempotency-Key");
    for bad in ["", &"x".repeat(256)] {
        post(&ana, "/rooms", bad, json!({ "title": "Other" })).await.names("Idempotency-Key");
    }
    let redeem = json!({ "secret": "x", "name": "Sam" });
    post(&server.nobody(), "/invites/redeem", "short", redeem).await.names("Idempotency-Key");
    send(server.nobody().request(Method::POST, "/rooms").header("Idempotency-Key", "a")).await.expect(401);
    assert_eq!(ana.get("/rooms").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_refused_request_can_be_mended_and_sent_again_with_its_key() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    post(&ana, "/rooms", "a", json!({ "title": "" })).await.names("title");
    post(&ana, "/rooms", "a", json!({ "title": "Mended" })).await.expect(201);
    let large = json!({ "title": "x".repeat(70_000) });
    post(&ana, "/rooms", "b", large).await.expect(413);
}

#[tokio::test]
async fn of_many_at_once_with_one_key_one_is_done() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let calls = (0..20).map(|_| post(&ana, "/rooms", "a", json!({ "title": "Once" })));
    let mut made = Vec::new();
    for answer in futures_util::future::join_all(calls).await {
        match answer.status {
            201 => made.push(answer.body),
            409 => drop(answer.expect(409)),
            other => panic!("{other}: {}", answer.body),
        }
    }
    made.dedup();
    assert_eq!(made.len(), 1);
    assert_eq!(ana.get("/rooms").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn kept_answers_are_unreadable_in_the_database_and_gone_after_a_day() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = text(&post(&ana, "/rooms", "a", json!({ "title": "Unmistakable" })).await.expect(201)["id"]);
    let invite = post(&ana, &format!("/rooms/{room}/invites"), "b", json!({})).await.expect(201);
    let (sam, id) = server.redeems(&invite, "Sam").await;
    ana.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    let token = post(&sam, "/me/token", "c", json!({})).await.expect(200);
    let other = post(&sam, "/me/token", "c", json!({})).await.expect(200);
    assert_ne!(token["token"], other["token"], "tokens are kept nowhere");
    for file in std::fs::read_dir(server.folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in [secret_of(&invite), text(&token["token"])] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()));
        }
    }
    server.moderation.clock.advance(jiff::SignedDuration::from_hours(25));
    let anew = post(&ana, "/rooms", "a", json!({ "title": "Unmistakable" })).await.expect(201);
    assert_ne!(text(&anew["id"]), room);
}
