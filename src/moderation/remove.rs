//! Putting a guest out of the call.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;

impl Moderation {
    /// Ends the call for a guest; with `block`, asking again by the same link is over too.
    ///
    /// # Errors
    /// When the actor may not, or the guest is not in.
    pub async fn remove(
        &self,
        actor: &Actor,
        id: AdmissionId,
        block: bool,
        revision: Option<u32>,
    ) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, revision, move |_, admission, actor, now| {
            Ok(admission.remove(actor, block, now)?)
        })
        .await
    }
}
