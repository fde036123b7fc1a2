//! The reader of messages, and what a page that talks nonsense gets to hear. Nobody else notices.

use anteroom::domain::role::Role;
use anteroom::video::local::protocol::{ClientMessage, ProtocolError, read};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::{Value, json};

use super::hall::{Hall, until};
use super::page::{Page, publish_message};
use super::peer::{Publisher, Publishing};

const MALFORMED: &[&str] = &[
    "",
    "x",
    "null",
    "[]",
    "{}",
    r#"["subscribe","s"]"#,
    r#"{"t":"subscribe"}"#,
    r#"{"t":"subscribe","stream":7}"#,
    r#"{"t":"subscribe","stream":null}"#,
    r#"{"t":"subscribe","stream":""}"#,
    r#"{"t":"subscribe","stream":"a b"}"#,
    r#"{"t":"subscribe","stream":"s","more":1}"#,
    r#"{"t":"subscribe","stream":"s","stream":"t"}"#,
    r#"{"t":"subscribe","t":"subscribe","stream":"s"}"#,
    r#"{"t":"Subscribe","stream":"s"}"#,
    r#"{"t":"welcome"}"#,
    r#"{"t":7}"#,
    r#"{"t":"set","stream":"s"}"#,
    r#"{"t":"set","stream":"s","audio":"no"}"#,
    r#"{"t":"layer","stream":"s","rid":"m"}"#,
    r#"{"t":"muteAll"}"#,
    r#"{"t":"muteAll","except":"s"}"#,
    r#"{"t":"muteAll","except":[7]}"#,
    r#"{"t":"signal","kind":"","data":"x"}"#,
    r#"{"t":"signal","kind":"chat","data":{}}"#,
    r#"{"t":"publish","ref":"r","sdp":"v=0","name":"window","audio":true,"video":true}"#,
    r#"{"t":"publish","ref":"r","sdp":"v=0","name":"camera","audio":1,"video":true}"#,
    r#"{"t":"connect","token":"x","v":-1}"#,
];

#[test]
fn malformed_messages_are_refused() {
    for text in MALFORMED {
        assert_eq!(read(text), Err(ProtocolError::BadMessage), "{text}");
    }
    let deep = "[".repeat(50_000);
    assert_eq!(read(&format!(r#"{{"t":"subscribe","stream":{deep}"#)), Err(ProtocolError::BadMessage));
}

#[test]
fn every_text_has_its_limit() {
    let large = |message: Value| assert_eq!(read(&message.to_string()), Err(ProtocolError::TooLarge));
    large(json!({"t": "connect", "token": "x".repeat(8_193), "v": 1}));
    large(json!({"t": "answer", "conn": "c", "sdp": "x".repeat(65_537)}));
    large(json!({"t": "signal", "kind": "k", "data": "x".repeat(8_193)}));
    large(json!({"t": "muteAll", "except": vec!["s"; 101]}));
    large(json!({"t": "answer", "conn": "c", "sdp": "x".repeat(1_000_000)}));
    let fits = json!({"t": "answer", "conn": "c".repeat(64), "sdp": "x".repeat(65_536)}).to_string();
    assert!(matches!(read(&fits), Ok(ClientMessage::Answer { .. })));
    assert_eq!(read(&fits.replace("cccc", "ccccc")), Err(ProtocolError::BadMessage), "an id of more than 64");
}

/// Messages as a page might send them, and as it should not.
fn some_message() -> impl Strategy<Value = Value> {
    let t = prop::sample::select(vec![
        "connect",
        "publish",
        "unpublish",
        "subscribe",
        "unsubscribe",
        "answer",
        "set",
        "layer",
        "signal",
        "disconnect",
        "mute",
        "muteAll",
        "stopPublishing",
        "welcome",
        "",
        "x",
    ]);
    let field = prop::sample::select(vec![
        "token",
        "v",
        "ref",
        "sdp",
        "name",
        "audio",
        "video",
        "stream",
        "conn",
        "rid",
        "to",
        "kind",
        "data",
        "connection",
        "except",
        "more",
    ]);
    let value = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z0-9-]{0,70}".prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        prop::collection::vec("[a-z]{0,9}", 0..4).prop_map(Value::from),
        Just(json!({"a": {"b": []}})),
    ];
    (t, prop::collection::vec((field, value), 0..7)).prop_map(|(t, fields)| {
        let mut message: serde_json::Map<String, Value> =
            fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        message.insert("t".to_owned(), t.into());
        message.into()
    })
}

/// 2,000, or as many as `PROPTEST_CASES` says.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn any_text_is_a_message_or_an_error_and_never_a_crash(text in ".{0,200}") {
        prop_assert!(read(&text).is_err());
    }

    #[test]
    fn any_object_is_a_message_or_an_error_and_what_is_read_is_what_was_said(message in some_message()) {
        if let Ok(read) = read(&message.to_string()) {
            prop_assert_eq!(read.op(), message["t"].as_str().unwrap());
        }
    }
}

/// Two people in a call that must not notice anything.
struct Others {
    hall: Hall,
    ana: Page,
    ben: Page,
    _media: Publisher,
    view: super::peer::Viewer,
}

impl Others {
    async fn meet() -> Self {
        let hall = Hall::open().await;
        let mut ana = hall.connect("s", Role::Publisher, "ana").await;
        let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
        let media = ana.publish(Publishing::default()).await;
        let view = ben.watch_next().await;
        Self { hall, ana, ben, _media: media, view }
    }

    async fn are_undisturbed(&mut self) {
        let frames = self.view.tally.frames();
        until("frames go on", || self.view.tally.frames() >= frames + 10).await;
        for page in [&mut self.ana, &mut self.ben] {
            page.settle().await;
            let comings = ["joined", "left"];
            let others = page.heard().into_iter().filter(|told| !comings.contains(&told["t"].as_str().unwrap()));
            assert_eq!(others.collect::<Vec<Value>>(), Vec::<Value>::new());
        }
    }
}

#[tokio::test]
async fn each_malformed_message_gets_its_code_and_too_many_end_the_connection() {
    let mut others = Others::meet().await;
    let mut eve = others.hall.connect("s", Role::Moderator, "eve").await;
    for text in MALFORMED {
        eve.send_text(text).await;
        let error = eve.next("error").await;
        assert_eq!((&error["code"], &error["op"]), (&json!("bad_message"), &json!("")), "{text}");
    }
    eve.send_bytes(vec![1, 2, 3]).await;
    assert_eq!(eve.error().await, "bad_message");
    for _ in 0..30 {
        eve.send_text("x").await;
    }
    assert_eq!(eve.next("disconnected").await["reason"], "misbehaved");
    assert_eq!(eve.is_closed().await, 4003);
    others.are_undisturbed().await;
}

#[tokio::test]
async fn what_comes_before_connect_or_twice_is_refused() {
    let hall = Hall::open().await;
    let first = [
        (json!({"t": "subscribe", "stream": "s"}), "not_connected"),
        (json!({"t": "connect", "token": "s|publisher|ana|1", "v": 2}), "unsupported_version"),
        (json!({"t": "connect", "token": "s|publisher|ana|1"}), "bad_message"),
        (json!({"t": "connect", "token": "x".repeat(9_000), "v": 1}), "too_large"),
        (json!("connect"), "bad_message"),
    ];
    for (message, code) in first {
        let mut page = Page::open(hall.web).await;
        assert_eq!(page.refused(message.clone()).await, code, "{message}");
        assert_eq!(page.is_closed().await, 4000);
    }
    let silent = Page::open(hall.web).await;
    assert_eq!(silent.is_closed().await, 1008, "nothing said in time");

    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let again = json!({"t": "connect", "token": "s|moderator|ana|2", "v": 1});
    assert_eq!(ana.refused(again).await, "already_connected");
    assert_eq!(hall.session.list("s").await.unwrap()[0].role, Role::Publisher);
}

#[tokio::test]
async fn bad_session_descriptions_are_refused_and_the_next_good_one_works() {
    let mut others = Others::meet().await;
    let mut eve = others.hall.connect("s", Role::Publisher, "eve").await;
    let (_, offer) = Publisher::offer(Publishing::default());
    let (_, simulcast) = Publisher::offer(Publishing::simulcast());
    let bad = [
        "v=0".to_owned(),
        "nonsense".to_owned(),
        String::new(),
        offer.replace("a=sendonly", "a=sendrecv"),
        offer.replace("a=sendonly", "a=recvonly"),
        offer.replace("a=fingerprint", "a=f"),
        offer.replace("VP8/90000", "H264/90000"),
        offer.replacen("m=audio", "m=application", 1),
        offer.replace("a=ice-ufrag", "a=x"),
        simulcast.replace("a=rid:h", "a=rid:q").replace("l;h", "l;q"),
        format!("{offer}{}", &offer[offer.find("m=video").unwrap()..]),
    ];
    for (number, sdp) in bad.iter().enumerate() {
        let code = eve.refused(publish_message(sdp)).await;
        assert_eq!(code, "bad_sdp", "number {number}");
    }
    for cut in (0..offer.len()).step_by(131) {
        eve.send(publish_message(&offer[..cut])).await;
    }
    eve.settle().await;
    while eve.take("published").is_some() {}
    others.are_undisturbed_but_for_streams().await;
}

impl Others {
    /// A description that was cut may still be one: what matters is that nothing breaks.
    async fn are_undisturbed_but_for_streams(&mut self) {
        let frames = self.view.tally.frames();
        until("frames go on", || self.view.tally.frames() >= frames + 10).await;
        let mut zoe = self.hall.connect("s", Role::Publisher, "zoe").await;
        let _media = zoe.publish(Publishing::default()).await;
        let view = self.ben.watch_next().await;
        until("frames", || view.tally.frames() >= 5).await;
    }
}

#[tokio::test]
async fn bad_answers_end_only_the_subscription() {
    let mut others = Others::meet().await;
    let mut eve = others.hall.connect("s", Role::Subscriber, "eve").await;
    let stream = others._media.stream.clone();
    for answer in ["", "v=0", "nonsense"] {
        eve.send(json!({"t": "subscribe", "stream": stream})).await;
        let conn = eve.next("offer").await["conn"].clone();
        eve.send(json!({"t": "answer", "conn": conn, "sdp": answer})).await;
        assert_eq!(eve.next("closed").await["conn"], conn);
        assert_eq!(eve.error().await, "bad_sdp");
        assert_eq!(eve.refused(json!({"t": "answer", "conn": conn, "sdp": answer})).await, "not_found");
    }
    let view = eve.watch(&stream).await;
    until("frames", || view.tally.frames() >= 5).await;
    others.are_undisturbed().await;
}

#[tokio::test]
async fn a_megabyte_is_refused_and_the_socket_closed() {
    let mut others = Others::meet().await;
    let mut eve = others.hall.connect("s", Role::Publisher, "eve").await;
    eve.send(publish_message(&"a".repeat(70_000))).await;
    assert_eq!(eve.error().await, "too_large", "within a frame, beyond an SDP: the connection stays");
    eve.settle().await;
    eve.send(publish_message(&"a".repeat(1_000_000))).await;
    assert_eq!(eve.error().await, "too_large");
    assert_eq!(eve.is_closed().await, 1009);
    others.are_undisturbed().await;
}

#[tokio::test]
async fn a_third_stream_and_a_flood_are_refused() {
    let mut others = Others::meet().await;
    let mut eve = others.hall.connect("s", Role::Publisher, "eve").await;
    let (_, offer) = Publisher::offer(Publishing::default());
    for _ in 0..2 {
        eve.send(publish_message(&offer)).await;
        eve.next("published").await;
    }
    assert_eq!(eve.refused(publish_message(&offer)).await, "too_many_streams");
    for _ in 0..100 {
        eve.send(json!({"t": "signal", "kind": "k", "data": "x"})).await;
    }
    assert_eq!(eve.error().await, "too_fast");
    assert_eq!(eve.next("disconnected").await["reason"], "misbehaved");
    let frames = others.view.tally.frames();
    until("frames go on", || others.view.tally.frames() >= frames + 10).await;
    others.ben.settle().await;
    let signals = others.ben.heard().iter().filter(|told| told["t"] == "signal").count();
    assert!((1..100).contains(&signals), "{signals}");
}

#[tokio::test]
async fn random_sequences_of_messages_disturb_nobody() {
    let mut others = Others::meet().await;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let stranger = some_message();
    for round in 0..8 {
        let mut eve = others.hall.connect("other", Role::ALL[round % 4], "eve").await;
        for _ in 0..60 {
            let message = stranger.new_tree(&mut runner).unwrap().current();
            eve.send(message).await;
        }
        eve.vanish();
    }
    others.are_undisturbed().await;
    assert_eq!(others.hall.session.list("s").await.unwrap().len(), 2);
}
