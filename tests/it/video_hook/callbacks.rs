//! What callbacks do: they say who is there, and take away. They never give.

use anteroom::domain::actor::Actor;
use anteroom::domain::admission::{Departure, State};
use anteroom::domain::ids::PersonId;
use anteroom::domain::role::Role;
use anteroom::domain::text::Email;
use anteroom::video::SessionNews;
use jiff::SignedDuration;
use serde_json::json;

use super::hall::{Hall, Taken as _};
use crate::support::Guest;

#[tokio::test]
async fn a_callback_says_who_is_connected_and_who_publishes() {
    let hall = Hall::open().await;
    let sam = hall.sam_now().await;
    assert!(!hall.sam_is_in_call().await);
    assert_eq!(hall.hears(&hall.event("connectionCreated", "c-1", sam)).await.status, 204);
    assert_eq!(hall.sam_publishes().await, Some(false));
    assert_eq!(hall.hears(&hall.stream_event("streamCreated", "s-1", "c-1", sam)).await.status, 204);
    assert_eq!(hall.sam_publishes().await, Some(true));
    assert_eq!(hall.hears(&hall.stream_event("streamDestroyed", "s-1", "c-1", sam)).await.status, 204);
    assert_eq!(hall.sam_publishes().await, Some(false));
    assert_eq!(hall.hears(&hall.event("connectionDestroyed", "c-1", sam)).await.status, 204);
    assert!(!hall.sam_is_in_call().await);
    assert!(hall.sam.admission(&hall.server).await.role().is_some(), "forceDisconnected is no proof of a removal");
}

#[tokio::test]
async fn events_that_come_late_or_twice_change_nothing() {
    let hall = Hall::open().await;
    let sam = hall.sam_now().await;
    hall.hears(&hall.stream_event("streamDestroyed", "s-1", "c-1", sam)).await.done();
    hall.hears(&hall.stream_event("streamCreated", "s-1", "c-1", sam)).await.done();
    assert_ne!(hall.sam_publishes().await, Some(true), "the stream had ended");
    hall.hears(&hall.event("connectionDestroyed", "c-1", sam)).await.done();
    let before = [hall.sam_was("connected").await, hall.sam_was("disconnected").await];
    hall.server.moderation.compare_with_lists().await.unwrap();
    for _ in 0..2 {
        hall.hears(&hall.event("connectionCreated", "c-1", sam)).await.done();
        hall.hears(&hall.stream_event("streamCreated", "s-2", "c-1", sam)).await.done();
    }
    assert!(!hall.sam_is_in_call().await, "the connection had ended");
    hall.hears(&hall.event("connectionDestroyed", "c-1", sam)).await.done();
    assert_eq!([hall.sam_was("connected").await, hall.sam_was("disconnected").await], before, "and the log is silent");
    hall.hears(&hall.event("connectionCreated", "c-2", sam)).await.done();
    hall.hears(&hall.event("connectionDestroyed", "c-1", sam)).await.done();
    assert!(hall.sam_is_in_call().await, "the end of the first is none of the second");
}

#[tokio::test]
async fn a_connection_with_an_older_token_is_ended_at_once() {
    let hall = Hall::open().await;
    let before = hall.sam_now().await;
    let id = hall.sam.admission(&hall.server).await.id;
    hall.server.moderation.change_role(&hall.ana.actor, id, Role::Subscriber, None).await.unwrap();
    let now = hall.sam_now().await;
    assert!(now.1 > before.1);
    hall.hears(&hall.event("connectionCreated", "c-new", now)).await.done();
    hall.hears(&hall.event("connectionCreated", "c-old", before)).await.done();
    hall.platform.is_told_to_end("c-old").await;
    assert!(!hall.platform.was_told_to_end("c-new"));
}

#[tokio::test]
async fn an_end_is_asked_for_once_and_only_where_a_right_is_missing() {
    let hall = Hall::open().await;
    let sam = hall.sam_now().await;
    let begin = hall.enforcements().await;
    hall.hears(&hall.event("connectionCreated", "c-1", sam)).await.done();
    hall.hears(&hall.stream_event("streamCreated", "s-1", "c-1", sam)).await.done();
    assert_eq!(hall.enforcements().await, begin, "a token of now");
    let id = hall.sam.admission(&hall.server).await.id;
    hall.server.moderation.change_role(&hall.ana.actor, id, Role::Subscriber, None).await.unwrap();
    let changed = hall.enforcements().await;
    hall.hears(&hall.stream_event("streamDestroyed", "s-1", "c-1", sam)).await.done();
    hall.hears(&hall.event("connectionDestroyed", "c-1", sam)).await.done();
    hall.hears(&hall.event("connectionDestroyed", "c-0", sam)).await.done();
    assert_eq!(hall.enforcements().await, changed, "the change has seen to it, and what is over needs no end");
    for _ in 0..2 {
        hall.hears(&hall.event("connectionCreated", "c-2", sam)).await.done();
    }
    assert_eq!(hall.enforcements().await, changed + 1, "an old token");
}

#[tokio::test]
async fn a_connection_of_somebody_who_is_not_in_is_ended_and_admits_nobody() {
    let hall = Hall::open().await;
    let eve = Guest::asks(&hall.server, &hall.link, "Eve").await;
    let waiting = eve.admission(&hall.server).await;
    let who = (waiting.person, waiting.generation);
    hall.hears(&hall.event("connectionCreated", "c-eve", who)).await.done();
    hall.hears(&hall.stream_event("streamCreated", "s-eve", "c-eve", who)).await.done();
    hall.platform.is_told_to_end("c-eve").await;
    let still = eve.admission(&hall.server).await;
    assert_eq!((still.state, still.revision), (waiting.state, waiting.revision));
}

#[tokio::test]
async fn a_removed_guest_who_connects_again_is_ended_again() {
    let hall = Hall::open().await;
    let sam = hall.sam_now().await;
    hall.hears(&hall.event("connectionCreated", "c-1", sam)).await.done();
    let id = hall.sam.admission(&hall.server).await.id;
    hall.server.moderation.remove(&hall.ana.actor, id, false, None).await.unwrap();
    hall.platform.is_told_to_end("c-1").await;
    hall.hears(&hall.event("connectionCreated", "c-2", sam)).await.done();
    hall.platform.is_told_to_end("c-2").await;
    assert!(hall.sam.admission(&hall.server).await.role().is_none());
}

#[tokio::test]
async fn what_concerns_nobody_here_is_passed_over() {
    let hall = Hall::open().await;
    let sam = hall.sam_now().await;
    let stranger = (PersonId(anteroom::random::opaque_id()), 1);
    let mut elsewhere = hall.event("connectionCreated", "c-1", sam);
    elsewhere["sessionId"] = json!("1_MX45OTkwMDAwMX5-MX4");
    let mut without_data = hall.event("connectionCreated", "c-1", sam);
    without_data["connection"]["data"] = json!("name=Sam");
    let mut session = hall.event("sessionCreated", "c-1", sam);
    session.as_object_mut().unwrap().remove("connection");
    for event in [
        elsewhere,
        without_data,
        session,
        hall.event("connectionCreated", "c-1", stranger),
        hall.event("connectionRenamed", "c-1", sam),
        json!({ "event": "connectionCreated" }),
    ] {
        assert_eq!(hall.hears(&event).await.status, 204, "{event}");
    }
    assert!(!hall.sam_is_in_call().await);
    assert!(hall.server.moderation.store.sessions_with_connections().unwrap().is_empty());
}

#[tokio::test]
async fn whoever_was_in_the_call_and_dropped_out_has_the_seat_as_long_as_the_room_says_and_others_longer() {
    let hall = Hall::open().await;
    let mut kim = Guest::asks(&hall.server, &hall.link, "Kim").await;
    let kims = kim.admission(&hall.server).await.id;
    hall.server.moderation.admit(&hall.ana.actor, kims, None, None).await.unwrap();
    assert_eq!(kim.status().await["state"], "admitted", "a sign of life, and nothing is known of the call");
    let sam = hall.sam_now().await;
    hall.hears(&hall.event("connectionCreated", "c-1", sam)).await.done();
    hall.hears(&hall.event("connectionDestroyed", "c-1", sam)).await.done();
    let moderation = &hall.server.moderation;
    let window = moderation.store.room(hall.ana.room()).unwrap().unwrap().settings.return_window();
    moderation.clock.advance(window - SignedDuration::from_secs(5));
    assert_eq!(moderation.give_up_gone().await.unwrap(), 0);
    moderation.clock.advance(SignedDuration::from_secs(6));
    assert_eq!(moderation.give_up_gone().await.unwrap(), 1);
    let gone = hall.sam.admission(&hall.server).await;
    assert!(matches!(gone.state, State::Left { how: Departure::Dropped, .. }), "{:?}", gone.state);
    assert_eq!(kim.admission(&hall.server).await.state.as_str(), "admitted");
}

#[tokio::test]
async fn only_whoever_moderates_this_call_now_puts_somebody_out_of_it() {
    let hall = Hall::open().await;
    let moderation = &hall.server.moderation;
    let (ben, dan) = (hall.server.host_with_room("Ben").await, hall.server.host("Dan").await);
    let email = Email::parse(&dan.email).unwrap();
    moderation.add_host(&hall.ana.actor, hall.ana.room(), &email).await.unwrap();
    let host = |room, id| {
        let hosts = moderation.store.room_hosts(room).unwrap();
        hosts.into_iter().find(|host| host.account_id == id).unwrap().person
    };
    let admit = async |name, role| {
        let guest = Guest::asks(&hall.server, &hall.link, name).await.admission(&hall.server).await;
        moderation.admit(&hall.ana.actor, guest.id, Some(role), None).await.unwrap()
    };
    let (speaker, moderator) = (admit("Kim", Role::Publisher).await, admit("Li", Role::Moderator).await);
    let dans = host(hall.ana.room(), dan.id);
    moderation.set_account_disabled(&Actor::SYSTEM, dan.id, true).await.unwrap();
    let puts_out = async |by| {
        let sam = admit("Sam", Role::Publisher).await;
        let news = SessionNews::Left { session_id: hall.session.clone(), person: sam.person, by: Some(by) };
        moderation.take_news(news).await.unwrap();
        moderation.store.admission(sam.id).unwrap().unwrap().role().is_none()
    };
    assert!(puts_out(moderator.person).await);
    assert!(puts_out(host(hall.ana.room(), hall.ana.id)).await);
    for (who, person) in [
        ("a speaker", speaker.person),
        ("a host of another room", host(ben.room(), ben.id)),
        ("a disabled host", dans),
        ("nobody", PersonId(anteroom::random::opaque_id())),
    ] {
        assert!(!puts_out(person).await, "{who}");
    }
}
