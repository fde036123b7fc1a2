//! A guest and a link that are nobody's, for hosts who want to see what guests see. Nothing of it is written.

use jiff::Timestamp;

use super::request_entry::LookedUp;
use super::{Moderation, Refusal};
use crate::domain::admission::{Admission, State};
use crate::domain::ids::{AdmissionId, InviteId, PersonId};
use crate::domain::invite::{Entry, Invite};
use crate::domain::policy;
use crate::domain::role::Role;
use crate::domain::room::Room;
use crate::domain::text::GuestName;
use crate::random;

impl Moderation {
    /// What a shared link to this room would lead to.
    ///
    /// # Errors
    /// Only of the database.
    pub fn rehearsed_link(&self, room: Room) -> Result<LookedUp, Refusal> {
        let now = self.clock.now();
        let invite = Invite {
            id: InviteId(random::id(now)),
            room_id: room.id,
            role: Role::Publisher,
            entry: Entry::Wait,
            label: None,
            guest_name: None,
            has_passcode: false,
            max_uses: None,
            uses: 0,
            not_before: None,
            expires_at: now + policy::INVITE_LIFE,
            revoked_at: None,
            last_used_at: None,
            created_at: now,
        };
        let host = self.host_of(&room)?;
        Ok(LookedUp { invite, room, host, passcode_hash: None })
    }
}

/// Somebody who has just asked. A name that cannot be one is left out.
pub fn guest_of(room: &Room, name: &str, now: Timestamp) -> Admission {
    Admission {
        id: AdmissionId(random::id(now)),
        room_id: room.id,
        invite_id: InviteId(random::id(now)),
        person: PersonId(random::opaque_id()),
        name: GuestName::parse(name).unwrap_or_else(|_| GuestName::anybody()),
        note: None,
        invited_role: Role::Publisher,
        requested_at: now,
        place: now.as_millisecond(),
        state: State::Waiting { sent_back: None },
        generation: 1,
        revision: 1,
        sequence: 0,
        decided: None,
        ended_at: None,
        message: None,
        follows: None,
        denials: 0,
        returning: false,
        answers: Vec::new(),
    }
}
