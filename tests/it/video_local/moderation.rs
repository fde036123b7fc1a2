//! Mute, stop, remove: by a moderator in the call and by the application. Enforced whatever the page does.

use std::time::Duration;

use anteroom::domain::role::Role;
use anteroom::video::local::{DisconnectReason, Happening, LeaveReason, SessionEvent, StreamEnd, Which, Whom};
use serde_json::{Value, json};
use tokio::sync::broadcast::Receiver;

use super::hall::{Hall, PATIENCE, token, until};
use super::peer::{Publishing, Viewer};

/// Nothing more is heard: many more pictures come than sounds could be under way, and no sound.
async fn falls_silent(view: &Viewer) {
    let frames = view.tally.frames();
    until("what was under way has arrived", || view.tally.frames() >= frames + 10).await;
    let (frames, sounds) = (view.tally.frames(), view.tally.sounds());
    until("the picture goes on", || view.tally.frames() >= frames + 40).await;
    assert_eq!(view.tally.sounds(), sounds, "not one sound although the page goes on sending");
}

async fn is_heard(view: &Viewer) {
    let sounds = view.tally.sounds();
    until("sounds", || view.tally.sounds() >= sounds + 10).await;
}

#[tokio::test]
async fn a_mute_silences_a_page_that_ignores_it_until_its_owner_unmutes() {
    let hall = Hall::open().await;
    let mut max = hall.connect("s", Role::Moderator, "max").await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let from_ana = ana.publish(Publishing::default()).await;
    let view = max.watch_next().await;
    is_heard(&view).await;

    max.send(json!({"t": "mute", "stream": from_ana.stream})).await;
    assert_eq!(ana.next("muteForced").await["stream"], from_ana.stream);
    let changed = max.next("streamChanged").await;
    assert_eq!((&changed["audio"], &changed["muted"]), (&json!(false), &json!(true)));
    falls_silent(&view).await;

    // Switching the camera does not lift it, nor does somebody else.
    ana.send(json!({"t": "set", "stream": from_ana.stream, "video": true})).await;
    assert_eq!(max.next("streamChanged").await["muted"], true);
    assert_eq!(max.refused(json!({"t": "set", "stream": from_ana.stream, "audio": true})).await, "not_allowed");
    falls_silent(&view).await;

    ana.send(json!({"t": "set", "stream": from_ana.stream, "audio": true})).await;
    let changed = max.next("streamChanged").await;
    assert_eq!((&changed["audio"], &changed["muted"]), (&json!(true), &json!(false)));
    is_heard(&view).await;
}

#[tokio::test]
async fn mute_all_spares_those_excepted() {
    let hall = Hall::open().await;
    let mut max = hall.connect("s", Role::Moderator, "max").await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Publisher, "ben").await;
    let _from_ana = ana.publish(Publishing::default()).await;
    let of_ana = max.watch_next().await;
    let from_ben = ben.publish(Publishing::default()).await;
    let of_ben = max.watch_next().await;
    is_heard(&of_ana).await;
    max.send(json!({"t": "muteAll", "except": [from_ben.stream, "gone-meanwhile"]})).await;
    ana.next("muteForced").await;
    falls_silent(&of_ana).await;
    is_heard(&of_ben).await;
    assert!(ben.take("muteForced").is_none());
}

#[tokio::test]
async fn a_stopped_stream_ends_for_all_and_its_owner_stays() {
    let hall = Hall::open().await;
    let mut max = hall.connect("s", Role::Moderator, "max").await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let from_ana = ana.publish(Publishing::default()).await;
    let view = max.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;
    max.send(json!({"t": "stopPublishing", "stream": from_ana.stream})).await;
    ana.next("unpublishForced").await;
    assert_eq!(ana.next("streamDestroyed").await["reason"], "stopped");
    assert_eq!(max.next("streamDestroyed").await["reason"], "stopped");
    assert_eq!(hall.session.counts().await.unwrap().peers, 0);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let frames = view.tally.frames();
    until("ana goes on sending", || {
        from_ana.tally.video_sent.load(std::sync::atomic::Ordering::Relaxed) as usize > frames + 30
    })
    .await;
    assert_eq!(view.tally.frames(), frames);
    let _again = ana.publish(Publishing::default()).await;
    let view = max.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;
}

#[tokio::test]
async fn a_removed_person_is_gone_for_all_and_the_same_token_does_not_come_back() {
    let hall = Hall::open().await;
    let mut max = hall.connect("s", Role::Moderator, "max").await;
    let token_of_ana = token("s", Role::Publisher, "ana", 3);
    let mut ana = hall.connect_with(&token_of_ana).await;
    let _from_ana = ana.publish(Publishing::default()).await;
    let view = max.watch_next().await;
    until("frames", || view.tally.frames() >= 5).await;

    max.send(json!({"t": "disconnect", "connection": ana.id()})).await;
    assert_eq!(ana.next("disconnected").await["reason"], "removed");
    assert_eq!(ana.is_closed().await, 4001);
    assert_eq!(max.next("streamDestroyed").await["reason"], "left");
    assert_eq!(max.next("left").await["reason"], "removed");
    let counts = hall.session.counts().await.unwrap();
    assert_eq!((counts.connections, counts.streams, counts.peers), (1, 0, 0));

    assert_eq!(hall.refused(&token_of_ana).await, "token_voided");
    assert_eq!(hall.refused(&token("s", Role::Moderator, "ana", 2)).await, "token_voided");
    hall.session.break_hub().await;
    assert_eq!(max.next("disconnected").await["reason"], "restarting");
    until_refused(&hall, &token_of_ana, "token_voided").await;
    let _let_in_again = hall.connect_with(&token("s", Role::Subscriber, "ana", 4)).await;
    let _elsewhere = hall.connect_with(&token("other", Role::Subscriber, "ana", 1)).await;
}

/// A hub that is starting anew says `unavailable` first.
async fn until_refused(hall: &Hall, token: &str, code: &str) {
    for _ in 0..200 {
        match hall.refused(token).await.as_str() {
            "unavailable" => tokio::time::sleep(Duration::from_millis(20)).await,
            other => return assert_eq!(other, code),
        }
    }
    panic!("the hub did not come back");
}

#[tokio::test]
async fn the_application_disconnects_voids_mutes_and_stops_without_being_in_the_call() {
    let hall = Hall::open().await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let mut ana = hall.connect_with(&token("s", Role::Publisher, "ana", 1)).await;
    let from_ana = ana.publish(Publishing::default()).await;
    let view = ben.watch_next().await;
    is_heard(&view).await;

    let ana_s = Which::Person("ana".to_owned());
    assert_eq!(hall.session.mute("s", ana_s.clone()).await, Ok(1));
    assert_eq!(hall.session.mute("s", Which::Stream("none".to_owned())).await, Ok(0));
    assert_eq!(hall.session.mute("elsewhere", ana_s.clone()).await, Ok(0));
    falls_silent(&view).await;
    assert!(hall.session.list("s").await.unwrap()[1].streams[0].muted);
    assert_eq!(hall.session.mute_all("s", vec!["ana".to_owned()]).await, Ok(0));

    assert_eq!(hall.session.stop_publishing("s", Which::Stream(from_ana.stream.clone())).await, Ok(1));
    assert_eq!(ana.next("streamDestroyed").await["reason"], "stopped");

    let person = || "ana".to_owned();
    let too_low = Whom::Person { person: person(), below_generation: 1 };
    assert_eq!(hall.session.disconnect("s", too_low, DisconnectReason::Removed).await, Ok(0));
    let enough = Whom::Person { person: person(), below_generation: 2 };
    assert_eq!(hall.session.disconnect("s", enough, DisconnectReason::Replaced).await, Ok(1));
    assert_eq!(ana.next("disconnected").await["reason"], "replaced");
    assert_eq!(hall.refused(&token("s", Role::Publisher, "ana", 1)).await, "token_voided");

    // Somebody who is not there yet can be voided too.
    let absent = Whom::Person { person: "zoe".to_owned(), below_generation: 5 };
    assert_eq!(hall.session.disconnect("s", absent, DisconnectReason::Removed).await, Ok(0));
    assert_eq!(hall.refused(&token("s", Role::Publisher, "zoe", 4)).await, "token_voided");
    let _zoe = hall.connect_with(&token("s", Role::Publisher, "zoe", 5)).await;
}

async fn next(events: &mut Receiver<SessionEvent>) -> Happening {
    tokio::time::timeout(PATIENCE, events.recv()).await.unwrap().unwrap().what
}

#[tokio::test]
async fn the_application_learns_what_happens_in_order() {
    let hall = Hall::open().await;
    let mut events = hall.session.events();
    let mut max = hall.connect("s", Role::Moderator, "max").await;
    assert!(matches!(next(&mut events).await, Happening::Joined { person, .. } if person == "max"));
    let mut ana = hall.connect_with(&token("s", Role::Publisher, "ana", 7)).await;
    assert!(matches!(next(&mut events).await, Happening::Joined { generation: 7, role: Role::Publisher, .. }));
    let from_ana = ana.publish(Publishing::default()).await;
    assert!(matches!(next(&mut events).await, Happening::Published { stream, .. } if stream == from_ana.stream));
    max.send(json!({"t": "mute", "stream": from_ana.stream})).await;
    assert!(matches!(next(&mut events).await, Happening::Muted { by: Some(by), .. } if by == "max"));
    ana.send(json!({"t": "set", "stream": from_ana.stream, "audio": true})).await;
    assert!(matches!(next(&mut events).await, Happening::Changed { audio: true, video: true, .. }));

    let listed = hall.session.list("s").await.unwrap();
    assert_eq!(listed.iter().map(|it| it.person.as_str()).collect::<Vec<_>>(), ["max", "ana"]);
    assert_eq!((listed[1].generation, listed[1].data.as_str()), (7, "ana 7"));
    assert!(listed[1].streams[0].live);

    max.send(json!({"t": "disconnect", "connection": ana.id()})).await;
    assert!(matches!(next(&mut events).await, Happening::Unpublished { reason: StreamEnd::Left, .. }));
    let left = next(&mut events).await;
    assert!(matches!(left, Happening::Left { reason: LeaveReason::Removed, by: Some(by), .. } if by == "max"));
    max.leave().await;
    assert!(matches!(next(&mut events).await, Happening::Left { reason: LeaveReason::Left, by: None, .. }));
    hall.is_empty().await;
}

#[tokio::test]
async fn a_goodbye_and_a_broken_line_are_told_apart() {
    let hall = Hall::open().await;
    let mut max = hall.connect("s", Role::Moderator, "max").await;
    hall.connect("s", Role::Publisher, "ana").await.leave().await;
    assert_eq!(max.next("left").await["reason"], "left");
    let ben = hall.connect("s", Role::Publisher, "ben").await;
    ben.vanish();
    assert_eq!(max.next("left").await["reason"], "network");
    let told: Vec<Value> = max.heard();
    assert!(told.iter().all(|message| message["t"] == "joined"));
}
