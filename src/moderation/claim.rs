//! Telling the other hosts who looks after a guest.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, State};
use crate::domain::ids::AdmissionId;
use crate::domain::permission::{Action, Standing, may};
use crate::live::Topic;

impl Moderation {
    /// Tells the other hosts that this one looks after a waiting guest, for two minutes.
    ///
    /// # Errors
    /// When the actor may not, the guest does not wait, or another host was first.
    pub fn claim(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        let admission = self.of_own_room(actor, id)?;
        if !matches!(admission.state, State::Waiting { .. } | State::Held) {
            return Err(Refusal::Conflict(Box::new(admission)));
        }
        let claimed = self.claims.take(id, admission.room_id, actor.name(), self.clock.now());
        claimed.map_err(|claim| Refusal::Claimed { by: claim.by })?;
        self.show_claim(&admission);
        Ok(admission)
    }

    /// Leaves a guest to whoever has time.
    ///
    /// # Errors
    /// When the actor may not.
    pub fn release(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        let admission = self.of_own_room(actor, id)?;
        if self.claims.release(id) {
            self.show_claim(&admission);
        }
        Ok(admission)
    }

    /// Shows the desks that the time of some claims is over.
    pub fn end_claims(&self) {
        for (guest, room) in self.claims.sweep(self.clock.now()) {
            self.presence.touch(guest, room);
            self.hub.notify(Topic::Room(room));
        }
    }

    fn show_claim(&self, admission: &Admission) {
        self.presence.touch(admission.id, admission.room_id);
        self.hub.notify(Topic::Room(admission.room_id));
        self.hub.notify(Topic::Rooms);
    }

    fn of_own_room(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        let admission = self.store.admission(id)?.ok_or(Refusal::NotFound)?;
        let hosts = self.store.room_hosts(admission.room_id)?;
        if may(Standing::to_room(actor, &hosts), Action::Decide) { Ok(admission) } else { Err(Refusal::NotFound) }
    }
}
