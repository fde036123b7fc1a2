//! People who sign in.

use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ids::AccountId;
use super::policy;
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

/// What an account was before a change that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// It had another role.
    Role(AccountRole),
    /// It was not disabled.
    Enabled,
}

impl Before {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Role(role) => role.as_str(),
            Self::Enabled => "enabled",
        }
    }
}

impl FromStr for Before {
    type Err = UnknownAccountRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "enabled" { Ok(Self::Enabled) } else { text.parse().map(Self::Role) }
    }
}

/// The latest change of an account's role, or its disabling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountChange {
    pub was: Before,
    pub at: Timestamp,
    pub undone: bool,
}

impl AccountChange {
    /// Whether it is still offered to be taken back.
    pub fn can_be_undone(&self, now: Timestamp) -> bool {
        !self.undone && now <= self.at + policy::ACCOUNT_UNDO
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_can_be_taken_back_for_half_a_minute_and_once() {
        let at = Timestamp::UNIX_EPOCH;
        let change = AccountChange { was: Before::Enabled, at, undone: false };
        let after = |seconds| at + jiff::SignedDuration::from_secs(seconds);
        assert!(change.can_be_undone(at) && change.can_be_undone(after(30)));
        assert!(!change.can_be_undone(after(31)));
        assert!(!AccountChange { undone: true, ..change }.can_be_undone(at));
    }

    #[test]
    fn what_was_before_is_written_and_read() {
        for was in [Before::Enabled, Before::Role(AccountRole::Host), Before::Role(AccountRole::Admin)] {
            assert_eq!(was.as_str().parse(), Ok(was));
        }
        assert!("disabled".parse::<Before>().is_err());
    }
}
