//! An open event stream, read as a browser reads it.

use std::time::Duration;

use serde_json::Value;

use super::{Browser, Program};

/// How long an event may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Stream {
    answer: reqwest::Response,
    bytes: Vec<u8>,
}

/// One event. Without an id or data, they are empty.
#[derive(Debug)]
pub struct SentEvent {
    pub name: String,
    pub id: String,
    pub data: String,
}

impl Stream {
    pub async fn open_by(browser: &Browser, path: &str, last_event_id: Option<&str>) -> Self {
        let request = super::client().get(format!("{}{path}", browser.origin()));
        Self::open(request.header("cookie", browser.cookie_header()), last_event_id).await
    }

    pub async fn open(mut request: reqwest::RequestBuilder, last_event_id: Option<&str>) -> Self {
        if let Some(id) = last_event_id {
            request = request.header("last-event-id", id);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        Self { answer, bytes: Vec::new() }
    }

    /// The next event; comments, a retry or only a position are none. Nothing when the stream has ended.
    pub async fn next(&mut self) -> Option<SentEvent> {
        loop {
            while let Some(end) = self.bytes.windows(2).position(|two| two == b"\n\n") {
                let block: Vec<u8> = self.bytes.drain(..end + 2).collect();
                let block = String::from_utf8(block).unwrap();
                if block.contains("event: ") {
                    return Some(SentEvent::read(&block));
                }
            }
            let chunk = tokio::time::timeout(PATIENCE, self.answer.chunk()).await.expect("an event in time");
            self.bytes.extend_from_slice(&chunk.ok()??);
        }
    }

    /// What the stream says at its beginning of when to come back after a break, in milliseconds.
    pub async fn retry(&mut self) -> u64 {
        loop {
            let text = String::from_utf8_lossy(&self.bytes).into_owned();
            if let Some((line, _)) = text.strip_prefix("retry: ").and_then(|rest| rest.split_once('\n')) {
                return line.parse().unwrap();
            }
            let chunk = tokio::time::timeout(PATIENCE, self.answer.chunk()).await.expect("a beginning in time");
            self.bytes.extend_from_slice(&chunk.unwrap().unwrap());
        }
    }

    /// The next event of that name; those of others come when they come.
    pub async fn next_named(&mut self, name: &str) -> SentEvent {
        loop {
            let event = self.next().await.expect("the stream goes on");
            if event.name == name {
                return event;
            }
        }
    }

    /// Reads until a row of the desk says this, and answers the data of that event.
    pub async fn rows_with(&mut self, text: &str) -> String {
        loop {
            let event = self.next_named("rows").await;
            if event.data.contains(text) {
                return event.data;
            }
        }
    }
}

impl SentEvent {
    fn read(block: &str) -> Self {
        let field = |name: &str| -> String {
            let values = block.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            values.collect::<Vec<_>>().join("\n")
        };
        Self { name: field("event"), id: field("id"), data: field("data") }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.data).unwrap()
    }
}

impl Program {
    pub async fn watches(&self, path: &str, last_event_id: Option<&str>) -> Stream {
        Stream::open(self.request(reqwest::Method::GET, path), last_event_id).await
    }
}
