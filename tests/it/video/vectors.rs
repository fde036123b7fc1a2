//! Tokens of the official SDKs, verdict for verdict (tests/vectors/README.md says what is in each file).

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anteroom::video::token::claims::{Claims, Kind, Nonce, VerifiedToken};
use anteroom::video::token::credentials::{
    ApiKey, ApiSecret, ApplicationId, OpenTokKeys, PrivateKey, PublicKey, VonageKeys, VonageVerifier,
};
use anteroom::video::token::error::{Reason, Rejection};
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{Keys, jwt_legacy, jwt_rest, jwt_unified, read, t1};
use serde_json::Value;

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(file)
}

/// The vectors of a file, `count` of them. A file cut short would make its test say less than it seems to.
fn vectors(file: &str, count: usize) -> Vec<Value> {
    let mut file: Value = serde_json::from_str(&fs::read_to_string(path(file)).unwrap()).unwrap();
    let Value::Array(vectors) = file["vectors"].take() else { panic!("no vectors") };
    assert_eq!(vectors.len(), count);
    vectors
}

fn text<'a>(vector: &'a Value, field: &str) -> &'a str {
    vector[field].as_str().unwrap_or_else(|| panic!("{field} of {}", vector["id"]))
}

fn at(vector: &Value) -> i64 {
    vector["verify_at"].as_i64().unwrap()
}

fn classes(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|class| class.as_str().unwrap().to_owned()).collect()
}

fn opentok(vector: &Value) -> OpenTokKeys {
    let secret = ApiSecret::new(text(vector, "api_secret").into()).unwrap();
    OpenTokKeys::new(ApiKey::new(text(vector, "api_key")).unwrap(), &secret)
}

fn private_key() -> PrivateKey {
    PrivateKey::from_pem(&fs::read_to_string(path("TEST_ONLY_rsa_private.pem")).unwrap().into())
        .unwrap_or_else(|error| panic!("{error}"))
}

fn vonage(vector: &Value) -> VonageVerifier {
    let pem = fs::read_to_string(path(text(vector, "key_file"))).unwrap();
    VonageVerifier {
        application_id: Some(ApplicationId::new(text(vector, "application_id")).unwrap()),
        public_key: PublicKey::from_pem(&pem).unwrap_or_else(|error| panic!("{error}")),
    }
}

/// Only the keys that the vector is about.
fn keys(vector: &Value) -> Keys {
    match vector["api_key"].is_string() {
        true => Keys { opentok: Some(opentok(vector)), vonage: None },
        false => Keys { opentok: None, vonage: Some(vonage(vector)) },
    }
}

/// What the vector's input makes of a node-like SDK's defaults.
fn asked(vector: &Value, create_time: i64) -> Claims {
    let session_id: SessionId = text(vector, "session_id").parse().unwrap();
    let mut claims = Claims::new(session_id, create_time);
    if let Some(role) = vector["role"].as_str() {
        claims.role = role.parse().unwrap();
    }
    if let Some(expire_time) = vector["expire_time"].as_i64() {
        claims.expire_time = expire_time;
    }
    claims.connection_data = vector["data"].as_str().map(str::to_owned);
    claims.initial_layout_class_list = classes(&vector["initial_layout_class_list"]);
    claims
}

#[test]
fn every_t1_token_of_every_sdk_says_what_it_should() {
    for vector in vectors("t1_positive.json", 85) {
        let token = read(text(&vector, "token"), &keys(&vector), at(&vector));
        let effective = &vector["effective"];
        let claims = Claims {
            session_id: text(&vector, "session_id").parse().unwrap(),
            role: text(effective, "role").parse().unwrap(),
            create_time: vector["create_time"].as_i64().unwrap(),
            expire_time: effective["expire_time"].as_i64().unwrap(),
            connection_data: effective["connection_data"].as_str().map(str::to_owned),
            initial_layout_class_list: classes(&effective["initial_layout_class_list"]),
        };
        let owner = text(&vector, "api_key").to_owned();
        assert_eq!(token, Ok(VerifiedToken { kind: Kind::T1, owner, claims }), "{}", vector["id"]);
    }
}

#[test]
fn node_t1_tokens_are_reproduced_byte_for_byte() {
    let mut seen = 0;
    for vector in vectors("t1_positive.json", 85).iter().filter(|vector| vector["sdk"] == "opentok-node") {
        let claims = asked(vector, vector["create_time"].as_i64().unwrap());
        let nonce = Nonce::parse(text(vector, "nonce")).unwrap();
        let token = t1::create(&claims, &opentok(vector), &nonce);
        assert_eq!(token.as_deref(), Ok(text(vector, "token")), "{}", vector["id"]);
        seen += 1;
    }
    assert_eq!(seen, 14);
}

#[test]
fn every_bad_t1_token_is_refused_for_its_reason() {
    for vector in vectors("t1_negative.json", 76) {
        let (token, keys) = (text(&vector, "token"), keys(&vector));
        let verdict = read(token, &keys, at(&vector));
        assert_eq!(reason(&verdict), text(&vector, "reason"), "{}", vector["id"]);
        let verdict = t1::read(token, keys.opentok.as_ref().unwrap(), at(&vector));
        assert_eq!(reason(&verdict), text(&vector, "reason"), "{} as T1", vector["id"]);
    }
}

#[test]
fn every_client_jwt_of_every_sdk_says_what_it_should() {
    for vector in vectors("jwt_client.json", 80) {
        let quirks: Vec<&str> =
            vector["quirks"].as_array().unwrap().iter().map(|quirk| quirk.as_str().unwrap()).collect();
        let mut claims = asked(&vector, vector["issued_at"].as_i64().unwrap());
        if let Some(exp) = vector["claims"]["exp"].as_i64() {
            // Some SDKs have another default, or ignore what they are asked.
            assert!(exp == claims.expire_time || vector["expire_time"].is_null() || !quirks.is_empty());
            claims.expire_time = exp;
        }
        let kind = if text(&vector, "alg") == "HS256" { Kind::JwtLegacy } else { Kind::JwtUnified };
        let owner = vector["api_key"].as_str().or(vector["application_id"].as_str()).unwrap().to_owned();
        let token = read(text(&vector, "token"), &keys(&vector), at(&vector));
        assert_eq!(token, Ok(VerifiedToken { kind, owner, claims }), "{}", vector["id"]);
    }
}

#[test]
fn node_jwts_of_both_environments_are_reproduced_byte_for_byte() {
    let mut seen = HashMap::new();
    for vector in vectors("jwt_client.json", 80) {
        let create_time = vector["issued_at"].as_i64().unwrap();
        let token = match text(&vector, "sdk") {
            "opentok-node" => {
                let nonce = Nonce::parse(&vector["claims"]["nonce"].to_string()).unwrap();
                jwt_legacy::create(&asked(&vector, create_time), &opentok(&vector), &nonce)
            }
            "vonage-video-node" => {
                let application_id = ApplicationId::new(text(&vector, "application_id")).unwrap();
                let keys = VonageKeys { application_id, private_key: private_key() };
                jwt_unified::create(
                    &asked(&vector, create_time),
                    &keys,
                    text(&vector["claims"], "jti").parse().unwrap(),
                )
            }
            _ => continue,
        };
        assert_eq!(token.as_deref(), Ok(text(&vector, "token")), "{}", vector["id"]);
        *seen.entry(text(&vector, "sdk").to_owned()).or_insert(0) += 1;
    }
    assert!(seen["opentok-node"] >= 9 && seen["vonage-video-node"] >= 9, "{seen:?}");
}

#[test]
fn every_bad_jwt_is_refused_for_its_reason() {
    for vector in vectors("jwt_negative.json", 35) {
        let (token, at) = (text(&vector, "token"), at(&vector));
        let reason = match text(&vector, "token_kind") {
            "legacy-client" => reason(&jwt_legacy::read(token, &opentok(&vector), at)),
            "unified-client" => reason(&jwt_unified::read(token, &vonage(&vector), at)),
            "legacy-rest" => reason(&jwt_rest::verify_legacy(token, &opentok(&vector), at)),
            other => panic!("{other}"),
        };
        assert_eq!(reason, text(&vector, "reason"), "{}", vector["id"]);
    }
}

#[test]
fn the_common_reader_gives_bad_client_jwts_the_same_reasons() {
    let mut vectors = vectors("jwt_negative.json", 35);
    // With an API key at hand a T1 token is read as one, and is then for another key.
    vectors.retain(|vector| text(vector, "id") != "l-t1-instead" && !text(vector, "token_kind").ends_with("-rest"));
    for vector in vectors {
        let verdict = read(text(&vector, "token"), &keys(&vector), at(&vector));
        assert_eq!(reason(&verdict), text(&vector, "reason"), "{}", vector["id"]);
    }
}

#[test]
fn rest_jwts_of_the_sdks_pass_and_so_do_ours() {
    for vector in vectors("jwt_rest.json", 6) {
        let (token, at) = (text(&vector, "token"), at(&vector));
        let jti = uuid::Uuid::from_u128(7);
        let verdicts = if text(&vector, "token_kind") == "legacy-rest" {
            let keys = opentok(&vector);
            let ours = jwt_rest::create_legacy(&keys, at, jti).unwrap();
            [token, &ours].map(|token| jwt_rest::verify_legacy(token, &keys, at))
        } else {
            let application_id = ApplicationId::new(text(&vector, "application_id")).unwrap();
            let keys = VonageKeys { application_id, private_key: private_key() };
            let ours = jwt_rest::create_unified(&keys, at, jti).unwrap();
            [token, &ours].map(|token| jwt_rest::verify_unified(token, &vonage(&vector), at))
        };
        assert_eq!(verdicts, [Ok(()), Ok(())], "{}", vector["id"]);
    }
}

#[test]
fn session_ids_belong_to_exactly_their_owner() {
    for vector in vectors("session_ids.json", 14) {
        let id = text(&vector, "session_id").parse::<SessionId>();
        let belongs = id.as_ref().is_ok_and(|id| id.belongs_to(text(&vector, "checked_key")));
        assert_eq!(Some(belongs), vector["belongs"].as_bool(), "{}", vector["id"]);
        if let Some(owner) = vector["parts"].get(1) {
            assert_eq!(Some(id.unwrap().owner()), owner.as_str(), "{}", vector["id"]);
        } else {
            assert!(id.is_err(), "{}", vector["id"]);
        }
    }
}

#[test]
fn reasons_are_written_the_same_in_text_and_in_json() {
    for reason in [Reason::UnexpectedUnsignedField, Reason::BadBase64, Reason::ExpireTooFar] {
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.as_str());
    }
}

fn reason<T: std::fmt::Debug>(verdict: &Result<T, Rejection>) -> &'static str {
    match verdict {
        Ok(token) => panic!("accepted: {token:?}"),
        Err(rejection) => rejection.reason.as_str(),
    }
}
