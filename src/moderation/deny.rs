//! Refusing a guest, and taking that back.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Reason};
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;

impl Moderation {
    /// Refuses a guest, who hears of it when the time to undo it is over; with `block`, asking again is over too.
    ///
    /// # Errors
    /// When the actor may not, or somebody decided otherwise before.
    pub async fn deny(
        &self,
        actor: &Actor,
        id: AdmissionId,
        reason: Option<Reason>,
        block: bool,
        revision: Option<u32>,
    ) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, revision, move |_, admission, actor, now| {
            Ok(admission.deny(actor, reason, block, now)?)
        })
        .await
    }

    /// Takes a denial back, while the guest has not heard of it.
    ///
    /// # Errors
    /// When the actor may not, or it is too late.
    pub async fn undo(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, None, move |_, admission, actor, now| Ok(admission.undo(actor, now)?))
            .await
    }
}
