//! P13 to P15: start, what a guest's browser fetches, the binary.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, SqliteConnection};

use crate::house::House;
use crate::http::{Connection, request};
use crate::report::Figure;
use crate::server::{self, Server};

pub async fn starts() -> Vec<Figure> {
    let mut figures = Vec::new();
    for (admissions, goal) in [(10_000, 150.0), (100_000, 300.0)] {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("anteroom.db");
        let house = House::on(Server::product_on(&database).await).await;
        house.guests(10_000).await;
        let House { server, .. } = house;
        drop(server);
        multiply(&database, admissions / 10_000).await;
        let mut times = Vec::new();
        for _ in 0..5 {
            let began = Instant::now();
            let server = Server::product_on(&database).await;
            times.push(began.elapsed());
            drop(server);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        times.sort_unstable();
        let middle = times[2].as_secs_f64() * 1e3;
        figures.push(
            Figure::new(
                "P13",
                &format!("start to ready, {admissions} admissions"),
                format!("{middle:.0} ms (middle of 5)"),
            )
            .goal(&format!("≤ {goal:.0} ms"), middle <= goal),
        );
    }
    figures.extend(long_log().await);
    figures
}

const ENTRIES: u32 = 1_000_000;

/// What hosts and admins look at, over a log of a million entries.
async fn long_log() -> Vec<Figure> {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let mut house = House::on(Server::product_on(&database).await).await;
    house.guests(10_000).await;
    drop(house.server);
    lengthen_log(&database).await;
    let began = Instant::now();
    house.server = Server::product_on(&database).await;
    let ready = began.elapsed().as_secs_f64() * 1e3;
    let of_room = format!("/host/rooms/{}", house.room);
    let mut figures = vec![Figure::new("P13", "start to ready, log of 1,000,000 entries", format!("{ready:.0} ms"))];
    for (what, path) in [
        ("desk", of_room.clone()),
        ("the room's log", format!("{of_room}/audit")),
        ("the log of all", "/admin/audit".to_owned()),
        ("the log of all, one act in one room", format!("/admin/audit?action=denied&room={}", house.room)),
        ("the log of all, by guests, a week", "/admin/audit?actor=guest&from=2026-01-01&to=2026-01-07".to_owned()),
    ] {
        let mut times = Vec::new();
        for _ in 0..20 {
            let mut connection = Connection::open(house.server.address).await;
            let sent = Instant::now();
            let answer = connection.request(&request("GET", &path, &[&house.cookie], "")).await;
            times.push(sent.elapsed().as_secs_f64() * 1e3);
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        }
        times.sort_by(f64::total_cmp);
        let (middle, longest) = (times[times.len() / 2], times[times.len() - 1]);
        figures.push(
            Figure::new(
                "P13",
                &format!("{what}, log of 1,000,000 entries"),
                format!("{middle:.1} ms, longest {longest:.1} ms"),
            )
            .goal("≤ 50 ms", longest <= 50.0),
        );
    }
    figures
}

/// Fills up the log of a database that nobody has open, a minute from entry to entry. Its chain does not hold, which pages
/// do not look at.
async fn lengthen_log(database: &Path) {
    let mut file: SqliteConnection = SqliteConnectOptions::new().filename(database).connect().await.unwrap();
    let acts = "CASE n % 7 WHEN 0 THEN 'denied' WHEN 1 THEN 'withdrawn' WHEN 2 THEN 'admission_requested'
                WHEN 3 THEN 'held' WHEN 4 THEN 'left' ELSE 'admitted' END";
    let fill = format!(
        "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {ENTRIES}),
             some AS (SELECT row_number() OVER () - 1 AS place, id, room_id FROM admission),
             host AS (SELECT id, name FROM account LIMIT 1)
         INSERT INTO audit (at, actor_kind, actor_id, actor_name, address, room_id, admission_id, action, detail, salt,
                            personal, previous, hash)
         SELECT 1735689600000 + n * 60000, iif(n % 3, 'account', 'guest'), iif(n % 3, host.id, some.id),
                iif(n % 3, host.name, ''), '203.0.113.7', some.room_id, some.id, {acts}, '{{}}', randomblob(16),
                randomblob(32), randomblob(32), randomblob(32)
         FROM number JOIN some ON some.place = n * 7919 % 10000 JOIN host"
    );
    sqlx::query(sqlx::AssertSqlSafe(fill)).execute(&mut file).await.unwrap();
    let head =
        "UPDATE audit_head SET (sequence, hash) = (SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1)";
    sqlx::query(head).execute(&mut file).await.unwrap();
}

/// Copies the admissions of a database that nobody has open until there are so many times as many.
async fn multiply(database: &Path, times: u32) {
    let mut file: SqliteConnection = SqliteConnectOptions::new().filename(database).connect().await.unwrap();
    let columns: Vec<String> =
        sqlx::query_scalar("SELECT name FROM pragma_table_info('admission')").fetch_all(&mut file).await.unwrap();
    for turn in 1..times {
        // Ids, people and tickets are made anew, everything else is the same.
        let value = |column: &String| match column.as_str() {
            "id" | "person" => "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || \
                 substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
                .to_owned(),
            other if other.contains("ticket") && other.contains("hash") => "randomblob(32)".to_owned(),
            "sequence" => format!("sequence + {turn} * 10000"),
            other => other.to_owned(),
        };
        let values: Vec<String> = columns.iter().map(value).collect();
        let limit = 10_000;
        let copy = format!(
            "INSERT INTO admission ({}) SELECT {} FROM (SELECT * FROM admission ORDER BY rowid LIMIT {limit})",
            columns.join(", "),
            values.join(", ")
        );
        sqlx::query(sqlx::AssertSqlSafe(copy)).execute(&mut file).await.unwrap();
    }
}

pub async fn guest_pages() -> Vec<Figure> {
    let house = House::open().await;
    let mut connection = Connection::open(house.server.address).await;
    let mut fetched = BTreeSet::new();
    let mut bytes = 0;
    let page = connection.request(&house.invite_page()).await;
    bytes += page.head.len() + page.body.len();
    let files = page.body.split('"').filter(|part| part.starts_with("/static/"));
    // One file holds all icons.
    for part in files.map(|part| part.split('#').next().unwrap()) {
        if fetched.insert(part.to_owned()) {
            let mut fresh = Connection::open(house.server.address).await;
            let file = fresh.request(&request("GET", part, &["Accept-Encoding: gzip"], "")).await;
            bytes += file.head.len() + file.header("content-length").map_or(0, |length| length.parse().unwrap());
        }
    }
    let (kilobytes, requests) = (bytes as f64 / 1e3, fetched.len() + 1);
    vec![
        Figure::new(
            "P14",
            "an invite's page with all that it names",
            format!("{kilobytes:.0} kB in {requests} requests"),
        )
        .goal("≤ 60 kB compressed, ≤ 8 requests", kilobytes <= 60.0 && requests <= 8),
        Figure::new("P14", "layout shift, usable on a slow phone", "below: `node measure_form.js`".to_owned()),
    ]
}

pub fn binary() -> Vec<Figure> {
    let megabytes = fs::metadata(server::binary()).unwrap().len() as f64 / 1e6;
    vec![
        Figure::new("P15", "the binary, stripped", format!("{megabytes:.1} MB")).goal("≤ 25 MB", megabytes <= 25.0),
        Figure::new("P15", "edit to running debug binary", "not measured here".to_owned()),
    ]
}
