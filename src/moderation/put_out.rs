//! A guest who moderates puts somebody out of the call: the same as a removal from the desk, in the moderator's name. It
//! goes through the server, so that it counts whatever the video side can do, and for whoever would only reload.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::ids::{AdmissionId, PersonId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::role::Role;

impl Moderation {
    /// Removes the guest behind `person` from the room's call.
    ///
    /// # Errors
    /// `NotFound` when the actor does not moderate there now, or there is no such other guest in the call.
    pub async fn put_out(&self, actor: &Actor, by: AdmissionId, person: PersonId) -> Result<(), Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        let change = self
            .store
            .write(move |tx| {
                let moderator = tx.admission(by)?.filter(|it| it.role() == Some(Role::Moderator));
                let moderator = moderator.ok_or(Refusal::NotFound)?;
                if !may(Standing::to_admission(&actor, by, &[]), Action::UseOwnAdmission) {
                    return Err(Refusal::NotFound);
                }
                let before = tx
                    .admission_by_person(person)?
                    .filter(|other| other.id != by && other.room_id == moderator.room_id && other.role().is_some());
                let before = before.ok_or(Refusal::NotFound)?;
                let mut change = before.clone().remove(&actor, false, now)?;
                if !change.facts.is_empty() {
                    tx.save_change(&before, &mut change, &actor, now)?;
                }
                Ok(change)
            })
            .await?;
        self.tell(&change.admission);
        Ok(())
    }
}
