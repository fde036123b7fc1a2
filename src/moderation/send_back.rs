//! Sending an admitted guest back to waiting.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;
use crate::domain::text::Message;

impl Moderation {
    /// Ends the call for a guest, who is first in line again and is told why.
    ///
    /// # Errors
    /// When the actor may not, or the guest is not in.
    pub async fn send_back(
        &self,
        actor: &Actor,
        id: AdmissionId,
        message: Option<Message>,
        revision: Option<u32>,
    ) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, revision, move |tx, admission, actor, now| {
            let front = tx.front_place(admission.room_id)?;
            Ok(admission.send_back(actor, front, message, now)?)
        })
        .await
    }
}
