//! Rooms: a door, its rules, and the video session behind it.

use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ids::{AccountId, PersonId, RoomId};
use super::text::{PersonName, Title};

/// Who waits and who enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Everybody waits, whatever their invite says.
    EveryoneWaits,
    /// Invites that say so let their guests in directly; all others wait.
    TrustedEnter,
    /// Everybody with an invite enters.
    EveryoneEnters,
    /// Nobody can ask.
    Closed,
}

impl Door {
    pub const ALL: [Self; 4] = [Self::TrustedEnter, Self::EveryoneWaits, Self::EveryoneEnters, Self::Closed];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::EveryoneWaits => "everyone_waits",
            Self::TrustedEnter => "trusted_enter",
            Self::EveryoneEnters => "everyone_enters",
            Self::Closed => "closed",
        }
    }
}

/// The text is none of the four door modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("door must be everyone_waits, trusted_enter, everyone_enters or closed")]
pub struct UnknownDoor;

impl FromStr for Door {
    type Err = UnknownDoor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|door| door.as_str() == text).ok_or(UnknownDoor)
    }
}

/// A room as its hosts set it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub id: RoomId,
    /// The public part of its address, `/r/{code}`. Knowing it opens nothing.
    pub code: String,
    pub title: Title,
    pub settings: Settings,
    /// The video session behind the door, once there is one.
    pub session_id: Option<String>,
    /// Goes up with every change of an admission; each change carries the number it made.
    pub sequence: i64,
    pub revision: u32,
    pub created_at: Timestamp,
}

/// What a room's hosts can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub door: Door,
    /// How the hosts are called on the guest's page, when not by the owner's name.
    pub host_label: Option<PersonName>,
    /// Whether a guest reads "2 people are before you".
    pub show_position: bool,
    /// Whether tokens carry the guest's name to every participant and to the platform's logs.
    pub name_in_token: bool,
    /// How long a token can be used to connect, in seconds: 30 s to 30 days.
    pub token_seconds: u32,
    /// After so many days what guests told of themselves is erased, if that is sooner than in the installation.
    pub keep_days: Option<u32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            door: Door::TrustedEnter,
            host_label: None,
            show_position: false,
            name_in_token: false,
            token_seconds: 120,
            keep_days: None,
        }
    }
}

/// An account that decides at a room's door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomHost {
    pub account_id: AccountId,
    pub name: PersonName,
    pub email: String,
    /// The owner also says who the other hosts are.
    pub owner: bool,
    /// A disabled account decides nothing.
    pub disabled: bool,
    /// What a video provider knows this host by, in this room.
    pub person: PersonId,
    /// Of this host's own tokens for this room; see `grant`.
    pub generation: u32,
}
