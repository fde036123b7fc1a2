//! What a guest does with the own admission.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;

impl Moderation {
    /// Leaves the queue.
    ///
    /// # Errors
    /// When the guest does not wait.
    pub async fn withdraw(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        self.decide(actor, Action::UseOwnAdmission, id, None, move |_, admission, actor, now| {
            Ok(admission.withdraw(actor, now)?)
        })
        .await
    }

    /// Leaves the call.
    ///
    /// # Errors
    /// When the guest is not in.
    pub async fn leave(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        self.decide(actor, Action::UseOwnAdmission, id, None, move |_, admission, actor, now| {
            Ok(admission.leave(actor, now)?)
        })
        .await
    }

    /// Comes back into the call without asking, while the window is open.
    ///
    /// # Errors
    /// When it is over.
    pub async fn come_back(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        self.decide(actor, Action::UseOwnAdmission, id, None, move |tx, admission, actor, now| {
            let room = tx.room(admission.room_id)?.ok_or(Refusal::NotFound)?;
            Ok(admission.come_back(actor, room.settings.return_window(), now)?)
        })
        .await
    }

    /// Gives up speaking, and watches from now on.
    ///
    /// # Errors
    /// When the guest is not in, or would gain a right by it.
    pub async fn step_down(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        self.decide(actor, Action::UseOwnAdmission, id, None, move |_, admission, actor, now| {
            Ok(admission.step_down(actor, now)?)
        })
        .await
    }
}
