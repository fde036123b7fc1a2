//! Letting a guest in.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;
use crate::domain::role::Role;

impl Moderation {
    /// Lets a guest in with the given role, or with the invite's.
    ///
    /// # Errors
    /// When the actor may not, or somebody decided otherwise before.
    pub async fn admit(
        &self,
        actor: &Actor,
        id: AdmissionId,
        role: Option<Role>,
        revision: Option<u32>,
    ) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, revision, move |_, admission, actor, now| {
            Ok(admission.admit(actor, role, now)?)
        })
        .await
    }
}
