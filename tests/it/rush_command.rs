//! `anteroom rush` as a process against a running server.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::Process;

fn rush(key: Option<&str>, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command.env_clear().arg("rush").args(arguments);
    if let Some(key) = key {
        command.env("ANTEROOM_API_KEY", key);
    }
    command.output().unwrap()
}

fn key(database: &Path) -> String {
    Process::prints(database, &["api-key", "create", "--scope", "admin", "--name", "Rush"])
}

#[track_caller]
fn refuses(output: &Output, code: i32, word: &str) {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{complaint}");
    assert!(output.stdout.is_empty() && complaint.lines().count() == 1 && complaint.contains(word), "{complaint}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rush_lets_everybody_in_says_how_long_it_took_and_leaves_nobody_behind() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let process = Process::start(&database, 0, &["--log", "warn"]);
    process.is_ready().await;
    let (key, plot) = (key(&database), folder.path().join("rush.svg"));
    let (origin, at, file) = (process.origin.clone(), key.clone(), plot.clone());
    let output = tokio::task::spawn_blocking(move || {
        let file = file.to_str().unwrap();
        rush(Some(&at), &["--guests", "25", "--hosts", "3", "--at-once", "8", "--url", &origin, "--plot", file])
    });
    let output = output.await.unwrap();
    let said = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    let rows: Vec<Vec<&str>> = said.lines().map(|line| line.split("  ").map(str::trim).collect()).collect();
    let of = |name: &str| {
        let row = rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("no {name}: {said}"));
        let cells: Vec<&str> = row.iter().copied().filter(|cell| !cell.is_empty()).collect();
        (cells[1].to_owned(), cells[6].to_owned())
    };
    let none = "0".to_owned();
    for (name, times) in [("ask", "25"), ("on the desk", "75"), ("admit → told", "25"), ("token", "25")] {
        assert_eq!(of(name), (times.to_owned(), none.clone()), "{said}");
    }
    let picture = std::fs::read_to_string(plot).unwrap();
    assert!(picture.contains("25 guests, 3 hosts") && picture.matches("<polyline").count() == 4);

    let program = process.nobody().with(&key);
    let rooms: Value = program.get("/rooms").await.expect(200).clone();
    let room = &rooms["items"][0];
    assert_eq!((&room["title"], &room["door"]), (&"Rush (over)".into(), &"closed".into()));
    let room = room["id"].as_str().unwrap();
    let left = program.get(&format!("/rooms/{room}/admissions?state=left")).await.expect(200).clone();
    assert_eq!(left["items"].as_array().unwrap().len(), 25);
    let there = program.get(&format!("/rooms/{room}/admissions?state=waiting,held,admitted")).await.expect(200).clone();
    assert_eq!(there["items"].as_array().unwrap().len(), 0);
    let invites = program.get(&format!("/rooms/{room}/invites")).await.expect(200).clone();
    assert_eq!(invites["items"][0]["state"], "revoked");
}

#[test]
fn nobody_elses_server_is_rushed_and_wrong_usage_is_named() {
    for url in ["http://192.0.2.7:8080", "https://meet.example.org", "http://127.0.0.1.example.org"] {
        refuses(&rush(Some("key"), &["--guests", "1", "--url", url]), 2, "--url");
    }
    refuses(&rush(None, &["--guests", "1"]), 2, "ANTEROOM_API_KEY");
    refuses(&rush(Some("key"), &["--guests", "0"]), 2, "--guests");
    refuses(&rush(Some("key"), &["--guests", "10001"]), 2, "--guests");
    refuses(&rush(Some("key"), &[]), 2, "--guests");
}

#[test]
fn a_server_that_does_not_take_part_ends_it_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let process = Process::start(&folder.path().join("anteroom.db"), 0, &["--log", "warn"]);
    refuses(&rush(Some("wrong"), &["--guests", "1", "--url", &process.origin]), 1, "401");
    let origin = process.origin.clone();
    drop(process);
    refuses(&rush(Some("wrong"), &["--guests", "1", "--url", &origin]), 1, "no connection");
}
