//! Requests that somebody has tampered with, byte by byte: each gets an answer or a closed connection, none a 5xx, and
//! the server is as well afterwards as before.

use std::fs;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anteroom::random;
use futures_util::future::join_all;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{House, say};
use crate::support::secret_of;

/// Longer than any deadline of the server: what takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(60);
/// A client that waits for no answer longer than this.
const GIVES_UP: Duration = Duration::from_millis(400);
const CLIENTS: usize = 16;

/// How many requests: some in the ordinary run, 100,000 for the figure in docs/faults.md.
fn requests() -> usize {
    std::env::var("ANTEROOM_FAULT_REQUESTS").map_or(2_000, |requests| requests.parse().unwrap())
}

/// Whole requests of each kind, to begin with.
fn patterns(house: &House, address: SocketAddr, admission: &str) -> Vec<Vec<u8>> {
    let (key, room, secret) = (&house.keys[0], &house.room, secret_of(&house.invite));
    let post = |path: &str, headers: &str, body: &str| {
        format!("POST {path} HTTP/1.1\r\nHost: {address}\r\n{headers}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
    };
    let json = format!("Authorization: Bearer {key}\r\nContent-Type: application/json");
    let form = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin";
    let get = |path: &str, headers: &str| format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n{headers}\r\n\r\n");
    [
        get("/healthz", "Accept: */*"),
        get(&format!("/i/{secret}"), "Accept-Language: de;q=0.9, fr\r\nCookie: anteroom-browser=abc"),
        post(&format!("/i/{secret}"), form, "name=Zo%C3%AB&note=Hello"),
        post("/host/sign-in", form, "email=ana%40example.org&password=wrong"),
        post("/api/v1/rooms", &json, r#"{"title":"Consultation","door":"closed","most_waiting":7}"#),
        post(&format!("/api/v1/rooms/{room}/invites"), &json, r#"{"role":"publisher","max_uses":null}"#),
        post(
            "/api/v1/invites/redeem",
            "Content-Type: application/json",
            &format!(r#"{{"secret":"{secret}","name":"Sam"}}"#),
        ),
        post(&format!("/api/v1/admissions/{admission}/hold"), &json, r#"{"message":"Soon","revision":1}"#),
        get(&format!("/api/v1/rooms/{room}/admissions?state=waiting&limit=5"), &format!("Authorization: Bearer {key}")),
        get("/api/v1/audit?action=admitted&from=2026-11-24", &format!("Authorization: Bearer {key}")),
        get(&format!("/host/rooms/{room}"), "Cookie: anteroom-sign-in=abc"),
        get(
            "/session/ws",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAA",
        ),
    ]
    .map(String::into_bytes)
    .to_vec()
}

/// A few bytes changed, put in, taken out, doubled; or the end cut off.
fn tampered(mut bytes: Vec<u8>) -> Vec<u8> {
    let [changes] = random::bytes::<1>();
    for _ in 0..=changes % 4 {
        let [kind, byte, high, low] = random::bytes::<4>();
        let at = usize::from(u16::from_be_bytes([high, low])) % bytes.len().max(1);
        match kind % 6 {
            0 | 1 => bytes[at] = byte,
            2 => bytes.insert(at, byte),
            3 => drop(bytes.remove(at)),
            4 => {
                let piece = bytes[at..bytes.len().min(at + 20)].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => bytes.truncate(at.max(1)),
        }
        if bytes.is_empty() {
            return vec![byte];
        }
    }
    bytes
}

/// The status that a request gets; nothing when the connection was closed without one.
async fn status(address: SocketAddr, request: &[u8], gives_up: Duration) -> Option<u16> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    // It may close before all has been sent.
    let _ = stream.write_all(request).await;
    let mut answer = vec![0; 2_048];
    let mut length = 0;
    // Whoever sends half a request and waits is waited for, as `slow.rs` shows; here the client then goes away.
    let (mut rest, mut gone) = (Box::pin(tokio::time::sleep(gives_up)), false);
    let patience = tokio::time::sleep(PATIENCE);
    let mut patience = std::pin::pin!(patience);
    while length < 12 {
        tokio::select! {
            read = stream.read(&mut answer[length..]) => match read {
                Ok(0) | Err(_) => return None,
                Ok(more) => length += more,
            },
            () = &mut patience => panic!("no answer and no end: {:?}", String::from_utf8_lossy(request)),
            () = &mut rest, if !gone => {
                gone = true;
                rustix::net::shutdown(&stream, rustix::net::Shutdown::Write).ok()?;
            }
        }
    }
    String::from_utf8_lossy(&answer[9..12]).parse().ok()
}

fn memory_kib(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// So many from each client at the same time; how many were answered.
async fn tamper(address: SocketAddr, patterns: &Arc<Vec<Vec<u8>>>, each: usize) -> usize {
    let clients = (0..CLIENTS).map(|client| {
        let patterns = Arc::clone(patterns);
        tokio::spawn(async move {
            let mut answered = 0;
            for number in 0..each {
                let request = tampered(patterns[(client + number) % patterns.len()].clone());
                if let Some(status) = status(address, &request, GIVES_UP).await {
                    // 505 is said of a version of HTTP that nobody speaks.
                    let fine = status < 500 || status == 505;
                    assert!(fine, "{status}: {:?}", String::from_utf8_lossy(&request));
                    answered += 1;
                }
            }
            answered
        })
    });
    join_all(clients).await.into_iter().map(Result::unwrap).sum()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_that_was_tampered_with_is_a_failure_of_the_server() {
    let house = House::open().await;
    let admission = house.guest("Sam").await;
    let address: SocketAddr = house.process.origin.split_once("//").unwrap().1.parse().unwrap();
    let patterns = Arc::new(patterns(&house, address, &admission));
    for pattern in patterns.iter() {
        let whole = status(address, pattern, PATIENCE).await;
        assert!(whole.is_some_and(|status| status < 500), "{:?} {whole:?}", String::from_utf8_lossy(pattern));
    }
    let fresh = memory_kib(house.process.id());
    let half = requests() / CLIENTS / 2;
    let first = tamper(address, &patterns, half).await;
    let before = memory_kib(house.process.id());
    let second = tamper(address, &patterns, half).await;
    let after = memory_kib(house.process.id());
    let (sent, answered) = (2 * half * CLIENTS, first + second);
    say(&format!("{sent} requests, {answered} answered; memory {fresh}, {before} at half time, then {after} KiB"));
    assert!(answered > sent / 2, "most are still requests: {answered}");
    // Two passwords may be checked at this moment, in 19 MiB each.
    assert!(after < fresh + 64 * 1024, "memory grew from {fresh} to {after} KiB");
    house.guest("After all").await;
}
