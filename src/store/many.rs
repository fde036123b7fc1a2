//! Many admissions of a room at once, with one statement for all of them.

use jiff::Timestamp;

use super::admission_state::StateColumns;
use super::admissions::{all, waited};
use super::row::as_json;
use super::{Result, Tx};
use crate::domain::admission::Admission;
use crate::domain::ids::{AdmissionId, RoomId};

impl Tx {
    /// Those of a room with these ids, in this order; whoever is not of the room is left out.
    pub async fn admissions_in(&mut self, room: RoomId, ids: &[AdmissionId]) -> Result<Vec<Admission>> {
        let rows = sqlx::query(
            "SELECT admission.* FROM json_each(?) AS wanted JOIN admission ON admission.id = wanted.value
             WHERE room_id = ? ORDER BY wanted.key",
        )
        .bind(as_json(&ids)?)
        .bind(room.to_string())
        .fetch_all(&mut self.connection)
        .await?;
        all(&rows)
    }

    /// Those who wait or are on hold in a room, in order.
    pub async fn in_line(&mut self, room: RoomId) -> Result<Vec<Admission>> {
        let rows = sqlx::query(
            "SELECT * FROM admission WHERE room_id = ? AND state IN ('waiting', 'held') ORDER BY place, id",
        )
        .bind(room.to_string())
        .fetch_all(&mut self.connection)
        .await?;
        all(&rows)
    }

    /// Saves what changed of many admissions that were read in this transaction, in one statement. (Their places and
    /// generations stay.)
    pub async fn save_admissions(&mut self, admissions: impl Iterator<Item = &Admission>) -> Result<()> {
        let rows: Vec<_> = admissions.map(columns_as_json).collect();
        sqlx::query(
            "UPDATE admission SET
                 state = new.value ->> 'state', role = new.value ->> 'role', reason = new.value ->> 'reason',
                 flag = new.value ->> 'flag', visible_from = new.value ->> 'visible_from',
                 earlier = new.value ->> 'earlier', earlier_message = new.value ->> 'earlier_message',
                 admitted_at = new.value ->> 'admitted_at', ended_at = new.value ->> 'ended_at',
                 revision = new.value ->> 'revision', sequence = new.value ->> 'sequence',
                 decided_by = new.value ->> 'decided_by', decided_at = new.value ->> 'decided_at',
                 message = new.value ->> 'message', message_at = new.value ->> 'message_at',
                 denials = new.value ->> 'denials',
                 waited = coalesce(waited, CASE WHEN admission.state <> 'admitted' THEN new.value ->> 'waited' END)
             FROM json_each(?) AS new WHERE admission.id = new.value ->> 'id'",
        )
        .bind(as_json(&rows)?)
        .execute(&mut self.connection)
        .await?;
        Ok(())
    }
}

fn columns_as_json(admission: &Admission) -> serde_json::Value {
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
        "message_at": admission.message.as_ref().map(|said| said.at.as_millisecond()),
        "denials": admission.denials,
        "waited": admission.role().and(admission.decided.as_ref()).map(|decided| waited(admission, decided)),
    })
}
