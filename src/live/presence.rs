//! Who is there. Presence is kept in memory: it is true only now, and pages tell it anew within seconds of a restart.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::policy;

/// Whether a guest is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Here,
    /// No sign of life since then.
    Away {
        since: Timestamp,
    },
    /// Connected to the video session.
    InCall(InCall),
}

/// How somebody is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InCall {
    pub since: Timestamp,
    pub camera: bool,
    pub microphone: bool,
    /// Whether the provider tells the two apart; else both say that something is published.
    pub told_apart: bool,
}

#[derive(Clone, Debug)]
struct Sign {
    room: RoomId,
    /// The last sign of life.
    at: Timestamp,
    /// Open streams; while there is one, the guest is here.
    streams: u32,
    in_call: Option<InCall>,
    was_in_call: bool,
    /// How often a host has called the guest to the call again.
    calls: u32,
    /// What the desks were last told.
    told_away: bool,
}

#[derive(Debug)]
struct Book {
    started_at: Timestamp,
    guests: HashMap<AdmissionId, Sign>,
    /// For each room the guests whose presence changed, with a number that goes up.
    changes: HashMap<RoomId, (u64, Vec<(u64, AdmissionId)>)>,
    /// Hosts, by room.
    hosts: HashMap<RoomId, Hosts>,
    /// Who was away and is back, until somebody asks.
    returns: Vec<Return>,
}

/// The hosts of a room.
#[derive(Clone, Copy, Debug)]
struct Hosts {
    /// Open desks; while there is one, a host is there.
    desks: u32,
    /// When one was last there, as far as somebody looked.
    at: Timestamp,
    there: bool,
}

/// Somebody who was away and is back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return {
    pub guest: AdmissionId,
    pub at: Timestamp,
    /// The last sign of life before.
    pub away_since: Timestamp,
}

/// A host at a desk.
#[derive(Debug)]
pub struct AtDesk {
    book: PresenceBook,
    room: RoomId,
}

impl Drop for AtDesk {
    fn drop(&mut self) {
        let mut book = self.book.book();
        if let Some(hosts) = book.hosts.get_mut(&self.room) {
            hosts.desks = hosts.desks.saturating_sub(1);
        }
    }
}

/// What is remembered of changes in a room; a stream that fell further behind shows whole lists again.
const REMEMBERED: usize = 1000;

/// Clones share one book.
#[derive(Clone, Debug)]
pub struct PresenceBook {
    book: Arc<Mutex<Book>>,
}

impl PresenceBook {
    pub fn new(started_at: Timestamp) -> Self {
        let book = Book {
            started_at,
            guests: HashMap::new(),
            changes: HashMap::new(),
            hosts: HashMap::new(),
            returns: Vec::new(),
        };
        Self { book: Arc::new(Mutex::new(book)) }
    }

    /// A sign of life. Answers whether the desks should hear of it: the guest was away or unknown.
    pub fn seen(&self, guest: AdmissionId, room: RoomId, now: Timestamp) -> bool {
        let mut book = self.book();
        let sign = book.sign(guest, room, now);
        let away_since = std::mem::replace(&mut sign.at, now);
        let news = std::mem::take(&mut sign.told_away);
        if news {
            book.note_return(room, Return { guest, at: now, away_since });
        }
        news
    }

    /// Who has come back since the last call.
    pub fn take_returns(&self) -> Vec<Return> {
        std::mem::take(&mut self.book().returns)
    }

    /// A stream of the guest has opened (`true`) or closed. Answers whether the desks should hear of it.
    pub fn stream(&self, guest: AdmissionId, room: RoomId, open: bool, now: Timestamp) -> bool {
        let mut book = self.book();
        let sign = book.sign(guest, room, now);
        let away_since = std::mem::replace(&mut sign.at, now);
        sign.streams = if open { sign.streams + 1 } else { sign.streams.saturating_sub(1) };
        let news = std::mem::take(&mut sign.told_away);
        if news {
            book.note_return(room, Return { guest, at: now, away_since });
        }
        news
    }

    /// A host has come to a room's desk, and is there until the answer is dropped.
    pub fn at_desk(&self, room: RoomId) -> AtDesk {
        let mut book = self.book();
        let hosts = book.hosts_of(room);
        hosts.desks += 1;
        hosts.there = true;
        drop(book);
        AtDesk { book: self.clone(), room }
    }

    /// A sign of life of a host without an open desk: a page without scripts, or the call.
    pub fn host_seen(&self, room: RoomId, now: Timestamp) {
        let mut book = self.book();
        let hosts = book.hosts_of(room);
        hosts.at = now;
        hosts.there = true;
    }

    /// Whether a host is in a room, or was within the last 20 seconds: a reload is no absence.
    pub fn is_host_at(&self, room: RoomId) -> bool {
        self.book().hosts.get(&room).is_some_and(|hosts| hosts.desks > 0 || hosts.there)
    }

    /// Looks in which rooms a host is now. Whoever asks often is told of an absence in time.
    pub fn rooms_with_hosts(&self, now: Timestamp) -> Vec<RoomId> {
        let mut book = self.book();
        for hosts in book.hosts.values_mut() {
            if hosts.desks > 0 {
                hosts.at = now;
            }
            hosts.there = hosts.desks > 0 || now < hosts.at + policy::AWAY_AFTER;
        }
        book.hosts.iter().filter(|(_, hosts)| hosts.there).map(|(room, _)| *room).collect()
    }

    /// When a host was last seen in a room; when the server was started, if none was since.
    pub fn host_last_at(&self, room: RoomId) -> Timestamp {
        let book = self.book();
        book.hosts.get(&room).map_or(book.started_at, |hosts| hosts.at)
    }

    /// Nothing more is to be known of a room's hosts, unless one is there.
    pub fn forget_hosts(&self, room: RoomId) {
        let mut book = self.book();
        if book.hosts.get(&room).is_some_and(|hosts| hosts.desks == 0 && !hosts.there) {
            book.hosts.remove(&room);
        }
    }

    /// Whether a guest has been seen in the call and is not there now.
    pub fn was_in_call(&self, guest: AdmissionId) -> bool {
        self.book().guests.get(&guest).is_some_and(|sign| sign.was_in_call && sign.in_call.is_none())
    }

    /// The guest has connected to the video session, does something else there, or has gone from it. Answers whether
    /// that is news.
    pub fn in_call(&self, guest: AdmissionId, room: RoomId, connected: Option<InCall>, now: Timestamp) -> bool {
        let mut book = self.book();
        let sign = book.sign(guest, room, now);
        sign.at = now;
        let news = sign.in_call != connected;
        sign.in_call = connected;
        sign.was_in_call |= connected.is_some();
        if news {
            book.note_change(room, guest);
        }
        news
    }

    /// Something else that desks show of a guest and that is true only now has changed.
    pub fn touch(&self, guest: AdmissionId, room: RoomId) {
        self.book().note_change(room, guest);
    }

    /// A host calls an admitted guest, whose page has not connected, to the call again.
    pub fn call(&self, guest: AdmissionId, room: RoomId, now: Timestamp) {
        let mut book = self.book();
        // Not a sign of life: the time of the last one stays.
        book.sign(guest, room, now).calls += 1;
    }

    /// How often a guest was called again.
    pub fn calls(&self, guest: AdmissionId) -> u32 {
        self.book().guests.get(&guest).map_or(0, |sign| sign.calls)
    }

    /// Everybody who is believed to be connected.
    pub fn all_in_call(&self) -> Vec<(RoomId, AdmissionId)> {
        let book = self.book();
        let connected = book.guests.iter().filter(|(_, sign)| sign.in_call.is_some());
        connected.map(|(guest, sign)| (sign.room, *guest)).collect()
    }

    /// How it stands with a guest who asked at `requested_at`.
    pub fn of(&self, guest: AdmissionId, requested_at: Timestamp, now: Timestamp) -> Presence {
        let book = self.book();
        match book.guests.get(&guest) {
            Some(Sign { in_call: Some(connected), .. }) => Presence::InCall(*connected),
            Some(sign) if sign.streams > 0 => Presence::Here,
            Some(sign) => away_or_here(sign.at, now),
            None => away_or_here(requested_at.max(book.started_at), now),
        }
    }

    /// Finds who has gone away since the last call and answers the rooms whose desks should hear of it.
    pub fn sweep(&self, now: Timestamp) -> Vec<RoomId> {
        let mut book = self.book();
        let gone: Vec<(AdmissionId, RoomId)> = book
            .guests
            .iter_mut()
            .filter(|(_, sign)| {
                sign.streams == 0 && sign.in_call.is_none() && !sign.told_away && now >= sign.at + policy::AWAY_AFTER
            })
            .map(|(guest, sign)| {
                sign.told_away = true;
                (*guest, sign.room)
            })
            .collect();
        let mut rooms = Vec::new();
        for (guest, room) in gone {
            book.note_change(room, guest);
            if !rooms.contains(&room) {
                rooms.push(room);
            }
        }
        book.guests.retain(|_, sign| !sign.told_away || now < sign.at + SignedDuration::from_hours(4));
        rooms
    }

    /// The number of the last change in a room.
    pub fn latest(&self, room: RoomId) -> u64 {
        self.book().changes.get(&room).map_or(0, |(latest, _)| *latest)
    }

    /// Whose presence in a room changed after a number; none when the book does not reach back so far, or the number is
    /// of another one (before a restart).
    pub fn changed_after(&self, room: RoomId, number: u64) -> Option<Vec<AdmissionId>> {
        let book = self.book();
        let Some((latest, changes)) = book.changes.get(&room) else { return (number == 0).then(Vec::new) };
        let known_from = changes.first().map_or(*latest, |(first, _)| first - 1);
        if !(known_from..=*latest).contains(&number) {
            return None;
        }
        let mut guests: Vec<_> = changes.iter().filter(|(at, _)| *at > number).map(|(_, guest)| *guest).collect();
        guests.sort_unstable();
        guests.dedup();
        Some(guests)
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn away_or_here(last: Timestamp, now: Timestamp) -> Presence {
    if now >= last + policy::AWAY_AFTER { Presence::Away { since: last } } else { Presence::Here }
}

impl Book {
    fn hosts_of(&mut self, room: RoomId) -> &mut Hosts {
        let at = self.started_at;
        self.hosts.entry(room).or_insert(Hosts { desks: 0, at, there: false })
    }

    fn sign(&mut self, guest: AdmissionId, room: RoomId, now: Timestamp) -> &mut Sign {
        self.guests.entry(guest).or_insert(Sign {
            room,
            at: now,
            streams: 0,
            in_call: None,
            was_in_call: false,
            calls: 0,
            told_away: false,
        })
    }

    fn note_return(&mut self, room: RoomId, back: Return) {
        self.returns.push(back);
        self.note_change(room, back.guest);
    }

    fn note_change(&mut self, room: RoomId, guest: AdmissionId) {
        let (latest, changes) = self.changes.entry(room).or_default();
        *latest += 1;
        changes.push((*latest, guest));
        if changes.len() > REMEMBERED {
            changes.drain(..REMEMBERED / 2);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guest_is_away_twenty_seconds_after_the_last_sign_and_here_while_a_stream_is_open() {
        let start = Timestamp::UNIX_EPOCH;
        let after = |seconds| start + SignedDuration::from_secs(seconds);
        let (guest, room) = (AdmissionId(uuid::Uuid::from_u128(1)), RoomId(uuid::Uuid::from_u128(2)));
        let book = PresenceBook::new(start);
        book.seen(guest, room, after(1));
        assert_eq!(book.of(guest, start, after(20)), Presence::Here);
        assert_eq!(book.of(guest, start, after(21)), Presence::Away { since: after(1) });
        assert_eq!(book.sweep(after(21)), [room]);
        assert!(book.sweep(after(22)).is_empty(), "told once");
        assert_eq!(book.changed_after(room, 0), Some(vec![guest]));
        assert!(book.seen(guest, room, after(30)), "coming back is news");
        assert_eq!(book.take_returns(), [Return { guest, at: after(30), away_since: after(1) }]);
        assert_eq!(book.take_returns(), [], "told once");
        book.stream(guest, room, true, after(31));
        assert_eq!(book.of(guest, start, after(500)), Presence::Here);
        book.stream(guest, room, false, after(500));
        assert_eq!(book.of(guest, start, after(521)), Presence::Away { since: after(500) });
    }
}
