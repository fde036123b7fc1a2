//! What programs use: the HTTP API, version 1. Three kinds of callers, told apart before any handler runs: programs with
//! an API key, guests with a ticket, and whoever redeems an invite, who has neither yet.

use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, scope};
use actix_web::{HttpRequest, HttpResponse, Scope};

use self::operation::Operation;

use super::WebError;
use super::routes::{self, at};

mod admissions; // who asked, and what became of it
mod audit; // the log, and one guest's timeline
mod caller; // API keys
mod decisions; // what a host does
mod document; // the description of all of it
mod guests; // what is kept of guests, for admins
mod in_call; // what a host does in the call
mod invites; // links
mod many; // what a host does with many at once
mod me; // what a guest does with the own admission
mod me_events; // the same, live
mod once; // the same request, again
mod operation; // a route and its description, as one
mod operations; // all that can be done
mod problem; // refusals for programs
mod query; // parameters and pages of lists
mod redeem; // from a link to a ticket
mod reference; // the description, for programs and for people
mod room_events; // the log of a room, live
mod rooms; // rooms and their settings
mod said; // "null" is not "not said"
mod seal; // for answers that are kept
mod shapes; // what the answers look like
mod ticket; // guests' tickets
mod webhooks; // what other systems are told

/// Where everything here is.
const ROOT: &str = "/api/v1";
/// Below it, what needs no credential, and what is a guest's own.
const NOBODY: &str = "/invites/redeem";
const GUESTS: &str = "/me";

type Answer = Result<HttpResponse, WebError>;

pub use document::document;

pub fn routes(config: &mut ServiceConfig) {
    let of_programs = operations::of_programs().into_iter().flat_map(|(_, operations)| operations).collect();
    let nobody = serve(NOBODY, operations::of_nobody()).wrap(from_fn(once::keep));
    let guests = serve(GUESTS, operations::of_guests()).wrap(from_fn(once::keep)).wrap(from_fn(ticket::check));
    // Whatever is not listed is 404, and 401 without a key.
    let programs = serve("", of_programs).wrap(from_fn(once::keep)).wrap(from_fn(caller::check));
    let description = |config: &mut ServiceConfig| routes::serve(config, reference::routes());
    config.service(scope(ROOT).configure(description).service(nobody).service(guests).service(programs));
}

/// All addresses begin with `below`.
fn serve(below: &str, operations: Vec<Operation>) -> Scope {
    let at = |it: Operation| at(it.path.strip_prefix(below).unwrap_or(it.path), it.routes());
    scope(below).configure(|config| routes::serve(config, operations.into_iter().map(at).collect()))
}

/// Where a stream broke off, as its client says.
fn last_event_id(request: &HttpRequest) -> Result<Option<i64>, WebError> {
    let Some(id) = request.headers().get("last-event-id") else { return Ok(None) };
    let id = id.to_str().ok().and_then(|id| id.trim().parse::<i64>().ok()).filter(|id| *id >= 0);
    id.map(Some).ok_or_else(|| WebError::bad_value("Last-Event-ID"))
}
