//! A long day in a few minutes: guests come, are decided about and go, pages open and close. Memory and open files stay
//! where they are, and the server has nothing to complain of. `tests/faults/run soak` takes ten minutes; the ordinary
//! run shows only that it works.

use std::collections::VecDeque;
use std::fs;
use std::time::{Duration, Instant};

use serde_json::json;

use super::{House, say};
use crate::support::{Program, Stream};

const DECISIONS_A_SECOND: u32 = 20;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |number| number.parse().unwrap())
}

/// Whether the day is long enough for memory to have settled.
fn open_for_long(length: Duration) -> bool {
    length >= Duration::from_secs(120)
}

#[derive(Clone, Copy, Debug)]
struct Sample {
    memory_kib: u64,
    files: u64,
}

fn sample(process: u32) -> Sample {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    let files = fs::read_dir(format!("/proc/{process}/fd")).unwrap().count();
    Sample { memory_kib: line.trim().trim_end_matches(" kB").parse().unwrap(), files: files as u64 }
}

/// Comes, is let in or refused, and goes; the page stays open until others need its place.
async fn visit(house: &House, host: &Program, number: u32) -> Stream {
    let (guest, id) = house.process.nobody().redeems(&house.invite, &format!("Guest {number}")).await;
    let mut stream = guest.watches("/me/events", None).await;
    stream.next_named("admission").await;
    match number % 3 {
        0 => drop(host.post(&format!("/admissions/{id}/deny"), json!({})).await.expect(200)),
        _ => {
            host.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
            guest.post("/me/leave", json!({})).await.expect(200);
        }
    }
    stream
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_day_leaves_memory_and_open_files_where_they_were() {
    let length = Duration::from_secs(number("ANTEROOM_SOAK_SECONDS", 12));
    let most = usize::try_from(number("ANTEROOM_SOAK_STREAMS", 60)).unwrap();
    let house = House::open().await;
    let (began, mut open, mut samples) = (Instant::now(), VecDeque::new(), Vec::new());
    let mut guests = 0_u32;
    while began.elapsed() < length {
        open.push_back(visit(&house, &house.program(guests as usize), guests).await);
        if open.len() > most {
            // The oldest close.
            open.drain(..most / 10);
        }
        guests += 1;
        if guests.is_multiple_of(5) {
            samples.push(sample(house.process.id()));
        }
        let due = Duration::from_secs(1) * guests / DECISIONS_A_SECOND;
        tokio::time::sleep(due.saturating_sub(began.elapsed())).await;
    }
    drop(open);
    house.guest("After all").await;
    let third = samples.len() / 3;
    let mean = |part: &[Sample], of: fn(&Sample) -> u64| part.iter().map(of).sum::<u64>() / (part.len().max(1) as u64);
    // The first third is for warming up: caches fill, pages open.
    let (middle, last) = (&samples[third..samples.len() - third], &samples[samples.len() - third..]);
    let memory = |part| mean(part, |sample| sample.memory_kib);
    let files = |part| mean(part, |sample| sample.files);
    say(&format!(
        "{guests} guests in {length:?}; memory {} then {} KiB, files {} then {}",
        memory(middle),
        memory(last),
        files(middle),
        files(last)
    ));
    assert!(guests > 0 && !samples.is_empty(), "there was a day");
    // In a short day pages only ever open, and there is nothing to compare.
    if open_for_long(length) {
        assert!(memory(last) < memory(middle) * 11 / 10 + 4_096, "memory grows: {samples:?}");
        assert!(files(last) < files(middle) + most as u64 / 5 + 20, "files grow: {samples:?}");
    }
    house.process.terminate();
    let House { process, _folder, .. } = house;
    let (status, log) = process.ended();
    assert!(status.success() && log.is_empty(), "it complained: {log}");
}
