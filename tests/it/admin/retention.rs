//! What guests told of themselves is erased in its time or on demand; counts, acts and the chain over the log stay.

use anteroom::domain::actor::Actor;
use anteroom::domain::admission::Admission;
use anteroom::domain::text::GuestName;
use anteroom::moderation::{Refusal, Request};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::support::Desk;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Somebody with an address asks by a labelled link, with a note.
async fn asks(desk: &Desk, name: &str) -> Admission {
    let invite = desk.server.invite(&desk.ana(), desk.room.id, "Quibble").await;
    let request =
        Request { name: name.to_owned(), note: "About my knee".to_owned(), passcode: None, ..Request::default() };
    let address = Some("203.0.113.77".parse().unwrap());
    let entered = desk.moderation.request_entry(address, invite.secret.expose_secret(), request, None).await;
    entered.unwrap().admission
}

async fn erase_all_due(desk: &Desk) {
    while desk.moderation.erase_due().await.unwrap() {}
}

async fn rows_with(desk: &Desk, word: &str) -> usize {
    desk.server.everything().await.lines().filter(|line| line.contains(word)).count()
}

async fn chain_is_whole(desk: &Desk) {
    desk.moderation.store.verify_audit(None).await.unwrap().unwrap();
}

#[tokio::test]
async fn after_thirty_days_nothing_that_a_guest_told_is_left_and_the_log_is_whole() {
    let desk = Desk::open().await;
    let (gone, stayed) = (asks(&desk, "Zacharias").await, asks(&desk, "Wilhelmina").await);
    desk.moderation.deny(&desk.ana().actor, gone.id, None, false, None).await.unwrap();
    desk.moderation.admit(&desk.ana().actor, stayed.id, None, None).await.unwrap();
    desk.moderation.clock.advance(DAY * 29);
    erase_all_due(&desk).await;
    assert!(rows_with(&desk, "Zacharias").await > 0 && rows_with(&desk, "203.0.113.77").await > 0);

    desk.moderation.clock.advance(DAY * 3);
    let late = asks(&desk, "Leopoldine").await;
    erase_all_due(&desk).await;
    for word in ["Zacharias", "zacharias", "Wilhelmina"] {
        assert_eq!(rows_with(&desk, word).await, 0, "{word}");
    }
    assert_eq!(rows_with(&desk, "About my knee").await, 1, "only the new guest's");
    assert_eq!(rows_with(&desk, "203.0.113.77").await, 1, "only the new guest's");
    assert_eq!(desk.admission(late.id).await.name.as_str(), "Leopoldine");
    let erased = desk.admission(gone.id).await;
    assert_eq!((erased.name.as_str(), erased.note), (GuestName::ERASED, None));
    assert_eq!(erased.state.as_str(), "denied", "what became of it stays");
    assert_eq!(
        desk.admission(stayed.id).await.state.as_str(),
        "left",
        "whoever was in for a month without a sign is out"
    );
    chain_is_whole(&desk).await;
    let mut ana = desk.ana();
    ana.signs_in().await;
    let log = ana.browser.get(&format!("/host/rooms/{}/audit", desk.room.id)).await;
    assert!(log.text().contains("denied a guest (erased)"), "{}", log.text());
    assert!(!ana.desk().await.contains("Zacharias"));
}

#[tokio::test]
async fn a_lot_is_erased_in_batches_and_each_only_once() {
    let desk = Desk::open().await;
    let mut all = Vec::new();
    for number in 0..130 {
        all.push(desk.asks(&format!("Guest {number}")).await);
    }
    desk.moderation.clock.advance(DAY * 31);
    assert!(desk.moderation.erase_due().await.unwrap(), "more than one batch");
    let left = rows_with(&desk, "Guest ").await;
    assert!((30..130).contains(&left), "{left}");
    erase_all_due(&desk).await;
    // Whoever was given up for gone meanwhile was there until then: their time begins with that.
    desk.moderation.clock.advance(DAY * 31);
    erase_all_due(&desk).await;
    assert_eq!(rows_with(&desk, "Guest ").await, 0);
    let before = desk.server.everything().await;
    erase_all_due(&desk).await;
    assert!(desk.server.everything().await == before, "a second round finds nothing");
    for admission in all {
        assert_eq!(desk.admission(admission.id).await.state.as_str(), "expired");
    }
    chain_is_whole(&desk).await;
}

#[tokio::test]
async fn one_guest_is_given_out_and_erased_on_demand_but_only_by_an_admin_and_not_while_there() {
    let desk = Desk::open().await;
    let (one, other) = (asks(&desk, "Zacharias").await, asks(&desk, "Wilhelmina").await);
    let eve = desk.server.admin("Eve").await;
    let foreign = desk.moderation.erase_guests(&desk.ana().actor, vec![one.id]).await;
    assert!(matches!(foreign, Err(Refusal::NotFound)), "{foreign:?}");
    assert!(matches!(desk.moderation.export_guests(&desk.ana().actor, vec![one.id]).await, Err(Refusal::NotFound)));
    let here = desk.moderation.erase_guests(&eve.actor, vec![one.id]).await;
    assert!(matches!(here, Err(Refusal::Forbidden("still_here"))), "{here:?}");

    desk.moderation.deny(&Actor::SYSTEM, one.id, None, false, None).await.unwrap();
    let record = desk.moderation.export_guests(&eve.actor, vec![one.id]).await.unwrap();
    let record = serde_json::to_string(&record).unwrap();
    for word in ["Zacharias", "About my knee", "203.0.113.77", "Quibble", "denied"] {
        assert!(record.contains(word), "{word}: {record}");
    }
    assert!(!record.contains("Wilhelmina"));

    let both = desk.moderation.erase_guests(&eve.actor, vec![one.id, other.id]).await;
    assert!(both.is_err() && rows_with(&desk, "Zacharias").await > 0, "all or nothing");
    assert_eq!(desk.moderation.erase_guests(&eve.actor, vec![one.id]).await.unwrap(), 1);
    assert_eq!(desk.moderation.erase_guests(&eve.actor, vec![one.id]).await.unwrap(), 0, "once");
    assert_eq!(rows_with(&desk, "Zacharias").await, 0);
    assert_eq!(rows_with(&desk, "203.0.113.77").await, 1, "the other guest's stays");
    chain_is_whole(&desk).await;
}

#[tokio::test]
async fn a_room_keeps_for_fewer_days_but_never_for_more() {
    let desk = Desk::open().await;
    let (ana, eve) = (desk.ana(), desk.server.admin_program("Eve").await);
    let guest = asks(&desk, "Zacharias").await;
    let path = format!("/rooms/{}", desk.room.id);
    let said = eve.patch(&path, serde_json::json!({ "keep_days": 3 })).await.expect(200);
    assert_eq!(said["keep_days"], 3);
    desk.moderation.deny(&ana.actor, guest.id, None, false, None).await.unwrap();
    desk.moderation.clock.advance(DAY * 2);
    erase_all_due(&desk).await;
    assert_eq!(desk.admission(guest.id).await.name.as_str(), "Zacharias");
    desk.moderation.clock.advance(DAY * 2);
    erase_all_due(&desk).await;
    assert_eq!(rows_with(&desk, "Zacharias").await, 0);
    assert_eq!(rows_with(&desk, "203.0.113.77").await, 0);

    let other = asks(&desk, "Wilhelmina").await;
    eve.patch(&path, serde_json::json!({ "keep_days": 300 })).await.expect(200);
    desk.moderation.deny(&ana.actor, other.id, None, false, None).await.unwrap();
    desk.moderation.clock.advance(DAY * 31);
    erase_all_due(&desk).await;
    assert_eq!(rows_with(&desk, "Wilhelmina").await, 0, "the installation's thirty days hold");
    eve.patch(&path, serde_json::json!({ "keep_days": 0 })).await.names("keep_days");
    eve.patch(&path, serde_json::json!({ "keep_days": null })).await.expect(200);
}

#[tokio::test]
async fn on_the_page_of_guests_data_one_is_found_exported_and_erased() {
    let desk = Desk::open().await;
    let (one, _) = (asks(&desk, "Zacharias").await, asks(&desk, "Wilhelmina").await);
    let mut eve = desk.server.admin("Eve").await;
    let found = eve.browser.get("/admin/guests?q=zacha").await;
    assert_eq!(found.texts("tbody b"), ["Zacharias"]);
    let chosen = [("id", one.id.to_string())];
    let refused = eve.browser.post("/admin/guests/erase", &chosen).await;
    assert_eq!(refused.status, 403);
    assert!(refused.text().contains("still waits or is in the call"), "{}", refused.text());
    desk.moderation.deny(&Actor::SYSTEM, one.id, None, false, None).await.unwrap();
    let file = eve.browser.post("/admin/guests/export", &chosen).await;
    assert_eq!((file.status, file.header("content-disposition")), (200, Some("attachment; filename=\"guests.json\"")));
    assert_eq!(file.json()["guests"][0]["note"], "About my knee");
    assert_eq!(eve.browser.post("/admin/guests/erase", &chosen).await.goes_to(), "/admin/guests?erased=1");
    let after = eve.browser.get("/admin/guests?erased=1").await;
    assert_eq!(after.texts("tbody b"), ["Wilhelmina"]);
    assert!(after.text().contains("One guest’s data are erased."), "{}", after.text());
    let log = eve.browser.get("/admin/audit").await.text();
    assert!(log.contains("Eve exported what is kept of a guest (erased).") && log.contains("Eve erased what"), "{log}");
}
