//! The compact form of a JWT, signed and checked. Only HS256 and RS256, and the caller says which.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, crypto};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::video::token::error::{InvalidField, Reason, Rejection};

/// The headers as the Node SDKs write them, in that order.
const HS256_HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
const RS256_HEADER: &str = r#"{"alg":"RS256","typ":"JWT"}"#;

pub(super) fn sign_hs256(claims: &impl Serialize, key: &EncodingKey) -> Result<String, InvalidField> {
    sign(HS256_HEADER, claims, key, Algorithm::HS256)
}

pub(super) fn sign_rs256(claims: &impl Serialize, key: &EncodingKey) -> Result<String, InvalidField> {
    sign(RS256_HEADER, claims, key, Algorithm::RS256)
}

fn sign(
    header: &str,
    claims: &impl Serialize,
    key: &EncodingKey,
    algorithm: Algorithm,
) -> Result<String, InvalidField> {
    let claims = serde_json::to_vec(claims).map_err(|_| InvalidField::CannotSign)?;
    let mut token = URL_SAFE_NO_PAD.encode(header);
    token.push('.');
    URL_SAFE_NO_PAD.encode_string(claims, &mut token);
    let signature = crypto::sign(token.as_bytes(), key, algorithm).map_err(|_| InvalidField::CannotSign)?;
    token.push('.');
    token.push_str(&signature);
    Ok(token)
}

/// A JWT taken apart, nothing of it believed yet.
pub(super) struct Compact<'a> {
    /// Header and payload, as signed.
    message: &'a str,
    payload: &'a str,
    signature: &'a str,
    header: Header,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    /// The Ruby SDK has it here on REST calls.
    ist: Option<String>,
    /// Extensions that a reader must understand. This one understands none.
    crit: Option<IgnoredAny>,
}

impl<'a> Compact<'a> {
    pub fn split(token: &'a str) -> Result<Self, Rejection> {
        let malformed = || Reason::BadStructure.because("not a JWT: three base64url parts, the first a JSON header");
        let (message, signature) = token.rsplit_once('.').ok_or_else(malformed)?;
        let (header, payload) = message.split_once('.').ok_or_else(malformed)?;
        if payload.contains('.') {
            return Err(malformed());
        }
        let header = URL_SAFE_NO_PAD.decode(header).map_err(|_| malformed())?;
        let header: Header = object(&header).map_err(|_| malformed())?;
        if header.crit.is_some() {
            return Err(Reason::BadStructure.because("the header demands an extension"));
        }
        Ok(Self { message, payload, signature, header })
    }

    pub fn algorithm(&self) -> &str {
        &self.header.alg
    }

    /// Part of what is signed: ask for it only after [`Self::verified`].
    pub fn header_ist(&self) -> Option<&str> {
        self.header.ist.as_deref()
    }

    pub fn verified_hs256<T: DeserializeOwned>(&self, key: &DecodingKey) -> Result<T, Rejection> {
        self.verified("HS256", key, Algorithm::HS256)
    }

    pub fn verified_rs256<T: DeserializeOwned>(&self, key: &DecodingKey) -> Result<T, Rejection> {
        self.verified("RS256", key, Algorithm::RS256)
    }

    fn verified<T: DeserializeOwned>(&self, name: &str, key: &DecodingKey, alg: Algorithm) -> Result<T, Rejection> {
        if self.header.alg != name {
            return Err(Reason::BadAlg.because(format!("must be signed with {name}")));
        }
        // Compares in constant time. A signature that is not base64url is no better than a wrong one.
        if !crypto::verify(self.signature, self.message.as_bytes(), key, alg).unwrap_or(false) {
            return Err(self.why_unsigned());
        }
        let payload = URL_SAFE_NO_PAD.decode(self.payload).map_err(|_| not_json())?;
        object(&payload)
    }

    /// The signature is wrong; says so, unless the payload cannot have been one to begin with.
    fn why_unsigned(&self) -> Rejection {
        let payload = URL_SAFE_NO_PAD.decode(self.payload).unwrap_or_default();
        match serde_json::from_slice::<IgnoredAny>(&payload) {
            Ok(_) => Reason::BadSig.because("the signature does not match"),
            Err(_) => not_json(),
        }
    }
}

fn not_json() -> Rejection {
    Reason::BadStructure.because("the payload is not a JSON object")
}

/// Reads an object, and only that: derived readers would take an array for one.
fn object<T: DeserializeOwned>(json: &[u8]) -> Result<T, Rejection> {
    if !json.starts_with(b"{") {
        return Err(not_json());
    }
    serde_json::from_slice(json).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => Reason::InvalidClaim.because("a claim stands there twice"),
        _ => not_json(),
    })
}

/// A claim that must be text. `null` is as good as absent: one SDK writes it so.
pub(super) fn text(claim: Option<Value>, detail: &'static str) -> Result<Option<String>, Rejection> {
    match claim {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Reason::InvalidClaim.because(detail)),
    }
}

/// A claim that must be a time in whole Unix seconds.
pub(super) fn time(claim: Option<&Value>) -> Result<Option<i64>, Rejection> {
    match claim {
        None | Some(Value::Null) => Ok(None),
        Some(value) => match value.as_i64() {
            Some(time) if time >= 0 => Ok(Some(time)),
            _ => Err(Reason::InvalidTime.because("iat, exp and nbf must be whole Unix seconds")),
        },
    }
}

pub(super) fn required<T>(claim: Option<T>, detail: &'static str) -> Result<T, Rejection> {
    claim.ok_or_else(|| Reason::MissingClaim.because(detail))
}
