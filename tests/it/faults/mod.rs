//! What may go wrong around the server: it is killed, its disk is full or locked, its file is broken, its port is taken.
//! All against the real binary.

mod copies;
mod crash;
mod durability;
mod files;
mod full_disk;
mod locked;
mod mutations;
mod ports;
mod restart;
mod slow;
mod soak;
mod steps;
mod stopping;

use std::io::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Answer, Process, Program, free_port, text};

/// A running server with a room and an invite to it, and programs that may do everything.
struct House {
    process: Process,
    database: PathBuf,
    port: u16,
    keys: Vec<String>,
    room: String,
    invite: Value,
    _folder: TempDir,
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("anteroom.db");
        Self::open_at(folder, database).await
    }

    async fn open_at(folder: TempDir, database: PathBuf) -> Self {
        let port = free_port();
        let process = Process::start(&database, port, &["--log", "warn"]);
        let create =
            |name: &str| Process::prints(&database, &["api-key", "create", "--scope", "admin", "--name", name]);
        let keys = vec![create("Ana"), create("Ben"), create("Eve")];
        let ana = process.nobody().with(&keys[0]);
        let room = ana.room("Hearing").await;
        let invite = ana.post(&format!("/rooms/{room}/invites"), json!({})).await.expect(201);
        Self { process, database, port, keys, room, invite, _folder: folder }
    }

    fn program(&self, number: usize) -> Program {
        self.process.nobody().with(&self.keys[number % self.keys.len()])
    }

    /// A guest who asks, if that can be done now.
    async fn asks(&self, name: &str) -> Answer {
        let body = json!({ "secret": crate::support::secret_of(&self.invite), "name": name });
        self.process.nobody().post("/invites/redeem", body).await
    }

    /// A guest who asks; the admission's id.
    async fn guest(&self, name: &str) -> String {
        text(&self.asks(name).await.expect(201)["admission"]["id"])
    }
}

/// A 503 that says when to come back.
#[track_caller]
fn comes_later(answer: &Answer) {
    answer.expect(503);
    let wait = answer.header("retry-after").unwrap();
    assert!(wait.parse::<u64>().unwrap() > 0, "{wait}");
}

/// For whoever reads the run: what was measured, or why something was left out.
pub fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").unwrap();
}
