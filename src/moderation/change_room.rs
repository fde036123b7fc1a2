//! Changing a room's title and settings, also while people wait at its door.

use jiff::Timestamp;

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::fact::Fact;
use crate::domain::ids::RoomId;
use crate::domain::permission::Action;
use crate::domain::policy;
use crate::domain::preset::Preset;
use crate::domain::question::{self, Question};
use crate::domain::room::{Door, Room, Settings, WhenHostsLeave};
use crate::domain::text::{Message, PersonName, Title};
use crate::live::Topic;
use crate::store::{About, Tx};

/// What somebody wants of a room, new or changed; what is not set stays as it is.
#[derive(Clone, Debug, Default)]
pub struct RoomChange {
    /// Fills every rule of the door first; what is set beside it wins.
    pub preset: Option<Preset>,
    pub title: Option<Title>,
    pub door: Option<Door>,
    /// `Some(None)` goes back to the owner's name.
    pub host_label: Option<Option<PersonName>>,
    pub show_position: Option<bool>,
    pub name_in_token: Option<bool>,
    pub token_seconds: Option<u32>,
    /// `Some(None)` is as the installation.
    pub keep_days: Option<Option<u32>>,
    pub return_minutes: Option<u32>,
    pub gone_minutes: Option<u32>,
    pub admit_on_arrival: Option<bool>,
    pub when_hosts_leave: Option<WhenHostsLeave>,
    /// `Some(None)` is without limit.
    pub most_in_call: Option<Option<u32>>,
    /// `Some(None)` is without limit.
    pub most_waiting: Option<Option<u32>>,
    pub one_at_a_time: Option<bool>,
    pub closed_message: Option<Option<Message>>,
    pub questions: Option<Vec<Question>>,
    /// A session that exists at the provider already.
    pub session_id: Option<String>,
    /// What becomes of those who wait when the door changes.
    pub waiting: Waiting,
}

/// What becomes of those who wait when the door changes. Nobody is let in unless somebody says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Waiting {
    #[default]
    Keep,
    /// Those who already waited at this time come in, as far as the call has seats. Whoever came later was not on the
    /// screen of the host who answered.
    Admit { as_of: Timestamp },
}

impl Moderation {
    /// Changes a room's title and settings.
    ///
    /// # Errors
    /// When the actor may not, or a setting cannot be.
    pub async fn change_room(&self, actor: &Actor, id: RoomId, wish: RoomChange) -> Result<Room, Refusal> {
        let wish = self.checked(wish)?;
        let (now, actor, waiting) = (self.clock.now(), actor.clone(), wish.waiting);
        let (room, admitted) = self
            .store
            .write(move |tx| {
                let actor = tx.require(actor, id, Action::ChangeRoom)?;
                let mut room = tx.room(id)?.ok_or(Refusal::NotFound)?;
                let session_before = room.session_id.clone();
                let changed = wish.apply(&mut room);
                if changed.is_empty() {
                    return Ok::<_, Refusal>((room, Vec::new()));
                }
                if let (true, Some(session)) = (changed.contains(&"session_id"), session_before) {
                    tx.leave_session(id, &session, now)?;
                }
                if changed.contains(&"door") {
                    room.door_before_lock = None;
                }
                tx.save_room(&room)?;
                let about = About { room: Some(id), admission: None };
                tx.append_audit(&actor, now, about, &Fact::RoomChanged { changed })?;
                let admitted = match waiting {
                    Waiting::Keep => Vec::new(),
                    Waiting::Admit { as_of } => {
                        tx.admit_waiting(&room, &actor, now, |guest| waited_already(guest, as_of))?
                    }
                };
                Ok((Room { revision: room.revision + 1, ..room }, admitted))
            })
            .await?;
        self.tell_of_room(&room, &admitted)?;
        Ok(room)
    }

    /// Closes a room's door from the desk, or opens it as it was before. Whoever waits goes on waiting either way.
    ///
    /// # Errors
    /// When the actor may not.
    pub async fn lock(&self, actor: &Actor, id: RoomId, locked: bool) -> Result<Room, Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        let room = self
            .store
            .write(move |tx| {
                let actor = tx.require(actor, id, Action::Decide)?;
                let mut room = tx.room(id)?.ok_or(Refusal::NotFound)?;
                if (room.settings.door == Door::Closed) == locked {
                    return Ok::<_, Refusal>(room);
                }
                let fact = if locked {
                    room.door_before_lock = Some(room.settings.door);
                    room.settings.door = Door::Closed;
                    Fact::DoorLocked
                } else {
                    // Closed in the settings, so that nothing is known of before: the careful one.
                    room.settings.door = room.door_before_lock.take().unwrap_or(Door::EveryoneWaits);
                    Fact::DoorUnlocked
                };
                tx.save_room(&room)?;
                let about = About { room: Some(id), admission: None };
                tx.append_audit(&actor, now, about, &fact)?;
                Ok(room)
            })
            .await?;
        self.tell_of_room(&room, &[])?;
        Ok(room)
    }

    /// Desks, lists, and everybody at the door: what guests read depends on the room's settings.
    fn tell_of_room(&self, room: &Room, admitted: &[Admission]) -> Result<(), Refusal> {
        admitted.iter().for_each(|admission| self.tell(admission));
        self.hub.notify(Topic::Room(room.id));
        self.hub.notify(Topic::Rooms);
        for guest in self.store.queue(room.id)? {
            self.hub.notify(Topic::Guest(guest));
        }
        Ok(())
    }

    pub(super) fn checked(&self, mut wish: RoomChange) -> Result<RoomChange, Refusal> {
        wish.check_numbers()?;
        if let Some(questions) = wish.questions.take() {
            if questions.len() > question::MOST {
                return Err(Refusal::invalid("questions", "must be at most 5"));
            }
            let checked: Result<Vec<_>, _> = questions.into_iter().map(Question::checked).collect();
            wish.questions = Some(checked.map_err(|problem| Refusal::invalid("questions", problem))?);
        }
        if let Some(session) = &wish.session_id {
            self.video.check_session(session).map_err(|error| Refusal::invalid("session_id", error))?;
        }
        Ok(wish)
    }
}

fn waited_already(guest: &Admission, as_of: Timestamp) -> bool {
    guest.requested_at <= as_of && guest.decided.as_ref().is_none_or(|decided| decided.at <= as_of)
}

impl Tx {
    /// Lets those in who wait and are `wanted`, in order, as far as the call has seats. Answers who came in.
    pub(super) fn admit_waiting(
        &mut self,
        room: &Room,
        actor: &Actor,
        now: Timestamp,
        wanted: impl Fn(&Admission) -> bool,
    ) -> Result<Vec<Admission>, Refusal> {
        let seats = self.free_in_call(room)?.unwrap_or(i64::MAX);
        let mut admitted = Vec::new();
        for before in self.present_in(room.id, "waiting")? {
            if i64::try_from(admitted.len()).unwrap_or(i64::MAX) >= seats {
                break;
            }
            if wanted(&before) {
                let mut change = before.clone().admit(actor, None, now)?;
                self.save_change(&before, &mut change, actor, now)?;
                admitted.push(change.admission);
            }
        }
        Ok(admitted)
    }
}

impl RoomChange {
    fn check_numbers(&self) -> Result<(), Refusal> {
        let numbers = [
            ("token_seconds", self.token_seconds, policy::TOKEN_SECONDS),
            ("keep_days", self.keep_days.flatten(), policy::KEEP_DAYS_RANGE),
            ("return_minutes", self.return_minutes, policy::RETURN_MINUTES),
            ("gone_minutes", self.gone_minutes, policy::GONE_MINUTES),
            ("most_in_call", self.most_in_call.flatten(), policy::MOST_IN_CALL),
            ("most_waiting", self.most_waiting.flatten(), policy::MOST_WAITING),
        ];
        for (field, value, allowed) in numbers {
            if value.is_some_and(|value| !allowed.contains(&value)) {
                let problem = format!("must be between {} and {}", allowed.start(), allowed.end());
                return Err(Refusal::invalid(field, problem));
            }
        }
        Ok(())
    }

    /// What the settings would then be.
    pub fn seen(self, settings: Settings) -> Settings {
        let mut seen = settings;
        self.set(&mut seen);
        seen
    }

    /// Sets what is wished and answers the names of what is different now.
    pub(super) fn apply(self, room: &mut Room) -> Vec<&'static str> {
        let before = room.clone();
        if let Some(title) = &self.title {
            room.title = title.clone();
        }
        if let Some(session) = &self.session_id {
            room.session_id = Some(session.clone());
        }
        self.set(&mut room.settings);
        differences(&before, room)
    }

    fn set(self, settings: &mut Settings) {
        fn set<T>(place: &mut T, wish: Option<T>) {
            if let Some(value) = wish {
                *place = value;
            }
        }
        if let Some(preset) = self.preset {
            *settings = preset.fill(settings.clone());
        }
        set(&mut settings.door, self.door);
        set(&mut settings.host_label, self.host_label);
        set(&mut settings.show_position, self.show_position);
        set(&mut settings.name_in_token, self.name_in_token);
        set(&mut settings.token_seconds, self.token_seconds);
        set(&mut settings.keep_days, self.keep_days);
        set(&mut settings.return_minutes, self.return_minutes);
        set(&mut settings.gone_minutes, self.gone_minutes);
        set(&mut settings.admit_on_arrival, self.admit_on_arrival);
        set(&mut settings.when_hosts_leave, self.when_hosts_leave);
        set(&mut settings.most_in_call, self.most_in_call);
        set(&mut settings.most_waiting, self.most_waiting);
        set(&mut settings.one_at_a_time, self.one_at_a_time);
        set(&mut settings.closed_message, self.closed_message);
        set(&mut settings.questions, self.questions);
    }
}

/// The names of what is different, as the API and the log have them.
fn differences(before: &Room, after: &Room) -> Vec<&'static str> {
    let (old, new) = (&before.settings, &after.settings);
    let all = [
        ("title", before.title != after.title),
        ("door", old.door != new.door),
        ("host_label", old.host_label != new.host_label),
        ("show_position", old.show_position != new.show_position),
        ("name_in_token", old.name_in_token != new.name_in_token),
        ("token_seconds", old.token_seconds != new.token_seconds),
        ("keep_days", old.keep_days != new.keep_days),
        ("return_minutes", old.return_minutes != new.return_minutes),
        ("gone_minutes", old.gone_minutes != new.gone_minutes),
        ("admit_on_arrival", old.admit_on_arrival != new.admit_on_arrival),
        ("when_hosts_leave", old.when_hosts_leave != new.when_hosts_leave),
        ("most_in_call", old.most_in_call != new.most_in_call),
        ("most_waiting", old.most_waiting != new.most_waiting),
        ("one_at_a_time", old.one_at_a_time != new.one_at_a_time),
        ("closed_message", old.closed_message != new.closed_message),
        ("questions", old.questions != new.questions),
        ("session_id", before.session_id != after.session_id),
    ];
    all.into_iter().filter(|(_, different)| *different).map(|(name, _)| name).collect()
}

impl Tx {
    /// A room is about to get another session. Rights are taken away in the room's session alone, so nobody may stay behind
    /// in the old one: guests are not moved unasked, and hosts come back by themselves.
    fn leave_session(&mut self, room: RoomId, session: &str, now: Timestamp) -> Result<(), Refusal> {
        if self.counts(room)?.admitted > 0 {
            return Err(Refusal::Forbidden("session_in_use"));
        }
        for host in self.room_hosts(room)? {
            self.insert_enforcement(room, session, host.person, host.generation + 1, now)?;
        }
        Ok(())
    }
}
