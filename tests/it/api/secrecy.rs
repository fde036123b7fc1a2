//! What a guest must not learn: before being let in nothing of the call, ever nothing of the others, and nothing of a
//! denial that can still be undone.

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::support::{Answer, Program, Server, secret_of, text};

/// All that a guest can ask for, except leaving the queue. The stream is read to its end or for its first event.
async fn every_answer(guest: &Program) -> Vec<Answer> {
    vec![
        guest.get("/me").await,
        guest.post("/me/token", json!({})).await,
        guest.post("/me/token", json!({ "generation": 9 })).await,
        guest.post("/me/leave", json!({})).await,
        Answer::of_first_event(guest.request(reqwest::Method::GET, "/me/events").send().await.unwrap()).await,
    ]
}

#[track_caller]
fn holds_nothing(answers: &[Answer], forbidden: &[&str]) {
    for answer in answers {
        let all = answer.whole();
        for secret in forbidden.iter().chain(&["T1==", "session_id", "\"token\"", "api_key", "decided"]) {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
    }
}

#[tokio::test]
async fn until_let_in_and_once_put_out_a_guest_reads_nothing_of_the_call_or_of_others() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Consultation").await;
    let (inside, other) = server.guest(&ana, &room, "Zacharias").await;
    ana.post(&format!("/admissions/{other}/admit"), json!({})).await.expect(200);
    let session = text(&inside.post("/me/token", json!({})).await.expect(200)["session_id"]);
    let forbidden = ["Ana", "Zacharias", session.as_str(), other.as_str()];

    let (sam, id) = server.guest(&ana, &room, "Sam").await;
    let path = |act: &str| format!("/admissions/{id}/{act}");
    holds_nothing(&every_answer(&sam).await, &forbidden);
    ana.post(&path("hold"), json!({})).await.expect(200);
    holds_nothing(&every_answer(&sam).await, &forbidden);
    ana.post(&path("deny"), json!({ "reason": "not_on_list" })).await.expect(200);
    holds_nothing(&every_answer(&sam).await, &forbidden);
    server.moderation.clock.advance(SignedDuration::from_secs(11));
    let answers = every_answer(&sam).await;
    holds_nothing(&answers, &forbidden);
    answers[1].expect(410);
    let own = answers[0].expect(200);
    assert_eq!((&own["state"], &own["reason"]), (&json!("denied"), &json!("not_on_list")));
    assert!(own["ask_again_at"].is_string());

    let (kim, _) = server.guest(&ana, &room, "Kim").await;
    holds_nothing(&[kim.post("/me/withdraw", json!({})).await], &forbidden);
    holds_nothing(&every_answer(&kim).await, &forbidden);

    let (tom, id) = server.guest(&ana, &room, "Tom").await;
    ana.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    tom.post("/me/token", json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/remove"), json!({})).await.expect(200);
    let answers = every_answer(&tom).await;
    holds_nothing(&answers, &forbidden);
    answers[1].expect(410);
    assert_eq!(answers[0].expect(200)["state"], "removed");
}

#[tokio::test]
async fn a_denial_that_can_be_undone_changes_no_byte_for_the_guest() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = text(&ana.post("/rooms", json!({ "title": "Desk", "show_position": true })).await.expect(201)["id"]);
    let _first = server.guest(&ana, &room, "First").await;
    let (sam, id) = server.guest(&ana, &room, "Sam").await;
    let seen = async || {
        let mut texts = Vec::new();
        for answer in every_answer(&sam).await {
            let body = match serde_json::from_str::<Value>(&answer.body) {
                Ok(mut problem) => {
                    problem.as_object_mut().unwrap().remove("request_id");
                    problem.to_string()
                }
                Err(_) => answer.body.split_once("event:").unwrap().1.to_owned(),
            };
            texts.push((answer.status, body));
        }
        texts
    };
    let before = seen().await;
    ana.post(&format!("/admissions/{id}/deny"), json!({ "reason": "No" })).await.expect(200);
    assert_eq!(seen().await, before);
    ana.post(&format!("/admissions/{id}/undo"), json!({})).await.expect(200);
    assert_eq!(seen().await, before);
    ana.post(&format!("/admissions/{id}/deny"), json!({})).await.expect(200);
    let gone = sam.post("/me/withdraw", json!({})).await.expect(200);
    assert_eq!(gone["state"], "withdrawn", "the guest leaves as if nothing had been decided");
}

#[tokio::test]
async fn only_the_answers_that_make_a_secret_hold_it() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Consultation").await;
    let invite = ana.post(&format!("/rooms/{room}/invites"), json!({ "passcode": "hunter22" })).await.expect(201);
    let secret = secret_of(&invite);
    let body = json!({ "secret": secret, "name": "Sam", "passcode": "hunter22" });
    let redeemed = server.nobody().post("/invites/redeem", body).await.expect(201);
    let ticket = text(&redeemed["ticket"]);
    let sam = server.bearer(&ticket);
    ana.post(&format!("/admissions/{}/admit", text(&redeemed["admission"]["id"])), json!({})).await.expect(200);
    let token = text(&sam.post("/me/token", json!({})).await.expect(200)["token"]);
    for path in ["/rooms", &format!("/rooms/{room}/invites"), &format!("/rooms/{room}/admissions"), "/audit"] {
        let all = ana.get(path).await;
        all.expect(200);
        for secret in [&secret, &ticket, &token, "hunter22", ana.bearer.as_ref().unwrap()] {
            assert!(!all.body.contains(secret), "{path}");
        }
        assert_eq!(all.header("cache-control").unwrap(), "no-store");
    }
    for file in std::fs::read_dir(server.folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in [&secret, &ticket, &token, "hunter22", ana.bearer.as_ref().unwrap()] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "a secret in the database");
        }
    }
}
