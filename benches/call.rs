//! How much a call of the embedded session costs the server, and how long people wait: `cargo bench --bench call`.
//!
//! Pages and their media are the ones of the tests, in this process, over loopback. CPU is that of the server's media
//! thread alone. Takes about two minutes. docs/benchmarks.md holds what came out, and the goals.

#![cfg(test)]
#![expect(dead_code, reason = "the pages of the tests can more than is measured here")]
#![expect(clippy::print_stdout, reason = "the table is what this is for")]

#[path = "../tests/it/video_local/hall.rs"]
mod hall;
#[path = "../tests/it/video_local/link.rs"]
mod link;
#[path = "../tests/it/video_local/page.rs"]
mod page;
#[path = "../tests/it/video_local/peer.rs"]
mod peer;

use std::time::{Duration, Instant};

use anteroom::domain::role::Role;
use anteroom::video::local::{DisconnectReason, Whom};

use self::hall::{Hall, token, until};
use self::page::Page;
use self::peer::{Publisher, Publishing, Seen, Viewer};

/// The thread that does all media work, as the server names it.
const MEDIA_THREAD: &str = "video-session";
/// Before counting begins: keyframes, bandwidth probes and the like are over.
const SETTLING: Duration = Duration::from_secs(3);
const COUNTED: Duration = Duration::from_secs(20);
const JOINS: usize = 30;
const ROLE_CHANGES: u32 = 10;

#[tokio::main]
async fn main() {
    println!("people  streams forwarded  % of a core  % for each  added delay p50  p95      frames lost");
    for people in [3, 6, 12] {
        load(people).await;
    }
    println!();
    println!("what is waited for                          times  p50      p95");
    waiting().await;
}

/// About 1 Mbit/s of video, and sound.
fn camera() -> Publishing {
    Publishing { layers: vec![2_500], every: Duration::from_millis(20), ..Publishing::default() }
}

/// Everybody publishes and sees everybody else.
async fn load(people: usize) {
    let hall = Hall::open().await;
    let call = Call::of(&hall, people).await;
    until("everybody sees everybody", || call.views.iter().all(|view| view.tally.frames() > 0)).await;
    tokio::time::sleep(SETTLING).await;

    let (began, cpu) = (Instant::now(), media_thread_time());
    tokio::time::sleep(COUNTED).await;
    let (ended, cpu) = (Instant::now(), media_thread_time() - cpu);

    let percent = 100.0 * cpu.as_secs_f64() / (ended - began).as_secs_f64();
    let (mut delays, mut lost) = (Vec::new(), 0);
    for view in &call.views {
        let counted = |seen: &Seen| seen.sent >= began && seen.arrived <= ended;
        let seen: Vec<Seen> = view.tally.seen().into_iter().filter(counted).collect();
        delays.extend(seen.iter().map(|seen| seen.arrived - seen.sent));
        let sent = seen.last().unwrap().number - seen[0].number + 1;
        lost += sent as usize - seen.len();
    }
    let streams = call.views.len();
    println!(
        "{people:>6}  {streams:>17}  {percent:>11.1}  {:>10.2}  {:>15}  {:<7}  {lost} of {}",
        percent / streams as f64,
        milliseconds(percentile(&mut delays, 50)),
        milliseconds(percentile(&mut delays, 95)),
        lost + delays.len(),
    );
}

/// CPU time of the media thread so far, from the scheduler.
fn media_thread_time() -> Duration {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap().map(|task| task.unwrap().path());
    let ours =
        tasks.filter(|task| std::fs::read_to_string(task.join("comm")).is_ok_and(|name| name.trim() == MEDIA_THREAD));
    ours.map(|task| {
        let schedstat = std::fs::read_to_string(task.join("schedstat")).unwrap_or_default();
        Duration::from_nanos(schedstat.split(' ').next().and_then(|spent| spent.parse().ok()).unwrap_or_default())
    })
    .sum()
}

/// Joining a call of three, and what changes of role do to the others there.
async fn waiting() {
    let hall = Hall::open().await;
    let mut call = Call::of(&hall, 3).await;
    until("everybody sees everybody", || call.views.iter().all(|view| view.tally.frames() > 0)).await;

    let mut joins = Vec::new();
    for at in 0..JOINS {
        joins.push(join(&hall, at).await);
    }
    row("join → first frame", joins);

    let (mut up, mut down) = (Vec::new(), Vec::new());
    for turn in 0..ROLE_CHANGES {
        let (promoted, demoted) = role_change(&hall, &mut call.pages, 2 * turn + 1).await;
        up.extend(promoted);
        down.extend(demoted);
    }
    row("viewer made publisher → first frame at others", up);
    row("publisher made viewer → last frame at others", down);
}

/// From the opening of the socket to the first frame of somebody.
async fn join(hall: &Hall, at: usize) -> Duration {
    let began = Instant::now();
    let mut page = hall.connect("call", Role::Subscriber, &format!("comer-{at}")).await;
    let stream = page.welcome["streams"][0]["stream"].as_str().unwrap().to_owned();
    let view = page.watch(&stream).await;
    until("the first frame", || view.tally.frames() > 0).await;
    let first = view.tally.seen()[0].arrived - began;
    page.leave().await;
    first
}

/// A viewer becomes a publisher by a new token, and a viewer again; what both took, for each of the others.
async fn role_change(hall: &Hall, others: &mut [Page], generation: u32) -> (Vec<Duration>, Vec<Duration>) {
    let _viewer = hall.connect_with(&token("call", Role::Subscriber, "vera", generation)).await;
    for other in others.iter_mut() {
        while other.take("streamCreated").is_some() {}
    }

    let began = Instant::now();
    let mut vera = hall.connect_with(&token("call", Role::Publisher, "vera", generation + 1)).await;
    let _from_vera: Publisher = vera.publish(camera()).await;
    let views: Vec<Viewer> = futures_util::future::join_all(others.iter_mut().map(Page::watch_next)).await;
    until("everybody sees Vera", || views.iter().all(|view| view.tally.frames() > 0)).await;
    let up = views.iter().map(|view| view.tally.seen()[0].arrived - began).collect();

    tokio::time::sleep(Duration::from_millis(500)).await;
    let began = Instant::now();
    let whom = Whom::Person { person: "vera".to_owned(), below_generation: generation + 2 };
    hall.session.disconnect("call", whom, DisconnectReason::Replaced).await.unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await; // Vera's camera goes on sending meanwhile
    let last = |view: &Viewer| view.tally.seen().last().unwrap().arrived.saturating_duration_since(began);
    (up, views.iter().map(last).collect())
}

/// Pages that all publish and see all the others.
struct Call {
    pages: Vec<Page>,
    _cameras: Vec<Publisher>,
    views: Vec<Viewer>,
}

impl Call {
    async fn of(hall: &Hall, people: usize) -> Self {
        let (mut pages, mut cameras, mut views) = (Vec::new(), Vec::new(), Vec::new());
        for at in 0..people {
            pages.push(hall.connect("call", Role::Publisher, &format!("person-{at}")).await);
        }
        for page in &mut pages {
            cameras.push(page.publish(camera()).await);
        }
        for page in &mut pages {
            for _ in 1..people {
                views.push(page.watch_next().await);
            }
        }
        Self { pages, _cameras: cameras, views }
    }
}

fn row(what: &str, mut times: Vec<Duration>) {
    let (p50, p95) = (percentile(&mut times, 50), percentile(&mut times, 95));
    println!("{what:<45}  {:>3}  {:<7}  {}", times.len(), milliseconds(p50), milliseconds(p95));
}

fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() - 1) * percent / 100]
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}
