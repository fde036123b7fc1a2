//! P7 and P12: what desks cost, however many wait.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::house::{AT_ONCE, House, Page, all_found, open_pages};
use crate::http::{Connection, request};
use crate::report::Figure;
use crate::server::Server;
use crate::timing::{micros, paced, percentile, saturate};

/// Changes of one measurement; so far apart that each is an update of its own. Together they take as long as streams have
/// between two heartbeats, so that there are as many of those with changes as without.
const CHANGES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(150);

/// What one change costs.
struct Change {
    waiting: usize,
    /// On the wire, to one desk.
    bytes: f64,
    cpu: Duration,
}

/// Guests who come one by one while so many wait and so many desks are open.
async fn change(house: &House, waiting: usize, desks: usize) -> Change {
    let mut open: Vec<Page> = Vec::new();
    for _ in 0..desks {
        open.push(house.desk().await);
    }
    let mut connection = Connection::open(house.server.address).await;
    // What is made once is made, and what other changes left behind has been told.
    // Nobody of those who wait has such a name: a namesake's row changes as well.
    let newcomer = |number: u32| house.asks(1_000_000 + number as usize);
    connection.request(&newcomer(0)).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let cpu = house.server.cpu();
    tokio::time::sleep(PAUSE * CHANGES).await;
    let idle = house.server.cpu() - cpu;
    let (cpu, bytes) = (house.server.cpu(), heard(&open));
    for number in 0..CHANGES {
        let began = Instant::now();
        connection.request(&newcomer(number + 1)).await;
        tokio::time::sleep(PAUSE.saturating_sub(began.elapsed())).await;
    }
    let cpu = (house.server.cpu() - cpu).saturating_sub(idle) / CHANGES;
    let bytes = (heard(&open) - bytes) as f64 / desks as f64 / f64::from(CHANGES);
    Change { waiting, bytes, cpu }
}

fn heard(desks: &[Page]) -> usize {
    desks.iter().map(|desk| desk.heard.bytes.get()).sum()
}

pub async fn one_change() -> Vec<Figure> {
    let mut changes = Vec::new();
    for waiting in [10, 1_000, 10_000] {
        let house = House::open().await;
        let (guests, _) = house.guests(waiting).await;
        let _pages = house.pages(&guests).await;
        // Their first heartbeats come in one wave.
        tokio::time::sleep(Duration::from_secs(20)).await;
        changes.push(change(&house, waiting, 1).await);
    }
    let (further, bare) = (further_desk().await, further_stream().await);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/benchmarks-queue.svg");
    std::fs::write(path, plot(&changes)).unwrap();
    let (few, many) = (&changes[0], &changes[2]);
    let (bytes, cpu) = (many.bytes / few.bytes, micros(many.cpu) / micros(few.cpu));
    let of = |figure: fn(&Change) -> String| changes.iter().map(figure).collect::<Vec<_>>().join(" · ");
    let most = changes.iter().map(|change| change.bytes).fold(0.0, f64::max);
    vec![
        Figure::new(
            "P7",
            "bytes to a desk for one join, 10 · 1,000 · 10,000 waiting",
            of(|it| format!("{:.0}", it.bytes)),
        )
        .goal(
            &format!("≤ 1,024, the same within 10 % (is {bytes:.2} ×)"),
            most <= 1_024.0 && (0.9..=1.1).contains(&bytes),
        ),
        Figure::new("P7", "CPU of one join with a desk, the same", of(|it| format!("{:.0} µs", micros(it.cpu))))
            .goal(&format!("≤ 1.3 × (is {cpu:.2})"), cpu <= 1.3),
        Figure::new("P7", "each further desk", format!("{further:.1} µs"))
            .ceiling(format!("a further stream: {bare:.1} µs"))
            .goal("≤ 3 µs", further <= 3.0),
    ]
}

/// CPU of a change for one more desk, in microseconds.
async fn further_desk() -> f64 {
    const DESKS: usize = 50;
    let house = House::open().await;
    let (guests, _) = house.guests(100).await;
    let _pages = house.pages(&guests).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let one = change(&house, 100, 1).await;
    let many = change(&house, 100, 1 + DESKS).await;
    (micros(many.cpu) - micros(one.cpu)) / DESKS as f64
}

/// The same of the ceiling: one more stream that listens to the same, and is sent a few bytes.
async fn further_stream() -> f64 {
    const STREAMS: usize = 50;
    let ceiling = Server::ceiling().await;
    let join = |_| request("POST", "/join", &[], "Guest");
    saturate(&ceiling, 1, 1, join, |_, _| {}).await;
    let mut cpu = Vec::new();
    for streams in [1, 1 + STREAMS] {
        let pages = open_pages(ceiling.address, streams, |_| request("GET", "/events/1", &[], "")).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let before = ceiling.cpu();
        paced(ceiling.address, CHANGES as usize, PAUSE, |_| request("POST", "/admit/1", &[], "")).await;
        all_found(&pages).await;
        cpu.push(micros(ceiling.cpu() - before) / f64::from(CHANGES));
    }
    (cpu[1] - cpu[0]) / STREAMS as f64
}

/// Bytes and CPU over the length of the queue, each as a share of that with the shortest.
fn plot(changes: &[Change]) -> String {
    let x = |waiting: usize| 90.0 + ((waiting as f64).log10() - 1.0) / 3.0 * 560.0;
    let y = |share: f64| 250.0 - share.min(2.0) * 100.0;
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 320\" font-family=\"sans-serif\" font-size=\"13\" \
         role=\"img\">\n<title>The cost of one change by the length of the queue</title>\n\
         <rect width=\"720\" height=\"320\" fill=\"#fff\"/>\n\
         <text x=\"90\" y=\"28\" font-size=\"16\">What one join costs, by how many wait (10 waiting = 1)</text>\n",
    );
    for share in [0.0, 1.0, 2.0] {
        let _ =
            writeln!(svg, "<path d=\"M90 {0}H650\" stroke=\"#ddd\"/><text x=\"60\" y=\"{0}\">{share}</text>", y(share));
    }
    let bytes: fn(&Change) -> f64 = |change| change.bytes;
    let cpu: fn(&Change) -> f64 = |change| micros(change.cpu);
    for (name, colour, dashes, of, shift) in
        [("bytes to a desk", "#1d4ed8", "", bytes, 16.0), ("CPU", "#b45309", "7 3", cpu, -10.0)]
    {
        let point = |change: &Change| (x(change.waiting), y(of(change) / of(&changes[0])));
        let points: Vec<String> = changes.iter().map(point).map(|(x, y)| format!("{x:.0},{y:.0}")).collect();
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>",
            points.join(" ")
        );
        for change in changes {
            let (x, y) = point(change);
            let unit = if name == "CPU" { "µs" } else { "B" };
            let _ = writeln!(
                svg,
                "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"3\" fill=\"{colour}\"/>\
                 <text x=\"{x:.0}\" y=\"{:.0}\" fill=\"{colour}\" text-anchor=\"middle\">{:.0} {unit}</text>",
                y + shift,
                of(change)
            );
        }
    }
    for change in changes {
        let _ = writeln!(
            svg,
            "<text x=\"{:.0}\" y=\"280\" text-anchor=\"middle\">{} waiting</text>",
            x(change.waiting),
            change.waiting
        );
    }
    svg.push_str("<text x=\"90\" y=\"306\" fill=\"#1d4ed8\">—— bytes to a desk</text>");
    svg.push_str("<text x=\"250\" y=\"306\" fill=\"#b45309\">- - CPU of the server</text>\n</svg>\n");
    svg
}

/// A burst of joins while desks watch and a host decides.
pub async fn burst() -> Vec<Figure> {
    const JOINS: usize = 2_000;
    const DESKS: usize = 5;
    let house = House::open().await;
    let (guests, _) = house.guests(100).await;
    let mut desks = Vec::new();
    for _ in 0..DESKS {
        desks.push(house.desk().await);
    }
    let before: Vec<usize> = desks.iter().map(|desk| desk.heard.events.get()).collect();
    let began = Instant::now();
    let joins = async {
        for hundred in 0..JOINS / 100 {
            saturate(
                &house.server,
                AT_ONCE,
                100,
                |number| house.asks(number),
                |_, answer| assert_eq!(answer.status, 201),
            )
            .await;
            let due = Duration::from_millis(100) * u32::try_from(hundred + 1).unwrap();
            tokio::time::sleep(due.saturating_sub(began.elapsed())).await;
        }
        began.elapsed()
    };
    let decisions = decide(&house.server, |number| house.presses(&guests[number], "admit", ""));
    let (took, mut times) = tokio::join!(joins, decisions);
    times.sort_unstable();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let seconds = began.elapsed().as_secs_f64();
    let updates = desks.iter().zip(before).map(|(desk, before)| desk.heard.events.get() - before).max().unwrap();
    let rate = updates as f64 / seconds;
    let last = text_of_last(&desks);
    let p99 = percentile(&times, 99.0);
    let waiting = JOINS + 100 - times.len();
    vec![
        Figure::new(
            "P12",
            "decisions beside 2,000 joins, 5 desks",
            format!("p50 {:.1}, p99 {p99:.1} ms; the joins took {:.1} s", percentile(&times, 50.0), took.as_secs_f64()),
        )
        .goal("p99 ≤ 50 ms", p99 <= 50.0),
        Figure::new("P12", "updates to each desk", format!("{rate:.1} a second")).goal("≤ 10 a second", rate <= 10.0),
        Figure::new(
            "P12",
            "last state at all desks",
            format!("{last} of {DESKS} have the same last update; {waiting} wait"),
        )
        .goal("right", last == DESKS),
    ]
}

/// Twenty decisions a second for two seconds.
async fn decide(server: &Server, request: impl Fn(usize) -> Vec<u8>) -> Vec<Duration> {
    let mut connection = Connection::open(server.address).await;
    let mut times = Vec::new();
    for number in 0..40 {
        let sent = Instant::now();
        assert_eq!(connection.request(&request(number)).await.status, 303);
        times.push(sent.elapsed());
        tokio::time::sleep(Duration::from_millis(50).saturating_sub(sent.elapsed())).await;
    }
    times
}

/// How many desks end with the same bytes as the first.
fn text_of_last(desks: &[Page]) -> usize {
    let first = desks[0].heard.tail.borrow().clone();
    desks.iter().filter(|desk| *desk.heard.tail.borrow() == first).count()
}
