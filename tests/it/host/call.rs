//! The call for hosts: who may enter it, and what stands beside it.

use anteroom::domain::account::AccountRole;
use anteroom::domain::role::Role;

use crate::support::{Guest, Host, Server, open_invite};

fn path(host: &Host, what: &str) -> String {
    format!("/host/rooms/{}/call{what}", host.room())
}

#[tokio::test]
async fn a_host_joins_as_moderator_and_sees_names_and_the_door() {
    let server = Server::start().await;
    let mut ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let sam = Guest::asks(&server, &link, "Sam").await;
    let eve = Guest::asks(&server, &link, "Eve").await;
    let sam_id = sam.admission(&server).await.id;
    server.moderation.admit(&ana.actor, sam_id, Some(Role::Subscriber), None).await.unwrap();

    assert_eq!(ana.browser.get(&path(&ana, "")).await.status, 200);
    let token = ana.browser.post_json(&path(&ana, "/token"), "{}").await;
    assert_eq!((token.status, token.json()["role"].as_str()), (200, Some("moderator")));

    let roster = ana.browser.get(&path(&ana, "/roster")).await.json();
    let people = roster["people"].as_array().unwrap();
    assert_eq!((people[0]["name"].as_str(), people[0]["host"].as_bool()), (Some("Ana"), Some(true)));
    assert_eq!(people[1]["admission"].as_str(), Some(sam_id.to_string().as_str()));
    assert_eq!(people[1]["role"], "subscriber");

    let door = ana.browser.get(&path(&ana, "/door")).await.json();
    assert_eq!((door["count"].as_i64(), door["waiting"][0]["name"].as_str()), (Some(1), Some("Eve")));
    assert_eq!(door["waiting"][0]["id"], eve.admission(&server).await.id.to_string());
}

#[tokio::test]
async fn nobody_else_finds_a_call_there_an_admin_neither() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let mut ben = server.host_with_room("Ben").await;
    for what in ["", "/roster", "/door"] {
        assert_eq!(ben.browser.get(&path(&ana, what)).await.status, 404, "{what}");
        let stranger = server.browser().get(&path(&ana, what)).await;
        assert!([303, 401].contains(&stranger.status), "{what}: {}", stranger.status);
    }
    assert_eq!(ben.browser.post_json(&path(&ana, "/token"), "{}").await.status, 404);

    let id = ben.actor.account().unwrap().0;
    let system = anteroom::domain::actor::Actor::SYSTEM;
    server.moderation.set_account_role(&system, id, AccountRole::Admin).await.unwrap();
    for what in ["", "/roster", "/door"] {
        assert_eq!(ben.browser.get(&path(&ana, what)).await.status, 404, "{what}");
    }
    assert_eq!(ben.browser.post_json(&path(&ana, "/token"), "{}").await.status, 404);
}
