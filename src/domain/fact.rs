//! What happened, as the log keeps it: a name for the act and its details. Facts never hold a secret, a token or a
//! session id, so that the log can be shown and exported as it is.

use serde::Serialize;

use super::role::Role;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum Fact {
    // Guests
    AdmissionRequested { invite_label: Option<String> },
    EnteredDirectly { role: Role },
    Admitted { role: Role },
    Denied { reason: Option<String>, blocked: bool },
    DenialUndone,
    Reconsidered,
    Messaged { message: String },
    MovedAway { title: String },
    MovedIn { title: String },
    Held,
    Resumed,
    RoleChanged { from: Role, to: Role },
    SentBack { message: Option<String> },
    Removed { blocked: bool },
    Withdrawn,
    Expired { cause: &'static str },
    Left,
    Returned,
    Connected { role: Role, generation: u32 },
    Disconnected,
    Muted,
    PublishingStopped,
    AllMuted,
    TokenIssued { role: Role, generation: u32, expires_at: jiff::Timestamp },

    // Rooms and invites
    RoomCreated { title: String },
    RoomChanged { changed: Vec<&'static str> },
    HostAdded { name: String },
    HostRemoved { name: String },
    InviteCreated { label: Option<String>, role: Role, entry: &'static str },
    InviteRevoked { label: Option<String> },
    LinksRotated { count: u32 },

    // People
    SetUp { name: String },
    AccountCreated { name: String, role: &'static str },
    AccountRoleChanged { name: String, from: &'static str, to: &'static str },
    AccountDisabled { name: String },
    AccountEnabled { name: String },
    PasswordChanged { name: String },
    SignedIn { name: String },
    SignInFailed { email: String },
    SignedOut { name: String },
    ApiKeyCreated { name: String, scope: &'static str },
    ApiKeyRevoked { name: String },
}

impl Fact {
    /// The act's name and its details as one JSON object, apart.
    pub fn parts(&self) -> (String, serde_json::Value) {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        let action = value
            .as_object_mut()
            .and_then(|object| object.remove("action"))
            .and_then(|action| action.as_str().map(str::to_owned))
            .unwrap_or_default();
        (action, value)
    }
}
