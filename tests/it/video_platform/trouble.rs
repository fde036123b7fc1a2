//! The platform in trouble: nobody waits for it at the door, and no removal is lost, whatever fails and whoever dies.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use anteroom::domain::role::Role;
use serde_json::json;

use super::enforcement::{Hall, last_segment, until};
use crate::support::platform::{API_KEY, API_SECRET, Fault, Platform};
use crate::support::{Process, Program, connection, free_port, text};

#[tokio::test]
async fn while_the_platform_is_down_guests_ask_are_let_in_and_get_tokens_and_hosts_decide() {
    let hall = Hall::open("opentok").await;
    hall.enters("First", Role::Publisher).await;
    hall.platform.fails(|_| Some(Fault::Silent));
    let (sam, kim) = (hall.enters("Sam", Role::Publisher).await, hall.asks("Kim").await);
    hall.moderation.deny(&hall.ana.actor, kim.id, None, false, None).await.unwrap();
    let sam = hall.moderation.change_role(&hall.ana.actor, sam.id, Role::Moderator, None).await.unwrap();
    hall.token(&sam).await;
    hall.moderation.send_back(&hall.ana.actor, sam.id, None, None).await.unwrap();
    assert!(!hall.is_enforced(&sam).await, "and what must still be done is not forgotten");
    hall.platform.recovers();
    until("the platform is back", async || hall.is_enforced(&sam).await).await;
}

#[tokio::test]
async fn a_token_that_needs_a_session_from_a_platform_that_is_down_is_refused_for_now() {
    let hall = Hall::open("opentok").await;
    let sam = hall.asks("Sam").await;
    let sam = hall.moderation.admit(&hall.ana.actor, sam.id, None, None).await.unwrap();
    hall.platform.fails(|_| Some(Fault::Broken));
    let guest = anteroom::moderation::guest(&sam, None);
    let refused = hall.moderation.issue_token(&guest, sam.id, None).await.unwrap_err();
    assert!(refused.to_string().contains("answers 500"), "{refused}");
    hall.platform.recovers();
    hall.token(&sam).await;
}

fn number(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable).map_or(otherwise, |number| number.parse().unwrap())
}

/// Full size: `ANTEROOM_REMOVALS=1000 ANTEROOM_KILLS=20 cargo test --test it no_removal_is_lost`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_removal_is_lost_when_a_third_of_all_calls_fail_and_the_server_is_killed_again_and_again() {
    let (removals, kills) = (number("ANTEROOM_REMOVALS", 30), number("ANTEROOM_KILLS", 3));
    let platform = Arc::new(Platform::start().await);
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let (port, url) = (free_port(), platform.url());
    let start = || {
        let arguments =
            ["--log", "error", "--provider", "opentok", "--video-api-url", &url, "--video-api-timeout", "0.2"];
        let variables = [("OPENTOK_API_KEY", API_KEY), ("OPENTOK_API_SECRET", API_SECRET)];
        Process::start_with(&database, port, &arguments, &variables)
    };
    let mut process = start();
    let key = Process::prints(&database, &["api-key", "create", "--scope", "admin", "--name", "Ana"]);
    let ana = process.nobody().with(&key);
    let guests = guests(&ana, &database, &platform, removals).await;
    let session = platform.calls()[0].clone();
    assert_eq!(session.path, "/session/create");

    platform.fails(|_| {
        let [random] = anteroom::random::bytes::<1>();
        let faults = [Fault::Broken, Fault::Throttled(1), Fault::Silent, Fault::Reset, Fault::Garbage, Fault::Redirect];
        faults.get(usize::from(random) * 20 / 256).copied()
    });
    let removing = tokio::spawn(remove_all(ana.clone(), guests.clone()));
    for _ in 0..kills {
        let [random] = anteroom::random::bytes::<1>();
        // Spread over the whole of the removals.
        let spread = u32::try_from(removals / 30).unwrap().max(1);
        tokio::time::sleep(Duration::from_millis(100 + 3 * u64::from(random)) * spread / 4).await;
        process.kill();
        process = start();
    }
    removing.await.unwrap();
    let mut file = connection(&database, true).await;
    for _ in 0..12_000 {
        let open: i64 = sqlx::query_scalar("SELECT count(*) FROM enforcement WHERE confirmed_at IS NULL")
            .fetch_one(&mut file)
            .await
            .unwrap();
        if open == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    check(&platform, &guests);
}

/// Guests who are in, each with a connection of the first generation and one of the second, which the platform and the
/// server both know.
async fn guests(ana: &Program, database: &std::path::Path, platform: &Platform, count: usize) -> Vec<String> {
    let room = ana.room("Hearing").await;
    let invite = ana.post(&format!("/rooms/{room}/invites"), json!({ "max_uses": null })).await.expect(201);
    let mut ids = Vec::new();
    let mut session = String::new();
    for number in 0..count {
        let (guest, id) = ana.redeems(&invite, &format!("Guest {number}")).await;
        ana.post(&format!("/admissions/{id}/admit"), json!({ "role": "publisher" })).await.expect(200);
        if session.is_empty() {
            session = text(&guest.post("/me/token", json!({})).await.expect(200)["session_id"]);
        }
        ids.push(id);
    }
    let mut file = connection(database, false).await;
    for generation in [1, 2] {
        for id in &ids {
            let name = format!("{id}-{generation}");
            platform.connects(&session, &name);
            sqlx::query(
                "INSERT INTO connection (session_id, id, person, generation, told_by, created_at)
                 SELECT ?, ?, person, ?, 'platform', ? FROM admission WHERE id = ?",
            )
            .bind(&session)
            .bind(&name)
            .bind(generation)
            .bind(generation)
            .bind(id)
            .execute(&mut file)
            .await
            .unwrap();
        }
    }
    ids
}

/// Demotes and then removes everybody, asking again until each is acknowledged.
async fn remove_all(ana: Program, guests: Vec<String>) {
    let insist = async |path: String, body: serde_json::Value| {
        loop {
            let sent = ana.request(reqwest::Method::POST, &path).json(&body).send().await;
            match sent.map(|answer| answer.status().as_u16()) {
                Ok(200) => return,
                Ok(status @ (503 | 429)) => assert!(status > 0),
                Ok(status) => panic!("{path}: {status}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    };
    for id in guests {
        insist(format!("/admissions/{id}/role"), json!({ "role": "subscriber" })).await;
        insist(format!("/admissions/{id}/remove"), json!({})).await;
    }
}

fn check(platform: &Platform, guests: &[String]) {
    let mut ended: HashMap<String, usize> = HashMap::new();
    let calls = platform.calls_of("DELETE");
    let failed = calls.iter().filter(|call| call.status == 0).count();
    for (at, call) in calls.iter().enumerate().filter(|(_, call)| call.status == 204) {
        assert_eq!(ended.insert(last_segment(call), at), None);
    }
    for id in guests {
        let of = |generation| ended.get(&format!("{id}-{generation}")).copied();
        let (first, second) = (of(1), of(2));
        assert!(first.is_some() && second.is_some(), "a connection of {id} was never ended: {first:?} {second:?}");
        assert!(first < second, "the older goes first");
    }
    crate::faults::say(&format!("{} people, {} disconnections tried, {failed} failed", guests.len(), calls.len()));
    assert!(failed > 0, "there was trouble");
}
