//! Another process holds the database: writes come later or are refused for now, reads go on.

use std::time::Duration;

use serde_json::json;

use super::{House, comes_later};
use crate::support::connection;

/// Longer than the server waits for a lock.
const HELD: Duration = Duration::from_secs(8);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_another_holds_the_database_writes_are_refused_for_now_and_reads_go_on() {
    let house = House::open().await;
    let id = house.guest("Sam").await;
    let ana = house.program(0);
    let mut stream = ana.watches(&format!("/rooms/{}/events", house.room), None).await;
    let mut other = connection(&house.database, false).await;
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let releasing = tokio::spawn(async move {
        tokio::time::sleep(HELD).await;
        sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
    });

    let (mut later, mut read) = (0, 0);
    while !releasing.is_finished() {
        // Several at once, so that some queue up behind the one that waits for the lock.
        let writes = (0..8).map(|number| ana.post("/rooms", json!({ "title": format!("Room {number}") })));
        let writing = futures_util::future::join_all(writes);
        tokio::pin!(writing);
        loop {
            tokio::select! {
                answers = &mut writing => {
                    for answer in answers.iter().filter(|answer| answer.status != 201) {
                        comes_later(answer);
                        later += 1;
                    }
                    break;
                }
                () = tokio::time::sleep(Duration::from_millis(100)) => {
                    let admission = ana.get(&format!("/admissions/{id}")).await.expect(200);
                    assert_eq!(admission["state"], "waiting");
                    read += 1;
                }
            }
        }
    }
    releasing.await.unwrap();
    assert!(later > 0 && read > 0, "{later} refused, {read} read");

    ana.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    assert_eq!(stream.next_named("fact").await.json()["action"], "admitted");
    house.guest("Kim").await;
}
