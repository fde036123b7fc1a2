//! Making rooms, and saying who their hosts are.

use super::decide::account_of;
use super::{Moderation, Refusal, RoomChange};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::{AccountId, PersonId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::room::{Room, Settings};
use crate::domain::text::Email;
use crate::live::Topic;
use crate::random;
use crate::store::About;

impl Moderation {
    /// Makes a room. Whoever makes it owns it; a program with an admin's key may name the owner.
    ///
    /// # Errors
    /// When the actor may not, or a setting cannot be.
    pub async fn create_room(&self, actor: &Actor, wish: RoomChange, owner: Option<Email>) -> Result<Room, Refusal> {
        let now = self.clock.now();
        let title = wish.title.clone().ok_or_else(|| Refusal::invalid("title", "must not be empty"))?;
        let mut room = Room {
            id: RoomId(random::id(now)),
            code: random::code(),
            title,
            settings: Settings::default(),
            door_before_lock: None,
            attended: false,
            session_id: None,
            sequence: 0,
            revision: 1,
            created_at: now,
        };
        let wish = self.checked(wish)?;
        wish.apply(&mut room);
        let actor = actor.clone();
        let room = self
            .store
            .write(move |tx| {
                let actor = tx.with_present_rights(actor)?;
                let standing = Standing::to_installation(&actor);
                if !may(standing, Action::CreateRoom) {
                    return Err(Refusal::NotFound);
                }
                let owner = match owner {
                    Some(email) if may(standing, Action::Administer) => {
                        let account = tx.account_by_email(&email)?.filter(|account| !account.disabled);
                        Some(account.ok_or_else(|| Refusal::invalid("owner", "is no account here"))?.id)
                    }
                    Some(_) => return Err(Refusal::invalid("owner", "can be set by an admin only")),
                    None => account_of(&actor),
                };
                tx.insert_room(&room)?;
                if let Some(owner) = owner {
                    tx.insert_room_host(room.id, owner, true, PersonId(random::opaque_id()))?;
                }
                let about = About { room: Some(room.id), admission: None };
                tx.append_audit(&actor, now, about, &Fact::RoomCreated { title: room.title.to_string() })?;
                Ok(room)
            })
            .await?;
        self.hub.notify(Topic::Rooms);
        Ok(room)
    }

    /// Makes an account a co-host of a room.
    ///
    /// # Errors
    /// When the actor may not, or nobody has this address.
    pub async fn add_host(&self, actor: &Actor, room: RoomId, email: &Email) -> Result<(), Refusal> {
        let (now, actor, email) = (self.clock.now(), actor.clone(), email.clone());
        let account = self
            .store
            .write(move |tx| {
                let actor = tx.require(actor, room, Action::ChangeHosts)?;
                let account = tx
                    .account_by_email(&email)?
                    .filter(|account| !account.disabled)
                    .ok_or_else(|| Refusal::invalid("email", "is no account here"))?;
                if tx.room_hosts(room)?.iter().any(|host| host.account_id == account.id) {
                    return Ok::<_, Refusal>(account.id);
                }
                tx.insert_room_host(room, account.id, false, PersonId(random::opaque_id()))?;
                let about = About { room: Some(room), admission: None };
                tx.append_audit(&actor, now, about, &Fact::HostAdded { name: account.name.to_string() })?;
                Ok(account.id)
            })
            .await?;
        self.hub.notify(Topic::Account(account));
        Ok(())
    }

    /// Takes a host out of a room. Its pages close at once.
    ///
    /// # Errors
    /// When the actor may not, or nobody would be left to decide there.
    pub async fn remove_host(&self, actor: &Actor, room: RoomId, account: AccountId) -> Result<(), Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        self.store
            .write(move |tx| {
                let actor = tx.require(actor, room, Action::ChangeHosts)?;
                let hosts = tx.room_hosts(room)?;
                let host = hosts.iter().find(|host| host.account_id == account).ok_or(Refusal::NotFound)?;
                if host.owner {
                    return Err(Refusal::Forbidden("owner"));
                }
                if !hosts.iter().any(|other| other.account_id != account && !other.disabled) {
                    return Err(Refusal::Forbidden("last_host"));
                }
                if let Some(session) = tx.room(room)?.and_then(|room| room.session_id) {
                    tx.insert_enforcement(room, &session, host.person, host.generation + 1, now)?;
                }
                tx.delete_room_host(room, account)?;
                let about = About { room: Some(room), admission: None };
                tx.append_audit(&actor, now, about, &Fact::HostRemoved { name: host.name.to_string() })?;
                Ok(())
            })
            .await?;
        self.hub.notify(Topic::Account(account));
        Ok(())
    }
}
