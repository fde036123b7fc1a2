//! What everybody does: guests ask, hold their stream and take a token; hosts watch and let in; at the end all leave.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use reqwest::Method;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::sync::{Mutex as AsyncMutex, Semaphore, mpsc};
use tokio::task::JoinSet;

use super::api::{Api, Problem, Watch, text};
use super::figures::{Ledger, Row};

/// After the last guest is in, the desks may take so long to hear of it.
const LAST_NEWS: Duration = Duration::from_secs(5);
/// Tidying up takes no longer.
const TIDYING: Duration = Duration::from_secs(60);

/// What came of it.
pub struct Course {
    pub rows: Vec<Row>,
    /// What went wrong, and how often.
    pub troubles: BTreeMap<String, usize>,
}

/// A room with an invite, before anybody comes.
#[derive(Clone)]
pub struct Scene {
    api: Api,
    key: SecretString,
    room: String,
    invite: String,
    /// The last part of the invite's link.
    secret: String,
    guests: u32,
    hosts: u32,
    doors: Arc<Semaphore>,
    ledger: Arc<Mutex<Ledger>>,
    /// The tickets of those who came, so that nobody stays behind.
    tickets: Arc<Mutex<Vec<SecretString>>>,
}

impl Scene {
    /// Makes the room; `at_once` guests ask at the same moment.
    pub async fn set(api: Api, key: SecretString, guests: u32, hosts: u32, at_once: u32) -> Result<Self, Problem> {
        let room = json!({ "title": "Rush", "door": "everyone_waits" });
        let room = text(&api.post("/rooms", Some(&key), &room).await?["id"], "id")?;
        let invite = json!({ "label": "Rush", "max_uses": null });
        let invite = api.post(&format!("/rooms/{room}/invites"), Some(&key), &invite).await?;
        let url = text(&invite["url"], "url")?;
        let secret = url.rsplit('/').next().unwrap_or_default().to_owned();
        let doors = Arc::new(Semaphore::new(usize::try_from(at_once).unwrap_or(1)));
        let invite = text(&invite["id"], "id")?;
        let (ledger, tickets) = (Arc::default(), Arc::default());
        Ok(Self { api, key, room, invite, secret, guests, hosts, doors, ledger, tickets })
    }

    /// Plays it to its end, or until the time is over or Ctrl-C is pressed, and tidies up in any case.
    pub async fn play(self, within: Duration) -> Course {
        let ended = tokio::select! {
            played = self.act() => played.map_err(|problem| problem.to_string()),
            () = tokio::time::sleep(within) => Err(format!("not done within {} s", within.as_secs())),
            _ = tokio::signal::ctrl_c() => Err("broken off".to_owned()),
        };
        let rows = self.note(|ledger| ledger.rows(count(self.guests), count(self.hosts)));
        if let Err(trouble) = ended {
            self.note(|ledger| ledger.trouble(trouble));
        }
        if tokio::time::timeout(TIDYING, self.tidy_up()).await.is_err() {
            self.note(|ledger| ledger.trouble(format!("not tidied up within {} s", TIDYING.as_secs())));
        }
        let troubles = self.note(|ledger| std::mem::take(&mut ledger.troubles));
        Course { rows, troubles }
    }

    async fn act(&self) -> Result<(), Problem> {
        let (ready, waiting) = mpsc::unbounded_channel();
        let waiting = Arc::new(AsyncMutex::new(waiting));
        let mut hosts = JoinSet::new();
        for _ in 0..self.hosts {
            // Everybody watches before the first guest comes.
            let desk = self.api.watch(&format!("/rooms/{}/events", self.room), &self.key).await?;
            hosts.spawn(self.clone().looks(desk));
            hosts.spawn(self.clone().lets_in(Arc::clone(&waiting)));
        }
        let mut guests = JoinSet::new();
        for number in 1..=self.guests {
            guests.spawn(self.clone().visits(number, ready.clone()));
        }
        // Streams stay open until the last guest is in.
        let streams = guests.join_all().await;
        let all = count(self.guests) * count(self.hosts);
        let over = Instant::now() + LAST_NEWS;
        while self.note(|ledger| ledger.hearings()) < all && Instant::now() < over {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        drop(streams);
        Ok(())
    }

    /// A guest; answers the open stream, unless something went wrong.
    async fn visits(self, number: u32, ready: mpsc::UnboundedSender<String>) -> Option<Watch> {
        match self.visit(number, &ready).await {
            Ok(stream) => Some(stream),
            Err(problem) => {
                self.note(|ledger| ledger.trouble(format!("guest: {problem}")));
                None
            }
        }
    }

    async fn visit(&self, number: u32, ready: &mpsc::UnboundedSender<String>) -> Result<Watch, Problem> {
        let place = self.doors.acquire().await;
        let body = json!({ "secret": self.secret, "name": format!("Guest {number}") });
        let sent = Instant::now();
        let answer = self.api.post("/invites/redeem", None, &body).await?;
        let answered = Instant::now();
        let ticket: SecretString = text(&answer["ticket"], "ticket")?.into();
        self.tickets.lock().unwrap_or_else(PoisonError::into_inner).push(ticket.clone());
        let id = text(&answer["admission"]["id"], "id")?;
        self.note(|ledger| ledger.asked(&id, sent, answered));
        let mut stream = self.api.watch("/me/events", &ticket).await?;
        stream.next("admission").await?;
        drop(place);
        // The hosts listen for as long as there are guests.
        let _ = ready.send(id.clone());
        while stream.next("admission").await?["state"] != "admitted" {}
        self.note(|ledger| ledger.told(&id, Instant::now()));
        let sent = Instant::now();
        let token = self.api.post("/me/token", Some(&ticket), &json!({})).await?;
        text(&token["token"], "token")?;
        self.note(|ledger| ledger.token(sent.elapsed()));
        Ok(stream)
    }

    /// A host's desk: hears of guests.
    async fn looks(self, mut desk: Watch) {
        loop {
            match desk.next("fact").await {
                Ok(fact) if fact["action"] == "admission_requested" => {
                    let id = fact["admission_id"].as_str().unwrap_or_default();
                    self.note(|ledger| ledger.heard(id, Instant::now()));
                }
                Ok(_) => {}
                Err(problem) => return self.note(|ledger| ledger.trouble(format!("desk: {problem}"))),
            }
        }
    }

    /// A host who lets in one guest after another.
    async fn lets_in(self, waiting: Arc<AsyncMutex<mpsc::UnboundedReceiver<String>>>) {
        loop {
            let Some(id) = waiting.lock().await.recv().await else { return };
            self.note(|ledger| ledger.decided(&id, Instant::now()));
            let admitted = self.api.post(&format!("/admissions/{id}/admit"), Some(&self.key), &json!({})).await;
            if let Err(problem) = admitted {
                self.note(|ledger| ledger.trouble(format!("host: {problem}")));
            }
        }
    }

    /// Everybody leaves, the invite is revoked, the door is closed. The room stays: rooms are never deleted.
    async fn tidy_up(&self) {
        let tickets = std::mem::take(&mut *self.tickets.lock().unwrap_or_else(PoisonError::into_inner));
        let mut leaving = JoinSet::new();
        for ticket in tickets {
            leaving.spawn(self.clone().leaves(ticket));
        }
        leaving.join_all().await;
        let none = Value::Null;
        let revoked = self.api.send(Method::DELETE, &format!("/invites/{}", self.invite), Some(&self.key), &none).await;
        let closed = json!({ "title": "Rush (over)", "door": "closed", "waiting": "keep" });
        let closed = self.api.send(Method::PATCH, &format!("/rooms/{}", self.room), Some(&self.key), &closed).await;
        for problem in [revoked.err(), closed.err()].into_iter().flatten() {
            self.note(|ledger| ledger.trouble(format!("tidying up: {problem}")));
        }
    }

    async fn leaves(self, ticket: SecretString) {
        let _place = self.doors.acquire().await;
        if self.api.post("/me/leave", Some(&ticket), &json!({})).await.is_ok() {
            return;
        }
        // Not in yet, when it was broken off.
        if let Err(problem) = self.api.post("/me/withdraw", Some(&ticket), &json!({})).await {
            self.note(|ledger| ledger.trouble(format!("tidying up: {problem}")));
        }
    }

    fn note<T>(&self, entry: impl FnOnce(&mut Ledger) -> T) -> T {
        entry(&mut self.ledger.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
