//! A restart while people wait: everybody is in the line as before, and they do not all come back at once.

use std::collections::HashSet;

use serde_json::Value;

use super::House;
use crate::support::{Process, Program};

const GUESTS: usize = 200;

/// Who waits, in order, and since when.
async fn line(house: &House) -> Vec<(String, String)> {
    let path = format!("/rooms/{}/admissions?state=waiting&limit=200", house.room);
    let list = house.program(0).get(&path).await.expect(200);
    let text = |item: &Value, field: &str| item[field].as_str().unwrap().to_owned();
    list["items"].as_array().unwrap().iter().map(|item| (text(item, "id"), text(item, "requested_at"))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_who_wait_are_in_the_same_line_after_a_restart_and_come_back_one_by_one() {
    let mut house = House::open().await;
    let mut guests: Vec<Program> = Vec::new();
    let mut streams = Vec::new();
    for number in 0..GUESTS {
        let (guest, _) = house.process.nobody().redeems(&house.invite, &format!("Guest {number}")).await;
        let mut stream = guest.watches("/me/events", None).await;
        assert_eq!(stream.next_named("admission").await.json()["state"], "waiting");
        streams.push(stream);
        guests.push(guest);
    }
    let before = line(&house).await;
    assert_eq!(before.len(), GUESTS);

    house.process.terminate();
    for stream in &mut streams {
        while stream.next().await.is_some() {}
    }
    house.process.kill();
    house.process = Process::start(&house.database, house.port, &["--log", "warn"]);
    house.process.is_ready().await;
    let mut positions = HashSet::new();
    let mut pauses = Vec::new();
    for guest in &guests {
        let mut stream = guest.watches("/me/events", None).await;
        pauses.push(stream.retry().await);
        assert_eq!(stream.next_named("admission").await.json()["state"], "waiting");
        streams.push(stream);
    }
    let after = line(&house).await;
    assert_eq!(after, before, "the same people, in the same order, since the same time");
    positions.extend(after.iter().map(|(id, _)| id));
    assert_eq!(positions.len(), GUESTS);

    // What each stream says of when to come back decides how they come after the next restart.
    let (first, last) = (pauses.iter().min().unwrap(), pauses.iter().max().unwrap());
    assert!(*first >= 2_000 && *last <= 5_000, "{first} to {last} ms");
    let mut seconds = [0; 3];
    for pause in &pauses {
        seconds[usize::try_from((pause - 2_000) / 1_001).unwrap()] += 1;
    }
    assert!(seconds.iter().all(|second| *second > GUESTS / 10), "spread over three seconds: {seconds:?}");
}
