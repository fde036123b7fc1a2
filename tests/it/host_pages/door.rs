//! The rules of a room's door, from the host's side. Names begin with the point that they are about.

use anteroom::domain::admission::{Admission, Departure, State};
use anteroom::domain::preset::Preset;
use anteroom::domain::room::{Door, Settings, WhenHostsLeave};
use anteroom::moderation::RoomChange;
use jiff::SignedDuration;
use serde_json::json;

use crate::support::{Answer, Desk, Guest, Host, Server, open_invite};

const FORM: [(&str, &str); 4] =
    [("title", "Clinic"), ("host_label", ""), ("token_seconds", "120"), ("door", "trusted_enter")];

async fn sends(ana: &mut Host, changed: &[(&'static str, &str)]) -> Answer {
    let mut form: Vec<(&str, &str)> =
        FORM.into_iter().filter(|(name, _)| changed.iter().all(|(own, _)| own != name)).collect();
    form.extend(changed);
    let path = format!("/host/rooms/{}/settings", ana.room());
    ana.browser.post(&path, &form).await
}

async fn states(desk: &Desk, guests: &[&Admission]) -> Vec<&'static str> {
    let mut states = Vec::new();
    for guest in guests {
        states.push(desk.admission(guest.id).await.state.as_str());
    }
    states
}

async fn rules(desk: &Desk, wish: RoomChange) {
    desk.moderation.change_room(&desk.ana().actor, desk.room.id, wish).await.unwrap();
}

fn seconds(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

#[tokio::test]
async fn d1_a_changed_door_asks_what_becomes_of_those_who_wait_and_nobody_is_let_in_silently() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let (sam, kim, back) = (desk.asks("Sam").await, desk.asks("Kim").await, desk.asks("Back").await);
    let asked = sends(&mut ana, &[("door", "everyone_enters")]).await;
    assert_eq!((asked.status, asked.texts("h1")), (200, vec!["3 people are waiting.".to_owned()]));
    assert_eq!(asked.texts("main form button"), ["Keep them waiting", "Admit them"]);
    let saved = async || desk.moderation.store.room(desk.room.id).unwrap().unwrap().settings.door;
    assert_eq!(saved().await, Door::TrustedEnter, "nothing is saved before the answer");

    let as_of = asked.attribute("[name=as_of]", "value").unwrap();
    desk.moderation.clock.advance(seconds(1));
    let late = desk.asks("Late").await;
    desk.moderation.admit(&ana.actor, back.id, None, None).await.unwrap();
    desk.moderation.send_back(&ana.actor, back.id, None, None).await.unwrap();
    let admit = [("door", "everyone_enters"), ("as_of", &as_of), ("waiting", "admit")];
    sends(&mut ana, &admit).await.goes_to();
    assert_eq!(saved().await, Door::EveryoneEnters);
    assert_eq!(
        states(&desk, &[&sam, &kim, &late, &back]).await,
        ["admitted", "admitted", "waiting", "waiting"],
        "who came later, or was sent back later, is not swept along"
    );
    assert_eq!(desk.server.log_of(sam.id).await[1..], ["Ana admitted"]);

    sends(&mut ana, &[("door", "closed"), ("waiting", "keep")]).await.goes_to();
    assert_eq!(states(&desk, &[&late]).await, ["waiting"]);
    assert_eq!(
        sends(&mut ana, &[("door", "everyone_waits"), ("waiting", "admit")]).await.status,
        422,
        "admit, as of when?"
    );
    assert_eq!(saved().await, Door::Closed);
}

#[tokio::test]
async fn d1_a_program_that_opens_a_door_lets_in_nobody_unless_it_says_so() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Hearing").await;
    let guest = server.guest(&ana, &room, "Sam").await.1;
    let path = format!("/rooms/{room}");
    let renamed = ana.patch(&path, json!({ "title": "Trial" })).await.expect(200);
    assert_eq!(renamed["revision"], ana.get(&path).await.expect(200)["revision"], "as it is now, for the next change");
    let state = async || ana.get(&format!("/admissions/{guest}")).await.expect(200)["state"].clone();
    ana.patch(&path, json!({ "door": "everyone_enters" })).await.expect(200);
    assert_eq!(state().await, "waiting");
    ana.patch(&path, json!({ "door": "trusted_enter", "waiting": "all" })).await.names("waiting");
    ana.patch(&path, json!({ "door": "trusted_enter", "waiting": "admit" })).await.expect(200);
    assert_eq!(state().await, "admitted");
}

#[tokio::test]
async fn d1_the_lock_closes_the_door_and_opens_it_as_it_was() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    rules(&desk, RoomChange { door: Some(Door::EveryoneEnters), ..RoomChange::default() }).await;
    let path = format!("/host/rooms/{}/lock", desk.room.id);
    ana.browser.post(&path, &[("locked", "true")]).await.goes_to();
    assert!(ana.desk().await.contains("Open the door"));
    let saved = async || desk.moderation.store.room(desk.room.id).unwrap().unwrap().settings.door;
    assert_eq!(saved().await, Door::Closed);
    ana.browser.post(&path, &[("locked", "true")]).await.goes_to();
    ana.browser.post(&path, &[("locked", "false")]).await.goes_to();
    assert_eq!(saved().await, Door::EveryoneEnters);
    assert_eq!(ana.browser.post(&path, &[("locked", "ajar")]).await.status, 422);
    let log = desk.server.acts_in(desk.room.id).await;
    assert_eq!(log.iter().filter(|act| act.starts_with("door_")).count(), 2, "twice the same is once: {log:?}");
}

#[tokio::test]
async fn d5_each_wrong_rule_is_named_and_nothing_is_saved() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let before = desk.moderation.store.room(desk.room.id).unwrap();
    for (field, value) in [
        ("return_minutes", "241"),
        ("return_minutes", "-1"),
        ("gone_minutes", "0"),
        ("most_in_call", "0"),
        ("most_waiting", "many"),
        ("when_hosts_leave", "panic"),
    ] {
        let page = sends(&mut ana, &[(field, value)]).await;
        assert_eq!(page.status, 422, "{field}");
        assert_eq!(page.texts(".error").len(), 1);
        assert!(page.attribute(&format!("#{field}-error"), "id").is_some(), "{field}");
    }
    let long = "x".repeat(281);
    assert_eq!(sends(&mut ana, &[("closed_message", &long)]).await.status, 422);
    let ana = desk.server.program("Ben").await;
    let room = ana.room("Hearing").await;
    let path = format!("/rooms/{room}");
    for (field, value) in [
        ("return_minutes", json!(241)),
        ("gone_minutes", json!(0)),
        ("most_in_call", json!(0)),
        ("most_waiting", json!(100_001)),
        ("when_hosts_leave", json!("panic")),
        ("preset", json!("party")),
        ("questions", json!([{ "text": "", "kind": "text" }])),
        ("owner", json!("ana@example.org")),
    ] {
        let mut body = serde_json::Map::new();
        body.insert(field.to_owned(), value);
        ana.patch(&path, body.into()).await.names(field);
    }
    assert_eq!(desk.moderation.store.room(desk.room.id).unwrap(), before);
}

#[tokio::test]
async fn d7_a_preset_fills_the_form_and_saves_nothing_until_it_is_sent() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let before = desk.moderation.store.room(desk.room.id).unwrap().unwrap();
    let page = sends(&mut ana, &[("preset", "court")]).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.texts("[role=status] p"), ["Filled in for: Court. Nothing is saved yet."]);
    assert_eq!(page.attribute("#return_minutes", "value").as_deref(), Some("0"));
    assert_eq!(page.attribute("#title", "value").as_deref(), Some("Clinic"), "what was typed is kept");
    assert!(page.attribute("[name=door][value=everyone_waits]", "checked").is_some());
    let meaning = page.texts("#meaning li").join(" ");
    assert!(
        meaning.contains("Everybody waits until a host admits them. Whoever leaves the call asks again."),
        "{meaning}"
    );
    assert_eq!(desk.moderation.store.room(desk.room.id).unwrap().unwrap(), before);
    assert_eq!(sends(&mut ana, &[("preset", "party")]).await.status, 422);
}

#[tokio::test]
async fn d7_a_room_can_be_made_with_the_rules_of_any_preset() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    for preset in Preset::ALL {
        let made = ana.browser.post("/host/rooms", &[("title", "Room"), ("preset", preset.as_str())]).await;
        let id = made.goes_to().rsplit('/').next().unwrap().parse().unwrap();
        let room = server.moderation.store.room(id).unwrap().unwrap();
        assert_eq!(room.settings, preset.fill(Settings::default()), "{preset:?}");
    }
    let program = server.program("Ben").await;
    let body = json!({ "title": "Room", "preset": "webinar", "return_minutes": 7 });
    let room = program.post("/rooms", body).await.expect(201);
    assert_eq!((&room["door"], &room["return_minutes"]), (&json!("everyone_enters"), &json!(7)));
}

#[tokio::test]
async fn d4_a_host_s_arrival_lets_nobody_in_unless_the_room_says_so() {
    for wanted in [false, true] {
        let desk = Desk::open().await;
        rules(&desk, RoomChange { admit_on_arrival: Some(wanted), ..RoomChange::default() }).await;
        let (sam, kim) = (desk.asks("Sam").await, desk.asks("Kim").await);
        desk.moderation.hold(&desk.ana().actor, kim.id, None, None).await.unwrap();
        desk.moderation.look_for_hosts().await.unwrap();
        assert_eq!(states(&desk, &[&sam]).await, ["waiting"], "nobody is there yet");
        desk.ana().desk().await;
        desk.moderation.look_for_hosts().await.unwrap();
        let expected = if wanted { "admitted" } else { "waiting" };
        assert_eq!(states(&desk, &[&sam, &kim]).await, [expected, "held"]);
        let later = desk.asks("Late").await;
        desk.moderation.look_for_hosts().await.unwrap();
        assert_eq!(states(&desk, &[&later]).await, ["waiting"], "an arrival is once");
    }
}

#[tokio::test]
async fn d4_where_one_comes_at_a_time_an_arrival_lets_in_the_first_who_is_there_and_nobody_beside_another() {
    for taken in [false, true] {
        let desk = Desk::open().await;
        let wish = RoomChange { admit_on_arrival: Some(true), one_at_a_time: Some(true), ..RoomChange::default() };
        rules(&desk, wish).await;
        let away = desk.asks("Away").await;
        desk.moderation.clock.advance(seconds(30));
        let (sam, kim, eve) = (desk.asks("Sam").await, desk.asks("Kim").await, desk.asks("Eve").await);
        if taken {
            desk.moderation.admit(&desk.ana().actor, eve.id, None, None).await.unwrap();
        }
        desk.ana().desk().await;
        desk.moderation.look_for_hosts().await.unwrap();
        let first = if taken { "waiting" } else { "admitted" };
        assert_eq!(states(&desk, &[&away, &sam, &kim]).await, ["waiting", first, "waiting"]);
    }
}

#[tokio::test]
async fn d4_a_host_without_scripts_may_be_gone_for_a_minute() {
    let desk = Desk::open().await;
    rules(&desk, RoomChange { when_hosts_leave: Some(WhenHostsLeave::End), ..RoomChange::default() }).await;
    let sam = desk.asks("Sam").await;
    desk.moderation.admit(&desk.ana().actor, sam.id, None, None).await.unwrap();
    desk.ana().desk().await;
    desk.moderation.look_for_hosts().await.unwrap();
    for (pause, expected) in [(45, "admitted"), (20, "left")] {
        desk.moderation.clock.advance(seconds(pause));
        desk.moderation.look_for_hosts().await.unwrap();
        assert_eq!(states(&desk, &[&sam]).await, [expected]);
    }
}

#[tokio::test]
async fn d4_when_the_last_host_has_been_gone_for_a_minute_the_room_s_rule_comes_true() {
    for (rule, sam_is, kim_is) in [
        (WhenHostsLeave::GoOn, "admitted", "admitted"),
        (WhenHostsLeave::Pause, "waiting", "waiting"),
        (WhenHostsLeave::End, "left", "left"),
    ] {
        let desk = Desk::open().await;
        rules(&desk, RoomChange { when_hosts_leave: Some(rule), ..RoomChange::default() }).await;
        let (sam, kim, eve) = (desk.asks("Sam").await, desk.asks("Kim").await, desk.asks("Eve").await);
        for guest in [&kim, &sam] {
            desk.moderation.admit(&desk.ana().actor, guest.id, None, None).await.unwrap();
        }
        let stream = desk.ana().watches(None).await;
        desk.moderation.look_for_hosts().await.unwrap();
        desk.moderation.clock.advance(seconds(300));
        desk.moderation.look_for_hosts().await.unwrap();
        assert_eq!(states(&desk, &[&sam]).await, ["admitted"], "an open desk is a host");
        drop(stream);
        desk.moderation.look_for_hosts().await.unwrap();
        desk.moderation.clock.advance(seconds(61));
        // The server notices a closed stream with its next event.
        while desk.moderation.presence.is_host_at(desk.room.id) {
            desk.moderation.hub.notify(anteroom::live::Topic::Room(desk.room.id));
            desk.asks("Knock").await;
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            desk.moderation.clock.advance(seconds(61));
            desk.moderation.look_for_hosts().await.unwrap();
        }
        desk.moderation.clock.advance(seconds(61));
        desk.moderation.look_for_hosts().await.unwrap();
        assert_eq!(states(&desk, &[&sam, &kim, &eve]).await, [sam_is, kim_is, "waiting"], "{rule:?}");
        let after = desk.admission(sam.id).await;
        if rule == WhenHostsLeave::Pause {
            let queue = desk.moderation.store.queue(desk.room.id).unwrap();
            assert_eq!(queue[..3], [sam.id, kim.id, eve.id], "the order is kept, before those who waited");
            assert_eq!(after.generation, 2, "tokens stop counting");
        }
        if rule == WhenHostsLeave::End {
            assert!(matches!(after.state, State::Left { how: Departure::Ended, .. }));
        }
        assert!(desk.server.acts_in(desk.room.id).await.contains(&"hosts_gone".to_owned()));
    }
}

#[tokio::test]
async fn d6_next_admits_the_first_who_is_there_and_moves_the_present_one_out_once() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    rules(&desk, RoomChange { one_at_a_time: Some(true), ..RoomChange::default() }).await;
    let away = desk.asks("Away").await;
    desk.moderation.clock.advance(seconds(30));
    let (sam, kim, eve) = (desk.asks("Sam").await, desk.asks("Kim").await, desk.asks("Eve").await);
    let page = ana.browser.get(&format!("/host/rooms/{}", desk.room.id)).await;
    assert_eq!(page.texts(".desk-head button")[0], "Next");
    let path = format!("/host/rooms/{}/next", desk.room.id);
    ana.browser.post(&path, &[("move_out", "true")]).await.goes_to();
    assert_eq!(states(&desk, &[&away, &sam, &kim]).await, ["waiting", "admitted", "waiting"]);
    // Twice pressed, or by two hosts at once.
    ana.browser.post(&path, &[("move_out", "true")]).await.goes_to();
    assert_eq!(states(&desk, &[&sam, &kim]).await, ["admitted", "waiting"], "one press");
    desk.moderation.clock.advance(seconds(5));
    ana.browser.post(&path, &[("move_out", "true")]).await.goes_to();
    assert_eq!(states(&desk, &[&sam, &kim, &eve]).await, ["left", "admitted", "waiting"]);
    assert!(matches!(desk.admission(sam.id).await.state, State::Left { how: Departure::Finished, .. }));
    desk.moderation.clock.advance(seconds(60));
    let nobody = ana.browser.post(&path, &[("move_out", "true")]).await;
    assert_eq!(nobody.status, 409, "Eve is away by now");
    assert!(nobody.body.contains("Nobody who waits is there. Nothing was changed."));
    assert_eq!(states(&desk, &[&kim, &eve]).await, ["admitted", "waiting"]);
}

#[tokio::test]
async fn d6_whoever_entered_directly_was_nobody_s_next() {
    let desk = Desk::open().await;
    rules(&desk, RoomChange { door: Some(Door::EveryoneWaits), ..RoomChange::default() }).await;
    let sam = desk.asks("Sam").await;
    rules(&desk, RoomChange { door: Some(Door::EveryoneEnters), ..RoomChange::default() }).await;
    let kim = desk.asks("Kim").await;
    assert_eq!(states(&desk, &[&sam, &kim]).await, ["waiting", "admitted"]);
    let next = desk.moderation.next(&desk.ana().actor, desk.room.id, false).await.unwrap();
    assert_eq!(next.id, sam.id);
}

#[tokio::test]
async fn j3_questions_are_set_line_by_line_and_what_is_wrong_is_said_there() {
    let server = Server::start().await;
    let mut ana = server.host_with_room("Ana").await;
    let path = format!("/host/rooms/{}/questions", ana.room());
    assert_eq!(ana.browser.get(&path).await.texts("fieldset").len(), 5);
    let wrong = "text=&kind=text&choices=&text=Plan%3F&kind=choice&choices=Basic&required=2";
    let page = ana.browser.post_encoded(&path, wrong).await;
    assert_eq!((page.status, page.texts("#question-2-error").len()), (422, 1));
    assert_eq!(page.attribute("#text-2", "value").as_deref(), Some("Plan?"));
    let right = "text=&kind=text&choices=&text=Plan%3F&kind=choice&choices=Basic%2C+Plus&required=2";
    let page = ana.browser.post_encoded(&path, right).await.goes_to().to_owned();
    assert_eq!(ana.browser.get(&page).await.attribute("#choices-1", "value").as_deref(), Some("Basic, Plus"));
    let room = server.moderation.store.room(ana.room()).unwrap().unwrap();
    assert_eq!((room.settings.questions.len(), room.settings.questions[0].required), (1, true));
    let link = server.link(&ana, open_invite()).await;
    let mut browser = server.browser();
    assert_eq!(browser.post(&link, &[("name", "Sam")]).await.status, 422);
    let answer = browser.post(&link, &[("name", "Sam"), ("answer_1", "Plus")]).await;
    let sam = Guest { here: answer.goes_to().to_owned(), browser };
    assert_eq!(sam.admission(&server).await.answers[0].answer, "Plus");
}
