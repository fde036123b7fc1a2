//! Hosts come and go: what a room's rules say of a first arrival, and of the last one's being gone.

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::{Admission, Departure};
use crate::domain::fact::Fact;
use crate::domain::ids::RoomId;
use crate::domain::policy;
use crate::domain::room::{Room, WhenHostsLeave};
use crate::live::Presence;
use crate::store::{About, StoreError, Tx};

impl Moderation {
    /// Looks in which rooms hosts are now, and does what the rules say of those where that is news.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn look_for_hosts(&self) -> Result<(), Refusal> {
        let now = self.clock.now();
        let here = self.presence.rooms_with_hosts(now);
        let attended = self.store.attended_rooms()?;
        for room in here.iter().filter(|room| !attended.contains(room)) {
            self.host_arrived(*room).await?;
        }
        for room in attended.into_iter().filter(|room| !here.contains(room)) {
            // After a restart the minute begins at the start: hosts' pages come back within it.
            if now >= self.presence.host_last_at(room) + policy::HOSTS_GONE_AFTER {
                self.hosts_gone(room).await?;
            }
        }
        Ok(())
    }

    /// A host is there and none was before. Nobody is let in by it, unless the room says so.
    async fn host_arrived(&self, id: RoomId) -> Result<(), Refusal> {
        let (now, presence) = (self.clock.now(), self.presence.clone());
        let admitted = self
            .store
            .write(move |tx| {
                let Some(room) = tx.room(id)? else { return Ok(Vec::new()) };
                if !tx.set_attended(id, true)? {
                    return Ok::<_, Refusal>(Vec::new());
                }
                tx.log_of_room(&room, &Fact::HostArrived, now)?;
                let is_here = |guest: &Admission| {
                    !matches!(presence.of(guest.id, guest.requested_at, now), Presence::Away { .. })
                };
                match (room.settings.admit_on_arrival, room.settings.one_at_a_time) {
                    (false, _) => Ok(Vec::new()),
                    (true, false) => tx.admit_waiting(&room, &Actor::SYSTEM, now, is_here),
                    (true, true) => {
                        let waiting = tx.present_in(id, "waiting")?;
                        let first = waiting.into_iter().find(is_here).map(|guest| guest.id);
                        let is_free = tx.counts(id)?.admitted == 0;
                        tx.admit_waiting(&room, &Actor::SYSTEM, now, |guest| is_free && Some(guest.id) == first)
                    }
                }
            })
            .await?;
        self.tell_all(&admitted);
        Ok(())
    }

    /// The last host has been gone for a minute.
    async fn hosts_gone(&self, id: RoomId) -> Result<(), Refusal> {
        let now = self.clock.now();
        let changed = self
            .store
            .write(move |tx| {
                let Some(room) = tx.room(id)? else { return Ok(Vec::new()) };
                if !tx.set_attended(id, false)? {
                    return Ok::<_, Refusal>(Vec::new());
                }
                let rule = room.settings.when_hosts_leave;
                tx.log_of_room(&room, &Fact::HostsGone { rule: rule.as_str() }, now)?;
                match rule {
                    WhenHostsLeave::GoOn => Ok(Vec::new()),
                    WhenHostsLeave::Pause => tx.pause(id, now),
                    WhenHostsLeave::End => tx.end_call(id, now),
                }
            })
            .await?;
        self.presence.forget_hosts(id);
        self.tell_all(&changed);
        Ok(())
    }
}

impl Tx {
    /// Everybody in the call waits again, before those who wait already and in the order in which they stood.
    fn pause(&mut self, room: RoomId, now: jiff::Timestamp) -> Result<Vec<Admission>, Refusal> {
        let mut paused = Vec::new();
        // From the last to the first, each before the one that was sent back just now.
        for before in self.present_in(room, "admitted")?.into_iter().rev() {
            let front = self.front_place(room)?;
            let mut change = before.clone().send_back(&Actor::SYSTEM, front, None, now)?;
            self.save_change(&before, &mut change, &Actor::SYSTEM, now)?;
            paused.push(change.admission);
        }
        Ok(paused)
    }

    fn end_call(&mut self, room: RoomId, now: jiff::Timestamp) -> Result<Vec<Admission>, Refusal> {
        let mut out = Vec::new();
        for before in self.present_in(room, "admitted")? {
            let mut change = before.clone().depart(&Actor::SYSTEM, Departure::Ended, now)?;
            self.save_change(&before, &mut change, &Actor::SYSTEM, now)?;
            out.push(change.admission);
        }
        Ok(out)
    }

    fn log_of_room(&mut self, room: &Room, fact: &Fact, now: jiff::Timestamp) -> Result<(), StoreError> {
        let about = About { room: Some(room.id), admission: None };
        self.append_audit(&Actor::SYSTEM, now, about, fact)?;
        Ok(())
    }
}
