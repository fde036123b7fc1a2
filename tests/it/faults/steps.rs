//! What a join and a decision ask of the database does not grow with those who are there already.

use super::House;
use crate::support::{Process, connection, secret_of};

const GUESTS: usize = 600;
/// Looking at every one of them would be some ten steps for each.
const MOST: u64 = 2_000;

/// These pass by everybody, and are told apart by it: the sweep of those who are gone, a queue's first reading, and the look at
/// the whole file when it is opened.
const OF_ALL: [&str; 3] = ["JOIN room ON room.id = admission.room_id", "max(sequence)", "PRAGMA quick_check"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_six_hundred_waiting_a_browsers_join_and_decisions_take_as_few_steps_as_with_none() {
    let mut house = House::open().await;
    for number in 0..GUESTS {
        house.guest(&format!("Guest {number}")).await;
    }
    house.process.kill();
    house.process = Process::start(&house.database, house.port, &["--log", "warn,anteroom::store::sql=trace"]);
    let mut browser = house.process.browser();
    browser.cookies.insert("anteroom-browser".to_owned(), "b".repeat(32));
    let link = format!("/i/{}", secret_of(&house.invite));
    browser.post(&link, &[("name", "Sam")]).await.goes_to();
    let ana = house.program(0);
    let mut file = connection(&house.database, true).await;
    let sam: String =
        sqlx::query_scalar("SELECT id FROM admission WHERE name = 'Sam'").fetch_one(&mut file).await.unwrap();
    for (act, body) in [("hold", "{}"), ("admit", r#"{"role":"publisher"}"#), ("remove", "{}")] {
        let body = serde_json::from_str(body).unwrap();
        ana.post(&format!("/admissions/{sam}/{act}"), body).await.expect(200);
    }
    house.process.terminate();
    let (_, log) = house.process.ended();
    let steps = |line: &str| line.split_once("steps=")?.1.split_once(' ')?.0.parse::<u64>().ok();
    let statements: Vec<(u64, &str)> = log.lines().filter_map(|line| Some((steps(line)?, line))).collect();
    assert!(statements.iter().any(|(_, line)| line.contains("INSERT INTO admission")), "nothing was traced: {log}");
    let of_acts = statements.iter().filter(|(_, line)| !OF_ALL.iter().any(|all| line.contains(all)));
    let long: Vec<_> = of_acts.filter(|(steps, _)| *steps > MOST).collect();
    assert!(long.is_empty(), "{long:#?}");
}
