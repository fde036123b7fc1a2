//! What the answers look like. These shapes are a promise: fields are added, never renamed or taken away.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::domain::admission::{Admission, Reason, STATES, State};
use crate::domain::ids::{AdmissionId, InviteId, RoomId};
use crate::domain::invite::{Entry, Invite};
use crate::domain::policy;
use crate::domain::question::{Answer, Question};
use crate::domain::role::Role;
use crate::domain::room::{Door, Room, WhenHostsLeave};
use crate::domain::text::Label;
use crate::live::{Claim, Presence};
use crate::store::{Counts, InviteUse};
use crate::web::respond::Time;

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Room")]
pub(super) struct RoomShape {
    id: RoomId,
    code: String,
    title: String,
    door: Door,
    host_label: Option<String>,
    show_position: bool,
    name_in_token: bool,
    token_seconds: u32,
    keep_days: Option<u32>,
    return_minutes: u32,
    gone_minutes: u32,
    admit_on_arrival: bool,
    when_hosts_leave: WhenHostsLeave,
    most_in_call: Option<u32>,
    most_waiting: Option<u32>,
    one_at_a_time: bool,
    closed_message: Option<String>,
    questions: Vec<Question>,
    session_id: Option<String>,
    created_at: Time,
    counts: CountsShape,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct CountsShape {
    waiting: i64,
    held: i64,
    admitted: i64,
}

impl RoomShape {
    pub fn new(room: Room, counts: Counts) -> Self {
        let Counts { waiting, held, admitted } = counts;
        Self {
            id: room.id,
            code: room.code,
            title: room.title.to_string(),
            door: room.settings.door,
            host_label: room.settings.host_label.map(|label| label.to_string()),
            show_position: room.settings.show_position,
            name_in_token: room.settings.name_in_token,
            token_seconds: room.settings.token_seconds,
            keep_days: room.settings.keep_days,
            return_minutes: room.settings.return_minutes,
            gone_minutes: room.settings.gone_minutes,
            admit_on_arrival: room.settings.admit_on_arrival,
            when_hosts_leave: room.settings.when_hosts_leave,
            most_in_call: room.settings.most_in_call,
            most_waiting: room.settings.most_waiting,
            one_at_a_time: room.settings.one_at_a_time,
            closed_message: room.settings.closed_message.map(|message| message.to_string()),
            questions: room.settings.questions,
            session_id: room.session_id,
            created_at: Time(room.created_at),
            counts: CountsShape { waiting, held, admitted },
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Invite")]
pub(super) struct InviteShape {
    id: InviteId,
    room_id: RoomId,
    role: Role,
    entry: Entry,
    label: Option<String>,
    guest_name: Option<String>,
    has_passcode: bool,
    max_uses: Option<u32>,
    uses: u32,
    waiting: i64,
    in_call: i64,
    #[schemars(extend("enum" = ["open", "early", "expired", "used_up", "revoked"]))]
    state: &'static str,
    not_before: Option<Time>,
    expires_at: Time,
    revoked_at: Option<Time>,
    last_used_at: Option<Time>,
    created_at: Time,
}

/// An invite with its link, shown this once.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "NewInvite")]
pub(super) struct NewInviteShape {
    #[serde(flatten)]
    pub invite: InviteShape,
    pub url: String,
}

impl InviteShape {
    pub fn new(found: InviteUse, now: Timestamp) -> Self {
        let InviteUse { invite, waiting, in_call } = found;
        let state = invite.state(now).as_str();
        let Invite { id, room_id, role, entry, max_uses, uses, has_passcode, .. } = invite;
        Self {
            id,
            room_id,
            role,
            entry,
            label: invite.label.map(|label| label.to_string()),
            guest_name: invite.guest_name.map(|name| name.to_string()),
            has_passcode,
            max_uses,
            uses,
            waiting,
            in_call,
            state,
            not_before: invite.not_before.map(Time),
            expires_at: Time(invite.expires_at),
            revoked_at: invite.revoked_at.map(Time),
            last_used_at: invite.last_used_at.map(Time),
            created_at: Time(invite.created_at),
        }
    }
}

/// An admission as a host sees it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Admission")]
pub(super) struct AdmissionShape {
    id: AdmissionId,
    room_id: RoomId,
    name: String,
    note: Option<String>,
    #[schemars(extend("enum" = STATES))]
    state: &'static str,
    role: Role,
    revision: u32,
    generation: u32,
    invite: InviteOfAdmission,
    requested_at: Time,
    pub decided_at: Option<Time>,
    pub decided_by: Option<String>,
    #[schemars(extend("enum" = ["here", "away", "in_call"]))]
    presence: &'static str,
    /// 1 is first in line; none for whoever does not wait.
    position: Option<i64>,
    /// The last that a host said to the guest while waiting.
    message: Option<MessageShape>,
    /// The host who looks after the guest, for the moment.
    claim: Option<ClaimShape>,
    /// The request that this one goes on from: asked again, or moved here from another room.
    follows: Option<AdmissionId>,
    /// Denied or removed until a host lifts it.
    blocked: bool,
    /// How often in a row this browser was denied in this room.
    denials: u32,
    /// This browser has asked in this room before.
    returning: bool,
    answers: Vec<Answer>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Message")]
struct MessageShape {
    text: String,
    at: Time,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Claim")]
struct ClaimShape {
    by: String,
    until: Time,
}

/// What is true of an admission only now.
pub(super) struct Beside {
    pub presence: Presence,
    pub position: Option<i64>,
    pub claim: Option<Claim>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "InviteOfAdmission")]
struct InviteOfAdmission {
    id: InviteId,
    label: Option<String>,
}

/// The role in the call for whoever is or was in it, else the invite's.
fn role(admission: &Admission) -> Role {
    match admission.state {
        State::Admitted { role, .. } | State::Left { role, .. } => role,
        _ => admission.invited_role,
    }
}

impl AdmissionShape {
    pub fn new(admission: Admission, label: Option<Label>, beside: Beside) -> Self {
        let blocked = admission.is_blocked();
        let (decided_by, decided_at) = admission.decided.clone().map(|decided| (decided.by, decided.at)).unzip();
        Self {
            id: admission.id,
            room_id: admission.room_id,
            state: admission.state.as_str(),
            role: role(&admission),
            revision: admission.revision,
            generation: admission.generation,
            invite: InviteOfAdmission { id: admission.invite_id, label: label.map(|label| label.to_string()) },
            requested_at: Time(admission.requested_at),
            decided_at: decided_at.map(Time),
            decided_by: decided_by.filter(|by| !by.is_empty()),
            presence: match beside.presence {
                Presence::Here => "here",
                Presence::Away { .. } => "away",
                Presence::InCall(_) => "in_call",
            },
            position: beside.position,
            message: admission.message.map(|said| MessageShape { text: said.text.to_string(), at: Time(said.at) }),
            claim: beside.claim.map(|claim| ClaimShape { by: claim.by, until: Time(claim.until) }),
            follows: admission.follows,
            blocked,
            denials: admission.denials,
            returning: admission.returning,
            answers: admission.answers,
            name: admission.name.to_string(),
            note: admission.note.map(|note| note.to_string()),
        }
    }
}

/// An admission as its guest may know it. Nothing here changes when a host denies, until the guest may hear of it: no
/// revision, and neither who decided nor when.
#[derive(Serialize, PartialEq, Eq, JsonSchema)]
#[schemars(rename = "OwnAdmission")]
pub(super) struct OwnAdmissionShape {
    id: AdmissionId,
    room_id: RoomId,
    name: String,
    note: Option<String>,
    #[schemars(extend("enum" = STATES))]
    state: &'static str,
    role: Role,
    generation: u32,
    requested_at: Time,
    /// 1 is first in line; only while waiting, and only where the room shows it.
    position: Option<i64>,
    /// The last that the host said to the guest while waiting, or why the guest was sent back.
    message: Option<String>,
    /// Denied: the name of a preset, or the host's words.
    reason: Option<String>,
    /// Denied: from when on the guest may ask again.
    ask_again_at: Option<Time>,
}

impl OwnAdmissionShape {
    pub fn new(admission: &Admission, position: Option<i64>, now: Timestamp) -> Self {
        let state = admission.state_for_guest(now);
        let (mut message, mut reason, mut ask_again_at) = (None, None, None);
        match &state {
            State::Waiting { .. } | State::Held if admission.message.is_some() => {
                message = admission.message.as_ref().map(|said| said.text.to_string());
            }
            State::Waiting { sent_back: Some(sent_back) } => {
                message = sent_back.message.as_ref().map(ToString::to_string);
            }
            State::Denied { reason: why, .. } => {
                reason = why.as_ref().map(Reason::as_str).map(str::to_owned);
                ask_again_at = policy::may_ask_again_at(admission).map(Time);
            }
            _ => {}
        }
        Self {
            id: admission.id,
            room_id: admission.room_id,
            name: admission.name.to_string(),
            note: admission.note.as_ref().map(ToString::to_string),
            state: state.as_str(),
            role: role(admission),
            generation: admission.generation,
            requested_at: Time(admission.requested_at),
            position,
            message,
            reason,
            ask_again_at,
        }
    }

    pub fn shows_position(&self) -> bool {
        self.position.is_some()
    }

    /// Whether nothing more will come of it.
    pub fn is_over(&self) -> bool {
        matches!(self.state, "denied" | "withdrawn" | "expired" | "removed")
    }
}

/// As a member of a problem document.
pub(super) fn as_value(shape: &impl Serialize) -> Value {
    serde_json::to_value(shape).unwrap_or_default()
}
