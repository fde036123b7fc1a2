//! Webhooks: what another system is told, how it can trust it, and what it cannot make the server do.

use anteroom::store::{EntryFilter, Turn};
use serde_json::json;

use crate::support::{Process, Program, Receiver, Server, text};

async fn server() -> Server {
    Server::start_with(|arguments| arguments.webhook_networks = Some("127.0.0.0/8".to_owned())).await
}

/// A webhook to this receiver; its address in the API and its secret.
async fn webhook(program: &Program, receiver: &Receiver, events: &[&str]) -> (String, String) {
    let made = program.post("/webhooks", json!({ "url": receiver.url(), "events": events })).await.expect(201);
    (format!("/webhooks/{}", text(&made["id"])), text(&made["secret"]))
}

#[tokio::test]
async fn a_system_is_told_what_it_asked_for_signed_and_in_order() {
    let (server, receiver) = (server().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    let (_, secret) = webhook(&program, &receiver, &["admission_requested", "admitted"]).await;
    let room = program.room("Consultation").await;
    let (_, sam) = server.guest(&program, &room, "Sam <b>").await;
    program.post(&format!("/admissions/{sam}/admit"), json!({})).await.expect(200);
    program.post(&format!("/admissions/{sam}/remove"), json!({})).await.expect(200);

    let received = receiver.has(2).await;
    assert_eq!(received.iter().map(|it| it.sequence()).collect::<Vec<_>>(), [1, 2]);
    let [asked, admitted] = received.as_slice() else { panic!("{received:?}") };
    assert_eq!(asked.header("anteroom-event"), Some("admission_requested"));
    assert_eq!(admitted.header("content-type"), Some("application/json"));
    let body = admitted.json();
    assert_eq!(admitted.header("anteroom-delivery"), body["id"].as_str());
    assert_eq!((&body["event"], &body["fact"]["action"]), (&json!("admitted"), &json!("admitted")));
    assert_eq!(body["fact"]["admission_id"], json!(sam));
    assert_eq!(body["fact"]["guest_name"], json!("Sam <b>"));
    assert_eq!(body["fact"]["detail"]["role"], json!("publisher"));
    assert_eq!(body["fact"]["actor"]["name"], json!("Bookings"));
    for time in [&body["created_at"], &body["fact"]["at"]] {
        let at: jiff::Timestamp = text(time).parse().unwrap();
        let age = server.moderation.clock.now().duration_since(at);
        assert!(age < jiff::SignedDuration::from_secs(60) && text(time).ends_with('Z'), "{time}");
    }
    assert!(received.iter().all(|it| it.is_signed_by(&secret) && !it.is_signed_by("another")));
}

#[tokio::test]
async fn what_is_not_taken_is_sent_again_with_the_same_id_and_nothing_is_lost() {
    let (server, receiver) = (server().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    let (path, _) = webhook(&program, &receiver, &["*"]).await;
    receiver.answers(&["500 Broken", "", "302 Found\r\nLocation: http://127.0.0.1:1/", "429 Slow\r\nRetry-After: 1"]);
    let delivery = program.post(&format!("{path}/test"), json!({})).await.expect(202);
    let received = receiver.has(5).await;
    assert!(received.iter().all(|it| it.json()["id"] == delivery["id"] && it.sequence() == 1));
    let list = loop {
        let list = program.get(&format!("{path}/deliveries")).await.expect(200);
        if list["items"][0]["state"] == json!("delivered") {
            break list;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    };
    assert_eq!((&list["items"][0]["attempts"], &list["items"][0]["outcome"]), (&json!(5), &json!("204")));
    let again = format!("{path}/deliveries/{}/redeliver", text(&delivery["id"]));
    receiver.answers(&["500 Broken"]);
    program.post(&again, json!({})).await.expect(202);
    let received = receiver.has(7).await;
    assert!(received[5..].iter().all(|it| it.json()["id"] == delivery["id"]), "and again after a failure");
    let entries = server.moderation.store.log_page(&EntryFilter::default(), Turn::Latest, 100).await.unwrap();
    let made = entries.iter().find(|entry| entry.action == "webhook_created").unwrap();
    assert_eq!(made.detail["name"], "127.0.0.1", "the log says whom, and nothing of a path that may be a secret");
}

#[tokio::test]
async fn a_dead_receiver_holds_up_neither_another_nor_any_admission() {
    let (server, dead, alive) = (server().await, Receiver::start().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    webhook(&program, &dead, &["*"]).await;
    webhook(&program, &alive, &["admitted"]).await;
    dead.answers(&["500 No"; 50]);
    let room = program.room("Consultation").await;
    for name in ["Sam", "Kim", "Lee"] {
        let (_, id) = server.guest(&program, &room, name).await;
        program.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    }
    let told = alive.has(3).await;
    assert_eq!(told.iter().map(|it| it.sequence()).collect::<Vec<_>>(), [1, 2, 3]);
}

#[tokio::test]
async fn a_new_secret_and_the_old_one_both_sign_for_a_day() {
    let (server, receiver) = (server().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    let (path, old) = webhook(&program, &receiver, &["*"]).await;
    let new = text(&program.post(&format!("{path}/secret"), json!({})).await.expect(200)["secret"]);
    program.post(&format!("{path}/test"), json!({})).await.expect(202);
    let first = receiver.has(1).await.remove(0);
    assert!(old != new && first.is_signed_by(&new) && first.is_signed_by(&old));
    let key = server.folder.path().join("anteroom.db.key");
    assert_eq!(std::fs::metadata(key).unwrap().len(), 32, "the key that seals them is beside the database");
}

#[tokio::test]
async fn a_webhook_that_is_off_or_deleted_is_told_nothing() {
    let (server, receiver) = (server().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    let (path, _) = webhook(&program, &receiver, &["room_created"]).await;
    let off = program.patch(&path, json!({ "enabled": false })).await.expect(200);
    assert_eq!(off["enabled"], json!(false));
    program.room("Unheard").await;
    assert_eq!(program.post(&format!("{path}/test"), json!({})).await.status, 403);
    program.patch(&path, json!({ "enabled": true })).await.expect(200);
    let room = program.room("Heard").await;
    let received = receiver.has(1).await;
    assert_eq!(received[0].json()["fact"]["room_id"], json!(room));
    assert_eq!(program.delete(&path).await.status, 204);
    assert_eq!(program.get(&path).await.status, 404);
    program.room("After").await;
    let (other, _) = webhook(&program, &receiver, &["*"]).await;
    program.post(&format!("{other}/test"), json!({})).await.expect(202);
    assert_eq!(receiver.has(2).await[1].json()["event"], json!("test"), "nothing came in between");
}

#[tokio::test]
async fn private_addresses_and_wrong_events_are_refused_and_named() {
    let server = Server::start().await;
    let program = server.admin_program("Bookings").await;
    for url in [
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://017700000001/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://169.254.169.254/",
        "https://[fd00::1]/",
        "http://example.org/",
        "https://user:secret@example.org/",
        "gopher://example.org/",
        "nonsense",
        "",
    ] {
        let answer = program.post("/webhooks", json!({ "url": url })).await;
        assert_eq!(answer.status, 422, "{url}: {}", answer.body);
        assert!(answer.body.contains("url"), "{url}: {}", answer.body);
    }
    for events in [json!([]), json!(["signed_in"]), json!(["nothing_known"])] {
        let answer = program.post("/webhooks", json!({ "url": "https://example.org/", "events": events })).await;
        assert_eq!(answer.status, 422, "{events}: {}", answer.body);
        assert!(answer.body.contains("event"), "{events}: {}", answer.body);
    }
    let answer = program.post("/webhooks", json!({ "url": "https://example.org/", "secret": "mine" })).await;
    assert_eq!(answer.status, 422);
    assert!(program.get("/webhooks").await.expect(200)["items"].as_array().unwrap().is_empty());
    let tom = server.program("Tom").await;
    assert_eq!(tom.post("/webhooks", json!({ "url": "https://example.org/" })).await.status, 404);
}

#[tokio::test]
async fn a_name_that_leads_to_this_machine_gets_nothing() {
    let (server, receiver) = (Server::start().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    let url = format!("https://localhost:{}/", receiver.address.port());
    let made = program.post("/webhooks", json!({ "url": url })).await.expect(201);
    let path = format!("/webhooks/{}", text(&made["id"]));
    program.post(&format!("{path}/test"), json!({})).await.expect(202);
    let outcome = loop {
        let list = program.get(&format!("{path}/deliveries")).await.expect(200);
        if let Some(outcome) = list["items"][0]["outcome"].as_str() {
            break outcome.to_owned();
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    };
    assert!(outcome.contains("private"), "{outcome}");
    assert!(receiver.received().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_is_told_after_a_kill() {
    let receiver = Receiver::start().await;
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let options = ["--webhook-networks", "127.0.0.0/8"];
    let process = Process::start(&database, 0, &options);
    let key = Process::prints(&database, &["api-key", "create", "--scope", "admin", "--name", "Bookings"]);
    let program = process.nobody().with(&key);
    receiver.answers(&["503 Not now"]);
    webhook(&program, &receiver, &["room_created"]).await;
    let rooms = [program.room("One").await, program.room("Two").await, program.room("Three").await];
    drop(process);
    let _process = Process::start(&database, 0, &options);
    let mut told: Vec<String> = Vec::new();
    while !rooms.iter().all(|room| told.contains(room)) {
        let received = receiver.has(told.len() + 1).await;
        told = received.iter().map(|it| text(&it.json()["fact"]["room_id"])).collect();
    }
}

#[tokio::test]
async fn an_admin_makes_tests_and_deletes_a_webhook_on_the_pages() {
    let (server, receiver) = (server().await, Receiver::start().await);
    let mut eve = server.admin("Eve").await;
    let wrong = eve.browser.post("/admin/webhooks", &[("url", "http://example.org"), ("events", "x")]).await;
    assert_eq!(wrong.status, 422);
    let url = receiver.url();
    let page = eve.browser.post("/admin/webhooks", &[("url", url.as_str()), ("events", "admitted, denied")]).await;
    assert_eq!(page.status, 200);
    let secret = page.attribute("#secret", "value").unwrap();
    let list = eve.browser.get("/admin/webhooks").await;
    assert!(!list.body.contains(&secret));
    assert_eq!(list.texts(".room-link small"), ["admitted, denied"]);
    let path = list.attribute(".room-link[href^='/admin/webhooks/']", "href").unwrap();
    assert_eq!(eve.browser.press(&format!("{path}/test")).await.goes_to(), path);
    assert!(receiver.has(1).await[0].is_signed_by(&secret));
    let page = eve.browser.get(&path).await;
    assert_eq!(page.texts("tbody td")[1], "test");
    assert_eq!(eve.browser.press(&format!("{path}/delete")).await.goes_to(), "/admin/webhooks");
    assert_eq!(eve.browser.get(&path).await.status, 404);
}

#[tokio::test]
async fn what_happened_in_a_room_is_sent_again_until_it_is_taken() {
    let (server, receiver) = (server().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    webhook(&program, &receiver, &["room_created"]).await;
    receiver.answers(&["500 Broken"]);
    program.room("Clinic").await;
    let received = receiver.has(2).await;
    assert_eq!(received[0].json()["id"], received[1].json()["id"]);
}

#[tokio::test]
async fn what_is_behind_a_failure_waits_for_it_and_the_pauses_grow() {
    let (server, receiver) = (server().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    let (path, _) = webhook(&program, &receiver, &["room_created"]).await;
    receiver.answers(&["500 Broken", "500 Broken"]);
    program.post(&format!("{path}/test"), json!({})).await.expect(202);
    receiver.has(1).await;
    for title in ["Clinic", "Court"] {
        program.room(title).await;
    }
    receiver.has(2).await;
    let noted = "SELECT failures, paused_until - tried_at, due_at - tried_at
        FROM webhook JOIN delivery ON webhook_id = webhook.id WHERE delivery.sequence = 1 AND attempts = 2";
    let mut file = server.database().await;
    let (failures, rest, pause): (i64, i64, i64) = loop {
        if let Some(found) = sqlx::query_as(noted).fetch_optional(&mut file).await.unwrap() {
            break found;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    assert!(failures == 2 && rest >= 1_000 && pause >= 1_000, "{failures} failures, {rest} ms, {pause} ms");
    let order: Vec<i64> = receiver.has(5).await.iter().map(|it| it.sequence()).collect();
    assert_eq!(order, [1, 1, 1, 2, 3]);
}

#[tokio::test]
async fn after_some_days_a_delivery_is_given_up() {
    let (server, receiver) = (server().await, Receiver::start().await);
    let program = server.admin_program("Bookings").await;
    let (path, _) = webhook(&program, &receiver, &["room_created"]).await;
    receiver.answers(&["500 Broken", "500 Broken"]);
    program.post(&format!("{path}/test"), json!({})).await.expect(202);
    receiver.has(1).await;
    server.moderation.clock.advance(jiff::SignedDuration::from_hours(24 * 7));
    receiver.has(2).await;
    let state = async || program.get(&format!("{path}/deliveries")).await.expect(200)["items"][0]["state"].clone();
    while state().await == json!("pending") {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    server.moderation.forget_deliveries().await.unwrap();
    assert_eq!(state().await, json!("failed"), "and is shown for some time");
}
