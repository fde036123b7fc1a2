//! P4, P5, P6 and P11: what it costs to let somebody in, and how soon they know.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::answers::{TURNS, best};
use super::twin;
use crate::house::{Guest, House, Page, all_found, open_pages, sign_in};
use crate::http::{Connection, request};
use crate::report::Figure;
use crate::server::Server;
use crate::timing::{micros, paced, percentile, saturate};

/// Fifty a second.
const PAUSE: Duration = Duration::from_millis(20);
/// Decisions of one measurement.
const DECISIONS: usize = 200;

/// How long guests waited to be told, and the CPU time of one decision.
struct Told {
    times: Vec<Duration>,
    cpu: Duration,
}

impl Told {
    fn p(&self, percent: f64) -> f64 {
        percentile(&self.times, percent)
    }

    fn described(&self) -> String {
        format!("p50 {:.1}, p99 {:.1} ms", self.p(50.0), self.p(99.0))
    }
}

/// CPU time of a server while nothing is asked of it, for as long as the decisions take.
async fn idle(server: &Server) -> Duration {
    let cpu = server.cpu();
    tokio::time::sleep(PAUSE * u32::try_from(DECISIONS).unwrap()).await;
    server.cpu() - cpu
}

/// Lets in the first of those who wait, fifty a second, all of whom have a page open.
async fn let_in(house: &House, guests: &[Guest], pages: &[Page]) -> Told {
    let idle = idle(&house.server).await;
    let cpu = house.server.cpu();
    let sent =
        paced(house.server.address, DECISIONS, PAUSE, |number| house.presses(&guests[number], "admit", "")).await;
    all_found(&pages[..DECISIONS]).await;
    let cpu = (house.server.cpu() - cpu).saturating_sub(idle) / u32::try_from(DECISIONS).unwrap();
    Told { times: waits(&sent, pages), cpu }
}

fn waits(sent: &[Instant], pages: &[Page]) -> Vec<Duration> {
    let found = pages.iter().map(|page| page.heard.found.get());
    let mut times: Vec<Duration> = sent.iter().zip(found).map(|(sent, found)| found.unwrap() - *sent).collect();
    times.sort_unstable();
    times
}

/// The product with so many waiting.
async fn product(waiting: usize) -> Told {
    let house = House::open().await;
    let (guests, _) = house.guests(waiting).await;
    let pages = house.pages(&guests).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let_in(&house, &guests, &pages).await
}

/// The same with as good as nothing on top.
async fn bare(waiting: usize) -> Told {
    let ceiling = Server::ceiling().await;
    let join = |number| request("POST", "/join", &[], &format!("Guest {number}"));
    saturate(&ceiling, 32, waiting, join, |_, _| {}).await;
    let events = |number| request("GET", &format!("/events/{}", number + 1), &[], "");
    let pages = open_pages(ceiling.address, waiting, events).await;
    let idle = idle(&ceiling).await;
    let cpu = ceiling.cpu();
    let admit = |number| request("POST", &format!("/admit/{}", number + 1), &[], "");
    let sent = paced(ceiling.address, DECISIONS, PAUSE, admit).await;
    all_found(&pages[..DECISIONS]).await;
    let cpu = (ceiling.cpu() - cpu).saturating_sub(idle) / u32::try_from(DECISIONS).unwrap();
    Told { times: waits(&sent, &pages), cpu }
}

pub async fn told() -> Vec<Figure> {
    let (few, ceiling) = (product(1_000).await, bare(5_000).await);
    let (many, most) = (product(5_000).await, product(10_000).await);
    let (p50, p99) = (many.p(50.0) / ceiling.p(50.0), many.p(99.0) / ceiling.p(99.0));
    let grown = most.p(50.0) / few.p(50.0);
    let what = "admit → the guest's event, 50/s, 5,000 waiting";
    let figure =
        |goal: &str, met| Figure::new("P4", what, many.described()).ceiling(ceiling.described()).goal(goal, met);
    vec![
        figure(&format!("p50 ≤ 1.5 × ceiling (is {p50:.1})"), p50 <= 1.5),
        figure(&format!("p99 ≤ 2 × ceiling (is {p99:.1})"), p99 <= 2.0),
        figure("p99 ≤ 10 ms when quiet", many.p(99.0) <= 10.0),
        Figure::new(
            "P4",
            "the same, 10,000 waiting; 1,000 waiting",
            format!("{}; {}", most.described(), few.described()),
        )
        .goal(&format!("p50 ≤ 1.3 × that with 1,000 (is {grown:.2})"), grown <= 1.3),
        Figure::new("P4", "CPU of a decision at 50/s, 5,000 waiting (P5)", format!("{:.0} µs", micros(many.cpu)))
            .ceiling(format!("{:.0} µs", micros(ceiling.cpu)))
            .goal("≤ 2 × ceiling", many.cpu <= 2 * ceiling.cpu),
    ]
}

/// As fast as it goes: CPU of a decision, and of a change of role.
pub async fn cost() -> Vec<Figure> {
    const GUESTS: usize = 2_000;
    const HOSTS: usize = 16;
    let (house, ceiling) = (House::open().await, Server::ceiling().await);
    let (guests, _) = house.guests(GUESTS * TURNS).await;
    let join = |number| request("POST", "/join", &[], &format!("Guest {number}"));
    saturate(&ceiling, 32, GUESTS * TURNS, join, |_, _| {}).await;
    let decided = |_, answer: crate::http::Answer| assert_eq!(answer.status, 303, "{}", answer.body);
    let (mut ours, mut bare, mut raised) = (Vec::new(), Vec::new(), Vec::new());
    for (turn, guests) in guests.chunks(GUESTS).enumerate() {
        let admit = |number: usize| house.presses(&guests[number], "admit", "");
        ours.push(saturate(&house.server, HOSTS, GUESTS, admit, decided).await);
        let admit = |number| request("POST", &format!("/admit/{}", turn * GUESTS + number + 1), &[], "");
        bare.push(saturate(&ceiling, HOSTS, GUESTS, admit, |_, _| {}).await);
        let role = |number: usize| house.presses(&guests[number], "role", "role=moderator");
        raised.push(saturate(&house.server, HOSTS, GUESTS, role, decided).await);
    }
    let (ours, bare, raised) = (best(ours), best(bare), best(raised));
    let (rate, cpu) = (ours.per_second() / bare.per_second(), raised.micros() / ours.micros());
    let described = |load: &crate::timing::Load| format!("{:.0} µs CPU, {:.0}/s", load.micros(), load.per_second());
    drop((house, ceiling));
    let beside = twin::decisions().await;
    vec![
        Figure::new("P5", "decisions, 16 at once", described(&ours))
            .ceiling(described(&bare))
            .goal(&format!("≥ 0.4 of the ceiling's rate (is {rate:.2})"), rate >= 0.4),
        Figure::new("P5", "a promotion, 16 at once", described(&raised))
            .goal(&format!("CPU ≤ 1.2 × an admit (is {cpu:.2})"), cpu <= 1.2),
        beside,
    ]
}

pub async fn all_at_once() -> Vec<Figure> {
    const GUESTS: usize = 5_000;
    let house = House::open().await;
    let (guests, _) = house.guests(GUESTS).await;
    let pages = house.pages(&guests).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let ids: Vec<String> = guests.iter().map(|guest| format!("\"{}\"", guest.id)).collect();
    let body = format!("{{\"ids\":[{}]}}", ids.join(","));
    let bytes = house.calls(&format!("/rooms/{}/admit-many", house.room), &body);
    let (last, ours) = let_all_in(house.server.address, &bytes, &pages).await;
    drop((pages, house));

    let ceiling = Server::ceiling().await;
    let join = |number| request("POST", "/join", &[], &format!("Guest {number}"));
    saturate(&ceiling, 32, GUESTS, join, |_, _| {}).await;
    let events = |number| request("GET", &format!("/events/{}", number + 1), &[], "");
    let pages = open_pages(ceiling.address, GUESTS, events).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let bytes = request("POST", &format!("/admit-all/{GUESTS}"), &[], "");
    let (_, bare) = let_all_in(ceiling.address, &bytes, &pages).await;
    vec![
        Figure::new("P6", "5,000 let in at once: the last is told", ours)
            .ceiling(bare)
            .goal("≤ 250 ms, one transaction", last <= Duration::from_millis(250)),
    ]
}

/// Sends what lets all of these in; when the last of them knew, and this in words.
async fn let_all_in(address: SocketAddr, bytes: &[u8], pages: &[Page]) -> (Duration, String) {
    let mut connection = Connection::open(address).await;
    let sent = Instant::now();
    let answer = connection.request(bytes).await;
    let answered = sent.elapsed().as_secs_f64() * 1e3;
    assert!(answer.status < 400, "{}", answer.body);
    all_found(pages).await;
    let last = pages.iter().map(|page| page.heard.found.get().unwrap() - sent).max().unwrap();
    (last, format!("{:.0} ms (answered after {answered:.0} ms)", last.as_secs_f64() * 1e3))
}

/// Four people sign in at all times.
pub async fn beside_sign_ins() -> Vec<Figure> {
    let house = House::open().await;
    let (guests, _) = house.guests(1_000).await;
    let pages = house.pages(&guests).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let quiet = let_in(&house, &guests, &pages).await;
    let mut people = Vec::new();
    for _ in 0..4 {
        let (address, bytes) = (house.server.address, sign_in(&house.email, &house.password));
        people.push(tokio::task::spawn_local(async move {
            let mut connection = Connection::open(address).await;
            loop {
                assert_eq!(connection.request(&bytes).await.status, 303);
            }
        }));
    }
    let beside = let_in(&house, &guests[DECISIONS..], &pages[DECISIONS..]).await;
    assert!(people.iter().all(|person| !person.is_finished()), "a sign-in failed");
    people.iter().for_each(tokio::task::JoinHandle::abort);
    let ratio = beside.p(99.0) / quiet.p(99.0);
    vec![
        Figure::new("P11", "admit → event while four sign in at all times", beside.described())
            .ceiling(format!("without: {}", quiet.described()))
            .goal(&format!("p99 ≤ 3 × that without (is {ratio:.1})"), ratio <= 3.0),
    ]
}
