//! The log, written: with every change, in its transaction, and never changed afterwards, save that what is personal is
//! erased in its time.

use jiff::Timestamp;

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

/// What a transaction appends to the log. Its head is written once, when all pieces of work that share a commit are done.
#[derive(Debug, Default)]
pub(super) struct Appended {
    /// What the next entry follows; none: not read yet.
    head: Option<Head>,
    /// What happened, by name, one for each entry.
    acts: Vec<String>,
}

/// How far the log was before a piece of work.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    head: Option<Head>,
    acts: usize,
}

impl Appended {
    pub fn mark(&self) -> Mark {
        Mark { head: self.head, acts: self.acts.len() }
    }

    /// Forgets what a piece of work appended.
    pub fn back_to(&mut self, Mark { head, acts }: Mark) {
        self.acts.truncate(acts);
        self.head = head;
    }

    pub fn into_acts(self) -> Vec<String> {
        self.acts
    }
}

impl Tx {
    /// Appends one entry to the log and its chain. This is the one place that does.
    pub fn append_audit(&mut self, actor: &Actor, at: Timestamp, about: About, fact: &Fact) -> Result<()> {
        let previous = match self.appended.head {
            Some(head) => head,
            None => self.audit_head()?,
        };
        let Parts { action, detail, said } = fact.parts();
        let (said, address) = (said.map(|said| said.to_string()), actor.address.map(|address| address.to_string()));
        let personal = Personal { salt: random::bytes(), address: address.as_deref(), said: said.as_deref() };
        let link = Link {
            sequence: previous.sequence + 1,
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
        let hash = link.hash(&previous.hash);
        query(
            "INSERT INTO audit (sequence, at, actor_kind, actor_id, actor_name, address, room_id, admission_id, action,
                                detail, said, salt, personal, previous, hash)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(link.sequence)
        .bind(link.at)
        .bind(&link.actor_kind)
        .bind(&link.actor_id)
        .bind(&link.actor_name)
        .bind(personal.address)
        .bind(&link.room_id)
        .bind(&link.admission_id)
        .bind(&link.action)
        .bind(&link.detail)
        .bind(personal.said)
        .bind(personal.salt.as_slice())
        .bind(link.personal.0.as_slice())
        .bind(previous.hash.0.as_slice())
        .bind(hash.0.as_slice())
        .execute(&self.connection)?;
        self.appended.head = Some(Head { sequence: link.sequence, hash });
        self.appended.acts.push(link.action);
        Ok(())
    }

    /// Writes the head of what was appended, at the end of the transaction.
    pub(super) fn write_head(&mut self) -> Result<()> {
        let Some(head) = self.appended.head else { return Ok(()) };
        query("UPDATE audit_head SET sequence = ?, hash = ?")
            .bind(head.sequence)
            .bind(head.hash.0.as_slice())
            .execute(&self.connection)
            .map(drop)
    }

    /// Erases addresses and what people typed from entries older than this, at most `limit` of them; answers how many.
    /// The chain stays whole: it holds only their salted hash, and the salt goes with them.
    pub fn erase_audit_before(&mut self, before: Timestamp, limit: i64) -> Result<u64> {
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
        let erased = query(
            "UPDATE audit SET address = NULL, said = NULL, salt = NULL WHERE admission_id = ? AND salt IS NOT NULL",
        )
        .bind(admission.to_string())
        .execute(&self.connection)?;
        Ok(erased)
    }
}
