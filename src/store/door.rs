//! What the rules of the door need to know: who came by a browser, who is where, and how long people waited.

use jiff::{SignedDuration, Timestamp};

use super::row::{get, parsed};
use super::{Counts, Result, Store, Tx, admissions, invites, rooms};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, InviteId, RoomId};
use crate::domain::invite::Invite;
use crate::domain::room::Room;

/// So many of the latest waits are looked at …
const WAITS: i64 = 9;
/// … and fewer than so many tell nothing.
const WAITS_LEAST: usize = 3;

/// Somebody who waits, is held or is in, as far as the sweeping jobs look at them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    pub id: AdmissionId,
    pub room: RoomId,
    pub state: String,
    pub requested_at: Timestamp,
}

/// What stands behind an invite's link.
#[derive(Debug)]
pub struct BehindLink {
    pub invite: Invite,
    pub passcode_hash: Option<String>,
    pub room: Room,
    /// The name of the first of the room's hosts; empty where it has none.
    pub first_host: String,
}

impl Store {
    /// What stands behind the link whose secret has this hash.
    pub async fn behind_link(&self, secret_hash: &[u8; 32]) -> Result<Option<BehindLink>> {
        let mut reader = self.read().await?;
        let row = sqlx::query(
            "SELECT * FROM invite WHERE secret_hash = ?
               AND NOT EXISTS (SELECT 1 FROM installation WHERE name = 'copy')",
        )
        .bind(secret_hash.as_slice())
        .fetch_optional(&mut *reader)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let invite = invites::invite(&row)?;
        let room = sqlx::query(
            "SELECT room.*, (SELECT account.name FROM room_host JOIN account ON account.id = account_id
                             WHERE room_id = room.id ORDER BY owner DESC, account.name, account_id LIMIT 1) AS first_host
             FROM room WHERE id = ?",
        )
        .bind(invite.room_id.to_string())
        .fetch_one(&mut *reader)
        .await?;
        Ok(Some(BehindLink {
            passcode_hash: get(&row, "passcode_hash")?,
            first_host: get::<Option<String>>(&room, "first_host")?.unwrap_or_default(),
            room: rooms::room(&room)?,
            invite,
        }))
    }

    /// Everybody in one of the present states (waiting, held, admitted), in all rooms.
    pub async fn everybody_present(&self) -> Result<Vec<Present>> {
        let rows = sqlx::query(
            "SELECT id, room_id, state, requested_at FROM admission WHERE ended_at IS NULL
               AND state IN ('waiting', 'held', 'admitted')",
        )
        .fetch_all(&mut *self.read().await?)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Present {
                    id: parsed(row, "id")?,
                    room: parsed(row, "room_id")?,
                    state: get(row, "state")?,
                    requested_at: super::row::time(row, "requested_at")?,
                })
            })
            .collect()
    }

    /// The rooms in which a host was when we last looked.
    pub async fn attended_rooms(&self) -> Result<Vec<RoomId>> {
        let rows = sqlx::query("SELECT id FROM room WHERE attended = 1").fetch_all(&mut *self.read().await?).await?;
        rows.iter().map(|row| parsed(row, "id")).collect()
    }

    /// How long the last few admitted guests of a room waited: the median. None when there were too few to tell.
    pub async fn usual_wait(&self, room: RoomId) -> Result<Option<SignedDuration>> {
        let mut waits: Vec<i64> = sqlx::query_scalar(
            "SELECT waited FROM admission WHERE room_id = ? AND waited IS NOT NULL ORDER BY id DESC LIMIT ?",
        )
        .bind(room.to_string())
        .bind(WAITS)
        .fetch_all(&mut *self.read().await?)
        .await?;
        if waits.len() < WAITS_LEAST {
            return Ok(None);
        }
        waits.sort_unstable();
        Ok(waits.get(waits.len() / 2).map(|wait| SignedDuration::from_millis(*wait)))
    }
}

impl Tx {
    /// How many of a room's guests are where, as this transaction sees it.
    pub async fn counts(&mut self, room: RoomId) -> Result<Counts> {
        admissions::counts(&mut self.connection, room).await
    }

    /// What hosts last decided about a browser in a room, by whatever link it came.
    pub async fn outcome_of_browser(&mut self, room: RoomId, browser_hash: &[u8; 32]) -> Result<Option<Admission>> {
        let row = sqlx::query(
            "SELECT * FROM admission WHERE room_id = ? AND browser_hash = ?
               AND state IN ('denied', 'removed', 'admitted', 'left')
             ORDER BY coalesce(ended_at, admitted_at) DESC, id DESC LIMIT 1",
        )
        .bind(room.to_string())
        .bind(browser_hash.as_slice())
        .fetch_optional(&mut self.connection)
        .await?;
        row.as_ref().map(admissions::admission).transpose()
    }

    /// The place that a browser has by an invite, as its guest may know it at `now`.
    pub async fn place_of_browser(
        &mut self,
        invite: InviteId,
        browser_hash: &[u8; 32],
        now: Timestamp,
    ) -> Result<Option<Admission>> {
        let row = sqlx::query(
            "SELECT * FROM admission WHERE invite_id = ? AND browser_hash = ?
               AND (ended_at IS NULL OR (state = 'denied' AND visible_from > ?))
             ORDER BY id DESC LIMIT 1",
        )
        .bind(invite.to_string())
        .bind(browser_hash.as_slice())
        .bind(now.as_millisecond())
        .fetch_optional(&mut self.connection)
        .await?;
        row.as_ref().map(admissions::admission).transpose()
    }

    /// Whether somebody asked from this browser in this room before.
    pub async fn knows_browser(&mut self, room: RoomId, browser_hash: &[u8; 32]) -> Result<bool> {
        Ok(sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM admission WHERE room_id = ? AND browser_hash = ?)")
            .bind(room.to_string())
            .bind(browser_hash.as_slice())
            .fetch_one(&mut self.connection)
            .await?)
    }

    /// The browser by which an admission came, as it is stored.
    pub async fn browser_of(&mut self, id: AdmissionId) -> Result<Option<[u8; 32]>> {
        let hash: Option<Vec<u8>> = sqlx::query_scalar("SELECT browser_hash FROM admission WHERE id = ?")
            .bind(id.to_string())
            .fetch_one(&mut self.connection)
            .await?;
        Ok(hash.and_then(|hash| hash.try_into().ok()))
    }

    /// Gives an admission another ticket; the old one is worth nothing from now on.
    pub async fn replace_ticket(&mut self, id: AdmissionId, ticket_hash: &[u8; 32]) -> Result<()> {
        sqlx::query("UPDATE admission SET ticket_hash = ? WHERE id = ?")
            .bind(ticket_hash.as_slice())
            .bind(id.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// A room's guests in one of the present states, in their order.
    pub async fn present_in(&mut self, room: RoomId, state: &str) -> Result<Vec<Admission>> {
        let rows = sqlx::query("SELECT * FROM admission WHERE room_id = ? AND state = ? ORDER BY place, id")
            .bind(room.to_string())
            .bind(state)
            .fetch_all(&mut self.connection)
            .await?;
        rows.iter().map(admissions::admission).collect()
    }

    /// Notes whether a host is in a room; false if it was noted before.
    pub async fn set_attended(&mut self, room: RoomId, attended: bool) -> Result<bool> {
        let done = sqlx::query("UPDATE room SET attended = ? WHERE id = ? AND attended <> ?")
            .bind(attended)
            .bind(room.to_string())
            .bind(attended)
            .execute(&mut self.connection)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    /// How many more the call of a room takes; none is without limit.
    pub async fn free_in_call(&mut self, room: &Room) -> Result<Option<i64>> {
        let Some(most) = room.settings.most_in_call else { return Ok(None) };
        Ok(Some((i64::from(most) - self.counts(room.id).await?.admitted).max(0)))
    }
}
