//! Who waited, was away and came back: noted in the log with how long it was, for the guest's timeline. Going away is not
//! noted by itself: whoever does not come back is seen to have gone by how the admission ends.

use super::{Moderation, Refusal, guest};
use crate::domain::fact::Fact;
use crate::live::Return;

impl Moderation {
    /// Notes all who came back since the last call, in one transaction.
    ///
    /// # Errors
    /// Only of the database; what could not be written is then forgotten, as presence itself is.
    pub async fn note_returns(&self) -> Result<(), Refusal> {
        let returns = self.presence.take_returns();
        if returns.is_empty() {
            return Ok(());
        }
        self.store
            .write(move |tx| {
                for Return { guest: id, at, away_since } in returns {
                    let Some(admission) = tx.admission(id)?.filter(|it| it.ended_at.is_none()) else { continue };
                    let away_seconds = u32::try_from(at.duration_since(away_since).as_secs()).unwrap_or_default();
                    let fact = Fact::CameBack { away_seconds };
                    tx.log_facts(&admission, &[fact], &guest(&admission, None), at)?;
                }
                Ok(())
            })
            .await
    }
}
