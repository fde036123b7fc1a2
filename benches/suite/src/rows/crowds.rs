//! P8 and P9: many open streams.

use std::time::{Duration, Instant};

use crate::house::House;
use crate::http::{request, watch};
use crate::report::Figure;
use crate::server::Server;

const MANY: usize = 5_000;
const MOST: usize = 10_000;

async fn bare_streams(ceiling: &Server, count: usize) -> Vec<tokio::task::AbortHandle> {
    let mut open = Vec::with_capacity(count);
    for first in (1..=count).step_by(64) {
        let opening = (first..(first + 64).min(count + 1))
            .map(|guest| watch(ceiling.address, request("GET", &format!("/events/{guest}"), &[], ""), "admitted"));
        open.extend(futures_util::future::join_all(opening).await.into_iter().map(|(_, reading)| reading));
    }
    open
}

pub async fn memory() -> Vec<Figure> {
    let ceiling = Server::ceiling().await;
    let bare = ceiling.memory();
    let open = bare_streams(&ceiling, MANY).await;
    let bare = (ceiling.memory() - bare) as f64 / MANY as f64;
    drop((open, ceiling));

    let server = Server::product().await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let at_rest = server.memory();
    let house = House::on(server).await;
    let before = house.server.memory();
    let (mut guests, _) = house.guests(MANY).await;
    let pages = house.pages(&guests).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let each = (house.server.memory() - before) as f64 / MANY as f64;
    let cpu = house.server.cpu();
    const WATCHED: Duration = Duration::from_secs(30);
    tokio::time::sleep(WATCHED).await;
    let idle = (house.server.cpu() - cpu).as_secs_f64() / WATCHED.as_secs_f64() * 100.0;
    let (further, _) = house.guests(MOST - MANY).await;
    let more = house.pages(&further).await;
    guests.extend(further);
    tokio::time::sleep(Duration::from_secs(3)).await;
    let all = house.server.memory() as f64 / 1024.0;
    drop((pages, more));
    let at_rest = at_rest as f64 / 1024.0;
    vec![
        Figure::new("P8", "memory for each waiting guest with a stream, 5,000", format!("{each:.1} KiB"))
            .ceiling(format!("{bare:.1} KiB"))
            .goal("≤ 16 KiB and ≤ 1.3 × ceiling", each <= 16.0 && each <= 1.3 * bare),
        Figure::new("P8", "memory with 10,000 waiting", format!("{all:.0} MiB")).goal("≤ 180 MiB", all <= 180.0),
        Figure::new("P8", "memory at rest", format!("{at_rest:.1} MiB")).goal("≤ 20 MiB", at_rest <= 20.0),
        Figure::new("P8", "CPU with 5,000 waiting, heartbeats only", format!("{idle:.2} % of a core"))
            .goal("≤ 1 %", idle <= 1.0),
    ]
}

pub async fn coming_back() -> Vec<Figure> {
    const ROUNDS: usize = 8;
    let ceiling = Server::ceiling().await;
    let began = Instant::now();
    let open = bare_streams(&ceiling, MANY).await;
    let bare = MANY as f64 / began.elapsed().as_secs_f64();
    open.iter().for_each(tokio::task::AbortHandle::abort);
    drop(ceiling);

    let house = House::open().await;
    let (guests, _) = house.guests(MANY).await;
    let at_start = house.server.open_files();
    let (mut rates, mut left, mut memory) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let pages = house.pages(&guests).await;
        rates.push(MANY as f64 / began.elapsed().as_secs_f64());
        memory.push(house.server.memory());
        drop(pages);
        tokio::time::sleep(Duration::from_secs(2)).await;
        left.push(house.server.open_files().saturating_sub(at_start));
    }
    let rate = rates.iter().copied().fold(0.0, f64::max);
    let share = rate / bare;
    // By then the allocator has what it needs.
    let grown = memory[ROUNDS - 1] as f64 / memory[ROUNDS / 2 - 1] as f64;
    let memory: Vec<u64> = memory.iter().map(|kib| kib / 1024).collect();
    vec![
        Figure::new("P9", "5,000 streams come back", format!("{rate:.0} a second"))
            .ceiling(format!("{bare:.0} a second"))
            .goal(&format!("≥ 0.5 of the ceiling's rate (is {share:.2})"), share >= 0.5),
        Figure::new("P9", "open files 2 s after all have gone, over the start", format!("{left:?}"))
            .goal("as at the start (±10)", left.iter().all(|left| *left <= 10)),
        Figure::new("P9", "memory in each of eight rounds", format!("{memory:?} MiB"))
            .goal(&format!("no growth: the last ≤ 1.03 × the fourth (is {grown:.3})"), grown <= 1.03),
    ]
}
