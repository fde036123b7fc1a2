//! Each viewer gets the layer that its line carries and its page has use for.

use anteroom::domain::role::Role;
use serde_json::json;

use super::hall::{Hall, until};
use super::link::Link;
use super::page::Page;
use super::peer::{Publishing, Seen, Viewer};

const LOW: u8 = 0;
const HIGH: u8 = 1;

/// Of the last `count` frames, all are of this layer.
fn settled_on(view: &Viewer, layer: u8, count: usize) -> bool {
    let seen = view.tally.seen();
    seen.len() >= count && seen[seen.len() - count..].iter().all(|frame| frame.layer == layer)
}

async fn stream_of(page: &mut Page) -> String {
    page.next("streamCreated").await["stream"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_slow_viewer_gets_the_small_picture_whole_while_a_fast_one_gets_the_large() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut fast = hall.connect("s", Role::Subscriber, "fast").await;
    let mut slow = hall.connect("s", Role::Subscriber, "slow").await;
    let _from_ana = ana.publish(Publishing::simulcast()).await;
    let stream = stream_of(&mut fast).await;
    let fast_view = fast.watch(&stream).await;
    let slow_view = slow.watch_over(&stream, Link::slow(350_000)).await;

    until("the fast one gets the large picture", || settled_on(&fast_view, HIGH, 50)).await;
    until("the slow one gets the small picture", || settled_on(&slow_view, LOW, 75)).await;
    // Whole: no frame is missing among the last ones.
    let seen = slow_view.tally.seen();
    let numbers: Vec<u32> = seen[seen.len() - 75..].iter().map(|frame| frame.number).collect();
    assert!(numbers.windows(2).all(|pair| pair[1] == pair[0] + 1), "{numbers:?}");
    assert!(settled_on(&fast_view, HIGH, 50), "and the fast one keeps the large picture");
}

#[tokio::test]
async fn a_page_with_a_small_tile_gets_the_small_picture_and_the_large_one_when_asked_again() {
    let hall = Hall::open().await;
    let mut ana = hall.connect("s", Role::Publisher, "ana").await;
    let mut ben = hall.connect("s", Role::Subscriber, "ben").await;
    let _from_ana = ana.publish(Publishing::simulcast()).await;
    let stream = stream_of(&mut ben).await;
    let view = ben.watch(&stream).await;
    until("the large picture", || settled_on(&view, HIGH, 20)).await;
    ben.send(json!({"t": "layer", "stream": stream, "rid": "l"})).await;
    until("the small picture", || settled_on(&view, LOW, 20)).await;
    ben.send(json!({"t": "layer", "stream": stream, "rid": "h"})).await;
    until("the large picture", || settled_on(&view, HIGH, 20)).await;

    let seen = view.tally.seen();
    let switches: Vec<&[Seen]> = seen.windows(2).filter(|pair| pair[0].layer != pair[1].layer).collect();
    assert!(switches.len() >= 3);
    assert!(switches.iter().all(|pair| pair[1].keyframe), "a layer begins with a keyframe: {switches:?}");
}
