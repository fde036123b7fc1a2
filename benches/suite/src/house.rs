//! A running product with a room: its host is signed in, guests come as programs do.

use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

use crate::http::{Answer, Connection, Heard, request, watch};
use crate::server::Server;
use crate::timing::{Load, saturate};

/// Guests who ask at the same time.
pub const AT_ONCE: usize = 32;
const JSON: &str = "Content-Type: application/json";
const FORM: &str = "Content-Type: application/x-www-form-urlencoded";
const OWN_PAGE: &str = "Sec-Fetch-Site: same-origin";

pub struct House {
    pub server: Server,
    pub key: String,
    pub room: String,
    code: String,
    secret: String,
    /// The header of a signed-in host.
    pub cookie: String,
    pub email: String,
    pub password: String,
    /// How many guests have come.
    came: AtomicUsize,
}

/// Who came in: the admission's id and the ticket.
#[derive(Clone, Default)]
pub struct Guest {
    pub id: String,
    pub ticket: String,
}

/// A guest's open page.
pub struct Page {
    pub heard: Rc<Heard>,
    reading: AbortHandle,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.reading.abort();
    }
}

impl House {
    pub async fn open() -> Self {
        Self::on(Server::product().await).await
    }

    pub async fn on(server: Server) -> Self {
        let email = "ana@example.org".to_owned();
        let account = ["account", "create", "--email", &email, "--name", "Ana", "--role", "admin"];
        let password = server.prints(&account);
        let key = server.prints(&["api-key", "create", "--name", "Bench", "--scope", "host", "--account", &email]);
        let mut connection = Connection::open(server.address).await;
        let bearer = format!("Authorization: Bearer {key}");
        let room = post_json(&mut connection, "/api/v1/rooms", &bearer, r#"{"title":"Hearing"}"#).await;
        let (id, code) = (text(&room["id"]), text(&room["code"]));
        let invite = post_json(&mut connection, &format!("/api/v1/rooms/{id}/invites"), &bearer, "{}").await;
        let secret = text(&invite["url"]).rsplit('/').next().unwrap().to_owned();
        let answer = connection.request(&sign_in(&email, &password)).await;
        let cookie = format!("Cookie: {}", answer.cookie("anteroom-sign-in"));
        Self { server, key, room: id, code, secret, cookie, email, password, came: AtomicUsize::new(0) }
    }

    /// A request to join, as a program makes it.
    pub fn asks(&self, number: usize) -> Vec<u8> {
        let body = format!(r#"{{"secret":"{}","name":"Guest {number}"}}"#, self.secret);
        request("POST", "/api/v1/invites/redeem", &[JSON], &body)
    }

    /// A request to join, as the form of a browser makes it that has not been here before.
    pub fn asks_by_form(&self, number: usize) -> Vec<u8> {
        let browser = format!("Cookie: __Host-anteroom-browser={number:032}");
        request("POST", &format!("/i/{}", self.secret), &[FORM, OWN_PAGE, &browser], &format!("name=Guest+{number}"))
    }

    /// So many guests ask by the form, 32 at once.
    pub async fn asking(&self, count: usize) -> Load {
        let before = self.came.fetch_add(count, Ordering::Relaxed);
        let came = |_, answer: Answer| assert_eq!(answer.status, 303, "{}", answer.body);
        saturate(&self.server, AT_ONCE, count, |number| self.asks_by_form(before + number), came).await
    }

    /// So many guests ask, 32 at once.
    pub async fn guests(&self, count: usize) -> (Vec<Guest>, Load) {
        let mut guests = vec![Guest::default(); count];
        // Nobody has a name that somebody of before has: a namesake's row changes as well.
        let before = self.came.fetch_add(count, Ordering::Relaxed);
        let load = saturate(
            &self.server,
            AT_ONCE,
            count,
            |number| self.asks(before + number),
            |number, answer| {
                guests[number] = guest(&answer);
            },
        )
        .await;
        (guests, load)
    }

    /// They open their pages' streams.
    pub async fn pages(&self, guests: &[Guest]) -> Vec<Page> {
        open_pages(self.server.address, guests.len(), |number| {
            let cookie = format!("Cookie: __Host-anteroom-ticket-{}={}", self.code, guests[number].ticket);
            request("GET", &format!("/r/{}/events", self.code), &[&cookie, OWN_PAGE], "")
        })
        .await
    }

    /// A host's open desk.
    pub async fn desk(&self) -> Page {
        let bytes = request("GET", &format!("/host/rooms/{}/events", self.room), &[&self.cookie, OWN_PAGE], "");
        let (heard, reading) = watch(self.server.address, bytes, "event: bye").await;
        Page { heard, reading }
    }

    /// The bytes of a host's button on the desk.
    pub fn presses(&self, guest: &Guest, act: &str, form: &str) -> Vec<u8> {
        let path = format!("/host/rooms/{}/admissions/{}/{act}", self.room, guest.id);
        request("POST", &path, &[FORM, OWN_PAGE, &self.cookie], form)
    }

    /// The bytes of a visit to the desk, with further headers.
    pub fn desk_page(&self, further: &[&str]) -> Vec<u8> {
        let headers = [&[self.cookie.as_str()], further].concat();
        request("GET", &format!("/host/rooms/{}", self.room), &headers, "")
    }

    /// A call of the API by the host's key.
    pub fn calls(&self, path: &str, body: &str) -> Vec<u8> {
        request("POST", &format!("/api/v1{path}"), &[JSON, &format!("Authorization: Bearer {}", self.key)], body)
    }

    pub fn invite_page(&self) -> Vec<u8> {
        request("GET", &format!("/i/{}", self.secret), &["Accept-Encoding: gzip"], "")
    }
}

pub fn sign_in(email: &str, password: &str) -> Vec<u8> {
    let email = email.replace('@', "%40");
    request("POST", "/host/sign-in", &[FORM, OWN_PAGE], &format!("email={email}&password={password}"))
}

pub fn guest(answer: &Answer) -> Guest {
    let redeemed = answer.json();
    Guest { id: text(&redeemed["admission"]["id"]), ticket: text(&redeemed["ticket"]) }
}

async fn post_json(connection: &mut Connection, path: &str, bearer: &str, body: &str) -> serde_json::Value {
    let answer = connection.request(&request("POST", path, &[JSON, bearer], body)).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// Opens so many guests' streams, 64 at a time. They look for the word that lets a guest in. `request` makes the bytes of
/// each.
pub async fn open_pages(address: SocketAddr, count: usize, request: impl Fn(usize) -> Vec<u8>) -> Vec<Page> {
    let mut pages = Vec::with_capacity(count);
    for first in (0..count).step_by(64) {
        let opening = (first..count.min(first + 64)).map(|number| watch(address, request(number), "admitted"));
        let opened = futures_util::future::join_all(opening).await;
        pages.extend(opened.into_iter().map(|(heard, reading)| Page { heard, reading }));
    }
    pages
}

/// Waits until all pages have found what they look for.
pub async fn all_found(pages: &[Page]) {
    let began = Instant::now();
    while pages.iter().any(|page| page.heard.found.get().is_none()) {
        assert!(began.elapsed() < Duration::from_secs(60), "not everybody was told");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
