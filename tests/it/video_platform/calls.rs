//! Every call as it goes out: method, path, headers, body.

use anteroom::clock::Clock;
use anteroom::config::VideoApiSettings;
use anteroom::domain::ids::{ConnectionId, StreamId};
use anteroom::video::MediaMode;
use anteroom::video::platform::{Account, Problem, Rest, Signal};
use std::time::Duration;

use crate::support::platform::{API_KEY, APPLICATION_ID, Fault, Platform, Recorded, opentok, vonage};

pub const CONNECTION: &str = "f9f3c5a0-1111-4c2d-8e3f-5a6b7c8d9e0f";
pub const STREAM: &str = "0b9a2c7e-2222-4c2d-8e3f-5a6b7c8d9e0f";

pub fn rest(platform: &Platform, account: Account) -> Rest {
    let url = Some(platform.url().parse().unwrap());
    let settings = VideoApiSettings { url, timeout: Duration::from_millis(400) };
    Rest::new(account, &settings, Clock::default()).unwrap()
}

fn signal() -> Signal {
    Signal { kind: "note".to_owned(), data: "a & b".to_owned() }
}

/// All calls there are, once.
pub async fn calls_everything(rest: &Rest) -> String {
    let session = rest.create_session(MediaMode::Relayed).await.unwrap();
    let (connection, stream): (ConnectionId, StreamId) = (CONNECTION.parse().unwrap(), STREAM.parse().unwrap());
    rest.disconnect(&session, &connection).await.unwrap();
    rest.mute(&session, &stream).await.unwrap();
    rest.mute_all(&session, &[stream]).await.unwrap();
    rest.signal(&session, None, &signal()).await.unwrap();
    rest.signal(&session, Some(&connection), &signal()).await.unwrap();
    rest.streams(&session).await.unwrap();
    rest.connections(&session).await.unwrap();
    session
}

fn shape(call: &Recorded) -> (&str, &str, Option<&str>, &str) {
    (&call.method, &call.path, call.headers.get("content-type").map(String::as_str), &call.body)
}

#[tokio::test]
async fn every_call_has_the_method_path_and_body_of_the_official_sdks_in_both_environments() {
    for (account, project, header) in [
        (Account::Classic(opentok()), API_KEY, "x-opentok-auth"),
        (Account::Unified(vonage()), APPLICATION_ID, "authorization"),
    ] {
        let platform = Platform::start().await;
        let session = calls_everything(&rest(&platform, account)).await;
        let root = format!("/v2/project/{project}/session/{session}");
        let at = |path: &str| format!("{root}/{path}");
        let json = Some("application/json");
        let form = Some("application/x-www-form-urlencoded");
        let signal = r#"{"data":"a & b","type":"note"}"#;
        let except = format!(r#"{{"active":true,"excludedStreamIds":["{STREAM}"]}}"#);
        let calls = platform.calls();
        let expected = [
            ("POST", "/session/create".to_owned(), form, "archiveMode=manual&p2p.preference=enabled"),
            ("DELETE", at(&format!("connection/{CONNECTION}")), None, ""),
            ("POST", at(&format!("stream/{STREAM}/mute")), None, ""),
            ("POST", at("mute"), json, &except),
            ("POST", at("signal"), json, signal),
            ("POST", at(&format!("connection/{CONNECTION}/signal")), json, signal),
            ("GET", at("stream"), None, ""),
            ("GET", at("connection"), None, ""),
        ];
        let found: Vec<_> = calls.iter().map(shape).collect();
        let expected: Vec<_> = expected.iter().map(|(a, path, b, c)| (*a, path.as_str(), *b, *c)).collect();
        assert_eq!(found, expected);
        let mut signatures: Vec<&String> = calls.iter().map(|call| &call.headers[header]).collect();
        signatures.sort();
        signatures.dedup();
        assert_eq!(signatures.len(), calls.len(), "each call is signed anew");
        assert!(calls.iter().all(|call| call.status != 403 && call.headers["accept"] == "application/json"));
    }
}

#[tokio::test]
async fn a_second_session_is_never_made_because_an_answer_got_lost() {
    for fault in [Fault::Silent, Fault::Broken, Fault::Garbage, Fault::Reset, Fault::Redirect] {
        let platform = Platform::start().await;
        platform.fails(move |_| Some(fault));
        rest(&platform, Account::Classic(opentok())).create_session(MediaMode::Routed).await.unwrap_err();
        assert_eq!(platform.calls().len(), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn a_list_that_failed_once_is_asked_for_again() {
    let platform = Platform::start().await;
    let rest = rest(&platform, Account::Classic(opentok()));
    let session = rest.create_session(MediaMode::Routed).await.unwrap();
    platform.connects(&session, CONNECTION);
    let mut first = true;
    platform.fails(move |_| std::mem::take(&mut first).then_some(Fault::Reset));
    let connected = rest.connections(&session).await.unwrap();
    assert_eq!(connected[0].id.as_str(), CONNECTION);
    assert_eq!(connected[0].created_at.unwrap().as_millisecond(), 1_795_500_000_000);
}

#[tokio::test]
async fn every_kind_of_trouble_is_told_apart_and_repeats_nothing_of_what_the_platform_wrote() {
    let platform = Platform::start().await;
    let rest = rest(&platform, Account::Classic(opentok()));
    let session = rest.create_session(MediaMode::Routed).await.unwrap();
    let connection: ConnectionId = CONNECTION.parse().unwrap();
    let outcome = async |fault| {
        platform.fails(move |_| Some(fault));
        let problem = rest.disconnect(&session, &connection).await.unwrap_err();
        let words = problem.to_string();
        for secret in [session.as_str(), CONNECTION, "oops", "hotel", "Invalid token"] {
            assert!(!words.contains(secret), "{words}");
        }
        problem
    };
    assert!(matches!(outcome(Fault::Broken).await, Problem::Unavailable(_)));
    assert!(matches!(outcome(Fault::Silent).await, Problem::Unavailable(_)));
    assert!(matches!(outcome(Fault::Reset).await, Problem::Unavailable(_)));
    assert!(matches!(outcome(Fault::Garbage).await, Problem::Nonsense(_)));
    assert!(matches!(outcome(Fault::Redirect).await, Problem::Nonsense(_)));
    assert!(matches!(outcome(Fault::Endless).await, Problem::Nonsense(_)));
    assert!(matches!(outcome(Fault::Refused).await, Problem::Settings { status: Some(403), .. }));
    let waits = Problem::Throttled { retry_after: Some(Duration::from_secs(7)) };
    assert_eq!(outcome(Fault::Throttled(7)).await, waits);
}
