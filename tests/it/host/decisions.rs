//! Decisions: each shows on the page, in the log and on the streams of everybody at the desk.

use anteroom::domain::role::Role;
use anteroom::store::Tx;
use jiff::SignedDuration;
use scraper::Html;

use super::desk::select;
use crate::support::Desk;

fn list_of(page: &str, id: impl std::fmt::Display) -> String {
    let page = Html::parse_document(page);
    select(&page, &format!("#admission-{id}"))[0].attr("data-state").unwrap().to_owned()
}

#[tokio::test]
async fn admitting_moves_a_guest_into_the_call_with_the_role_of_the_invite_or_the_one_named() {
    let desk = Desk::open().await;
    let (mut ana, tom) = (desk.ana(), desk.another("Tom", true).await);
    let (sam, kim) = (desk.asks("Sam").await, desk.asks("Kim").await);
    let mut stream = tom.watches(None).await;
    stream.next_named("lists").await;

    let answer = ana.decides(sam.id, "admit", &[]).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.goes_to(), format!("/host/rooms/{}", desk.room.id));
    stream.rows_with("data-offer=\"publisher\"").await;
    assert_eq!(ana.decides(kim.id, "admit", &[("role", "moderator")]).await.status, 303);
    stream.rows_with("Kim").await;

    let page = ana.desk().await;
    assert_eq!(list_of(&page, sam.id), "admitted");
    assert_eq!(desk.admission(sam.id).await.role(), Some(Role::Publisher));
    assert_eq!(desk.admission(kim.id).await.role(), Some(Role::Moderator));
    assert_eq!(desk.server.log_of(sam.id).await, ["Sam admission_requested", "Ana admitted"]);
}

#[tokio::test]
async fn denying_can_be_undone_from_the_bar_for_ten_seconds() {
    let desk = Desk::open().await;
    let (mut ana, tom) = (desk.ana(), desk.another("Tom", true).await);
    let sam = desk.asks("Sam").await;
    let mut stream = tom.watches(None).await;
    stream.next_named("lists").await;

    assert_eq!(ana.decides(sam.id, "deny", &[("reason", "not_on_list")]).await.status, 303);
    stream.rows_with("Denied").await;
    let page = ana.desk().await;
    assert_eq!(list_of(&page, sam.id), "ended");
    let parsed = Html::parse_document(&page);
    let bar = select(&parsed, "#undo .undo-bar")[0].text().collect::<String>();
    assert_eq!(bar.replace('\n', ""), "Denied SamUndo");

    assert_eq!(ana.decides(sam.id, "undo", &[]).await.status, 303);
    stream.rows_with("data-state=\"waiting\"").await;
    let page = ana.desk().await;
    assert_eq!(list_of(&page, sam.id), "waiting");
    assert!(!page.contains("undo-bar"));
    assert_eq!(desk.server.log_of(sam.id).await, ["Sam admission_requested", "Ana denied", "Ana denial_undone"]);
}

#[tokio::test]
async fn holding_puts_a_guest_aside_and_back() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let sam = desk.asks("Sam").await;
    let mut stream = ana.watches(None).await;
    stream.next_named("lists").await;
    assert_eq!(ana.decides(sam.id, "hold", &[]).await.status, 303);
    stream.rows_with("data-state=\"held\"").await;
    let page = ana.desk().await;
    assert_eq!(list_of(&page, sam.id), "held");
    let parsed = Html::parse_document(&page);
    let resume = &select(&parsed, &format!("#admission-{} [formaction$=resume]", sam.id))[0];
    assert_eq!(resume.text().collect::<String>(), "Back to waiting");
    assert_eq!(ana.decides(sam.id, "resume", &[]).await.status, 303);
    stream.rows_with("data-state=\"waiting\"").await;
    assert_eq!(list_of(&ana.desk().await, sam.id), "waiting");
    assert_eq!(desk.server.log_of(sam.id).await, ["Sam admission_requested", "Ana held", "Ana resumed"]);
}

#[tokio::test]
async fn a_role_changes_only_from_the_row_that_the_host_saw() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let sam = desk.asks("Sam").await;
    ana.decides(sam.id, "admit", &[]).await;
    let mut stream = ana.watches(None).await;
    stream.next_named("lists").await;

    let page = Html::parse_document(&ana.desk().await);
    let buttons = select(&page, &format!("#admission-{} .actions > button", sam.id));
    let names: Vec<String> = buttons.iter().map(|button| button.text().collect()).collect();
    assert_eq!(names, ["Make viewer", "Make moderator", "Send back to waiting", "Remove"]);
    assert!(buttons[0].attr("formaction").unwrap().ends_with("/role?revision=2"));

    let answer = ana.decides(sam.id, "role?revision=2", &[("role", "subscriber")]).await;
    assert_eq!(answer.status, 303);
    stream.rows_with("data-offer=\"subscriber\"").await;
    let mut file = desk.server.database().await;
    let due: (i64, i64) = sqlx::query_as("SELECT count(*), max(generation) FROM enforcement WHERE person = ?")
        .bind(sam.person.to_string())
        .fetch_one(&mut file)
        .await
        .unwrap();
    assert_eq!(due, (1, 2), "the provider has to end what the old role connected");
    assert_eq!(desk.admission(sam.id).await.role(), Some(Role::Subscriber));
    assert_eq!(desk.admission(sam.id).await.generation, 2);

    let stale = ana.decides(sam.id, "role?revision=2", &[("role", "moderator")]).await;
    assert_eq!(stale.status, 409);
    assert_eq!(desk.admission(sam.id).await.role(), Some(Role::Subscriber));
    let log = desk.server.log_of(sam.id).await;
    assert_eq!(log, ["Sam admission_requested", "Ana admitted", "Ana role_changed"]);
}

#[tokio::test]
async fn while_the_provider_has_not_ended_the_old_connection_the_row_says_so() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let sam = desk.asks("Sam").await;
    ana.decides(sam.id, "admit", &[]).await;
    assert!(!ana.desk().await.contains("Taking away the old rights"));
    // Due in an hour only, so that the provider, which is quick, does not end it before it is seen.
    let (room, id, person, later) =
        (desk.room.id, sam.id, sam.person, desk.moderation.clock.now() + SignedDuration::from_hours(1));
    let session = desk.room.session_id.clone().unwrap();
    let pending = move |tx: &mut Tx| {
        let sequence = tx.next_sequence(room)?;
        tx.touch_admission(id, sequence)?;
        tx.insert_enforcement(room, &session, person, 2, later)
    };
    desk.moderation.store.write(pending).await.unwrap();
    assert!(ana.desk().await.contains("Taking away the old rights"));
}

#[tokio::test]
async fn sending_back_and_removing_end_the_call_for_a_guest() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let (sam, kim) = (desk.asks("Sam").await, desk.asks("Kim").await);
    ana.decides(kim.id, "admit", &[]).await;
    let mut stream = ana.watches(None).await;
    stream.next_named("lists").await;
    assert_eq!(ana.decides(kim.id, "send-back", &[("message", "A moment, please")]).await.status, 303);
    assert!(stream.rows_with("data-state=\"waiting\"").await.contains("sent back"));
    let page = Html::parse_document(&ana.desk().await);
    let ids: Vec<_> = select(&page, "#waiting > li").iter().map(|row| row.attr("id").unwrap().to_owned()).collect();
    assert_eq!(ids, [format!("admission-{}", kim.id), format!("admission-{}", sam.id)], "first in line");

    ana.decides(kim.id, "admit", &[]).await;
    assert_eq!(ana.decides(kim.id, "remove", &[("block", "true")]).await.status, 303);
    stream.rows_with("Removed and blocked").await;
    assert!(ana.desk().await.contains("Removed and blocked"));
    let log = desk.server.log_of(kim.id).await;
    assert_eq!(log[2..], ["Ana sent_back", "Ana admitted", "Ana removed"]);
}

#[tokio::test]
async fn a_late_click_is_told_who_decided_and_changes_nothing() {
    let desk = Desk::open().await;
    let (ana, tom) = (desk.ana(), desk.another("Tom", true).await);
    let sam = desk.asks("Sam").await;
    ana.decides(sam.id, "admit", &[]).await;

    let late = tom.decides(sam.id, "deny", &[]).await;
    assert_eq!(late.status, 409);
    let page = Html::parse_document(&late.body);
    let banner: String = select(&page, ".banner")[0].text().collect();
    assert!(banner.contains("Sam: Already admitted by Ana, just now."), "{banner}");
    assert_eq!(select(&page, &format!("#admitted > #admission-{}", sam.id)).len(), 1, "the desk as it is now");

    let late = tom.decides_by_script(sam.id, "deny", &[]).await;
    assert_eq!(late.status, 409);
    let body = late.json();
    assert_eq!(body["state"], "admitted");
    assert!(body["detail"].as_str().unwrap().starts_with("Already admitted by"));

    assert_eq!(tom.decides_by_script(sam.id, "admit", &[]).await.status, 204, "the same decision twice is done");
    assert_eq!(desk.server.log_of(sam.id).await.len(), 2);
}

#[tokio::test]
async fn two_hosts_who_decide_oppositely_have_one_winner_for_each_guest() {
    let desk = Desk::open().await;
    let (ana, tom) = (desk.ana(), desk.another("Tom", true).await);
    let mut guests = Vec::new();
    for number in 0..100 {
        guests.push(desk.asks(&format!("Guest {number}")).await.id);
    }
    let decided = futures_util::future::join_all(guests.iter().map(async |guest| {
        let (admitted, denied) =
            tokio::join!(ana.decides_by_script(*guest, "admit", &[]), tom.decides_by_script(*guest, "deny", &[]));
        let mut answers = [admitted.status, denied.status];
        let state = desk.admission(*guest).await.state.as_str();
        assert_eq!(state, if answers[0] == 204 { "admitted" } else { "denied" });
        answers.sort_unstable();
        assert_eq!(answers, [204, 409]);
        desk.server.log_of(*guest).await.len()
    }));
    assert!(decided.await.into_iter().all(|entries| entries == 2), "asked and decided, once");
}

#[tokio::test]
async fn whoever_may_not_decide_here_finds_nothing() {
    let desk = Desk::open().await;
    let (ana, stranger) = (desk.ana(), desk.another("Tom", false).await);
    let (sam, kim) = (desk.asks("Sam").await, desk.asks("Kim").await);
    ana.decides(kim.id, "admit", &[]).await;
    let role: &[(&str, &str)] = &[("role", "moderator")];
    let acts = [("admit", &[][..]), ("deny", &[]), ("undo", &[]), ("hold", &[]), ("resume", &[])];
    for (act, form) in acts {
        assert_eq!(stranger.decides(sam.id, act, form).await.status, 404, "{act}");
    }
    for (act, form) in [("role", role), ("send-back", &[]), ("remove", &[])] {
        assert_eq!(stranger.decides(kim.id, act, form).await.status, 404, "{act}");
    }
    assert_eq!(desk.server.log_of(sam.id).await.len(), 1);
    assert_eq!(desk.server.log_of(kim.id).await.len(), 2);
}

#[tokio::test]
async fn a_guest_of_another_room_is_not_decided_on_from_this_one() {
    let desk = Desk::open().await;
    let other = Desk::open().await;
    let mut ana = desk.ana();
    let elsewhere = other.asks("Sam").await;
    assert_eq!(ana.decides(elsewhere.id, "admit", &[]).await.status, 404);

    // Both rooms are Ana's; the address still says which room it is about.
    let wish = anteroom::moderation::RoomChange::default();
    let owner = anteroom::domain::text::Email::parse("ana@example.org").unwrap();
    let system = anteroom::domain::actor::Actor::SYSTEM;
    let title = Some(anteroom::domain::text::Title::parse("Physio").unwrap());
    let wish = anteroom::moderation::RoomChange { title, ..wish };
    let second = desk.moderation.create_room(&system, wish, Some(owner)).await.unwrap();
    let sam = desk.asks("Sam").await;
    let crossed = ana.browser.press(&format!("/host/rooms/{}/admissions/{}/admit", second.id, sam.id)).await;
    assert_eq!(crossed.status, 404);
    assert_eq!(desk.admission(sam.id).await.state.as_str(), "waiting");
}

#[tokio::test]
async fn unknown_fields_roles_and_reasons_are_refused() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let sam = desk.asks("Sam").await;
    for (act, form) in [
        ("admit", [("role", "king")]),
        ("admit", [("admin", "true")]),
        ("hold", [("until", "later")]),
        ("deny", [("reason", "a\u{202e}b")]),
        ("admit?revision=x", [("role", "publisher")]),
    ] {
        assert_eq!(ana.decides(sam.id, act, &form).await.status, 422, "{act} {form:?}");
    }
    assert_eq!(desk.admission(sam.id).await.state.as_str(), "waiting");
}
