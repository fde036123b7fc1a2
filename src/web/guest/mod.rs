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
use actix_web::web::{ServiceConfig, get, post, resource};

use super::{WebError, Words, below, identity, refusal};
use crate::domain::actor::Actor;
use crate::domain::admission::Admission;
use crate::domain::room::Room;
use crate::moderation::Moderation;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/i/{secret}").route(get().to(join::show)).route(post().to(join::ask)))
        .service(resource("/host/rooms/{room}/rehearsal").route(get().to(rehearsal::show)))
        .service(below("/r/", waiting_routes));
}

fn waiting_routes(config: &mut ServiceConfig) {
    config
        .service(resource("/r/{code}").route(get().to(here::show)))
        .service(resource("/r/{code}/status").route(get().to(status::show)))
        .service(resource("/r/{code}/events").route(get().to(events::stream)))
        .service(resource("/r/{code}/withdraw").route(post().to(acts::withdraw)))
        .service(resource("/r/{code}/again").route(post().to(acts::again)))
        .service(resource("/r/{code}/leave").route(post().to(acts::leave)))
        .service(resource("/r/{code}/hand").route(post().to(hand::set)))
        .service(resource("/r/{code}/step-down").route(post().to(hand::step_down)))
        .service(resource("/r/{code}/put-out").route(post().to(put_out::put_out)))
        .service(resource("/r/{code}/roster").route(get().to(roster::show)))
        .service(resource("/r/{code}/call").route(get().to(call::show)))
        .service(resource("/r/{code}/token").route(post().to(token::issue)))
        .service(resource("/r/{code}/connected").route(post().to(connected::tell)));
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
