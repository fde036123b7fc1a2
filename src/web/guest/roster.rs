//! `/r/{code}/roster`: who is who in the call, for guests who are in it. Nobody else receives a single name.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::room_and_guest;
use crate::domain::admission::State;
use crate::domain::role::Role;
use crate::moderation::{Moderation, Refusal};
use crate::web::call::roster_json;
use crate::web::{WebError, Words, refusal, respond};

pub async fn show(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let (room, admission, _) = room_and_guest(&moderation, &request, &code, words)?;
    let now = moderation.clock.now();
    let refused = |refusal| refusal::answer(refusal, words, now);
    match admission.state_for_guest(now) {
        State::Admitted { .. } => {}
        State::Denied { .. } | State::Removed { .. } => return Err(refused(Refusal::Gone)),
        // Not who decided what: that is not for guests.
        _ => return Err(WebError::lost_race(words.say("call-not-in"))),
    }
    let mut roster = moderation.roster(room.id).map_err(|error| refused(error.into()))?;
    // A presenter sees nobody in the call, and so nobody here.
    if !admission.role().is_some_and(Role::may_subscribe) {
        roster.retain(|entry| entry.person == admission.person);
    }
    Ok(respond::json(StatusCode::OK, &roster_json(&roster, false)))
}
