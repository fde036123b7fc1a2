//! Who is connected to the call: whether a token still says the truth, and what the provider tells of comings and goings.

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use jiff::Timestamp;

use super::{Moderation, Refusal};
use crate::domain::account::AccountRole;
use crate::domain::actor::{Actor, Who};
use crate::domain::admission::Admission;
use crate::domain::fact::Fact;
use crate::domain::ids::{PersonId, RoomId};
use crate::domain::role::Role;
use crate::domain::room::RoomHost;
use crate::live::{InCall, Topic};
use crate::store::{Store, StoreError};
use crate::video::SessionNews;
use crate::video::local::provider::PresentRights;

/// Rights as the database has them.
pub struct RightsInStore(pub Store);

impl PresentRights for RightsInStore {
    fn hold(
        &self,
        session_id: &str,
        person: PersonId,
        generation: u32,
        role: Role,
    ) -> BoxFuture<'static, Option<bool>> {
        let (store, session_id) = (self.0.clone(), session_id.to_owned());
        async move {
            let held = rights(&store, &session_id, person);
            held.map_err(|error| tracing::warn!(%error, "rights could not be read"))
                .ok()
                .map(|held| held == Some((generation, role)))
        }
        .boxed()
    }
}

/// The generation and role that a person has now in a session.
fn rights(store: &Store, session_id: &str, person: PersonId) -> Result<Option<(u32, Role)>, StoreError> {
    let (room, held) = if let Some(admission) = store.admission_by_person(person)? {
        // A token of the time of a copy is as old as its tickets.
        if store.unconfirmed_copy()?.is_some() {
            return Ok(None);
        }
        (admission.room_id, rights_in(Some(&admission), None))
    } else if let Some((room, host)) = store.room_host_by_person(person)? {
        (room, rights_in(None, Some(&host)))
    } else {
        return Ok(None);
    };
    let in_session = store.room(room)?.is_some_and(|room| room.session_id.as_deref() == Some(session_id));
    Ok(held.filter(|_| in_session))
}

/// The generation and role that a guest or a host has now in the room's call; none for whoever has no place there.
pub(super) fn rights_in(guest: Option<&Admission>, host: Option<&RoomHost>) -> Option<(u32, Role)> {
    match (guest, host) {
        (Some(admission), _) => admission.role().map(|role| (admission.generation, role)),
        (None, Some(host)) => (!host.disabled).then_some((host.generation, Role::Moderator)),
        (None, None) => None,
    }
}

impl Moderation {
    /// Takes in what the provider tells: presence, the timeline, and removals by a moderator in the call.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn take_news(&self, news: SessionNews) -> Result<(), Refusal> {
        match news {
            SessionNews::Joined { session_id, person, role, generation } => {
                let Some(admission) = self.store.admission_by_person(person)? else { return Ok(()) };
                self.look_at(&session_id, &admission).await?;
                self.note(&admission, Fact::Connected { role, generation }, self.clock.now()).await
            }
            SessionNews::Left { session_id, person, by } => {
                let Some(admission) = self.store.admission_by_person(person)? else { return Ok(()) };
                self.look_at(&session_id, &admission).await?;
                self.note(&admission, Fact::Disconnected, self.clock.now()).await?;
                match by {
                    Some(moderator) => self.removed_in_call(&admission, moderator).await,
                    None => Ok(()),
                }
            }
            SessionNews::Changed { session_id, person } => {
                let Some(admission) = self.store.admission_by_person(person)? else { return Ok(()) };
                self.look_at(&session_id, &admission).await
            }
            SessionNews::Unsure => self.look_who_is_connected().await,
        }
    }

    async fn note(&self, admission: &Admission, fact: Fact, now: Timestamp) -> Result<(), Refusal> {
        let noted = admission.clone();
        self.store.write(move |tx| Ok::<_, Refusal>(tx.log_facts(&noted, &[fact], &Actor::SYSTEM, now)?)).await?;
        self.hub.notify(Topic::Room(admission.room_id));
        Ok(())
    }

    /// A moderator in the call put somebody out: the same as a removal from the desk, in the moderator's name.
    async fn removed_in_call(&self, admission: &Admission, moderator: PersonId) -> Result<(), Refusal> {
        let Some(who) = self.moderator_of(admission.room_id, moderator)? else { return Ok(()) };
        let (now, id, room) = (self.clock.now(), admission.id, admission.room_id);
        let actor = Actor { who, address: None };
        let removed = self
            .store
            .write(move |tx| {
                let before = tx.admission(id)?.ok_or(Refusal::NotFound)?;
                let mut change = before.clone().remove(&actor, false, now)?;
                if !change.facts.is_empty() {
                    tx.save_change(&before, &mut change, &actor, now)?;
                }
                Ok(change.admission)
            })
            .await;
        match removed {
            Ok(admission) => self.tell(&admission),
            // Gone from the call in another way meanwhile.
            Err(Refusal::Conflict(_) | Refusal::NotFound) => self.hub.notify(Topic::Room(room)),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Who moderates a room's call under this id, if they do so now.
    fn moderator_of(&self, room: RoomId, person: PersonId) -> Result<Option<Who>, Refusal> {
        if let Some(guest) = self.store.admission_by_person(person)? {
            let moderates = guest.room_id == room && guest.role() == Some(Role::Moderator);
            let who = Who::Guest { admission: Some(guest.id), name: guest.name.to_string() };
            return Ok(moderates.then_some(who));
        }
        let host = self.store.room_host_by_person(person)?;
        Ok(host.filter(|(of, host)| *of == room && !host.disabled).map(|(_, host)| Who::Account {
            id: host.account_id,
            name: host.name.to_string(),
            role: AccountRole::Host,
        }))
    }

    /// Looks how a guest is connected now, and tells the desks if that is news.
    pub(super) async fn look_at(&self, session_id: &str, admission: &Admission) -> Result<(), Refusal> {
        let connected = self.video.connected(session_id).await?;
        let own = connected.iter().filter(|connected| connected.person == admission.person);
        let newest = own.max_by_key(|connected| connected.generation).map(|connected| InCall {
            since: connected.since,
            camera: connected.camera,
            microphone: connected.microphone,
            told_apart: self.video.capabilities().tells_devices,
        });
        if self.presence.in_call(admission.id, admission.room_id, newest, self.clock.now()) {
            self.hub.notify(Topic::Room(admission.room_id));
        }
        Ok(())
    }

    /// Puts presence right after something may have been missed.
    async fn look_who_is_connected(&self) -> Result<(), Refusal> {
        for (room, guest) in self.presence.all_in_call() {
            let room = self.store.room(room)?;
            let admission = self.store.admission(guest)?;
            if let (Some(Some(session)), Some(admission)) = (room.map(|room| room.session_id), admission) {
                self.look_at(&session, &admission).await?;
            }
        }
        Ok(())
    }
}
