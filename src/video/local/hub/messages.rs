//! What pages ask for. The role decides first, then whether the object exists in the own session, then whose it is.

use super::people::{Stream, Subject, Subscription};
use super::{Act, Happening, Hub, Order, Place};
use crate::random;
use crate::video::local::event::{Which, Whom};
use crate::video::local::limits;
use crate::video::local::protocol::{
    Capabilities, ClientMessage, Code, DisconnectReason, LayerName, ServerMessage, StreamEnd, StreamName,
};
use crate::video::local::sfu::{BadSdp, Description};

/// The description that came with a message; an error too if none did.
pub(in crate::video::local) type Read = Result<Description, BadSdp>;

/// Done, or the code the page is told.
type Outcome = Result<(), Code>;

impl Hub {
    /// One message of a page that is in.
    pub(super) fn hear(&mut self, place: &Place, message: ClientMessage, description: Read) {
        let (op, on) = (message.op(), message.on().map(str::to_owned));
        let Err(code) = self.do_as_asked(place, message, description) else { return };
        if let Some(session) = self.sessions.get(&place.session) {
            session.tell(&place.connection, ServerMessage::Error { code, op, on });
        }
    }

    fn do_as_asked(&mut self, place: &Place, message: ClientMessage, description: Read) -> Outcome {
        let session = self.sessions.get(&place.session).ok_or(Code::NotConnected)?;
        let connection = session.connections.get(&place.connection).ok_or(Code::NotConnected)?;
        let may = Capabilities::of(connection.entrant.role);
        let person = connection.entrant.person.clone();
        if !permitted(&message, may) {
            return Err(Code::NotAllowed);
        }
        match message {
            ClientMessage::Connect { .. } => Err(Code::AlreadyConnected),
            ClientMessage::Publish { reference, name, audio, video, .. } => {
                let wish = Wish { reference, name, audio, video };
                self.publish(place, person, wish, description)
            }
            ClientMessage::Unpublish { stream } => self.unpublish(place, &stream),
            ClientMessage::Subscribe { stream } => self.subscribe(place, stream),
            ClientMessage::Unsubscribe { stream } => {
                self.end_subscription(&place.session, &place.connection, &stream).then_some(()).ok_or(Code::NotFound)
            }
            ClientMessage::Answer { conn, .. } => self.take_answer(place, &conn, description),
            ClientMessage::Set { stream, audio, video } => self.set(place, &stream, audio, video),
            ClientMessage::Layer { stream, rid } => self.prefer_layer(place, &stream, rid),
            ClientMessage::Signal { to, kind, data } => self.signal(place, to.as_deref(), kind, data),
            ClientMessage::Disconnect { connection } => {
                let whom = Whom::Connection(connection);
                self.moderate(place, person, Act::Disconnect(whom, DisconnectReason::Removed))
            }
            ClientMessage::Mute { stream } => self.moderate(place, person, Act::Mute(Which::Stream(stream))),
            ClientMessage::StopPublishing { stream } => {
                self.moderate(place, person, Act::StopPublishing(Which::Stream(stream)))
            }
            ClientMessage::MuteAll { except } => {
                let act = Act::MuteAll { except_streams: except, except_persons: Vec::new() };
                self.apply(&Order { session: place.session.clone(), act }, Some(person));
                Ok(())
            }
        }
    }

    /// A moderator's act on one object, which must exist in the moderator's own session.
    fn moderate(&mut self, place: &Place, by: String, act: Act) -> Outcome {
        let order = Order { session: place.session.clone(), act };
        if self.apply(&order, Some(by)) == 0 { Err(Code::NotFound) } else { Ok(()) }
    }

    fn publish(&mut self, place: &Place, person: String, wish: Wish, offer: Read) -> Outcome {
        let session = self.sessions.get_mut(&place.session).ok_or(Code::NotConnected)?;
        if session.streams_of(&place.connection).len() >= limits::STREAMS_PER_CONNECTION {
            return Err(Code::TooManyStreams);
        }
        let (feed, answer, sections) =
            offer.and_then(|offer| self.sfu.publish(offer, wish.audio, wish.video)).map_err(|_| Code::BadSdp)?;
        let id = random::opaque_id().to_string();
        let subject = Subject::Stream { session: place.session.clone(), stream: id.clone() };
        self.subjects.insert(feed, subject);
        let (audio, video) = (wish.audio && sections.audio, wish.video && sections.video);
        let owner = place.connection.clone();
        let (name, muted, live) = (wish.name, false, false);
        let stream = Stream { owner, person, name, feed, sections, audio, video, muted, live };
        session.streams.insert(id.clone(), stream);
        let published = ServerMessage::Published { reference: wish.reference, stream: id, sdp: answer };
        session.tell(&place.connection, published);
        Ok(())
    }

    fn unpublish(&mut self, place: &Place, stream: &str) -> Outcome {
        self.own_stream(place, stream)?;
        self.end_stream(&place.session, stream, StreamEnd::Unpublished, None);
        Ok(())
    }

    fn subscribe(&mut self, place: &Place, stream_id: String) -> Outcome {
        let session = self.sessions.get(&place.session).ok_or(Code::NotConnected)?;
        let stream = session.streams.get(&stream_id).ok_or(Code::NotFound)?;
        if stream.owner == place.connection {
            return Err(Code::NotAllowed);
        }
        if !stream.live {
            return Err(Code::NotFound);
        }
        let feed = stream.feed;
        self.end_subscription(&place.session, &place.connection, &stream_id);
        let session = self.sessions.get_mut(&place.session).ok_or(Code::NotConnected)?;
        let connection = session.connections.get_mut(&place.connection).ok_or(Code::NotConnected)?;
        if connection.subscriptions.len() >= limits::SUBSCRIPTIONS_PER_CONNECTION {
            return Err(Code::TooManySubscriptions);
        }
        let (view, sdp) = self.sfu.subscribe(feed).ok_or(Code::Failed)?;
        let conn = random::opaque_id().to_string();
        connection.subscriptions.insert(stream_id.clone(), Subscription { conn: conn.clone(), view });
        connection.send(ServerMessage::Offer { conn, stream: stream_id.clone(), sdp });
        let (session, connection) = (place.session.clone(), place.connection.clone());
        self.subjects.insert(view, Subject::Subscription { session, connection, stream: stream_id });
        Ok(())
    }

    fn take_answer(&mut self, place: &Place, conn: &str, answer: Read) -> Outcome {
        let session = self.sessions.get(&place.session).ok_or(Code::NotConnected)?;
        let connection = session.connections.get(&place.connection).ok_or(Code::NotConnected)?;
        let own = connection.subscriptions.iter().find(|(_, subscription)| subscription.conn == conn);
        let (stream, view) = own.map(|(stream, it)| (stream.clone(), it.view)).ok_or(Code::NotFound)?;
        self.sfu.answer(view, answer).map_err(|_| {
            self.end_subscription(&place.session, &place.connection, &stream);
            Code::BadSdp
        })
    }

    /// The owner's own microphone and camera. Only this lifts a moderator's silence.
    fn set(&mut self, place: &Place, id: &str, audio: Option<bool>, video: Option<bool>) -> Outcome {
        let stream = self.own_stream(place, id)?;
        stream.audio = audio.map_or(stream.audio, |on| on && stream.sections.audio);
        stream.video = video.map_or(stream.video, |on| on && stream.sections.video);
        stream.muted = stream.muted && !stream.audio;
        let (audio, video, person) = (stream.audio, stream.video, stream.person.clone());
        let live = stream.live;
        self.announce_change(&place.session, id);
        if live {
            let what = Happening::Changed { stream: id.to_owned(), person, audio, video };
            self.tell_application(&place.session, what);
        }
        Ok(())
    }

    fn prefer_layer(&mut self, place: &Place, stream: &str, rid: LayerName) -> Outcome {
        let session = self.sessions.get(&place.session).ok_or(Code::NotConnected)?;
        let connection = session.connections.get(&place.connection).ok_or(Code::NotConnected)?;
        let subscription = connection.subscriptions.get(stream).ok_or(Code::NotFound)?;
        self.sfu.want_layer(subscription.view, usize::from(rid == LayerName::High));
        Ok(())
    }

    fn signal(&mut self, place: &Place, to: Option<&str>, kind: String, data: String) -> Outcome {
        let session = self.sessions.get(&place.session).ok_or(Code::NotConnected)?;
        let signal = ServerMessage::Signal { from: place.connection.clone(), kind, data };
        let Some(to) = to else {
            session.tell_others(&place.connection, &signal);
            return Ok(());
        };
        let receiver = session.connections.get(to).ok_or(Code::NotFound)?;
        if !receiver.sees() {
            return Err(Code::NotAllowed);
        }
        receiver.send(signal);
        Ok(())
    }

    fn own_stream(&mut self, place: &Place, id: &str) -> Result<&mut Stream, Code> {
        let session = self.sessions.get_mut(&place.session).ok_or(Code::NotConnected)?;
        let stream = session.streams.get_mut(id).ok_or(Code::NotFound)?;
        if stream.owner == place.connection { Ok(stream) } else { Err(Code::NotAllowed) }
    }
}

/// What a page wants to publish, beside its SDP.
struct Wish {
    reference: String,
    name: StreamName,
    audio: bool,
    video: bool,
}

/// The one place where a role meets a message.
fn permitted(message: &ClientMessage, may: Capabilities) -> bool {
    match message {
        ClientMessage::Connect { .. } => true,
        ClientMessage::Publish { .. } | ClientMessage::Unpublish { .. } | ClientMessage::Set { .. } => may.publish,
        ClientMessage::Subscribe { .. }
        | ClientMessage::Unsubscribe { .. }
        | ClientMessage::Answer { .. }
        | ClientMessage::Layer { .. } => may.subscribe,
        ClientMessage::Signal { .. } => may.signal,
        ClientMessage::Disconnect { .. }
        | ClientMessage::Mute { .. }
        | ClientMessage::MuteAll { .. }
        | ClientMessage::StopPublishing { .. } => may.moderate,
    }
}
