//! People who sign in.

use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ids::AccountId;
use super::text::{Email, PersonName};

/// What an account may do in the installation. (What it may do in a room also depends on the room: see `permission`.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AccountRole {
    /// Owns rooms and decides at their doors.
    Host,
    /// Answers for everything.
    Admin,
}

impl AccountRole {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Admin => "admin",
        }
    }
}

/// The text is neither `host` nor `admin`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("role must be host or admin")]
pub struct UnknownAccountRole;

impl FromStr for AccountRole {
    type Err = UnknownAccountRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "host" => Ok(Self::Host),
            "admin" => Ok(Self::Admin),
            _ => Err(UnknownAccountRole),
        }
    }
}

/// A person who signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub email: Email,
    pub name: PersonName,
    pub role: AccountRole,
    /// A disabled account keeps its history and may do nothing.
    pub disabled: bool,
    pub created_at: Timestamp,
    pub last_seen_at: Option<Timestamp>,
}
