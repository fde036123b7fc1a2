//! One room, for those who may see it. Everybody else is told the same as of a room that is not there.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use crate::domain::ids::RoomId;
use crate::domain::permission::{Action, Standing, may};
use crate::domain::room::{Room, RoomHost};
use crate::moderation::Moderation;
use crate::web::form::Sender;
use crate::web::identity::SignedIn;
use crate::web::limits::{Limit, Subject};
use crate::web::{WebError, Words, refusal};

/// Somebody signed in at a room of theirs, the one of the path's `{room}`.
#[derive(Debug)]
pub struct InRoom {
    pub me: SignedIn,
    pub room: Room,
    pub hosts: Vec<RoomHost>,
}

impl InRoom {
    /// Whether this person may do something here.
    pub fn may(&self, action: Action) -> bool {
        may(Standing::to_room(&self.me.actor, &self.hosts), action)
    }
}

impl FromRequest for InRoom {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let me = SignedIn::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            let me = me.await?;
            let moderation = request.app_data::<Data<Moderation>>();
            let moderation = moderation.ok_or_else(|| WebError::internal("a room without the use cases"))?;
            let id: RoomId = request.match_info().query("room").parse().map_err(|_| WebError::NotFound)?;
            let refused = |error| refusal::answer(error, Words::english(), moderation.clock.now());
            let room = moderation.store.room(id).map_err(|error| refused(error.into()))?;
            let room = room.ok_or(WebError::NotFound)?;
            let hosts = moderation.store.room_hosts(id).map_err(|error| refused(error.into()))?;
            let found = Self { me, room, hosts };
            if found.may(Action::SeeRoom) { Ok(found) } else { Err(WebError::NotFound) }
        })
    }
}

impl Sender for InRoom {
    fn limit(&self) -> Option<(Limit, Subject)> {
        self.me.limit()
    }
}

/// What stands above every page of a room.
#[derive(Clone, Debug)]
pub struct RoomHead {
    pub id: RoomId,
    pub title: String,
    /// `invites`, `hosts`, `settings` or `audit`.
    pub tab: &'static str,
}

impl RoomHead {
    pub fn new(at: &InRoom, tab: &'static str) -> Self {
        Self { id: at.room.id, title: at.room.title.to_string(), tab }
    }
}
