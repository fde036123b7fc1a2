//! The log, written: with every change, in its transaction, and never changed afterwards, save that what is personal is
//! erased in its time.

use jiff::Timestamp;

use super::{Result, Tx};
use crate::domain::actor::Actor;
use crate::domain::chain::{Hash, Head, Link, Personal};
use crate::domain::fact::{Fact, Parts};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::random;

/// What an entry is about.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    pub room: Option<RoomId>,
    pub admission: Option<AdmissionId>,
}

impl Tx {
    /// Appends to the log and its chain. This is the one place that does.
    pub async fn append_audit(&mut self, actor: &Actor, at: Timestamp, about: About, fact: &Fact) -> Result<()> {
        let Parts { action, detail, said } = fact.parts();
        let (said, address) = (said.map(|said| said.to_string()), actor.address.map(|address| address.to_string()));
        let personal = Personal { salt: random::bytes(), address: address.as_deref(), said: said.as_deref() };
        let head = self.audit_head().await?;
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
        let new = Head { sequence: link.sequence, hash: link.hash(&head.hash) };
        self.insert_audit(&link, personal, head.hash, new).await
    }

    async fn insert_audit(&mut self, link: &Link, personal: Personal<'_>, previous: Hash, new: Head) -> Result<()> {
        sqlx::query(
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
        .bind(previous.0.as_slice())
        .bind(new.hash.0.as_slice())
        .execute(&mut self.connection)
        .await?;
        sqlx::query("UPDATE audit_head SET sequence = ?, hash = ?")
            .bind(new.sequence)
            .bind(new.hash.0.as_slice())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// Erases addresses and what people typed from entries older than this, at most `limit` of them; answers how many.
    /// The chain stays whole: it holds only their salted hash, and the salt goes with them.
    pub async fn erase_audit_before(&mut self, before: Timestamp, limit: i64) -> Result<u64> {
        let erased = sqlx::query(
            "UPDATE audit SET address = NULL, said = NULL, salt = NULL WHERE sequence IN
                (SELECT sequence FROM audit WHERE salt IS NOT NULL AND at < ? ORDER BY at LIMIT ?)",
        )
        .bind(before.as_millisecond())
        .bind(limit)
        .execute(&mut self.connection)
        .await?;
        Ok(erased.rows_affected())
    }

    /// The same for all that is said of one admission.
    pub async fn erase_audit_of(&mut self, admission: AdmissionId) -> Result<u64> {
        let erased = sqlx::query(
            "UPDATE audit SET address = NULL, said = NULL, salt = NULL WHERE admission_id = ? AND salt IS NOT NULL",
        )
        .bind(admission.to_string())
        .execute(&mut self.connection)
        .await?;
        Ok(erased.rows_affected())
    }
}
