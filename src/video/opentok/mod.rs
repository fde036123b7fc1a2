//! The classic platform: API key and secret, T1 tokens.

use jiff::Timestamp;
use secrecy::SecretString;

use super::VideoError;
use super::token::claims::{Claims, Nonce};
use super::token::credentials::OpenTokKeys;
use super::token::session_id::SessionId;
use super::token::{jwt_legacy, t1};
use crate::config::TokenFormat;
use crate::domain::grant::Grant;
use crate::random;

/// A token of the classic environment for a grant.
pub(super) fn mint(
    keys: &OpenTokKeys,
    format: TokenFormat,
    session_id: &str,
    grant: &Grant,
    now: Timestamp,
) -> Result<SecretString, VideoError> {
    match format {
        TokenFormat::T1 => mint_t1(keys, session_id, grant, now),
        TokenFormat::Jwt => mint_jwt(keys, session_id, grant, now),
    }
}

fn mint_jwt(keys: &OpenTokKeys, session_id: &str, grant: &Grant, now: Timestamp) -> Result<SecretString, VideoError> {
    let session = owned_session(session_id, keys.api_key().as_str())?;
    let token = jwt_legacy::create(&claims(session, grant, now), keys, &nonce());
    token.map(SecretString::from).map_err(|error| VideoError::Refused(error.to_string()))
}

fn nonce() -> Nonce {
    Nonce::from_random(u64::from_le_bytes(random::bytes::<8>()))
}

/// A session id that belongs to these settings.
pub(super) fn owned_session(session_id: &str, owner: &str) -> Result<SessionId, VideoError> {
    let session: SessionId = session_id.parse().map_err(|_| VideoError::Refused("is not a session id".to_owned()))?;
    if session.belongs_to(owner) {
        Ok(session)
    } else {
        Err(VideoError::Refused("belongs to another key or application".to_owned()))
    }
}

/// What a grant says, as claims of a token.
pub(super) fn claims(session_id: SessionId, grant: &Grant, now: Timestamp) -> Claims {
    Claims {
        role: grant.role,
        expire_time: grant.expires_at.as_second(),
        connection_data: Some(grant.connection_data()),
        ..Claims::new(session_id, now.as_second())
    }
}

/// A T1 token for a grant; the embedded session takes the same.
pub(super) fn mint_t1(
    keys: &OpenTokKeys,
    session_id: &str,
    grant: &Grant,
    now: Timestamp,
) -> Result<SecretString, VideoError> {
    let session = owned_session(session_id, keys.api_key().as_str())?;
    let token = t1::create(&claims(session, grant, now), keys, &nonce());
    token.map(SecretString::from).map_err(|error| VideoError::Refused(error.to_string()))
}
