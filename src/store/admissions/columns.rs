//! An admission as the columns of its row, and back.

use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::domain::admission::{Admission, Cause, Decided, Earlier, Reason, Said, SentBack, State};
use crate::domain::role::Role;
use crate::domain::text::{GuestName, Message, Note};
use crate::store::row::{get, parsed, parsed_optional, text, text_optional, time, time_optional};
use crate::store::{Result, StoreError};

pub(in crate::store) fn admission(row: &SqliteRow) -> Result<Admission> {
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
    })
}

fn state(row: &SqliteRow) -> Result<State> {
    let missing = |what: &str| StoreError::Corrupt(format!("an admission without its {what}"));
    let role = || parsed_optional::<Role>(row, "role")?.ok_or_else(|| missing("role"));
    let at = |column: &str| time_optional(row, column)?.ok_or_else(|| missing(column));
    let flag: bool = get(row, "flag")?;
    Ok(match get::<&str>(row, "state")? {
        "waiting" if flag => {
            State::Waiting { sent_back: Some(SentBack { message: text_optional(row, "reason", Message::parse)? }) }
        }
        "waiting" => State::Waiting { sent_back: None },
        "held" => State::Held,
        "admitted" => State::Admitted { role: role()?, since: at("admitted_at")? },
        "left" => State::Left { role: role()? },
        "denied" => State::Denied {
            reason: text_optional(row, "reason", Reason::parse)?.flatten(),
            visible_from: at("visible_from")?,
            earlier: earlier(row)?,
            blocked: flag,
        },
        "withdrawn" => State::Withdrawn,
        "expired" => State::Expired {
            cause: match get(row, "reason")? {
                Some("invite_revoked") => Cause::InviteRevoked,
                Some("moved") => Cause::Moved,
                _ => Cause::Gone,
            },
        },
        "removed" => State::Removed { blocked: flag },
        other => return Err(StoreError::Corrupt(format!("an admission in the state {other}"))),
    })
}

fn earlier(row: &SqliteRow) -> Result<Earlier> {
    let message = text_optional(row, "earlier_message", Message::parse)?;
    Ok(match get::<Option<&str>>(row, "earlier")? {
        Some("held") => Earlier::Held,
        Some("sent_back") => Earlier::Waiting { sent_back: Some(SentBack { message }) },
        _ => Earlier::Waiting { sent_back: None },
    })
}

/// The columns that hold a state.
#[derive(Default)]
pub(super) struct StateColumns<'a> {
    pub role: Option<&'static str>,
    pub reason: Option<&'a str>,
    pub flag: bool,
    pub visible_from: Option<i64>,
    pub earlier: Option<&'static str>,
    pub earlier_message: Option<&'a str>,
    pub admitted_at: Option<i64>,
}

impl<'a> From<&'a State> for StateColumns<'a> {
    fn from(state: &'a State) -> Self {
        let none = Self::default();
        match state {
            State::Waiting { sent_back: Some(SentBack { message }) } => {
                Self { flag: true, reason: message.as_ref().map(Message::as_str), ..none }
            }
            State::Waiting { sent_back: None } | State::Held | State::Withdrawn => none,
            State::Admitted { role, since } => {
                Self { role: Some(role.as_str()), admitted_at: Some(since.as_millisecond()), ..none }
            }
            State::Left { role } => Self { role: Some(role.as_str()), ..none },
            State::Denied { reason, visible_from, earlier, blocked } => {
                let (earlier, earlier_message) = match earlier {
                    Earlier::Held => ("held", None),
                    Earlier::Waiting { sent_back: None } => ("waiting", None),
                    Earlier::Waiting { sent_back: Some(back) } => ("sent_back", back.message.as_ref()),
                };
                Self {
                    reason: reason.as_ref().map(Reason::as_str),
                    flag: *blocked,
                    visible_from: Some(visible_from.as_millisecond()),
                    earlier: Some(earlier),
                    earlier_message: earlier_message.map(Message::as_str),
                    ..none
                }
            }
            State::Expired { cause } => Self { reason: Some(cause.as_str()), ..none },
            State::Removed { blocked } => Self { flag: *blocked, ..none },
        }
    }
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
        "message_at": admission.message.as_ref().map(|said| said.at.as_millisecond()),
    })
}
