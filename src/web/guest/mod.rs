//! What guests see, from the link to the door of the call. A guest who is not admitted receives nothing of the call
//! and nothing of other guests, in no byte: every answer here is made from the guest's own admission and the room's
//! title, host and settings alone.

mod acts;
mod call;
mod connected;
mod events;
mod hand;
mod here;
mod join;
mod put_out;
mod rehearsal;
mod roster;
mod status;
mod token;

use actix_web::HttpRequest;
use actix_web::web::{get, post};

use super::routes::{At, at};
use super::{WebError, Words, identity, refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::room::Room;
use crate::moderation::Moderation;

pub fn routes() -> Vec<At> {
    vec![
        at("/i/{secret}", [get().to(join::show), post().to(join::ask)]),
        at("/host/rooms/{room}/rehearsal", [get().to(rehearsal::show)]),
        at("/r/{code}", [get().to(here::show)]),
        at("/r/{code}/status", [get().to(status::show)]),
        at("/r/{code}/events", [get().to(events::stream)]),
        at("/r/{code}/withdraw", [post().to(acts::withdraw)]),
        at("/r/{code}/again", [post().to(acts::again)]),
        at("/r/{code}/leave", [post().to(acts::leave)]),
        at("/r/{code}/hand", [post().to(hand::set)]),
        at("/r/{code}/step-down", [post().to(hand::step_down)]),
        at("/r/{code}/put-out", [post().to(put_out::put_out)]),
        at("/r/{code}/roster", [get().to(roster::show)]),
        at("/r/{code}/call", [get().to(call::show)]),
        at("/r/{code}/token", [post().to(token::issue)]),
        at("/r/{code}/connected", [post().to(connected::tell)]),
    ]
}

/// The room at an address, or 404.
fn room(moderation: &Moderation, code: &str, words: Words) -> Result<Room, WebError> {
    let room = moderation.store.room_by_code(code);
    room.map_err(|error| refusal::answer(error.into(), words, moderation.clock.now()))?.ok_or(WebError::NotFound)
}

/// The room at an address and the guest whose ticket this browser holds. Nobody known is 410 with a ticket and 404
/// without one.
fn room_and_guest(
    moderation: &Moderation,
    request: &HttpRequest,
    code: &str,
    words: Words,
) -> Result<(Room, Admission, Actor), WebError> {
    let room = room(moderation, code, words)?;
    match identity::guest_of(request, &room)? {
        Some((admission, actor)) => Ok((room, admission, actor)),
        None if identity::ticket(request, &room).is_some() => Err(WebError::gone(words.say("here-unknown-text"))),
        None => Err(WebError::NotFound),
    }
}
