//! The desk's stream.

use crate::support::Desk;

#[tokio::test]
async fn the_first_event_is_the_whole_and_then_only_what_changed_comes() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    desk.asks("Sam").await;
    let mut stream = ana.watches(None).await;
    let whole = stream.next_named("lists").await;
    assert!(whole.data.contains("Sam"));
    for state in ["waiting", "held", "subscriber", "publisher", "publisheronly", "moderator"] {
        assert!(whole.data.contains(&format!("<template data-offer=\"{state}\">")), "its buttons come once");
    }
    desk.asks("Kim").await;
    let change = stream.next_named("rows").await;
    assert!(change.data.contains("Kim") && !change.data.contains("Sam"), "{}", change.data);
    assert!(change.data.contains("data-waiting=\"2\""), "exact counts");
    assert!(change.data.len() < 1024, "{} bytes: {}", change.data.len(), change.data);
}

#[tokio::test]
async fn a_stream_goes_on_after_the_last_event_that_arrived() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let sam = desk.asks("Sam").await;
    let last = ana.watches(None).await.next_named("lists").await.id;
    desk.asks("Kim").await;
    ana.decides(sam.id, "admit", &[]).await;
    let now = desk.moderation.clock.now();
    desk.moderation.presence.in_call(sam.id, desk.room.id, Some(speaking(now)), now);
    let missed = ana.watches(Some(&last)).await.next().await.unwrap();
    assert_eq!(missed.name, "rows");
    assert!(missed.data.contains("Kim") && missed.data.contains("data-offer=\"publisher\""), "{}", missed.data);
    for unknown in ["x", "99999999999999", "18446744073709551615"] {
        assert_eq!(ana.watches(Some(unknown)).await.next().await.unwrap().name, "lists", "{unknown}");
    }
}

#[tokio::test]
async fn after_a_long_gap_the_whole_is_sent() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let last = ana.watches(None).await.next_named("lists").await.id;
    for number in 0..201 {
        desk.asks(&format!("Guest {number}")).await;
    }
    assert_eq!(ana.watches(Some(&last)).await.next().await.unwrap().name, "lists");
}

#[tokio::test]
async fn a_change_of_presence_reaches_the_desk() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let sam = desk.asks("Sam").await;
    ana.decides(sam.id, "admit", &[]).await;
    let mut stream = ana.watches(None).await;
    assert!(stream.next_named("lists").await.data.contains("not connected"));
    let now = desk.moderation.clock.now();
    desk.moderation.presence.in_call(sam.id, desk.room.id, Some(speaking(now)), now);
    desk.moderation.hub.notify(anteroom::live::Topic::Room(desk.room.id));
    stream.rows_with("in the call").await;
    // The provider may have missed something, and nobody is connected.
    desk.moderation.take_news(anteroom::video::SessionNews::Unsure).await.unwrap();
    stream.rows_with("not connected").await;
}

#[tokio::test]
async fn a_burst_is_few_events_and_ends_with_the_truth() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let mut stream = ana.watches(None).await;
    stream.next_named("lists").await;
    for number in 0..150 {
        desk.asks(&format!("Guest {number}")).await;
    }
    let mut events = 1;
    while !stream.next_named("rows").await.data.contains("data-waiting=\"150\"") {
        events += 1;
    }
    assert!(events < 150, "{events} events");
}

#[tokio::test]
async fn the_counts_of_the_own_rooms_are_kept() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let mut stream = ana.watches(None).await;
    stream.next_named("lists").await;
    desk.asks("Sam").await;
    let rooms = stream.next_named("rooms").await;
    assert!(rooms.data.contains("Evening clinic"), "{}", rooms.data);
}

#[tokio::test]
async fn the_stream_of_whoever_loses_the_right_ends() {
    let desk = Desk::open().await;
    let system = anteroom::domain::actor::Actor::SYSTEM;
    let (removed, disabled) = (desk.another("Tom", true).await, desk.another("Eva", true).await);
    let signed_out = desk.another("Max", true).await;
    let mut streams = [removed.watches(None).await, disabled.watches(None).await, signed_out.watches(None).await];
    for stream in &mut streams {
        stream.next_named("lists").await;
    }
    desk.moderation.remove_host(&system, desk.room.id, removed.id).await.unwrap();
    desk.moderation.set_account_disabled(&system, disabled.id, true).await.unwrap();
    let sign_in = desk.moderation.store.sign_ins_of(signed_out.id).unwrap().remove(0);
    desk.moderation.sign_out(&system, sign_in, true).await.unwrap();
    for stream in &mut streams {
        stream.next_named("bye").await;
        assert!(stream.next().await.is_none(), "and it is over");
    }
    desk.asks("Sam").await;
    for (mut host, status) in [(removed, 404), (disabled, 303), (signed_out, 303)] {
        assert_eq!(host.browser.get(&format!("/host/rooms/{}/events", desk.room.id)).await.status, status);
    }
}

#[tokio::test]
async fn a_new_role_of_the_own_account_that_keeps_the_right_keeps_the_stream() {
    let desk = Desk::open().await;
    let tom = desk.another("Tom", true).await;
    let mut stream = tom.watches(None).await;
    stream.next_named("lists").await;
    desk.moderation.hub.notify(anteroom::live::Topic::Account(tom.id));
    desk.asks("Sam").await;
    stream.rows_with("Sam").await;
}

fn speaking(since: jiff::Timestamp) -> anteroom::live::InCall {
    anteroom::live::InCall { since, camera: true, microphone: true, told_apart: true }
}

#[tokio::test]
async fn all_desks_of_a_room_are_told_the_same_bytes_and_each_change_once() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let tom = desk.another("Tom", true).await;
    let mut streams = [ana.watches(None).await, tom.watches(None).await, ana.watches(None).await];
    for stream in &mut streams {
        stream.next_named("lists").await;
    }
    for name in ["Sam", "Kim", "Li"] {
        desk.asks(name).await;
        let mut told = Vec::new();
        for stream in &mut streams {
            let event = stream.next_named("rows").await;
            told.push((event.id, event.data));
        }
        assert!(told[0].1.contains(name), "{}", told[0].1);
        assert!(told.iter().all(|event| *event == told[0]), "the same for all: {told:?}");
    }
}

#[tokio::test]
async fn a_desk_that_comes_while_others_watch_begins_with_the_whole_and_misses_nothing() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let mut first = ana.watches(None).await;
    first.next_named("lists").await;
    for number in 0..20 {
        desk.asks(&format!("Guest {number}")).await;
        let mut late = ana.watches(None).await;
        let whole = late.next_named("lists").await.data;
        assert!(whole.contains(&format!("Guest {number}<")), "{whole}");
        desk.asks(&format!("Another {number}")).await;
        late.rows_with(&format!("Another {number}<")).await;
    }
}

#[tokio::test]
async fn a_desk_on_which_somebody_is_looked_for_hears_only_of_those_who_match() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    desk.asks("Sam Okafor").await;
    let path = format!("/host/rooms/{}/events?q=okafor", desk.room.id);
    let mut stream = crate::support::Stream::open_by(&ana.browser, &path, None).await;
    let whole = stream.next_named("lists").await.data;
    assert!(whole.contains("Sam Okafor") && whole.contains("data-found=\"1\""), "{whole}");
    desk.asks("Li Wei").await;
    let whole = stream.next_named("lists").await.data;
    assert!(!whole.contains("Li Wei") && whole.contains("data-waiting=\"2\""), "{whole}");
    desk.asks("Ада Okafor").await;
    let whole = stream.next_named("lists").await.data;
    assert!(whole.contains("Ада Okafor") && whole.contains("data-found=\"2\""), "{whole}");
}

#[tokio::test]
async fn when_one_of_two_namesakes_goes_the_other_is_no_longer_marked() {
    let desk = Desk::open().await;
    let (first, second) = (desk.asks("Sam Okafor").await, desk.asks("Sam Okáfor").await);
    let mut stream = desk.ana().watches(None).await;
    assert!(stream.next_named("lists").await.data.contains("same name as"));
    let guest = anteroom::moderation::guest(&first, None);
    desk.moderation.withdraw(&guest, first.id).await.unwrap();
    let rows = stream.rows_with(&format!("admission-{}", second.id)).await;
    assert!(!rows.contains("same name as"), "{rows}");
}

#[tokio::test]
async fn whoever_asked_again_is_offered_no_second_thoughts_under_earlier() {
    let desk = Desk::open().await;
    let sam = desk.asks("Sam").await;
    desk.moderation.withdraw(&anteroom::moderation::guest(&sam, None), sam.id).await.unwrap();
    let mut stream = desk.ana().watches(None).await;
    stream.next_named("lists").await;
    desk.moderation.ask_again(None, sam.id).await.unwrap();
    stream.rows_with(&format!("admission-{}", sam.id)).await;
}

#[tokio::test]
async fn a_claim_ends_by_itself_on_every_desk() {
    let desk = Desk::open().await;
    let sam = desk.asks("Sam").await;
    desk.moderation.claim(&desk.ana().actor, sam.id).unwrap();
    let mut stream = desk.ana().watches(None).await;
    assert!(stream.next_named("lists").await.data.contains("is on it"));
    desk.moderation.clock.advance(anteroom::domain::policy::CLAIM);
    desk.moderation.end_claims();
    assert!(!stream.rows_with("Sam").await.contains("is on it"));
}
