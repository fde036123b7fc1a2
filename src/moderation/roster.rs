//! Who is who in the call: the names behind the opaque ids that the video side knows.

use std::collections::HashMap;

use super::Moderation;
use crate::domain::ids::{AdmissionId, PersonId, RoomId};
use crate::domain::role::Role;
use crate::store::StoreError;

/// More people than any call holds.
const MOST: i64 = 1_000;

/// Somebody who is, or may come, in the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterEntry {
    pub person: PersonId,
    pub name: String,
    pub role: Role,
    /// The guest's admission; a host has none.
    pub admission: Option<AdmissionId>,
    /// Asks to speak.
    pub hand: bool,
}

impl Moderation {
    /// Everybody who may be in a room's call: raised hands first, in their order; then hosts, then guests.
    ///
    /// # Errors
    /// Only of the database.
    pub fn roster(&self, room: RoomId) -> Result<Vec<RosterEntry>, StoreError> {
        let hosts = self.store.room_hosts(room)?;
        let guests = self.store.admissions(room, Some("admitted"), None, MOST)?;
        let order: HashMap<AdmissionId, usize> =
            self.hands.of(room).into_iter().enumerate().map(|(place, hand)| (hand.guest, place)).collect();
        let mut roster: Vec<RosterEntry> = Vec::with_capacity(hosts.len() + guests.len());
        roster.extend(hosts.into_iter().filter(|host| !host.disabled).map(|host| RosterEntry {
            person: host.person,
            name: host.name.to_string(),
            role: Role::Moderator,
            admission: None,
            hand: false,
        }));
        roster.extend(guests.into_iter().filter_map(|guest| {
            Some(RosterEntry {
                person: guest.person,
                role: guest.role()?,
                hand: order.contains_key(&guest.id),
                admission: Some(guest.id),
                name: guest.name.to_string(),
            })
        }));
        roster.sort_by_key(|entry| entry.admission.and_then(|id| order.get(&id)).copied().unwrap_or(usize::MAX));
        Ok(roster)
    }
}
