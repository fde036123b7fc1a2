//! `anteroom token` as a process: what it prints, where, and how it ends.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use anteroom::domain::role::Role;
use anteroom::video::token::credentials::ApiKey;
use anteroom::video::token::session_id::SessionId;
use proptest::prelude::*;
use serde_json::{Value, json};

const SECRET: &str = "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334";
const OPENTOK: [(&str, &str); 2] = [("OPENTOK_API_KEY", "99900001"), ("OPENTOK_API_SECRET", SECRET)];
const APPLICATION_ID: &str = "6f1c2d3e-0a1b-4c2d-8e3f-5a6b7c8d9e0f";
const PRIVATE_PEM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/TEST_ONLY_rsa_private.pem");
const PUBLIC_PEM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/TEST_ONLY_rsa_public.pem");
const VONAGE: [(&str, &str); 2] = [("VONAGE_APPLICATION_ID", APPLICATION_ID), ("VONAGE_PRIVATE_KEY", PRIVATE_PEM)];
const UNIFIED_SESSION: &str =
    "1_MX42ZjFjMmQzZS0wYTFiLTRjMmQtOGUzZi01YTZiN2M4ZDllMGZ-fjE3ODgyNDk2MDAxMjN-VW4xK2ZpZWQvU2Vzc35-fg";

fn session() -> String {
    SessionId::new(&ApiKey::new("99900001").unwrap(), 1_795_500_000_000, [7; 16]).to_string()
}

fn anteroom(settings: &[(&str, &str)], arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command.env_clear().envs(settings.iter().copied()).arg("token").args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A process that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn create(settings: &[(&str, &str)], arguments: &[&str]) -> String {
    let output = anteroom(settings, &[&["create"], arguments].concat(), "");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let token = text.strip_suffix('\n').unwrap();
    assert!(!token.is_empty() && !token.contains(char::is_whitespace), "the token and nothing else");
    token.to_owned()
}

/// The exit code and the JSON of an inspection.
fn inspect(settings: &[(&str, &str)], arguments: &[&str], input: &str) -> (Option<i32>, Value) {
    let output = anteroom(settings, &[&["inspect"], arguments].concat(), input);
    assert!(output.stderr.is_empty(), "{output:?}");
    (output.status.code(), serde_json::from_slice(&output.stdout).unwrap())
}

/// Runs what must be refused, and gives its one line.
fn refused(settings: &[(&str, &str)], arguments: &[&str]) -> String {
    let output = anteroom(settings, arguments, "");
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]), "{arguments:?} {output:?}");
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!((line.lines().count(), line.ends_with('\n')), (1, true), "{line}");
    assert!(!line.contains(SECRET) && !line.contains("T1=="), "{line}");
    line
}

#[test]
fn amanda_gets_a_publisher_token_for_a_day() {
    let token = create(&OPENTOK, &["--session-id", &session(), "--role", "publisher", "--data", "name=Amanda"]);
    let (code, mut report) = inspect(&OPENTOK, &[&token], "");
    let (created, expires) = (report["create_time"].take(), report["expire_time"].take());
    assert_eq!(expires.as_i64().unwrap() - created.as_i64().unwrap(), 86_400);
    let expected = json!({
        "valid": true, "kind": "t1", "api_key": "99900001", "session_id": session(), "role": "publisher",
        "create_time": null, "expire_time": null, "connection_data": "name=Amanda", "initial_layout_class_list": [],
    });
    assert_eq!((code, report), (Some(0), expected));
}

#[test]
fn inspect_reads_standard_input_and_any_time() {
    let token = create(&OPENTOK, &["--session-id", &session(), "--expires-in", "15m"]);
    let (code, report) = inspect(&OPENTOK, &["-"], &format!("{token}\n"));
    assert_eq!((code, &report["valid"]), (Some(0), &json!(true)));
    let late = (report["expire_time"].as_i64().unwrap() + 1).to_string();
    let (code, report) = inspect(&OPENTOK, &["-", "--at", &late], &token);
    assert_eq!((code, &report["valid"], &report["reason"]), (Some(1), &json!(false), &json!("expired")));
    assert!(report["detail"].is_string());
    assert_eq!(inspect(&OPENTOK, &["-"], "").1["reason"], "bad_prefix");
}

#[test]
fn the_settings_and_the_format_choose_the_kind() {
    let both = [OPENTOK, VONAGE].concat();
    let kind = |settings: &[(&str, &str)], arguments: &[&str]| {
        let (code, report) = inspect(&both, &[&create(settings, arguments)], "");
        assert_eq!(code, Some(0), "{report}");
        report["kind"].as_str().unwrap().to_owned()
    };
    let session = session();
    assert_eq!(kind(&OPENTOK, &["--session-id", &session]), "t1");
    assert_eq!(kind(&OPENTOK, &["--session-id", &session, "--format", "jwt"]), "jwt-legacy");
    assert_eq!(kind(&VONAGE, &["--session-id", UNIFIED_SESSION]), "jwt-unified");
    assert_eq!(kind(&VONAGE, &["--session-id", UNIFIED_SESSION, "--format", "jwt"]), "jwt-unified");
    assert_eq!(kind(&both, &["--session-id", &session]), "t1");
    assert_eq!(kind(&both, &["--session-id", UNIFIED_SESSION]), "jwt-unified");
    assert_eq!(kind(&both, &["--session-id", &session, "--format", "t1"]), "t1");
    assert_eq!(kind(&both, &["--session-id", UNIFIED_SESSION, "--format", "jwt"]), "jwt-unified");
}

#[test]
fn secrets_may_stand_in_files_and_either_half_of_the_key_is_enough_to_inspect() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("secret");
    std::fs::write(&file, format!("{SECRET}\n")).unwrap();
    let settings = [("OPENTOK_API_KEY", "99900001"), ("OPENTOK_API_SECRET_FILE", file.to_str().unwrap())];
    let token = create(&settings, &["--session-id", &session()]);
    assert_eq!(inspect(&OPENTOK, &[&token], "").0, Some(0));

    let settings = [("VONAGE_APPLICATION_ID", APPLICATION_ID), ("VONAGE_PRIVATE_KEY_FILE", PRIVATE_PEM)];
    let token = create(&settings, &["--session-id", UNIFIED_SESSION]);
    let pem = std::fs::read_to_string(PRIVATE_PEM).unwrap();
    let one_line = pem.replace('\n', "\\n");
    for key in [PRIVATE_PEM, PUBLIC_PEM, &pem, &one_line] {
        let (code, report) = inspect(&[("VONAGE_PRIVATE_KEY", key)], &[&token], "");
        assert_eq!((code, &report["application_id"]), (Some(0), &json!(APPLICATION_ID)), "{report}");
    }
}

#[test]
fn each_bad_argument_is_refused_in_one_line_that_names_it() {
    let session = session();
    let others = SessionId::new(&ApiKey::new("999000010").unwrap(), 0, [0; 16]).to_string();
    let long = "d".repeat(1001);
    let cases: [(&[&str], &str); 17] = [
        (&["--role", "king"], "role"),
        (&["--role", "Moderator"], "role"),
        (&["--data", &long], "connection_data"),
        (&["--expires-at", "1000000000"], "expire_time: is in the past"),
        (&["--expires-at", "4102444800"], "expire_time: is more than 30 days ahead"),
        (&["--expires-at", "1795500000000"], "expire_time: is in milliseconds"),
        (&["--expires-at", "4102444800.5"], "expire_time: must be whole"),
        (&["--expires-at", "-1"], "expire_time"),
        (&["--expires-in", "31d"], "expire_time: is more than 30 days ahead"),
        (&["--expires-in", "99999999999999999999d"], "expire_time: is more than 30 days ahead"),
        (&["--expires-in", "0s"], "expire_time: is in the past"),
        (&["--expires-in", "1.5h"], "--expires-in"),
        (&["--expires-in", "-1h"], "--expires-in"),
        (&["--layout-class", "a b"], "initial_layout_class_list"),
        (&["--format", "t2"], "--format"),
        (&["--expires-in", "1h", "--expires-at", "4102444800"], "--expires-at"),
        (&["--secret=T1==abc"], "--secret"),
    ];
    for (arguments, named) in cases {
        let line = refused(&OPENTOK, &[&["create", "--session-id", &session], arguments].concat());
        assert!(line.contains(named), "{line}");
    }
    for id in ["", "nonsense", "1_***", &others] {
        assert!(refused(&OPENTOK, &["create", "--session-id", id]).contains("session_id"));
    }
    assert!(refused(&OPENTOK, &["create"]).contains("--session-id"));
    assert!(refused(&OPENTOK, &["inspect"]).contains("TOKEN"));
    assert!(refused(&OPENTOK, &["inspect", "T1==x", "--at", "noon"]).contains("--at"));
    refused(&OPENTOK, &["inspect", "T1==x", "T1==y"]);
    refused(&OPENTOK, &["mint"]);
    refused(&OPENTOK, &[]);
}

#[test]
fn each_wrong_setting_is_refused_in_one_line_that_names_it() {
    let session = session();
    let cases: [(&[(&str, &str)], &str); 14] = [
        (&[], "OPENTOK_API_KEY"),
        (&[("OPENTOK_API_KEY", "99900001")], "OPENTOK_API_SECRET"),
        (&[("OPENTOK_API_SECRET", SECRET)], "OPENTOK_API_KEY"),
        (&[("OPENTOK_API_KEY", ""), ("OPENTOK_API_SECRET", SECRET)], "OPENTOK_API_KEY"),
        (&[("OPENTOK_API_KEY", "9990000l"), ("OPENTOK_API_SECRET", SECRET)], "OPENTOK_API_KEY"),
        (&[("OPENTOK_API_KEY", "99900001"), ("OPENTOK_API_SECRET", "")], "OPENTOK_API_SECRET"),
        (&[("OPENTOK_API_KEY", "1"), ("OPENTOK_API_SECRET_FILE", "/nowhere")], "OPENTOK_API_SECRET_FILE"),
        (&[OPENTOK[0], OPENTOK[1], ("OPENTOK_API_SECRET_FILE", "/nowhere")], "OPENTOK_API_SECRET_FILE"),
        (&[("VONAGE_APPLICATION_ID", APPLICATION_ID)], "VONAGE_PRIVATE_KEY"),
        (&[("VONAGE_PRIVATE_KEY", PRIVATE_PEM)], "VONAGE_APPLICATION_ID"),
        (&[("VONAGE_APPLICATION_ID", "99900001"), VONAGE[1]], "VONAGE_APPLICATION_ID"),
        (&[VONAGE[0], ("VONAGE_PRIVATE_KEY", "")], "VONAGE_PRIVATE_KEY"),
        (&[VONAGE[0], ("VONAGE_PRIVATE_KEY", "-----BEGIN PRIVATE KEY-----\nAAAA\n")], "VONAGE_PRIVATE_KEY"),
        (&[VONAGE[0], ("VONAGE_PRIVATE_KEY", PUBLIC_PEM)], "VONAGE_PRIVATE_KEY"),
    ];
    for (settings, named) in cases {
        let line = refused(settings, &["create", "--session-id", &session]);
        assert!(line.contains(named), "{line}");
    }
    assert!(refused(&[], &["inspect", "T1==x"]).contains("OPENTOK_API_KEY"));
    assert!(refused(&VONAGE, &["create", "--session-id", UNIFIED_SESSION, "--format", "t1"]).contains("--format"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_for_is_what_inspect_says(role in 0..4_usize, data in "[^\\x00]{0,60}", life in 2..=2_592_000_i64, class in "[a-z-]{1,9}", jwt: bool) {
        let (role, life) = (Role::ALL[role].as_str(), life.to_string());
        let format = if jwt { "jwt" } else { "t1" };
        let session = session();
        let arguments = ["--session-id", &session, "--role", role, "--data", &data, "--expires-in", &life, "--layout-class", &class, "--format", format];
        let (code, report) = inspect(&OPENTOK, &[&create(&OPENTOK, &arguments)], "");
        prop_assert_eq!((code, &report["role"]), (Some(0), &json!(role)));
        prop_assert_eq!(&report["connection_data"], &if data.is_empty() { Value::Null } else { json!(data) });
        prop_assert_eq!(&report["initial_layout_class_list"], &json!([class]));
        let lives = report["expire_time"].as_i64().unwrap() - report["create_time"].as_i64().unwrap();
        prop_assert_eq!(lives.to_string(), life);
    }
}
