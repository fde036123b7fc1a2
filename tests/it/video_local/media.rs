//! Frames arrive, and only where they should.

use anteroom::domain::role::Role;
use serde_json::json;

use super::hall::{Hall, until};
use super::link::Link;
use super::peer::{Publishing, Seen, Viewer};

#[tokio::test]
async fn everybody_who_may_see_sees_and_hears_everybody_who_publishes() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Moderator, "ana").await;
    let mut ben = hall.connect("s", Role::Publisher, "ben").await;
    let mut eve = hall.connect("s", Role::Subscriber, "eve").await;
    let _from_ana = ana.publish(Publishing::default()).await;
    let _from_ben = ben.publish(Publishing::default()).await;

    let views = [
        ana.watch_next().await, // ben
        ben.watch_next().await, // ana
        eve.watch_next().await,
        eve.watch_next().await,
    ];
    for view in &views {
        until("20 frames and 20 sounds", || view.tally.frames() >= 20 && view.tally.sounds() >= 20).await;
        assert!(view.tally.seen()[0].keyframe, "the first frame must be one that a decoder can begin with");
    }
}

#[tokio::test]
async fn a_late_comer_is_told_of_streams_and_people_and_can_watch_at_once() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let from_ana = ana.publish(Publishing::default()).await;
    ben.next("streamCreated").await;

    let mut cleo = hall.connect("s", Role::Subscriber, "cleo").await;
    assert_eq!(cleo.welcome["streams"][0]["stream"], from_ana.stream);
    assert_eq!(cleo.welcome["streams"][0]["person"], "ana");
    assert_eq!(cleo.welcome["connections"].as_array().unwrap().len(), 2);
    assert_eq!(ana.next("joined").await["person"], "ben");
    assert_eq!(ana.next("joined").await["person"], "cleo");
    let view = cleo.watch(&from_ana.stream).await;
    until("frames", || view.tally.frames() >= 5).await;
}

#[tokio::test]
async fn sessions_do_not_hear_of_one_another() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("one", Role::Publisher, "ana").await;
    let mut ben = hall.connect("two", Role::Publisher, "ben").await;
    let mut cleo = hall.connect("one", Role::Subscriber, "cleo").await;
    let from_ana = ana.publish(Publishing::default()).await;
    cleo.next("streamCreated").await;
    assert_eq!(ben.refused(json!({"t": "subscribe", "stream": from_ana.stream})).await, "not_found");
    assert_eq!(ben.heard(), Vec::<serde_json::Value>::new());
}

#[tokio::test]
async fn media_sent_on_a_receiving_connection_goes_nowhere() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut eve = hall.connect("s", Role::Subscriber, "eve").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let from_ana = ana.publish(Publishing::default()).await;
    let stream = eve.next("streamCreated").await["stream"].as_str().unwrap().to_owned();
    let watched = ben.watch(&stream).await;

    eve.send(json!({"t": "subscribe", "stream": stream})).await;
    let offer = eve.next("offer").await;
    let (cheat, answer) = Viewer::answer_and_send(offer["sdp"].as_str().unwrap());
    eve.send(json!({"t": "answer", "conn": offer["conn"], "sdp": answer})).await;
    until("the cheat is connected and sends", || {
        cheat.tally.video_sent.load(std::sync::atomic::Ordering::Relaxed) >= 50 || eve.closed().is_some()
    })
    .await;
    eve.settle().await;

    // Nobody was told of a new stream, and what ben sees is ana's alone: numbers without repetition.
    ben.settle().await;
    assert!(ben.take("streamCreated").is_some_and(|created| created["stream"] == from_ana.stream));
    assert!(ben.take("streamCreated").is_none());
    let numbers: Vec<u32> = watched.tally.seen().iter().map(|seen| seen.number).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
    let counts = hall.session.counts().await.unwrap();
    assert_eq!(counts.streams, 1);
}

#[tokio::test]
async fn with_five_percent_loss_each_way_every_video_frame_still_arrives() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let publishing = Publishing { layers: vec![2_600], link: Link::lossy(5), ..Publishing::default() };
    let _from_ana = ana.publish(publishing).await;
    let stream = ben.next("streamCreated").await["stream"].as_str().unwrap().to_owned();
    let view = ben.watch_over(&stream, Link::lossy(5)).await;

    until("300 frames", || view.tally.frames() >= 300).await;
    let seen = view.tally.seen();
    let numbers: Vec<u32> = seen.iter().map(|seen| seen.number).collect();
    let expected: Vec<u32> = (numbers[0]..).take(numbers.len()).collect();
    assert_eq!(numbers, expected, "every frame, in order, from the first one on");
}

#[tokio::test]
async fn sound_alone_and_picture_alone_are_streams_too() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let _voice = ana.publish(Publishing { layers: Vec::new(), ..Publishing::default() }).await;
    let voice = ben.next("streamCreated").await;
    let _screen = ana.publish(Publishing { audio: false, ..Publishing::default() }).await;
    let screen = ben.next("streamCreated").await;
    assert_eq!((&voice["hasAudio"], &voice["hasVideo"]), (&json!(true), &json!(false)));
    assert_eq!((&screen["hasAudio"], &screen["hasVideo"]), (&json!(false), &json!(true)));

    let hears = ben.watch(voice["stream"].as_str().unwrap()).await;
    let sees = ben.watch(screen["stream"].as_str().unwrap()).await;
    until("sounds", || hears.tally.sounds() >= 10).await;
    until("frames", || sees.tally.frames() >= 10).await;
    assert_eq!((hears.tally.frames(), sees.tally.sounds()), (0, 0));
}

#[tokio::test]
async fn a_camera_that_is_switched_off_is_not_passed_on_and_comes_back_with_a_keyframe() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let from_ana = ana.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;

    ana.send(json!({"t": "set", "stream": from_ana.stream, "video": false})).await;
    let changed = ben.next("streamChanged").await;
    assert_eq!((&changed["video"], &changed["audio"]), (&json!(false), &json!(true)));
    let sounds = view.tally.sounds();
    until("sound goes on", || view.tally.sounds() >= sounds + 10).await;
    let frames = view.tally.frames();
    let sounds = view.tally.sounds();
    until("sound goes on", || view.tally.sounds() >= sounds + 25).await;
    assert_eq!(view.tally.frames(), frames, "no picture, although the page goes on sending it");

    ana.send(json!({"t": "set", "stream": from_ana.stream, "video": true})).await;
    until("frames again", || view.tally.frames() >= frames + 5).await;
    let first: Seen = view.tally.seen()[frames];
    assert!(first.keyframe);
}

#[tokio::test]
async fn subscribing_again_replaces_the_first_subscription() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let from_ana = ana.publish(Publishing::default()).await;
    let first = ben.watch_next().await;
    until("frames", || first.tally.frames() >= 5).await;
    let second = ben.watch(&from_ana.stream).await;
    assert_eq!(ben.next("closed").await["stream"], from_ana.stream);
    until("frames", || second.tally.frames() >= 5).await;
    assert_eq!(hall.session.counts().await.unwrap().peers, 2);
}
