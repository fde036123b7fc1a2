//! What hosts do in the call from the desk, without being in it themselves.

use super::{IssuedToken, Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::fact::Fact;
use crate::domain::grant::Grant;
use crate::domain::ids::{AdmissionId, PersonId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::role::Role;
use crate::live::Topic;
use crate::store::About;

impl Moderation {
    /// Silences a guest until they turn the microphone on again.
    ///
    /// # Errors
    /// When the actor may not, the guest is not in, or the provider cannot do it now.
    pub async fn mute(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        let (admission, session) = self.in_call(actor, id).await?;
        self.video.mute(&session, admission.person).await?;
        self.note_act(actor, admission.room_id, Some(id), Fact::Muted).await?;
        Ok(admission)
    }

    /// Ends what a guest publishes; the guest stays and keeps the role.
    ///
    /// # Errors
    /// When the actor may not, the guest is not in, or the provider cannot do it now.
    pub async fn stop_publishing(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        let (admission, session) = self.in_call(actor, id).await?;
        self.video.stop_publishing(&session, admission.person).await?;
        self.note_act(actor, admission.room_id, Some(id), Fact::PublishingStopped).await?;
        Ok(admission)
    }

    /// Calls an admitted guest, whose page has not connected, to the call again.
    ///
    /// # Errors
    /// When the actor may not, or the guest is not in.
    pub async fn call_again(&self, actor: &Actor, id: AdmissionId) -> Result<Admission, Refusal> {
        let (admission, _) = self.in_call(actor, id).await?;
        self.presence.call(id, admission.room_id, self.clock.now());
        self.hub.notify(Topic::Guest(id));
        Ok(admission)
    }

    /// Silences everybody in a room's call but these guests.
    ///
    /// # Errors
    /// When the actor may not, one of the guests is not of this room, or the provider cannot do it now.
    pub async fn mute_all(&self, actor: &Actor, room: RoomId, except: &[AdmissionId]) -> Result<(), Refusal> {
        self.require_room(actor, room, Action::Decide)?;
        let mut persons: Vec<PersonId> = Vec::new();
        for id in except {
            let admission = self.store.admission(*id)?.filter(|admission| admission.room_id == room);
            persons.push(
                admission.ok_or_else(|| Refusal::invalid("except", "names somebody who is not of this room"))?.person,
            );
        }
        // Whoever does it from inside the call goes on speaking.
        let hosts = self.store.room_hosts(room)?;
        let own = actor.account().and_then(|(account, _)| hosts.iter().find(|host| host.account_id == account));
        persons.extend(own.map(|host| host.person));
        let session = self.session_of(room).await?;
        self.video.mute_all(&session, &persons).await?;
        self.note_act(actor, room, None, Fact::AllMuted).await
    }

    /// A moderator's token for one of the room's own hosts.
    ///
    /// # Errors
    /// `NotFound` for whoever is not a host of this room, admins included: they can make themselves one, and the log
    /// then says so.
    pub async fn issue_host_token(&self, actor: &Actor, room_id: RoomId) -> Result<IssuedToken, Refusal> {
        let (account, _) = actor.account().ok_or(Refusal::NotFound)?;
        let hosts = self.store.room_hosts(room_id)?;
        if !hosts.iter().any(|host| host.account_id == account && !host.disabled) {
            return Err(Refusal::NotFound);
        }
        let session_id = self.session_of(room_id).await?;
        let (now, actor, video) = (self.clock.now(), actor.clone(), self.video.clone());
        self.store
            .write(move |tx| {
                let actor = tx.require(actor, room_id, Action::Decide)?;
                let room = tx.room(room_id)?.ok_or(Refusal::NotFound)?;
                let hosts = tx.room_hosts(room_id)?;
                let host = hosts.iter().find(|host| host.account_id == account && !host.disabled);
                let host = host.ok_or(Refusal::NotFound)?;
                let expires_at = now + jiff::SignedDuration::from_secs(i64::from(room.settings.token_seconds));
                let grant = Grant {
                    person: host.person,
                    generation: host.generation,
                    role: Role::Moderator,
                    expires_at,
                    name: room.settings.name_in_token.then(|| host.name.to_string()),
                };
                let token = video.mint(&session_id, &grant, now)?;
                let (role, generation) = (grant.role, grant.generation);
                let fact = Fact::TokenIssued { role, generation, expires_at };
                tx.append_audit(&actor, now, About { room: Some(room_id), admission: None }, &fact)?;
                Ok(IssuedToken { client: video.client(), session_id, token, role, generation, expires_at })
            })
            .await
    }

    async fn in_call(&self, actor: &Actor, id: AdmissionId) -> Result<(Admission, String), Refusal> {
        let admission = self.store.admission(id)?.ok_or(Refusal::NotFound)?;
        self.require_room(actor, admission.room_id, Action::Decide)?;
        if admission.role().is_none() {
            return Err(Refusal::Conflict(Box::new(admission)));
        }
        let session = self.session_of(admission.room_id).await?;
        Ok((admission, session))
    }

    fn require_room(&self, actor: &Actor, room: RoomId, action: Action) -> Result<(), Refusal> {
        let hosts = self.store.room_hosts(room)?;
        if may(Standing::to_room(actor, &hosts), action) { Ok(()) } else { Err(Refusal::NotFound) }
    }

    async fn note_act(&self, actor: &Actor, room: RoomId, id: Option<AdmissionId>, fact: Fact) -> Result<(), Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        let about = About { room: Some(room), admission: id };
        self.store.write(move |tx| Ok(tx.append_audit(&actor, now, about, &fact)?)).await
    }
}
