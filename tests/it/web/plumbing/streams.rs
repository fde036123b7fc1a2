//! Streams send, end when the server stops, and are not held for clients that have gone.

use actix_web::web::{Data, ServiceConfig, get, resource};
use actix_web::{HttpResponse, Responder};
use anteroom::web::{Site, sse};
use futures_util::StreamExt as _;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::Server;

fn streams(config: &mut ServiceConfig) {
    config.service(resource("/stream").route(get().to(one_event))).service(resource("/flood").route(get().to(flood)));
}

async fn one_event(site: Data<Site>) -> impl Responder {
    let events = futures_util::stream::iter([sse::Event::new("rows", Some(3), "<li>Zoë</li>\r\nevent: forged")]);
    sse::respond(events.chain(futures_util::stream::pending()), site.stopping.clone())
}

async fn flood(site: Data<Site>) -> HttpResponse {
    let large = "x".repeat(10_000);
    let events = futures_util::stream::repeat_with(move || sse::Event::new("rows", None, &large));
    sse::respond(events, site.stopping.clone())
}

async fn open(server: &Server, path: &str) -> tokio::net::TcpStream {
    let mut stream = server.connect().await;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: gzip\r\n\r\n", server.address);
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

#[tokio::test]
async fn an_event_arrives_at_once_and_uncompressed() {
    let server = Server::start_serving(streams, |_| {}).await;
    let mut stream = open(&server, "/stream").await;
    let mut seen = String::new();
    while !seen.contains("forged") {
        let mut buffer = [0; 4_096];
        let read = stream.read(&mut buffer).await.unwrap();
        assert!(read > 0, "the stream ended: {seen}");
        seen.push_str(std::str::from_utf8(&buffer[..read]).unwrap());
    }
    for expected in ["text/event-stream", "content-encoding: identity", "cache-control: no-store", "retry: "] {
        assert!(seen.contains(expected), "{expected}: {seen}");
    }
    assert!(seen.contains("event: rows\nid: 3\ndata: <li>Zoë</li>\ndata: event: forged"), "{seen}");
}

#[tokio::test]
async fn open_streams_end_when_the_server_stops() {
    let server = Server::start_serving(streams, |_| {}).await;
    let mut open_streams = Vec::new();
    for _ in 0..20 {
        let mut stream = open(&server, "/stream").await;
        stream.read_u8().await.unwrap();
        open_streams.push(stream);
    }
    server.stop().await.unwrap();
    for mut stream in open_streams {
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).await.unwrap();
        assert!(rest.ends_with(b"0\r\n\r\n"), "the stream ended in order");
    }
}

/// Takes as long as the kernel gives a stalled reader, which is most of a minute's half.
#[tokio::test]
#[cfg(target_os = "linux")]
async fn whoever_stops_reading_is_dropped() {
    let server = Server::start_serving(streams, |_| {}).await;
    let mut stalled = open(&server, "/flood").await;
    stalled.read_u8().await.unwrap();
    tokio::time::sleep(std::time::Duration::from_secs(32)).await;
    let mut rest = Vec::new();
    let mut read = 0_usize;
    // What the kernel had buffered can still be read; then comes the reset instead of more of a flood without end.
    let ended = loop {
        rest.resize(1 << 20, 0);
        match stalled.read(&mut rest).await {
            Ok(0) => break "closed",
            Err(_) => break "reset",
            Ok(more) => read += more,
        }
        assert!(read < 64 << 20, "the flood goes on");
    };
    assert!(["closed", "reset"].contains(&ended));
}
