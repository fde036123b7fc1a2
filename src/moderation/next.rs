//! The next guest, please: for rooms where one is seen after the other.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Departure, State};
use crate::domain::ids::RoomId;
use crate::domain::permission::Action;
use crate::domain::policy;
use crate::live::Presence;

impl Moderation {
    /// Lets in the first who waits and is there; with `move_out`, whoever was in the call is out first. Pressed twice, or
    /// by two hosts at once, it is one press: whoever has just come in is not moved out again.
    ///
    /// # Errors
    /// `NobodyReady` when nobody waits who is there; nobody is moved out then. `CallFull` where that is so.
    pub async fn next(&self, actor: &Actor, id: RoomId, move_out: bool) -> Result<Admission, Refusal> {
        let (now, actor, presence) = (self.clock.now(), actor.clone(), self.presence.clone());
        let (next, changed) = self
            .store
            .write(move |tx| {
                let actor = tx.require(actor, id, Action::Decide)?;
                let present = tx.present_in(id, "admitted")?;
                let just_in = |guest: &&Admission| match guest.state {
                    State::Admitted { since, .. } => now < since + policy::SAME_NEXT && by(guest, &actor),
                    _ => false,
                };
                if let Some(guest) = present.iter().find(just_in) {
                    return Ok::<_, Refusal>((guest.clone(), Vec::new()));
                }
                let away =
                    |guest: &Admission| matches!(presence.of(guest.id, guest.requested_at, now), Presence::Away { .. });
                let waiting = tx.present_in(id, "waiting")?;
                let before = waiting.into_iter().find(|guest| !away(guest)).ok_or(Refusal::NobodyReady)?;
                let mut changed = Vec::new();
                for guest in present.into_iter().filter(|_| move_out) {
                    let mut change = guest.clone().depart(&actor, Departure::Finished, now)?;
                    tx.save_change(&guest, &mut change, &actor, now)?;
                    changed.push(change.admission);
                }
                let mut change = before.clone().admit(&actor, None, now)?;
                tx.save_change(&before, &mut change, &actor, now)?;
                changed.push(change.admission.clone());
                Ok((change.admission, changed))
            })
            .await?;
        changed.iter().for_each(|admission| self.tell(admission));
        Ok(next)
    }
}

/// Whether a host let this guest in; whoever entered directly was nobody's next.
fn by(guest: &Admission, actor: &Actor) -> bool {
    guest.decided.as_ref().is_some_and(|decided| !decided.by.is_empty() || actor.name().is_empty())
}
