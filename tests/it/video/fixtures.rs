//! Keys that open nothing, and tokens made with them.

use std::sync::LazyLock;

use anteroom::video::token::claims::{Claims, Kind, Nonce};
use anteroom::video::token::credentials::{ApiKey, ApiSecret, ApplicationId, OpenTokKeys, PrivateKey, VonageKeys};
use anteroom::video::token::error::InvalidField;
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{Keys, jwt_legacy, jwt_unified, t1};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use uuid::Uuid;

pub const API_KEY: &str = "99900001";
pub const API_SECRET: &str = "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334";
pub const APPLICATION_ID: &str = "6f1c2d3e-0a1b-4c2d-8e3f-5a6b7c8d9e0f";
pub const UNIFIED_SESSION: &str =
    "1_MX42ZjFjMmQzZS0wYTFiLTRjMmQtOGUzZi01YTZiN2M4ZDllMGZ-fjE3ODgyNDk2MDAxMjN-VW4xK2ZpZWQvU2Vzc35-fg";
pub const NOW: i64 = 1_795_500_000;

pub fn opentok() -> OpenTokKeys {
    OpenTokKeys::new(ApiKey::new(API_KEY).unwrap(), &ApiSecret::new(API_SECRET.into()).ok().unwrap())
}

pub fn vonage() -> VonageKeys {
    let pem = include_str!("../../vectors/TEST_ONLY_rsa_private.pem");
    let private_key = PrivateKey::from_pem(&pem.into()).ok().unwrap();
    VonageKeys { application_id: ApplicationId::new(APPLICATION_ID).unwrap(), private_key }
}

/// Read once: taking a PEM apart costs more than many tokens.
pub fn keys() -> &'static Keys {
    static KEYS: LazyLock<Keys> =
        LazyLock::new(|| Keys { opentok: Some(opentok()), vonage: Some(vonage().verifier()) });
    &KEYS
}

pub fn session() -> SessionId {
    SessionId::new(&ApiKey::new(API_KEY).unwrap(), NOW * 1000, [7; 16])
}

pub fn create(kind: Kind, claims: &Claims, random: u64) -> Result<String, InvalidField> {
    match kind {
        Kind::T1 => t1::create(claims, &opentok(), &Nonce::from_random(random)),
        Kind::JwtLegacy => jwt_legacy::create(claims, &opentok(), &Nonce::from_random(random)),
        Kind::JwtUnified => {
            let claims = Claims { session_id: UNIFIED_SESSION.parse().unwrap(), ..claims.clone() };
            jwt_unified::create(&claims, &vonage(), Uuid::from_u128(random.into()))
        }
    }
}

pub fn rich_claims() -> Claims {
    let mut claims = Claims::new(session(), NOW);
    claims.connection_data = Some("Amanda & Zoë? 日本".to_owned());
    claims.initial_layout_class_list = vec!["focus".to_owned()];
    claims
}

/// A T1 token of any fields, rightly signed.
pub fn signed_t1(fields: &str) -> String {
    let mac = Hmac::<Sha1>::new_from_slice(API_SECRET.as_bytes()).unwrap().chain_update(fields);
    let signature: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("T1=={}", STANDARD.encode(format!("partner_id={API_KEY}&sig={signature}:{fields}")))
}

/// A legacy JWT of any payload, rightly signed.
pub fn signed_jwt(payload: &str) -> String {
    let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256"}"#), URL_SAFE_NO_PAD.encode(payload));
    let key = jsonwebtoken::EncodingKey::from_secret(API_SECRET.as_bytes());
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, jsonwebtoken::Algorithm::HS256).unwrap();
    format!("{message}.{signature}")
}
