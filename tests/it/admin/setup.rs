//! The first admin, by the link on the terminal.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anteroom::domain::account::AccountRole;
use anteroom::domain::text::{Email, PersonName};
use anteroom::moderation::{NewAccount, Place, Refusal};
use secrecy::ExposeSecret as _;

use crate::support::Server;

const RIGHT: [(&str, &str); 3] = [("name", "Ana"), ("email", "ana@example.org"), ("password", "correct horse battery")];

async fn setup_path(server: &Server) -> String {
    let secret = server.moderation.issue_setup_link().unwrap().unwrap();
    format!("/setup/{}", secret.expose_secret())
}

#[tokio::test]
async fn the_link_makes_the_first_admin_once_and_then_there_is_nothing() {
    let server = Server::start().await;
    let path = setup_path(&server).await;
    let mut browser = server.browser();
    for _ in 0..3 {
        assert_eq!(browser.get(&path).await.texts("main button"), ["Create the account"]);
        assert_eq!(browser.head(&path).await.status, 200);
    }
    assert_eq!(browser.post_from_elsewhere(&path, &RIGHT).await.status, 403);
    let answer = browser.post(&path, &RIGHT).await;
    assert_eq!(answer.goes_to(), "/host/rooms");
    assert!(
        answer.header("set-cookie").unwrap().contains("HttpOnly")
            && answer.header("set-cookie").unwrap().contains("Secure")
    );
    assert_eq!(browser.get("/admin/people").await.status, 200, "signed in as an admin");
    let mut second = server.browser();
    assert_eq!(second.get(&path).await.status, 404);
    assert_eq!(second.post(&path, &RIGHT).await.status, 404);
    assert_eq!(server.moderation.store.accounts().unwrap().len(), 1);
    let form = [RIGHT[1], RIGHT[2]];
    assert_eq!(second.post("/host/sign-in", &form).await.status, 303, "the password is the one chosen");
}

#[tokio::test]
async fn each_wrong_field_has_its_sentence_and_the_link_still_works() {
    let server = Server::start().await;
    let path = setup_path(&server).await;
    let mut browser = server.browser();
    for (field, value, sentence) in [
        ("name", " ", "Please fill this in."),
        ("email", "ana", "This is not an e-mail address."),
        ("password", "short", "Please use at least 8 characters."),
        ("password", "Password123", "This is one of the most common passwords. Please choose another."),
    ] {
        let form = RIGHT.map(|(name, right)| (name, if name == field { value } else { right }));
        let page = browser.post(&path, &form).await;
        assert_eq!(page.status, 422, "{field}");
        assert_eq!(page.texts(&format!("#{field}-error")), [sentence]);
        assert_eq!(page.attribute("#password", "value").as_deref(), Some(""));
    }
    let more = [RIGHT[0], RIGHT[1], RIGHT[2], ("role", "admin")];
    assert_eq!(browser.post(&path, &more).await.status, 422);
    assert!(server.moderation.store.accounts().unwrap().is_empty());
    assert_eq!(browser.post(&path, &RIGHT).await.status, 303);
}

#[tokio::test]
async fn a_wrong_code_is_nothing_whatever_is_sent_and_the_fifth_kills_the_link() {
    let server = Server::start().await;
    let path = setup_path(&server).await;
    let mut browser = server.browser();
    for number in 0..4 {
        let wrong = format!("/setup/wrong-{number}");
        let answer = if number % 2 == 0 { browser.get(&wrong).await } else { browser.post(&wrong, &RIGHT).await };
        assert_eq!(answer.status, 404);
    }
    assert_eq!(browser.get(&path).await.status, 200, "four wrong tries do no harm");
    assert_eq!(browser.post("/setup/wrong", &[("nonsense", "1")]).await.status, 404);
    assert_eq!(browser.get(&path).await.status, 404);
    assert_eq!(browser.post(&path, &RIGHT).await.status, 404);
    assert!(server.moderation.store.accounts().unwrap().is_empty());
}

#[tokio::test]
async fn many_tries_must_wait() {
    let server = Server::start_with(|settings| settings.rate_limit_scale = Some("1".to_owned())).await;
    let mut browser = server.browser();
    let mut last = 0;
    for _ in 0..12 {
        last = browser.get("/setup/wrong").await.status;
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn with_an_admin_there_is_no_setup() {
    let server = Server::start().await;
    let path = setup_path(&server).await;
    server.admin("Eve").await;
    assert_eq!(server.browser().get(&path).await.status, 404);
    assert!(server.moderation.issue_setup_link().unwrap().is_none());
}

#[tokio::test]
async fn a_new_link_stands_on_the_terminal_after_five_wrong_tries() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Command::new(env!("CARGO_BIN_EXE_anteroom"))
        .args(["serve", "--listen", "127.0.0.1:0", "--log", "off", "--database"])
        .arg(folder.path().join("test.db"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut link = || {
        let line = lines.find(|line| line.starts_with("Set up")).unwrap();
        line.strip_prefix("Set up    ").unwrap().to_owned()
    };
    let first = link();
    let client = crate::support::client();
    for _ in 0..5 {
        let wrong = format!("{}/setup/wrong", first.split("/setup").next().unwrap());
        assert_eq!(client.get(wrong).send().await.unwrap().status(), 404);
    }
    let second = link();
    let statuses = [&first, &second].map(|link| client.get(link).send());
    let [first_status, second_status] = statuses;
    assert_eq!(first_status.await.unwrap().status(), 404);
    assert_eq!(second_status.await.unwrap().status(), 200);
    server.kill().unwrap();
    server.wait().unwrap();
}

#[tokio::test]
async fn an_admin_who_was_made_in_the_meantime_ends_the_link() {
    let server = Server::start().await;
    let path = setup_path(&server).await;
    server.admin("Eve").await;
    assert_eq!(server.browser().post(&path, &RIGHT).await.status, 404);
    // Made just before the first one is written.
    let secret = path.trim_start_matches("/setup/");
    let new = NewAccount {
        email: Email::parse("ana@example.org").unwrap(),
        name: PersonName::parse("Ana").unwrap(),
        role: AccountRole::Admin,
    };
    let done = server.moderation.set_up(secret, new, "correct horse battery".to_owned().into(), Place::default()).await;
    assert!(matches!(done, Err(Refusal::NotFound)), "{done:?}");
    assert_eq!(server.moderation.store.accounts().unwrap().len(), 1);
}
