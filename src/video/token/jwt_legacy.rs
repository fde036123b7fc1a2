//! Client JWTs of the classic environment: HS256 over the API secret. Source: the official SDKs.

use serde::Serialize;
use serde_json::Number;

use crate::video::token::claims::{Claims, Kind, Nonce, VerifiedToken};
use crate::video::token::credentials::OpenTokKeys;
use crate::video::token::error::{InvalidField, Reason, Rejection};
use crate::video::token::jwt::{Compact, required, sign_hs256, text};
use crate::video::token::jwt_client::{CONNECT_SCOPE, ClientClaims, Expiry};

/// In the order of the Node SDK.
#[derive(Serialize)]
struct Wire<'a> {
    iss: &'a str,
    ist: &'static str,
    iat: i64,
    exp: i64,
    session_id: &'a str,
    create_time: i64,
    nonce: Number,
    role: &'static str,
    expire_time: i64,
    #[serde(skip_serializing_if = "str::is_empty")]
    connection_data: &'a str,
    initial_layout_class_list: String,
    scope: &'static str,
}

/// Makes a token as the Node SDK does. Empty connection data is left out, as there.
///
/// # Errors
/// The field that breaks its rules.
pub fn create(claims: &Claims, keys: &OpenTokKeys, nonce: &Nonce) -> Result<String, InvalidField> {
    claims.check(keys.api_key.as_str(), "API key")?;
    let wire = Wire {
        iss: keys.api_key.as_str(),
        ist: "project",
        iat: claims.create_time,
        exp: claims.expire_time,
        session_id: claims.session_id.as_str(),
        create_time: claims.create_time,
        nonce: nonce.number()?,
        role: claims.role.as_str(),
        expire_time: claims.expire_time,
        connection_data: claims.data(),
        initial_layout_class_list: claims.initial_layout_class_list.join(" "),
        scope: CONNECT_SCOPE,
    };
    sign_hs256(&wire, &keys.signing)
}

/// Reads a token of any official SDK.
///
/// # Errors
/// Why the token does not count at the time `at` (Unix seconds).
pub fn read(token: &str, keys: &OpenTokKeys, at: i64) -> Result<VerifiedToken, Rejection> {
    let owner = keys.api_key.as_str();
    let mut claims: ClientClaims = Compact::split(token)?.verified_hs256(&keys.verifying)?;
    let issuer = required(text(claims.iss.take(), "iss must be text")?, "iss is missing")?;
    if issuer != owner {
        return Err(Reason::IssuerMismatch.because("the token is for another API key"));
    }
    if required(text(claims.ist.take(), "ist must be text")?, "ist is missing")? != "project" {
        return Err(Reason::InvalidClaim.because("ist must be project"));
    }
    let claims = claims.into_claims(owner, Expiry::StatedOrDefault, at)?;
    Ok(VerifiedToken { kind: Kind::JwtLegacy, owner: issuer, claims })
}
