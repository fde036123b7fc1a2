//! Erasing what people told of themselves: whose time is over, and what of it goes. Rows stay.

use jiff::{SignedDuration, Timestamp};

use super::admissions::admission;
use super::row::{get, parsed, text, text_optional, time};
use super::sql::{Row, query, single};
use super::{Result, Store, Tx};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, InviteId, RoomId};
use crate::domain::text::{GuestName, Label, Title};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What to look for among guests whose names are not erased; nothing set is all.
#[derive(Clone, Debug, Default)]
pub struct GuestFilter {
    /// A part of the name, as `GuestName::skeleton` makes it.
    pub skeleton: Option<String>,
    pub room: Option<RoomId>,
    pub invite: Option<InviteId>,
    /// Only those who asked before this one.
    pub before: Option<AdmissionId>,
}

/// Somebody who asked to enter, as found among all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundGuest {
    pub id: AdmissionId,
    pub room_id: RoomId,
    pub room_title: Title,
    pub name: GuestName,
    pub invite_label: Option<Label>,
    pub state: String,
    pub requested_at: Timestamp,
}

impl Store {
    /// Guests, newest first, at most `limit`.
    pub async fn find_guests(&self, filter: &GuestFilter, limit: i64) -> Result<Vec<FoundGuest>> {
        let [room, invite, before] = [
            filter.room.map(|id| id.to_string()),
            filter.invite.map(|id| id.to_string()),
            filter.before.map(|id| id.to_string()),
        ];
        let found = query(
            "SELECT admission.id, admission.room_id, room.title, admission.name, invite.label, admission.state, requested_at
             FROM admission JOIN room ON room.id = admission.room_id JOIN invite ON invite.id = invite_id
             WHERE erased_at IS NULL AND (?1 IS NULL OR instr(skeleton, ?1) > 0)
               AND (?2 IS NULL OR admission.room_id = ?2) AND (?3 IS NULL OR invite_id = ?3)
               AND (?4 IS NULL OR admission.id < ?4)
             ORDER BY admission.id DESC LIMIT ?5",
        )
        .bind(filter.skeleton.clone())
        .bind(room)
        .bind(invite)
        .bind(before)
        .bind(limit);
        self.apart(move |reader| found.all(reader, found_guest)).await
    }
}

fn found_guest(row: &Row<'_>) -> Result<FoundGuest> {
    Ok(FoundGuest {
        id: parsed(row, "id")?,
        room_id: parsed(row, "room_id")?,
        room_title: text(row, "title", Title::parse)?,
        name: text(row, "name", GuestName::parse)?,
        invite_label: text_optional(row, "label", Label::parse)?,
        state: get(row, "state")?,
        requested_at: time(row, "requested_at")?,
    })
}

/// So long ago that what is older is erased.
fn cutoff(now: Timestamp, days: u32) -> i64 {
    (now - SignedDuration::from_hours(24 * i64::from(days))).as_millisecond()
}

impl Tx {
    /// Admissions whose time is over, the oldest first, at most `limit`: since their end, or where they came to none, since
    /// anybody last decided about them, `days` have gone by, or the fewer that their room says.
    pub fn admissions_to_erase(&mut self, now: Timestamp, days: u32, limit: i64) -> Result<Vec<Admission>> {
        query(
            "SELECT admission.* FROM admission JOIN room ON room.id = admission.room_id
             WHERE erased_at IS NULL AND requested_at < ?1
               AND coalesce(ended_at, decided_at, requested_at) < ?2 - min(coalesce(keep_days, ?3), ?3) * ?4
             ORDER BY requested_at LIMIT ?5",
        )
        .bind(now.as_millisecond() - DAY_MS)
        .bind(now.as_millisecond())
        .bind(days)
        .bind(DAY_MS)
        .bind(limit)
        .all(&self.connection, admission)
    }

    /// Takes name, note, words and ticket from a row. Who decided goes too, for it may have been the guest.
    pub fn erase_admission(&mut self, id: AdmissionId, sequence: i64, now: Timestamp) -> Result<()> {
        query(
            "UPDATE admission SET name = ?, skeleton = '', note = NULL, earlier_message = NULL,
                                  answers = '[]', browser_hash = NULL, message = NULL, message_at = NULL,
                                  reason = CASE WHEN state = 'expired' THEN reason END,
                                  decided_by = NULL, decided_at = NULL, ticket_hash = randomblob(32),
                                  sequence = ?, erased_at = ?
             WHERE id = ?",
        )
        .bind(GuestName::ERASED)
        .bind(sequence)
        .bind(now.as_millisecond())
        .bind(id.to_string())
        .execute(&self.connection)?;
        self.erase_audit_of(id)?;
        Ok(())
    }

    /// Whether a row was erased.
    pub fn is_erased(&mut self, id: AdmissionId) -> Result<bool> {
        Ok(query("SELECT erased_at IS NOT NULL FROM admission WHERE id = ?")
            .bind(id.to_string())
            .optional(&self.connection, single)?
            .unwrap_or_default())
    }

    /// Takes names and labels from invites that have opened nothing for so long; answers from how many.
    pub fn erase_invites(&mut self, now: Timestamp, days: u32, limit: i64) -> Result<u64> {
        let erased = query(
            "UPDATE invite SET guest_name = NULL, label = NULL WHERE id IN
                (SELECT id FROM invite WHERE (guest_name IS NOT NULL OR label IS NOT NULL)
                   AND min(coalesce(revoked_at, expires_at), expires_at) < ? LIMIT ?)",
        )
        .bind(cutoff(now, days))
        .bind(limit)
        .execute(&self.connection)?;
        Ok(erased)
    }

    /// Takes address and browser from sign-ins that have been over for so long; answers from how many.
    pub fn erase_sign_ins(&mut self, now: Timestamp, days: u32, limit: i64) -> Result<u64> {
        let erased = query(
            "UPDATE sign_in SET address = NULL, browser = NULL WHERE id IN
                (SELECT id FROM sign_in WHERE (address IS NOT NULL OR browser IS NOT NULL)
                   AND coalesce(ended_at, last_seen_at) < ? LIMIT ?)",
        )
        .bind(cutoff(now, days))
        .bind(limit)
        .execute(&self.connection)?;
        Ok(erased)
    }

    /// Takes addresses and words from entries of the log that are older; answers from how many.
    pub fn erase_old_entries(&mut self, now: Timestamp, days: u32, limit: i64) -> Result<u64> {
        let before = now - SignedDuration::from_hours(24 * i64::from(days));
        self.erase_audit_before(before, limit)
    }
}
