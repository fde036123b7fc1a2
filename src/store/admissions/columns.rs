//! An admission as the columns of its row, and back.

use crate::domain::admission::{Admission, Decided, Said};
use crate::domain::text::{GuestName, Message, Note};
use crate::store::Result;
use crate::store::admission_state::state;
use crate::store::row::{get, json, parsed, parsed_optional, text, text_optional, time, time_optional};
use crate::store::sql::Row;

pub(in crate::store) fn admission(row: &Row<'_>) -> Result<Admission> {
    let decided_by: Option<String> = get(row, "decided_by")?;
    let decided_at = time_optional(row, "decided_at")?;
    Ok(Admission {
        id: parsed(row, "id")?,
        room_id: parsed(row, "room_id")?,
        invite_id: parsed(row, "invite_id")?,
        person: parsed(row, "person")?,
        name: text(row, "name", GuestName::parse)?,
        note: text_optional(row, "note", Note::parse)?,
        invited_role: parsed(row, "invited_role")?,
        requested_at: time(row, "requested_at")?,
        place: get(row, "place")?,
        state: state(row)?,
        generation: get(row, "generation")?,
        revision: get(row, "revision")?,
        sequence: get(row, "sequence")?,
        decided: decided_by.zip(decided_at).map(|(by, at)| Decided { by, at }),
        ended_at: time_optional(row, "ended_at")?,
        message: text_optional(row, "message", Message::parse)?
            .zip(time_optional(row, "message_at")?)
            .map(|(text, at)| Said { text, at }),
        follows: parsed_optional(row, "follows")?,
        denials: get(row, "denials")?,
        returning: get(row, "came_before")?,
        answers: json(row, "answers")?,
    })
}

/// From asking until being let in, in milliseconds; none for whoever is not in.
pub(super) fn waited(admission: &Admission) -> Option<i64> {
    let decided = admission.role().and(admission.decided.as_ref())?;
    Some((decided.at.as_millisecond() - admission.requested_at.as_millisecond()).max(0))
}
