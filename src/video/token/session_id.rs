//! Session ids: whose session it is. Source: the official SDKs.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::video::token::credentials::ApiKey;
use crate::video::token::error::MalformedSessionId;

/// The longest session id the platform documents, in characters.
const MAX_LENGTH: usize = 255;

/// A session id of the platform, or of the embedded session server: a digit, `_`, and base64url without padding of
/// `1~OWNER~LOCATION~CREATED~RANDOM~…`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SessionId {
    text: String,
    owner: String,
}

impl SessionId {
    /// A new id for a session of our own, made at `created_ms` (Unix milliseconds).
    pub fn new(owner: &ApiKey, created_ms: i64, random: [u8; 16]) -> Self {
        Self::of(owner.as_str(), created_ms, random)
    }

    /// The same for any owner; the platform knows no session by it.
    pub fn of(owner: &str, created_ms: i64, random: [u8; 16]) -> Self {
        let random = URL_SAFE_NO_PAD.encode(random);
        let inner = format!("1~{owner}~~{created_ms}~{random}~~");
        Self { text: format!("1_{}", URL_SAFE_NO_PAD.encode(inner)), owner: owner.to_owned() }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The API key, or in the unified environment the application id, that the session belongs to.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Compares the owner exactly: neither a part of it nor another place in the id will do.
    pub fn belongs_to(&self, owner: &str) -> bool {
        self.owner == owner
    }
}

impl FromStr for SessionId {
    type Err = MalformedSessionId;

    fn from_str(text: &str) -> Result<Self, MalformedSessionId> {
        let (prefix, body) = text.split_once('_').ok_or(MalformedSessionId)?;
        let one_digit = matches!(prefix.as_bytes(), [digit] if digit.is_ascii_digit());
        if !one_digit || text.len() > MAX_LENGTH {
            return Err(MalformedSessionId);
        }
        let inner = URL_SAFE_NO_PAD.decode(body).map_err(|_| MalformedSessionId)?;
        let inner = str::from_utf8(&inner).map_err(|_| MalformedSessionId)?;
        match inner.split('~').nth(1) {
            Some(owner) if !owner.is_empty() => Ok(Self { text: text.to_owned(), owner: owner.to_owned() }),
            _ => Err(MalformedSessionId),
        }
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
