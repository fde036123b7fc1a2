//! People who act, each with a browser of their own: `guest.asks_to_join()`, `host.admits(&guest)`.

use std::collections::BTreeMap;

use anteroom::domain::actor::{Actor, Who};
use anteroom::domain::admission::Admission;
use anteroom::domain::ids::RoomId;
use anteroom::domain::invite::Entry;
use anteroom::domain::role::Role;
use anteroom::domain::room::Room;
use anteroom::domain::text::{Email, PersonName, Title};
use anteroom::moderation::{InviteSettings, Purpose, RoomChange, hash_of};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use super::server::{Answer, Server};

/// A browser: it keeps cookies and says where its requests come from.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    pub cookies: BTreeMap<String, String>,
}

impl Browser {
    pub async fn get(&mut self, server: &Server, path: &str) -> Answer {
        let answer = self.request(server, "GET", path, &[], "").await;
        self.keep(&answer);
        answer
    }

    /// Posts a form, encoded as it is.
    pub async fn post(&mut self, server: &Server, path: &str, form: &str) -> Answer {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
        let answer = self.request(server, "POST", path, &headers, form).await;
        self.keep(&answer);
        answer
    }

    pub async fn post_json(&mut self, server: &Server, path: &str, json: &str) -> Answer {
        let headers = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
        self.request(server, "POST", path, &headers, json).await
    }

    pub async fn request(
        &self,
        server: &Server,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = cookies.join("; ");
        let mut all = headers.to_vec();
        if !cookies.is_empty() {
            all.push(("cookie", &cookies));
        }
        if method == "POST" && body.is_empty() {
            all.push(("content-length", "0"));
        }
        server.send(method, path, &all, body).await
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.headers("set-cookie") {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Somebody signed in, who owns a room.
pub struct Host {
    pub browser: Browser,
    pub actor: Actor,
    pub room: Room,
}

impl Host {
    /// A new account with a room, signed in by a one-time link.
    pub async fn with_room(server: &Server, name: &str) -> Self {
        let moderation = &server.moderation;
        let email = Email::parse(&format!("{}@example.org", name.to_lowercase())).unwrap();
        let account = moderation.create_demo_account(email, PersonName::parse(name).unwrap()).await.unwrap();
        let who = Who::Account { id: account.id, name: name.to_owned(), role: account.role };
        let actor = Actor { who, address: None };
        let title = Some(Title::parse(&format!("{name}'s room")).unwrap());
        let room = moderation.create_room(&actor, RoomChange { title, ..RoomChange::default() }, None).await.unwrap();
        let life = SignedDuration::from_hours(1);
        let link = moderation.links.issue(Purpose::SignIn(account.id), moderation.clock.now(), life);
        let mut browser = Browser::default();
        browser.post(server, &format!("/host/sign-in/{}", link.expose_secret()), "").await;
        Self { browser, actor, room }
    }

    /// The path of an invite with these settings.
    pub async fn invites(&self, server: &Server, settings: InviteSettings) -> String {
        let issued = server.moderation.create_invite(&self.actor, self.room.id, settings).await.unwrap();
        format!("/i/{}", issued.secret.expose_secret())
    }

    /// The path of an ordinary invite: anybody who has it waits, to be a speaker.
    pub async fn shares_a_link(&self, server: &Server) -> String {
        self.invites(server, open_invite()).await
    }
}

/// An invite without conditions.
pub fn open_invite() -> InviteSettings {
    InviteSettings {
        role: Role::Publisher,
        entry: Entry::Wait,
        label: None,
        guest_name: None,
        max_uses: None,
        not_before: None,
        expires_at: None,
        passcode: None,
    }
}

/// Somebody who came by a link.
#[derive(Clone, Debug, Default)]
pub struct Guest {
    pub browser: Browser,
    /// `/r/{code}`, once asked.
    pub here: String,
}

impl Guest {
    /// Comes by a link and asks to join.
    pub async fn asks(server: &Server, link: &str, name: &str) -> Self {
        let mut guest = Self::default();
        let answer = guest.browser.post(server, link, &format!("name={name}")).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        guest.here = answer.header("location").unwrap().to_owned();
        guest
    }

    pub async fn page(&mut self, server: &Server) -> Answer {
        let here = self.here.clone();
        self.browser.get(server, &here).await
    }

    pub async fn status(&mut self, server: &Server) -> serde_json::Value {
        let path = format!("{}/status", self.here);
        self.browser.get(server, &path).await.json()
    }

    pub async fn presses(&mut self, server: &Server, act: &str) -> Answer {
        let path = format!("{}/{act}", self.here);
        self.browser.post(server, &path, "").await
    }

    pub async fn fetches_a_token(&mut self, server: &Server) -> Answer {
        let path = format!("{}/token", self.here);
        self.browser.post_json(server, &path, "{}").await
    }

    /// As the database has it.
    pub async fn admission(&self, server: &Server) -> Admission {
        let ticket = self.browser.cookies.iter().find(|(name, _)| name.contains("ticket")).unwrap().1;
        server.moderation.store.admission_by_ticket(&hash_of(ticket)).await.unwrap().unwrap()
    }
}

/// The acts of a room's log, oldest first.
pub async fn log_of(server: &Server, room: RoomId) -> Vec<String> {
    let filter = anteroom::store::EntryFilter { room: Some(room), ..Default::default() };
    let mut entries = server.moderation.store.entries(filter, 10_000).await.unwrap();
    entries.reverse();
    entries.into_iter().map(|entry| entry.action).collect()
}
