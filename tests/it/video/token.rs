//! Tokens asked for wrongly, and tokens that say what they should not.

use anteroom::domain::role::Role;
use anteroom::video::token::claims::{Claims, Kind, MAX_LIFE, Nonce, VerifiedToken, parse_expire_time};
use anteroom::video::token::credentials::{ApiKey, ApiSecret, ApplicationId, PrivateKey};
use anteroom::video::token::error::{InvalidCredential, InvalidField, Reason, Rejection};
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{Keys, jwt_unified, read};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use crate::video::fixtures::{
    API_KEY, NOW, create, keys, opentok, rich_claims, session, signed_jwt, signed_t1, vonage,
};

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
