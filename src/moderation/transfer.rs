//! Moving a waiting guest to another room's queue.

use secrecy::ExposeSecret as _;

use super::{Moderation, Refusal, hash_of};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::fact::Fact;
use crate::domain::ids::{AdmissionId, PersonId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::random;
use crate::store::{NewAdmission, Tx};

impl Moderation {
    /// Moves a waiting guest to another room of the same host, where they keep the time of asking. The guest's ticket goes
    /// with them, so that the guest's page follows. Answers the admission in the other room.
    ///
    /// # Errors
    /// When the actor may not decide in both rooms, the guest does not wait, or somebody decided before.
    pub async fn transfer(
        &self,
        actor: &Actor,
        id: AdmissionId,
        to: RoomId,
        revision: Option<u32>,
    ) -> Result<Admission, Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        let (new_id, person) = (AdmissionId(random::id(now)), PersonId(random::opaque_id()));
        let nobodys = hash_of(random::secret().expose_secret());
        let (left, arrived) = self
            .store
            .write(move |tx| {
                let before = tx.admission(id)?.ok_or(Refusal::NotFound)?;
                let actor = tx.require(actor, before.room_id, Action::Decide)?;
                let room = tx.destination(&actor, before.room_id, to)?;
                let seen = revision.is_none_or(|revision| revision == before.revision);
                let arriving = before.arriving_in(to, new_id, person);
                let mut change = before.clone().move_away(&actor, &room.title, now)?;
                if !seen {
                    return Err(Refusal::Conflict(Box::new(before)));
                }
                let from = tx.room(before.room_id)?.ok_or(Refusal::NotFound)?;
                tx.save_change(&before, &mut change, &actor, now)?;
                let ticket_hash = tx.hand_over_ticket(id, nobodys)?;
                let fact = Fact::MovedIn { title: from.title.to_string() };
                let arrived = tx.arrive(arriving, ticket_hash, fact, &actor, now)?;
                Ok((change.admission, arrived))
            })
            .await?;
        self.presence.seen(arrived.id, arrived.room_id, now);
        self.tell(&left);
        self.tell(&arrived);
        Ok(arrived)
    }
}

impl Tx {
    /// The other room, if the actor may decide there.
    fn destination(&mut self, actor: &Actor, from: RoomId, to: RoomId) -> Result<crate::domain::room::Room, Refusal> {
        let hosts = self.room_hosts(to)?;
        let room = self.room(to)?.filter(|_| may(Standing::to_room(actor, &hosts), Action::Decide));
        match room {
            Some(room) if to != from => Ok(room),
            Some(_) => Err(Refusal::invalid("room_id", "is where the guest waits already")),
            None => Err(Refusal::invalid("room_id", "is no other room of yours")),
        }
    }

    fn arrive(
        &mut self,
        mut admission: Admission,
        ticket_hash: [u8; 32],
        fact: Fact,
        actor: &Actor,
        now: jiff::Timestamp,
    ) -> Result<Admission, Refusal> {
        admission.sequence = self.next_sequence(admission.room_id)?;
        self.insert_admission(&NewAdmission { admission: &admission, ticket_hash, browser_hash: None })?;
        self.log_facts(&admission, &[fact], actor, now)?;
        self.touch_namesakes(&admission)?;
        Ok(admission)
    }
}
