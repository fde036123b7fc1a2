//! The real server on a port of its own, and raw requests to it: what a browser or library would refuse to send.

use std::net::SocketAddr;

use anteroom::app::{App, Routes, StartError};
use anteroom::config::{SettingArgs, Settings};
use anteroom::moderation::Moderation;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// A running server; it stops when the test ends or when told.
pub struct Server {
    pub address: SocketAddr,
    pub origin: String,
    /// The use cases behind it, for what a test wants to prepare or look at.
    pub moderation: Moderation,
    /// The folder of its database, gone with the server.
    pub folder: TempDir,
    stopping: CancellationToken,
    running: Option<JoinHandle<Result<(), StartError>>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.cancel();
    }
}

impl Server {
    pub async fn start(routes: Routes) -> Self {
        Self::start_with(SettingArgs::default(), routes).await
    }

    pub async fn start_with(arguments: SettingArgs, routes: Routes) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("test.db").to_string_lossy().into_owned();
        let arguments = SettingArgs {
            listen: Some("127.0.0.1:0".to_owned()),
            database: Some(database),
            rate_limit_scale: arguments.rate_limit_scale.or(Some("1000".to_owned())),
            ..arguments
        };
        let settings = Settings::resolve(arguments, &|_| None).unwrap();
        let app = App::build(settings).await.unwrap().also_serving(routes);
        let moderation = app.moderation().clone();
        let (address, stopping) = (app.address(), app.stopping());
        let origin = app.public_url().origin().to_owned();
        Self { address, origin, moderation, folder, stopping, running: Some(tokio::spawn(app.run())) }
    }

    /// Stops the server and waits until it has.
    pub async fn stop(mut self) -> Result<(), StartError> {
        self.stopping.cancel();
        self.running.take().unwrap().await.unwrap()
    }

    /// A request with these headers; Host and Connection are added unless given.
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\n");
        let given = |name: &str| headers.iter().any(|(key, _)| key.eq_ignore_ascii_case(name));
        if !given("host") {
            head.push_str(&format!("Host: {}\r\n", self.address));
        }
        if !body.is_empty() && !given("content-length") && !given("transfer-encoding") {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("Connection: close\r\n\r\n");
        self.send_bytes(format!("{head}{body}").as_bytes()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "").await
    }

    /// These bytes, and everything that comes back until the server closes.
    pub async fn send_bytes(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.unwrap();
        let mut answer = Vec::new();
        // A reset after the answer, because the server did not want to read the rest, is an end like any other.
        let _ = stream.read_to_end(&mut answer).await;
        Answer::parse(&answer)
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

/// A whole answer as text.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// A header's value, in lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// All values of a header that may stand more than once.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// Head and body: every byte that came.
    pub fn whole(&self) -> String {
        format!("{}\n{}", self.head, self.body)
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}
