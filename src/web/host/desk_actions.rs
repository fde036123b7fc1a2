//! The buttons of a row. They are the same for everybody in the same state: a page renders one pattern of each and fills it
//! in for every row. The stream sends the patterns with its first event, and rows without any buttons afterwards: a
//! change is then a few hundred bytes.

use std::collections::HashMap;

use askama::Template;
use uuid::Uuid;

use crate::domain::admission::{Admission, PresetReason, State};
use crate::domain::ids::RoomId;
use crate::domain::role::Role;
use crate::web::Words;
use crate::web::markup::Markup;

/// The roles in the order of the menu, the advanced one last.
const ROLES: [Role; 4] = [Role::Subscriber, Role::Publisher, Role::Moderator, Role::PublisherOnly];

/// What can be done with a guest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// The patterns of one room in one language, rendered when they are first wanted.
pub(super) struct Patterns {
    room: RoomId,
    words: Words,
    rendered: HashMap<Offer, Markup>,
}

impl Patterns {
    pub fn new(room: RoomId, words: Words) -> Self {
        Self { room, words, rendered: HashMap::new() }
    }

    /// The buttons for one guest; none for those who have come to an end.
    pub fn buttons(&mut self, admission: &Admission) -> Option<Markup> {
        let Self { room, words, .. } = *self;
        let offer = Offer::of(admission)?;
        let pattern = self.rendered.entry(offer).or_insert_with(|| Markup::of(&Actions::pattern(room, words, offer)));
        let filled = pattern.filled(&Uuid::nil().to_string(), &admission.id.to_string());
        let is_of_revision = matches!(offer, Offer::InCall(_));
        Some(if is_of_revision {
            filled.filled("revision=0", &format!("revision={}", admission.revision))
        } else {
            filled
        })
    }
}

/// The buttons for whom something is offered, with nobody's id and revision 0 in the place of a guest's own.
#[derive(Template)]
#[template(path = "host/desk_actions.html")]
pub(super) struct Actions {
    pub words: Words,
    pub id: Uuid,
    pub offer: Offer,
    room: RoomId,
    revision: u32,
}

impl Actions {
    fn pattern(room: RoomId, words: Words, offer: Offer) -> Self {
        Self { words, id: Uuid::nil(), offer, room, revision: 0 }
    }

    /// One for each offer.
    pub fn patterns(room: RoomId, words: Words) -> Vec<Self> {
        Offer::ALL.into_iter().map(|offer| Self::pattern(room, words, offer)).collect()
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
