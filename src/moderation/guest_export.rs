//! Giving out all that is kept of a guest.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::STATES;
use crate::domain::fact::Fact;
use crate::domain::ids::{AdmissionId, InviteId, PersonId, RoomId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::question::Answer;
use crate::store::{Entry, EntryFilter};

/// Entries of one guest's timeline that are given out, at most.
const ENTRIES: i64 = 100_000;

/// All that is kept of some guests. Times are RFC 3339 in UTC, with milliseconds.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GuestExport {
    #[schemars(extend("format" = "date-time"))]
    exported_at: String,
    guests: Vec<GuestRecord>,
}

/// All that is kept of one request to enter.
#[derive(Debug, Serialize, JsonSchema)]
struct GuestRecord {
    id: AdmissionId,
    room: RecordedRoom,
    invite: Option<RecordedInvite>,
    name: String,
    note: Option<String>,
    answers: Vec<Answer>,
    #[schemars(extend("enum" = STATES))]
    state: &'static str,
    #[schemars(extend("format" = "date-time"))]
    requested_at: String,
    #[schemars(extend("format" = "date-time"))]
    ended_at: Option<String>,
    known_to_the_video_provider_as: PersonId,
    timeline: Vec<RecordedAct>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RecordedRoom {
    id: RoomId,
    title: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RecordedInvite {
    id: InviteId,
    label: Option<String>,
    guest_name: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RecordedAct {
    #[schemars(extend("format" = "date-time"))]
    at: String,
    action: String,
    by: String,
    address: Option<String>,
    detail: Value,
}

impl Moderation {
    /// All that is kept of these requests and of what became of them. That it was given out stands in the log.
    ///
    /// # Errors
    /// `NotFound` when the actor may not, or one of them does not exist.
    pub async fn export_guests(&self, actor: &Actor, ids: Vec<AdmissionId>) -> Result<GuestExport, Refusal> {
        if !may(Standing::to_installation(actor), Action::Administer) {
            return Err(Refusal::NotFound);
        }
        let mut guests = Vec::new();
        for id in &ids {
            guests.push(self.record_of(*id).await?);
        }
        let (now, actor) = (self.clock.now(), actor.clone());
        self.store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                for id in ids {
                    let admission = tx.admission(id)?.ok_or(Refusal::NotFound)?;
                    tx.log_facts(&admission, &[Fact::GuestExported], &actor, now)?;
                }
                Ok::<_, Refusal>(())
            })
            .await?;
        Ok(GuestExport { exported_at: format!("{now:.3}"), guests })
    }

    async fn record_of(&self, id: AdmissionId) -> Result<GuestRecord, Refusal> {
        let admission = self.store.admission(id)?.ok_or(Refusal::NotFound)?;
        let room = self.store.room(admission.room_id)?.ok_or(Refusal::NotFound)?;
        let invite = self.store.invite(admission.invite_id)?;
        let of_this = EntryFilter { admission: Some(id), ..EntryFilter::default() };
        let entries = self.store.entries_after(&of_this, 0, ENTRIES).await?;
        Ok(GuestRecord {
            id,
            room: RecordedRoom { id: room.id, title: room.title.to_string() },
            invite: invite.map(|invite| RecordedInvite {
                id: invite.id,
                label: invite.label.map(|label| label.to_string()),
                guest_name: invite.guest_name.map(|name| name.to_string()),
            }),
            name: admission.name.to_string(),
            note: admission.note.map(|note| note.to_string()),
            answers: admission.answers,
            state: admission.state.as_str(),
            requested_at: format!("{:.3}", admission.requested_at),
            ended_at: admission.ended_at.map(|at| format!("{at:.3}")),
            known_to_the_video_provider_as: admission.person,
            timeline: entries.into_iter().map(RecordedAct::from).collect(),
        })
    }
}

impl From<Entry> for RecordedAct {
    fn from(entry: Entry) -> Self {
        Self {
            at: format!("{:.3}", entry.at),
            action: entry.action,
            by: entry.actor_name,
            address: entry.address,
            detail: entry.detail,
        }
    }
}
