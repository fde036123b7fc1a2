//! Thinking better of a denial, a withdrawal or a place given up, while the guest is still there.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Reconsidered, State};
use crate::domain::ids::AdmissionId;
use crate::domain::permission::Action;
use crate::live::Presence;

impl Moderation {
    /// Puts a guest whose request has ended back in the queue at the old place, or lets them in.
    ///
    /// # Errors
    /// When the actor may not, the guest's page is gone, the guest has asked anew, or it did not end like that.
    pub async fn reconsider(
        &self,
        actor: &Actor,
        id: AdmissionId,
        how: Reconsidered,
        revision: Option<u32>,
    ) -> Result<Admission, Refusal> {
        let presence = self.presence.clone();
        self.decide(actor, Action::Decide, id, revision, move |tx, admission, actor, now| {
            let ended = matches!(admission.state, State::Denied { .. } | State::Withdrawn | State::Expired { .. });
            if ended {
                // The guest must not stand in the queue twice.
                if tx.follower(id)?.is_some() {
                    return Err(Refusal::NotNow("asked_again"));
                }
                if matches!(presence.of(id, admission.requested_at, now), Presence::Away { .. }) {
                    return Err(Refusal::NotNow("guest_gone"));
                }
            }
            Ok(admission.reconsider(actor, how, now)?)
        })
        .await
    }
}
