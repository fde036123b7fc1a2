//! Invites: the links by which guests come.

use std::str::FromStr;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{InviteId, RoomId};
use super::role::Role;
use super::text::{GuestName, Label};

/// What happens to somebody who comes by the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Entry {
    /// Waits until a host decides.
    Wait,
    /// Enters at once (where the room's door allows it).
    Direct,
}

impl Entry {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wait => "wait",
            Self::Direct => "direct",
        }
    }
}

/// The text is neither `wait` nor `direct`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry must be wait or direct")]
pub struct UnknownEntry;

impl FromStr for Entry {
    type Err = UnknownEntry;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "wait" => Ok(Self::Wait),
            "direct" => Ok(Self::Direct),
            _ => Err(UnknownEntry),
        }
    }
}

/// An invite as stored; its secret is known to nobody any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    pub id: InviteId,
    pub room_id: RoomId,
    pub role: Role,
    pub entry: Entry,
    pub label: Option<Label>,
    /// Set for a named person: the guest cannot choose another.
    pub guest_name: Option<GuestName>,
    pub has_passcode: bool,
    /// `None` is without limit.
    pub max_uses: Option<u32>,
    pub uses: u32,
    pub not_before: Option<Timestamp>,
    pub expires_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
    pub last_used_at: Option<Timestamp>,
    pub created_at: Timestamp,
}

/// Whether a link opens the form, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InviteState {
    Open,
    /// The form appears at that time by itself.
    Early {
        opens_at: Timestamp,
    },
    Expired,
    UsedUp,
    Revoked,
}

impl InviteState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Early { .. } => "early",
            Self::Expired => "expired",
            Self::UsedUp => "used_up",
            Self::Revoked => "revoked",
        }
    }
}

impl Invite {
    /// The state at a time. What a person did (revoking) comes before what time did.
    pub fn state(&self, now: Timestamp) -> InviteState {
        if self.revoked_at.is_some() {
            InviteState::Revoked
        } else if now >= self.expires_at {
            InviteState::Expired
        } else if self.max_uses.is_some_and(|limit| self.uses >= limit) {
            InviteState::UsedUp
        } else if let Some(opens_at) = self.not_before.filter(|opens_at| now < *opens_at) {
            InviteState::Early { opens_at }
        } else {
            InviteState::Open
        }
    }
}
