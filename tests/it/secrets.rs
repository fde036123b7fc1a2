//! After a day's use, no secret stands in the database's files or in the log, and no name in the log.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use serde_json::json;

use crate::support::{Browser, Process, send, text};

const PASSWORD: &str = "correct-horse-battery-77";
const PASSCODE: &str = "open-sesame-4711";
const IDEMPOTENCY_KEY: &str = "key-of-a-client-5c1f6c0e";

/// What was secret in that day, and the names of those who took part.
#[derive(Default)]
struct Seen {
    secrets: Vec<(&'static str, String)>,
    names: Vec<&'static str>,
}

impl Seen {
    fn secret(&mut self, what: &'static str, secret: &str) {
        assert!(secret.len() >= 10, "{what}: {secret}");
        self.secrets.push((what, secret.to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_day_s_use_no_secret_stands_in_the_files_or_the_log_and_no_name_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let mut process = Process::start(&database, 0, &["--log", "debug"]);
    let mut seen = Seen::default();
    let mut ana = sets_up(&mut process, &mut seen).await;
    let (room, link) = makes_a_room(&mut ana, &mut seen).await;
    let admission = visits(&process, &mut ana, &room, &link, &mut seen).await;
    uses_the_api(&process, &mut ana, &room, &database, &mut seen).await;
    let act = format!("/host/rooms/{room}/admissions/{admission}/remove");
    assert_eq!(ana.press(&act).await.status, 303);
    assert_eq!(ana.press("/host/sign-out-everywhere").await.status, 303);

    holds_none(folder.path(), &seen);
    process.terminate();
    let (status, log) = process.ended();
    assert!(status.success());
    holds_none(folder.path(), &seen);
    assert!(log.contains("DEBUG") && log.contains("/i/{secret}"), "the log is as talkative as it can be: {log}");
    for (what, secret) in &seen.secrets {
        for form in forms(secret) {
            assert!(!log.contains(&form), "{what} stands in the log");
        }
    }
    for name in &seen.names {
        assert!(!log.contains(name), "the log names {name}");
    }
}

#[test]
fn the_search_finds_a_secret_in_each_of_its_forms() {
    let folder = tempfile::tempdir().unwrap();
    let seen = Seen { secrets: vec![("a secret", "k7_secret-of-somebody".to_owned())], names: Vec::new() };
    holds_none(folder.path(), &seen);
    for form in forms(&seen.secrets[0].1) {
        std::fs::write(folder.path().join("file"), format!("before {form} after")).unwrap();
        assert!(found_in(folder.path(), &seen).is_some(), "{form}");
    }
}

/// The first admin, by the link on the terminal; then signs in by password.
async fn sets_up(process: &mut Process, seen: &mut Seen) -> Browser {
    let link = process.line("Set up");
    let path = link.strip_prefix(&process.origin).unwrap().to_owned();
    seen.secret("the setup link", path.rsplit('/').next().unwrap());
    seen.secret("the password", PASSWORD);
    seen.names.extend(["Anastasia", "anastasia@"]);
    let mut ana = process.browser();
    let email = ("email", "anastasia@example.org");
    let form = [("name", "Anastasia"), email, ("password", PASSWORD)];
    assert_eq!(ana.post(&path, &form).await.status, 303);
    seen.secret("the first login", login(&ana));
    assert_eq!(ana.post("/host/sign-in", &[email, ("password", "wrong-password-99")]).await.status, 422);
    seen.secret("the password that was wrong", "wrong-password-99");
    assert_eq!(ana.post("/host/sign-in", &[email, ("password", PASSWORD)]).await.status, 303);
    seen.secret("the second login", login(&ana));
    ana
}

fn login(browser: &Browser) -> &str {
    browser.cookie("__Host-anteroom-sign-in").unwrap()
}

/// A room and an invite with a passcode; the room's id and the path of the link.
async fn makes_a_room(ana: &mut Browser, seen: &mut Seen) -> (String, String) {
    let made = ana.post("/host/rooms", &[("title", "Gynaecology")]).await;
    seen.names.push("Gynaecology");
    let room = made.goes_to().rsplit('/').next().unwrap().to_owned();
    let form = [
        ("role", "publisher"),
        ("entry", "wait"),
        ("expires_in_hours", "24"),
        ("passcode", PASSCODE),
        ("label", "Labelpatients"),
    ];
    let page = ana.post(&format!("/host/rooms/{room}/invites"), &form).await;
    let link = page.attribute("#link-1", "value").unwrap();
    let secret = link.rsplit('/').next().unwrap();
    seen.secret("the invite", secret);
    seen.secret("the passcode", PASSCODE);
    seen.names.push("Labelpatients");
    (room, format!("/i/{secret}"))
}

/// A guest comes by the link, is let in, gets a token, and another one for another role; the admission's id.
async fn visits(process: &Process, ana: &mut Browser, room: &str, link: &str, seen: &mut Seen) -> String {
    let mut sam = process.browser();
    let wrong = [("name", "Samantha"), ("passcode", "wrong-passcode-1")];
    assert_eq!(sam.post(link, &wrong).await.status, 422);
    seen.secret("the passcode that was wrong", "wrong-passcode-1");
    let form = [("name", "Samantha"), ("note", "Notetoyou"), ("passcode", PASSCODE)];
    let here = sam.post(link, &form).await.goes_to().to_owned();
    seen.names.extend(["Samantha", "Notetoyou"]);
    let ticket = sam.cookies.iter().find(|(name, _)| name.contains("ticket")).unwrap().1;
    seen.secret("the ticket", ticket);

    let desk = ana.get(&format!("/host/rooms/{room}")).await;
    let row = desk.attribute("#waiting > li", "id").unwrap();
    let admission = row.strip_prefix("admission-").unwrap().to_owned();
    for (act, form) in [("admit", ("role", "publisher")), ("role", ("role", "moderator"))] {
        let act = format!("/host/rooms/{room}/admissions/{admission}/{act}");
        assert_eq!(ana.post(&act, &[form]).await.status, 303);
        let token = sam.post_json(&format!("{here}/token"), "{}").await.json();
        seen.secret("a token", &text(&token["token"]));
    }
    admission
}

/// A program makes an invite with an idempotency key, twice; its guest gets a ticket and a token; Ana makes a key on her
/// page and an account with a first password.
async fn uses_the_api(process: &Process, ana: &mut Browser, room: &str, database: &Path, seen: &mut Seen) {
    let made = Process::prints(database, &["api-key", "create", "--scope", "admin", "--name", "Bookingsrobot"]);
    seen.secret("a key made by the command", &made);
    seen.names.push("Bookingsrobot");
    let program = process.nobody().with(&made);
    let mut invite = json!(null);
    for _ in 0..2 {
        let request = program.request(reqwest::Method::POST, &format!("/rooms/{room}/invites"));
        let request = request.header("Idempotency-Key", IDEMPOTENCY_KEY).json(&json!({ "passcode": PASSCODE }));
        invite = send(request).await.expect(201);
    }
    seen.secret("the idempotency key", IDEMPOTENCY_KEY);
    let secret = text(&invite["url"]).rsplit('/').next().unwrap().to_owned();
    seen.secret("an invite of the API", &secret);
    let asks = json!({ "secret": secret, "name": "Theodora", "passcode": PASSCODE });
    seen.names.push("Theodora");
    let request = process.nobody().request(reqwest::Method::POST, "/invites/redeem");
    let redeemed = send(request.header("Idempotency-Key", IDEMPOTENCY_KEY).json(&asks)).await.expect(201);
    let ticket = text(&redeemed["ticket"]);
    seen.secret("a ticket of the API", &ticket);
    let id = text(&redeemed["admission"]["id"]);
    program.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    let token = process.nobody().with(&ticket).post("/me/token", json!({})).await.expect(200);
    seen.secret("a token of the API", &text(&token["token"]));

    let page = ana.post("/admin/api-keys", &[("name", "Bookingsrobot")]).await;
    seen.secret("a key made on the page", &page.attribute("#secret", "value").unwrap());
    let made = program.post("/webhooks", json!({ "url": "https://example.org/hook" })).await.expect(201);
    seen.secret("the secret of a webhook", &text(&made["secret"]));
    let form = [("name", "Benedict"), ("email", "benedict@example.org"), ("role", "host")];
    let page = ana.post("/admin/people", &form).await;
    seen.secret("a first password", &page.attribute("#secret", "value").unwrap());
    seen.names.extend(["Benedict", "benedict@"]);
}

/// In clear, as hexadecimal digits of either case, in base64 of either alphabet.
fn forms(secret: &str) -> Vec<String> {
    let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    // What the bytes around it do not change.
    let whole = &secret.as_bytes()[..secret.len() / 3 * 3];
    vec![secret.to_owned(), hex.to_uppercase(), hex, STANDARD_NO_PAD.encode(whole), URL_SAFE_NO_PAD.encode(whole)]
}

#[track_caller]
fn holds_none(folder: &Path, seen: &Seen) {
    assert_eq!(found_in(folder, seen), None);
}

/// The first secret in any file of the folder, and where.
fn found_in(folder: &Path, seen: &Seen) -> Option<String> {
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        // Byte for byte as characters, so that the search is that for text, which is quick.
        let text: String = std::fs::read(&path).unwrap().into_iter().map(char::from).collect();
        for (what, secret) in &seen.secrets {
            if forms(secret).iter().any(|form| text.contains(form)) {
                return Some(format!("{what} stands in {}", path.display()));
            }
        }
    }
    None
}
