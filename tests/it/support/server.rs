//! The real server on a port of its own, and raw requests to it: also what a browser or library would refuse to send.

use std::net::SocketAddr;
use std::thread::JoinHandle;

use anteroom::app::{App, Routes, StartError};
use anteroom::config::{SettingArgs, Settings};
use anteroom::moderation::Moderation;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::{Answer, DESCRIPTION};

/// A running server; it stops when the test ends or when told.
pub struct Server {
    pub address: SocketAddr,
    /// What browsers call it, as in its links.
    pub origin: String,
    /// The use cases behind it, for what a test wants to prepare or look at.
    pub moderation: Moderation,
    /// The folder of its database, `anteroom.db`; gone with the server.
    pub folder: TempDir,
    stopping: CancellationToken,
    running: Option<JoinHandle<Result<(), StartError>>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.cancel();
        let ended = self.running.take().map(JoinHandle::join);
        // A test that fails already must not fail twice.
        if let Some(ended) = ended
            && !std::thread::panicking()
        {
            ended.unwrap().unwrap();
        }
    }
}

impl Server {
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// With settings of the test's own.
    pub async fn start_with(change: impl FnOnce(&mut SettingArgs)) -> Self {
        Self::start_serving(|_| {}, change).await
    }

    /// With routes of the test's own as well.
    pub async fn start_serving(routes: Routes, change: impl FnOnce(&mut SettingArgs)) -> Self {
        Self::start_in(&[], routes, change).await
    }

    /// With variables of the environment, for keys and secrets.
    pub async fn start_in(environment: &[(&str, &str)], routes: Routes, change: impl FnOnce(&mut SettingArgs)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut arguments = SettingArgs {
            listen: Some("127.0.0.1:0".to_owned()),
            database: Some(folder.path().join("anteroom.db").to_string_lossy().into_owned()),
            rate_limit_scale: Some("100000".to_owned()),
            ..SettingArgs::default()
        };
        change(&mut arguments);
        let find = |name: &str| environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        let settings = Settings::resolve(arguments, &find).unwrap();
        let (tell, built) = oneshot::channel();
        // A thread of its own, as in life; and the server's future need not be able to move.
        let running = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let app = App::build(settings).await?.also_serving(routes);
                let origin = app.public_url().origin().to_owned();
                let _ = tell.send((app.address(), origin, app.moderation().clone(), app.stopping()));
                app.run().await
            })
        });
        let (address, origin, moderation, stopping) = built.await.unwrap();
        Self { address, origin, moderation, folder, stopping, running: Some(running) }
    }

    /// Stops the server and waits until it has.
    pub async fn stop(mut self) -> Result<(), StartError> {
        self.stopping.cancel();
        let running = self.running.take().unwrap();
        tokio::task::spawn_blocking(move || running.join().unwrap()).await.unwrap()
    }

    /// A request with these headers; Host and Connection are added unless given.
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let wire = Wire { address: self.address, host: self.address.to_string() };
        let answer = wire.send(method, path, headers, body).await;
        DESCRIPTION.check(method, path, &answer);
        answer
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], "").await
    }

    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

/// Where requests go, and the name they call it by.
#[derive(Clone, Debug)]
pub struct Wire {
    pub address: SocketAddr,
    pub host: String,
}

impl Wire {
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\n");
        let given = |name: &str| headers.iter().any(|(key, _)| key.eq_ignore_ascii_case(name));
        if !given("host") {
            head.push_str(&format!("Host: {}\r\n", self.host));
        }
        if !body.is_empty() && !given("content-length") && !given("transfer-encoding") {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("Connection: close\r\n\r\n");
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // As far as its length says: a server that did not want a body waits some seconds for the other side to go. A
        // reset after the answer, because it did not want to read the rest, is an end like any other.
        while !(method != "HEAD" && Answer::is_whole(&answer)) {
            if !matches!(stream.read_buf(&mut answer).await, Ok(1..)) {
                break;
            }
        }
        Answer::parse(&answer)
    }
}
