//! JWTs on the platform's callbacks: HS256 with the account's signature secret, made anew for each delivery. Source: the
//! guide to secure callbacks. It names no claims; those read here are the ones of the vendor's other signed webhooks.

use jsonwebtoken::DecodingKey;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::video::token::error::{Reason, Rejection};
use crate::video::token::jwt::{Compact, required, text, time};

/// How old a delivery may be, in seconds.
const WINDOW: i64 = 5 * 60;
/// How far the platform's clock may be ahead of ours, in seconds.
const AHEAD: i64 = 60;

/// What callbacks are checked with. Cannot be printed.
#[derive(Clone)]
pub struct CallbackKey(DecodingKey);

impl CallbackKey {
    pub fn new(secret: &SecretString) -> Self {
        Self(DecodingKey::from_secret(secret.expose_secret().as_bytes()))
    }
}

/// A delivery whose signature, time and body have been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The same only for the same delivery. Whoever acts on one remembers it, to refuse it when it comes again.
    pub id: [u8; 32],
    /// From this time on (Unix seconds) it is refused for its age and need not be remembered.
    pub until: i64,
}

#[derive(Deserialize)]
struct CallbackClaims {
    iat: Option<Value>,
    exp: Option<Value>,
    nbf: Option<Value>,
    jti: Option<Value>,
    payload_hash: Option<Value>,
}

/// Checks the token of a callback that brought `body`, at the time `at` (Unix seconds).
///
/// # Errors
/// Why it does not count.
pub fn verify(token: &str, key: &CallbackKey, body: &[u8], at: i64) -> Result<Delivery, Rejection> {
    let claims: CallbackClaims = Compact::split(token)?.verified_hs256(&key.0)?;
    let iat = required(time(claims.iat.as_ref())?, "iat is missing")?;
    let exp = time(claims.exp.as_ref())?.unwrap_or(i64::MAX);
    if iat > at.saturating_add(AHEAD) || time(claims.nbf.as_ref())?.is_some_and(|nbf| nbf > at.saturating_add(AHEAD)) {
        return Err(Reason::NotYetValid.because("made later than now"));
    }
    let until = iat.saturating_add(WINDOW).min(exp);
    if at >= until {
        return Err(Reason::Expired.because("made too long ago"));
    }
    if let Some(hash) = text(claims.payload_hash, "payload_hash must be text")?
        && !hash.eq_ignore_ascii_case(&hex(&Sha256::digest(body)))
    {
        return Err(Reason::InvalidClaim.because("payload_hash is that of another body"));
    }
    // Without an id of its own the delivery is known by its token.
    let jti = text(claims.jti, "jti must be text")?;
    Ok(Delivery { id: Sha256::digest(jti.as_deref().unwrap_or(token)).into(), until })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::EncodingKey;
    use serde_json::json;

    use super::*;
    use crate::video::token::jwt::sign_hs256;

    const NOW: i64 = 1_800_000_000;

    fn signed(claims: &Value, secret: &str) -> String {
        sign_hs256(claims, &EncodingKey::from_secret(secret.as_bytes())).unwrap()
    }

    fn check(claims: &Value, body: &[u8]) -> Result<Delivery, Reason> {
        let key = CallbackKey::new(&SecretString::from("a signature secret"));
        verify(&signed(claims, "a signature secret"), &key, body, NOW).map_err(|rejection| rejection.reason)
    }

    #[test]
    fn a_callback_counts_for_five_minutes_and_with_its_own_body_only() {
        let hash = hex(&Sha256::digest(b"{}"));
        let good = json!({ "iat": NOW, "jti": "a", "payload_hash": hash });
        assert_eq!(check(&good, b"{}").unwrap().until, NOW + WINDOW);
        assert_eq!(check(&good, b"{ }"), Err(Reason::InvalidClaim));
        for (claims, reason) in [
            (json!({ "jti": "a" }), Reason::MissingClaim),
            (json!({ "iat": NOW - WINDOW }), Reason::Expired),
            (json!({ "iat": NOW, "exp": NOW }), Reason::Expired),
            (json!({ "iat": NOW + AHEAD + 1 }), Reason::NotYetValid),
            (json!({ "iat": NOW, "nbf": NOW + AHEAD + 1 }), Reason::NotYetValid),
            (json!({ "iat": "now" }), Reason::InvalidTime),
            (json!({ "iat": NOW, "payload_hash": 5 }), Reason::InvalidClaim),
        ] {
            assert_eq!(check(&claims, b"{}"), Err(reason), "{claims}");
        }
        assert!(check(&json!({ "iat": NOW - WINDOW + 1 }), b"").is_ok());
    }

    #[test]
    fn deliveries_are_told_apart_by_their_id_or_else_by_their_token() {
        let first = check(&json!({ "iat": NOW, "jti": "a" }), b"").unwrap();
        assert_eq!(check(&json!({ "iat": NOW + 1, "jti": "a" }), b"").unwrap().id, first.id);
        assert_ne!(check(&json!({ "iat": NOW, "jti": "b" }), b"").unwrap().id, first.id);
        let without = check(&json!({ "iat": NOW }), b"").unwrap();
        assert_ne!(check(&json!({ "iat": NOW - 1 }), b"").unwrap().id, without.id);
    }

    #[test]
    fn only_the_secret_s_own_hs256_signature_counts() {
        let key = CallbackKey::new(&SecretString::from("a signature secret"));
        let claims = json!({ "iat": NOW });
        let check = |token: &str| verify(token, &key, b"", NOW).map_err(|rejection| rejection.reason);
        assert_eq!(check(&signed(&claims, "another secret")), Err(Reason::BadSig));
        let good = signed(&claims, "a signature secret");
        let payload = good.split('.').nth(1).unwrap();
        // {"alg":"none"}
        for token in [format!("eyJhbGciOiJub25lIn0.{payload}."), format!("eyJhbGciOiJub25lIn0.{payload}.x")] {
            assert_eq!(check(&token), Err(Reason::BadAlg));
        }
        for token in ["", "a", "a.b", "a.b.c", "....", &good[..good.len() - 20]] {
            assert!(check(token).is_err(), "{token}");
        }
    }
}
