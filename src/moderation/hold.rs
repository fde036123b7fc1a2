//! Putting a guest aside, and taking them back into the queue.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;
use crate::domain::text::Message;

impl Moderation {
    /// Puts a waiting guest aside, who reads the message.
    ///
    /// # Errors
    /// When the actor may not, or the guest is not waiting any more.
    pub async fn hold(
        &self,
        actor: &Actor,
        id: AdmissionId,
        message: Option<Message>,
        revision: Option<u32>,
    ) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, revision, move |_, admission, actor, now| {
            Ok(admission.hold(actor, message, now)?)
        })
        .await
    }

    /// Takes a held guest back into the queue, at the old place.
    ///
    /// # Errors
    /// When the actor may not, or the guest is not held any more.
    pub async fn resume(&self, actor: &Actor, id: AdmissionId, revision: Option<u32>) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, revision, move |_, admission, actor, now| {
            Ok(admission.resume(actor, now)?)
        })
        .await
    }
}
