//! A server of its own for each test, and those who call its API.

use std::sync::atomic::{AtomicU16, Ordering};

use anteroom::app::App;
use anteroom::config::{SettingArgs, Settings};
use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::Actor;
use anteroom::domain::text::{Email, KeyName, PersonName};
use anteroom::moderation::{Moderation, NewAccount, NewApiKey};
use reqwest::{Method, StatusCode};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

/// A running server; it ends when this is dropped.
pub struct Server {
    pub address: String,
    pub moderation: Moderation,
    stopping: CancellationToken,
    thread: Option<std::thread::JoinHandle<()>>,
    pub folder: TempDir,
}

/// Somebody who calls the API: a program with a key, a guest with a ticket, or nobody.
#[derive(Clone)]
pub struct Caller {
    pub client: reqwest::Client,
    pub root: String,
    pub bearer: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Server {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let arguments = SettingArgs {
            listen: Some("127.0.0.1:0".to_owned()),
            database: Some(folder.path().join("anteroom.db").to_string_lossy().into_owned()),
            rate_limit_scale: Some("100000".to_owned()),
            ..SettingArgs::default()
        };
        Self::start_with(arguments, folder).await
    }

    pub async fn start_with(arguments: SettingArgs, folder: TempDir) -> Self {
        let settings = Settings::resolve(arguments, &|_| None).unwrap();
        let app = App::build(settings).await.unwrap();
        let (address, moderation, stopping) =
            (app.public_url().origin().to_owned(), app.moderation().clone(), app.stopping());
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(app.run()).unwrap();
        });
        Self { address, moderation, stopping, thread: Some(thread), folder }
    }

    pub fn nobody(&self) -> Caller {
        Caller { client: reqwest::Client::new(), root: format!("{}/api/v1", self.address), bearer: None }
    }

    pub fn bearer(&self, credential: &str) -> Caller {
        Caller { bearer: Some(credential.to_owned()), ..self.nobody() }
    }

    /// A program with an admin's key.
    pub async fn admin(&self, name: &str) -> Caller {
        self.key(name, None).await
    }

    /// A program with the key of a new host.
    pub async fn host(&self, name: &str) -> Caller {
        static NUMBER: AtomicU16 = AtomicU16::new(0);
        let email = format!("{}-{}@example.org", name.to_lowercase(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let email = Email::parse(&email).unwrap();
        let new = NewAccount { email: email.clone(), name: PersonName::parse(name).unwrap(), role: AccountRole::Host };
        self.moderation.create_account(&Actor::SYSTEM, new).await.unwrap();
        self.key(name, Some(email)).await
    }

    async fn key(&self, name: &str, account: Option<Email>) -> Caller {
        let new = NewApiKey { name: KeyName::parse(name).unwrap(), account };
        let (_, secret) = self.moderation.create_api_key(&Actor::SYSTEM, new).await.unwrap();
        self.bearer(secret.expose_secret())
    }

    /// A guest of a room, by an invite made for the occasion.
    pub async fn guest(&self, host: &Caller, room: &str, name: &str) -> (Caller, String) {
        let invite = host.post(&format!("/rooms/{room}/invites"), json!({})).await.expect(201);
        self.redeems(&invite, name).await
    }

    /// A guest who redeems this invite: the caller with the ticket, and the admission's id.
    pub async fn redeems(&self, invite: &Value, name: &str) -> (Caller, String) {
        let body = json!({ "secret": secret_of(invite), "name": name });
        let redeemed = self.nobody().post("/invites/redeem", body).await.expect(201);
        (self.bearer(redeemed["ticket"].as_str().unwrap()), text(&redeemed["admission"]["id"]))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.cancel();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Caller {
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.root));
        match &self.bearer {
            Some(bearer) => request.bearer_auth(bearer),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        send(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        send(self.request(Method::PATCH, path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        send(self.request(Method::DELETE, path)).await
    }

    /// A room of the caller's; its id.
    pub async fn room(&self, title: &str) -> String {
        text(&self.post("/rooms", json!({ "title": title })).await.expect(201)["id"])
    }
}

pub async fn send(request: reqwest::RequestBuilder) -> Answer {
    let answer = request.send().await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    Answer { status, headers, text: answer.text().await.unwrap() }
}

impl Answer {
    /// The body, if the status is the one expected. Problems have their own content type and say their status.
    #[track_caller]
    pub fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        let body: Value = if self.text.is_empty() { Value::Null } else { serde_json::from_str(&self.text).unwrap() };
        if status >= 400 {
            assert_eq!(self.headers["content-type"], "application/problem+json");
            assert_eq!(body["status"], status);
            assert!(body["title"].is_string() && body["detail"].is_string() && body["type"].is_string(), "{body}");
        }
        body
    }

    /// 422 for this field.
    #[track_caller]
    pub fn names(&self, field: &str) {
        assert_eq!(self.expect(422)["field"], field, "{}", self.text);
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// What a client sends to redeem an invite: the last part of its link.
pub fn secret_of(invite: &Value) -> String {
    text(&invite["url"]).rsplit('/').next().unwrap().to_owned()
}
