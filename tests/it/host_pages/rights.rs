//! Pages of other people's rooms are not there, and nobody signed in is sent to the sign-in.

use crate::support::{Browser, Server};

const UNKNOWN: &str = "01936d3e-0000-7000-8000-000000000000";

async fn every_page(
    server: &Server,
    browser: &mut Browser,
    room: &str,
    invite: &str,
    guest: &str,
    account: &str,
) -> Vec<u16> {
    let base = format!("/host/rooms/{room}");
    let mut statuses = Vec::new();
    for path in ["settings", "hosts", "invites", "invites/rotate", "audit"] {
        statuses.push(browser.get(&format!("{base}/{path}")).await.status);
    }
    for path in [format!("{base}/invites/{invite}/revoke"), format!("{base}/admissions/{guest}")] {
        statuses.push(browser.get(&path).await.status);
    }
    for path in [
        format!("{base}/settings"),
        format!("{base}/hosts"),
        format!("{base}/hosts/{account}/remove"),
        format!("{base}/invites"),
        format!("{base}/invites/rotate"),
        format!("{base}/invites/{invite}/revoke"),
    ] {
        // What is wrong with the form must not be told before who sends it is known.
        statuses.push(browser.post(&path, &[("nonsense", "1")]).await.status);
        statuses.push(browser.press(&path).await.status);
    }
    let rotated = server.acts().await.iter().any(|act| act == "links_rotated" || act == "invite_revoked");
    assert!(!rotated, "nothing happened");
    statuses
}

#[tokio::test]
async fn a_foreign_room_and_an_unknown_one_look_alike_on_every_page() {
    let server = Server::start().await;
    let (ana, mut tom) = (server.host("Ana").await, server.host("Tom").await);
    let room = server.room_of(&ana, "Clinic").await.to_string();
    let invite = server.invite(&ana, room.parse().unwrap(), "Patients").await.invite.id.to_string();
    let foreign = every_page(&server, &mut tom.browser, &room, &invite, UNKNOWN, &ana.id.to_string()).await;
    let unknown = every_page(&server, &mut tom.browser, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN).await;
    assert_eq!(foreign, vec![404; foreign.len()]);
    assert_eq!(unknown, foreign);
    let malformed = every_page(&server, &mut tom.browser, "x", "x", "x", "x").await;
    assert_eq!(malformed, foreign);
    let signed_out = every_page(&server, &mut server.browser(), &room, &invite, UNKNOWN, &ana.id.to_string()).await;
    assert_eq!(signed_out, vec![303; signed_out.len()]);
}

#[tokio::test]
async fn an_invite_or_guest_of_another_room_is_not_there_even_for_a_host_of_both() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let (first, second) = (server.room_of(&ana, "First").await, server.room_of(&ana, "Second").await);
    let invite = server.invite(&ana, first, "Patients").await.invite.id;
    let path = format!("/host/rooms/{second}/invites/{invite}/revoke");
    assert_eq!(ana.browser.get(&path).await.status, 404);
    assert_eq!(ana.browser.press(&path).await.status, 404);
    assert!(server.moderation.store.invite(invite).unwrap().unwrap().revoked_at.is_none());
}

#[tokio::test]
async fn a_method_that_a_page_does_not_know_is_refused() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    assert_eq!(ana.browser.get("/host/sign-out").await.status, 405);
    assert_eq!(ana.browser.get("/host/rooms").await.status, 200, "still signed in");
}
