//! `/r/{code}/status`: how it stands with the guest, in a few bytes. Stream and poll say the same.

use std::borrow::Borrow;

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;
use serde::Serialize;

use super::room_and_guest;
use crate::domain::admission::{Admission, State};
use crate::domain::role::Role;
use crate::domain::room::Room;
use crate::live::Topic;
use crate::moderation::{Moderation, Refusal};
use crate::web::{WebError, Words, refusal, respond};

/// What a page needs to know to tell whether it still says the truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Changes when, and only when, the page would say something else.
    pub version: String,
    pub state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generation: Option<u32>,
    /// How many are in line up to and with this guest, where the room shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<i64>,
    /// How often a host has called an admitted guest to the call again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calls: Option<u32>,
    /// Whether the guest's hand is up: a viewer who asks to speak.
    pub hand: bool,
    /// Whether a host is at the desk.
    pub host_here: bool,
}

impl Status {
    /// Of a guest at a time. A denial that can still be undone leaves no trace in it. The room is asked for only where it
    /// has a say: for whoever waits.
    ///
    /// # Errors
    /// Only of the database.
    pub fn of<R: Borrow<Room>>(
        moderation: &Moderation,
        room: impl FnOnce() -> Result<R, Refusal>,
        admission: &Admission,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let state = admission.state_for_guest(now);
        let door = if matches!(state, State::Waiting { .. } | State::Held) { Some(room()?) } else { None };
        let door: Option<&Room> = door.as_ref().map(Borrow::borrow);
        let role = if let State::Admitted { role, .. } = state { Some(role) } else { None };
        let position = if door.is_some_and(|room| room.settings.show_position) {
            Some(moderation.store.waiting_before(admission)? + 1)
        } else {
            None
        };
        Ok(Self {
            version: version(admission, &state, door),
            state: state.as_str(),
            role,
            generation: role.map(|_| admission.generation),
            position,
            calls: role.map(|_| moderation.presence.calls(admission.id)).filter(|calls| *calls > 0),
            hand: moderation.hands.is_up(admission.room_id, admission.id),
            host_here: moderation.presence.is_host_at(admission.room_id),
        })
    }
}

/// Made only of what the guest may know: never of the revision, which a hidden denial raises. `door` is the room of
/// somebody who waits.
fn version(admission: &Admission, state: &State, door: Option<&Room>) -> String {
    let detail = match state {
        State::Admitted { role, .. } => role.as_str(),
        State::Waiting { sent_back: Some(_) } => "sent-back",
        _ => "",
    };
    let own = admission.id.0.as_u128() as u32;
    let said = admission.message.as_ref().filter(|_| door.is_some()).map_or(0, |said| said.at.as_millisecond());
    // Whoever waits reads what the room says of its door.
    let door = door.map_or_else(String::new, |room| format!("-{}", room.revision));
    format!("{own:x}-{}-{}-{detail}-{said:x}{door}", state.as_str(), admission.generation)
}

pub async fn show(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let (room, admission, _) = room_and_guest(&moderation, &request, &code, words)?;
    let now = moderation.clock.now();
    note_sign_of_life(&moderation, &admission, now);
    let status = Status::of(&moderation, || Ok(&room), &admission, now);
    let status = status.map_err(|error| refusal::answer(error, words, now))?;
    Ok(respond::json(actix_web::http::StatusCode::OK, &status))
}

/// The guest is there; the desk hears of it only when that is news.
pub fn note_sign_of_life(moderation: &Moderation, admission: &Admission, now: Timestamp) {
    if moderation.presence.seen(admission.id, admission.room_id, now) {
        moderation.hub.notify(Topic::Room(admission.room_id));
    }
}
