//! P1 to P3: single answers, and joining.

use std::time::{Duration, Instant};

use super::twin::Twin;
use crate::house::{AT_ONCE, House};
use crate::http::{Connection, request};
use crate::report::Figure;
use crate::server::{Framework, Server};
use crate::timing::{Load, saturate};

/// Product, ceiling and twins take turns, so that all meet the same noise.
pub const TURNS: usize = 3;

/// The turn with the least CPU time: what comes on top is other people's work.
pub fn best(loads: Vec<Load>) -> Load {
    loads.into_iter().min_by(|one, other| one.micros().total_cmp(&other.micros())).unwrap()
}

pub fn described(load: &Load) -> String {
    format!("{:.1} µs CPU, {:.0}/s, p99 {:.1} ms", load.micros(), load.per_second(), load.p(99.0))
}

pub async fn plain() -> Vec<Figure> {
    const ANSWERS: usize = 20_000;
    let (product, ceiling) = (Server::product().await, Server::ceiling().await);
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        ours.push(saturate(&product, 8, ANSWERS, |_| request("GET", "/healthz", &[], ""), |_, _| {}).await);
        bare.push(saturate(&ceiling, 8, ANSWERS, |_| request("GET", "/plain", &[], ""), |_, _| {}).await);
    }
    let (ours, bare) = (best(ours), best(bare));
    let ratio = ours.micros() / bare.micros();
    vec![
        Figure::new("P1", "plain answer (`/healthz`), all middleware", described(&ours))
            .ceiling(described(&bare))
            .goal(&format!("CPU ≤ 1.6 × ceiling (is {ratio:.1})"), ratio <= 1.6),
    ]
}

pub async fn joins() -> Vec<Figure> {
    const GUESTS: usize = 4_000;
    let (house, ceiling) = (House::open().await, Server::ceiling().await);
    let (fastify, express) = (Twin::start(Framework::Fastify).await, Twin::start(Framework::Express).await);
    // Everything is read once before it is measured.
    house.asking(200).await;
    fastify.guests(200).await;
    express.guests(200).await;
    let (mut ours, mut bare, mut by_fastify, mut by_express) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TURNS {
        ours.push(house.asking(GUESTS).await);
        let join = |number| request("POST", "/join", &[], &format!("Guest {number}"));
        bare.push(saturate(&ceiling, AT_ONCE, GUESTS, join, |_, _| {}).await);
        by_fastify.extend(fastify.guests(GUESTS).await.map(|(_, load)| load));
        by_express.extend(express.guests(GUESTS).await.map(|(_, load)| load));
    }
    let longest = ours.iter().map(|load| load.p(100.0)).fold(0.0, f64::max);
    let (ours, bare) = (best(ours), best(bare));
    let (cpu, rate) = (ours.micros() / bare.micros(), ours.per_second() / bare.per_second());
    let figure =
        |what, goal: &str, met| Figure::new("P2", what, described(&ours)).ceiling(described(&bare)).goal(goal, met);
    vec![
        figure("join, 32 at once, CPU", &format!("≤ 2.5 × ceiling (is {cpu:.1})"), cpu <= 2.5),
        figure("join, 32 at once, rate", &format!("≥ 0.4 of the ceiling's (is {rate:.2})"), rate >= 0.4),
        figure("join, 32 at once, p99", "≤ 10 ms", ours.p(99.0) <= 10.0),
        Figure::new("P2", "join, longest of all turns", format!("{longest:.1} ms")).goal("≤ 100 ms", longest <= 100.0),
        fastify.beside("P2", "join, 32 at once, beside the twin", &ours, by_fastify, 4.0),
        express.beside("P2", "join, 32 at once, beside the twin in Express", &ours, by_express, 8.0),
    ]
}

pub async fn desk_page() -> Vec<Figure> {
    const ANSWERS: usize = 2_000;
    let (house, ceiling) = (House::open().await, Server::ceiling().await);
    let twin = Twin::start(Framework::Fastify).await;
    house.guests(50).await;
    twin.guests(50).await;
    let mut connection = Connection::open(house.server.address).await;
    let first = connection.request(&house.desk_page(&[])).await;
    assert_eq!(first.status, 200);
    let size = first.body.len();
    let fixed = || request("GET", &format!("/page/{size}"), &[], "");
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    let (mut theirs, mut their_size) = (Vec::new(), String::new());
    for _ in 0..TURNS {
        ours.push(saturate(&house.server, 8, ANSWERS, |_| house.desk_page(&[]), |_, _| {}).await);
        bare.push(saturate(&ceiling, 8, ANSWERS, |_| fixed(), |_, _| {}).await);
        if let Some((size, load)) = twin.desk_page(ANSWERS).await {
            their_size = format!(" ({size} bytes)");
            theirs.push(load);
        }
    }
    let (ours, bare) = (best(ours), best(bare));
    let ratio = ours.micros() / bare.micros();
    let what = format!("desk with 50 waiting ({size} bytes)");
    let mut figures = vec![
        Figure::new("P3", &what, described(&ours))
            .ceiling(described(&bare))
            .goal(&format!("CPU ≤ 5 × ceiling (is {ratio:.1})"), ratio <= 5.0),
    ];
    let beside = format!("desk with 50 waiting, beside the twin's{their_size}");
    figures.push(twin.beside("P3", &beside, &ours, theirs, 5.0));
    // Pages of hosts are not stored by browsers, so there is no 304: what is unchanged, the server has kept as bytes.
    figures.push(
        Figure::new("P3", "the same again, unchanged (its rows are kept as bytes)", described(&ours))
            .ceiling(described(&bare))
            .goal(&format!("CPU ≤ 2 × ceiling (is {ratio:.1})"), ratio <= 2.0),
    );
    figures.push(long_queue(&house).await);
    figures
}

async fn long_queue(house: &House) -> Figure {
    house.guests(1_950).await;
    let mut times = Vec::new();
    for _ in 0..20 {
        let mut connection = Connection::open(house.server.address).await;
        let sent = Instant::now();
        assert_eq!(connection.request(&house.desk_page(&[])).await.status, 200);
        times.push(sent.elapsed());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (first, longest) = (times[0].as_secs_f64() * 1e3, times.iter().max().unwrap().as_secs_f64() * 1e3);
    Figure::new("P3", "desk with 2,000 waiting", format!("first {first:.1} ms; longest of 20 {longest:.1} ms"))
        .goal("first answer ≤ 10 ms", first <= 10.0)
}
