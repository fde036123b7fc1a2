//! A room whose call is on the video platform, and an imitation of the platform's API that writes down what it is asked.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anteroom::domain::ids::PersonId;
use anteroom::domain::role::Role;
use anteroom::live::Presence;
use anteroom::video::token::credentials::ApiKey;
use anteroom::video::token::session_id::SessionId;
use jsonwebtoken::{EncodingKey, Header, encode};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::support::{Answer, Guest, Host, Server, open_invite};

pub const KEY: &str = "99900001";
pub const SECRET: &str = "a signature secret for tests";
const PATIENCE: Duration = Duration::from_secs(20);

/// What the platform's API was asked, as `METHOD /path`, and who is connected there.
#[derive(Clone, Default)]
pub struct Imitation {
    asked: Arc<Mutex<Vec<String>>>,
    /// Answers nothing but failures.
    pub is_broken: Arc<AtomicBool>,
    pub connected: Arc<Mutex<Vec<String>>>,
}

impl Imitation {
    fn start() -> (Self, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let imitation = Self::default();
        let own = imitation.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let own = own.clone();
                std::thread::spawn(move || own.answer(stream.unwrap()));
            }
        });
        (imitation, address)
    }

    fn answer(&self, stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut stream = stream;
        loop {
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                if reader.read_line(&mut head).unwrap_or(0) == 0 {
                    return;
                }
            }
            let head = head.to_lowercase();
            let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
            let mut body = vec![0; length.map_or(0, |length| length.trim().parse().unwrap())];
            reader.read_exact(&mut body).unwrap();
            let (status, body) = self.reply(head.lines().next().unwrap().trim_end_matches(" http/1.1"));
            let length = body.len();
            let head =
                format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n");
            stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        }
    }

    fn reply(&self, asked: &str) -> (&'static str, String) {
        self.asked.lock().unwrap().push(asked.to_owned());
        if self.is_broken.load(Ordering::Relaxed) {
            return ("500 Internal Server Error", String::new());
        }
        if asked.starts_with("delete") {
            let gone = asked.rsplit('/').next().unwrap();
            self.connected.lock().unwrap().retain(|id| id != gone);
            return ("204 No Content", String::new());
        }
        if asked == "post /session/create" {
            let session = SessionId::new(&ApiKey::new(KEY).unwrap(), 1_800_000_000_000, rand_bytes());
            return ("200 OK", json!([{ "session_id": session.as_str() }]).to_string());
        }
        let connected = self.connected.lock().unwrap().clone();
        let items: Vec<Value> = connected.iter().map(|id| json!({ "connectionId": id })).collect();
        ("200 OK", json!({ "count": items.len(), "items": items }).to_string())
    }

    pub fn was_asked(&self, method: &str, path_end: &str) -> bool {
        let asked = self.asked.lock().unwrap();
        asked.iter().any(|asked| asked.starts_with(method) && asked.ends_with(path_end))
    }

    pub fn was_told_to_end(&self, connection: &str) -> bool {
        self.was_asked("delete", &format!("/connection/{connection}"))
    }

    pub async fn is_told_to_end(&self, connection: &str) {
        until(|| self.was_told_to_end(connection), &format!("{connection} is ended")).await;
    }
}

fn rand_bytes() -> [u8; 16] {
    *anteroom::random::opaque_id().as_bytes()
}

pub async fn until(mut holds: impl FnMut() -> bool, what: &str) {
    let waited = tokio::time::timeout(PATIENCE, async {
        while !holds() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    waited.await.unwrap_or_else(|_| panic!("{what}"));
}

pub struct Hall {
    pub server: Server,
    pub platform: Imitation,
    pub ana: Host,
    pub link: String,
    /// Admitted as a speaker, with a token.
    pub sam: Guest,
    pub session: String,
}

impl Hall {
    pub async fn open() -> Self {
        let (platform, api) = Imitation::start();
        let environment = [
            ("OPENTOK_API_KEY", KEY),
            ("OPENTOK_API_SECRET", "0123456789abcdef"),
            ("ANTEROOM_VIDEO_CALLBACK_SECRET", SECRET),
        ];
        let server = Server::start_in(
            &environment,
            |_| {},
            |arguments| {
                arguments.provider = Some("opentok".to_owned());
                arguments.video_api_url = Some(api);
            },
        )
        .await;
        let ana = server.host_with_room("Ana").await;
        let link = server.link(&ana, open_invite()).await;
        let mut sam = Guest::asks(&server, &link, "Sam").await;
        let id = sam.admission(&server).await.id;
        server.moderation.admit(&ana.actor, id, Some(Role::Publisher), None).await.unwrap();
        let session = sam.fetches_a_token().await.expect(200)["session_id"].as_str().unwrap().to_owned();
        Self { server, platform, ana, link, sam, session }
    }

    /// Sam's person and generation now.
    pub async fn sam_now(&self) -> (PersonId, u32) {
        let admission = self.sam.admission(&self.server).await;
        (admission.person, admission.generation)
    }

    pub async fn sam_is_in_call(&self) -> bool {
        self.sam_publishes().await.is_some()
    }

    /// None while not in the call.
    pub async fn sam_publishes(&self) -> Option<bool> {
        let sam = self.sam.admission(&self.server).await;
        let moderation = &self.server.moderation;
        match moderation.presence.of(sam.id, sam.requested_at, moderation.clock.now()) {
            Presence::InCall(how) => Some(how.camera),
            _ => None,
        }
    }

    /// How often the log says so of Sam.
    pub async fn sam_was(&self, action: &str) -> usize {
        let log = self.server.log_of(self.sam.admission(&self.server).await.id).await;
        log.iter().filter(|line| line.ends_with(&format!(" {action}")) || *line == action).count()
    }

    /// How many ends of connections were ever asked for.
    pub async fn enforcements(&self) -> i64 {
        let mut file = self.server.database().await;
        sqlx::query_scalar("SELECT count(*) FROM enforcement").fetch_one(&mut file).await.unwrap()
    }

    pub fn event(&self, event: &str, connection: &str, (person, generation): (PersonId, u32)) -> Value {
        let data = json!({ "person": person, "generation": generation }).to_string();
        let connection = json!({ "id": connection, "createdAt": 1_800_000_000_000_u64, "data": data });
        json!({
            "sessionId": self.session, "projectId": KEY, "event": event, "timestamp": 1_800_000_000_000_u64,
            "reason": "forceDisconnected", "connection": connection,
        })
    }

    pub fn stream_event(&self, event: &str, stream: &str, connection: &str, who: (PersonId, u32)) -> Value {
        let mut told = self.event(event, connection, who);
        let connection = told.as_object_mut().unwrap().remove("connection").unwrap();
        told["stream"] = json!({ "id": stream, "connection": connection, "name": "camera", "videoType": "camera" });
        told
    }

    /// As the platform sends it.
    pub async fn hears(&self, event: &Value) -> Answer {
        let body = event.to_string();
        self.receives(&signed(&claims(self.now(), &body), SECRET), &body).await
    }

    pub fn now(&self) -> i64 {
        self.server.moderation.clock.now().as_second()
    }

    pub async fn receives(&self, token: &str, body: &str) -> Answer {
        let authorization = format!("Bearer {token}");
        let headers = [("authorization", authorization.as_str()), ("content-type", "application/json")];
        self.server.send("POST", "/hooks/video", &headers, body).await
    }
}

/// What happened to a callback.
pub trait Taken {
    /// It was taken.
    fn done(&self);
}

impl Taken for Answer {
    fn done(&self) {
        assert_eq!(self.status, 204, "{}", self.body);
    }
}

pub fn claims(now: i64, body: &str) -> Value {
    let hash: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
    json!({ "iat": now, "jti": anteroom::random::opaque_id(), "iss": "Vonage", "payload_hash": hash })
}

pub fn signed(claims: &Value, secret: &str) -> String {
    encode(&Header::default(), claims, &EncodingKey::from_secret(secret.as_bytes())).unwrap()
}
