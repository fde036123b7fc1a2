//! The unified environment: application id and private key, JWTs.

use jiff::Timestamp;
use secrecy::SecretString;

use super::VideoError;
use super::opentok::{claims, owned_session};
use super::token::credentials::VonageKeys;
use super::token::jwt_unified;
use crate::domain::grant::Grant;
use crate::random;

/// A token of the unified environment for a grant.
pub(super) fn mint(
    keys: &VonageKeys,
    session_id: &str,
    grant: &Grant,
    now: Timestamp,
) -> Result<SecretString, VideoError> {
    let session = owned_session(session_id, keys.application_id.as_str())?;
    let token = jwt_unified::create(&claims(session, grant, now), keys, random::opaque_id());
    token.map(SecretString::from).map_err(|error| VideoError::Refused(error.to_string()))
}
