//! Identifiers. All are UUIDv7 (sortable by creation) save where noted, and each kind has its own type so that an
//! admission can never be looked up by a room's id.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
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
