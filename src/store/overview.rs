//! What admins see of all rooms at once: how things stand, what was decided in a time, and who is in the calls.

use jiff::{SignedDuration, Timestamp};

use super::admissions::admission;
use super::row::{get, parsed, text, time_optional};
use super::sql::{Row, query};
use super::{Result, Store};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::text::Title;

/// How things stand, over all rooms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub waiting: i64,
    pub in_calls: i64,
    /// Since when the one who waits longest waits.
    pub longest: Option<Timestamp>,
}

/// What became of requests, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    pub let_in: i64,
    /// Denials that were taken back left out.
    pub denied: i64,
    /// Went, or were gone for too long, before anybody decided.
    pub left: i64,
}

impl Decided {
    pub fn total(self) -> i64 {
        self.let_in + self.denied + self.left
    }
}

impl std::ops::AddAssign for Decided {
    fn add_assign(&mut self, other: Self) {
        self.let_in += other.let_in;
        self.denied += other.denied;
        self.left += other.left;
    }
}

/// The same of one room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomDecided {
    pub id: RoomId,
    pub title: Title,
    pub decided: Decided,
}

/// Somebody in a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCall {
    pub admission: Admission,
    pub room_title: Title,
}

/// The sums of a group of entries. The list of acts must be that of the index `audit_decided`, to the letter; the index holds
/// all that is read, and is named because the one by act alone looks cheaper to the planner and is not.
macro_rules! sums {
    ($columns:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            ", sum(action IN ('admitted', 'entered_directly')) AS let_in,
               sum(action = 'denied') - sum(action = 'denial_undone') AS denied,
               sum(action = 'withdrawn' OR (action = 'expired' AND json_extract(detail, '$.cause') = 'gone')) AS gone
             FROM audit INDEXED BY audit_decided WHERE at >= ? AND at < ?
               AND action IN ('admitted', 'entered_directly', 'denied', 'denial_undone', 'withdrawn', 'expired') ",
            $rest
        )
    };
}

fn decided(row: &Row<'_>) -> Result<Decided> {
    let denied: i64 = get(row, "denied")?;
    // A denial before the time that was taken back within it.
    Ok(Decided { let_in: get(row, "let_in")?, denied: denied.max(0), left: get(row, "gone")? })
}

impl Store {
    pub fn standing(&self) -> Result<Standing> {
        query(
            "SELECT coalesce(sum((SELECT count(*) FROM admission WHERE room_id = room.id AND state = 'waiting')), 0) AS waiting,
                    coalesce(sum((SELECT count(*) FROM admission WHERE room_id = room.id AND state = 'admitted')), 0) AS in_calls,
                    min((SELECT min(requested_at) FROM admission WHERE room_id = room.id AND state = 'waiting')) AS longest
             FROM room",
        )
        .one(&self.readers, |row| {
            Ok(Standing {
                waiting: get(row, "waiting")?,
                in_calls: get(row, "in_calls")?,
                longest: time_optional(row, "longest")?,
            })
        })
    }

    /// What was decided from a time on, in pieces of this length, `pieces` of them.
    pub async fn decided_by_time(&self, from: Timestamp, piece: SignedDuration, pieces: usize) -> Result<Vec<Decided>> {
        let (start, length) = (from.as_millisecond(), i64::try_from(piece.as_millis()).unwrap_or(i64::MAX));
        let end = start.saturating_add(length.saturating_mul(i64::try_from(pieces).unwrap_or(i64::MAX)));
        let sums =
            query(sums!("(at - ?) / ? AS piece", "GROUP BY piece")).bind(start).bind(length).bind(start).bind(end);
        let rows =
            self.apart(move |reader| sums.all(reader, |row| Ok((get::<i64>(row, "piece")?, decided(row)?)))).await?;
        let mut found = vec![Decided::default(); pieces];
        for (piece, decided) in rows {
            if let Some(place) = usize::try_from(piece).ok().and_then(|piece| found.get_mut(piece)) {
                *place = decided;
            }
        }
        Ok(found)
    }

    /// The rooms with most of it, most first, at most `limit`.
    pub async fn decided_by_room(&self, from: Timestamp, to: Timestamp, limit: i64) -> Result<Vec<RoomDecided>> {
        let sums = query(concat!(
            "SELECT sums.*, room.title FROM (",
            sums!("room_id", "GROUP BY room_id"),
            ") AS sums JOIN room ON room.id = sums.room_id
             ORDER BY sums.let_in + sums.denied + sums.gone DESC, room.id LIMIT ?"
        ))
        .bind(from.as_millisecond())
        .bind(to.as_millisecond())
        .bind(limit);
        let room = |row: &Row<'_>| {
            let id = parsed(row, "room_id")?;
            Ok(RoomDecided { id, title: text(row, "title", Title::parse)?, decided: decided(row)? })
        };
        self.apart(move |reader| sums.all(reader, room)).await
    }

    /// Everybody in a call, by the time of asking, from after the given one on. At most `limit`.
    pub fn in_calls(&self, after: Option<AdmissionId>, limit: i64) -> Result<Vec<InCall>> {
        let after = after.map(|id| id.to_string());
        query(
            "SELECT admission.*, room.title AS room_title FROM room
             JOIN admission ON admission.room_id = room.id AND admission.state = 'admitted'
             WHERE (?1 IS NULL OR admission.id > ?1) ORDER BY admission.id LIMIT ?2",
        )
        .bind(after)
        .bind(limit)
        .all(&self.readers, |row| {
            Ok(InCall { admission: admission(row)?, room_title: text(row, "room_title", Title::parse)? })
        })
    }
}
