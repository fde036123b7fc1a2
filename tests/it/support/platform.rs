//! An imitation of the video platform's HTTP side, for tests alone: it checks signatures, knows sessions, connections and
//! streams, notes every call, and can be made to fail.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anteroom::config::SettingArgs;
use anteroom::video::token::credentials::{ApiKey, ApiSecret, ApplicationId, OpenTokKeys, PrivateKey, VonageKeys};
use anteroom::video::token::jwt_rest;
use anteroom::video::token::session_id::SessionId;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::Server;

pub const API_KEY: &str = "99900001";
pub const API_SECRET: &str = "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334";
pub const APPLICATION_ID: &str = "6f1c2d3e-0a1b-4c2d-8e3f-5a6b7c8d9e0f";
pub const PRIVATE_KEY: &str = include_str!("../../vectors/TEST_ONLY_rsa_private.pem");

/// One call as it came, and what it was answered. Status 0: no answer, or none that counts.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub method: String,
    pub path: String,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
    pub body: String,
    pub status: u16,
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Broken,
    /// 429 with this many seconds.
    Throttled(u32),
    Silent,
    Reset,
    Garbage,
    Redirect,
    Endless,
    /// Signatures are refused, as with a wrong key.
    Refused,
}

/// Decides for each call whether it fails.
type Mood = Box<dyn FnMut(&Recorded) -> Option<Fault> + Send>;

#[derive(Default)]
struct State {
    calls: Vec<Recorded>,
    sessions: u64,
    /// By session: connection ids.
    connections: BTreeMap<String, BTreeSet<String>>,
    /// By session: stream ids.
    streams: BTreeMap<String, BTreeSet<String>>,
    mood: Option<Mood>,
    /// Whether every connection and stream that is named is there.
    generous: bool,
    /// How far the platform's clock is ahead of ours.
    ahead: SignedDuration,
}

pub struct Platform {
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
    running: JoinHandle<()>,
}

impl Drop for Platform {
    fn drop(&mut self) {
        self.running.abort();
    }
}

pub fn opentok() -> OpenTokKeys {
    OpenTokKeys::new(ApiKey::new(API_KEY).unwrap(), &ApiSecret::new(API_SECRET.into()).ok().unwrap())
}

pub fn vonage() -> VonageKeys {
    let application_id = ApplicationId::new(APPLICATION_ID).unwrap();
    VonageKeys { application_id, private_key: PrivateKey::from_pem(&PRIVATE_KEY.into()).ok().unwrap() }
}

impl Platform {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        let running = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&shared)));
            }
        });
        Self { address, state, running }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A server that uses this platform; calls time out after 0.4 s.
    pub async fn server(&self, provider: &str) -> Server {
        let url = self.url();
        let change = |arguments: &mut SettingArgs| {
            arguments.provider = Some(provider.to_owned());
            arguments.video_api_url = Some(url);
            arguments.video_api_timeout = Some("0.4".to_owned());
        };
        Server::start_in(&ENVIRONMENT, |_| {}, change).await
    }

    pub fn calls(&self) -> Vec<Recorded> {
        self.state.lock().unwrap().calls.clone()
    }

    /// The calls with this method, as their paths after the session's part.
    pub fn calls_of(&self, method: &str) -> Vec<Recorded> {
        self.calls().into_iter().filter(|call| call.method == method).collect()
    }

    pub fn forget_calls(&self) {
        self.state.lock().unwrap().calls.clear();
    }

    /// Somebody connects, unseen by the server under test.
    pub fn connects(&self, session: &str, connection: &str) {
        let mut state = self.state.lock().unwrap();
        state.connections.entry(session.to_owned()).or_default().insert(connection.to_owned());
    }

    pub fn publishes(&self, session: &str, stream: &str) {
        self.state.lock().unwrap().streams.entry(session.to_owned()).or_default().insert(stream.to_owned());
    }

    pub fn connected(&self, session: &str) -> usize {
        self.state.lock().unwrap().connections.get(session).map_or(0, BTreeSet::len)
    }

    pub fn fails(&self, mood: impl FnMut(&Recorded) -> Option<Fault> + Send + 'static) {
        self.state.lock().unwrap().mood = Some(Box::new(mood));
    }

    /// From now on every connection and stream that is named is there.
    pub fn knows_everybody(&self) {
        self.state.lock().unwrap().generous = true;
    }

    pub fn recovers(&self) {
        self.state.lock().unwrap().mood = None;
    }

    pub fn clock_is_ahead(&self, by: SignedDuration) {
        self.state.lock().unwrap().ahead = by;
    }
}

/// The platform's keys and secrets, as the environment has them.
const ENVIRONMENT: [(&str, &str); 4] = [
    ("OPENTOK_API_KEY", API_KEY),
    ("OPENTOK_API_SECRET", API_SECRET),
    ("VONAGE_APPLICATION_ID", APPLICATION_ID),
    ("VONAGE_PRIVATE_KEY", PRIVATE_KEY),
];

async fn serve(mut stream: TcpStream, state: Arc<Mutex<State>>) {
    let Some(mut call) = read(&mut stream).await else { return };
    let fault = {
        let mut state = state.lock().unwrap();
        let fault = state.mood.as_mut().and_then(|mood| mood(&call));
        if fault.is_some() {
            state.calls.push(call.clone());
        }
        fault
    };
    let answer = match fault {
        Some(Fault::Silent) => {
            tokio::time::sleep(Duration::from_secs(3)).await;
            return;
        }
        Some(Fault::Reset) => {
            let _ = stream.set_zero_linger();
            return;
        }
        Some(Fault::Broken) => answer(500, "", "<h1>oops</h1>"),
        Some(Fault::Throttled(seconds)) => answer(429, &format!("Retry-After: {seconds}\r\n"), "{}"),
        Some(Fault::Garbage) => answer(200, "", "<html>a page of the hotel's network</html>"),
        Some(Fault::Redirect) => answer(302, "Location: http://127.0.0.1:1/\r\n", ""),
        Some(Fault::Endless) => answer(200, "", &" ".repeat(70_000)),
        Some(Fault::Refused) => answer(403, "", r#"{"code":-1,"message":"Invalid token"}"#),
        None => {
            let mut state = state.lock().unwrap();
            let (status, body) = answered(&call, &mut state);
            call.status = status;
            state.calls.push(call);
            let date = (Timestamp::now() + state.ahead).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
            answer(status, &format!("Content-Type: application/json\r\nDate: {date}\r\n"), &body)
        }
    };
    let _ = stream.write_all(answer.as_bytes()).await;
}

fn answer(status: u16, headers: &str, body: &str) -> String {
    // 204 has no body.
    let length = if status == 204 { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    format!("HTTP/1.1 {status} Said\r\n{headers}{length}Connection: close\r\n\r\n{body}")
}

async fn read(stream: &mut TcpStream) -> Option<Recorded> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(bytes[..head_end].to_vec()).unwrap();
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ').map(str::to_owned);
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let length: usize = headers.get("content-length").map_or(0, |length| length.parse().unwrap());
    while bytes.len() < head_end + 4 + length {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    let body = String::from_utf8(bytes[head_end + 4..].to_vec()).unwrap();
    Some(Recorded { method: first.next()?, path: first.next()?, headers, body, status: 0 })
}

/// Who signed a call: the owner of the sessions.
fn signer(call: &Recorded) -> Option<String> {
    let now = Timestamp::now().as_second();
    if let Some(token) = call.headers.get("x-opentok-auth") {
        return jwt_rest::verify_legacy(token, &opentok(), now).is_ok().then(|| API_KEY.to_owned());
    }
    let token = call.headers.get("authorization")?.strip_prefix("Bearer ")?;
    jwt_rest::verify_unified(token, &vonage().verifier(), now).is_ok().then(|| APPLICATION_ID.to_owned())
}

fn answered(call: &Recorded, state: &mut State) -> (u16, String) {
    let said = |status, value: Value| (status, value.to_string());
    let Some(owner) = signer(call) else { return said(403, json!({ "code": -1, "message": "Invalid token" })) };
    let path: Vec<&str> = call.path.trim_start_matches('/').split('/').collect();
    match (call.method.as_str(), path.as_slice()) {
        ("POST", ["session", "create"]) => {
            state.sessions += 1;
            let mut random = [0; 16];
            random[..8].copy_from_slice(&state.sessions.to_be_bytes());
            let id = SessionId::of(&owner, Timestamp::now().as_millisecond(), random).to_string();
            state.connections.entry(id.clone()).or_default();
            said(200, json!([{ "session_id": id, "project_id": owner, "create_dt": "Tue Nov 24 02:00:00 PST 2026" }]))
        }
        (method, ["v2", "project", project, "session", session, rest @ ..]) => {
            if *project != owner {
                return said(403, json!({ "message": "Id in the token does not match the one in the url" }));
            }
            if !state.connections.contains_key(*session) && !rest.contains(&"mute") {
                return said(404, json!({ "message": "Not found" }));
            }
            in_session(method, session, rest, state)
        }
        _ => said(404, json!({ "message": "Not found" })),
    }
}

fn in_session(method: &str, session: &str, rest: &[&str], state: &mut State) -> (u16, String) {
    let said = |status, value: Value| (status, value.to_string());
    let generous = state.generous;
    let connections = state.connections.entry(session.to_owned()).or_default();
    let streams = state.streams.entry(session.to_owned()).or_default();
    match (method, rest) {
        ("GET", ["connection"]) => {
            let items: Vec<Value> = connections
                .iter()
                .map(|id| json!({ "connectionId": id, "connectionState": "Connected", "createdAt": "1795500000000" }))
                .collect();
            said(200, json!({ "count": items.len(), "sessionId": session, "items": items }))
        }
        ("GET", ["stream"]) => {
            let items: Vec<Value> = streams.iter().map(|id| json!({ "id": id, "videoType": "camera" })).collect();
            said(200, json!({ "count": items.len(), "items": items }))
        }
        ("DELETE", ["connection", id]) => match connections.remove(*id) || generous {
            true => (204, String::new()),
            false => said(404, json!({ "message": "Not found" })),
        },
        ("POST", ["stream", id, "mute"]) => match streams.contains(*id) || generous {
            true => said(200, json!({ "id": API_KEY, "secret": "never to be logged" })),
            false => said(404, json!({ "message": "Not found" })),
        },
        ("POST", ["mute"]) => said(200, json!({ "id": API_KEY, "secret": "never to be logged" })),
        ("POST", ["signal"] | ["connection", _, "signal"]) if connections.is_empty() && !generous => {
            said(404, json!({ "message": "Not found. No clients are actively connected to the OpenTok session." }))
        }
        ("POST", ["signal"] | ["connection", _, "signal"]) => (204, String::new()),
        _ => said(404, json!({ "message": "Not found" })),
    }
}
