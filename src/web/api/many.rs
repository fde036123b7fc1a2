//! One decision about many guests of a room, or a word to all of them.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Answer;
use super::caller::Caller;
use super::decisions::Text;
use crate::domain::admission::STATES;
use crate::domain::ids::{AdmissionId, RoomId};
use crate::domain::role::Role;
use crate::moderation::{Outcome, Pick, Picked, Refusal};
use crate::web::respond::Time;
use crate::web::{StrictJson, WebError, respond};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AdmitMany {
    ids: Vec<AdmissionId>,
    /// As many as ids: whoever changed since is left alone.
    revisions: Option<Vec<u32>>,
    role: Option<Role>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DenyMany {
    ids: Vec<AdmissionId>,
    revisions: Option<Vec<u32>>,
    reason: Option<String>,
}

/// What became of the picked, in their order, and of how many it was decided now.
#[derive(Serialize, JsonSchema)]
pub(super) struct Decided {
    done: usize,
    items: Vec<DecidedOne>,
}

#[derive(Serialize, JsonSchema)]
struct DecidedOne {
    id: AdmissionId,
    /// `done`, `before` (the same was decided before) or `otherwise`.
    #[schemars(extend("enum" = ["done", "before", "otherwise"]))]
    outcome: &'static str,
    #[schemars(extend("enum" = STATES))]
    state: &'static str,
    revision: u32,
    decided_at: Option<Time>,
    decided_by: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Told {
    told: usize,
}

pub(super) async fn admit(caller: Caller, room: Path<RoomId>, body: StrictJson<AdmitMany>) -> Answer {
    let AdmitMany { ids, revisions, role } = body.0;
    let picks = picks(ids, revisions)?;
    let picked = caller.moderation.admit_many(&caller.actor, *room, picks, role).await;
    answer(&caller, picked)
}

pub(super) async fn deny(caller: Caller, room: Path<RoomId>, body: StrictJson<DenyMany>) -> Answer {
    let DenyMany { ids, revisions, reason } = body.0;
    let reason = caller.reason(reason.as_deref())?;
    let picks = picks(ids, revisions)?;
    let picked = caller.moderation.deny_many(&caller.actor, *room, picks, reason).await;
    answer(&caller, picked)
}

pub(super) async fn message(caller: Caller, room: Path<RoomId>, body: StrictJson<Text>) -> Answer {
    let text = caller.message(&body.0.text)?;
    match caller.moderation.message_all(&caller.actor, *room, text).await {
        Ok(told) => Ok(respond::json(StatusCode::OK, &Told { told })),
        Err(refused) => Err(caller.refused(refused)),
    }
}

fn picks(ids: Vec<AdmissionId>, revisions: Option<Vec<u32>>) -> Result<Vec<Pick>, WebError> {
    match revisions {
        Some(revisions) if revisions.len() != ids.len() => Err(WebError::bad_value("revisions")),
        Some(revisions) => {
            let pairs = ids.into_iter().zip(revisions);
            Ok(pairs.map(|(id, revision)| Pick { id, revision: Some(revision) }).collect())
        }
        None => Ok(ids.into_iter().map(|id| Pick { id, revision: None }).collect()),
    }
}

fn answer(caller: &Caller, picked: Result<Vec<Picked>, Refusal>) -> Answer {
    match picked {
        Ok(picked) => {
            let done = picked.iter().filter(|picked| picked.outcome == Outcome::Done).count();
            let items = picked.into_iter().map(DecidedOne::from).collect();
            Ok(respond::json(StatusCode::OK, &Decided { done, items }))
        }
        Err(refused) => Err(caller.refused(refused)),
    }
}

impl From<Picked> for DecidedOne {
    fn from(Picked { admission, outcome }: Picked) -> Self {
        let (decided_by, decided_at) = admission.decided.map(|decided| (decided.by, decided.at)).unzip();
        Self {
            id: admission.id,
            outcome: outcome.as_str(),
            state: admission.state.as_str(),
            revision: admission.revision,
            decided_at: decided_at.map(Time),
            decided_by: decided_by.filter(|by| !by.is_empty()),
        }
    }
}
