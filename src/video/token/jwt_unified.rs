//! Client JWTs of the unified environment: RS256 with the application's private key. Source: the official SDKs.

use serde::Serialize;
use uuid::Uuid;

use crate::video::token::claims::{Claims, Kind, VerifiedToken};
use crate::video::token::credentials::{ApplicationId, VonageKeys, VonageVerifier};
use crate::video::token::error::{InvalidField, Reason, Rejection};
use crate::video::token::jwt::{Compact, required, sign_rs256, text};
use crate::video::token::jwt_client::{CONNECT_SCOPE, ClientClaims, Expiry};

/// In the order of the Node SDK of the unified environment.
#[derive(Serialize)]
struct Wire<'a> {
    scope: &'static str,
    session_id: &'a str,
    role: &'static str,
    initial_layout_class_list: String,
    exp: i64,
    sub: &'static str,
    acl: Acl,
    #[serde(skip_serializing_if = "str::is_empty")]
    connection_data: &'a str,
    jti: Uuid,
    iat: i64,
    application_id: &'a str,
}

#[derive(Default, Serialize)]
struct Acl {
    paths: Paths,
}

#[derive(Default, Serialize)]
struct Paths {
    #[serde(rename = "/session/**")]
    session: Everything,
}

/// `{}`: no restriction on the path.
#[derive(Default, Serialize)]
struct Everything {}

/// Makes a token as the Node SDK does. `jti` is a random id of the token. Empty connection data is left out.
///
/// # Errors
/// The field that breaks its rules.
pub fn create(claims: &Claims, keys: &VonageKeys, jti: Uuid) -> Result<String, InvalidField> {
    claims.check(keys.application_id.as_str(), "application id")?;
    let wire = Wire {
        scope: CONNECT_SCOPE,
        session_id: claims.session_id.as_str(),
        role: claims.role.as_str(),
        initial_layout_class_list: claims.initial_layout_class_list.join(" "),
        exp: claims.expire_time,
        sub: "video",
        acl: Acl::default(),
        connection_data: claims.data(),
        jti,
        iat: claims.create_time,
        application_id: keys.application_id.as_str(),
    };
    sign_rs256(&wire, &keys.private_key.signing)
}

/// Reads a token of any official SDK.
///
/// # Errors
/// Why the token does not count at the time `at` (Unix seconds).
pub fn read(token: &str, verifier: &VonageVerifier, at: i64) -> Result<VerifiedToken, Rejection> {
    let mut claims: ClientClaims = Compact::split(token)?.verified_rs256(&verifier.public_key.0)?;
    let owner = text(claims.application_id.take(), "application_id must be text")?;
    let owner = application_of(owner, verifier)?;
    for subject in [claims.sub.take(), claims.subject.take()] {
        if text(subject, "sub must be text")?.is_some_and(|subject| subject != "video") {
            return Err(Reason::InvalidClaim.because("sub must be video"));
        }
    }
    let claims = claims.into_claims(&owner, Expiry::Stated, at)?;
    Ok(VerifiedToken { kind: Kind::JwtUnified, owner, claims })
}

/// The application that a verified token names, if it is the one that is wanted.
pub(super) fn application_of(claim: Option<String>, verifier: &VonageVerifier) -> Result<String, Rejection> {
    let id = required(claim, "application_id is missing")?;
    match &verifier.application_id {
        Some(wanted) if wanted.as_str() != id => {
            Err(Reason::ApplicationMismatch.because("the token is for another application"))
        }
        None if ApplicationId::new(&id).is_err() => Err(Reason::InvalidClaim.because("application_id must be a UUID")),
        _ => Ok(id),
    }
}
