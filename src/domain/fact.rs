//! What happened, as the log keeps it: a name for the act and its details. Facts never hold a secret, a token or a
//! session id, so that the log can be shown and exported as it is.

use serde::Serialize;
use serde_json::{Map, Value};

use super::role::Role;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, strum::VariantNames)]
#[strum(serialize_all = "snake_case")]
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
    CameBack { away_seconds: u32 },
    Withdrawn,
    Expired { cause: &'static str },
    Left,
    Departed { how: &'static str },
    Unblocked,
    Returned,
    Connected { role: Role, generation: u32 },
    Disconnected,
    Muted,
    PublishingStopped,
    AllMuted,
    TokenIssued { role: Role, generation: u32, expires_at: jiff::Timestamp },

    GuestErased,
    GuestExported,

    // Rooms and invites
    RoomCreated { title: String },
    RoomChanged { changed: Vec<&'static str> },
    DoorLocked,
    DoorUnlocked,
    HostArrived,
    HostsGone { rule: &'static str },
    HostAdded { name: String },
    HostRemoved { name: String },
    InviteCreated { label: Option<String>, role: Role, entry: &'static str },
    InviteRevoked { label: Option<String> },
    LinksRotated { count: u32 },

    // The installation
    InstallationChanged { changed: Vec<&'static str> },
    CopyConfirmed { taken_at: jiff::Timestamp, access: &'static str },

    // People
    SetUp { name: String },
    AccountCreated { name: String, role: &'static str },
    AccountRoleChanged { name: String, from: &'static str, to: &'static str },
    AccountDisabled { name: String },
    AccountEnabled { name: String },
    AccountChangeUndone { name: String, to: &'static str },
    SignInsEnded { name: String },
    SecondFactorSet { name: String },
    SecondFactorRemoved { name: String },
    SecondFactorFailed { name: String },
    RecoveryCodesMade { name: String },
    RecoveryCodeUsed { name: String, count: usize },
    PasswordChanged { name: String },
    SignedIn { name: String },
    SignInFailed { email: String },
    SignedOut { name: String },
    ApiKeyCreated { name: String, scope: &'static str },
    ApiKeyRevoked { name: String },
    WebhookCreated { name: String },
    WebhookChanged { name: String, changed: &'static str },
    WebhookDeleted { name: String },
}

/// The names of acts that belong to no room.
const OUTSIDE_ROOMS: &[&str] = &[
    "set_up",
    "account_created",
    "account_role_changed",
    "account_disabled",
    "account_enabled",
    "account_change_undone",
    "sign_ins_ended",
    "second_factor_set",
    "second_factor_removed",
    "second_factor_failed",
    "recovery_codes_made",
    "recovery_code_used",
    "installation_changed",
    "password_changed",
    "signed_in",
    "sign_in_failed",
    "signed_out",
    "api_key_created",
    "api_key_revoked",
    "webhook_created",
    "webhook_changed",
    "webhook_deleted",
];

/// Details that people typed, about a guest or to one. The log keeps them apart, because they are erased in their time.
const TYPED: [&str; 6] = ["message", "reason", "text", "email", "label", "invite_label"];

/// A fact as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    pub action: String,
    /// A JSON object of what stays.
    pub detail: Value,
    /// A JSON object of what people typed; none when there is nothing.
    pub said: Option<Value>,
}

impl Fact {
    /// The names of all acts in rooms, as the log and webhooks call them.
    pub fn in_rooms() -> impl Iterator<Item = &'static str> {
        <Self as strum::VariantNames>::VARIANTS.iter().copied().filter(|name| !OUTSIDE_ROOMS.contains(name))
    }

    /// The act's name and its details, apart.
    pub fn parts(&self) -> Parts {
        let Ok(Value::Object(mut detail)) = serde_json::to_value(self) else {
            return Parts { action: String::new(), detail: Value::Null, said: None };
        };
        let action = detail.remove("action").and_then(|action| action.as_str().map(str::to_owned));
        let said = take_typed(&mut detail);
        Parts { action: action.unwrap_or_default(), detail: Value::Object(detail), said }
    }
}

/// Takes out of an entry's details what people typed. That nothing was typed (null) stays with the details.
pub fn take_typed(detail: &mut Map<String, Value>) -> Option<Value> {
    let is_typed = |detail: &Map<String, Value>, name: &str| detail.get(name).is_some_and(Value::is_string);
    let names = TYPED.into_iter().filter(|name| is_typed(detail, name)).collect::<Vec<_>>();
    let typed: Map<_, _> = names.into_iter().filter_map(|name| detail.remove_entry(name)).collect();
    (!typed.is_empty()).then_some(Value::Object(typed))
}
