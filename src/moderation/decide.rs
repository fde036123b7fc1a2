//! What all decisions on an admission share: the right to decide, the revision, and everything that a change writes.

use jiff::Timestamp;

use super::{Moderation, Refusal};
use crate::domain::account::AccountRole;
use crate::domain::actor::{Actor, Who};
use crate::domain::admission::{Admission, Change};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::store::{About, StoreError, Tx};

impl Moderation {
    /// Decides on one admission in one transaction. With `revision`, only if the admission is still the one that the
    /// actor saw, or if deciding changes nothing.
    pub(super) async fn decide<D>(
        &self,
        actor: &Actor,
        action: Action,
        id: AdmissionId,
        revision: Option<u32>,
        decision: D,
    ) -> Result<Admission, Refusal>
    where
        D: FnOnce(&mut Tx, Admission, &Actor, Timestamp) -> Result<Change, Refusal> + Send + 'static,
    {
        let now = self.clock.now();
        let actor = actor.clone();
        let change = self
            .store
            .write(move |tx| {
                let before = tx.admission(id)?.ok_or(Refusal::NotFound)?;
                let actor = tx.with_present_rights(actor)?;
                let hosts = tx.room_hosts(before.room_id)?;
                if !may(Standing::to_admission(&actor, id, &hosts), action) {
                    return Err(Refusal::NotFound);
                }
                let seen = revision.is_none_or(|revision| revision == before.revision);
                let stale = Refusal::Conflict(Box::new(before.clone()));
                let mut change = decision(tx, before.clone(), &actor, now)?;
                if change.facts.is_empty() {
                    return Ok(change);
                }
                if !seen {
                    return Err(stale);
                }
                tx.save_change(&before, &mut change, &actor, now)?;
                Ok(change)
            })
            .await?;
        if !change.facts.is_empty() {
            self.tell(&change.admission);
        }
        Ok(change.admission)
    }
}

/// Whether an admission counts among those present in the room, whose namesakes are told apart.
fn is_present(admission: &Admission) -> bool {
    admission.ended_at.is_none()
}

impl Tx {
    /// The actor with the rights of this moment: an account may have been demoted or disabled since its page was opened.
    pub(super) fn with_present_rights(&mut self, mut actor: Actor) -> Result<Actor, Refusal> {
        let account = match &actor.who {
            Who::Account { id, .. } => Some(*id),
            Who::Key { account, .. } => account.map(|(id, _)| id),
            Who::Guest { .. } | Who::System => None,
        };
        let Some(id) = account else { return Ok(actor) };
        let account = self.account(id)?.filter(|account| !account.disabled).ok_or(Refusal::NotFound)?;
        match &mut actor.who {
            Who::Account { role, .. } => *role = account.role,
            Who::Key { account: Some((_, role)), .. } => *role = account.role,
            _ => {}
        }
        Ok(actor)
    }

    /// Checks a right in a room.
    pub(super) fn require(&mut self, actor: Actor, room: RoomId, action: Action) -> Result<Actor, Refusal> {
        let actor = self.with_present_rights(actor)?;
        let hosts = self.room_hosts(room)?;
        // An admin has the right in every room that is there.
        let granted = may(Standing::to_room(&actor, &hosts), action) && self.room(room)?.is_some();
        if granted { Ok(actor) } else { Err(Refusal::NotFound) }
    }

    /// Checks a right in the installation.
    pub(super) fn require_admin(&mut self, actor: Actor) -> Result<Actor, Refusal> {
        let actor = self.with_present_rights(actor)?;
        if may(Standing::to_installation(&actor), Action::Administer) { Ok(actor) } else { Err(Refusal::NotFound) }
    }

    /// Writes all that a change of an admission means: the row, the log, what the provider must do, and the rows of
    /// others whose "same name" comes or goes with it.
    ///
    /// # Errors
    /// `CallFull` when somebody would come in for whom there is no seat.
    pub(super) fn save_change(
        &mut self,
        before: &Admission,
        change: &mut Change,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let room = change.admission.room_id;
        if before.role().is_none() && change.admission.role().is_some() {
            self.require_seats(room, 1)?;
        }
        change.admission.sequence = self.next_sequence(room)?;
        if change.admission.revision == before.revision {
            self.save_message(&change.admission)?;
        } else {
            self.save_admission(&change.admission)?;
        }
        self.log_facts(&change.admission, &change.facts, actor, now)?;
        if change.takes_away
            && let Some(session) = self.room(room)?.and_then(|room| room.session_id)
        {
            let admission = &change.admission;
            self.insert_enforcement(room, &session, admission.person, admission.generation, now)?;
        }
        if is_present(before) != is_present(&change.admission) {
            self.touch_namesakes(&change.admission)?;
        }
        Ok(())
    }

    /// Checks that the call of a room takes so many more.
    pub(super) fn require_seats(&mut self, room: RoomId, wanted: usize) -> Result<(), Refusal> {
        let room = self.room(room)?.ok_or(Refusal::NotFound)?;
        match (self.free_in_call(&room)?, room.settings.most_in_call) {
            (Some(free), Some(limit)) if i64::try_from(wanted).unwrap_or(i64::MAX) > free => {
                Err(Refusal::CallFull { limit })
            }
            _ => Ok(()),
        }
    }

    pub(super) fn log_facts(
        &mut self,
        admission: &Admission,
        facts: &[crate::domain::fact::Fact],
        actor: &Actor,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let about = About { room: Some(admission.room_id), admission: Some(admission.id) };
        for fact in facts {
            self.append_audit(actor, now, about, fact)?;
        }
        Ok(())
    }

    /// The row of the request before offers second thoughts no longer.
    pub(super) fn touch_followed(&mut self, admission: &Admission) -> Result<(), StoreError> {
        let Some(before) = admission.follows else { return Ok(()) };
        let sequence = self.next_sequence(admission.room_id)?;
        self.touch_admission(before, sequence)
    }

    pub(super) fn touch_namesakes(&mut self, admission: &Admission) -> Result<(), StoreError> {
        for namesake in self.namesakes(admission)? {
            let sequence = self.next_sequence(admission.room_id)?;
            self.touch_admission(namesake, sequence)?;
        }
        Ok(())
    }
}

/// The account behind an actor, for what must belong to somebody.
pub(super) fn account_of(actor: &Actor) -> Option<crate::domain::ids::AccountId> {
    actor.account().map(|(id, _): (_, AccountRole)| id)
}
