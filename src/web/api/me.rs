//! What a guest does with the own admission. Until the guest is let in, no answer here holds anything of the call.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Answer;
use super::decisions::Nothing;
use super::query::{NoParameters, StrictQuery};
use super::shapes::OwnAdmissionShape;
use super::ticket::TicketHolder;
use crate::domain::admission::{Admission, State};
use crate::live::Topic;
use crate::moderation::Refusal;
use crate::web::limits::Subject;
use crate::web::video_token::TokenShape;
use crate::web::{Limit, OptionalJson, Site, WebError, respond};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskToken {
    /// The generation that the guest knows of: 409 if there is a newer one.
    generation: Option<u32>,
}

pub(super) async fn show(guest: TicketHolder, _: StrictQuery<NoParameters>) -> Answer {
    guest.gives_a_sign();
    Ok(respond::json(StatusCode::OK, &guest.own_shape(&guest.admission)?))
}

pub(super) async fn token(guest: TicketHolder, site: Data<Site>, body: OptionalJson<AskToken>) -> Answer {
    site.limits.check(Limit::Token, Subject::object(guest.admission.id.0))?;
    let issued = guest.moderation.issue_token(&guest.actor, guest.admission.id, body.0.generation).await;
    match issued {
        Ok(issued) => Ok(respond::json(StatusCode::OK, &TokenShape::from(issued))),
        Err(refused) => Err(guest.refused(refused)),
    }
}

pub(super) async fn withdraw(guest: TicketHolder, _: OptionalJson<Nothing>) -> Answer {
    let done = guest.moderation.withdraw(&guest.actor, guest.admission.id).await;
    guest.done(done)
}

pub(super) async fn leave(guest: TicketHolder, _: OptionalJson<Nothing>) -> Answer {
    let done = guest.moderation.leave(&guest.actor, guest.admission.id).await;
    guest.done(done)
}

impl TicketHolder {
    /// The own admission, as the guest may know it.
    pub fn own_shape(&self, admission: &Admission) -> Result<OwnAdmissionShape, WebError> {
        let (store, now) = (&self.moderation.store, self.moderation.clock.now());
        let mut position = None;
        if let State::Waiting { .. } = admission.state_for_guest(now) {
            let room = store.room(admission.room_id).map_err(|error| self.failed(error))?;
            if room.is_some_and(|room| room.settings.show_position) {
                position = Some(store.waiting_before(admission).map_err(|error| self.failed(error))? + 1);
            }
        }
        Ok(OwnAdmissionShape::new(admission, position, now))
    }

    /// The desks hear of it when the guest was away.
    pub fn gives_a_sign(&self) {
        let Admission { id, room_id, ended_at, .. } = self.admission;
        if ended_at.is_none() && self.moderation.presence.seen(id, room_id, self.moderation.clock.now()) {
            self.moderation.hub.notify(Topic::Room(room_id));
        }
    }

    fn done(&self, done: Result<Admission, Refusal>) -> Answer {
        match done {
            Ok(admission) => Ok(respond::json(StatusCode::OK, &self.own_shape(&admission)?)),
            Err(refused) => Err(self.refused(refused)),
        }
    }
}
