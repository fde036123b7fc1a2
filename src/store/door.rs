//! What the rules of the door need to know: who came by a browser, who is where, and how long people waited.

use jiff::{SignedDuration, Timestamp};

use super::row::{get, parsed, time, time_optional};
use super::sql::{Row, query, single};
use super::{Counts, Result, Store, Tx, admissions, invites, rooms};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::invite::Invite;
use crate::domain::policy;
use crate::domain::room::Room;

/// So many of the latest waits are looked at …
const WAITS: i64 = 9;
/// … and fewer than so many tell nothing.
const WAITS_LEAST: usize = 3;

/// Somebody who waits, is held or is in, with what decides when being away ends that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    pub id: AdmissionId,
    pub requested_at: Timestamp,
    /// None: not in the call.
    pub admitted_at: Option<Timestamp>,
    /// Of the room's settings.
    pub gone_after: SignedDuration,
    pub return_window: SignedDuration,
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

fn present(row: &Row<'_>) -> Result<Present> {
    Ok(Present {
        id: parsed(row, "id")?,
        requested_at: time(row, "requested_at")?,
        admitted_at: time_optional(row, "admitted_at")?,
        gone_after: SignedDuration::from_mins(get(row, "gone_minutes")?),
        return_window: SignedDuration::from_mins(get(row, "return_minutes")?),
    })
}

impl Store {
    /// What stands behind the link whose secret has this hash.
    pub fn behind_link(&self, secret_hash: &[u8; 32]) -> Result<Option<BehindLink>> {
        let found = query(
            "SELECT * FROM invite WHERE secret_hash = ?
               AND NOT EXISTS (SELECT 1 FROM installation WHERE name = 'copy')",
        )
        .bind(secret_hash.as_slice())
        .optional(&self.readers, |row| Ok((invites::invite(row)?, get(row, "passcode_hash")?)))?;
        let Some((invite, passcode_hash)) = found else { return Ok(None) };
        let (room, first_host) = query(
            "SELECT room.*, (SELECT account.name FROM room_host JOIN account ON account.id = account_id
                             WHERE room_id = room.id ORDER BY owner DESC, account.name, account_id LIMIT 1) AS first_host
             FROM room WHERE id = ?",
        )
        .bind(invite.room_id.to_string())
        .one(&self.readers, |row| Ok((rooms::room(row)?, get::<Option<String>>(row, "first_host")?)))?;
        Ok(Some(BehindLink { invite, passcode_hash, room, first_host: first_host.unwrap_or_default() }))
    }

    /// Everybody present, in all rooms, who asked early enough to be gone at `now`.
    pub async fn present_long_enough(&self, now: Timestamp) -> Result<Vec<Present>> {
        let found = query(
            "SELECT admission.id, requested_at, admitted_at, gone_minutes, return_minutes
             FROM admission INDEXED BY admission_by_skeleton JOIN room ON room.id = admission.room_id
             WHERE ended_at IS NULL
               AND requested_at <= CASE WHEN admitted_at IS NULL THEN ?1 - gone_minutes * 60000 ELSE ?2 END",
        )
        .bind(now.as_millisecond())
        .bind((now - policy::AWAY_AFTER).as_millisecond());
        self.apart(move |reader| found.all(reader, present)).await
    }

    /// The rooms in which a host was when we last looked.
    pub fn attended_rooms(&self) -> Result<Vec<RoomId>> {
        query("SELECT id FROM room WHERE attended = 1").all(&self.readers, |row| parsed(row, "id"))
    }

    /// How long the last few admitted guests of a room waited: the median. None when there were too few to tell.
    pub fn usual_wait(&self, room: RoomId) -> Result<Option<SignedDuration>> {
        let mut waits: Vec<i64> =
            query("SELECT waited FROM admission WHERE room_id = ? AND waited IS NOT NULL ORDER BY id DESC LIMIT ?")
                .bind(room.to_string())
                .bind(WAITS)
                .all(&self.readers, single)?;
        if waits.len() < WAITS_LEAST {
            return Ok(None);
        }
        waits.sort_unstable();
        Ok(waits.get(waits.len() / 2).map(|wait| SignedDuration::from_millis(*wait)))
    }
}

impl Tx {
    /// How many of a room's guests are where, as this transaction sees it.
    pub fn counts(&mut self, room: RoomId) -> Result<Counts> {
        admissions::counts(&self.connection, room)
    }

    /// What was decided about a browser, and the places it has; the latest first, at most a hundred. Its hash is another one
    /// in each room. What the guest gave up decides nothing, and somebody could make any number of it.
    pub fn decided_of_browser(&mut self, browser_hash: &[u8; 32]) -> Result<Vec<Admission>> {
        query(
            "SELECT * FROM admission INDEXED BY admission_by_browser
             WHERE browser_hash = ? AND state NOT IN ('withdrawn', 'expired') ORDER BY id DESC LIMIT 100",
        )
        .bind(browser_hash.as_slice())
        .all(&self.connection, admissions::admission)
    }

    /// Whether a browser asked before.
    pub fn knows_browser(&mut self, browser_hash: &[u8; 32]) -> Result<bool> {
        query("SELECT EXISTS (SELECT 1 FROM admission WHERE browser_hash = ?)")
            .bind(browser_hash.as_slice())
            .one(&self.connection, single)
    }

    /// The browser by which an admission came, as it is stored.
    pub fn browser_of(&mut self, id: AdmissionId) -> Result<Option<[u8; 32]>> {
        let hash: Option<Vec<u8>> = query("SELECT browser_hash FROM admission WHERE id = ?")
            .bind(id.to_string())
            .one(&self.connection, single)?;
        Ok(hash.and_then(|hash| hash.try_into().ok()))
    }

    /// Gives an admission another ticket; the old one is worth nothing from now on.
    pub fn replace_ticket(&mut self, id: AdmissionId, ticket_hash: &[u8; 32]) -> Result<()> {
        query("UPDATE admission SET ticket_hash = ? WHERE id = ?")
            .bind(ticket_hash.as_slice())
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// A room's guests in one of the present states, in their order.
    pub fn present_in(&mut self, room: RoomId, state: &str) -> Result<Vec<Admission>> {
        query("SELECT * FROM admission WHERE room_id = ? AND state = ? ORDER BY place, id")
            .bind(room.to_string())
            .bind(state)
            .all(&self.connection, admissions::admission)
    }

    /// Notes whether a host is in a room; false if it was noted before.
    pub fn set_attended(&mut self, room: RoomId, attended: bool) -> Result<bool> {
        let done = query("UPDATE room SET attended = ? WHERE id = ? AND attended <> ?")
            .bind(attended)
            .bind(room.to_string())
            .bind(attended)
            .execute(&self.connection)?;
        Ok(done == 1)
    }

    /// How many more the call of a room takes; none is without limit.
    pub fn free_in_call(&mut self, room: &Room) -> Result<Option<i64>> {
        let Some(most) = room.settings.most_in_call else { return Ok(None) };
        Ok(Some((i64::from(most) - self.counts(room.id)?.admitted).max(0)))
    }
}
