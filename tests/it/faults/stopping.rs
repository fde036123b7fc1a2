//! Told to stop, the server ends its streams and finishes what is under way; told twice, it ends at once.

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::House;
use crate::support::{connection, text};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn told_to_stop_with_two_hundred_streams_it_ends_well_and_leaves_nothing_half_done() {
    let house = House::open().await;
    let mut streams = Vec::new();
    for number in 0..200 {
        streams.push(house.program(number).watches(&format!("/rooms/{}/events", house.room), Some("0")).await);
    }
    for stream in &mut streams {
        stream.next().await.unwrap();
    }
    let writers: Vec<_> = (0..4)
        .map(|number| {
            let (program, room) = (house.program(number), house.room.clone());
            tokio::spawn(async move {
                let mut made = Vec::new();
                // Ends because the server does.
                loop {
                    let request = program.request(reqwest::Method::POST, &format!("/rooms/{room}/invites"));
                    let Ok(answer) = request.json(&json!({})).send().await else { return made };
                    assert_eq!(answer.status(), 201);
                    made.push(text(&answer.json::<serde_json::Value>().await.unwrap()["id"]));
                }
            })
        })
        .collect();
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    house.process.terminate();
    let House { process, database, _folder, .. } = house;
    let (status, log) = process.ended();
    assert_eq!(status.code(), Some(0), "{log}");
    for mut stream in streams {
        while stream.next().await.is_some() {}
    }
    let beside = std::fs::metadata(database.with_extension("db-wal")).map_or(0, |log| log.len());
    assert_eq!(beside, 0, "the file is whole without its log");
    let mut file = connection(&database, true).await;
    let mut acknowledged = 0;
    for writer in writers {
        for id in writer.await.unwrap() {
            let found: i64 = sqlx::query_scalar("SELECT count(*) FROM invite WHERE id = ?")
                .bind(id)
                .fetch_one(&mut file)
                .await
                .unwrap();
            assert_eq!(found, 1);
            acknowledged += 1;
        }
    }
    assert!(acknowledged > 0);
    let half: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM invite) - (SELECT count(*) FROM audit WHERE action = 'invite_created')",
    )
    .fetch_one(&mut file)
    .await
    .unwrap();
    assert_eq!(half, 0, "each invite has its entry in the log");
}

#[tokio::test]
async fn told_twice_it_ends_at_once() {
    let house = House::open().await;
    let address = house.process.origin.split_once("//").unwrap().1.to_owned();
    let mut slow = TcpStream::connect(&address).await.unwrap();
    let head = format!(
        "POST /api/v1/rooms HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"title\":",
        house.keys[0]
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    // An answer to another request shows that this one has long been read.
    house.program(0).get("/rooms").await.expect(200);
    house.process.terminate();
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    house.process.terminate();
    let House { process, .. } = house;
    let (status, complaint) = process.ended();
    assert_eq!(status.code(), Some(1), "{complaint}");
    assert!(complaint.contains("stopped at once, on a second signal"), "{complaint}");
    let mut rest = Vec::new();
    let _ = slow.read_to_end(&mut rest).await;
    assert!(rest.is_empty(), "nothing was answered to what was never asked in full");
}
