//! Tokens made, read back, damaged, and asked for wrongly.

use std::sync::LazyLock;

use anteroom::domain::role::Role;
use anteroom::video::token::claims::{Claims, Kind, MAX_LIFE, Nonce, VerifiedToken, parse_expire_time};
use anteroom::video::token::credentials::{ApiKey, ApiSecret, ApplicationId, OpenTokKeys, PrivateKey, VonageKeys};
use anteroom::video::token::error::{InvalidCredential, InvalidField, Reason, Rejection};
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{Keys, jwt_legacy, jwt_rest, jwt_unified, read, t1};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use proptest::collection::vec;
use proptest::prelude::*;
use sha1::Sha1;
use uuid::Uuid;

const API_KEY: &str = "99900001";
const API_SECRET: &str = "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334";
const APPLICATION_ID: &str = "6f1c2d3e-0a1b-4c2d-8e3f-5a6b7c8d9e0f";
const UNIFIED_SESSION: &str =
    "1_MX42ZjFjMmQzZS0wYTFiLTRjMmQtOGUzZi01YTZiN2M4ZDllMGZ-fjE3ODgyNDk2MDAxMjN-VW4xK2ZpZWQvU2Vzc35-fg";
const NOW: i64 = 1_795_500_000;

fn opentok() -> OpenTokKeys {
    OpenTokKeys::new(ApiKey::new(API_KEY).unwrap(), &ApiSecret::new(API_SECRET.into()).ok().unwrap())
}

fn vonage() -> VonageKeys {
    let pem = include_str!("../../vectors/TEST_ONLY_rsa_private.pem");
    let private_key = PrivateKey::from_pem(&pem.into()).ok().unwrap();
    VonageKeys { application_id: ApplicationId::new(APPLICATION_ID).unwrap(), private_key }
}

/// Read once: taking a PEM apart costs more than many tokens.
fn keys() -> &'static Keys {
    static KEYS: LazyLock<Keys> =
        LazyLock::new(|| Keys { opentok: Some(opentok()), vonage: Some(vonage().verifier()) });
    &KEYS
}

fn session() -> SessionId {
    SessionId::new(&ApiKey::new(API_KEY).unwrap(), NOW * 1000, [7; 16])
}

fn create(kind: Kind, claims: &Claims, random: u64) -> Result<String, InvalidField> {
    match kind {
        Kind::T1 => t1::create(claims, &opentok(), &Nonce::from_random(random)),
        Kind::JwtLegacy => jwt_legacy::create(claims, &opentok(), &Nonce::from_random(random)),
        Kind::JwtUnified => {
            let claims = Claims { session_id: UNIFIED_SESSION.parse().unwrap(), ..claims.clone() };
            jwt_unified::create(&claims, &vonage(), Uuid::from_u128(random.into()))
        }
    }
}

fn any_claims() -> impl Strategy<Value = Claims> {
    let class = "[^\\s\\pC&=+%]{1,20}";
    (
        0..4_usize,
        0..NOW * 2,
        1..=MAX_LIFE,
        prop_oneof![Just(None), any::<String>().prop_map(Some), ".{1000}".prop_map(Some)],
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
    fn reading_never_panics_on_signed_nonsense(fields in "([a-z_]{0,8}|session_id|role|nonce|create_time|expire_time)=[!-~]{0,12}(&(role|nonce|scope|create_time)=.{0,6}){0,3}", json in "\\{(\"(iss|exp|iat|role|data)\":(\"[a-z0-9]{0,9}\"|-?[0-9]{1,25}|null|\\[\\]|1e999|0.5),?){0,4}\\}") {
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

/// A T1 token of any fields, rightly signed.
fn signed_t1(fields: &str) -> String {
    let mac = Hmac::<Sha1>::new_from_slice(API_SECRET.as_bytes()).unwrap().chain_update(fields);
    let signature: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("T1=={}", STANDARD.encode(format!("partner_id={API_KEY}&sig={signature}:{fields}")))
}

/// A legacy JWT of any payload, rightly signed.
fn signed_jwt(payload: &str) -> String {
    let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256"}"#), URL_SAFE_NO_PAD.encode(payload));
    let key = jsonwebtoken::EncodingKey::from_secret(API_SECRET.as_bytes());
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, jsonwebtoken::Algorithm::HS256).unwrap();
    format!("{message}.{signature}")
}

fn rich_claims() -> Claims {
    let mut claims = Claims::new(session(), NOW);
    claims.connection_data = Some("Amanda & Zoë? 日本".to_owned());
    claims.initial_layout_class_list = vec!["focus".to_owned()];
    claims
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

#[test]
fn a_token_is_never_longer_lived_than_it_says() {
    let keys = keys();
    let claims = Claims { expire_time: NOW + 60, ..rich_claims() };
    for (kind, last) in [(Kind::T1, NOW + 60), (Kind::JwtLegacy, NOW + 59), (Kind::JwtUnified, NOW + 59)] {
        let token = create(kind, &claims, 1).unwrap();
        assert!(read(&token, keys, last).is_ok(), "{kind:?}");
        assert_eq!(read(&token, keys, last + 1).unwrap_err().reason, Reason::Expired, "{kind:?}");
    }
}

fn refusal(change: impl FnOnce(&mut Claims)) -> [Result<(), InvalidField>; 3] {
    let mut claims = Claims::new(session(), NOW);
    change(&mut claims);
    [Kind::T1, Kind::JwtLegacy, Kind::JwtUnified].map(|kind| create(kind, &claims, 1).map(drop))
}

fn all(error: InvalidField) -> [Result<(), InvalidField>; 3] {
    [Err(error.clone()), Err(error.clone()), Err(error)]
}

#[test]
fn every_field_is_checked_before_anything_is_signed() {
    use InvalidField::*;
    let data = |count| Some("é".repeat(count));
    assert_eq!(refusal(|claims| claims.expire_time = NOW), all(ExpireTimePast));
    assert_eq!(refusal(|claims| claims.expire_time = i64::MIN), all(ExpireTimePast));
    assert_eq!(refusal(|claims| claims.expire_time = NOW + MAX_LIFE), [Ok(()), Ok(()), Ok(())]);
    assert_eq!(refusal(|claims| claims.expire_time = NOW + MAX_LIFE + 1), all(ExpireTimeTooFar));
    assert_eq!(refusal(|claims| claims.expire_time = (NOW + 60) * 1000), all(ExpireTimeInMilliseconds));
    assert_eq!(refusal(|claims| claims.create_time = NOW * 1000), all(CreateTimeOutOfRange));
    assert_eq!(refusal(|claims| claims.create_time = -1), all(CreateTimeOutOfRange));
    assert_eq!(refusal(|claims| claims.connection_data = data(1000)), [Ok(()), Ok(()), Ok(())]);
    assert_eq!(refusal(|claims| claims.connection_data = data(1001)), all(ConnectionDataTooLong(1001)));
    for class in ["", "a b", "a\tb", "a\u{a0}b", "a\0", "a&b", "a=b", "a+b", "a%b"] {
        assert_eq!(
            refusal(|claims| claims.initial_layout_class_list = vec![class.into()]),
            all(LayoutClass),
            "{class:?}"
        );
    }
    let classes = || vec!["a".repeat(500), "b".repeat(500)];
    assert_eq!(refusal(|claims| claims.initial_layout_class_list = classes()), all(LayoutClassesTooLong(1001)));

    let others = SessionId::new(&ApiKey::new("999000010").unwrap(), 0, [0; 16]);
    let mut claims = Claims::new(others, NOW);
    assert_eq!(create(Kind::T1, &claims, 1), Err(SessionOfAnother("API key")));
    assert_eq!(create(Kind::JwtLegacy, &claims, 1), Err(SessionOfAnother("API key")));
    claims.session_id = session();
    assert_eq!(jwt_unified::create(&claims, &vonage(), Uuid::nil()), Err(SessionOfAnother("application id")));
}

#[test]
fn typed_times_and_nonces_are_taken_only_as_what_they_are() {
    assert_eq!(parse_expire_time("1795500060"), Ok(1_795_500_060));
    for fraction in ["", "1795500060.5", "-1", "+1", " 1", "1e9", "soon", "١٢٣"] {
        assert_eq!(parse_expire_time(fraction), Err(InvalidField::ExpireTimeNotWhole), "{fraction}");
    }
    for milliseconds in ["1795500060000", "99999999999999999999999999"] {
        assert_eq!(parse_expire_time(milliseconds), Err(InvalidField::ExpireTimeInMilliseconds));
    }
    for nonce in ["", "x", "1&role=moderator", "NaN", "0x1", "1 2"] {
        assert_eq!(Nonce::parse(nonce), Err(InvalidField::NonceNotANumber), "{nonce}");
    }
}

#[test]
fn the_defaults_are_a_publisher_for_24_hours() {
    let claims = Claims::new(session(), NOW);
    assert_eq!((claims.role, claims.expire_time), (Role::Publisher, NOW + 86_400));
    assert_eq!(
        "king".parse::<Role>().map_err(InvalidField::from).unwrap_err().to_string().split(' ').next(),
        Some("role")
    );
}

#[test]
fn empty_and_malformed_credentials_are_refused() {
    use InvalidCredential::*;
    assert_eq!(ApiKey::new(""), Err(EmptyApiKey));
    for key in ["12a", " 12", "-1", "١٢", &"1".repeat(33)] {
        assert_eq!(ApiKey::new(key), Err(ApiKeyNotDigits), "{key}");
    }
    assert_eq!(ApiSecret::new("".into()).err(), Some(EmptyApiSecret));
    assert_eq!(ApplicationId::new(""), Err(EmptyApplicationId));
    for id in ["99900001", "6f1c2d3e0a1b4c2d8e3f5a6b7c8d9e0f", "{6f1c2d3e-0a1b-4c2d-8e3f-5a6b7c8d9e0f}"] {
        assert_eq!(ApplicationId::new(id), Err(ApplicationIdNotUuid), "{id}");
    }
    assert_eq!(PrivateKey::from_pem(&" \n".into()).err(), Some(EmptyPrivateKey));
    for pem in ["nonsense", include_str!("../../vectors/TEST_ONLY_rsa_public.pem")] {
        assert_eq!(PrivateKey::from_pem(&pem.into()).err(), Some(NotAnRsaPrivateKey));
    }
}

#[test]
fn our_own_session_ids_say_whose_they_are() {
    let id = session();
    let read: SessionId = id.as_str().parse().unwrap();
    assert_eq!((read.owner(), &read), (API_KEY, &id));
    assert_ne!(id, SessionId::new(&ApiKey::new(API_KEY).unwrap(), NOW * 1000, [8; 16]));
    assert!("x_MX45OX4".parse::<SessionId>().is_err() && "11_MX45OX4".parse::<SessionId>().is_err());
    assert!(format!("1_{}", URL_SAFE_NO_PAD.encode(format!("1~9~{}", "x".repeat(300)))).parse::<SessionId>().is_err());
}

#[test]
fn a_key_is_only_ever_used_with_its_own_algorithm() {
    let token = create(Kind::JwtLegacy, &rich_claims(), 1).unwrap();
    let only_vonage = Keys { opentok: None, vonage: Some(vonage().verifier()) };
    let only_opentok = Keys { opentok: Some(opentok()), vonage: None };
    let reason = |verdict: Result<VerifiedToken, Rejection>| verdict.unwrap_err().reason;
    assert_eq!(reason(read(&token, &only_vonage, NOW)), Reason::BadAlg);
    let token = create(Kind::JwtUnified, &rich_claims(), 1).unwrap();
    assert_eq!(reason(read(&token, &only_opentok, NOW)), Reason::BadAlg);
    let token = create(Kind::T1, &rich_claims(), 1).unwrap();
    assert_eq!(reason(read(&token, &only_vonage, NOW)), Reason::BadStructure);
    assert_eq!(reason(read(&token, &Keys::default(), NOW)), Reason::BadStructure);
}

#[test]
fn what_is_rightly_signed_but_wrong_is_refused_for_its_reason() {
    let claims = format!(
        r#""iss":"{API_KEY}","ist":"project","scope":"session.connect","session_id":"{}","iat":{NOW}"#,
        session()
    );
    let verdict =
        |rest: &str| read(&signed_jwt(&format!("{{{claims},{rest}}}")), keys(), NOW).map_err(|error| error.reason);
    assert!(verdict(r#""role":"publisher""#).is_ok());
    assert_eq!(verdict(r#""role":"publisher","role":"moderator""#), Err(Reason::InvalidClaim));
    assert_eq!(verdict(r#""role":null"#), Err(Reason::MissingClaim));
    assert_eq!(verdict(r#""role":["publisher"]"#), Err(Reason::InvalidClaim));
    assert_eq!(verdict(r#""role":"publisher","exp":1795500060.5"#), Err(Reason::InvalidTime));
    assert_eq!(verdict(r#""role":"publisher","exp":"1795500060""#), Err(Reason::InvalidTime));
    assert_eq!(verdict(r#""role":"publisher","exp":1795499999"#), Err(Reason::InvalidTime));
    assert_eq!(verdict(r#""role":"publisher","exp":1795500060,"expire_time":1795586400"#), Err(Reason::InvalidClaim));
    assert_eq!(verdict(r#""role":"publisher","nbf":1795500001"#), Err(Reason::NotYetValid));
    assert_eq!(read(&signed_jwt("[]"), keys(), NOW).unwrap_err().reason, Reason::BadStructure);

    let fields = |rest: &str| format!("session_id={}&create_time={NOW}&role=publisher{rest}", session());
    let verdict = |rest: &str| read(&signed_t1(&fields(rest)), keys(), NOW).map_err(|error| error.reason);
    assert!(verdict("&nonce=1").is_ok());
    assert_eq!(verdict(""), Err(Reason::MissingField));
    assert_eq!(verdict("&nonce=1&scope=session.admin"), Err(Reason::InvalidScope));
    assert_eq!(verdict("&nonce=1&"), Err(Reason::UnknownField));
    assert_eq!(verdict("&nonce=1&r%6fle=moderator"), Err(Reason::UnknownField));
    assert_eq!(verdict("&nonce=1&expire_time=+1795500060"), Err(Reason::InvalidTime));
}
