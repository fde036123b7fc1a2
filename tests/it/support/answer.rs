//! What came back, whoever asked.

use scraper::{Html, Selector};
use serde_json::Value;

/// A whole answer as text. A status of 0: what came was no answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    /// Of the bytes of one answer on a connection of its own.
    pub fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let (head, body) = bytes.split_at(end.unwrap_or(bytes.len()));
        let (head, body) = (String::from_utf8_lossy(head).into_owned(), body.get(4..).unwrap_or_default());
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        let in_chunks = head.to_ascii_lowercase().contains("\r\ntransfer-encoding: chunked");
        let body = if in_chunks { joined(body) } else { body.to_vec() };
        Self { status, head, body: String::from_utf8_lossy(&body).into_owned() }
    }

    /// Whether all bytes came that its head announces. Without a length, only the end of the connection tells.
    pub fn is_whole(bytes: &[u8]) -> bool {
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
        let head = Self::parse(&bytes[..end]);
        let length = head.header("content-length").and_then(|length| length.parse::<usize>().ok());
        length.is_some_and(|length| bytes.len() >= end + 4 + length)
    }

    pub async fn of(response: reqwest::Response) -> Self {
        let (status, head) = head_of(&response);
        Self { status, head, body: response.text().await.unwrap() }
    }

    /// As far as the first event of a stream.
    pub async fn of_first_event(mut response: reqwest::Response) -> Self {
        let (status, head) = head_of(&response);
        let mut body = String::new();
        while !body.contains("data: ") {
            body.push_str(std::str::from_utf8(&response.chunk().await.unwrap().unwrap()).unwrap());
        }
        Self { status, head, body }
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// All values of a header that may stand more than once.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// Head and body: every byte that came.
    pub fn whole(&self) -> String {
        format!("{}\n{}", self.head, self.body)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The JSON, if the status is the one expected. Problems have their own content type and say their status.
    #[track_caller]
    pub fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        let body = if self.body.is_empty() { Value::Null } else { self.json() };
        if status >= 400 {
            assert_eq!(self.header("content-type"), Some("application/problem+json"));
            assert_eq!(body["status"], status);
            assert!(body["title"].is_string() && body["detail"].is_string() && body["type"].is_string(), "{body}");
        }
        body
    }

    /// 200, whatever came.
    #[track_caller]
    pub fn expect_ok(&self) {
        assert_eq!(self.status, 200, "{}", self.body);
    }

    /// 422 for this field.
    #[track_caller]
    pub fn names(&self, field: &str) {
        assert_eq!(self.expect(422)["field"], field, "{}", self.body);
    }

    /// Where a page that says 303 sends the browser.
    #[track_caller]
    pub fn goes_to(&self) -> &str {
        assert_eq!(self.status, 303, "{}", self.body);
        self.header("location").unwrap_or_default()
    }

    /// The text of what a selector finds, spaces folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let folded = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Html::parse_document(&self.body).select(&selector).map(|it| folded(it.text().collect())).collect()
    }

    /// An attribute of the first that a selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let selector = Selector::parse(selector).unwrap();
        Html::parse_document(&self.body).select(&selector).next()?.attr(name).map(str::to_owned)
    }

    /// All that a reader sees.
    pub fn text(&self) -> String {
        self.texts("main").join(" ")
    }
}

fn head_of(response: &reqwest::Response) -> (u16, String) {
    let status = response.status().as_u16();
    let lines = response.headers().iter().map(|(name, value)| format!("\r\n{name}: {}", value.to_str().unwrap()));
    (status, format!("HTTP/1.1 {status}{}", lines.collect::<String>()))
}

/// A body that came in chunks, as far as it came.
fn joined(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(line) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&rest[..line]).ok().and_then(|size| usize::from_str_radix(size, 16).ok());
        let Some(size) = size.filter(|size| *size > 0 && line + 2 + size <= rest.len()) else { break };
        body.extend_from_slice(&rest[line + 2..line + 2 + size]);
        rest = rest.get(line + 4 + size..).unwrap_or_default();
    }
    body
}
