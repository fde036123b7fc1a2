//! `anteroom check`, `session create` and the start of the server: each wrong setting is one line that says what to do.

use std::process::{Command, Output};

use jiff::SignedDuration;

use crate::support::platform::{API_KEY, API_SECRET, APPLICATION_ID, Fault, PRIVATE_KEY, Platform};

async fn runs(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command.env_clear().args(arguments).envs(variables.iter().copied());
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

const CLASSIC: [(&str, &str); 3] =
    [("ANTEROOM_PROVIDER", "opentok"), ("OPENTOK_API_KEY", API_KEY), ("OPENTOK_API_SECRET", API_SECRET)];

#[tokio::test]
async fn wrong_settings_end_check_and_start_alike_with_one_line_that_names_them() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let classic =
        |key, secret| vec![("ANTEROOM_PROVIDER", "opentok"), ("OPENTOK_API_KEY", key), ("OPENTOK_API_SECRET", secret)];
    let unified =
        |id, key| vec![("ANTEROOM_PROVIDER", "vonage"), ("VONAGE_APPLICATION_ID", id), ("VONAGE_PRIVATE_KEY", key)];
    let public_key = include_str!("../../vectors/TEST_ONLY_rsa_public.pem");
    let table = [
        (vec![("ANTEROOM_PROVIDER", "opentok")], "OPENTOK_API_KEY", "is not set"),
        (vec![("ANTEROOM_PROVIDER", "opentok"), ("OPENTOK_API_KEY", API_KEY)], "OPENTOK_API_SECRET", "is not set"),
        (classic("my project", API_SECRET), "OPENTOK_API_KEY", "must be decimal digits"),
        (classic(API_SECRET, API_KEY), "OPENTOK_API_KEY", "swapped"),
        (unified("my application", PRIVATE_KEY), "VONAGE_APPLICATION_ID", "must be a UUID"),
        (
            unified(APPLICATION_ID, "-----BEGIN PRIVATE KEY-----\nAAAA"),
            "VONAGE_PRIVATE_KEY",
            "must be an RSA private key",
        ),
        (unified(APPLICATION_ID, public_key), "VONAGE_PRIVATE_KEY", "must be an RSA private key"),
        (unified(APPLICATION_ID, "/no/such/file"), "VONAGE_PRIVATE_KEY", "cannot be read"),
    ];
    for (variables, name, words) in table {
        for arguments in [&["check"][..], &["serve", "--database", database.to_str().unwrap()]] {
            let output = runs(arguments, &variables).await;
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{arguments:?} {name}: {said}");
            assert_eq!(said.lines().count(), 1, "{said}");
            assert!(said.contains(name) && said.contains(words), "{name} {words}: {said}");
            assert!(!said.contains(API_SECRET), "{said}");
        }
    }
    assert!(!database.exists(), "nothing is made by a server that cannot start");
}

#[tokio::test]
async fn check_says_what_the_platform_makes_of_the_settings() {
    let platform = Platform::start().await;
    let check = async |variables: &[(&str, &str)]| {
        let url = platform.url();
        let arguments = ["check", "--video-api-url", &url, "--video-api-timeout", "1"];
        runs(&arguments, variables).await
    };
    let works = check(&CLASSIC).await;
    assert!(works.status.success(), "{works:?}");
    assert!(text(&works.stdout).contains("takes our signature"));
    assert!(platform.calls().iter().all(|call| call.method == "GET"), "nothing is made or changed");

    let wrong_secret = [CLASSIC[0], CLASSIC[1], ("OPENTOK_API_SECRET", "another")];
    let refused = check(&wrong_secret).await;
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("OPENTOK_API_KEY and OPENTOK_API_SECRET"), "{refused:?}");

    platform.clock_is_ahead(SignedDuration::from_mins(10));
    let slow = check(&wrong_secret).await;
    assert!(text(&slow.stderr).contains("clock is about 10 min slow"), "{slow:?}");
    let warned = check(&CLASSIC).await;
    assert!(text(&warned.stdout).contains("warning: this machine's clock is about 10 min slow"), "{warned:?}");

    platform.fails(|_| Some(Fault::Silent));
    let silent = check(&CLASSIC).await;
    assert_eq!(silent.status.code(), Some(1));
    assert!(text(&silent.stderr).contains("does not answer in time"), "{silent:?}");

    let url = platform.url();
    drop(platform);
    let gone = runs(&["check", "--video-api-url", &url], &CLASSIC).await;
    assert_eq!(gone.status.code(), Some(1));
    assert!(text(&gone.stderr).contains("cannot be reached"), "{gone:?}");
}

#[tokio::test]
async fn session_create_prints_the_id_of_a_session_of_the_wanted_mode() {
    let platform = Platform::start().await;
    let url = platform.url();
    let create = ["session", "create", "--video-api-url", &url];
    let made = runs(&create, &CLASSIC).await;
    assert!(made.status.success(), "{made:?}");
    let id = text(&made.stdout).trim_end();
    let session: anteroom::video::token::session_id::SessionId = id.parse().unwrap();
    assert!(session.belongs_to(API_KEY));
    let relayed = [&create[..], &["--media-mode", "relayed"]].concat();
    assert!(runs(&relayed, &CLASSIC).await.status.success());
    let bodies: Vec<String> = platform.calls().into_iter().map(|call| call.body).collect();
    assert!(bodies[0].ends_with("p2p.preference=disabled") && bodies[1].ends_with("p2p.preference=enabled"));

    let wrong = runs(&["session", "create", "--media-mode", "fast"], &CLASSIC).await;
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("--media-mode"));
    let local = runs(&["session", "create"], &[]).await;
    assert_eq!(local.status.code(), Some(2));
    assert!(text(&local.stderr).contains("--provider"));
}
