//! Lifting a block.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;

impl Moderation {
    /// Lets a blocked guest ask again, at once.
    ///
    /// # Errors
    /// When the actor may not, or the guest was neither denied nor removed.
    pub async fn unblock(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, None, move |_, admission, actor, now| Ok(admission.unblock(actor, now)?))
            .await
    }
}
