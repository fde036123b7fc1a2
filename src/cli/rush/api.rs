//! Requests to the server's API, and its streams.

use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::redirect::Policy;
use reqwest::{Method, Response};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use url::Url;

/// One answer may take so long; a stream has no such limit.
const PATIENCE: Duration = Duration::from_secs(30);
/// An event longer than this was not meant for us.
const LONGEST_EVENT: usize = 256 * 1024;

/// Clones share connections.
#[derive(Clone)]
pub struct Api {
    client: reqwest::Client,
    root: String,
}

/// What did not work, in words for whoever started the rush. Holds no credential.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Problem {
    #[error("no connection ({0})")]
    NoConnection(String),
    #[error("{status} {title}{hint}", hint = hint(*status))]
    Answer { status: u16, title: String },
    #[error("an answer that is not the API's: {0} is missing")]
    Strange(&'static str),
    #[error("a stream ended before its time")]
    StreamEnded,
}

/// What whoever rushes can do about it.
fn hint(status: u16) -> &'static str {
    match status {
        401 => " (ANTEROOM_API_KEY must be a key of scope admin on this server)",
        421 => " (--url must be the server's public address)",
        429 => " (start the server with ANTEROOM_RATE_LIMIT_SCALE)",
        _ => "",
    }
}

impl From<reqwest::Error> for Problem {
    fn from(error: reqwest::Error) -> Self {
        // Not its address: that would make as many different problems as there are guests.
        let error = error.without_url();
        let mut deepest: &dyn std::error::Error = &error;
        while let Some(cause) = deepest.source() {
            deepest = cause;
        }
        Self::NoConnection(deepest.to_string())
    }
}

impl Api {
    pub fn new(server: &Url) -> Result<Self, Problem> {
        let client = reqwest::Client::builder().redirect(Policy::none()).no_proxy().build()?;
        Ok(Self { client, root: format!("{}/api/v1", server.origin().ascii_serialization()) })
    }

    /// Sends a body and answers what came back, parsed; nothing for an answer without a body.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        bearer: Option<&SecretString>,
        body: &Value,
    ) -> Result<Value, Problem> {
        let mut request = self.client.request(method, format!("{}{path}", self.root)).timeout(PATIENCE);
        if let Some(bearer) = bearer {
            request = request.bearer_auth(bearer.expose_secret());
        }
        let answer = request.header(CONTENT_TYPE, "application/json").body(body.to_string()).send().await?;
        let (status, bytes) = (answer.status(), answer.bytes().await?);
        let value: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        if status.is_success() { Ok(value) } else { Err(refused(status.as_u16(), &value)) }
    }

    pub async fn post(&self, path: &str, bearer: Option<&SecretString>, body: &Value) -> Result<Value, Problem> {
        self.send(Method::POST, path, bearer, body).await
    }

    /// Opens a stream of events.
    pub async fn watch(&self, path: &str, bearer: &SecretString) -> Result<Watch, Problem> {
        let request = self.client.get(format!("{}{path}", self.root)).bearer_auth(bearer.expose_secret());
        let answer = request.header(ACCEPT, "text/event-stream").send().await?;
        let status = answer.status();
        if status.is_success() {
            return Ok(Watch { answer, bytes: Vec::new() });
        }
        let bytes = answer.bytes().await?;
        Err(refused(status.as_u16(), &serde_json::from_slice(&bytes).unwrap_or_default()))
    }
}

fn refused(status: u16, answer: &Value) -> Problem {
    Problem::Answer { status, title: answer["title"].as_str().unwrap_or("without a reason").to_owned() }
}

/// A text of an answer.
pub fn text(value: &Value, what: &'static str) -> Result<String, Problem> {
    value.as_str().map(ToOwned::to_owned).ok_or(Problem::Strange(what))
}

/// An open stream.
pub struct Watch {
    answer: Response,
    bytes: Vec<u8>,
}

impl Watch {
    /// The data of the next event of this name.
    pub async fn next(&mut self, name: &str) -> Result<Value, Problem> {
        loop {
            while let Some(block) = next_block(&mut self.bytes) {
                if let Some(data) = data_of(&block, name) {
                    return serde_json::from_str(&data).map_err(|_| Problem::Strange("JSON"));
                }
            }
            if self.bytes.len() > LONGEST_EVENT {
                return Err(Problem::Strange("the end of an event"));
            }
            let chunk = self.answer.chunk().await?.ok_or(Problem::StreamEnded)?;
            self.bytes.extend_from_slice(&chunk);
        }
    }
}

/// Takes the first whole block of a stream off its bytes.
fn next_block(bytes: &mut Vec<u8>) -> Option<String> {
    let end = bytes.windows(2).position(|two| two == b"\n\n")?;
    let block: Vec<u8> = bytes.drain(..end + 2).collect();
    Some(String::from_utf8_lossy(&block).into_owned())
}

/// The data of a block, if it is an event of this name.
fn data_of(block: &str, name: &str) -> Option<String> {
    let field = |field: &str| -> Vec<&str> {
        block.lines().filter_map(|line| line.strip_prefix(field)?.strip_prefix(": ")).collect()
    };
    (field("event") == [name]).then(|| field("data").join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_read_whole_whatever_the_pieces_they_come_in() {
        let mut bytes = b": hello\n\nevent: admission\ndata: {\"state\":\ndata: 1}\n\nevent: fa".to_vec();
        assert_eq!(data_of(&next_block(&mut bytes).unwrap(), "admission"), None);
        let block = next_block(&mut bytes).unwrap();
        assert_eq!(data_of(&block, "admission").unwrap(), "{\"state\":\n1}");
        assert_eq!(data_of(&block, "fact"), None);
        assert_eq!(next_block(&mut bytes), None);
        bytes.extend_from_slice(b"ct\ndata: 7\n\n");
        assert_eq!(data_of(&next_block(&mut bytes).unwrap(), "fact").unwrap(), "7");
        assert!(bytes.is_empty());
    }

    #[test]
    fn problems_say_what_can_be_done() {
        let problem = refused(429, &serde_json::json!({ "title": "Too many requests" })).to_string();
        assert_eq!(problem, "429 Too many requests (start the server with ANTEROOM_RATE_LIMIT_SCALE)");
        assert_eq!(refused(500, &Value::Null).to_string(), "500 without a reason");
    }
}
