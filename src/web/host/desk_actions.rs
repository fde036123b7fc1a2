//! The buttons of a row. They are the same for everybody in the same state, so that the stream sends one pattern of each
//! with its first event, and rows without any afterwards: a change is then a few hundred bytes.

use uuid::Uuid;

use crate::domain::admission::{Admission, PresetReason, State};
use crate::domain::ids::RoomId;
use crate::domain::role::Role;
use crate::web::Words;

/// The roles in the order of the menu, the advanced one last.
const ROLES: [Role; 4] = [Role::Subscriber, Role::Publisher, Role::Moderator, Role::PublisherOnly];

/// What can be done with a guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    Waiting,
    Held,
    InCall(Role),
}

impl Offer {
    const ALL: [Self; 6] = [
        Self::Waiting,
        Self::Held,
        Self::InCall(Role::Subscriber),
        Self::InCall(Role::Publisher),
        Self::InCall(Role::PublisherOnly),
        Self::InCall(Role::Moderator),
    ];

    /// None for those who have come to an end.
    pub fn of(admission: &Admission) -> Option<Self> {
        match admission.state {
            State::Waiting { .. } => Some(Self::Waiting),
            State::Held => Some(Self::Held),
            State::Admitted { role, .. } => Some(Self::InCall(role)),
            _ => None,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Held => "held",
            Self::InCall(role) => role.as_str(),
        }
    }
}

/// The buttons for one guest.
pub(super) struct Actions {
    pub words: Words,
    pub id: Uuid,
    pub offer: Offer,
    room: RoomId,
    revision: u32,
}

impl Actions {
    pub fn of(admission: &Admission, words: Words) -> Option<Self> {
        let Admission { id, room_id, revision, .. } = *admission;
        Some(Self { words, id: id.0, offer: Offer::of(admission)?, room: room_id, revision })
    }

    /// One pattern for each offer, with nobody's id and revision 0 for scripts to replace.
    pub fn patterns(room: RoomId, words: Words) -> Vec<Self> {
        Offer::ALL.into_iter().map(|offer| Self { words, id: Uuid::nil(), offer, room, revision: 0 }).collect()
    }

    /// Where a decision about this guest is posted.
    pub fn path(&self, act: &str) -> String {
        act_path(self.room, self.id, act)
    }

    /// The same, for decisions that count only for the row as it is seen.
    pub fn path_of_revision(&self, act: &str) -> String {
        format!("{}?revision={}", self.path(act), self.revision)
    }

    /// The guest's own page: the timeline.
    pub fn page(&self) -> String {
        format!("/host/rooms/{}/admissions/{}", self.room, self.id)
    }

    pub fn is_in_call(&self) -> bool {
        matches!(self.offer, Offer::InCall(_))
    }

    pub fn is_held(&self) -> bool {
        self.offer == Offer::Held
    }

    /// What the menu can admit as: role, icon, words.
    pub fn admit_as(&self) -> Vec<(&'static str, &'static str, String)> {
        let say = |role: Role| self.words.say(&format!("desk-admit-as-{}", role.as_str()));
        ROLES.into_iter().map(|role| (role.as_str(), role_icon(role), say(role))).collect()
    }

    /// Which other roles can be given in the call: role and words.
    pub fn make(&self) -> Vec<(&'static str, String)> {
        let others =
            ROLES.into_iter().filter(|role| *role != Role::PublisherOnly && self.offer != Offer::InCall(*role));
        others.map(|role| (role.as_str(), self.words.say(&format!("desk-make-{}", role.as_str())))).collect()
    }

    /// The reasons for a denial: name and words.
    pub fn reasons(&self) -> Vec<(&'static str, String)> {
        let say = |reason: PresetReason| format!("desk-reason-{}", reason.as_str().replace('_', "-"));
        PresetReason::ALL.into_iter().map(|reason| (reason.as_str(), self.words.say(&say(reason)))).collect()
    }
}

pub(super) fn act_path(room: RoomId, admission: Uuid, act: &str) -> String {
    format!("/host/rooms/{room}/admissions/{admission}/{act}")
}

pub(super) fn role_icon(role: Role) -> &'static str {
    match role {
        Role::Subscriber => "eye",
        Role::Publisher => "mic",
        Role::PublisherOnly => "camera",
        Role::Moderator => "shield",
    }
}
