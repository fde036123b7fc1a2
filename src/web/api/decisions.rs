//! What a host does with an admission. Each answers the admission as it now is, also when the same was decided before.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Answer;
use super::caller::Caller;
use crate::domain::admission::{Admission, Reason, Reconsidered};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::role::Role;
use crate::domain::text::Message;
use crate::moderation::Refusal;
use crate::web::{OptionalJson, StrictJson, WebError, respond};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Admit {
    role: Option<Role>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Deny {
    reason: Option<String>,
    block: Option<bool>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Hold {
    message: Option<String>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OnlyRevision {
    revision: Option<u32>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRole {
    role: Role,
    revision: Option<u32>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SendBack {
    message: Option<String>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Remove {
    block: Option<bool>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reconsider {
    admit: Option<bool>,
    role: Option<Role>,
    revision: Option<u32>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    pub text: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Transfer {
    room_id: RoomId,
    revision: Option<u32>,
}

type Id = Path<AdmissionId>;

pub(super) async fn admit(caller: Caller, id: Id, body: OptionalJson<Admit>) -> Answer {
    let Admit { role, revision } = body.0;
    let decided = caller.moderation.admit(&caller.actor, *id, role, revision).await;
    caller.decided(decided)
}

pub(super) async fn deny(caller: Caller, id: Id, body: OptionalJson<Deny>) -> Answer {
    let Deny { reason, block, revision } = body.0;
    let reason = caller.reason(reason.as_deref())?;
    let decided = caller.moderation.deny(&caller.actor, *id, reason, block.unwrap_or_default(), revision).await;
    caller.decided(decided)
}

pub(super) async fn undo(caller: Caller, id: Id, _: OptionalJson<Nothing>) -> Answer {
    let decided = caller.moderation.undo(&caller.actor, *id).await;
    caller.decided(decided)
}

pub(super) async fn unblock(caller: Caller, id: Id, _: OptionalJson<Nothing>) -> Answer {
    let decided = caller.moderation.unblock(&caller.actor, *id).await;
    caller.decided(decided)
}

pub(super) async fn hold(caller: Caller, id: Id, body: OptionalJson<Hold>) -> Answer {
    let Hold { message, revision } = body.0;
    let message = caller.optional_message(message.as_deref())?;
    let decided = caller.moderation.hold(&caller.actor, *id, message, revision).await;
    caller.decided(decided)
}

pub(super) async fn resume(caller: Caller, id: Id, body: OptionalJson<OnlyRevision>) -> Answer {
    let decided = caller.moderation.resume(&caller.actor, *id, body.0.revision).await;
    caller.decided(decided)
}

pub(super) async fn role(caller: Caller, id: Id, body: StrictJson<NewRole>) -> Answer {
    let NewRole { role, revision } = body.0;
    let decided = caller.moderation.change_role(&caller.actor, *id, role, revision).await;
    caller.decided(decided)
}

pub(super) async fn send_back(caller: Caller, id: Id, body: OptionalJson<SendBack>) -> Answer {
    let SendBack { message, revision } = body.0;
    let message = caller.optional_message(message.as_deref())?;
    let decided = caller.moderation.send_back(&caller.actor, *id, message, revision).await;
    caller.decided(decided)
}

pub(super) async fn remove(caller: Caller, id: Id, body: OptionalJson<Remove>) -> Answer {
    let Remove { block, revision } = body.0;
    let decided = caller.moderation.remove(&caller.actor, *id, block.unwrap_or_default(), revision).await;
    caller.decided(decided)
}

/// `admit` lets the guest in at once; else the guest waits again at the old place.
pub(super) async fn reconsider(caller: Caller, id: Id, body: OptionalJson<Reconsider>) -> Answer {
    let Reconsider { admit, role, revision } = body.0;
    let how = match (admit.unwrap_or_default(), role) {
        (true, role) => Reconsidered::Admitted { role },
        (false, None) => Reconsidered::Waiting,
        (false, Some(_)) => return Err(WebError::bad_value("role")),
    };
    let decided = caller.moderation.reconsider(&caller.actor, *id, how, revision).await;
    caller.decided(decided)
}

pub(super) async fn message(caller: Caller, id: Id, body: StrictJson<Text>) -> Answer {
    let text = caller.message(&body.0.text)?;
    let said = caller.moderation.message(&caller.actor, *id, text).await;
    caller.decided(said)
}

/// Answers the admission in the other room.
pub(super) async fn transfer(caller: Caller, id: Id, body: StrictJson<Transfer>) -> Answer {
    let Transfer { room_id, revision } = body.0;
    let moved = caller.moderation.transfer(&caller.actor, *id, room_id, revision).await;
    caller.decided(moved)
}

pub(super) async fn claim(caller: Caller, id: Id, _: OptionalJson<Nothing>) -> Answer {
    let claimed = caller.moderation.claim(&caller.actor, *id);
    caller.decided(claimed)
}

pub(super) async fn release(caller: Caller, id: Id, _: OptionalJson<Nothing>) -> Answer {
    let released = caller.moderation.release(&caller.actor, *id);
    caller.decided(released)
}

impl Caller {
    pub(super) fn message(&self, text: &str) -> Result<Message, WebError> {
        Message::parse(text).map_err(Refusal::text("text")).map_err(|refused| self.failed(refused))
    }

    pub(super) fn reason(&self, text: Option<&str>) -> Result<Option<Reason>, WebError> {
        let reason = Reason::parse(text.unwrap_or_default()).map_err(Refusal::text("reason"));
        reason.map_err(|refused| self.failed(refused))
    }

    fn optional_message(&self, text: Option<&str>) -> Result<Option<Message>, WebError> {
        let message = Message::parse_optional(text.unwrap_or_default()).map_err(Refusal::text("message"));
        message.map_err(|refused| self.failed(refused))
    }

    pub(super) fn decided(&self, decided: Result<Admission, Refusal>) -> Answer {
        match decided {
            Ok(admission) => Ok(respond::json(StatusCode::OK, &self.shape(admission)?)),
            Err(refused) => Err(self.refused(refused)),
        }
    }
}
