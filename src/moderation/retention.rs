//! Erasing what people told of themselves: when its time is over, or when somebody asks for it.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Cause};
use crate::domain::fact::Fact;
use crate::domain::ids::AdmissionId;
use crate::live::Topic;
use crate::store::Tx;

/// So many rows are erased in one transaction, so that decisions never wait long for it.
const BATCH: i64 = 100;

impl Moderation {
    /// Erases one batch of what is older than this installation keeps. Answers whether there may be more.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn erase_due(&self) -> Result<bool, Refusal> {
        let (now, days) = (self.clock.now(), self.keep_days);
        let in_call: Vec<AdmissionId> = self.presence.all_in_call().into_iter().map(|(_, guest)| guest).collect();
        let (erased, others) = self
            .store
            .write(move |tx| {
                let due = tx.admissions_to_erase(now, days, BATCH)?;
                let mut erased = Vec::new();
                // Whoever is in the call right now is not thrown out for this; the next round finds them.
                for before in due.into_iter().filter(|due| !in_call.contains(&due.id)) {
                    let ended = tx.ended(before, now)?;
                    tx.erase(&ended, now)?;
                    erased.push(ended);
                }
                let others = [
                    tx.erase_invites(now, days, BATCH)?,
                    tx.erase_sign_ins(now, days, BATCH)?,
                    tx.erase_old_entries(now, days, BATCH)?,
                ];
                Ok::<_, Refusal>((erased, others))
            })
            .await?;
        erased.iter().for_each(|admission| self.tell(admission));
        let batch = u64::try_from(BATCH).unwrap_or(u64::MAX);
        Ok(erased.len() as u64 == batch || others.contains(&batch))
    }

    /// Erases at once what guests told of themselves in these requests; answers how many there were. All or nothing.
    ///
    /// # Errors
    /// `NotFound` when the actor may not, or one of them does not exist; `Forbidden` when one still waits or is in.
    pub async fn erase_guests(&self, actor: &Actor, ids: Vec<AdmissionId>) -> Result<usize, Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        let erased = self
            .store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                let mut erased = Vec::new();
                for id in ids {
                    let admission = tx.admission(id)?.ok_or(Refusal::NotFound)?;
                    if admission.ended_at.is_none() {
                        return Err(Refusal::Forbidden("still_here"));
                    }
                    if tx.is_erased(id)? {
                        continue;
                    }
                    tx.log_facts(&admission, &[Fact::GuestErased], &actor, now)?;
                    tx.erase(&admission, now)?;
                    erased.push(admission);
                }
                Ok(erased)
            })
            .await?;
        erased.iter().for_each(|admission| self.hub.notify(Topic::Room(admission.room_id)));
        Ok(erased.len())
    }
}

impl Tx {
    /// The admission, come to an end if it had not: nobody has decided or shown up for as long as anything is kept.
    fn ended(&mut self, before: Admission, now: jiff::Timestamp) -> Result<Admission, Refusal> {
        if before.ended_at.is_some() {
            return Ok(before);
        }
        let system = &Actor::SYSTEM;
        let mut change = match before.role() {
            None => before.clone().expire(system, Cause::Gone, now)?,
            Some(_) => before.clone().leave(system, now)?,
        };
        self.save_change(&before, &mut change, system, now)?;
        Ok(change.admission)
    }

    fn erase(&mut self, admission: &Admission, now: jiff::Timestamp) -> Result<(), Refusal> {
        let sequence = self.next_sequence(admission.room_id)?;
        Ok(self.erase_admission(admission.id, sequence, now)?)
    }
}
