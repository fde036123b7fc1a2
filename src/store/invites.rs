//! Invites.

use jiff::Timestamp;

use super::row::{get, parsed, text_optional, time, time_optional};
use super::sql::{Row, Source, query, single};
use super::{Result, Store, Tx};
use crate::domain::ids::{InviteId, RoomId};
use crate::domain::invite::Invite;
use crate::domain::text::{GuestName, Label};

/// What only a new invite has: the hashes of its secrets.
#[derive(Debug)]
pub struct NewInvite {
    pub invite: Invite,
    pub secret_hash: [u8; 32],
    pub passcode_hash: Option<String>,
}

/// An invite in the list of its room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteUse {
    pub invite: Invite,
    /// How many came by it and wait.
    pub waiting: i64,
    /// How many came by it and are in the call.
    pub in_call: i64,
}

/// The columns of an invite in a list; the caller adds the condition.
macro_rules! invite_uses {
    ($rest:literal) => {
        concat!(
            "SELECT invite.*,
                    (SELECT count(*) FROM admission
                     WHERE invite_id = invite.id AND ended_at IS NULL AND state <> 'admitted') AS waiting,
                    (SELECT count(*) FROM admission
                     WHERE invite_id = invite.id AND ended_at IS NULL AND state = 'admitted') AS in_call
             FROM invite ",
            $rest
        )
    };
}

fn invite_use(row: &Row<'_>) -> Result<InviteUse> {
    Ok(InviteUse { invite: invite(row)?, waiting: get(row, "waiting")?, in_call: get(row, "in_call")? })
}

pub(super) fn invite(row: &Row<'_>) -> Result<Invite> {
    Ok(Invite {
        id: parsed(row, "id")?,
        room_id: parsed(row, "room_id")?,
        role: parsed(row, "role")?,
        entry: parsed(row, "entry")?,
        label: text_optional(row, "label", Label::parse)?,
        guest_name: text_optional(row, "guest_name", GuestName::parse)?,
        has_passcode: get::<Option<&str>>(row, "passcode_hash")?.is_some(),
        max_uses: get(row, "max_uses")?,
        uses: get(row, "uses")?,
        not_before: time_optional(row, "not_before")?,
        expires_at: time(row, "expires_at")?,
        revoked_at: time_optional(row, "revoked_at")?,
        last_used_at: time_optional(row, "last_used_at")?,
        created_at: time(row, "created_at")?,
    })
}

fn find(connection: impl Source, id: InviteId) -> Result<Option<Invite>> {
    query("SELECT * FROM invite WHERE id = ?").bind(id.to_string()).optional(connection, invite)
}

impl Store {
    pub fn invite(&self, id: InviteId) -> Result<Option<Invite>> {
        find(&self.readers, id)
    }

    /// A room's invites, oldest first, from after the given one on. At most `limit`.
    pub fn invites(&self, room: RoomId, after: Option<InviteId>, limit: i64) -> Result<Vec<InviteUse>> {
        query(invite_uses!("WHERE room_id = ? AND (? IS NULL OR id > ?) ORDER BY id LIMIT ?"))
            .bind(room.to_string())
            .bind(after.map(|id| id.to_string()))
            .bind(after.map(|id| id.to_string()))
            .bind(limit)
            .all(&self.readers, invite_use)
    }

    /// One invite with its use.
    pub fn invite_use(&self, id: InviteId) -> Result<Option<InviteUse>> {
        query(invite_uses!("WHERE id = ?")).bind(id.to_string()).optional(&self.readers, invite_use)
    }
}

impl Tx {
    pub fn invite(&mut self, id: InviteId) -> Result<Option<Invite>> {
        find(&self.connection, id)
    }

    /// The hash of an invite's passcode, if it has one.
    pub fn passcode_hash(&mut self, id: InviteId) -> Result<Option<String>> {
        query("SELECT passcode_hash FROM invite WHERE id = ?").bind(id.to_string()).one(&self.connection, single)
    }

    pub fn insert_invite(&mut self, new: &NewInvite) -> Result<()> {
        let invite = &new.invite;
        query(
            "INSERT INTO invite (id, room_id, secret_hash, role, entry, label, guest_name, passcode_hash, max_uses,
                                 not_before, expires_at, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(invite.id.to_string())
        .bind(invite.room_id.to_string())
        .bind(new.secret_hash.as_slice())
        .bind(invite.role.as_str())
        .bind(invite.entry.as_str())
        .bind(invite.label.as_ref().map(Label::as_str))
        .bind(invite.guest_name.as_ref().map(GuestName::as_str))
        .bind(&new.passcode_hash)
        .bind(invite.max_uses)
        .bind(invite.not_before.map(Timestamp::as_millisecond))
        .bind(invite.expires_at.as_millisecond())
        .bind(invite.created_at.as_millisecond())
        .execute(&self.connection)?;
        Ok(())
    }

    /// Counts one use, if one is left. The condition is in the statement itself, so that two cannot share the last one.
    pub fn use_invite(&mut self, id: InviteId, at: Timestamp) -> Result<bool> {
        let done = query(
            "UPDATE invite SET uses = uses + 1, last_used_at = ?
             WHERE id = ? AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)",
        )
        .bind(at.as_millisecond())
        .bind(id.to_string())
        .execute(&self.connection)?;
        Ok(done == 1)
    }

    /// Revokes an invite; false if it was revoked before.
    pub fn revoke_invite(&mut self, id: InviteId, at: Timestamp) -> Result<bool> {
        let done = query("UPDATE invite SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
            .bind(at.as_millisecond())
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(done == 1)
    }

    /// The invites of a room that still open the form or will.
    pub fn live_invites(&mut self, room: RoomId, now: Timestamp) -> Result<Vec<Invite>> {
        query("SELECT * FROM invite WHERE room_id = ? AND revoked_at IS NULL AND expires_at > ?")
            .bind(room.to_string())
            .bind(now.as_millisecond())
            .all(&self.connection, invite)
    }
}
