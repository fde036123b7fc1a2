//! One page's WebSocket: who comes in, what it says, what it is told, and how it ends.

use std::time::{Duration, Instant};

use actix_web::{HttpRequest, HttpResponse, web};
use actix_ws::{
    AggregatedMessage, AggregatedMessageStream, CloseCode, CloseReason, ProtocolError as FrameError, Session,
};
use futures_util::StreamExt;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::EntryRefusal;
use super::handle::LocalSession;
use super::hub::{Command, Outgoing, Place, Read};
use super::limits::{self, Allowance};
use super::protocol::{self, ClientMessage, Code, DisconnectReason, LeaveReason, ServerMessage};
use super::sfu::{BadSdp, Description};

/// For the gate's answer: a database that is locked longer than this is as good as none.
const GATE: Duration = Duration::from_secs(10);
/// Close codes of our own (4000–4999 are for applications).
const REFUSED: u16 = 4000;
const REMOVED: u16 = 4001;
const REPLACED: u16 = 4002;
const MISBEHAVED: u16 = 4003;

/// Turns a request for `/session/ws` into a socket of the session.
///
/// The caller has checked already that `Origin` is the public address: here, the token alone counts, which another site's
/// page does not have, but a page that can open sockets at will could still use them up.
pub fn serve_socket(
    request: &HttpRequest,
    body: web::Payload,
    session: LocalSession,
) -> actix_web::Result<HttpResponse> {
    let (response, writer, frames) = actix_ws::handle(request, body)?;
    let frames = frames.max_frame_size(limits::MESSAGE_BYTES).aggregate_continuations();
    let frames = frames.max_continuation_size(limits::MESSAGE_BYTES);
    actix_web::rt::spawn(async move {
        let mut socket = Socket { session, writer, frames };
        let close = socket.converse().await;
        let _gone_already = timeout(limits::SEND, socket.writer.close(close)).await;
    });
    Ok(response)
}

struct Socket {
    session: LocalSession,
    writer: Session,
    frames: AggregatedMessageStream,
}

/// What came in.
enum Incoming {
    Text(String),
    /// Ping, pong: a sign of life.
    Life,
    Binary,
    TooLarge,
    /// The page closed the socket; whether it said goodbye.
    Closed {
        goodbye: bool,
    },
}

impl Socket {
    /// From the first message to the last; the answer is how to close.
    async fn converse(&mut self) -> Option<CloseReason> {
        let token = match timeout(limits::FIRST_MESSAGE, self.first_message()).await {
            Ok(Ok(token)) => token,
            Ok(Err(close)) => return close,
            Err(_) => return Some(CloseReason::from(CloseCode::Policy)),
        };
        let (outgoing, told) = mpsc::channel(limits::OUTGOING_QUEUE);
        match self.enter(&token, outgoing).await {
            Ok(place) => self.attend(&place, told).await,
            Err(code) => self.refuse(code, "connect").await,
        }
    }

    async fn first_message(&mut self) -> Result<String, Option<CloseReason>> {
        loop {
            let text = match self.next().await {
                Incoming::Text(text) => text,
                Incoming::Life => continue,
                Incoming::Closed { .. } => return Err(None),
                Incoming::Binary => return Err(self.refuse(Code::BadMessage, "").await),
                Incoming::TooLarge => return Err(self.refuse_large().await),
            };
            return match protocol::read(&text) {
                Ok(ClientMessage::Connect { v, .. }) if v != protocol::VERSION => {
                    Err(self.refuse(Code::UnsupportedVersion, "connect").await)
                }
                Ok(ClientMessage::Connect { token, .. }) => Ok(token),
                Ok(other) => Err(self.refuse(Code::NotConnected, other.op()).await),
                Err(error) => Err(self.refuse(error.code(), "").await),
            };
        }
    }

    async fn enter(&mut self, token: &str, outgoing: mpsc::Sender<Outgoing>) -> Result<Place, Code> {
        let admitted = timeout(GATE, self.session.shared().gate.admit(token)).await;
        let entrant = admitted.unwrap_or(Err(EntryRefusal::Unavailable)).map_err(Code::from)?;
        let entered = self.session.ask(|reply| Command::Enter { entrant, outgoing, reply }).await;
        entered.unwrap_or(Err(Code::Unavailable))
    }

    /// The conversation proper.
    async fn attend(&mut self, place: &Place, mut told: mpsc::Receiver<Outgoing>) -> Option<CloseReason> {
        let mut manners = Manners::new(Instant::now());
        let mut ping = tokio::time::interval(limits::PING);
        loop {
            tokio::select! {
                outgoing = told.recv() => match outgoing {
                    Some(Outgoing::Message(message)) => {
                        if !self.say(&message).await {
                            return self.gone(place, LeaveReason::Network).await;
                        }
                    }
                    Some(Outgoing::End(reason)) => return self.farewell(reason).await,
                    None => return self.farewell(DisconnectReason::Restarting).await,
                },
                incoming = self.next() => {
                    manners.heard = Instant::now();
                    match self.heed(place, incoming, &mut manners).await {
                        Heeded::Fine => {}
                        Heeded::Over(close) => return close,
                    }
                }
                _ = ping.tick() => {
                    let silent = manners.heard.elapsed() > limits::SILENCE;
                    if silent || !self.ping().await {
                        return self.gone(place, LeaveReason::Network).await;
                    }
                }
            }
        }
    }

    async fn heed(&mut self, place: &Place, incoming: Incoming, manners: &mut Manners) -> Heeded {
        let text = match incoming {
            Incoming::Text(text) => text,
            Incoming::Life => return Heeded::Fine,
            Incoming::Binary => return self.strike(place, Code::BadMessage, "", None, manners).await,
            Incoming::TooLarge => {
                self.gone(place, LeaveReason::Network).await;
                return Heeded::Over(self.refuse_large().await);
            }
            Incoming::Closed { goodbye } => {
                let reason = if goodbye { LeaveReason::Left } else { LeaveReason::Network };
                return Heeded::Over(self.gone(place, reason).await);
            }
        };
        match protocol::read(&text) {
            Err(error) => self.strike(place, error.code(), "", None, manners).await,
            Ok(message) if !manners.permit(&message, Instant::now()) => {
                let on = message.on().map(str::to_owned);
                self.strike(place, Code::TooFast, message.op(), on, manners).await
            }
            Ok(message) => {
                let description = Box::new(describe(&message).await);
                let command = Command::Message { place: place.clone(), message: Box::new(message), description };
                // A hub that is gone shows itself by the end of `told`.
                let _restarting = self.session.send(command).await;
                Heeded::Fine
            }
        }
    }

    /// A refused message; too many of them end the connection.
    async fn strike(
        &mut self,
        place: &Place,
        code: Code,
        op: &'static str,
        on: Option<String>,
        manners: &mut Manners,
    ) -> Heeded {
        manners.strikes += 1;
        let told = self.say(&ServerMessage::Error { code, op, on }).await;
        if told && manners.strikes < limits::STRIKES {
            return Heeded::Fine;
        }
        self.gone(place, LeaveReason::Network).await;
        Heeded::Over(self.farewell(DisconnectReason::Misbehaved).await)
    }

    async fn gone(&mut self, place: &Place, reason: LeaveReason) -> Option<CloseReason> {
        let _restarting = self.session.send(Command::Gone { place: place.clone(), reason }).await;
        Some(CloseReason::from(CloseCode::Normal))
    }

    async fn farewell(&mut self, reason: DisconnectReason) -> Option<CloseReason> {
        self.say(&ServerMessage::Disconnected { reason }).await;
        let code = match reason {
            DisconnectReason::Removed => CloseCode::Other(REMOVED),
            DisconnectReason::Replaced => CloseCode::Other(REPLACED),
            DisconnectReason::Misbehaved => CloseCode::Other(MISBEHAVED),
            DisconnectReason::Restarting => CloseCode::Restart,
            DisconnectReason::Stopping => CloseCode::Away,
        };
        Some(CloseReason::from(code))
    }

    async fn refuse(&mut self, code: Code, op: &'static str) -> Option<CloseReason> {
        self.say(&ServerMessage::Error { code, op, on: None }).await;
        Some(CloseReason::from(CloseCode::Other(REFUSED)))
    }

    async fn refuse_large(&mut self) -> Option<CloseReason> {
        self.say(&ServerMessage::Error { code: Code::TooLarge, op: "", on: None }).await;
        Some(CloseReason::from(CloseCode::Size))
    }

    /// False if the message could not leave in time.
    async fn say(&mut self, message: &ServerMessage) -> bool {
        matches!(timeout(limits::SEND, self.writer.text(message.to_text())).await, Ok(Ok(())))
    }

    async fn ping(&mut self) -> bool {
        matches!(timeout(limits::SEND, self.writer.ping(b"")).await, Ok(Ok(())))
    }

    async fn next(&mut self) -> Incoming {
        match self.frames.next().await {
            Some(Ok(AggregatedMessage::Text(text))) => Incoming::Text(text.to_string()),
            Some(Ok(AggregatedMessage::Binary(_))) => Incoming::Binary,
            Some(Ok(AggregatedMessage::Ping(payload))) => {
                let _gone_already = timeout(limits::SEND, self.writer.pong(&payload)).await;
                Incoming::Life
            }
            Some(Ok(AggregatedMessage::Pong(_))) => Incoming::Life,
            Some(Ok(AggregatedMessage::Close(reason))) => {
                let codes = [CloseCode::Normal, CloseCode::Away];
                Incoming::Closed { goodbye: reason.is_none_or(|reason| codes.contains(&reason.code)) }
            }
            Some(Err(FrameError::Overflow)) => Incoming::TooLarge,
            Some(Err(_)) | None => Incoming::Closed { goodbye: false },
        }
    }
}

/// Reads a message's session description on a thread that has time for it.
async fn describe(message: &ClientMessage) -> Read {
    let read = match message {
        ClientMessage::Publish { sdp, .. } => {
            let sdp = sdp.clone();
            web::block(move || Description::offer(&sdp)).await
        }
        ClientMessage::Answer { sdp, .. } => {
            let sdp = sdp.clone();
            web::block(move || Description::answer(&sdp)).await
        }
        _ => return Err(BadSdp),
    };
    read.unwrap_or(Err(BadSdp))
}

enum Heeded {
    Fine,
    Over(Option<CloseReason>),
}

/// How a page has behaved so far.
struct Manners {
    heard: Instant,
    strikes: u32,
    messages: Allowance,
    transports: Allowance,
    signals: Allowance,
}

impl Manners {
    fn new(now: Instant) -> Self {
        Self {
            heard: now,
            strikes: 0,
            messages: Allowance::new(limits::MESSAGES, now),
            transports: Allowance::new(limits::TRANSPORTS, now),
            signals: Allowance::new(limits::SIGNALS, now),
        }
    }

    fn permit(&mut self, message: &ClientMessage, now: Instant) -> bool {
        self.messages.take(now)
            && match message {
                ClientMessage::Publish { .. } | ClientMessage::Subscribe { .. } | ClientMessage::Answer { .. } => {
                    self.transports.take(now)
                }
                ClientMessage::Signal { .. } => self.signals.take(now),
                _ => true,
            }
    }
}

impl From<EntryRefusal> for Code {
    fn from(refusal: EntryRefusal) -> Self {
        match refusal {
            EntryRefusal::Invalid => Self::TokenInvalid,
            EntryRefusal::Expired => Self::TokenExpired,
            EntryRefusal::Voided => Self::TokenVoided,
            EntryRefusal::Unavailable => Self::Unavailable,
        }
    }
}
