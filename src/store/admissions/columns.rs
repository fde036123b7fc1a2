//! An admission as the columns of its row, and back.

use jiff::Timestamp;

use crate::domain::admission::{Admission, Decided, Said};
use crate::domain::text::{GuestName, Message, Note};
use crate::store::Result;
use crate::store::admission_state::{StateColumns, state};
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

pub(super) fn columns_as_json(admission: &Admission) -> serde_json::Value {
    let columns = StateColumns::from(&admission.state);
    serde_json::json!({
        "id": admission.id,
        "state": admission.state.as_str(),
        "role": columns.role,
        "reason": columns.reason,
        "flag": i32::from(columns.flag),
        "visible_from": columns.visible_from,
        "earlier": columns.earlier,
        "earlier_message": columns.earlier_message,
        "admitted_at": columns.admitted_at,
        "ended_at": admission.ended_at.map(Timestamp::as_millisecond),
        "revision": admission.revision,
        "sequence": admission.sequence,
        "decided_by": admission.decided.as_ref().map(|decided| decided.by.as_str()),
        "decided_at": admission.decided.as_ref().map(|decided| decided.at.as_millisecond()),
        "message": admission.message.as_ref().map(|said| said.text.as_str()),
        "denials": admission.denials,
        "waited": waited(admission),
        "message_at": admission.message.as_ref().map(|said| said.at.as_millisecond()),
    })
}
