//! What is fuzzed: one function for each kind of input from outside. It panics when something does not hold. The
//! fuzzer's targets (`fuzz_targets/`) and a test on stable Rust (`tests/it/fuzzing.rs`) call the same functions.

use std::cell::OnceCell;
use std::sync::{Arc, OnceLock};

use actix_web::dev::{Payload, ServiceRequest};
use actix_web::test::TestRequest;
use actix_web::web::Data;
use actix_web::{FromRequest as _, HttpRequest};
use anteroom::config::PublicUrl;
use anteroom::domain::text::{Email, GuestName, Message, Note, Title};
use anteroom::moderation::hash_of;
use anteroom::video::local::protocol;
use anteroom::video::token::credentials::{ApiKey, ApiSecret, OpenTokKeys};
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{self, Keys};
use anteroom::web::sse::Event;
use anteroom::web::{Limits, Site, StrictForm, StrictJson, identity, path};
use secrecy::ExposeSecret as _;

pub type Entry = fn(&[u8]);

/// Names are those of the targets and of the folders in `corpus/`.
pub const ALL: [(&str, Entry); 8] = [
    ("token", token),
    ("session_id", session_id),
    ("form", form),
    ("cookie", cookie),
    ("invite", invite),
    ("name", name),
    ("event", event),
    ("message", message),
];

/// A time at which tokens of the corpus are valid. Unix seconds.
const NOW: i64 = 1_795_500_000;

fn keys() -> &'static Keys {
    static KEYS: OnceLock<Keys> = OnceLock::new();
    KEYS.get_or_init(|| {
        let api_key = ApiKey::new("99900001").unwrap();
        let secret = ApiSecret::new("a1b2c3d4e5f60718293a4b5c6d7e8f9001122334".to_owned().into()).unwrap();
        Keys { opentok: Some(OpenTokKeys::new(api_key, &secret)), vonage: None }
    })
}

fn site() -> Data<Site> {
    static SITE: OnceLock<Arc<Site>> = OnceLock::new();
    let site = SITE
        .get_or_init(|| Site::new(PublicUrl::parse("https://meet.example.org").unwrap(), Limits::new(1.0), Vec::new()));
    Data::from(Arc::clone(site))
}

/// Whatever a token says: it is refused, or every part of it is within its limits and of our own key.
pub fn token(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(read) = token::read(&text, keys(), NOW) {
        assert_eq!(read.owner, "99900001");
        assert!(read.claims.session_id.belongs_to("99900001"));
        assert!(read.claims.expire_time >= NOW);
        assert!(token::read(&text, keys(), read.claims.expire_time + 1).is_err(), "it ends");
    }
}

/// What is taken for a session id is kept as it was written.
pub fn session_id(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(id) = text.parse::<SessionId>() {
        assert_eq!(id.as_str(), text);
        assert!(id.as_str().len() <= 255 && !id.owner().is_empty() && id.belongs_to(id.owner()));
    }
}

#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    name: String,
    note: Option<String>,
    #[serde(default)]
    ids: Vec<u32>,
}

/// A body is a form or JSON with the known fields, or refused. What is read can be written again and reads the same.
pub fn form(bytes: &[u8]) {
    if let Some(ask) = read_form(bytes) {
        assert!(bytes.len() <= 64 * 1024);
        let mut again = url::form_urlencoded::Serializer::new(String::new());
        again.append_pair("name", &ask.name);
        if let Some(note) = &ask.note {
            again.append_pair("note", note);
        }
        for id in &ask.ids {
            again.append_pair("ids", &id.to_string());
        }
        assert_eq!(read_form(again.finish().as_bytes()), Some(ask));
    }
    let (json, mut payload) = body(bytes, "application/json");
    if let Ok(StrictJson(ask)) = now(StrictJson::<Ask>::from_request(&json, &mut payload)) {
        let value: serde_json::Value = serde_json::from_slice(bytes).expect("it was JSON");
        assert_eq!(value["name"], ask.name.as_str());
    }
}

fn read_form(bytes: &[u8]) -> Option<Ask> {
    let (request, mut payload) = body(bytes, "application/x-www-form-urlencoded");
    now(StrictForm::<Ask>::from_request(&request, &mut payload)).ok().map(|StrictForm(ask)| ask)
}

fn body(bytes: &[u8], kind: &str) -> (HttpRequest, Payload) {
    let (request, payload) = TestRequest::post()
        .uri("/i/x")
        .insert_header(("content-type", kind))
        .set_payload(bytes.to_vec())
        .to_http_parts();
    (request, payload)
}

/// Runs what needs no waiting. One runtime a thread, for timers of bodies.
fn now<T>(future: impl Future<Output = T>) -> T {
    thread_local!(static RUNTIME: OnceCell<tokio::runtime::Runtime> = const { OnceCell::new() });
    RUNTIME.with(|runtime| {
        let runtime =
            runtime.get_or_init(|| tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap());
        runtime.block_on(future)
    })
}

/// A cookie's secret is what stands in the header, or there is none.
pub fn cookie(bytes: &[u8]) {
    let request = TestRequest::get().app_data(site());
    let Ok(header) = actix_web::http::header::HeaderValue::from_bytes(bytes) else { return };
    let request = request.insert_header((actix_web::http::header::COOKIE, header)).to_http_request();
    if let Some(secret) = identity::sign_in_secret(&request) {
        let text = String::from_utf8_lossy(bytes);
        assert!(text.contains("anteroom-sign-in"), "only the host's own cookie is read for one");
        let _ = hash_of(secret.expose_secret());
    }
    let _ = identity::place(&request);
}

/// An address is refused, or its parts are those that stand in it.
pub fn invite(bytes: &[u8]) {
    let Ok(uri) = format!("/i/{}", String::from_utf8_lossy(bytes)).parse::<actix_web::http::Uri>() else { return };
    let request: ServiceRequest = TestRequest::get().uri(&uri.to_string()).to_srv_request();
    if path::check(&request).is_ok() {
        let decoded = percent_encoding::percent_decode_str(request.uri().path()).decode_utf8();
        let decoded = decoded.expect("what passes is UTF-8");
        assert!(!decoded.contains(char::is_control));
        assert_eq!(decoded.matches(['/', '\\']).count(), request.uri().path().matches(['/', '\\']).count());
        let _ = hash_of(&decoded);
    }
}

/// What people typed is parsed once: parsed again it is the same, and within its bounds.
pub fn name(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let parsed = [
        (GuestName::parse(&text).map(|it| it.to_string()), GuestName::LIMIT),
        (Note::parse(&text).map(|it| it.to_string()), Note::LIMIT),
        (Title::parse(&text).map(|it| it.to_string()), Title::LIMIT),
        (Message::parse(&text).map(|it| it.to_string()), Message::LIMIT),
    ];
    for (parsed, limit) in parsed {
        let Ok(parsed) = parsed else { continue };
        assert!(!parsed.is_empty() && parsed.trim() == parsed && parsed.len() <= 12 * limit);
        let bad =
            |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
        assert!(!parsed.contains(bad), "{parsed:?}");
    }
    if let Ok(name) = GuestName::parse(&text) {
        assert_eq!(GuestName::parse(name.as_str()).as_ref(), Ok(&name));
    }
    if let Ok(email) = Email::parse(&text) {
        assert!(email.as_str().contains('@') && email.as_str().len() <= 254);
    }
}

/// Whatever is in an event's data, it is one event with that data to whoever reads the stream.
pub fn event(bytes: &[u8]) {
    let data = String::from_utf8_lossy(bytes);
    let event = Event::new("rows", Some(7), &data).bytes();
    let sent = std::str::from_utf8(&event).expect("text");
    let block = sent.strip_suffix("\n\n").expect("an event ends with an empty line");
    assert!(!block.contains("\n\n") && !block.contains('\r'), "one event");
    let mut lines = block.split('\n');
    assert_eq!((lines.next(), lines.next()), (Some("event: rows"), Some("id: 7")));
    let read: Vec<&str> = lines.map(|line| line.strip_prefix("data: ").expect("nothing but data")).collect();
    assert_eq!(read.join("\n"), data.replace("\r\n", "\n").replace('\r', "\n"));
}

/// A message of the embedded session is one of those that are known, or refused with a code.
pub fn message(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match protocol::read(&text) {
        Ok(message) => {
            let json: serde_json::Value = serde_json::from_str(&text).expect("it was JSON");
            assert_eq!(json["t"], message.op(), "nothing but what its name says");
            assert!(message.on().is_none_or(|on| text.len() >= on.len()));
        }
        Err(error) => drop(error.code()),
    }
}
