//! The smallest HTTP client that can measure: it costs little beside the server it shares a machine with.

use std::cell::{Cell, RefCell};
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::Instant;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

pub struct Connection {
    stream: TcpStream,
    bytes: Vec<u8>,
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// `name=value` of the cookie that is set with such a name.
    pub fn cookie(&self, name: &str) -> String {
        let mut cookies = self.head.lines().filter_map(|line| line.split_once(": "));
        let cookie = cookies.find(|(key, value)| key.eq_ignore_ascii_case("set-cookie") && value.contains(name));
        cookie.unwrap_or_else(|| panic!("no cookie {name} in {}", self.head)).1.split(';').next().unwrap().to_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {} {}", self.status, self.body))
    }
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, bytes: Vec::new() }
    }

    pub async fn request(&mut self, request: &[u8]) -> Answer {
        self.stream.write_all(request).await.unwrap();
        let end = self.read_until(|bytes| bytes.windows(4).position(|four| four == b"\r\n\r\n")).await + 4;
        let head: Vec<u8> = self.bytes.drain(..end).collect();
        let mut answer = Answer { status: 0, head: String::from_utf8(head).unwrap(), body: String::new() };
        answer.status = answer.head.split(' ').nth(1).unwrap().parse().unwrap();
        let length: usize = answer.header("content-length").map_or(0, |length| length.parse().unwrap());
        self.read_until(|bytes| (bytes.len() >= length).then_some(0)).await;
        answer.body = String::from_utf8_lossy(&self.bytes.drain(..length).collect::<Vec<_>>()).into_owned();
        answer
    }

    async fn read_until(&mut self, found: impl Fn(&[u8]) -> Option<usize>) -> usize {
        loop {
            if let Some(at) = found(&self.bytes) {
                return at;
            }
            assert!(self.stream.read_buf(&mut self.bytes).await.unwrap() > 0, "the server closed the connection");
        }
    }
}

/// The bytes of a request. `headers` are whole lines.
pub fn request(method: &str, path: &str, headers: &[&str], body: &str) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nHost: {HOST}\r\n");
    for header in headers {
        text.push_str(header);
        text.push_str("\r\n");
    }
    if method == "POST" {
        text.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    format!("{text}\r\n{body}").into_bytes()
}

/// The name that all servers here answer to, whatever their port: their public address.
pub const HOST: &str = "127.0.0.1:8080";

/// What came on a stream, while its task reads on.
#[derive(Default)]
pub struct Heard {
    pub bytes: Cell<usize>,
    /// Whole events.
    pub events: Cell<usize>,
    /// When the text that was looked for came first.
    pub found: Cell<Option<Instant>>,
    pub ended: Cell<bool>,
    /// The end of what came, for looking into it.
    pub tail: RefCell<Vec<u8>>,
}

/// Opens a stream and reads it until it is aborted. Returns once the first event has come; an answer that is no stream
/// ends the row.
pub async fn watch(
    address: SocketAddr,
    bytes: Vec<u8>,
    looked_for: &'static str,
) -> (Rc<Heard>, tokio::task::AbortHandle) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(&bytes).await.unwrap();
    let heard = Rc::new(Heard::default());
    let (task, first) = (Rc::clone(&heard), Rc::new(tokio::sync::Notify::new()));
    let told = Rc::clone(&first);
    let reading = tokio::task::spawn_local(async move {
        let mut buffer = Vec::with_capacity(2_048);
        while let Ok(1..) = stream.read_buf(&mut buffer).await {
            task.bytes.set(task.bytes.get() + buffer.len());
            let text = String::from_utf8_lossy(&buffer);
            let events = text.matches("event: ").count();
            task.events.set(task.events.get() + events);
            if task.found.get().is_none() && text.contains(looked_for) {
                task.found.set(Some(Instant::now()));
            }
            if events > 0 || text.starts_with("HTTP/1.1 ") && !text.starts_with("HTTP/1.1 200") {
                told.notify_one();
            }
            drop(text);
            task.tail.borrow_mut().clear();
            task.tail.borrow_mut().extend_from_slice(&buffer[buffer.len().saturating_sub(200)..]);
            buffer.clear();
        }
        task.ended.set(true);
        told.notify_one();
    });
    first.notified().await;
    assert!(heard.events.get() > 0, "no stream: {}", String::from_utf8_lossy(&heard.tail.borrow()));
    (heard, reading.abort_handle())
}
