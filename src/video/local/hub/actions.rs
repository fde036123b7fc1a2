//! Acts on others: by a moderator in the call, or by the application. Enforced here; pages are only told.

use super::people::{Session, Stream};
use super::{Happening, Hub, Place};
use crate::video::local::event::{Which, Whom};
use crate::video::local::protocol::{DisconnectReason, ServerMessage, StreamEnd};
use crate::video::local::sfu::PeerId;

use super::people::Subject;

/// An act in one session.
pub(in crate::video::local) struct Order {
    pub(in crate::video::local) session: String,
    pub(in crate::video::local) act: Act,
}

pub(in crate::video::local) enum Act {
    Disconnect(Whom, DisconnectReason),
    Mute(Which),
    MuteAll { except_streams: Vec<String>, except_persons: Vec<String> },
    StopPublishing(Which),
}

impl Hub {
    /// An order of the application. Gives the number of connections or streams it touched.
    pub(super) fn order(&mut self, order: &Order) -> usize {
        self.apply(order, None)
    }

    /// `by`: the moderator, if it was one.
    pub(super) fn apply(&mut self, order: &Order, by: Option<String>) -> usize {
        let Some(session) = self.sessions.get(&order.session) else { return 0 };
        match &order.act {
            Act::Disconnect(whom, reason) => {
                let ids = session.meant(whom);
                self.disconnect(&order.session, ids, *reason, by)
            }
            Act::Mute(which) => {
                let ids = session.streams_where(|id, stream| which.means(id, stream));
                self.mute(&order.session, ids, by)
            }
            Act::MuteAll { except_streams, except_persons } => {
                let spared = |id: &str, stream: &Stream| {
                    except_streams.iter().any(|other| other == id) || except_persons.contains(&stream.person)
                };
                let ids = session.streams_where(|id, stream| !spared(id, stream));
                self.mute(&order.session, ids, by)
            }
            Act::StopPublishing(which) => {
                let ids = session.streams_where(|id, stream| which.means(id, stream));
                self.stop_publishing(&order.session, ids, by)
            }
        }
    }

    /// Ends connections, and voids the tokens they came with and all older ones.
    fn disconnect(&mut self, session: &str, ids: Vec<String>, reason: DisconnectReason, by: Option<String>) -> usize {
        let now = self.shared.clock.now().as_second();
        let count = ids.len();
        for connection in ids {
            let present = self.sessions.get(session).and_then(|it| it.connections.get(&connection));
            if let Some(entrant) = present.map(|it| &it.entrant) {
                let least = entrant.generation.saturating_add(1);
                self.shared.voided.raise(session, &entrant.person, least, entrant.expires_at, now);
            }
            let place = Place { session: session.to_owned(), connection };
            self.end(&place, reason, by.clone());
        }
        count
    }

    fn mute(&mut self, session_id: &str, ids: Vec<String>, by: Option<String>) -> usize {
        let count = ids.len();
        for id in ids {
            let Some(session) = self.sessions.get_mut(session_id) else { return 0 };
            let Some(stream) = session.streams.get_mut(&id) else { continue };
            (stream.audio, stream.muted) = (false, true);
            let person = stream.person.clone();
            let owner = stream.owner.clone();
            session.tell(&owner, ServerMessage::MuteForced { stream: id.clone() });
            self.announce_change(session_id, &id);
            self.tell_application(session_id, Happening::Muted { stream: id, person, by: by.clone() });
        }
        count
    }

    fn stop_publishing(&mut self, session_id: &str, ids: Vec<String>, by: Option<String>) -> usize {
        let count = ids.len();
        for id in ids {
            let Some(session) = self.sessions.get(session_id) else { return 0 };
            if let Some(stream) = session.streams.get(&id) {
                session.tell(&stream.owner, ServerMessage::UnpublishForced { stream: id.clone() });
            }
            self.end_stream(session_id, &id, StreamEnd::Stopped, by.clone());
        }
        count
    }

    /// A stream's switches changed: the media plane obeys first, then everybody concerned is told.
    pub(super) fn announce_change(&mut self, session_id: &str, id: &str) {
        let Some(session) = self.sessions.get(session_id) else { return };
        let Some(stream) = session.streams.get(id) else { return };
        self.sfu.set_flow(stream.feed, stream.audio, stream.video);
        let changed = ServerMessage::StreamChanged(stream.view(id));
        session.tell(&stream.owner, changed.clone());
        if stream.live {
            session.tell_others(&stream.owner, &changed);
        }
    }

    /// The first media of a stream: now others may know of it.
    pub(super) fn stream_flows(&mut self, feed: PeerId) {
        let Some(Subject::Stream { session: session_id, stream: id }) = self.subjects.get(&feed).cloned() else {
            return;
        };
        let Some(session) = self.sessions.get_mut(&session_id) else { return };
        let Some(stream) = session.streams.get_mut(&id) else { return };
        stream.live = true;
        let (person, name, owner) = (stream.person.clone(), stream.name, stream.owner.clone());
        let created = ServerMessage::StreamCreated(stream.view(&id));
        session.tell_others(&owner, &created);
        self.tell_application(&session_id, Happening::Published { stream: id, person, name });
    }
}

impl Session {
    fn meant(&self, whom: &Whom) -> Vec<String> {
        match whom {
            Whom::Connection(id) => self.connections.keys().filter(|other| *other == id).cloned().collect(),
            Whom::Person { person, below_generation } => {
                let older = self.connections.iter().filter(|(_, connection)| {
                    connection.entrant.person == *person && connection.entrant.generation < *below_generation
                });
                older.map(|(id, _)| id.clone()).collect()
            }
        }
    }

    fn streams_where(&self, wanted: impl Fn(&str, &Stream) -> bool) -> Vec<String> {
        self.streams.iter().filter(|(id, stream)| wanted(id, stream)).map(|(id, _)| id.clone()).collect()
    }
}

impl Which {
    fn means(&self, id: &str, stream: &Stream) -> bool {
        match self {
            Self::Stream(wanted) => wanted == id,
            Self::Person(person) => *person == stream.person,
        }
    }
}
