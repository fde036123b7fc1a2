//! The real binary as a process, for what only a process can show: signals, exits, what stands on its outputs.

use std::io::{BufRead as _, BufReader, Lines, Read as _};
use std::net::{Ipv4Addr, TcpListener, UdpSocket};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Browser, Program};

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running `anteroom serve`. It is killed when the test ends.
pub struct Process {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    /// Reads what it logs, so that it never waits for that.
    log: Option<JoinHandle<String>>,
    pub origin: String,
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Process {
    /// Starts it on this port (0: any) and waits until it says where it is.
    pub fn start(database: &Path, port: u16, arguments: &[&str]) -> Self {
        Self::start_with(database, port, arguments, &[])
    }

    /// The same with variables of the environment.
    pub fn start_with(database: &Path, port: u16, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = serve(database, port, arguments);
        let mut child = command.envs(variables.iter().copied()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut errors = child.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut text = Vec::new();
            errors.read_to_end(&mut text).unwrap();
            String::from_utf8_lossy(&text).into_owned()
        });
        let Some(first) = lines.next() else { panic!("it did not start: {}", log.join().unwrap()) };
        let origin = first.unwrap().strip_prefix("Anteroom  ").unwrap().to_owned();
        Self { child, lines, log: Some(log), origin }
    }

    /// Starts it where it must refuse, and answers what it said.
    pub fn refuses(database: &Path, port: u16, arguments: &[&str]) -> Output {
        serve(database, port, arguments).stderr(Stdio::piped()).output().unwrap()
    }

    /// A command of the binary beside it; its one line.
    #[track_caller]
    pub fn prints(database: &Path, arguments: &[&str]) -> String {
        let output = command(database, arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?} {output:?}");
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    }

    /// What the next line that starts so goes on with.
    pub fn line(&mut self, start: &str) -> String {
        let line = self.lines.by_ref().map(Result::unwrap).find(|line| line.starts_with(start)).unwrap();
        line[start.len()..].trim().to_owned()
    }

    pub fn browser(&self) -> Browser {
        let address = self.origin.split_once("//").unwrap().1.parse().unwrap();
        Browser::at(address, &self.origin)
    }

    pub fn nobody(&self) -> Program {
        Program::at(&self.origin)
    }

    /// Waits until it says that it is ready.
    pub async fn is_ready(&self) {
        let client = super::client();
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            match client.get(format!("{}/readyz", self.origin)).send().await {
                Ok(answer) if answer.status() == 200 => return,
                _ => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        }
        panic!("it never became ready");
    }

    /// The kernel's number of it.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL: it has no chance to end anything in order.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends SIGTERM.
    pub fn terminate(&self) {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).unwrap();
    }

    /// Waits until it has ended by itself: how, and all that it logged.
    pub fn ended(mut self) -> (ExitStatus, String) {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, self.log.take().unwrap().join().unwrap());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("it goes on");
    }
}

/// A port that nobody has, and that the kernel gives to nobody who asks for any, so that it is still free at a restart.
pub fn free_port() -> u16 {
    loop {
        let port = 10_000 + u16::from_le_bytes(anteroom::random::bytes()) % 20_000;
        let tcp = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        if tcp.is_ok() && UdpSocket::bind((Ipv4Addr::UNSPECIFIED, port)).is_ok() {
            return port;
        }
    }
}

fn serve(database: &Path, port: u16, arguments: &[&str]) -> Command {
    let listen = format!("127.0.0.1:{port}");
    let mut all = vec!["serve", "--listen", &listen, "--rate-limit-scale", "100000"];
    all.extend(arguments);
    let mut command = command(database, &all);
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    command
}

fn command(database: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command.env_clear().args(arguments).arg("--database").arg(database);
    command
}
