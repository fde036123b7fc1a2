//! Coming and going.

use std::cell::Cell;
use std::collections::HashMap;

use super::people::{Connection, Session, Subject};
use super::{Happening, Hub, Outbox, Outgoing};
use crate::random;
use crate::video::local::protocol::{
    Capabilities, Code, DisconnectReason, LeaveReason, ServerMessage, StreamEnd, StreamView,
};
use crate::video::local::{Entrant, limits};

/// Where a socket's messages come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::video::local) struct Place {
    pub(in crate::video::local) session: String,
    pub(in crate::video::local) connection: String,
}

impl Hub {
    /// A new connection, after the gate has let it in. The same person's older connections end.
    pub(super) fn enter(&mut self, entrant: Entrant, outgoing: Outbox) -> Result<Place, Code> {
        if !self.shared.voided.admits(&entrant.session_id, &entrant.person, entrant.generation) {
            return Err(Code::TokenVoided);
        }
        self.make_way(&entrant)?;
        let present = self.sessions.get(&entrant.session_id).map_or(0, |session| session.connections.len());
        if present >= limits::CONNECTIONS_PER_SESSION {
            return Err(Code::SessionFull);
        }
        if self.connections >= limits::CONNECTIONS {
            return Err(Code::ServerFull);
        }
        let place = Place { session: entrant.session_id.clone(), connection: random::opaque_id().to_string() };
        self.welcome(&place, entrant, outgoing);
        Ok(place)
    }

    /// Ends older connections of the same person, unless one of them holds a newer token.
    fn make_way(&mut self, entrant: &Entrant) -> Result<(), Code> {
        let Some(session) = self.sessions.get(&entrant.session_id) else { return Ok(()) };
        let of_same_person = session.connections.iter().filter(|(_, other)| other.entrant.person == entrant.person);
        let others: Vec<(String, u32)> = of_same_person.map(|(id, it)| (id.clone(), it.entrant.generation)).collect();
        if others.iter().any(|(_, generation)| *generation > entrant.generation) {
            return Err(Code::TokenVoided);
        }
        for (connection, _) in others {
            let place = Place { session: entrant.session_id.clone(), connection };
            self.end(&place, DisconnectReason::Replaced, None);
        }
        Ok(())
    }

    fn welcome(&mut self, place: &Place, entrant: Entrant, outgoing: Outbox) {
        let session = self.sessions.entry(place.session.clone()).or_default();
        let since = self.shared.clock.now();
        let connection =
            Connection { entrant, since, outgoing, subscriptions: HashMap::new(), stalled: Cell::new(false) };
        let role = connection.entrant.role;
        let sees = connection.sees();
        connection.send(ServerMessage::Welcome {
            connection: place.connection.clone(),
            role,
            capabilities: Capabilities::of(role),
            connections: session.connections.iter().filter(|_| sees).map(|(id, other)| other.view(id)).collect(),
            streams: live_streams(session, sees),
        });
        session.tell_others(&place.connection, &ServerMessage::Joined(connection.view(&place.connection)));
        let what = Happening::Joined {
            connection: place.connection.clone(),
            person: connection.entrant.person.clone(),
            role,
            generation: connection.entrant.generation,
        };
        session.connections.insert(place.connection.clone(), connection);
        self.connections += 1;
        self.tell_application(&place.session, what);
    }

    /// Tells a page why, and ends its connection.
    pub(super) fn end(&mut self, place: &Place, reason: DisconnectReason, by: Option<String>) {
        let session = self.sessions.get(&place.session);
        if let Some(connection) = session.and_then(|session| session.connections.get(&place.connection)) {
            let _gone_already = connection.outgoing.try_send(Outgoing::End(reason));
        }
        let reason = match reason {
            DisconnectReason::Removed => LeaveReason::Removed,
            DisconnectReason::Replaced => LeaveReason::Replaced,
            DisconnectReason::Misbehaved => LeaveReason::Network,
            DisconnectReason::Restarting | DisconnectReason::Stopping => LeaveReason::Stopped,
        };
        self.leave(place, reason, by);
    }

    /// Takes a connection out, with everything it had. Twice is once.
    pub(super) fn leave(&mut self, place: &Place, reason: LeaveReason, by: Option<String>) {
        let Some(session) = self.sessions.get_mut(&place.session) else { return };
        let own = session.streams_of(&place.connection);
        let Some(connection) = session.connections.remove(&place.connection) else { return };
        self.connections -= 1;
        for (_, subscription) in connection.subscriptions {
            self.subjects.remove(&subscription.view);
            self.sfu.close(subscription.view);
        }
        for stream in own {
            self.end_stream(&place.session, &stream, StreamEnd::Left, None);
        }
        let Some(session) = self.sessions.get(&place.session) else { return };
        let left = ServerMessage::Left { connection: place.connection.clone(), reason };
        session.tell_others(&place.connection, &left);
        if session.connections.is_empty() {
            self.sessions.remove(&place.session);
        }
        let (person, generation) = (connection.entrant.person, connection.entrant.generation);
        let what = Happening::Left { connection: place.connection.clone(), person, generation, reason, by };
        self.tell_application(&place.session, what);
    }

    /// Ends a stream and all subscriptions to it, and tells everybody concerned.
    pub(super) fn end_stream(&mut self, session_id: &str, id: &str, reason: StreamEnd, by: Option<String>) {
        let Some(session) = self.sessions.get_mut(session_id) else { return };
        let Some(stream) = session.streams.remove(id) else { return };
        self.sfu.close(stream.feed);
        self.subjects.remove(&stream.feed);
        for connection in session.connections.values_mut() {
            if let Some(subscription) = connection.subscriptions.remove(id) {
                self.subjects.remove(&subscription.view);
            }
        }
        let (stream_id, connection) = (id.to_owned(), stream.owner.clone());
        let destroyed = ServerMessage::StreamDestroyed { stream: stream_id.clone(), connection, reason };
        session.tell(&stream.owner, destroyed.clone());
        if stream.live {
            session.tell_others(&stream.owner, &destroyed);
            let what = Happening::Unpublished { stream: stream_id, person: stream.person, reason, by };
            self.tell_application(session_id, what);
        }
    }

    /// The media plane lost a peer.
    pub(super) fn peer_lost(&mut self, peer: crate::video::local::sfu::PeerId) {
        match self.subjects.remove(&peer) {
            Some(Subject::Stream { session, stream }) => self.end_stream(&session, &stream, StreamEnd::Network, None),
            Some(Subject::Subscription { session, connection, stream }) => {
                self.end_subscription(&session, &connection, &stream);
            }
            None => {}
        }
    }

    /// Ends a subscription and tells its page. False if there was none.
    pub(super) fn end_subscription(&mut self, session_id: &str, connection_id: &str, stream: &str) -> bool {
        let Some(session) = self.sessions.get_mut(session_id) else { return false };
        let Some(connection) = session.connections.get_mut(connection_id) else { return false };
        let Some(subscription) = connection.subscriptions.remove(stream) else { return false };
        connection.send(ServerMessage::Closed { conn: subscription.conn, stream: stream.to_owned() });
        self.subjects.remove(&subscription.view);
        self.sfu.close(subscription.view);
        true
    }

    /// Connections of all sessions for which `wanted` holds.
    pub(super) fn places(&self, wanted: impl Fn(&Connection) -> bool) -> Vec<Place> {
        let mut places = Vec::new();
        for (id, session) in &self.sessions {
            for (connection, _) in session.connections.iter().filter(|(_, it)| wanted(it)) {
                places.push(Place { session: id.clone(), connection: connection.clone() });
            }
        }
        places
    }
}

fn live_streams(session: &Session, sees: bool) -> Vec<StreamView> {
    session.streams.iter().filter(|(_, stream)| sees && stream.live).map(|(id, stream)| stream.view(id)).collect()
}
