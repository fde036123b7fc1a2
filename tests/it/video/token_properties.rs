//! What holds for every token: it says what was asked for, no change goes unnoticed, no text brings the reader down.

use anteroom::domain::role::Role;
use anteroom::video::token::claims::{Claims, Kind, MAX_LIFE, Nonce, VerifiedToken};
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{jwt_rest, read, t1};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::string::string_regex;

use crate::video::fixtures::{
    API_KEY, APPLICATION_ID, NOW, UNIFIED_SESSION, create, keys, opentok, rich_claims, session, signed_jwt, signed_t1,
};

fn any_claims() -> impl Strategy<Value = Claims> {
    // Parsed once: a pattern given as text is parsed anew for each value.
    let class = string_regex("[^\\s\\pC&=+%]{1,20}").unwrap();
    let longest = string_regex(".{1000}").unwrap();
    (
        0..4_usize,
        0..NOW * 2,
        1..=MAX_LIFE,
        prop_oneof![4 => Just(None), 15 => any::<String>().prop_map(Some), 1 => longest.prop_map(Some)],
        vec(class, 0..4),
    )
        .prop_map(|(role, create_time, life, connection_data, initial_layout_class_list)| Claims {
            session_id: session(),
            role: Role::ALL[role],
            create_time,
            expire_time: create_time + life,
            connection_data,
            initial_layout_class_list,
        })
}

fn any_fields() -> impl Strategy<Value = String> {
    let name = "([a-z_]{0,8}|session_id|role|nonce|create_time|expire_time)";
    string_regex(&format!("{name}=[!-~]{{0,12}}(&{name}=.{{0,6}}){{0,3}}")).unwrap()
}

fn any_json() -> impl Strategy<Value = String> {
    let value = r#"("[a-z0-9]{0,9}"|-?[0-9]{1,25}|null|\[\]|1e999|0\.5)"#;
    string_regex(&format!(r#"\{{("(iss|exp|iat|role|data)":{value},?){{0,4}}\}}"#)).unwrap()
}

/// Makes a token, reads it one second before it ends, and compares.
fn comes_back(kind: Kind, claims: &Claims, random: u64) {
    let token = create(kind, claims, random).unwrap();
    let (owner, session_id) = match kind {
        Kind::JwtUnified => (APPLICATION_ID, UNIFIED_SESSION.parse().unwrap()),
        _ => (API_KEY, session()),
    };
    let connection_data = claims.connection_data.clone().filter(|data| !data.is_empty());
    let claims = Claims { session_id, connection_data, ..claims.clone() };
    let at = claims.expire_time - 1;
    assert_eq!(read(&token, keys(), at), Ok(VerifiedToken { kind, owner: owner.to_owned(), claims }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_token_reads_back_as_what_was_asked_for(claims in any_claims(), random: u64) {
        comes_back(Kind::T1, &claims, random);
        comes_back(Kind::JwtLegacy, &claims, random);
    }

    #[test]
    fn reading_never_panics_on_any_text(text in any::<String>(), bytes: Vec<u8>) {
        let keys = keys();
        let encoded = URL_SAFE_NO_PAD.encode(&bytes);
        for token in [
            format!("T1=={text}"),
            format!("T1=={}", STANDARD.encode(&bytes)),
            format!("{encoded}.{encoded}.{encoded}"),
            format!("{}.{encoded}.{encoded}", URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256"}"#)),
            text.clone(),
        ] {
            prop_assert!(read(&token, keys, NOW).is_err());
        }
        if let Ok(id) = format!("1_{encoded}").parse::<SessionId>() {
            prop_assert!(!id.owner().is_empty());
        }
        let _ = Nonce::parse(&text);
    }

    /// Whoever holds the secret may sign anything; the reader must stay upright all the same.
    #[test]
    fn reading_never_panics_on_signed_nonsense(fields in any_fields(), json in any_json()) {
        let keys = keys();
        prop_assert!(read(&signed_t1(&fields), keys, NOW).is_err());
        prop_assert!(read(&signed_jwt(&json), keys, NOW).is_err());
        prop_assert!(jwt_rest::verify_legacy(&signed_jwt(&json), &opentok(), NOW).is_err());
    }
}

proptest! {
    // RS256 takes a thousand times as long.
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_unified_token_reads_back_as_what_was_asked_for(claims in any_claims(), random: u64) {
        comes_back(Kind::JwtUnified, &claims, random);
    }
}

#[test]
fn changing_any_byte_of_a_token_makes_it_refused_or_changes_nothing() {
    let keys = keys();
    for kind in [Kind::T1, Kind::JwtLegacy, Kind::JwtUnified] {
        let token = create(kind, &rich_claims(), 1).unwrap();
        let original = read(&token, keys, NOW).unwrap();
        let replacements: &[u8] = if kind == Kind::T1 { b"AZaz09+/-_=. \n%&:\0" } else { b"Az0-_=." };
        for position in 0..token.len() {
            for &byte in replacements {
                let mut changed = token.clone().into_bytes();
                changed[position] = byte;
                let verdict = read(&String::from_utf8(changed).unwrap(), keys, NOW);
                assert!(verdict.is_err() || verdict.as_ref() == Ok(&original), "{kind:?} {position} {byte}");
            }
        }
    }
}

#[test]
fn changing_any_bit_inside_a_t1_token_makes_it_refused() {
    let (keys, token) = (opentok(), create(Kind::T1, &rich_claims(), 1).unwrap());
    let payload = STANDARD.decode(token.strip_prefix(t1::PREFIX).unwrap()).unwrap();
    for position in 0..payload.len() {
        for bit in 0..8 {
            let mut changed = payload.clone();
            changed[position] ^= 1 << bit;
            let verdict = t1::read(&format!("T1=={}", STANDARD.encode(changed)), &keys, NOW);
            assert!(verdict.is_err(), "{position} {bit}");
        }
    }
}
