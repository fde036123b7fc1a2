//! Roles in the video session, as the platform defines them (its documentation of token roles).

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a token lets its holder do in the video session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// May watch. On screen: Viewer.
    Subscriber,
    /// May watch and publish. On screen: Speaker. The default everywhere.
    Publisher,
    /// May publish and sees nobody. On screen: Presenter only.
    PublisherOnly,
    /// May watch, publish, and act on others. On screen: Moderator.
    Moderator,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Subscriber, Self::Publisher, Self::PublisherOnly, Self::Moderator];

    /// The name on the wire: lower case, one word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Subscriber => "subscriber",
            Self::Publisher => "publisher",
            Self::PublisherOnly => "publisheronly",
            Self::Moderator => "moderator",
        }
    }

    pub fn may_publish(self) -> bool {
        self != Self::Subscriber
    }

    pub fn may_subscribe(self) -> bool {
        self != Self::PublisherOnly
    }

    pub fn may_moderate(self) -> bool {
        self == Self::Moderator
    }

    /// Whether going from `self` to `to` takes any right away. Then the old connection must end on the server too,
    /// not only when the page gets round to it.
    pub fn loses_rights_in(self, to: Self) -> bool {
        (self.may_publish() && !to.may_publish())
            || (self.may_subscribe() && !to.may_subscribe())
            || (self.may_moderate() && !to.may_moderate())
    }
}

/// The text is none of the four role names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("role must be subscriber, publisher, publisheronly or moderator")]
pub struct UnknownRole;

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(UnknownRole)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
