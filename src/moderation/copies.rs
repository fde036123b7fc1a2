//! What becomes of a copy that took the place of the database. In a copy links, tickets and keys of the past would open
//! doors that were shut since; so they wait until an admin has said whether they may.

use std::str::FromStr;

use jiff::Timestamp;

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Cause};
use crate::domain::fact::Fact;
use crate::live::Topic;
use crate::store::{About, Tx};

/// What shall become of the links, tickets and keys that a copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldAccess {
    /// They work again, as at the time of the copy.
    Keep,
    /// They never work again: whoever waited or was in asks anew, by a new link.
    Void,
}

impl OldAccess {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Void => "void",
        }
    }
}

/// The text is neither of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be keep or void")]
pub struct UnknownOldAccess;

impl FromStr for OldAccess {
    type Err = UnknownOldAccess;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        [Self::Keep, Self::Void].into_iter().find(|access| access.as_str() == text).ok_or(UnknownOldAccess)
    }
}

/// What was done with a copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfirmedCopy {
    pub taken_at: Timestamp,
    /// Voided, each.
    pub links: u64,
    pub keys: u64,
    pub guests: usize,
}

impl Moderation {
    /// Says what shall become of a copy's links, tickets and keys; it is a database like any other from then on.
    ///
    /// # Errors
    /// `NotFound` when the actor may not, or the database is no copy that waits for this.
    pub async fn confirm_copy(&self, actor: &Actor, access: OldAccess) -> Result<ConfirmedCopy, Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        let (confirmed, ended) = self
            .store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                let taken_at = tx.unconfirmed_copy()?.ok_or(Refusal::NotFound)?;
                tx.forget_being_a_copy()?;
                let fact = Fact::CopyConfirmed { taken_at, access: access.as_str() };
                tx.append_audit(&actor, now, About::default(), &fact)?;
                let mut confirmed = ConfirmedCopy { taken_at, ..ConfirmedCopy::default() };
                let mut ended = Vec::new();
                if access == OldAccess::Void {
                    ended = tx.end_all_who_are_there(&actor, now)?;
                    (confirmed.links, confirmed.keys) = tx.void_access(now)?;
                    confirmed.guests = ended.len();
                }
                Ok::<_, Refusal>((confirmed, ended))
            })
            .await?;
        ended.iter().for_each(|admission| self.tell(admission));
        self.hub.notify(Topic::Rooms);
        Ok(confirmed)
    }
}

impl Tx {
    /// Ends every request that waits and every stay, for nobody has a ticket for them any more.
    fn end_all_who_are_there(&mut self, actor: &Actor, now: Timestamp) -> Result<Vec<Admission>, Refusal> {
        let mut ended = Vec::new();
        for before in self.all_present()? {
            let mut change = match before.role() {
                None => before.clone().expire(actor, Cause::InviteRevoked, now)?,
                Some(_) => before.clone().remove(actor, false, now)?,
            };
            self.save_change(&before, &mut change, actor, now)?;
            ended.push(change.admission);
        }
        Ok(ended)
    }
}
