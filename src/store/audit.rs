//! The log, written: with every change, in its transaction, and never changed afterwards, save that what is personal is
//! erased in its time.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::row::as_json;
use super::sql::query;
use super::{Result, Tx};
use crate::domain::actor::Actor;
use crate::domain::chain::{Head, Link, Personal};
use crate::domain::fact::{Fact, Parts};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::random;

/// What an entry is about.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    pub room: Option<RoomId>,
    pub admission: Option<AdmissionId>,
}

/// The log's entries of a transaction. All pieces of work that share a commit have theirs written with one statement.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// What the next entry follows; none: not read yet.
    head: Option<Head>,
    rows: Vec<Value>,
    /// So many of the rows are in the table.
    written: usize,
}

/// How far the log was before a piece of work.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    head: Option<Head>,
    rows: usize,
    written: usize,
}

impl Entries {
    pub fn mark(&self) -> Mark {
        Mark { head: self.head, rows: self.rows.len(), written: self.written }
    }

    /// Forgets what a piece of work appended. What was written meanwhile is not in the table any more either.
    pub fn back_to(&mut self, Mark { head, rows, written }: Mark) {
        self.rows.truncate(rows);
        (self.head, self.written) = (head, written);
    }

    /// What happened, by name, one for each entry.
    pub fn acts(&self) -> impl Iterator<Item = String> {
        self.rows.iter().filter_map(|row| row["action"].as_str().map(str::to_owned))
    }
}

impl Tx {
    /// Appends one entry to the log.
    pub fn append_audit(&mut self, actor: &Actor, at: Timestamp, about: About, fact: &Fact) -> Result<()> {
        self.append_audits(actor, at, std::iter::once((about, fact)))
    }

    /// Appends entries of one actor and time to the log and its chain. They are in the table when the transaction is on the
    /// disk, not before. This is the one place that does.
    pub fn append_audits<'a>(
        &mut self,
        actor: &Actor,
        at: Timestamp,
        entries: impl Iterator<Item = (About, &'a Fact)>,
    ) -> Result<()> {
        let mut head = match self.entries.head {
            Some(head) => head,
            None => self.audit_head()?,
        };
        self.entries.rows.extend(entries.map(|(about, fact)| chained(&mut head, actor, at, about, fact)));
        self.entries.head = Some(head);
        Ok(())
    }

    /// Writes what was appended so far. Whatever reads or changes the log's table inside a transaction calls it first.
    pub(super) fn write_entries(&mut self) -> Result<()> {
        let (rows, Some(head)) = (&self.entries.rows[self.entries.written..], self.entries.head) else { return Ok(()) };
        if rows.is_empty() {
            return Ok(());
        }
        query(
            "INSERT INTO audit (sequence, at, actor_kind, actor_id, actor_name, address, room_id, admission_id, action,
                                detail, said, salt, personal, previous, hash)
             SELECT value ->> 'sequence', value ->> 'at', value ->> 'actor_kind', value ->> 'actor_id',
                    value ->> 'actor_name', value ->> 'address', value ->> 'room_id', value ->> 'admission_id',
                    value ->> 'action', value ->> 'detail', value ->> 'said', unhex(value ->> 'salt'),
                    unhex(value ->> 'personal'), unhex(value ->> 'previous'), unhex(value ->> 'hash')
             FROM json_each(?) ORDER BY key",
        )
        .bind(as_json(&rows)?)
        .execute(&self.connection)?;
        query("UPDATE audit_head SET sequence = ?, hash = ?")
            .bind(head.sequence)
            .bind(head.hash.0.as_slice())
            .execute(&self.connection)?;
        self.entries.written = self.entries.rows.len();
        Ok(())
    }

    /// Erases addresses and what people typed from entries older than this, at most `limit` of them; answers how many.
    /// The chain stays whole: it holds only their salted hash, and the salt goes with them.
    pub fn erase_audit_before(&mut self, before: Timestamp, limit: i64) -> Result<u64> {
        self.write_entries()?;
        let erased = query(
            "UPDATE audit SET address = NULL, said = NULL, salt = NULL WHERE sequence IN
                (SELECT sequence FROM audit WHERE salt IS NOT NULL AND at < ? ORDER BY at LIMIT ?)",
        )
        .bind(before.as_millisecond())
        .bind(limit)
        .execute(&self.connection)?;
        Ok(erased)
    }

    /// The same for all that is said of one admission.
    pub fn erase_audit_of(&mut self, admission: AdmissionId) -> Result<u64> {
        self.write_entries()?;
        let erased = query(
            "UPDATE audit SET address = NULL, said = NULL, salt = NULL WHERE admission_id = ? AND salt IS NOT NULL",
        )
        .bind(admission.to_string())
        .execute(&self.connection)?;
        Ok(erased)
    }
}

/// The row of an entry that follows `head`, which then is this entry. Bytes are hexadecimal; what is JSON itself stands as
/// a text, byte for byte as it was hashed.
fn chained(head: &mut Head, actor: &Actor, at: Timestamp, about: About, fact: &Fact) -> Value {
    let Parts { action, detail, said } = fact.parts();
    let (said, address) = (said.map(|said| said.to_string()), actor.address.map(|address| address.to_string()));
    let personal = Personal { salt: random::bytes(), address: address.as_deref(), said: said.as_deref() };
    let link = Link {
        sequence: head.sequence + 1,
        at: at.as_millisecond(),
        actor_kind: actor.kind().to_owned(),
        actor_id: actor.id(),
        // A guest's name is kept with the admission alone, so that it can be erased.
        actor_name: if actor.kind() == "guest" { String::new() } else { actor.name().to_owned() },
        room_id: about.room.map(|id| id.to_string()),
        admission_id: about.admission.map(|id| id.to_string()),
        action,
        detail: detail.to_string(),
        personal: personal.hash(),
    };
    let previous = std::mem::replace(head, Head { sequence: link.sequence, hash: link.hash(&head.hash) });
    let salt = format!("{:032x}", u128::from_be_bytes(personal.salt));
    json!({
        "sequence": link.sequence, "at": link.at, "actor_kind": link.actor_kind, "actor_id": link.actor_id,
        "actor_name": link.actor_name, "address": address, "room_id": link.room_id,
        "admission_id": link.admission_id, "action": link.action, "detail": link.detail, "said": said,
        "salt": salt, "personal": link.personal.to_string(), "previous": previous.hash.to_string(),
        "hash": head.hash.to_string(),
    })
}
