//! Admins who act against one another at the same moment, over real HTTP: somebody is left to answer for everything, and
//! somebody at each door.

use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::Actor;
use anteroom::domain::text::Email;

use crate::support::{Host, Server};

/// The accounts that are admins and not disabled.
async fn admins(server: &Server) -> usize {
    let accounts = server.moderation.store.accounts().unwrap();
    accounts.iter().filter(|it| it.role == AccountRole::Admin && !it.disabled).count()
}

/// Posts two forms at the same moment and answers which of them were done. (Whoever is signed out meanwhile is sent to the
/// sign-in.)
async fn at_once(one: (&Host, String, &str), other: (&Host, String, &str)) -> [bool; 2] {
    let post = async |(host, path, role): (&Host, String, &str)| {
        let form: &[(&str, &str)] = if role.is_empty() { &[] } else { &[("role", role)] };
        let answer = host.browser.posts(&path, form, &[]).await;
        answer.status == 303 && answer.header("location") != Some("/host/sign-in")
    };
    let (one, other) = tokio::join!(post(one), post(other));
    [one, other]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_admins_who_demote_or_disable_each_other_one_is_left_in_two_hundred_races() {
    let server = Server::start().await;
    let (mut eve, mut tom) = (server.admin("Eve").await, server.admin("Tom").await);
    for round in 0..200 {
        let act = |victim: &Host| match round % 2 {
            0 => (format!("/admin/people/{}/role", victim.id), "host"),
            _ => (format!("/admin/people/{}/disable", victim.id), ""),
        };
        let ((by_eve, role), (by_tom, _)) = (act(&tom), act(&eve));
        let done = at_once((&eve, by_eve, role), (&tom, by_tom, role)).await;
        assert_eq!(admins(&server).await, 1, "round {round}: {done:?}");
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "round {round}: {done:?}");
        for host in [&mut eve, &mut tom] {
            server.moderation.set_account_disabled(&Actor::SYSTEM, host.id, false).await.unwrap();
            server.moderation.set_account_role(&Actor::SYSTEM, host.id, AccountRole::Admin).await.unwrap();
            if round % 2 == 1 && host.browser.get("/host/rooms").await.status != 200 {
                host.signs_in().await;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_who_leaves_while_a_promotion_is_taken_back_does_not_leave_nobody() {
    let server = Server::start().await;
    let (eve, tom) = (server.admin("Eve").await, server.host("Tom").await);
    for round in 0..50 {
        server.moderation.set_account_role(&Actor::SYSTEM, tom.id, AccountRole::Host).await.unwrap();
        server.moderation.set_account_role(&Actor::SYSTEM, tom.id, AccountRole::Admin).await.unwrap();
        let (undo, leave) = (format!("/admin/people/{}/undo", tom.id), format!("/admin/people/{}/role", eve.id));
        let done = at_once((&eve, undo, ""), (&eve, leave, "host")).await;
        assert_eq!(admins(&server).await, 1, "round {round}: {done:?}");
        server.moderation.set_account_role(&Actor::SYSTEM, eve.id, AccountRole::Admin).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_room_s_two_hosts_one_is_left_whatever_two_admins_do_at_once() {
    let server = Server::start().await;
    let (eve, zoe) = (server.admin("Eve").await, server.admin("Zoe").await);
    let (ana, kim) = (server.host("Ana").await, server.host("Kim").await);
    let room = server.room_of(&ana, "Clinic").await;
    let kim_by = Email::parse(&kim.email).unwrap();
    server.moderation.add_host(&ana.actor, room, &kim_by).await.unwrap();
    for round in 0..100 {
        let disable = format!("/admin/people/{}/disable", ana.id);
        let other = match round % 2 {
            0 => format!("/admin/people/{}/disable", kim.id),
            _ => format!("/host/rooms/{room}/hosts/{}/remove", kim.id),
        };
        let done = at_once((&eve, disable, ""), (&zoe, other, "")).await;
        let hosts = server.moderation.store.room_hosts(room).unwrap();
        assert_eq!(hosts.iter().filter(|host| !host.disabled).count(), 1, "round {round}: {done:?}");
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "round {round}: {done:?}");
        for id in [ana.id, kim.id] {
            server.moderation.set_account_disabled(&Actor::SYSTEM, id, false).await.unwrap();
        }
        server.moderation.add_host(&Actor::SYSTEM, room, &kim_by).await.unwrap();
    }
}
