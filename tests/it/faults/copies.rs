//! Copies of the database: made under load they are whole, private and of one moment; what opened doors in them opens
//! none until somebody has decided; and an upgrade begins with one.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use anteroom::clock::Clock;
use anteroom::store::{self, CopyError};
use jiff::SignedDuration;
use serde_json::{Value, json};
use sqlx::{Connection as _, SqliteConnection};

use super::House;
use crate::support::{Browser, Process, connection, free_port, secret_of};

async fn number(file: &mut SqliteConnection, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(file).await.unwrap()
}

/// The copy is the whole state of one moment: rows, log and sequences agree, and only its owner reads it.
async fn is_whole(copy: &Path) {
    let mode = fs::metadata(copy).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "{mode:o}");
    let mut file = connection(copy, false).await;
    let verdict: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut file).await.unwrap();
    assert_eq!(verdict, "ok");
    let asked = number(&mut file, "SELECT count(*) FROM audit WHERE action = 'admission_requested'").await;
    assert_eq!(number(&mut file, "SELECT count(*) FROM admission").await, asked);
    let (rows, last) = (
        number(&mut file, "SELECT count(*) FROM audit").await,
        number(&mut file, "SELECT seq FROM sqlite_sequence WHERE name = 'audit'").await,
    );
    assert_eq!(rows, last, "no entry is missing, and the next one gets the next number");
    let alive = number(&mut file, "SELECT count(*) FROM sign_in WHERE ended_at IS NULL").await;
    assert_eq!(alive, 0, "nobody is signed in");
    file.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_made_under_load_is_whole_and_private_and_overwrites_nothing() {
    let house = House::open().await;
    let (id, body) = (house.guest("First").await, json!({}));
    let copies: Vec<PathBuf> =
        (0..4).map(|number| house.database.with_file_name(format!("copy-{number}.db"))).collect();
    let load = async {
        for number in 0..120 {
            house.guest(&format!("Guest {number}")).await;
        }
    };
    let copying = async {
        for copy in &copies {
            let (database, copy) = (house.database.clone(), copy.clone());
            let path = copy.to_str().unwrap().to_owned();
            let said =
                tokio::task::spawn_blocking(move || Process::prints(&database, &["backup", &path])).await.unwrap();
            let said: Value = serde_json::from_str(&said).unwrap();
            assert_eq!(said["file"], copy.to_str().unwrap());
            assert_eq!(said["bytes"], fs::metadata(&copy).unwrap().len());
        }
    };
    tokio::join!(load, copying);
    for copy in &copies {
        is_whole(copy).await;
    }
    house.program(0).post(&format!("/admissions/{id}/admit"), body).await.expect(200);

    let first = fs::read(&copies[0]).unwrap();
    let again = store::back_up(&house.database, &copies[0], Clock::default().now()).await;
    assert!(matches!(again, Err(CopyError::Exists(_))), "{again:?}");
    assert!(fs::read(&copies[0]).unwrap() == first);
    let nowhere = store::back_up(&house.database, Path::new("/nowhere/copy.db"), Clock::default().now()).await;
    assert!(matches!(nowhere, Err(CopyError::Write(_))), "{nowhere:?}");
    let left: Vec<_> = fs::read_dir(house.database.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".anteroom"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// A copy in the place of a database, with somebody who can sign in, a guest with a ticket, a link and a key.
struct Restored {
    process: Process,
    database: PathBuf,
    key: String,
    ticket: String,
    invite: Value,
    sign_in: Browser,
    _house: House,
}

impl Restored {
    async fn start() -> Self {
        let house = House::open().await;
        let database = house.database.clone();
        let create = ["account", "create", "--email", "eve@example.org", "--name", "Eve", "--role", "admin"];
        let password = Process::prints(&database, &create);
        let mut browser = house.process.browser();
        let form = [("email", "eve@example.org"), ("password", password.as_str())];
        assert_eq!(browser.post("/host/sign-in", &form).await.status, 303);
        let (guest, id) = house.process.nobody().redeems(&house.invite, "Sam").await;
        house.program(0).post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
        let copy = database.with_file_name("copy.db");
        Process::prints(&database, &["backup", copy.to_str().unwrap()]);
        let process = Process::start(&copy, 0, &["--log", "warn"]);
        process.is_ready().await;
        let mut fresh = process.browser();
        assert_eq!(fresh.post("/host/sign-in", &form).await.status, 303, "passwords work");
        let restored = Self {
            database: copy,
            key: house.keys[0].clone(),
            ticket: guest.bearer.clone().unwrap(),
            invite: house.invite.clone(),
            sign_in: fresh,
            process,
            _house: house,
        };
        // The cookie of before is no sign-in any more.
        let mut before = restored.process.browser();
        before.cookies = browser.cookies;
        assert_eq!(before.get("/host/rooms").await.goes_to(), "/host/sign-in");
        restored
    }

    /// The statuses that ticket, key and link get.
    async fn statuses(&self) -> [u16; 3] {
        let nobody = self.process.nobody();
        let body = json!({ "secret": secret_of(&self.invite), "name": "Tom" });
        [
            nobody.clone().with(&self.ticket).get("/me").await.status,
            nobody.clone().with(&self.key).get("/rooms").await.status,
            nobody.post("/invites/redeem", body).await.status,
        ]
    }
}

#[tokio::test]
async fn in_a_copy_no_ticket_key_or_link_works_until_an_admin_lets_them() {
    let mut restored = Restored::start().await;
    assert_eq!(restored.statuses().await, [401, 401, 404]);
    let rooms = restored.sign_in.get("/host/rooms").await;
    assert!(rooms.body.contains("/admin/copy"), "every page says so");
    let page = restored.sign_in.get("/admin/copy").await;
    assert_eq!(page.status, 200);
    assert_eq!(restored.sign_in.post("/admin/copy", &[("access", "maybe")]).await.status, 422);
    assert_eq!(restored.sign_in.post("/admin/copy", &[("access", "keep")]).await.goes_to(), "/host/rooms");
    assert_eq!(restored.statuses().await, [200, 200, 201]);
    assert_eq!(restored.sign_in.get("/admin/copy").await.status, 404, "it is no copy any more");
    assert!(!restored.sign_in.get("/host/rooms").await.body.contains("/admin/copy"));
    let log = restored.sign_in.get("/admin/audit").await;
    assert!(log.text().contains("a restored copy: they work again"), "{}", log.text());
}

#[tokio::test]
async fn voided_in_a_copy_they_never_work_again_and_whoever_was_there_is_put_out() {
    let restored = Restored::start().await;
    let said = Process::prints(&restored.database, &["restore-confirm", "void"]);
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&said["voided_links"], &said["voided_keys"], &said["ended_guests"]), (&json!(1), &json!(3), &json!(1)));
    let taken_at: jiff::Timestamp = said["taken_at"].as_str().unwrap().parse().unwrap();
    assert!(Clock::default().now().duration_since(taken_at) < SignedDuration::from_mins(10), "{said}");
    assert_eq!(restored.statuses().await, [401, 401, 410]);
    let mut file = connection(&restored.database, true).await;
    let state: String = sqlx::query_scalar("SELECT state FROM admission").fetch_one(&mut file).await.unwrap();
    assert_eq!(state, "removed");
    assert_eq!(number(&mut file, "SELECT count(*) FROM audit WHERE action = 'copy_confirmed'").await, 1);
    let key = Process::prints(&restored.database, &["api-key", "create", "--scope", "admin", "--name", "New"]);
    restored.process.nobody().with(&key).get("/rooms").await.expect(200);
    let mut again = std::process::Command::new(env!("CARGO_BIN_EXE_anteroom"));
    let again = again.args(["restore-confirm", "keep", "--database"]).arg(&restored.database).output().unwrap();
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("no copy"), "{again:?}");
}

#[tokio::test]
async fn an_upgrade_begins_with_a_copy_and_the_last_three_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("own.db");
    Process::prints(&database, &["account", "create", "--email", "ana@example.org", "--name", "Ana"]);
    let copies = || {
        let entries =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.filter(|name| name.starts_with("own.db.before-")).collect();
        names.sort();
        names
    };
    assert!(copies().is_empty(), "a new database is no upgrade");
    let mut seen = Vec::new();
    for _ in 0..5 {
        older_by_one(&database).await;
        assert_eq!(Process::prints(&database, &["account", "list"]).lines().count(), 1);
        seen.push(copies().pop().unwrap());
    }
    seen.dedup();
    assert_eq!(seen.len(), 5, "each upgrade made one: {seen:?}");
    assert_eq!(copies(), seen[2..], "the oldest went");
    is_whole(&folder.path().join(&seen[4])).await;
    assert_eq!(Process::prints(&database, &["account", "list"]).lines().count(), 1);
    assert_eq!(copies(), seen[2..], "nothing to upgrade, no copy");
}

/// Makes the file look as if its last upgrade, one that can be done twice, had not been done.
async fn older_by_one(database: &Path) {
    let mut file = connection(database, false).await;
    sqlx::query("DROP TABLE answer").execute(&mut file).await.unwrap();
    sqlx::query("DELETE FROM _sqlx_migrations WHERE version = 5").execute(&mut file).await.unwrap();
    file.close().await.unwrap();
}

/// The block of commands below "Try it before you need it", as the manual has it.
fn drill() -> String {
    let manual = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/operations.md")).unwrap();
    let after = manual.split("Try it before you need it.").nth(1).unwrap();
    after.split("```").nth(1).unwrap().trim_start_matches("sh\n").to_owned()
}

#[tokio::test]
async fn the_drill_of_the_manual_works_as_it_stands() {
    let house = House::open().await;
    house.guest("Sam").await;
    let folder = tempfile::tempdir().unwrap();
    let binary = Path::new(env!("CARGO_BIN_EXE_anteroom")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let commands = drill().replace("18080", &free_port().to_string());
    let script = format!("set -eu\n{commands}");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &script]).current_dir(folder.path()).env("PATH", path).env("ANTEROOM_DATABASE", &house.database);
    let output = tokio::task::spawn_blocking(move || shell.output().unwrap()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("Copy      of ") && said.contains("\"access\":\"void\""), "{said}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "it cleans up after itself");
    house.guest("The server went on").await;
}
