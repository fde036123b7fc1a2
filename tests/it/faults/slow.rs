//! Clients that take their time: a head that never ends, a body that drips. They are cut off, and meanwhile nobody else
//! waits for them. Takes as long as the server's patience, about half a minute.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::House;

/// Sends a beginning and then one byte every half second, until the server ends it. Answers what it said.
async fn drips(address: String, beginning: String) -> String {
    let stream = TcpStream::connect(&address).await.unwrap();
    let (mut reader, mut writer) = stream.into_split();
    writer.write_all(beginning.as_bytes()).await.unwrap();
    let dripping = tokio::spawn(async move {
        while writer.write_all(b"a").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    });
    let mut answer = Vec::new();
    let _ = reader.read_to_end(&mut answer).await;
    dripping.abort();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_heads_and_bodies_are_cut_off_and_nobody_else_waits_for_them() {
    let house = House::open().await;
    let address = house.process.origin.split_once("//").unwrap().1.to_owned();
    let key = &house.keys[0];
    let head = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nX-Slow: ");
    let body = format!(
        "POST /api/v1/rooms HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {key}\r\n\
         Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{{\"title\":\""
    );
    let slow: Vec<_> = (0..20)
        .flat_map(|_| [head.clone(), body.clone()])
        .map(|beginning| tokio::spawn(drips(address.clone(), beginning)))
        .collect();
    let mut others = 0;
    while slow.iter().any(|client| !client.is_finished()) {
        house.program(0).get("/rooms").await.expect(200);
        others += 1;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(others > 10, "the slow ones had their time: {others}");
    for client in slow {
        let answer = client.await.unwrap();
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
    let rooms = house.program(0).get("/rooms").await.expect(200);
    assert_eq!(rooms["items"].as_array().unwrap().len(), 1, "nothing was made of half a request");
}
