//! Erasing what people told of themselves: when its time is over, or when somebody asks for it. And giving it out.

use serde_json::{Value, json};

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Cause};
use crate::domain::fact::Fact;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::{Action, Standing, may};
use crate::live::Topic;
use crate::store::{Entry, EntryFilter, Tx};

/// So many rows are erased in one transaction, so that decisions never wait long for it.
const BATCH: i64 = 100;
/// Entries of one guest's timeline that are given out, at most.
const ENTRIES: i64 = 100_000;

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
            .write(async move |tx| {
                let due = tx.admissions_to_erase(now, days, BATCH).await?;
                let mut erased = Vec::new();
                // Whoever is in the call right now is not thrown out for this; the next round finds them.
                for before in due.into_iter().filter(|due| !in_call.contains(&due.id)) {
                    let ended = tx.ended(before, now).await?;
                    tx.erase(&ended, now).await?;
                    erased.push(ended);
                }
                let others = [
                    tx.erase_invites(now, days, BATCH).await?,
                    tx.erase_sign_ins(now, days, BATCH).await?,
                    tx.erase_old_entries(now, days, BATCH).await?,
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
            .write(async move |tx| {
                let actor = tx.require_admin(actor).await?;
                let mut erased = Vec::new();
                for id in ids {
                    let admission = tx.admission(id).await?.ok_or(Refusal::NotFound)?;
                    if admission.ended_at.is_none() {
                        return Err(Refusal::Forbidden("still_here"));
                    }
                    if tx.is_erased(id).await? {
                        continue;
                    }
                    tx.log_facts(&admission, &[Fact::GuestErased], &actor, now).await?;
                    tx.erase(&admission, now).await?;
                    erased.push(admission);
                }
                Ok(erased)
            })
            .await?;
        erased.iter().for_each(|admission| self.hub.notify(Topic::Room(admission.room_id)));
        Ok(erased.len())
    }

    /// All that is kept of these requests and of what became of them, as JSON. That it was given out stands in the log.
    ///
    /// # Errors
    /// `NotFound` when the actor may not, or one of them does not exist.
    pub async fn export_guests(&self, actor: &Actor, ids: Vec<AdmissionId>) -> Result<Value, Refusal> {
        let mut guests = Vec::new();
        for id in &ids {
            if !may(Standing::to_installation(actor), Action::Administer) {
                return Err(Refusal::NotFound);
            }
            guests.push(self.record_of(*id).await?);
        }
        let (now, actor) = (self.clock.now(), actor.clone());
        self.store
            .write(async move |tx| {
                let actor = tx.require_admin(actor).await?;
                for id in ids {
                    let admission = tx.admission(id).await?.ok_or(Refusal::NotFound)?;
                    tx.log_facts(&admission, &[Fact::GuestExported], &actor, now).await?;
                }
                Ok::<_, Refusal>(())
            })
            .await?;
        Ok(json!({ "exported_at": now, "guests": guests }))
    }

    async fn record_of(&self, id: AdmissionId) -> Result<Value, Refusal> {
        let admission = self.store.admission(id).await?.ok_or(Refusal::NotFound)?;
        let room = self.store.room(admission.room_id).await?.ok_or(Refusal::NotFound)?;
        let invite = self.store.invite(admission.invite_id).await?;
        let of_this = EntryFilter { admission: Some(id), ..EntryFilter::default() };
        let entries = self.store.entries_after(&of_this, 0, ENTRIES).await?;
        Ok(json!({
            "id": id,
            "room": { "id": room.id, "title": room.title.as_str() },
            "invite": invite.map(|invite| json!({
                "id": invite.id,
                "label": invite.label.as_ref().map(|label| label.as_str()),
                "guest_name": invite.guest_name.as_ref().map(|name| name.as_str()),
            })),
            "name": admission.name.as_str(),
            "note": admission.note.as_ref().map(|note| note.as_str()),
            "answers": admission.answers,
            "state": admission.state.as_str(),
            "requested_at": admission.requested_at,
            "ended_at": admission.ended_at,
            "known_to_the_video_provider_as": admission.person,
            "timeline": entries.iter().map(line).collect::<Vec<_>>(),
        }))
    }
}

fn line(entry: &Entry) -> Value {
    json!({
        "at": entry.at,
        "action": entry.action,
        "by": entry.actor_name,
        "address": entry.address,
        "detail": entry.detail,
    })
}

impl Tx {
    /// The admission, come to an end if it had not: nobody has decided or shown up for as long as anything is kept.
    async fn ended(&mut self, before: Admission, now: jiff::Timestamp) -> Result<Admission, Refusal> {
        if before.ended_at.is_some() {
            return Ok(before);
        }
        let system = &Actor::SYSTEM;
        let mut change = match before.role() {
            None => before.clone().expire(system, Cause::Gone, now)?,
            Some(_) => before.clone().leave(system, now)?,
        };
        self.save_change(&before, &mut change, system, now).await?;
        Ok(change.admission)
    }

    async fn erase(&mut self, admission: &Admission, now: jiff::Timestamp) -> Result<(), Refusal> {
        let sequence = self.next_sequence(admission.room_id).await?;
        Ok(self.erase_admission(admission.id, sequence, now).await?)
    }
}
