//! The state of an admission, as columns.

use super::row::{get, parsed_optional, text_optional, time_optional};
use super::sql::Row;
use super::{Result, StoreError};
use crate::domain::admission::{Cause, Departure, Earlier, Reason, SentBack, State};
use crate::domain::role::Role;
use crate::domain::text::Message;

pub(super) fn state(row: &Row<'_>) -> Result<State> {
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
        "left" => State::Left { role: role()?, how: departure(row)? },
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

/// Left of one's own will, when nothing is said.
fn departure(row: &Row<'_>) -> Result<Departure> {
    let reason: Option<&str> = get(row, "reason")?;
    Ok(Departure::ALL.into_iter().find(|how| Some(how.as_str()) == reason).unwrap_or(Departure::Own))
}

fn earlier(row: &Row<'_>) -> Result<Earlier> {
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
            State::Left { role, how } => {
                let reason = (*how != Departure::Own).then_some(how.as_str());
                Self { role: Some(role.as_str()), reason, ..none }
            }
            State::Denied { reason, visible_from, earlier, blocked } => {
                let (earlier, earlier_message) = match earlier {
                    Earlier::Held => ("held", None),
                    Earlier::Waiting { sent_back: None } => ("waiting", None),
                    Earlier::Waiting { sent_back: Some(back) } => ("sent_back", back.message.as_ref()),
                };
                Self {
                    reason: reason.as_ref().map(Reason::as_str),
                    visible_from: Some(visible_from.as_millisecond()),
                    earlier: Some(earlier),
                    earlier_message: earlier_message.map(Message::as_str),
                    flag: *blocked,
                    ..none
                }
            }
            State::Expired { cause } => Self { reason: Some(cause.as_str()), ..none },
            State::Removed { blocked } => Self { flag: *blocked, ..none },
        }
    }
}
