//! JWTs on REST calls: `X-OPENTOK-AUTH` in the classic environment, `Authorization: Bearer` in the unified one.
//! Source: the official SDKs.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::video::token::credentials::{OpenTokKeys, VonageKeys, VonageVerifier};
use crate::video::token::error::{InvalidField, Reason, Rejection};
use crate::video::token::jwt::{Compact, required, sign_hs256, sign_rs256, text, time};
use crate::video::token::jwt_client::{CONNECT_SCOPE, check_times};
use crate::video::token::jwt_unified::application_of;

/// How long ours live: the 3 minutes that the platform advises, in seconds.
const LIFE: i64 = 3 * 60;
/// The longest life the classic platform takes: 5 minutes, in seconds.
const MAX_LEGACY_LIFE: i64 = 5 * 60;
/// The longest life any SDK of the unified environment gives: 15 minutes, in seconds.
const MAX_UNIFIED_LIFE: i64 = 15 * 60;

#[derive(Serialize)]
struct LegacyWire<'a> {
    iss: &'a str,
    ist: &'static str,
    iat: i64,
    exp: i64,
    jti: Uuid,
}

#[derive(Serialize)]
struct UnifiedWire<'a> {
    application_id: &'a str,
    iat: i64,
    jti: Uuid,
    exp: i64,
}

/// The value of `X-OPENTOK-AUTH` for one call made at `now` (Unix seconds).
///
/// # Errors
/// The key cannot sign.
pub fn create_legacy(keys: &OpenTokKeys, now: i64, jti: Uuid) -> Result<String, InvalidField> {
    let wire = LegacyWire { iss: keys.api_key.as_str(), ist: "project", iat: now, exp: now.saturating_add(LIFE), jti };
    sign_hs256(&wire, &keys.signing)
}

/// What follows `Authorization: Bearer ` for one call made at `now` (Unix seconds).
///
/// # Errors
/// The key cannot sign.
pub fn create_unified(keys: &VonageKeys, now: i64, jti: Uuid) -> Result<String, InvalidField> {
    let wire =
        UnifiedWire { application_id: keys.application_id.as_str(), iat: now, jti, exp: now.saturating_add(LIFE) };
    sign_rs256(&wire, &keys.private_key.signing)
}

#[derive(Deserialize)]
struct RestClaims {
    iss: Option<Value>,
    ist: Option<Value>,
    application_id: Option<Value>,
    iat: Option<Value>,
    exp: Option<Value>,
    nbf: Option<Value>,
    scope: Option<Value>,
}

impl RestClaims {
    fn check(self, longest: i64, at: i64) -> Result<(), Rejection> {
        let iat = required(time(self.iat.as_ref())?, "iat is missing")?;
        let exp = required(time(self.exp.as_ref())?, "exp is missing")?;
        check_times(iat, exp, longest, self.nbf.as_ref(), at)?;
        // Whoever may join a session may not therefore command it.
        match text(self.scope, "scope must be text")?.as_deref() {
            Some(CONNECT_SCOPE) => Err(Reason::InvalidScope.because("a client token is no pass for REST calls")),
            _ => Ok(()),
        }
    }
}

/// Checks the value of `X-OPENTOK-AUTH`.
///
/// # Errors
/// Why it does not count at the time `at` (Unix seconds).
pub fn verify_legacy(token: &str, keys: &OpenTokKeys, at: i64) -> Result<(), Rejection> {
    let compact = Compact::split(token)?;
    let mut claims: RestClaims = compact.verified_hs256(&keys.verifying)?;
    if required(text(claims.iss.take(), "iss must be text")?, "iss is missing")? != keys.api_key.as_str() {
        return Err(Reason::IssuerMismatch.because("the token is for another API key"));
    }
    let ist = text(claims.ist.take(), "ist must be text")?;
    if required(ist.as_deref().or(compact.header_ist()), "ist is missing")? != "project" {
        return Err(Reason::InvalidClaim.because("ist must be project"));
    }
    claims.check(MAX_LEGACY_LIFE, at)
}

/// Checks what follows `Authorization: Bearer `.
///
/// # Errors
/// Why it does not count at the time `at` (Unix seconds).
pub fn verify_unified(token: &str, verifier: &VonageVerifier, at: i64) -> Result<(), Rejection> {
    let mut claims: RestClaims = Compact::split(token)?.verified_rs256(&verifier.public_key.0)?;
    application_of(text(claims.application_id.take(), "application_id must be text")?, verifier)?;
    claims.check(MAX_UNIFIED_LIFE, at)
}
