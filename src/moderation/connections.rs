//! Who is connected to the call: whether a token still says the truth, what the provider tells of comings and goings,
//! and making it end the connections of those who lost their rights.

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};

use super::{Moderation, Refusal};
use crate::domain::account::AccountRole;
use crate::domain::actor::{Actor, Who};
use crate::domain::admission::Admission;
use crate::domain::fact::Fact;
use crate::domain::ids::{PersonId, RoomId};
use crate::domain::role::Role;
use crate::domain::room::RoomHost;
use crate::live::{InCall, Topic};
use crate::store::{Enforcement, Store, StoreError};
use crate::video::SessionNews;
use crate::video::local::provider::PresentRights;

/// Between two tries to make the provider end a connection, at most.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_secs(60);

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
            let held = rights(&store, &session_id, person).await;
            held.map_err(|error| tracing::warn!(%error, "rights could not be read"))
                .ok()
                .map(|held| held == Some((generation, role)))
        }
        .boxed()
    }
}

/// The generation and role that a person has now in a session.
async fn rights(store: &Store, session_id: &str, person: PersonId) -> Result<Option<(u32, Role)>, StoreError> {
    let (room, held) = if let Some(admission) = store.admission_by_person(person).await? {
        (admission.room_id, rights_in(Some(&admission), None))
    } else if let Some((room, host)) = store.room_host_by_person(person).await? {
        (room, rights_in(None, Some(&host)))
    } else {
        return Ok(None);
    };
    let in_session = store.room(room).await?.is_some_and(|room| room.session_id.as_deref() == Some(session_id));
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
    /// Makes the provider end what must end, and confirms what it has ended. Answers how many are still open.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn enforce_due(&self) -> Result<usize, Refusal> {
        let mut open = 0;
        for due in self.store.enforcements_due(self.clock.now(), 100).await? {
            let moved = self.store.admission_by_person(due.person).await?.is_some_and(|it| it.role().is_some());
            let ended = self.video.disconnect(&due.session_id, due.person, due.generation, moved).await;
            if let Err(error) = &ended {
                tracing::warn!(%error, attempts = due.attempts + 1, "a connection could not be ended yet");
                open += 1;
            }
            self.note_enforcement(&due, ended.is_ok()).await?;
            self.hub.notify(Topic::Room(due.room_id));
        }
        Ok(open)
    }

    async fn note_enforcement(&self, due: &Enforcement, ended: bool) -> Result<(), Refusal> {
        let (now, id, person, attempts) = (self.clock.now(), due.id, due.person, due.attempts + 1);
        let pause = SignedDuration::from_secs(1 << attempts.min(6)).min(LONGEST_PAUSE);
        let room = due.room_id;
        self.store
            .write(async move |tx| {
                if ended {
                    tx.confirm_enforcement(id, now).await?;
                    // The row on the desks says "being enforced" no longer.
                    if let Some(admission) = tx.admission_by_person(person).await? {
                        let sequence = tx.next_sequence(room).await?;
                        tx.touch_admission(admission.id, sequence).await?;
                    }
                } else {
                    tx.postpone_enforcement(id, attempts, now + pause).await?;
                }
                Ok(())
            })
            .await
    }

    /// Takes in what the provider tells: presence, the timeline, and removals by a moderator in the call.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn take_news(&self, news: SessionNews) -> Result<(), Refusal> {
        match news {
            SessionNews::Joined { session_id, person, role, generation } => {
                let Some(admission) = self.store.admission_by_person(person).await? else { return Ok(()) };
                self.look_at(&session_id, &admission).await?;
                self.note(&admission, Fact::Connected { role, generation }, self.clock.now()).await
            }
            SessionNews::Left { session_id, person, by } => {
                let Some(admission) = self.store.admission_by_person(person).await? else { return Ok(()) };
                self.look_at(&session_id, &admission).await?;
                self.note(&admission, Fact::Disconnected, self.clock.now()).await?;
                match by {
                    Some(moderator) => self.removed_in_call(&admission, moderator).await,
                    None => Ok(()),
                }
            }
            SessionNews::Changed { session_id, person } => {
                let Some(admission) = self.store.admission_by_person(person).await? else { return Ok(()) };
                self.look_at(&session_id, &admission).await
            }
            SessionNews::Unsure => self.look_who_is_connected().await,
        }
    }

    async fn note(&self, admission: &Admission, fact: Fact, now: Timestamp) -> Result<(), Refusal> {
        let noted = admission.clone();
        self.store
            .write(async move |tx| Ok::<_, Refusal>(tx.log_facts(&noted, &[fact], &Actor::SYSTEM, now).await?))
            .await?;
        self.hub.notify(Topic::Room(admission.room_id));
        Ok(())
    }

    /// A moderator in the call put somebody out: the same as a removal from the desk, in the moderator's name.
    async fn removed_in_call(&self, admission: &Admission, moderator: PersonId) -> Result<(), Refusal> {
        let Some(who) = self.moderator_of(admission.room_id, moderator).await? else { return Ok(()) };
        let (now, id, room) = (self.clock.now(), admission.id, admission.room_id);
        let actor = Actor { who, address: None };
        let removed = self
            .store
            .write(async move |tx| {
                let before = tx.admission(id).await?.ok_or(Refusal::NotFound)?;
                let mut change = before.clone().remove(&actor, false, now)?;
                if !change.facts.is_empty() {
                    tx.save_change(&before, &mut change, &actor, now).await?;
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
    async fn moderator_of(&self, room: RoomId, person: PersonId) -> Result<Option<Who>, Refusal> {
        if let Some(guest) = self.store.admission_by_person(person).await? {
            let moderates = guest.room_id == room && guest.role() == Some(Role::Moderator);
            let who = Who::Guest { admission: Some(guest.id), name: guest.name.to_string() };
            return Ok(moderates.then_some(who));
        }
        let host = self.store.room_host_by_person(person).await?;
        Ok(host.filter(|(of, host)| *of == room && !host.disabled).map(|(_, host)| Who::Account {
            id: host.account_id,
            name: host.name.to_string(),
            role: AccountRole::Host,
        }))
    }

    /// Looks how a guest is connected now, and tells the desks if that is news.
    async fn look_at(&self, session_id: &str, admission: &Admission) -> Result<(), Refusal> {
        let connected = self.video.connected(session_id).await?;
        let own = connected.iter().filter(|connected| connected.person == admission.person);
        let newest = own.max_by_key(|connected| connected.generation).map(|connected| InCall {
            since: connected.since,
            camera: connected.camera,
            microphone: connected.microphone,
        });
        if self.presence.in_call(admission.id, admission.room_id, newest, self.clock.now()) {
            self.hub.notify(Topic::Room(admission.room_id));
        }
        Ok(())
    }

    /// Puts presence right after something may have been missed.
    async fn look_who_is_connected(&self) -> Result<(), Refusal> {
        for (room, guest) in self.presence.all_in_call() {
            let room = self.store.room(room).await?;
            let admission = self.store.admission(guest).await?;
            if let (Some(Some(session)), Some(admission)) = (room.map(|room| room.session_id), admission) {
                self.look_at(&session, &admission).await?;
            }
        }
        Ok(())
    }
}
