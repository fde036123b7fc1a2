//! The platform's official SDKs and this server, side by side on the same imitation: they ask the same, and take each
//! other's sessions and tokens.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anteroom::video::platform::Account;
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{self, Keys};
use jiff::Timestamp;
use serde_json::Value;
use url::form_urlencoded;

use super::calls::{CONNECTION, STREAM, calls_everything, rest};
use crate::faults::say;
use crate::support::platform::{API_KEY, API_SECRET, APPLICATION_ID, Platform, Recorded, opentok, vonage};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sdk")
}

/// A program, if this machine has it; then its packages must be there too.
fn program(name: &str, packages: &str) -> Option<PathBuf> {
    if Command::new(name).arg("--version").output().is_err() {
        say(&format!("{name} is missing: what its SDK would do is not compared"));
        return None;
    }
    let packages = folder().join(packages);
    assert!(packages.exists(), "{} is missing: tests/run installs it", packages.display());
    Some(if name == "node" { name.into() } else { packages })
}

/// Runs an SDK's script; the tokens that it made for the sessions.
async fn runs(program: PathBuf, script: &str, platform: &Platform, who: [&str; 2], sessions: &[String]) -> Vec<String> {
    let mut command = Command::new(program);
    command.current_dir(folder()).arg(script).arg(platform.url()).args(who).args([CONNECTION, STREAM]).args(sessions);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A call as it may be compared: sessions by a placeholder, bodies by what they say.
fn essence(call: &Recorded) -> (String, String, Value) {
    let session = call.path.split('/').find(|part| part.parse::<SessionId>().is_ok()).unwrap_or("-");
    let path = call.path.replace(session, "SESSION");
    let body = match call.headers.get("content-type").map(String::as_str) {
        Some("application/x-www-form-urlencoded") => {
            let fields: BTreeMap<String, String> =
                form_urlencoded::parse(call.body.as_bytes()).into_owned().filter(|(name, _)| is_ours(name)).collect();
            serde_json::to_value(fields).unwrap()
        }
        // No body and an empty object say the same.
        _ if call.body.is_empty() || call.body == "{}" => Value::Null,
        _ => serde_json::from_str(&call.body).unwrap(),
    };
    (call.method.clone(), path, body)
}

/// The SDKs send more than is needed: `location=null`, `e2ee=false`.
fn is_ours(field: &str) -> bool {
    !["location", "e2ee"].contains(&field)
}

async fn agrees(program: PathBuf, script: &str, account: Account, who: [&str; 2], differs: fn(&mut Value)) {
    let (ours, theirs) = (Platform::start().await, Platform::start().await);
    ours.knows_everybody();
    theirs.knows_everybody();
    let made = calls_everything(&rest(&ours, account.clone())).await;
    let local = SessionId::of(account.project(), Timestamp::now().as_millisecond(), [9; 16]).to_string();
    let tokens = runs(program, script, &theirs, who, &[made, local]).await;
    let (mut ours, theirs) = (ours.calls(), theirs.calls());
    // None of the SDKs compared has a call for the list of connections.
    assert!(ours.pop().unwrap().path.ends_with("/connection"));
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(&theirs) {
        let (our_essence, mut their_essence) = (essence(ours), essence(theirs));
        differs(&mut their_essence.2);
        assert_eq!(our_essence, their_essence);
        assert_eq!(ours.status, theirs.status, "the imitation takes their signature as it takes ours: {}", ours.path);
        assert!([200, 204].contains(&ours.status), "{}", ours.path);
        for name in ["x-opentok-auth", "authorization"] {
            assert_eq!(ours.headers.contains_key(name), theirs.headers.contains_key(name), "{name}");
        }
    }
    let keys = Keys { opentok: Some(opentok()), vonage: Some(vonage().verifier()) };
    assert_eq!(tokens.len(), 2);
    for token in tokens {
        let read = token::read(&token, &keys, Timestamp::now().as_second()).unwrap();
        assert!(read.claims.session_id.belongs_to(account.project()));
    }
}

#[tokio::test]
async fn the_node_sdk_of_the_classic_environment_does_the_same_calls() {
    let Some(node) = program("node", "node_modules/opentok") else { return };
    agrees(node, "opentok_calls.js", Account::Classic(opentok()), [API_KEY, API_SECRET], |_| {}).await;
}

#[tokio::test]
async fn the_node_sdk_of_the_unified_environment_does_the_same_calls() {
    let Some(node) = program("node", "node_modules/@vonage/video") else { return };
    let who = [APPLICATION_ID, "../vectors/TEST_ONLY_rsa_private.pem"];
    agrees(node, "vonage_calls.js", Account::Unified(vonage()), who, |_| {}).await;
}

#[tokio::test]
async fn the_python_sdk_of_the_classic_environment_does_the_same_calls_save_for_one_name() {
    let Some(python) = program("python3", ".venv/bin/python") else { return };
    // It alone calls the exceptions of a mute another name than the guide and all others do.
    let differs = |body: &mut Value| {
        if let Some(excluded) = body.as_object_mut().and_then(|body| body.remove("excludedStreams")) {
            body["excludedStreamIds"] = excluded;
        }
    };
    agrees(python, "opentok_calls.py", Account::Classic(opentok()), [API_KEY, API_SECRET], differs).await;
}
