//! Whoever loses the right to decide: open pages and streams end, and nothing is decided after it was taken away.

use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::Actor;
use anteroom::domain::text::{Email, KeyName};
use anteroom::moderation::{NewApiKey, Refusal};
use secrecy::ExposeSecret as _;
use serde_json::json;

use crate::support::{Desk, Host, Server, Stream};

/// Reads a stream to its end, which must come.
async fn ends(mut stream: Stream) -> Vec<String> {
    let mut names = Vec::new();
    while let Some(event) = stream.next().await {
        names.push(event.name);
    }
    names
}

#[tokio::test]
async fn the_open_desks_of_whoever_is_demoted_disabled_or_signed_out_end_and_those_of_others_go_on() {
    let desk = Desk::open().await;
    let eve = desk.server.admin("Eve").await;
    let mut tom = desk.server.admin("Tom").await;
    tom.room = Some(desk.room.id);
    let mut kim = desk.another("Kim", true).await;
    let mut stays = desk.ana().watches(None).await;
    stays.next_named("lists").await;

    let open = tom.watches(None).await;
    desk.moderation.set_account_role(&eve.actor, tom.id, AccountRole::Host).await.unwrap();
    assert_eq!(ends(open).await.last().map(String::as_str), Some("bye"));
    assert_eq!(tom.browser.get(&format!("/host/rooms/{}", desk.room.id)).await.status, 404);

    let open = kim.watches(None).await;
    desk.moderation.sign_out_account(&eve.actor, kim.id).await.unwrap();
    assert_eq!(ends(open).await.last().map(String::as_str), Some("bye"));
    kim.signs_in().await;
    let open = kim.watches(None).await;
    desk.moderation.set_account_disabled(&eve.actor, kim.id, true).await.unwrap();
    assert_eq!(ends(open).await.last().map(String::as_str), Some("bye"));

    desk.asks("Sam").await;
    stays.rows_with("Sam").await;
}

#[tokio::test]
async fn the_stream_of_a_program_ends_with_the_rights_of_its_account() {
    let desk = Desk::open().await;
    let (_eve, tom) = (desk.server.admin("Eve").await, desk.server.admin("Tom").await);
    let email = anteroom::domain::text::Email::parse(&tom.email).unwrap();
    let program = desk.server.key("Tom's", Some(email)).await;
    let path = format!("/rooms/{}/events", desk.room.id);
    let stream = program.watches(&path, None).await;
    desk.moderation.set_account_role(&Actor::SYSTEM, tom.id, AccountRole::Host).await.unwrap();
    ends(stream).await;
    assert_eq!(program.get(&path).await.status, 404);
    let sam = desk.asks("Sam").await;
    assert_eq!(program.post(&format!("/admissions/{}/admit", sam.id), json!({})).await.status, 404);
}

/// What an admin who is about to be demoted does all the time.
async fn admits_all(tom: &Host, guests: &[anteroom::domain::ids::AdmissionId]) -> Vec<u16> {
    let mut statuses = Vec::new();
    for guest in guests {
        statuses.push(tom.decides(*guest, "admit", &[]).await.status);
    }
    statuses
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_decided_after_the_commit_of_a_demotion_however_close_the_click_was() {
    let desk = Desk::open().await;
    let eve = desk.server.admin("Eve").await;
    let mut tom = desk.server.admin("Tom").await;
    tom.room = Some(desk.room.id);
    for round in 0..20 {
        desk.moderation.set_account_role(&Actor::SYSTEM, tom.id, AccountRole::Admin).await.unwrap();
        let mut guests = Vec::new();
        for number in 0..8 {
            guests.push(desk.asks(&format!("Guest {round}.{number}")).await.id);
        }
        let demote = async {
            tokio::task::yield_now().await;
            eve.browser.posts(&format!("/admin/people/{}/role", tom.id), &[("role", "host")], &[]).await.status
        };
        let (statuses, demoted) = tokio::join!(admits_all(&tom, &guests), demote);
        assert_eq!(demoted, 303);
        // In the log's own order: all that Tom decided stands before the demotion.
        let acts = desk.server.acts().await;
        let newest_demotion = acts.iter().position(|act| act == "account_role_changed").unwrap();
        assert!(!acts[..newest_demotion].contains(&"admitted".to_owned()), "round {round}: {acts:?}");
        let refused = statuses.iter().position(|status| *status != 303).unwrap_or(statuses.len());
        assert!(statuses[refused..].iter().all(|status| *status == 404), "round {round}: {statuses:?}");
        for (guest, status) in guests.iter().zip(&statuses) {
            let state = desk.admission(*guest).await;
            assert_eq!(state.role().is_some(), *status == 303, "round {round}: {statuses:?}");
        }
    }
}

#[tokio::test]
async fn a_key_decides_with_the_rights_that_its_account_has_at_that_moment() {
    let server = Server::start().await;
    let (eve, zoe, tom) = (server.admin("Eve").await, server.admin("Zoe").await, server.host("Tom").await);
    let account = Some(Email::parse(&zoe.email).unwrap());
    let new = NewApiKey { name: KeyName::parse("Bookings").unwrap(), account };
    let (_, secret) = server.moderation.create_api_key(&eve.actor, new).await.unwrap();
    // Read before the demotion, used after it.
    let key = server.moderation.actor_of_key(secret.expose_secret(), None).unwrap().unwrap();
    server.moderation.set_account_role(&eve.actor, zoe.id, AccountRole::Host).await.unwrap();
    let done = server.moderation.set_account_disabled(&key, tom.id, true).await;
    assert!(matches!(done, Err(Refusal::NotFound)), "{done:?}");
}
