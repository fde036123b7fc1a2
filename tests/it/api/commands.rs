//! `anteroom account` and `anteroom api-key` as processes, beside a running server on the same file.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::Server;

fn anteroom(database: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command.env_clear().args(arguments).arg("--database").arg(database).output().unwrap()
}

/// The one line that it prints.
#[track_caller]
fn prints(database: &Path, arguments: &[&str]) -> String {
    let output = anteroom(database, arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?} {output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text.strip_suffix('\n').unwrap();
    assert!(!line.is_empty() && !line.contains('\n'), "{text}");
    line.to_owned()
}

/// The JSON objects that it prints, one a line.
fn lists(database: &Path, what: &str) -> Vec<Value> {
    let output = anteroom(database, &[what, "list"]);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[track_caller]
fn succeeds(database: &Path, arguments: &[&str]) {
    let output = anteroom(database, arguments);
    assert!(
        output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(),
        "{arguments:?} {output:?}"
    );
}

/// The one line in which it refuses.
#[track_caller]
fn refuses(database: &Path, arguments: &[&str], code: i32) -> String {
    let output = anteroom(database, arguments);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(code), &b""[..]), "{arguments:?} {output:?}");
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!((line.lines().count(), line.ends_with('\n')), (1, true), "{line}");
    line
}

#[tokio::test]
async fn keys_and_accounts_made_beside_a_running_server_count_at_once() {
    let server = Server::start().await;
    let file = server.folder.path().join("anteroom.db");
    let password = prints(&file, &["account", "create", "--email", "Ana@example.org", "--name", "Ana"]);
    assert!(password.len() >= 20);
    let host =
        prints(&file, &["api-key", "create", "--name", "Hers", "--scope", "host", "--account", "ana@example.org"]);
    let admin = prints(&file, &["api-key", "create", "--name", "All", "--scope", "admin"]);
    let (host, admin) = (server.bearer(&host), server.bearer(&admin));
    let room = host.room("Consultation").await;
    admin.get(&format!("/rooms/{room}")).await.expect(200);

    let keys = lists(&file, "api-key");
    assert_eq!(
        (&keys[0]["name"], &keys[0]["scope"], &keys[1]["scope"]),
        (&"Hers".into(), &"host".into(), &"admin".into())
    );
    assert_eq!(keys[0]["account_id"], lists(&file, "account")[0]["id"]);
    assert!(keys[0]["last_used_at"].is_string(), "the use was noted");
    succeeds(&file, &["api-key", "revoke", keys[1]["id"].as_str().unwrap()]);
    admin.get("/rooms").await.expect(401);
    host.get("/rooms").await.expect(200);
    refuses(&file, &["api-key", "revoke", keys[1]["id"].as_str().unwrap()], 1);

    prints(&file, &["account", "create", "--email", "eve@example.org", "--name", "Eve", "--role", "admin"]);
    assert!(refuses(&file, &["account", "disable", "eve@example.org"], 1).contains("last admin"));
    assert!(refuses(&file, &["account", "disable", "ana@example.org"], 1).contains("without a host"));
    succeeds(&file, &["account", "set-role", "ana@example.org", "admin"]);
    succeeds(&file, &["account", "set-role", "eve@example.org", "host"]);
    succeeds(&file, &["account", "disable", "eve@example.org"]);
    let accounts = lists(&file, "account");
    let of = |name: &str| accounts.iter().find(|account| account["name"] == name).unwrap();
    assert_eq!((&of("Ana")["role"], &of("Eve")["disabled"]), (&"admin".into(), &true.into()));
    assert_ne!(prints(&file, &["account", "reset-password", "ana@example.org"]), password);
}

#[test]
fn the_first_account_makes_the_database_and_its_password_signs_in() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new.db");
    assert!(refuses(&file, &["account", "list"], 1).contains("there is no database"));
    assert!(!file.exists());
    let create = ["account", "create", "--email", "ana@example.org", "--name", "Ana", "--role", "admin"];
    let password = prints(&file, &create);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = anteroom::store::Store::open(&file).unwrap();
        let moderation = anteroom::moderation::Moderation::without_video(store, anteroom::clock::Clock::default());
        let signed_in =
            moderation.sign_in("ana@example.org", password.into(), Default::default()).await.unwrap().done().unwrap();
        assert_eq!(signed_in.account.name.as_str(), "Ana");
    });
    assert!(refuses(&file, &create, 2).contains("email belongs to an account already"));
}

#[test]
fn wrong_usage_is_one_line_and_exit_code_2_and_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("none.db");
    for (arguments, word) in [
        (&["account", "create", "--name", "Ana"][..], "--email"),
        (&["account", "create", "--email", "ana", "--name", "Ana"], "--email"),
        (&["account", "create", "--email", "a@b.c", "--name", " "], "--name"),
        (&["account", "create", "--email", "a@b.c", "--name", "Ana", "--role", "owner"], "host or admin"),
        (&["account", "set-role", "a@b.c", "owner"], "host or admin"),
        (&["account", "set-role", "a@b.c"], "ROLE"),
        (&["api-key", "create", "--name", "x"], "--scope"),
        (&["api-key", "create", "--name", "x", "--scope", "all"], "--scope"),
        (&["api-key", "create", "--name", "x", "--scope", "host"], "--account"),
        (&["api-key", "create", "--name", "x", "--scope", "admin", "--account", "a@b.c"], "--account"),
        (&["api-key", "create", "--name", "", "--scope", "admin"], "--name"),
        (&["api-key", "revoke", "7"], "ID"),
        (&["api-key", "forget"], "no such command"),
    ] {
        let line = refuses(&file, arguments, 2);
        assert!(line.contains(word), "{arguments:?}: {line}");
    }
    assert!(!file.exists());
}
