//! Giving an admitted guest another role, live.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;
use crate::domain::role::Role;

impl Moderation {
    /// Gives an admitted guest another role: tokens of the old one stop counting, and if the new one has less, the
    /// provider is made to end the old connection.
    ///
    /// # Errors
    /// When the actor may not, or the guest is not in, or somebody changed something since `revision`.
    pub async fn change_role(
        &self,
        actor: &Actor,
        id: AdmissionId,
        role: Role,
        revision: Option<u32>,
    ) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, revision, move |_, admission, actor, now| {
            Ok(admission.change_role(actor, role, now)?)
        })
        .await
    }
}
