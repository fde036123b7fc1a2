//! What can be true of an admission.

use jiff::Timestamp;

use crate::domain::role::Role;
use crate::domain::text::{Message, TextProblem};

/// What is true of an admission, with the data that is true only then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Waiting {
        /// Set when the guest was in the call before: why they wait again.
        sent_back: Option<SentBack>,
    },
    Held,
    Admitted {
        role: Role,
        since: Timestamp,
    },
    Left {
        role: Role,
        how: Departure,
    },
    Denied {
        reason: Option<Reason>,
        /// Until then the guest is told nothing, so that the host can undo it.
        visible_from: Timestamp,
        /// What the guest goes on seeing until then, and what undoing it comes back to.
        earlier: Earlier,
        /// It lasts until a host lifts it.
        blocked: bool,
    },
    Withdrawn,
    Expired {
        cause: Cause,
    },
    Removed {
        blocked: bool,
    },
}

/// How somebody who was in came to be out without having been removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Departure {
    /// The guest left, and may come back for a while.
    Own,
    /// The connection was lost for longer than the room keeps the place.
    Dropped,
    /// Admitted while away, and never came.
    NeverCame,
    /// A host went on to the next guest.
    Finished,
    /// The call ended for all, because no host was left.
    Ended,
}

impl Departure {
    pub const ALL: [Self; 5] = [Self::Own, Self::Dropped, Self::NeverCame, Self::Finished, Self::Ended];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "left",
            Self::Dropped => "dropped",
            Self::NeverCame => "never_came",
            Self::Finished => "finished",
            Self::Ended => "ended",
        }
    }
}

/// How the guest stood before a denial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier {
    Waiting { sent_back: Option<SentBack> },
    Held,
}

impl From<Earlier> for State {
    fn from(earlier: Earlier) -> Self {
        match earlier {
            Earlier::Waiting { sent_back } => Self::Waiting { sent_back },
            Earlier::Held => Self::Held,
        }
    }
}

/// Sent back to waiting, maybe with a word why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentBack {
    pub message: Option<Message>,
}

/// What a host said to somebody who waits, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub text: Message,
    pub at: Timestamp,
}

/// What becomes of somebody about whom a host thinks better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reconsidered {
    Waiting,
    Admitted {
        /// None is the invite's.
        role: Option<Role>,
    },
}

/// Why a host said no, as the guest may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One of ours, translated for the guest.
    Preset(PresetReason),
    /// In the host's own words.
    Words(Message),
}

/// The reasons that stand on the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresetReason {
    NotOnList,
    WrongTime,
    WrongRoom,
    RoomFull,
    UnclearName,
}

impl PresetReason {
    pub const ALL: [Self; 5] = [Self::NotOnList, Self::WrongTime, Self::WrongRoom, Self::RoomFull, Self::UnclearName];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotOnList => "not_on_list",
            Self::WrongTime => "wrong_time",
            Self::WrongRoom => "wrong_room",
            Self::RoomFull => "room_full",
            Self::UnclearName => "unclear_name",
        }
    }
}

impl Reason {
    /// A preset's name, or else the host's words. Nothing typed is no reason.
    ///
    /// # Errors
    /// As for [`Message::parse`].
    pub fn parse(text: &str) -> Result<Option<Self>, TextProblem> {
        if let Some(preset) = PresetReason::ALL.into_iter().find(|preset| preset.as_str() == text) {
            return Ok(Some(Self::Preset(preset)));
        }
        Ok(Message::parse_optional(text)?.map(Self::Words))
    }

    pub fn as_str(&self) -> &str {
        match self {
            Self::Preset(preset) => preset.as_str(),
            Self::Words(words) => words.as_str(),
        }
    }
}

/// Why a request ran out without a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Gone for longer than the room waits.
    Gone,
    /// The host withdrew the link.
    InviteRevoked,
    /// The guest waits in another room now.
    Moved,
}

impl Cause {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::InviteRevoked => "invite_revoked",
            Self::Moved => "moved",
        }
    }
}

/// The last change: by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub by: String,
    pub at: Timestamp,
}

impl State {
    /// The name in the database and the API.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting { .. } => "waiting",
            Self::Held => "held",
            Self::Admitted { .. } => "admitted",
            Self::Left { .. } => "left",
            Self::Denied { .. } => "denied",
            Self::Withdrawn => "withdrawn",
            Self::Expired { .. } => "expired",
            Self::Removed { .. } => "removed",
        }
    }
}

/// All names of states, for those who filter by them.
pub const STATES: [&str; 8] = ["waiting", "held", "admitted", "left", "denied", "withdrawn", "expired", "removed"];
