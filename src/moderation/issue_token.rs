//! The token for the call, made when the guest's page asks and for the right of that moment.

use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, State};
use crate::domain::fact::Fact;
use crate::domain::grant::Grant;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::role::Role;
use crate::video::Client;

/// A token and what belongs to it. The token itself is not kept anywhere.
#[derive(Debug)]
pub struct IssuedToken {
    pub client: Client,
    pub session_id: String,
    pub token: SecretString,
    pub role: Role,
    pub generation: u32,
    /// Until then the token can be used to connect.
    pub expires_at: Timestamp,
}

impl Moderation {
    /// Issues a token to the guest of an admission. With `generation`, only if that is still the guest's generation: a
    /// page that missed a change of role learns so instead of getting what it did not ask for.
    ///
    /// # Errors
    /// `Conflict` when the guest is not in (or the generation is old), `Gone` when denied or removed.
    pub async fn issue_token(
        &self,
        actor: &Actor,
        id: AdmissionId,
        generation: Option<u32>,
    ) -> Result<IssuedToken, Refusal> {
        let admission = self.store.admission(id)?.ok_or(Refusal::NotFound)?;
        admitted(&admission, generation, self.clock.now())?;
        let session_id = self.session_of(admission.room_id).await?;
        let (now, actor, video) = (self.clock.now(), actor.clone(), self.video.clone());
        self.store
            .write(move |tx| {
                let admission = tx.admission(id)?.ok_or(Refusal::NotFound)?;
                if !may(Standing::to_admission(&actor, id, &[]), Action::UseOwnAdmission) {
                    return Err(Refusal::NotFound);
                }
                let room = tx.room(admission.room_id)?.ok_or(Refusal::NotFound)?;
                let expires_at = now + SignedDuration::from_secs(i64::from(room.settings.token_seconds));
                admitted(&admission, generation, now)?;
                let grant = admission
                    .grant(expires_at, room.settings.name_in_token)
                    .ok_or_else(|| Refusal::Conflict(Box::new(admission.clone())))?;
                let token = video.mint(&session_id, &grant, now)?;
                let Grant { role, generation, .. } = grant;
                let fact = Fact::TokenIssued { role, generation, expires_at };
                tx.log_facts(&admission, &[fact], &actor, now)?;
                Ok(IssuedToken { client: video.client(), session_id, token, role, generation, expires_at })
            })
            .await
    }

    /// The room's session, made at the provider when it is first needed.
    pub(super) async fn session_of(&self, id: RoomId) -> Result<String, Refusal> {
        let room = self.store.room(id)?.ok_or(Refusal::NotFound)?;
        if let Some(session) = room.session_id {
            return Ok(session);
        }
        let new = self.video.create_session(self.clock.now()).await?;
        let made = new.clone();
        let session = self
            .store
            .write(move |tx| {
                let mut room = tx.room(id)?.ok_or(Refusal::NotFound)?;
                // Two may have asked the provider at once: the first session that is written is the room's.
                let session = room.session_id.get_or_insert(new).clone();
                tx.save_room(&room)?;
                Ok::<_, Refusal>(session)
            })
            .await?;
        if session != made {
            // Sessions cannot be taken back, and cost nothing while nobody is in them.
            tracing::info!(room = %id, "a second session was made at the same time and stays unused");
        }
        Ok(session)
    }
}

/// Whether a guest may have a token now, and if not, why.
fn admitted(admission: &Admission, generation: Option<u32>, now: Timestamp) -> Result<(), Refusal> {
    match admission.state_for_guest(now) {
        State::Admitted { .. } if generation.is_none_or(|generation| generation == admission.generation) => Ok(()),
        State::Removed { .. } | State::Denied { .. } => Err(Refusal::Gone),
        _ => Err(Refusal::Conflict(Box::new(admission.clone()))),
    }
}
