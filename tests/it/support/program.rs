//! Those who call the API: a program with a key, a guest with a ticket, or nobody.

use std::sync::atomic::{AtomicU16, Ordering};

use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::Actor;
use anteroom::domain::text::{Email, KeyName, PersonName};
use anteroom::moderation::{NewAccount, NewApiKey};
use reqwest::{Method, RequestBuilder};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use super::{Answer, DESCRIPTION, Server};

#[derive(Clone)]
pub struct Program {
    client: reqwest::Client,
    root: String,
    pub bearer: Option<String>,
}

impl Server {
    pub fn nobody(&self) -> Program {
        Program::at(&self.origin)
    }

    pub fn bearer(&self, credential: &str) -> Program {
        self.nobody().with(credential)
    }

    /// A program with an admin's key.
    pub async fn admin_program(&self, name: &str) -> Program {
        self.key(name, None).await
    }

    /// A program with the key of a new host.
    pub async fn program(&self, name: &str) -> Program {
        static NUMBER: AtomicU16 = AtomicU16::new(0);
        let email = format!("{}-{}@example.org", name.to_lowercase(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let email = Email::parse(&email).unwrap();
        let new = NewAccount { email: email.clone(), name: PersonName::parse(name).unwrap(), role: AccountRole::Host };
        self.moderation.create_account(&Actor::SYSTEM, new).await.unwrap();
        self.key(name, Some(email)).await
    }

    /// A program with a key of this account; without one, an admin's.
    pub async fn key(&self, name: &str, account: Option<Email>) -> Program {
        let new = NewApiKey { name: KeyName::parse(name).unwrap(), account };
        let (_, secret) = self.moderation.create_api_key(&Actor::SYSTEM, new).await.unwrap();
        self.bearer(secret.expose_secret())
    }

    /// A guest of a room, by an invite made for the occasion.
    pub async fn guest(&self, host: &Program, room: &str, name: &str) -> (Program, String) {
        let invite = host.post(&format!("/rooms/{room}/invites"), json!({})).await.expect(201);
        self.redeems(&invite, name).await
    }

    /// A guest who redeems this invite: the program with the ticket, and the admission's id.
    pub async fn redeems(&self, invite: &Value, name: &str) -> (Program, String) {
        self.nobody().redeems(invite, name).await
    }
}

impl Program {
    /// Nobody yet, at this address.
    pub fn at(origin: &str) -> Self {
        Self { client: super::client(), root: format!("{origin}/api/v1"), bearer: None }
    }

    pub fn with(self, credential: &str) -> Self {
        Self { bearer: Some(credential.to_owned()), ..self }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
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

    /// A guest who redeems this invite: the program with the ticket, and the admission's id.
    pub async fn redeems(&self, invite: &Value, name: &str) -> (Self, String) {
        let body = json!({ "secret": secret_of(invite), "name": name });
        let redeemed = self.post("/invites/redeem", body).await.expect(201);
        (self.clone().with(&text(&redeemed["ticket"])), text(&redeemed["admission"]["id"]))
    }
}

/// The answer, which is as the description of the API says.
pub async fn send(request: RequestBuilder) -> Answer {
    let (client, request) = request.build_split();
    let request = request.unwrap();
    let (method, path) = (request.method().clone(), request.url().path().to_owned());
    let answer = Answer::of(client.execute(request).await.unwrap()).await;
    DESCRIPTION.check(method.as_str(), &path, &answer);
    answer
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// What a client sends to redeem an invite: the last part of its link.
pub fn secret_of(invite: &Value) -> String {
    text(&invite["url"]).rsplit('/').next().unwrap().to_owned()
}
