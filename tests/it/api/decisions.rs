//! What a host can do beside admitting and denying one guest.

use anteroom::domain::ids::AdmissionId;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::support::{Program, Server, text};

async fn guests(server: &Server, host: &Program, room: &str, names: &[&str]) -> Vec<(Program, String)> {
    let mut guests = Vec::new();
    for name in names {
        guests.push(server.guest(host, room, name).await);
    }
    guests
}

fn ids(guests: &[(Program, String)]) -> Vec<&str> {
    guests.iter().map(|(_, id)| id.as_str()).collect()
}

async fn state(host: &Program, id: &str) -> String {
    text(&host.get(&format!("/admissions/{id}")).await.expect(200)["state"])
}

async fn acts(host: &Program, id: &str) -> Vec<String> {
    let timeline = host.get(&format!("/admissions/{id}/timeline")).await.expect(200);
    timeline["items"].as_array().unwrap().iter().map(|entry| text(&entry["action"])).collect()
}

fn outcomes(answer: &Value) -> Vec<String> {
    answer["items"].as_array().unwrap().iter().map(|item| text(&item["outcome"])).collect()
}

#[tokio::test]
async fn admitting_many_takes_those_named_and_says_what_became_of_each() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let guests = guests(&server, &ana, &room, &["Sam", "Kim", "Tom", "Eva"]).await;
    let ids = ids(&guests);
    ana.post(&format!("/admissions/{}/hold", ids[1]), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{}/deny", ids[2]), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{}/admit", ids[3]), json!({})).await.expect(200);
    let (_, late) = server.guest(&ana, &room, "Late").await;

    let body = json!({ "ids": [ids[0], ids[1], ids[2], ids[3], ids[0]], "role": "subscriber" });
    let answer = ana.post(&format!("/rooms/{room}/admit-many"), body).await.expect(200);
    assert_eq!(answer["done"], 1);
    assert_eq!(outcomes(&answer), ["done", "otherwise", "otherwise", "otherwise"]);
    assert_eq!(answer["items"][2]["decided_by"], "Ana");
    let now = ana.get(&format!("/admissions/{}", ids[0])).await.expect(200);
    assert_eq!(
        (&now["state"], &now["role"], &now["decided_by"]),
        (&json!("admitted"), &json!("subscriber"), &json!("Ana"))
    );
    assert_eq!(state(&ana, ids[1]).await, "held", "whoever is on hold is not among them");
    assert_eq!(state(&ana, &late).await, "waiting", "whoever came in between is not swept along");
    assert_eq!(acts(&ana, ids[0]).await, ["admission_requested", "admitted"]);

    let again = ana.post(&format!("/rooms/{room}/admit-many"), json!({ "ids": [ids[0]] })).await.expect(200);
    assert_eq!((&again["done"], outcomes(&again)), (&json!(0), vec!["before".to_owned()]));
    assert_eq!(acts(&ana, ids[0]).await.len(), 2);
}

#[tokio::test]
async fn with_revisions_whoever_changed_since_is_left_alone() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let guests = guests(&server, &ana, &room, &["Sam", "Kim"]).await;
    let ids = ids(&guests);
    ana.post(&format!("/admissions/{}/hold", ids[0]), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{}/resume", ids[0]), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{}/message", ids[1]), json!({ "text": "Soon" })).await.expect(200);
    let body = json!({ "ids": ids, "revisions": [1, 1] });
    let answer = ana.post(&format!("/rooms/{room}/deny-many"), body).await.expect(200);
    assert_eq!(outcomes(&answer), ["otherwise", "done"], "a message decides nothing and makes no row old");
    assert_eq!(state(&ana, ids[0]).await, "waiting");
}

#[tokio::test]
async fn ids_of_another_room_are_refused_and_nobody_is_decided_on() {
    let server = Server::start().await;
    let (ana, ben) = (server.program("Ana").await, server.program("Ben").await);
    let (hers, his) = (ana.room("Hers").await, ben.room("His").await);
    let (_, sam) = server.guest(&ana, &hers, "Sam").await;
    let (_, foreign) = server.guest(&ben, &his, "Kim").await;
    let before = server.everything().await;
    for act in ["admit-many", "deny-many"] {
        for stranger in [foreign.as_str(), "01936d3e-0000-7000-8000-000000000000"] {
            ana.post(&format!("/rooms/{hers}/{act}"), json!({ "ids": [sam, stranger] })).await.names("ids");
        }
        ana.post(&format!("/rooms/{his}/{act}"), json!({ "ids": [foreign] })).await.expect(404);
    }
    assert!(server.everything().await == before);
}

#[tokio::test]
async fn ten_thousand_can_be_named_at_once_and_not_one_more() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let (_, sam) = server.guest(&ana, &room, "Sam").await;
    let many = |count: usize| json!({ "ids": vec![sam.as_str(); count] });
    ana.post(&format!("/rooms/{room}/admit-many"), many(10_001)).await.names("ids");
    assert_eq!(state(&ana, &sam).await, "waiting");
    let answer = ana.post(&format!("/rooms/{room}/admit-many"), many(10_000)).await.expect(200);
    assert_eq!(outcomes(&answer), ["done"], "each once, however often named");
    ana.post(&format!("/rooms/{room}/admit-many"), many(20_000)).await.expect(413);
    let long = json!({ "text": "a".repeat(70_000) });
    ana.post(&format!("/rooms/{room}/message"), long).await.expect(413);
}

#[tokio::test]
async fn a_message_reaches_the_guest_and_leaves_the_place_and_the_revision_as_they_are() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let guests = guests(&server, &ana, &room, &["Sam", "Kim"]).await;
    let (kim, id) = &guests[1];
    let mut stream = kim.watches("/me/events", None).await;
    stream.next_named("admission").await;
    let said = "We are <b>late</b> & sorry";
    let answer = ana.post(&format!("/admissions/{id}/message"), json!({ "text": said })).await.expect(200);
    assert_eq!((&answer["message"]["text"], &answer["revision"]), (&json!(said), &json!(1)));
    assert_eq!((&answer["decided_by"], &answer["position"]), (&Value::Null, &json!(2)));
    assert_eq!(stream.next_named("admission").await.json()["message"], said);
    assert_eq!(kim.get("/me").await.expect(200)["message"], said);
    assert_eq!(guests[0].0.get("/me").await.expect(200)["message"], Value::Null, "nobody else reads it");
    assert_eq!(acts(&ana, id).await, ["admission_requested", "messaged"]);

    ana.post(&format!("/admissions/{id}/admit"), json!({ "revision": 1 })).await.expect(200);
    ana.post(&format!("/admissions/{id}/message"), json!({ "text": "Too late" })).await.expect(409);
}

#[tokio::test]
async fn a_message_to_all_reaches_whoever_waits_or_is_on_hold_and_nobody_else() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let guests = guests(&server, &ana, &room, &["Sam", "Kim", "Tom"]).await;
    let ids = ids(&guests);
    ana.post(&format!("/admissions/{}/hold", ids[1]), json!({ "message": "One moment" })).await.expect(200);
    assert_eq!(guests[1].0.get("/me").await.expect(200)["message"], "One moment");
    ana.post(&format!("/admissions/{}/admit", ids[2]), json!({})).await.expect(200);
    let told = ana.post(&format!("/rooms/{room}/message"), json!({ "text": "Ten minutes" })).await.expect(200);
    assert_eq!(told["told"], 2);
    for (guest, message) in [(0, json!("Ten minutes")), (1, json!("Ten minutes")), (2, Value::Null)] {
        assert_eq!(guests[guest].0.get("/me").await.expect(200)["message"], message);
    }
    let log = server.acts().await;
    assert_eq!(log.iter().filter(|act| *act == "messaged").count(), 3);
}

#[tokio::test]
async fn a_message_has_280_characters_as_people_count_them() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let (_, id) = server.guest(&ana, &room, "Sam").await;
    let path = format!("/admissions/{id}/message");
    ana.post(&path, json!({ "text": "é".repeat(280) })).await.expect(200);
    ana.post(&path, json!({ "text": "e\u{301}".repeat(280) })).await.expect(200);
    ana.post(&path, json!({ "text": "é".repeat(281) })).await.names("text");
    let heavy = format!("e{}", "\u{301}".repeat(2_000));
    ana.post(&path, json!({ "text": heavy })).await.names("text");
}

#[tokio::test]
async fn an_end_is_reconsidered_while_the_guest_is_there() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let guests = guests(&server, &ana, &room, &["Sam", "Kim", "Tom"]).await;
    let ids = ids(&guests);
    for id in &ids {
        ana.post(&format!("/admissions/{id}/deny"), json!({ "block": true })).await.expect(200);
    }
    server.moderation.clock.advance(SignedDuration::from_secs(11));
    ana.post(&format!("/admissions/{}/undo", ids[0]), json!({})).await.expect(409);
    let me = guests[0].0.get("/me").await.expect(200);
    assert_eq!((&me["state"], &me["ask_again_at"]), (&json!("denied"), &Value::Null), "for good");

    let back = ana.post(&format!("/admissions/{}/reconsider", ids[0]), json!({})).await.expect(200);
    assert_eq!((&back["state"], &back["position"]), (&json!("waiting"), &json!(1)), "at the old place");
    assert_eq!(guests[0].0.get("/me").await.expect(200)["state"], "waiting");
    let body = json!({ "admit": true, "role": "subscriber" });
    let entered = ana.post(&format!("/admissions/{}/reconsider", ids[1]), body).await.expect(200);
    assert_eq!((&entered["state"], &entered["role"]), (&json!("admitted"), &json!("subscriber")));
    guests[1].0.post("/me/token", json!({})).await.expect(200);
    assert_eq!(acts(&ana, ids[1]).await[1..], ["denied", "reconsidered", "admitted", "token_issued"]);

    server.moderation.clock.advance(SignedDuration::from_secs(60));
    let gone = ana.post(&format!("/admissions/{}/reconsider", ids[2]), json!({})).await.expect(409);
    assert_eq!(gone["type"], "urn:anteroom:problem:not-now");
    assert_eq!(state(&ana, ids[2]).await, "denied");
    guests[2].0.get("/me").await.expect(200);
    // A program's sign of life counts as a page's.
    ana.post(&format!("/admissions/{}/remove", ids[1]), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{}/reconsider", ids[1]), json!({})).await.expect(409);
}

#[tokio::test]
async fn whoever_asked_again_is_not_put_into_the_queue_a_second_time() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let (sam, first) = server.guest(&ana, &room, "Sam").await;
    sam.post("/me/withdraw", json!({})).await.expect(200);
    let entered = server.moderation.ask_again(None, first.parse().unwrap()).await.unwrap();
    assert_eq!(entered.admission.follows, Some(first.parse::<AdmissionId>().unwrap()));
    ana.post(&format!("/admissions/{first}/reconsider"), json!({})).await.expect(409);
    let waiting = ana.get(&format!("/rooms/{room}/admissions?state=waiting")).await.expect(200);
    assert_eq!(waiting["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn whoever_asks_again_twice_has_one_place_also_where_no_browser_is_known() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let (sam, first) = server.guest(&ana, &room, "Sam").await;
    sam.post("/me/withdraw", json!({})).await.expect(200);
    let first = first.parse().unwrap();
    let asks = async || server.moderation.ask_again(None, first).await.unwrap().admission;
    let (second, same) = (asks().await, asks().await);
    assert_eq!(second.id, same.id);
    server.moderation.withdraw(&anteroom::moderation::guest(&second, None), second.id).await.unwrap();
    let third = asks().await;
    assert_ne!(third.id, second.id, "a place that was given up is none");
    assert_eq!((third.state.as_str(), third.returning), ("waiting", true));
}

#[tokio::test]
async fn a_guest_is_moved_to_another_room_with_the_time_of_asking_and_the_ticket() {
    let server = Server::start().await;
    let (ana, ben) = (server.program("Ana").await, server.program("Ben").await);
    let (one, two, his) = (ana.room("One").await, ana.room("Two").await, ben.room("His").await);
    let (sam, id) = server.guest(&ana, &one, "Sam").await;
    server.moderation.clock.advance(SignedDuration::from_secs(5));
    let (_, later) = server.guest(&ana, &two, "Later").await;
    let before = ana.get(&format!("/admissions/{id}")).await.expect(200);
    for foreign in [his.as_str(), "01936d3e-0000-7000-8000-000000000000", one.as_str()] {
        ana.post(&format!("/admissions/{id}/transfer"), json!({ "room_id": foreign })).await.names("room_id");
    }
    let mut stream = sam.watches("/me/events", None).await;
    stream.next_named("admission").await;

    let moved = ana.post(&format!("/admissions/{id}/transfer"), json!({ "room_id": two })).await.expect(200);
    assert_eq!((&moved["room_id"], &moved["state"], &moved["follows"]), (&json!(two), &json!("waiting"), &json!(id)));
    assert_eq!((&moved["requested_at"], &moved["position"]), (&before["requested_at"], &json!(1)), "before {later}");
    let told = stream.next_named("admission").await.json();
    assert_eq!((&told["id"], &told["room_id"]), (&moved["id"], &json!(two)), "the stream goes on in the other room");
    let me = sam.get("/me").await.expect(200);
    assert_eq!((&me["id"], &me["state"]), (&moved["id"], &json!("waiting")));
    assert_eq!(state(&ana, &id).await, "expired");
    assert_eq!(acts(&ana, &id).await, ["admission_requested", "moved_away"]);
    assert_eq!(acts(&ana, &text(&moved["id"])).await, ["moved_in"]);

    ana.post(&format!("/admissions/{id}/transfer"), json!({ "room_id": two })).await.expect(409);
    ana.post(&format!("/admissions/{id}/reconsider"), json!({})).await.expect(409);
    ana.post(&format!("/admissions/{}/admit", text(&moved["id"])), json!({})).await.expect(200);
    sam.post("/me/token", json!({})).await.expect(200);
}

#[tokio::test]
async fn a_claim_is_shown_to_others_and_stops_nobody_from_deciding() {
    let server = Server::start().await;
    let (ana, eve) = (server.program("Ana").await, server.admin_program("Eve").await);
    let room = ana.room("Hall").await;
    let (_, id) = server.guest(&ana, &room, "Sam").await;
    let claimed = ana.post(&format!("/admissions/{id}/claim"), json!({})).await.expect(200);
    assert_eq!(claimed["claim"]["by"], "Ana");
    let late = eve.post(&format!("/admissions/{id}/claim"), json!({})).await.expect(409);
    assert!(text(&late["detail"]).contains("Ana"));
    server.moderation.clock.advance(SignedDuration::from_secs(121));
    assert_eq!(eve.get(&format!("/admissions/{id}")).await.expect(200)["claim"], Value::Null);
    assert_eq!(eve.post(&format!("/admissions/{id}/claim"), json!({})).await.expect(200)["claim"]["by"], "Eve");
    ana.post(&format!("/admissions/{id}/release"), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/claim"), json!({})).await.expect(200);
    eve.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{id}/claim"), json!({})).await.expect(409);
    assert_eq!(eve.get(&format!("/admissions/{id}")).await.expect(200)["claim"], Value::Null);
}

#[tokio::test]
async fn lists_are_narrowed_by_several_states_and_by_a_part_of_name_note_or_label() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hall").await;
    let guests = guests(&server, &ana, &room, &["Zoë Müller", "Kim", "Tom"]).await;
    ana.post(&format!("/admissions/{}/hold", guests[1].1), json!({})).await.expect(200);
    ana.post(&format!("/admissions/{}/admit", guests[2].1), json!({})).await.expect(200);
    let invite = ana.post(&format!("/rooms/{room}/invites"), json!({ "label": "Patients" })).await.expect(201);
    server.redeems(&invite, "Eva").await;
    let names = async |query: &str| {
        let list = ana.get(&format!("/rooms/{room}/admissions?{query}")).await.expect(200);
        list["items"].as_array().unwrap().iter().map(|item| text(&item["name"])).collect::<Vec<_>>()
    };
    assert_eq!(names("state=waiting,held").await, ["Zoë Müller", "Kim", "Eva"]);
    assert_eq!(names("q=zoe").await, ["Zoë Müller"]);
    assert_eq!(names("q=patient").await, ["Eva"]);
    assert_eq!(names("q=%25").await, [""; 0], "a sign of SQL is a sign like any other");
    assert_eq!(names("state=held,admitted&q=o").await, ["Tom"]);
    ana.get(&format!("/rooms/{room}/admissions?state=waiting,gone")).await.names("state");
}
