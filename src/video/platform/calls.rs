//! The platform's calls. Sources: the official SDKs and the REST guide.

use jiff::{SignedDuration, Timestamp};
use reqwest::{Method, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::problem::Problem;
use super::rest::{Body, Call, MOST, MOST_OF_A_LIST, Reply, Rest};
use crate::domain::ids::{ConnectionId, StreamId};
use crate::video::MediaMode;
use crate::video::token::session_id::SessionId;

/// One connection as the platform lists it. Whose it is, the list does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: ConnectionId,
    /// When it connected; none if the platform does not say.
    pub created_at: Option<Timestamp>,
}

/// What is sent to everybody in a session, or to one connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// At most 128 bytes of letters, digits and `- . _ ~`.
    pub kind: String,
    /// At most 8,192 bytes.
    pub data: String,
}

#[derive(Deserialize)]
struct Created {
    session_id: String,
}

#[derive(Deserialize)]
struct List<T> {
    items: Vec<T>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ListedWire {
    connection_id: ConnectionId,
    connection_state: Option<String>,
    /// Milliseconds, as a number or as text.
    created_at: Option<Value>,
}

#[derive(Deserialize)]
struct StreamWire {
    id: StreamId,
}

impl Rest {
    /// Makes a session and answers its id. Never repeated by itself: a second one would be a second session.
    pub async fn create_session(&self, mode: MediaMode) -> Result<String, Problem> {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("archiveMode", "manual")
            .append_pair("p2p.preference", mode.preference())
            .finish();
        let path = vec!["session".to_owned(), "create".to_owned()];
        let call = Call { method: Method::POST, path, body: Body::Form(form), repeatable: false, most: MOST };
        let reply = self.call(&call).await?;
        let made: Vec<Created> = read_json(&reply, StatusCode::OK)?;
        let made = made.into_iter().next().ok_or(Problem::Nonsense("no session in it"))?;
        Ok(made.session_id)
    }

    /// Whether the platform takes our signature, and how far this machine's clock is ahead of the platform's. Asks for the
    /// streams of a session that nobody has made, which changes nothing.
    ///
    /// # Errors
    /// What is wrong, for whoever set it up.
    pub async fn check(&self, random: [u8; 16]) -> Result<Option<SignedDuration>, Problem> {
        let session = SessionId::of(self.account().project(), 0, random);
        self.probe(&self.list(session.as_str(), "stream")).await
    }

    /// Ends a connection. That it is not connected (any more) is success.
    pub async fn disconnect(&self, session: &str, connection: &ConnectionId) -> Result<(), Problem> {
        let path = self.of_session(session, &["connection", connection.as_str()]);
        // The outbox repeats it, with pauses.
        let call = Call { method: Method::DELETE, path, body: Body::None, repeatable: false, most: MOST };
        match self.call(&call).await {
            Ok(reply) if reply.status == StatusCode::NO_CONTENT => Ok(()),
            Ok(_) => Err(Problem::Nonsense("success, but not the one of a disconnection")),
            Err(Problem::NotFound) => Ok(()),
            Err(problem) => Err(problem),
        }
    }

    /// Asks one stream to be silent. That there is no such stream is success.
    pub async fn mute(&self, session: &str, stream: &StreamId) -> Result<(), Problem> {
        let path = self.of_session(session, &["stream", stream.as_str(), "mute"]);
        let call = Call { method: Method::POST, path, body: Body::None, repeatable: true, most: MOST };
        match self.call(&call).await {
            // The body describes the account, secrets perhaps included: it is not looked at.
            Ok(_) | Err(Problem::NotFound) => Ok(()),
            Err(problem) => Err(problem),
        }
    }

    /// Asks all streams but these to be silent.
    pub async fn mute_all(&self, session: &str, except: &[StreamId]) -> Result<(), Problem> {
        let except: Vec<&str> = except.iter().map(StreamId::as_str).collect();
        let body = json!({ "active": true, "excludedStreamIds": except }).to_string();
        let path = self.of_session(session, &["mute"]);
        let call = Call { method: Method::POST, path, body: Body::Json(body), repeatable: true, most: MOST };
        match self.call(&call).await {
            Ok(_) | Err(Problem::NotFound) => Ok(()),
            Err(problem) => Err(problem),
        }
    }

    /// Sends a signal to everybody, or to one connection. That nobody is there is success.
    pub async fn signal(&self, session: &str, to: Option<&ConnectionId>, signal: &Signal) -> Result<(), Problem> {
        let path = match to {
            Some(connection) => self.of_session(session, &["connection", connection.as_str(), "signal"]),
            None => self.of_session(session, &["signal"]),
        };
        let body = json!({ "type": signal.kind, "data": signal.data }).to_string();
        let call = Call { method: Method::POST, path, body: Body::Json(body), repeatable: false, most: MOST };
        match self.call(&call).await {
            Ok(_) | Err(Problem::NotFound) => Ok(()),
            Err(problem) => Err(problem),
        }
    }

    /// The ids of all streams in a session.
    pub async fn streams(&self, session: &str) -> Result<Vec<StreamId>, Problem> {
        let call = self.list(session, "stream");
        let streams: Vec<StreamWire> = listed(self.call(&call).await)?;
        Ok(streams.into_iter().map(|stream| stream.id).collect())
    }

    /// All connections of a session that are not about to end.
    pub async fn connections(&self, session: &str) -> Result<Vec<Listed>, Problem> {
        let call = self.list(session, "connection");
        let connections: Vec<ListedWire> = listed(self.call(&call).await)?;
        let there = connections.into_iter().filter(|it| it.connection_state.as_deref() != Some("Disconnected"));
        Ok(there.map(|it| Listed { id: it.connection_id, created_at: it.created_at.as_ref().and_then(time) }).collect())
    }

    fn list(&self, session: &str, what: &str) -> Call {
        Call {
            method: Method::GET,
            path: self.of_session(session, &[what]),
            body: Body::None,
            repeatable: true,
            most: MOST_OF_A_LIST,
        }
    }

    fn of_session(&self, session: &str, rest: &[&str]) -> Vec<String> {
        let start = ["v2", "project", self.account().project(), "session", session];
        start.iter().chain(rest).map(|&segment| segment.to_owned()).collect()
    }
}

fn read_json<T: for<'de> Deserialize<'de>>(reply: &Reply, status: StatusCode) -> Result<T, Problem> {
    if reply.status != status {
        return Err(Problem::Nonsense("success, but another than expected"));
    }
    serde_json::from_slice(&reply.body).map_err(|_| Problem::Nonsense("not the JSON that belongs to the call"))
}

/// A list. A session in which nobody is, or ever was, is not found: an empty list.
fn listed<T: for<'de> Deserialize<'de>>(reply: Result<Reply, Problem>) -> Result<Vec<T>, Problem> {
    match reply {
        Ok(reply) => read_json::<List<T>>(&reply, StatusCode::OK).map(|list| list.items),
        Err(Problem::NotFound) => Ok(Vec::new()),
        Err(problem) => Err(problem),
    }
}

fn time(value: &Value) -> Option<Timestamp> {
    let milliseconds = value.as_i64().or_else(|| value.as_str()?.parse().ok())?;
    Timestamp::from_millisecond(milliseconds).ok()
}
