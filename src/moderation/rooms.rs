//! Making rooms, changing them, and saying who their hosts are.

use super::decide::account_of;
use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::{AccountId, PersonId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::policy;
use crate::domain::room::{Door, Room, Settings};
use crate::domain::text::{Email, PersonName, Title};
use crate::live::Topic;
use crate::random;
use crate::store::About;

/// What somebody wants of a room, new or changed; what is not set stays as it is.
#[derive(Clone, Debug, Default)]
pub struct RoomChange {
    pub title: Option<Title>,
    pub door: Option<Door>,
    /// `Some(None)` goes back to the owner's name.
    pub host_label: Option<Option<PersonName>>,
    pub show_position: Option<bool>,
    pub name_in_token: Option<bool>,
    pub token_seconds: Option<u32>,
    /// `Some(None)` is as the installation.
    pub keep_days: Option<Option<u32>>,
    /// A session that exists at the provider already.
    pub session_id: Option<String>,
}

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
            session_id: None,
            sequence: 0,
            revision: 1,
            created_at: now,
        };
        self.check(&wish)?;
        apply(&mut room, wish);
        let actor = actor.clone();
        let room = self
            .store
            .write(async move |tx| {
                let actor = tx.with_present_rights(actor).await?;
                let standing = Standing::to_installation(&actor);
                if !may(standing, Action::CreateRoom) {
                    return Err(Refusal::NotFound);
                }
                let owner = match owner {
                    Some(email) if may(standing, Action::Administer) => {
                        let account = tx.account_by_email(&email).await?.filter(|account| !account.disabled);
                        Some(account.ok_or_else(|| Refusal::invalid("owner", "is no account here"))?.id)
                    }
                    Some(_) => return Err(Refusal::invalid("owner", "can be set by an admin only")),
                    None => account_of(&actor),
                };
                tx.insert_room(&room).await?;
                if let Some(owner) = owner {
                    tx.insert_room_host(room.id, owner, true, PersonId(random::opaque_id())).await?;
                }
                let about = About { room: Some(room.id), admission: None };
                tx.append_audit(&actor, now, about, &Fact::RoomCreated { title: room.title.to_string() }).await?;
                Ok(room)
            })
            .await?;
        self.hub.notify(Topic::Rooms);
        Ok(room)
    }

    /// Changes a room's title and settings.
    ///
    /// # Errors
    /// When the actor may not, or a setting cannot be.
    pub async fn change_room(&self, actor: &Actor, id: RoomId, wish: RoomChange) -> Result<Room, Refusal> {
        self.check(&wish)?;
        let (now, actor) = (self.clock.now(), actor.clone());
        let room = self
            .store
            .write(async move |tx| {
                let actor = tx.require(actor, id, Action::ChangeRoom).await?;
                let mut room = tx.room(id).await?.ok_or(Refusal::NotFound)?;
                let changed = apply(&mut room, wish);
                if changed.is_empty() {
                    return Ok::<_, Refusal>(room);
                }
                tx.save_room(&room).await?;
                let about = About { room: Some(id), admission: None };
                tx.append_audit(&actor, now, about, &Fact::RoomChanged { changed }).await?;
                Ok(Room { revision: room.revision + 1, ..room })
            })
            .await?;
        self.hub.notify(Topic::Room(id));
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
            .write(async move |tx| {
                let actor = tx.require(actor, room, Action::ChangeHosts).await?;
                let account = tx
                    .account_by_email(&email)
                    .await?
                    .filter(|account| !account.disabled)
                    .ok_or_else(|| Refusal::invalid("email", "is no account here"))?;
                if tx.room_hosts(room).await?.iter().any(|host| host.account_id == account.id) {
                    return Ok::<_, Refusal>(account.id);
                }
                tx.insert_room_host(room, account.id, false, PersonId(random::opaque_id())).await?;
                let about = About { room: Some(room), admission: None };
                tx.append_audit(&actor, now, about, &Fact::HostAdded { name: account.name.to_string() }).await?;
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
            .write(async move |tx| {
                let actor = tx.require(actor, room, Action::ChangeHosts).await?;
                let hosts = tx.room_hosts(room).await?;
                let host = hosts.iter().find(|host| host.account_id == account).ok_or(Refusal::NotFound)?;
                if host.owner {
                    return Err(Refusal::Forbidden("owner"));
                }
                if !hosts.iter().any(|other| other.account_id != account && !other.disabled) {
                    return Err(Refusal::Forbidden("last_host"));
                }
                if let Some(session) = tx.room(room).await?.and_then(|room| room.session_id) {
                    tx.insert_enforcement(room, &session, host.person, host.generation + 1, now).await?;
                }
                tx.delete_room_host(room, account).await?;
                let about = About { room: Some(room), admission: None };
                tx.append_audit(&actor, now, about, &Fact::HostRemoved { name: host.name.to_string() }).await?;
                Ok(())
            })
            .await?;
        self.hub.notify(Topic::Account(account));
        self.enforcement_waits.notify_one();
        Ok(())
    }

    fn check(&self, wish: &RoomChange) -> Result<(), Refusal> {
        if wish.token_seconds.is_some_and(|seconds| !policy::TOKEN_SECONDS.contains(&seconds)) {
            return Err(Refusal::invalid("token_seconds", "must be between 30 and 2592000"));
        }
        if wish.keep_days.flatten().is_some_and(|days| !policy::KEEP_DAYS_RANGE.contains(&days)) {
            return Err(Refusal::invalid("keep_days", "must be between 1 and 3650"));
        }
        if let Some(session) = &wish.session_id {
            self.video.check_session(session).map_err(|error| Refusal::invalid("session_id", error))?;
        }
        Ok(())
    }
}

/// Sets what is wished and answers the names of what is different now.
fn apply(room: &mut Room, wish: RoomChange) -> Vec<&'static str> {
    fn set<T: PartialEq>(changed: &mut Vec<&'static str>, name: &'static str, place: &mut T, wish: Option<T>) {
        if let Some(value) = wish
            && *place != value
        {
            *place = value;
            changed.push(name);
        }
    }
    let mut changed = Vec::new();
    let settings = &mut room.settings;
    set(&mut changed, "title", &mut room.title, wish.title);
    set(&mut changed, "door", &mut settings.door, wish.door);
    set(&mut changed, "host_label", &mut settings.host_label, wish.host_label);
    set(&mut changed, "show_position", &mut settings.show_position, wish.show_position);
    set(&mut changed, "name_in_token", &mut settings.name_in_token, wish.name_in_token);
    set(&mut changed, "token_seconds", &mut settings.token_seconds, wish.token_seconds);
    set(&mut changed, "keep_days", &mut settings.keep_days, wish.keep_days);
    set(&mut changed, "session_id", &mut room.session_id, wish.session_id.map(Some));
    changed
}
