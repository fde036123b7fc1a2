//! Identifiers. All are UUIDv7 (sortable by creation) save where noted, and each kind has its own type so that an
//! admission can never be looked up by a room's id.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(inline)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }
    )+};
}

id! {
    /// A person who signs in.
    AccountId,
    /// A room.
    RoomId,
    /// An invite.
    InviteId,
    /// One request to enter, and what became of it.
    AdmissionId,
    /// An API key.
    ApiKeyId,
    /// A webhook.
    WebhookId,
    /// One telling of a webhook.
    DeliveryId,
    /// One login of an account on one browser.
    SignInId,
    /// What a video provider knows a person by (UUIDv4: it must tell nothing, not even a time).
    PersonId,
}

macro_rules! platform_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = MalformedPlatformId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if is_platform_id(text) { Ok(Self(text.to_owned())) } else { Err(MalformedPlatformId) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = MalformedPlatformId;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                if is_platform_id(&text) { Ok(Self(text)) } else { Err(MalformedPlatformId) }
            }
        }
    )+};
}

/// The text cannot be an id of the video platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be 1 to 64 letters, digits and hyphens")]
pub struct MalformedPlatformId;

/// The platform makes UUIDs but promises nothing. Whatever passes is safe as one segment of a path.
fn is_platform_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

platform_id! {
    /// One client in a session, as the video platform names it.
    ConnectionId,
    /// One published stream, as the video platform names it.
    StreamId,
}
