//! A running session server with a web server before it, and a gate that believes every test's token.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::{App, HttpRequest, HttpServer, web};
use anteroom::clock::Clock;
use anteroom::domain::role::Role;
use anteroom::video::local::{Entrant, EntryRefusal, Gate, LocalSession, LocalSettings, serve_socket};
use futures_util::future::BoxFuture;
use tokio_util::sync::CancellationToken;

use super::page::Page;

/// Only against hanging for ever.
pub const PATIENCE: Duration = Duration::from_secs(45);

/// Waits until `fact` holds.
pub async fn until(what: &str, mut fact: impl FnMut() -> bool) {
    let waited = tokio::time::timeout(PATIENCE, async {
        while !fact() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    assert!(waited.await.is_ok(), "never came true: {what}");
}

pub struct Hall {
    pub session: LocalSession,
    pub web: SocketAddr,
    stop: CancellationToken,
}

impl Hall {
    pub async fn open() -> Self {
        let bind = "127.0.0.1:0".parse().unwrap();
        Self::open_at(LocalSettings { bind, advertise: Vec::new() }).await
    }

    pub async fn open_at(settings: LocalSettings) -> Self {
        let stop = CancellationToken::new();
        let gate = Arc::new(TestGate);
        let session = LocalSession::start(settings, gate, Clock::default(), stop.clone()).unwrap();
        let served = session.clone();
        let server = HttpServer::new(move || {
            App::new().app_data(web::Data::new(served.clone())).route("/session/ws", web::get().to(socket))
        });
        let server = server.workers(1).disable_signals().bind("127.0.0.1:0").unwrap();
        let web = server.addrs()[0];
        tokio::spawn(server.run());
        Self { session, web, stop }
    }

    /// Opens a socket and connects with this token.
    pub async fn connect(&self, session: &str, role: Role, person: &str) -> Page {
        self.connect_with(&token(session, role, person, 1)).await
    }

    pub async fn connect_with(&self, token: &str) -> Page {
        let mut page = Page::open(self.web).await;
        page.send(serde_json::json!({"t": "connect", "token": token, "v": 1})).await;
        page.welcome = page.next("welcome").await;
        page
    }

    /// Connects where that must be refused; gives the code.
    pub async fn refused(&self, token: &str) -> String {
        let mut page = Page::open(self.web).await;
        page.send(serde_json::json!({"t": "connect", "token": token, "v": 1})).await;
        page.error().await
    }

    /// Waits until nothing is left of anybody.
    pub async fn is_empty(&self) {
        for _ in 0..2_000 {
            if self.session.counts().await.is_ok_and(|counts| counts == Default::default()) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("something is left behind: {:?}", self.session.counts().await);
    }

    pub fn stop(&self) {
        self.stop.cancel();
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

async fn socket(
    request: HttpRequest,
    body: web::Payload,
    session: web::Data<LocalSession>,
) -> actix_web::Result<actix_web::HttpResponse> {
    serve_socket(&request, body, session.get_ref().clone())
}

/// A token that [`TestGate`] believes.
pub fn token(session: &str, role: Role, person: &str, generation: u32) -> String {
    format!("{session}|{role}|{person}|{generation}")
}

/// Believes what a token says about itself; `expired`, `forged` and `locked` stand for what the real gate refuses.
struct TestGate;

impl Gate for TestGate {
    fn admit(&self, token: &str) -> BoxFuture<'static, Result<Entrant, EntryRefusal>> {
        let admitted = match token {
            "expired" => Err(EntryRefusal::Expired),
            "locked" => Err(EntryRefusal::Unavailable),
            "old" => Err(EntryRefusal::Voided),
            _ => read(token).ok_or(EntryRefusal::Invalid),
        };
        Box::pin(async move { admitted })
    }
}

fn read(token: &str) -> Option<Entrant> {
    let mut parts = token.split('|');
    let session_id = parts.next()?.to_owned();
    let role = parts.next()?.parse().ok()?;
    let person = parts.next()?.to_owned();
    let generation = parts.next()?.parse().ok()?;
    let data = format!("{person} {generation}");
    Some(Entrant { session_id, role, person, generation, expires_at: i64::MAX, data })
}
