//! The unified environment: application id and private key, JWTs.

use secrecy::SecretString;

use super::VideoError;
use super::opentok::{claims, owned_session};
use super::platform::Minting;
use super::token::credentials::VonageKeys;
use super::token::jwt_unified;
use crate::random;

/// How tokens of the unified environment are made.
pub fn minting(keys: VonageKeys) -> Minting {
    Box::new(move |session_id, grant, now| {
        let session = owned_session(session_id, keys.application_id.as_str())?;
        let token = jwt_unified::create(&claims(session, grant, now), &keys, random::opaque_id());
        token.map(SecretString::from).map_err(|error| VideoError::Refused(error.to_string()))
    })
}
