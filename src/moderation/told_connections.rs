//! What pages and the platform's callbacks tell of connections: whose they are, that they are over, what they publish.
//! It is written down and compared with the rights of this moment. It never gives anybody a right; the most it does is
//! to take a connection away.

use jiff::{SignedDuration, Timestamp};

use super::connections::rights_in;
use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::ids::{AdmissionId, ConnectionId, PersonId, RoomId, StreamId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::role::Role;
use crate::live::Topic;
use crate::store::{ToldBy, Tx};
use crate::video::SessionNews;

/// So long a connection that a page told of may be missing in the platform's list.
const UNLISTED_AT_FIRST: SignedDuration = SignedDuration::from_secs(20);
/// A camera, a screen, and their successors while one takes the place of the other.
const MOST_STREAMS: usize = 4;
/// So long what has ended is remembered: the platform repeats events for a day.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(48);

/// What somebody tells of one connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub session_id: String,
    pub connection: ConnectionId,
    /// Who it is and with which generation of tokens, as the token's data or the page says.
    pub person: PersonId,
    pub generation: u32,
    pub what: Happened,
}

/// What a page tells of its own connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWord {
    pub connection: ConnectionId,
    /// Of the token that it connected with.
    pub generation: u32,
    /// All that it publishes now; none: nothing is said of that.
    pub streams: Option<Vec<StreamId>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    Connected,
    Disconnected,
    Published(StreamId),
    Unpublished(StreamId),
}

/// What a person may do in a session now.
struct Place {
    room: RoomId,
    held: Option<(u32, Role)>,
}

/// What follows from something told, once it is on the disk.
#[derive(Default)]
struct Effect {
    news: Option<SessionNews>,
    /// Where a connection is to be ended.
    enforce: Option<RoomId>,
}

impl Moderation {
    /// A guest's page tells which connection is its own.
    ///
    /// # Errors
    /// `Conflict` when the guest is not in, `Invalid` for a generation that does not exist yet.
    pub async fn page_connected(&self, actor: &Actor, id: AdmissionId, word: OwnWord) -> Result<(), Refusal> {
        let admission = self.store.admission(id)?.ok_or(Refusal::NotFound)?;
        if !may(Standing::to_admission(actor, id, &[]), Action::UseOwnAdmission) {
            return Err(Refusal::NotFound);
        }
        if admission.role().is_none() {
            return Err(Refusal::Conflict(Box::new(admission)));
        }
        let own = (admission.person, admission.generation);
        self.own_connection(admission.room_id, own, ToldBy::Guest, word).await
    }

    /// A host's page tells which connection is its own.
    ///
    /// # Errors
    /// `NotFound` for whoever is not a host of this room, `Invalid` for a generation that does not exist yet.
    pub async fn host_page_connected(&self, actor: &Actor, room: RoomId, word: OwnWord) -> Result<(), Refusal> {
        let (account, _) = actor.account().ok_or(Refusal::NotFound)?;
        let hosts = self.store.room_hosts(room)?;
        let host = hosts.iter().find(|host| host.account_id == account && !host.disabled).ok_or(Refusal::NotFound)?;
        self.own_connection(room, (host.person, host.generation), ToldBy::Host, word).await
    }

    async fn own_connection(
        &self,
        room: RoomId,
        (person, newest): (PersonId, u32),
        told_by: ToldBy,
        word: OwnWord,
    ) -> Result<(), Refusal> {
        let OwnWord { connection, generation, streams } = word;
        if streams.as_ref().is_some_and(|streams| streams.len() > MOST_STREAMS) {
            return Err(Refusal::invalid("streams", "are more than one connection publishes"));
        }
        if generation > newest {
            return Err(Refusal::invalid("generation", "is newer than any token"));
        }
        let session = self.store.room(room)?.and_then(|room| room.session_id);
        // A provider that knows persons itself needs no page to tell.
        let (Some(session_id), None) = (session, self.video.embedded()) else { return Ok(()) };
        let told = |what| {
            let (session_id, connection) = (session_id.clone(), connection.clone());
            Told { session_id, connection, person, generation, what }
        };
        self.take_told(told(Happened::Connected), told_by).await?;
        let known = self.store.connection(&session_id, &connection)?.filter(|it| it.person == person);
        let (Some(known), Some(streams)) = (known, streams) else { return Ok(()) };
        for stream in streams.iter().filter(|stream| !known.streams.contains(stream)) {
            self.take_told(told(Happened::Published(stream.clone())), told_by).await?;
        }
        for stream in known.streams.into_iter().filter(|stream| !streams.contains(stream)) {
            self.take_told(told(Happened::Unpublished(stream)), told_by).await?;
        }
        Ok(())
    }

    /// Takes in what the platform tells in a signed callback. What concerns no room or person here is passed over.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn take_callback(&self, told: Told) -> Result<(), Refusal> {
        self.take_told(told, ToldBy::Platform).await
    }

    async fn take_told(&self, told: Told, told_by: ToldBy) -> Result<(), Refusal> {
        let now = self.clock.now();
        let effect = self.store.write(move |tx| tx.take_told(told, told_by, now)).await?;
        if let Some(room) = effect.enforce {
            self.hub.notify(Topic::Room(room));
        }
        match effect.news {
            Some(news) => self.take_news(news).await,
            None => Ok(()),
        }
    }

    /// Compares what is known of connections with the platform's own lists, and closes what is there no longer. It makes
    /// up for callbacks that were lost or are not configured. Answers how many sessions could not be asked.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn compare_with_lists(&self) -> Result<usize, Refusal> {
        let mut silent = 0;
        for session_id in self.store.sessions_with_connections()? {
            match self.video.listed(&session_id).await {
                Ok(Some(listed)) => self.close_unlisted(session_id, &listed).await?,
                Ok(None) => {}
                Err(error) => {
                    tracing::warn!(%error, "the connections of a session could not be listed");
                    silent += 1;
                }
            }
        }
        let before = self.clock.now() - REMEMBERED;
        self.store.write(move |tx| Ok::<_, Refusal>(tx.forget_ended_connections(before)?)).await?;
        Ok(silent)
    }

    async fn close_unlisted(&self, session_id: String, listed: &[ConnectionId]) -> Result<(), Refusal> {
        let now = self.clock.now();
        let open = self.store.open_connections(&session_id)?;
        let gone = open.into_iter().filter(|it| !listed.contains(&it.id) && now > it.created_at + UNLISTED_AT_FIRST);
        for connection in gone {
            let (session, id, person) = (session_id.clone(), connection.id, connection.person);
            self.store.write(move |tx| Ok::<_, Refusal>(tx.end_connection(&session, &id, now)?)).await?;
            self.take_news(SessionNews::Left { session_id: session_id.clone(), person, by: None }).await?;
        }
        Ok(())
    }
}

impl Tx {
    fn take_told(&mut self, told: Told, told_by: ToldBy, now: Timestamp) -> Result<Effect, Refusal> {
        let Told { session_id, connection, person, generation, what } = told;
        let Some(place) = self.place(&session_id, person)? else { return Ok(Effect::default()) };
        let before = self.connection(&session_id, &connection)?;
        let known = self.note_connection(&session_id, &connection, (person, generation), told_by, now)?;
        if known.person != person {
            // Somebody more to be believed has said whose it is.
            return Ok(Effect::default());
        }
        let before = before.filter(|it| it.ended_at.is_none() && it.person == person);
        let was_open = before.is_some();
        let is_over = known.ended_at.is_some() || what == Happened::Disconnected;
        let news = match what {
            Happened::Disconnected => {
                self.end_connection(&session_id, &connection, now)?;
                was_open.then(|| SessionNews::Left { session_id: session_id.clone(), person, by: None })
            }
            _ if known.ended_at.is_some() => None,
            Happened::Connected => {
                let role = place.held.map(|(_, role)| role);
                let new = role.filter(|_| !was_open);
                new.map(|role| SessionNews::Joined { session_id: session_id.clone(), person, generation, role })
            }
            Happened::Published(stream) => {
                self.note_stream(&session_id, &connection, &stream, now)?;
                Some(SessionNews::Changed { session_id: session_id.clone(), person })
            }
            Happened::Unpublished(stream) => {
                self.end_stream(&session_id, &connection, &stream, now)?;
                Some(SessionNews::Changed { session_id: session_id.clone(), person })
            }
        };
        // Whoever has no place now, or came with an older token, must go: all up to this generation, or below the present.
        let below = place.held.map_or(known.generation.saturating_add(1), |(present, _)| present);
        // Known before as it is now: whoever took the right away since then has seen to its end.
        let is_news = before.is_none_or(|it| it.generation != known.generation);
        let enforce = is_news && !is_over && known.generation < below;
        if enforce {
            self.insert_enforcement(place.room, &session_id, person, below, now)?;
            self.touch_enforced(place.room, person)?;
        }
        Ok(Effect { news, enforce: enforce.then_some(place.room) })
    }

    /// The room behind a session in which a person has, or had, a place; none for anybody else.
    fn place(&mut self, session_id: &str, person: PersonId) -> Result<Option<Place>, Refusal> {
        let (room, held) = if let Some(admission) = self.admission_by_person(person)? {
            (admission.room_id, rights_in(Some(&admission), None))
        } else if let Some((room, host)) = self.room_host_by_person(person)? {
            (room, rights_in(None, Some(&host)))
        } else {
            return Ok(self.was_ended_in(session_id, person)?.map(|room| Place { room, held: None }));
        };
        let session = self.room(room)?.and_then(|room| room.session_id);
        Ok((session.as_deref() == Some(session_id)).then_some(Place { room, held }))
    }
}
