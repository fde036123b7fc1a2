//! Rooms: a door, its rules, and the video session behind it.

use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{AccountId, PersonId, RoomId};
use super::question::Question;
use super::text::{Message, PersonName, Title};

/// Who waits and who enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    /// While the door is locked from the desk: what unlocking goes back to.
    pub door_before_lock: Option<Door>,
    /// Whether a host was there when we last looked.
    pub attended: bool,
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
    /// For how many minutes whoever left comes back without asking: 0 to 240.
    pub return_minutes: u32,
    /// For how many minutes somebody who waits may be gone: 1 to 240.
    pub gone_minutes: u32,
    /// Whether the first host to come lets in whoever waits then.
    pub admit_on_arrival: bool,
    pub when_hosts_leave: WhenHostsLeave,
    /// How many guests the call holds; without limit when none.
    pub most_in_call: Option<u32>,
    /// How many may wait or be held; without limit when none.
    pub most_waiting: Option<u32>,
    /// Guests are seen one after the other: the desk has a button for the next.
    pub one_at_a_time: bool,
    /// What guests read while the door is closed.
    pub closed_message: Option<Message>,
    /// Asked at the door; at most five.
    pub questions: Vec<Question>,
}

/// What happens in the call when the last host has been gone for a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhenHostsLeave {
    /// Nothing: the guests stay among themselves.
    GoOn,
    /// Everybody waits again, in the order in which they had come.
    Pause,
    /// The call is over for everybody.
    End,
}

impl WhenHostsLeave {
    pub const ALL: [Self; 3] = [Self::GoOn, Self::Pause, Self::End];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::GoOn => "go_on",
            Self::Pause => "pause",
            Self::End => "end",
        }
    }
}

/// The text is none of the three rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("when_hosts_leave must be go_on, pause or end")]
pub struct UnknownRule;

impl FromStr for WhenHostsLeave {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == text).ok_or(UnknownRule)
    }
}

impl Settings {
    pub fn return_window(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.return_minutes))
    }

    pub fn gone_after(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.gone_minutes))
    }
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
            return_minutes: 10,
            gone_minutes: 30,
            admit_on_arrival: false,
            when_hosts_leave: WhenHostsLeave::GoOn,
            most_in_call: None,
            most_waiting: None,
            one_at_a_time: false,
            closed_message: None,
            questions: Vec::new(),
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
