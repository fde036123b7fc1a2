//! Making, revoking and rotating invites.

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};

use super::{Moderation, Refusal, hash_of};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Cause};
use crate::domain::fact::Fact;
use crate::domain::ids::{InviteId, RoomId};
use crate::domain::invite::{Entry, Invite};
use crate::domain::permission::Action;
use crate::domain::policy;
use crate::domain::role::Role;
use crate::domain::text::{GuestName, Label};
use crate::random;
use crate::store::{About, NewInvite, Tx};

/// What the maker of an invite says of it.
#[derive(Debug)]
pub struct InviteSettings {
    pub role: Role,
    pub entry: Entry,
    pub label: Option<Label>,
    pub guest_name: Option<GuestName>,
    /// `None` is without limit.
    pub max_uses: Option<u32>,
    pub not_before: Option<Timestamp>,
    /// `None` is in 24 h.
    pub expires_at: Option<Timestamp>,
    pub passcode: Option<SecretString>,
}

/// A new invite with its secret, which nobody can read again.
#[derive(Debug)]
pub struct IssuedInvite {
    pub invite: Invite,
    pub secret: SecretString,
}

impl Moderation {
    /// Makes an invite.
    ///
    /// # Errors
    /// When the actor may not, or a setting cannot be; the refusal names it.
    pub async fn create_invite(
        &self,
        actor: &Actor,
        room_id: RoomId,
        settings: InviteSettings,
    ) -> Result<IssuedInvite, Refusal> {
        let now = self.clock.now();
        let invite = new_invite(room_id, &settings, now)?;
        let passcode_hash = match settings.passcode {
            Some(passcode) => Some(self.passwords.hash(checked_passcode(passcode)?).await?),
            None => None,
        };
        let secret = random::secret();
        let new = NewInvite { invite, secret_hash: hash_of(secret.expose_secret()), passcode_hash };
        let actor = actor.clone();
        let invite = self
            .store
            .write(move |tx| {
                let actor = tx.require(actor, room_id, Action::Invite)?;
                tx.insert_invite(&new)?;
                tx.log_invite(&actor, now, &new.invite, created(&new.invite))?;
                Ok::<_, Refusal>(new.invite)
            })
            .await?;
        self.hub.notify(crate::live::Topic::Room(room_id));
        Ok(IssuedInvite { invite, secret })
    }

    /// Kills a link at once. Those who wait on it are told; those in the call stay, unless `remove_them`.
    ///
    /// # Errors
    /// When the actor may not.
    pub async fn revoke_invite(&self, actor: &Actor, id: InviteId, remove_them: bool) -> Result<(), Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        let (room, changed) = self
            .store
            .write(move |tx| {
                let invite = tx.invite(id)?.ok_or(Refusal::NotFound)?;
                let actor = tx.require(actor, invite.room_id, Action::Invite)?;
                if tx.revoke_invite(id, now)? {
                    let fact = Fact::InviteRevoked { label: invite.label.as_ref().map(Label::to_string) };
                    tx.log_invite(&actor, now, &invite, fact)?;
                }
                let changed = tx.end_those_by_invite(id, &actor, remove_them, now)?;
                Ok::<_, Refusal>((invite.room_id, changed))
            })
            .await?;
        changed.iter().for_each(|admission| self.tell(admission));
        self.hub.notify(crate::live::Topic::Room(room));
        Ok(())
    }

    /// Kills all links of a room that still open, and makes one new for each, with the same settings. Those who wait
    /// keep their places: their browsers hold tickets, not links.
    ///
    /// # Errors
    /// When the actor may not.
    pub async fn rotate_invites(&self, actor: &Actor, room_id: RoomId) -> Result<Vec<IssuedInvite>, Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        self.store
            .write(move |tx| {
                let actor = tx.require(actor, room_id, Action::Invite)?;
                let mut issued = Vec::new();
                for old in tx.live_invites(room_id, now)? {
                    tx.revoke_invite(old.id, now)?;
                    let left = old.max_uses.map(|limit| limit.saturating_sub(old.uses));
                    if left == Some(0) {
                        continue;
                    }
                    let secret = random::secret();
                    let invite = Invite {
                        id: InviteId(random::id(now)),
                        max_uses: left,
                        uses: 0,
                        last_used_at: None,
                        created_at: now,
                        ..old.clone()
                    };
                    let new = NewInvite {
                        secret_hash: hash_of(secret.expose_secret()),
                        passcode_hash: tx.passcode_hash(old.id)?,
                        invite: invite.clone(),
                    };
                    tx.insert_invite(&new)?;
                    issued.push(IssuedInvite { invite, secret });
                }
                let count = u32::try_from(issued.len()).unwrap_or(u32::MAX);
                let about = About { room: Some(room_id), admission: None };
                tx.append_audit(&actor, now, about, &Fact::LinksRotated { count })?;
                Ok::<_, Refusal>(issued)
            })
            .await
    }
}

impl Tx {
    fn log_invite(&mut self, actor: &Actor, now: Timestamp, invite: &Invite, fact: Fact) -> Result<(), Refusal> {
        let about = About { room: Some(invite.room_id), admission: None };
        Ok(self.append_audit(actor, now, about, &fact)?)
    }

    fn end_those_by_invite(
        &mut self,
        id: InviteId,
        actor: &Actor,
        remove_them: bool,
        now: Timestamp,
    ) -> Result<Vec<Admission>, Refusal> {
        let mut changed = Vec::new();
        for before in self.present_by_invite(id)? {
            let mut change = match before.role() {
                None => before.clone().expire(actor, Cause::InviteRevoked, now)?,
                Some(_) if remove_them => before.clone().remove(actor, false, now)?,
                Some(_) => continue,
            };
            self.save_change(&before, &mut change, actor, now)?;
            changed.push(change.admission);
        }
        Ok(changed)
    }
}

fn created(invite: &Invite) -> Fact {
    let label = invite.label.as_ref().map(Label::to_string);
    Fact::InviteCreated { label, role: invite.role, entry: invite.entry.as_str() }
}

fn new_invite(room_id: RoomId, settings: &InviteSettings, now: Timestamp) -> Result<Invite, Refusal> {
    let expires_at = settings
        .expires_at
        .unwrap_or_else(|| settings.not_before.filter(|opens| *opens > now).unwrap_or(now) + policy::INVITE_LIFE);
    if expires_at <= now {
        return Err(Refusal::invalid("expires_at", "must be in the future"));
    }
    if expires_at > now + policy::INVITE_LIFE_MAX {
        return Err(Refusal::invalid("expires_at", "must be within a year"));
    }
    if settings.not_before.is_some_and(|opens_at| opens_at >= expires_at) {
        return Err(Refusal::invalid("not_before", "must be before expires_at"));
    }
    if settings.max_uses == Some(0) {
        return Err(Refusal::invalid("max_uses", "must be at least 1"));
    }
    Ok(Invite {
        id: InviteId(random::id(now)),
        room_id,
        role: settings.role,
        entry: settings.entry,
        label: settings.label.clone(),
        guest_name: settings.guest_name.clone(),
        has_passcode: settings.passcode.is_some(),
        max_uses: settings.max_uses,
        uses: 0,
        not_before: settings.not_before,
        expires_at,
        revoked_at: None,
        last_used_at: None,
        created_at: now,
    })
}

fn checked_passcode(passcode: SecretString) -> Result<SecretString, Refusal> {
    let length = passcode.expose_secret().chars().count();
    if (4..=64).contains(&length) {
        Ok(passcode)
    } else {
        Err(Refusal::invalid("passcode", "must have 4 to 64 characters"))
    }
}
