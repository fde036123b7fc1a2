//! A viewer asks to speak, or no longer does.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::{Action, Standing, may};
use crate::domain::role::Role;
use crate::live::Topic;

impl Moderation {
    /// Raises or lowers a viewer's hand. It is lowered by itself when the viewer is out or may speak.
    ///
    /// # Errors
    /// `NotFound` for anybody but the guest; `Conflict` when raising it as somebody who is not a viewer in the call.
    pub fn set_hand(&self, actor: &Actor, id: AdmissionId, raised: bool) -> Result<(), Refusal> {
        if !may(Standing::to_admission(actor, id, &[]), Action::UseOwnAdmission) {
            return Err(Refusal::NotFound);
        }
        let admission = self.store.admission(id)?.ok_or(Refusal::NotFound)?;
        let room = admission.room_id;
        let news = match (raised, admission.role()) {
            (true, Some(Role::Subscriber)) => self.hands.raise(room, id, self.clock.now()),
            (true, _) => return Err(Refusal::Conflict(Box::new(admission))),
            (false, _) => self.hands.lower(room, id),
        };
        if news {
            self.presence.touch(id, room);
            self.hub.notify(Topic::Room(room));
            self.hub.notify(Topic::Guest(id));
        }
        Ok(())
    }
}
