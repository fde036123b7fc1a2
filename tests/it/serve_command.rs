//! `anteroom serve` as a process: what it does when the database it was told of is not there.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn anteroom(arguments: &[&str], database: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command.env_clear().args(arguments).arg("--database").arg(database);
    command
}

fn serve(database: &Path) -> Command {
    anteroom(&["serve", "--listen", "127.0.0.1:0", "--log", "off"], database)
}

/// The one line in which it refuses.
#[track_caller]
fn refusal(output: &Output, code: i32) -> String {
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(code), &b""[..]), "{output:?}");
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!((text.lines().count(), text.ends_with('\n')), (1, true), "{text}");
    text
}

/// Starts it, reads its first line and ends it.
fn first_line(command: &mut Command) -> String {
    let mut server = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    server.kill().unwrap();
    server.wait().unwrap();
    line
}

#[test]
fn a_configured_server_does_not_start_anew_when_its_database_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let by_variable = serve(&database).env("ANTEROOM_REQUIRE_DATABASE", "true").output().unwrap();
    let by_flag = serve(&database).arg("--require-database").output().unwrap();
    for output in [by_variable, by_flag] {
        let line = refusal(&output, 1);
        assert!(line.contains(database.to_str().unwrap()) && line.contains("--require-database"), "{line}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");

    let account = ["account", "create", "--email", "ana@example.org", "--name", "Ana", "--role", "admin"];
    assert!(anteroom(&account, &database).output().unwrap().status.success());
    let line = first_line(serve(&database).arg("--require-database"));
    assert!(line.starts_with("Anteroom "), "{line}");
}

#[test]
fn a_first_run_makes_the_database_unless_told_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let line = first_line(serve(&database).env("ANTEROOM_REQUIRE_DATABASE", "false"));
    assert!(line.starts_with("Anteroom ") && database.exists(), "{line}");

    let wrong = serve(&database).env("ANTEROOM_REQUIRE_DATABASE", "maybe").output().unwrap();
    assert!(refusal(&wrong, 2).contains("--require-database"));
}
