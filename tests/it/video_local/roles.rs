//! Who gets in, as what, and what each role may do. Pages here say whatever they like; the server decides.

use anteroom::domain::role::Role;
use serde_json::{Value, json};

use super::hall::{Hall, token, until};
use super::page::publish_message;
use super::peer::{Publisher, Publishing};

#[tokio::test]
async fn the_welcome_states_the_role_of_the_token_and_what_it_permits() {
    let hall = Hall::open().await;
    let expected = [
        (Role::Subscriber, [false, true, true, false]),
        (Role::Publisher, [true, true, true, false]),
        (Role::PublisherOnly, [true, false, false, false]),
        (Role::Moderator, [true, true, true, true]),
    ];
    for (role, may) in expected {
        let page = hall.connect("s", role, role.as_str()).await;
        assert_eq!(page.welcome["role"], role.as_str());
        let stated = ["publish", "subscribe", "signal", "moderate"].map(|right| &page.welcome["capabilities"][right]);
        assert_eq!(stated, may.map(Value::from).each_ref());
    }
}

#[tokio::test]
async fn a_viewer_cannot_publish_nor_moderate() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut eve = hall.connect("s", Role::Subscriber, "eve").await;
    let from_ana = ana.publish(Publishing::default()).await;
    eve.next("streamCreated").await;
    let (_, offer) = Publisher::offer(Publishing::default());
    let stream = &from_ana.stream;
    for message in [
        publish_message(&offer),
        json!({"t": "unpublish", "stream": stream}),
        json!({"t": "set", "stream": stream, "audio": false}),
        json!({"t": "disconnect", "connection": ana.id()}),
        json!({"t": "mute", "stream": stream}),
        json!({"t": "muteAll", "except": []}),
        json!({"t": "stopPublishing", "stream": stream}),
    ] {
        assert_eq!(eve.refused(message.clone()).await, "not_allowed", "{message}");
    }
    ana.settle().await;
    let told: Vec<Value> = ana.heard();
    assert!(told.iter().all(|message| message["t"] == "joined"), "ana must not notice any of it: {told:?}");
    let view = eve.watch(stream).await;
    until("frames and sounds", || view.tally.frames() >= 5 && view.tally.sounds() >= 5).await;
}

#[tokio::test]
async fn a_speaker_cannot_moderate_nor_touch_what_belongs_to_others() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Publisher, "ben").await;
    let mut cleo = hall.connect("s", Role::Subscriber, "cleo").await;
    let from_ana = ana.publish(Publishing::default()).await;
    ben.next("streamCreated").await;
    let stream = cleo.next("streamCreated").await["stream"].clone();
    cleo.send(json!({"t": "subscribe", "stream": stream})).await;
    let offer = cleo.next("offer").await;

    for message in [
        json!({"t": "disconnect", "connection": ana.id()}),
        json!({"t": "mute", "stream": from_ana.stream}),
        json!({"t": "muteAll", "except": []}),
        json!({"t": "stopPublishing", "stream": from_ana.stream}),
        json!({"t": "set", "stream": from_ana.stream, "audio": false}),
        json!({"t": "unpublish", "stream": from_ana.stream}),
    ] {
        assert_eq!(ben.refused(message.clone()).await, "not_allowed", "{message}");
    }
    for message in [
        json!({"t": "answer", "conn": offer["conn"], "sdp": "v=0"}),
        json!({"t": "layer", "stream": stream, "rid": "l"}),
        json!({"t": "unsubscribe", "stream": stream}),
    ] {
        assert_eq!(ben.refused(message.clone()).await, "not_found", "{message}");
    }
    assert_eq!(ana.refused(json!({"t": "subscribe", "stream": from_ana.stream})).await, "not_allowed", "one's own");
}

#[tokio::test]
async fn a_presenter_only_is_seen_and_sees_nobody() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let from_ana = ana.publish(Publishing::default()).await;
    let watched = ben.watch_next().await;
    until("ana's stream flows", || watched.tally.frames() > 0).await;

    let mut pia = hall.connect("s", Role::PublisherOnly, "pia").await;
    assert_eq!(pia.welcome["connections"], json!([]));
    assert_eq!(pia.welcome["streams"], json!([]));
    let from_pia = pia.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    until("pia is seen", || view.tally.frames() >= 5).await;

    assert_eq!(pia.refused(json!({"t": "subscribe", "stream": from_ana.stream})).await, "not_allowed");
    assert_eq!(pia.refused(json!({"t": "signal", "kind": "chat", "data": "hello"})).await, "not_allowed");
    assert_eq!(ben.refused(json!({"t": "signal", "to": pia.id(), "kind": "chat", "data": "x"})).await, "not_allowed");
    ben.send(json!({"t": "signal", "kind": "chat", "data": "to all"})).await;
    assert_eq!(ana.next("signal").await["data"], "to all");
    drop(from_ana);
    ana.leave().await;
    ben.next("left").await;
    pia.send(json!({"t": "set", "stream": from_pia.stream, "audio": false})).await;
    pia.next("streamChanged").await;
    assert_eq!(pia.heard(), Vec::<Value>::new(), "nothing of others ever reached pia");
}

#[tokio::test]
async fn a_moderator_of_another_session_finds_nobody() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("one", Role::Publisher, "ana").await;
    let mut ben = hall.connect("one", Role::Subscriber, "ben").await;
    let mut max = hall.connect("two", Role::Moderator, "max").await;
    let from_ana = ana.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    for message in [
        json!({"t": "disconnect", "connection": ana.id()}),
        json!({"t": "mute", "stream": from_ana.stream}),
        json!({"t": "stopPublishing", "stream": from_ana.stream}),
        json!({"t": "subscribe", "stream": from_ana.stream}),
        json!({"t": "set", "stream": from_ana.stream, "audio": false}),
        json!({"t": "signal", "to": ana.id(), "kind": "chat", "data": "x"}),
    ] {
        assert_eq!(max.refused(message.clone()).await, "not_found", "{message}");
    }
    max.send(json!({"t": "muteAll", "except": []})).await;
    max.settle().await;
    let sounds = view.tally.sounds();
    until("ana is heard all the same", || view.tally.sounds() >= sounds + 10).await;
}

#[tokio::test]
async fn tokens_that_do_not_count_are_refused_with_the_reason() {
    let hall = Hall::open().await;
    assert_eq!(hall.refused("nonsense").await, "token_invalid");
    assert_eq!(hall.refused("expired").await, "token_expired");
    assert_eq!(hall.refused("old").await, "token_voided");
    assert_eq!(hall.refused("locked").await, "unavailable");
    hall.is_empty().await;
}

#[tokio::test]
async fn a_newer_generation_replaces_the_older_which_does_not_come_back_meanwhile() {
    let hall = Hall::open().await;
    let mut viewer = hall.connect_with(&token("s", Role::Subscriber, "ana", 1)).await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let mut speaker = hall.connect_with(&token("s", Role::Publisher, "ana", 2)).await;
    assert_eq!(viewer.next("disconnected").await["reason"], "replaced");
    assert_eq!(viewer.is_closed().await, 4002);
    assert_eq!(ben.next("left").await["reason"], "replaced");
    assert_eq!(ben.next("joined").await["role"], "publisher");

    assert_eq!(hall.refused(&token("s", Role::Subscriber, "ana", 1)).await, "token_voided");
    let _seen = speaker.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;
}

#[tokio::test]
async fn the_same_token_from_a_second_tab_takes_over_from_the_first() {
    let hall = Hall::open().await;
    let mut first = hall.connect("s", Role::Publisher, "ana").await;
    let _media = first.publish(Publishing::default()).await;
    let second = hall.connect("s", Role::Publisher, "ana").await;
    assert_eq!(first.next("disconnected").await["reason"], "replaced");
    let listed = hall.session.list("s").await.unwrap();
    assert_eq!(listed.iter().map(|it| it.connection.clone()).collect::<Vec<_>>(), [second.id()]);
    assert!(listed[0].streams.is_empty());
}

#[tokio::test]
async fn signals_reach_those_they_are_for() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let mut cleo = hall.connect("s", Role::Moderator, "cleo").await;
    ben.send(json!({"t": "signal", "to": ana.id(), "kind": "hand", "data": "{\"up\":true}"})).await;
    let signal = ana.next("signal").await;
    assert_eq!((&signal["from"], &signal["data"]), (&json!(ben.id()), &json!("{\"up\":true}")));
    cleo.settle().await;
    assert!(cleo.take("signal").is_none());
}
