//! A right is role AND state AND object. The state is checked by the transitions of `admission`; here is the rest: how
//! somebody stands to a room, and what whoever stands so may do. One table, denied by default.

use super::account::AccountRole;
use super::actor::{Actor, Who};
use super::ids::AdmissionId;
use super::room::RoomHost;

/// How an actor stands to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Answers for the installation: an admin, an admin's key, the server itself.
    Admin,
    /// Owns the room.
    Owner,
    /// Decides at the room's door.
    CoHost,
    /// Signed in, and nothing to do with the room.
    Host,
    /// The guest of this very admission.
    OwnGuest,
    /// Nobody in particular.
    Stranger,
}

impl Standing {
    pub const ALL: [Self; 6] = [Self::Admin, Self::Owner, Self::CoHost, Self::Host, Self::OwnGuest, Self::Stranger];

    /// How somebody stands to a room with these hosts.
    pub fn to_room(actor: &Actor, hosts: &[RoomHost]) -> Self {
        match (&actor.who, actor.account()) {
            (Who::System, _) | (Who::Key { account: None, .. }, _) | (_, Some((_, AccountRole::Admin))) => Self::Admin,
            (_, Some((account, AccountRole::Host))) => {
                match hosts.iter().find(|host| host.account_id == account && !host.disabled) {
                    Some(host) if host.owner => Self::Owner,
                    Some(_) => Self::CoHost,
                    None => Self::Host,
                }
            }
            _ => Self::Stranger,
        }
    }

    /// How somebody stands to an admission of a room with these hosts.
    pub fn to_admission(actor: &Actor, id: AdmissionId, hosts: &[RoomHost]) -> Self {
        match actor.who {
            Who::Guest { admission: Some(own), .. } if own == id => Self::OwnGuest,
            _ => Self::to_room(actor, hosts),
        }
    }

    /// How somebody stands to the installation.
    pub fn to_installation(actor: &Actor) -> Self {
        Self::to_room(actor, &[])
    }
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// See the desk, the queue, the room's log, its invites and settings.
    SeeRoom,
    /// Admit, deny, undo, hold, resume, change a role, send back, remove.
    Decide,
    /// Make and revoke invites.
    Invite,
    /// Change the room's settings.
    ChangeRoom,
    /// Say who the room's hosts are.
    ChangeHosts,
    /// Make a room.
    CreateRoom,
    /// See and change accounts, keys, the whole log.
    Administer,
    /// See the own admission, take a token for it, withdraw, leave, come back, ask again.
    UseOwnAdmission,
}

impl Action {
    pub const ALL: [Self; 8] = [
        Self::SeeRoom,
        Self::Decide,
        Self::Invite,
        Self::ChangeRoom,
        Self::ChangeHosts,
        Self::CreateRoom,
        Self::Administer,
        Self::UseOwnAdmission,
    ];
}

/// The table.
pub fn may(standing: Standing, action: Action) -> bool {
    use Action::{ChangeHosts, ChangeRoom, CreateRoom, Decide, Invite, SeeRoom, UseOwnAdmission};
    match standing {
        Standing::Admin => action != UseOwnAdmission,
        Standing::Owner => matches!(action, SeeRoom | Decide | Invite | ChangeRoom | ChangeHosts | CreateRoom),
        Standing::CoHost => matches!(action, SeeRoom | Decide | Invite | ChangeRoom | CreateRoom),
        Standing::Host => action == CreateRoom,
        Standing::OwnGuest => action == UseOwnAdmission,
        Standing::Stranger => false,
    }
}
