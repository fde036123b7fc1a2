//! What a host does in the call without being in it, and the host's own way in.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Answer;
use super::caller::Caller;
use super::decisions::Nothing;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::web::video_token::TokenShape;
use crate::web::{OptionalJson, respond};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MuteAll {
    /// Admissions whose guests go on speaking.
    #[serde(default)]
    except: Vec<AdmissionId>,
}

pub(super) async fn mute(caller: Caller, id: Path<AdmissionId>, _: OptionalJson<Nothing>) -> Answer {
    let muted = caller.moderation.mute(&caller.actor, *id).await;
    caller.decided(muted)
}

pub(super) async fn stop_publishing(caller: Caller, id: Path<AdmissionId>, _: OptionalJson<Nothing>) -> Answer {
    let stopped = caller.moderation.stop_publishing(&caller.actor, *id).await;
    caller.decided(stopped)
}

pub(super) async fn mute_all(caller: Caller, id: Path<RoomId>, body: OptionalJson<MuteAll>) -> Answer {
    match caller.moderation.mute_all(&caller.actor, *id, &body.0.except).await {
        Ok(()) => Ok(HttpResponse::NoContent().finish()),
        Err(refused) => Err(caller.refused(refused)),
    }
}

/// A moderator's token for the account that the key belongs to, where that account is a host of the room.
pub(super) async fn host_token(caller: Caller, id: Path<RoomId>, _: OptionalJson<Nothing>) -> Answer {
    match caller.moderation.issue_host_token(&caller.actor, *id).await {
        Ok(issued) => Ok(respond::json(StatusCode::OK, &TokenShape::from(issued))),
        Err(refused) => Err(caller.refused(refused)),
    }
}
