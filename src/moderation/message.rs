//! Saying something to those who wait.

use jiff::Timestamp;

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Change};
use crate::domain::fact::Fact;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::permission::Action;
use crate::domain::text::Message;
use crate::store::{About, Tx};

impl Moderation {
    /// Says something to a guest who waits or is on hold.
    ///
    /// # Errors
    /// When the actor may not, or the guest does not wait any more.
    pub async fn message(&self, actor: &Actor, id: AdmissionId, text: Message) -> Result<Admission, Refusal> {
        self.decide(actor, Action::Decide, id, None, move |_, admission, _, now| Ok(admission.say(text, now)?)).await
    }

    /// Says something to everybody who waits or is on hold in a room, and answers to how many.
    ///
    /// # Errors
    /// When the actor may not.
    pub async fn message_all(&self, actor: &Actor, room: RoomId, text: Message) -> Result<usize, Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        let told = self
            .store
            .write(move |tx| {
                let actor = tx.require(actor, room, Action::Decide)?;
                tx.say_to_all(&actor, room, text, now)
            })
            .await?;
        self.tell_all(&told);
        Ok(told.len())
    }

    /// Keeps what a room's hosts say often; a phrase that is none is the usual one again.
    ///
    /// # Errors
    /// When the actor may not.
    pub async fn keep_phrases(
        &self,
        actor: &Actor,
        room: RoomId,
        phrases: Vec<Option<Message>>,
    ) -> Result<(), Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        self.store
            .write(move |tx| {
                let actor = tx.require(actor, room, Action::ChangeRoom)?;
                tx.save_phrases(room, &phrases)?;
                let about = About { room: Some(room), admission: None };
                Ok(tx.append_audit(&actor, now, about, &Fact::RoomChanged { changed: vec!["phrases"] })?)
            })
            .await
    }
}

impl Tx {
    fn say_to_all(
        &mut self,
        actor: &Actor,
        room: RoomId,
        text: Message,
        now: Timestamp,
    ) -> Result<Vec<Admission>, Refusal> {
        let line = self.in_line(room)?;
        let first = self.next_sequences(room, line.len())?;
        let mut told = Vec::with_capacity(line.len());
        for (admission, sequence) in line.into_iter().zip(first..) {
            let Change { mut admission, facts, .. } = admission.say(text.clone(), now)?;
            admission.sequence = sequence;
            self.save_message(&admission)?;
            self.log_facts(&admission, &facts, actor, now)?;
            told.push(admission);
        }
        Ok(told)
    }
}
