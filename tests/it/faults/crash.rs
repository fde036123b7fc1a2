//! Killed under load: what was acknowledged is there, once, and everything that belongs to it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use sqlx::{Row as _, SqliteConnection};

use super::{House, say};
use crate::support::{Process, Program, connection, secret_of, text};

/// Clients that decide at the same time.
const CLIENTS: usize = 6;

/// What clients were told. An answer that never came is in none of it.
#[derive(Default)]
struct Acknowledged {
    /// By admission: how often which act was acknowledged, and the last revision with its state.
    admissions: HashMap<String, Told>,
    /// Requests of which nobody knows what became of them.
    unanswered: usize,
}

#[derive(Default)]
struct Told {
    acts: HashMap<&'static str, i64>,
    revision: i64,
    state: String,
}

type Book = Arc<Mutex<Acknowledged>>;

/// How often to kill: a handful in the ordinary run, a hundred for the figure in the security rules.
fn rounds() -> usize {
    std::env::var("ANTEROOM_FAULT_ROUNDS").map_or(5, |rounds| rounds.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_moment_every_acknowledged_decision_is_there_exactly_once() {
    let mut house = House::open().await;
    // A token makes the room's session, and with it what the provider must end.
    let (guest, id) = house.process.nobody().redeems(&house.invite, "First").await;
    house.program(0).post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    guest.post("/me/token", json!({})).await.expect(200);

    let book = Book::default();
    let mut slowest = Duration::ZERO;
    for round in 0..rounds() {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|number| {
                let [first, second] = [house.program(number), house.program(number + 1)];
                tokio::spawn(load(first, second, house.invite.clone(), Arc::clone(&book)))
            })
            .collect();
        let [random] = anteroom::random::bytes::<1>();
        tokio::time::sleep(Duration::from_millis(60 + 3 * u64::from(random))).await;
        house.process.kill();
        let started = Instant::now();
        house.process = Process::start(&house.database, house.port, &["--log", "warn"]);
        house.process.is_ready().await;
        slowest = slowest.max(started.elapsed());
        for client in clients {
            client.await.unwrap();
        }
        check(&house, &book, round).await;
    }
    house.guest("After all").await;
    let told = book.lock().unwrap();
    say(&format!(
        "{} rounds, {} guests, {} unanswered; ready again within {slowest:?}",
        rounds(),
        told.admissions.len(),
        told.unanswered
    ));
    assert!(told.admissions.len() > rounds(), "there was a load");
}

/// One guest after another: asks, is let in or refused by two at once, gets another role, is put out. Ends with the
/// first request that gets no answer.
async fn load(first: Program, second: Program, invite: Value, book: Book) {
    for number in 0.. {
        if visit(&first, &second, &invite, number, &book).await.is_none() {
            book.lock().unwrap().unanswered += 1;
            return;
        }
    }
}

async fn visit(first: &Program, second: &Program, invite: &Value, number: usize, book: &Book) -> Option<()> {
    let body = json!({ "secret": secret_of(invite), "name": format!("Guest {number}") });
    let redeemed = post(first, "/invites/redeem", body).await?.1;
    let id = text(&redeemed["admission"]["id"]);
    book.lock().unwrap().admissions.entry(id.clone()).or_default().note("admission_requested", 1, "waiting");

    let act = async |by: &Program, act: &str, body: Value| post(by, &format!("/admissions/{id}/{act}"), body).await;
    let note = |fact, (status, admission): (u16, Value)| {
        let won = status == 200;
        if won {
            let (revision, state) = (admission["revision"].as_i64().unwrap(), text(&admission["state"]));
            book.lock().unwrap().admissions.get_mut(&id).unwrap().note(fact, revision, &state);
        }
        won
    };
    let (admitted, denied) = tokio::join!(act(first, "admit", json!({})), act(second, "deny", json!({})));
    let admitted = admitted.map(|answer| note("admitted", answer));
    let denied = denied.map(|answer| note("denied", answer));
    assert_ne!((admitted, denied), (Some(true), Some(true)), "one of the two");
    let refused = denied?;
    if !admitted? || refused {
        return Some(());
    }
    note("role_changed", act(second, "role", json!({ "role": "subscriber" })).await?);
    if number.is_multiple_of(2) {
        note("removed", act(first, "remove", json!({})).await?);
    }
    Some(())
}

/// What was answered; nothing if nobody did.
async fn post(by: &Program, path: &str, body: Value) -> Option<(u16, Value)> {
    let response = by.request(reqwest::Method::POST, path).json(&body).send().await.ok()?;
    let status = response.status().as_u16();
    assert!([200, 201, 409].contains(&status), "{path}: {status}");
    Some((status, response.json().await.ok()?))
}

impl Told {
    fn note(&mut self, fact: &'static str, revision: i64, state: &str) {
        *self.acts.entry(fact).or_default() += 1;
        if revision > self.revision {
            (self.revision, self.state) = (revision, state.to_owned());
        }
    }
}

/// Compares the file with what was acknowledged, and its tables with one another.
async fn check(house: &House, book: &Book, round: usize) {
    let mut file = connection(&house.database, true).await;
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check").fetch_one(&mut file).await.unwrap();
    assert_eq!(verdict, "ok");
    let rows = rows(&mut file).await;
    let told = book.lock().unwrap();
    for (id, told) in &told.admissions {
        let row = rows.get(id).unwrap_or_else(|| panic!("round {round}: guest {id} is lost"));
        assert!(row.revision >= told.revision, "round {round}: {id} lost a decision");
        if row.revision == told.revision {
            assert_eq!(row.state, told.state, "round {round}: {id}");
        }
        for (fact, times) in &told.acts {
            assert_eq!(row.facts.get(*fact), Some(times), "round {round}: {fact} of {id} stands once in the log");
        }
    }
    let unknown = rows.len() - told.admissions.len();
    assert!(unknown <= told.unanswered + 1, "only requests without an answer may have left others: {unknown}");
    for (id, row) in &rows {
        let of = |fact: &str| row.facts.get(fact).copied().unwrap_or_default();
        let changes: i64 = row.facts.iter().filter(|(fact, _)| *fact != "token_issued").map(|(_, times)| times).sum();
        assert_eq!(row.revision, changes, "round {round}: row and log of {id} agree");
        assert!(row.facts.values().all(|times| *times == 1), "round {round}: nothing of {id} is doubled");
        let taken_away = of("role_changed") + of("removed");
        assert_eq!(row.generation, 1 + taken_away, "round {round}: {id}");
        assert_eq!(row.enforced, taken_away, "round {round}: what the provider must end for {id}");
        let last = ["removed", "admitted", "denied"].into_iter().find(|fact| of(fact) > 0).unwrap_or("waiting");
        assert_eq!(row.state, last, "round {round}: {id}");
    }
}

struct AdmissionRow {
    state: String,
    revision: i64,
    generation: i64,
    enforced: i64,
    facts: HashMap<String, i64>,
}

async fn rows(file: &mut SqliteConnection) -> HashMap<String, AdmissionRow> {
    let admissions = "SELECT id, state, revision, generation,
        (SELECT count(*) FROM enforcement WHERE enforcement.person = admission.person) AS enforced FROM admission";
    let facts =
        "SELECT admission_id, action, count(*) AS times FROM audit WHERE admission_id IS NOT NULL GROUP BY 1, 2";
    let mut rows = HashMap::new();
    for row in sqlx::query(admissions).fetch_all(&mut *file).await.unwrap() {
        let admission = AdmissionRow {
            state: row.get("state"),
            revision: row.get("revision"),
            generation: row.get("generation"),
            enforced: row.get("enforced"),
            facts: HashMap::new(),
        };
        rows.insert(row.get::<String, _>("id"), admission);
    }
    for row in sqlx::query(facts).fetch_all(file).await.unwrap() {
        let admission = rows.get_mut(&row.get::<String, _>("admission_id")).expect("the log speaks of guests that are");
        admission.facts.insert(row.get("action"), row.get("times"));
    }
    rows
}
