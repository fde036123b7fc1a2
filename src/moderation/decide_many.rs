//! One decision about many guests: those whom a host saw, and nobody who came or changed in between.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Change, Reason, Refused, State};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::permission::Action;
use crate::domain::policy;
use crate::domain::role::Role;
use crate::store::{StoreError, Tx};

/// A guest whom a host picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    pub id: AdmissionId,
    /// The revision of the row that the host saw; none takes the guest as they now are.
    pub revision: Option<u32>,
}

/// What a decision about many did with one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// As it now is.
    pub admission: Admission,
    pub outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Decided now.
    Done,
    /// The same was decided before.
    Before,
    /// Somebody decided otherwise, or the guest changed since the host looked.
    Otherwise,
}

impl Outcome {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Before => "before",
            Self::Otherwise => "otherwise",
        }
    }
}

impl Moderation {
    /// Lets in those of the picked who wait, each with the given role or the invite's. Whoever is on hold stays there.
    ///
    /// # Errors
    /// When the actor may not, somebody picked is not of this room, or the call has too few seats for all of them; nothing
    /// is then changed.
    pub async fn admit_many(
        &self,
        actor: &Actor,
        room: RoomId,
        picks: Vec<Pick>,
        role: Option<Role>,
    ) -> Result<Vec<Picked>, Refusal> {
        self.decide_many(actor, room, picks, move |admission, actor, now| match admission.state {
            State::Held => Err(Refused(Box::new(admission))),
            _ => admission.admit(actor, role, now),
        })
        .await
    }

    /// Refuses those of the picked who wait or are on hold.
    ///
    /// # Errors
    /// As for `admit_many`, save for the seats.
    pub async fn deny_many(
        &self,
        actor: &Actor,
        room: RoomId,
        picks: Vec<Pick>,
        reason: Option<Reason>,
    ) -> Result<Vec<Picked>, Refusal> {
        let decision =
            move |admission: Admission, actor: &Actor, now| admission.deny(actor, reason.clone(), false, now);
        self.decide_many(actor, room, picks, decision).await
    }

    /// Decides about all picked guests in one transaction. The answer is in the order of the picks, each guest once.
    async fn decide_many<D>(
        &self,
        actor: &Actor,
        room: RoomId,
        picks: Vec<Pick>,
        decision: D,
    ) -> Result<Vec<Picked>, Refusal>
    where
        D: Fn(Admission, &Actor, Timestamp) -> Result<Change, Refused> + Send + 'static,
    {
        if picks.is_empty() {
            return Err(Refusal::invalid("ids", "must name somebody"));
        }
        if picks.len() > policy::AT_ONCE {
            return Err(Refusal::invalid("ids", format!("must name at most {}", policy::AT_ONCE)));
        }
        let (now, actor) = (self.clock.now(), actor.clone());
        let picked = self
            .store
            .write(move |tx| {
                let actor = tx.require(actor, room, Action::Decide)?;
                let before = tx.picked(room, &picks)?;
                let (mut changes, picked) = decide_each(before, &picks, &actor, now, decision);
                // Nobody picked was in before: whoever is in afterwards needs a seat.
                let come_in = changes.iter().filter(|change| change.admission.role().is_some()).count();
                tx.require_seats(room, come_in)?;
                tx.save_changes(room, &mut changes, &actor, now)?;
                Ok::<_, Refusal>(picked)
            })
            .await?;
        let done = picked.iter().filter(|picked| picked.outcome == Outcome::Done);
        self.tell_all(done.map(|picked| &picked.admission));
        Ok(picked)
    }
}

fn decide_each<D>(
    before: Vec<Admission>,
    picks: &[Pick],
    actor: &Actor,
    now: Timestamp,
    decision: D,
) -> (Vec<Change>, Vec<Picked>)
where
    D: Fn(Admission, &Actor, Timestamp) -> Result<Change, Refused>,
{
    let seen: HashMap<AdmissionId, Option<u32>> = picks.iter().map(|pick| (pick.id, pick.revision)).collect();
    let (mut changes, mut picked) = (Vec::new(), Vec::new());
    for admission in before {
        let stale = seen.get(&admission.id).copied().flatten().is_some_and(|revision| revision != admission.revision);
        let (admission, outcome) = match decision(admission.clone(), actor, now) {
            Ok(change) if change.facts.is_empty() => (change.admission, Outcome::Before),
            Ok(_) if stale => (admission, Outcome::Otherwise),
            Ok(change) => {
                let after = change.admission.clone();
                changes.push(change);
                (after, Outcome::Done)
            }
            Err(Refused(_)) => (admission, Outcome::Otherwise),
        };
        picked.push(Picked { admission, outcome });
    }
    (changes, picked)
}

impl Tx {
    /// The picked guests, in the order of the picks, each once.
    fn picked(&mut self, room: RoomId, picks: &[Pick]) -> Result<Vec<Admission>, Refusal> {
        let mut named = HashSet::new();
        let ids: Vec<AdmissionId> = picks.iter().map(|pick| pick.id).filter(|id| named.insert(*id)).collect();
        let found = self.admissions_in(room, &ids)?;
        if found.len() < ids.len() {
            return Err(Refusal::invalid("ids", "names somebody who is not of this room"));
        }
        Ok(found)
    }

    /// Writes many decisions of one room as `save_change` writes one; seats are asked for once, by the caller. None of them
    /// may take away rights in the call.
    fn save_changes(
        &mut self,
        room: RoomId,
        changes: &mut [Change],
        actor: &Actor,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let first = self.next_sequences(room, changes.len())?;
        for (change, sequence) in changes.iter_mut().zip(first..) {
            change.admission.sequence = sequence;
            self.save_admission(&change.admission)?;
            self.log_facts(&change.admission, &change.facts, actor, now)?;
        }
        for change in changes.iter().filter(|change| change.admission.ended_at.is_some()) {
            self.touch_namesakes(&change.admission)?;
        }
        Ok(())
    }
}
