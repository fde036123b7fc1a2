//! What a host does with an admission. Each answers the admission as it now is, also when the same was decided before.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::Answer;
use super::caller::Caller;
use crate::domain::admission::{Admission, Reason};
use crate::domain::ids::AdmissionId;
use crate::domain::role::Role;
use crate::domain::text::Message;
use crate::moderation::Refusal;
use crate::web::{OptionalJson, StrictJson, WebError, respond};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Admit {
    role: Option<Role>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deny {
    reason: Option<String>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hold {
    message: Option<String>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OnlyRevision {
    revision: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRole {
    role: Role,
    revision: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SendBack {
    message: Option<String>,
    revision: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Remove {
    block: Option<bool>,
    revision: Option<u32>,
}

type Id = Path<AdmissionId>;

pub(super) async fn admit(caller: Caller, id: Id, body: OptionalJson<Admit>) -> Answer {
    let Admit { role, revision } = body.0;
    let decided = caller.moderation.admit(&caller.actor, *id, role, revision).await;
    caller.decided(decided).await
}

pub(super) async fn deny(caller: Caller, id: Id, body: OptionalJson<Deny>) -> Answer {
    let Deny { reason, revision } = body.0;
    let reason = Reason::parse(reason.as_deref().unwrap_or_default()).map_err(Refusal::text("reason"));
    let reason = reason.map_err(|refused| caller.failed(refused))?;
    let decided = caller.moderation.deny(&caller.actor, *id, reason, revision).await;
    caller.decided(decided).await
}

pub(super) async fn undo(caller: Caller, id: Id, _: OptionalJson<Nothing>) -> Answer {
    let decided = caller.moderation.undo(&caller.actor, *id).await;
    caller.decided(decided).await
}

pub(super) async fn unblock(caller: Caller, id: Id, _: OptionalJson<Nothing>) -> Answer {
    let decided = caller.moderation.unblock(&caller.actor, *id).await;
    caller.decided(decided).await
}

pub(super) async fn hold(caller: Caller, id: Id, body: OptionalJson<Hold>) -> Answer {
    let Hold { message, revision } = body.0;
    if message.is_some() {
        return Err(WebError::bad_value_because("message", caller.words.say("api-not-supported")));
    }
    let decided = caller.moderation.hold(&caller.actor, *id, revision).await;
    caller.decided(decided).await
}

pub(super) async fn resume(caller: Caller, id: Id, body: OptionalJson<OnlyRevision>) -> Answer {
    let decided = caller.moderation.resume(&caller.actor, *id, body.0.revision).await;
    caller.decided(decided).await
}

pub(super) async fn role(caller: Caller, id: Id, body: StrictJson<NewRole>) -> Answer {
    let NewRole { role, revision } = body.0;
    let decided = caller.moderation.change_role(&caller.actor, *id, role, revision).await;
    caller.decided(decided).await
}

pub(super) async fn send_back(caller: Caller, id: Id, body: OptionalJson<SendBack>) -> Answer {
    let SendBack { message, revision } = body.0;
    let message = Message::parse_optional(message.as_deref().unwrap_or_default()).map_err(Refusal::text("message"));
    let message = message.map_err(|refused| caller.failed(refused))?;
    let decided = caller.moderation.send_back(&caller.actor, *id, message, revision).await;
    caller.decided(decided).await
}

pub(super) async fn remove(caller: Caller, id: Id, body: OptionalJson<Remove>) -> Answer {
    let Remove { block, revision } = body.0;
    let decided = caller.moderation.remove(&caller.actor, *id, block.unwrap_or_default(), revision).await;
    caller.decided(decided).await
}

impl Caller {
    pub(super) async fn decided(&self, decided: Result<Admission, Refusal>) -> Answer {
        match decided {
            Ok(admission) => Ok(respond::json(StatusCode::OK, &self.shape(admission).await?)),
            Err(refused) => Err(self.refused(refused).await),
        }
    }
}
