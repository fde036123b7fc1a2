//! Servers as processes on one core, and what the kernel knows of them.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::http::{Connection, HOST, request};

pub struct Server {
    child: Child,
    pub address: SocketAddr,
    pub database: PathBuf,
    _folder: Option<TempDir>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// This process, and whatever it starts without saying so, keeps off the servers' core.
pub fn pin_the_load() {
    let own = std::process::id().to_string();
    // On a machine with one core there is nothing to share out.
    let _ = Command::new("taskset").args(["-a", "-p", "-c", "1", &own]).stdout(Stdio::null()).status();
}

/// A program that has the servers' core to itself.
pub fn on_its_core(program: &Path) -> Command {
    let mut command = Command::new("taskset");
    command.args(["-c", "0"]).arg(program);
    command
}

/// The product, built beside this program.
pub fn binary() -> PathBuf {
    std::env::current_exe().unwrap().with_file_name("anteroom")
}

/// What a twin is made with.
#[derive(Clone, Copy)]
pub enum Framework {
    Fastify,
    Express,
}

impl Framework {
    pub fn name(self) -> &'static str {
        match self {
            Self::Fastify => "Fastify",
            Self::Express => "Express",
        }
    }

    fn script(self) -> &'static str {
        match self {
            Self::Fastify => "server.js",
            Self::Express => "express.js",
        }
    }
}

/// A file of the twins.
pub fn twin_file(file: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../twin")).join(file)
}

/// Whether there is a Node to run the twins with, or the word for the table.
pub fn node() -> Result<(), &'static str> {
    let version = Command::new("node").arg("--version").stdout(Stdio::null()).status();
    version.map(drop).map_err(|_| "Node is missing")
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

impl Server {
    /// The product, with everything on; only the limits are raised.
    pub async fn product() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("anteroom.db");
        let mut server = Self::product_on(&database).await;
        server._folder = Some(folder);
        server
    }

    pub async fn product_on(database: &Path) -> Self {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()));
        let mut command = on_its_core(&binary());
        command.args(["serve", "--listen", &address.to_string(), "--public-url", &format!("http://{HOST}")]);
        command.args(["--rate-limit-scale", "1000000", "--log", "warn", "--database"]).arg(database);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let _ = lines.next();
        // Nobody reads on, and nothing more is written.
        std::thread::spawn(move || lines.for_each(drop));
        let server = Self { child, address, database: database.to_owned(), _folder: None };
        server.is_there("/readyz").await;
        server
    }

    /// The same parts with as good as nothing on top.
    pub async fn ceiling() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("ceiling.db");
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()));
        let mut command = on_its_core(&std::env::current_exe().unwrap());
        let command = command.args(["ceiling", &address.port().to_string()]).arg(&database);
        let child = command.spawn().unwrap();
        let server = Self { child, address, database, _folder: Some(folder) };
        server.is_there("/plain").await;
        server
    }

    /// The same room from Node's usual parts (`benches/twin`), or why it is not there.
    pub async fn twin(framework: Framework) -> Result<Self, &'static str> {
        node()?;
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("twin.db");
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, free_port()));
        let mut command = on_its_core(Path::new("node"));
        command.arg(twin_file(framework.script())).arg(address.port().to_string()).arg(&database);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut ready = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        let server = Self { child, address, database, _folder: Some(folder) };
        if ready.is_empty() { Err("the twin in Node ended before it was ready") } else { Ok(server) }
    }

    async fn is_there(&self, path: &str) {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(60) {
            if tokio::net::TcpStream::connect(self.address).await.is_ok() {
                let mut connection = Connection::open(self.address).await;
                if connection.request(&request("GET", path, &[], "")).await.status == 200 {
                    return;
                }
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        panic!("no server at {}", self.address);
    }

    /// CPU time of all its threads so far.
    pub fn cpu(&self) -> Duration {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap();
        let spent = tasks.filter_map(|task| {
            let text = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<u64>().ok()
        });
        Duration::from_nanos(spent.sum())
    }

    /// Memory that is its own, in KiB.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    pub fn open_files(&self) -> usize {
        fs::read_dir(format!("/proc/{}/fd", self.child.id())).unwrap().count()
    }

    /// A command of the product on this server's file; what it prints.
    pub fn prints(&self, arguments: &[&str]) -> String {
        let output = Command::new(binary()).args(arguments).arg("--database").arg(&self.database).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }
}
