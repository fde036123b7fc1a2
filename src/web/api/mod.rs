//! What programs use: the HTTP API, version 1. Three kinds of callers, told apart before any handler runs: programs with
//! an API key, guests with a ticket, and whoever redeems an invite, who has neither yet.

use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, delete, get, head, patch, post, resource, scope};
use actix_web::{HttpRequest, HttpResponse, Scope};

use super::WebError;

mod admissions; // who asked, and what became of it
mod audit; // the log, and one guest's timeline
mod caller; // API keys
mod decisions; // what a host does
mod in_call; // what a host does in the call
mod invites; // links
mod many; // what a host does with many at once
mod me; // what a guest does with the own admission
mod me_events; // the same, live
mod once; // the same request, again
mod problem; // refusals for programs
mod query; // parameters and pages of lists
mod redeem; // from a link to a ticket
mod room_events; // the log of a room, live
mod rooms; // rooms and their settings
mod seal; // for answers that are kept
mod shapes; // what the answers look like
mod ticket; // guests' tickets
mod webhooks; // what other systems are told

/// Where everything here is.
const ROOT: &str = "/api/v1";

type Answer = Result<HttpResponse, WebError>;

pub fn routes(config: &mut ServiceConfig) {
    config.service(
        scope(ROOT)
            .service(resource("/invites/redeem").wrap(from_fn(once::keep)).route(post().to(redeem::redeem)))
            .service(guests().wrap(from_fn(once::keep)).wrap(from_fn(ticket::check)))
            .service(programs().wrap(from_fn(once::keep)).wrap(from_fn(caller::check))),
    );
}

/// With a guest's ticket.
fn guests() -> Scope {
    scope("/me")
        .service(resource("").route(get().to(me::show)).route(head().to(me::show)))
        .service(resource("/events").route(get().to(me_events::stream)))
        .service(resource("/token").route(post().to(me::token)))
        .service(resource("/withdraw").route(post().to(me::withdraw)))
        .service(resource("/leave").route(post().to(me::leave)))
}

/// With an API key. Whatever is not listed is 404, and 401 without a key.
fn programs() -> Scope {
    scope("")
        .service(
            resource("/rooms")
                .route(get().to(rooms::list))
                .route(head().to(rooms::list))
                .route(post().to(rooms::create)),
        )
        .service(
            resource("/rooms/{room}")
                .route(get().to(rooms::show))
                .route(head().to(rooms::show))
                .route(patch().to(rooms::change)),
        )
        .service(
            resource("/rooms/{room}/invites")
                .route(get().to(invites::list))
                .route(head().to(invites::list))
                .route(post().to(invites::create)),
        )
        .service(resource("/invites/{invite}").route(delete().to(invites::revoke)))
        .service(
            resource("/rooms/{room}/admissions").route(get().to(admissions::list)).route(head().to(admissions::list)),
        )
        .service(resource("/rooms/{room}/admit-many").route(post().to(many::admit)))
        .service(resource("/rooms/{room}/deny-many").route(post().to(many::deny)))
        .service(resource("/rooms/{room}/message").route(post().to(many::message)))
        .service(resource("/rooms/{room}/next").route(post().to(rooms::next)))
        .service(resource("/rooms/{room}/mute-all").route(post().to(in_call::mute_all)))
        .service(resource("/rooms/{room}/host-token").route(post().to(in_call::host_token)))
        .service(resource("/rooms/{room}/events").route(get().to(room_events::stream)))
        .service(
            resource("/webhooks")
                .route(get().to(webhooks::list))
                .route(head().to(webhooks::list))
                .route(post().to(webhooks::create)),
        )
        .service(
            resource("/webhooks/{webhook}")
                .route(get().to(webhooks::show))
                .route(head().to(webhooks::show))
                .route(patch().to(webhooks::change))
                .route(delete().to(webhooks::delete)),
        )
        .service(resource("/webhooks/{webhook}/test").route(post().to(webhooks::test)))
        .service(resource("/webhooks/{webhook}/secret").route(post().to(webhooks::renew_secret)))
        .service(
            resource("/webhooks/{webhook}/deliveries")
                .route(get().to(webhooks::deliveries))
                .route(head().to(webhooks::deliveries)),
        )
        .service(resource("/webhooks/{webhook}/deliveries/{delivery}/redeliver").route(post().to(webhooks::redeliver)))
        .service(resource("/audit").route(get().to(audit::list)).route(head().to(audit::list)))
        .service(resource("/audit/head").route(get().to(audit::head)).route(head().to(audit::head)))
        .service(resource("/audit/export").route(get().to(audit::export)))
        .service(
            resource("/admissions/{admission}/timeline")
                .route(get().to(audit::timeline))
                .route(head().to(audit::timeline)),
        )
        .service(
            resource("/admissions/{admission}").route(get().to(admissions::show)).route(head().to(admissions::show)),
        )
        .service(resource("/admissions/{admission}/admit").route(post().to(decisions::admit)))
        .service(resource("/admissions/{admission}/deny").route(post().to(decisions::deny)))
        .service(resource("/admissions/{admission}/undo").route(post().to(decisions::undo)))
        .service(resource("/admissions/{admission}/unblock").route(post().to(decisions::unblock)))
        .service(resource("/admissions/{admission}/hold").route(post().to(decisions::hold)))
        .service(resource("/admissions/{admission}/resume").route(post().to(decisions::resume)))
        .service(resource("/admissions/{admission}/role").route(post().to(decisions::role)))
        .service(resource("/admissions/{admission}/send-back").route(post().to(decisions::send_back)))
        .service(resource("/admissions/{admission}/remove").route(post().to(decisions::remove)))
        .service(resource("/admissions/{admission}/reconsider").route(post().to(decisions::reconsider)))
        .service(resource("/admissions/{admission}/message").route(post().to(decisions::message)))
        .service(resource("/admissions/{admission}/transfer").route(post().to(decisions::transfer)))
        .service(resource("/admissions/{admission}/claim").route(post().to(decisions::claim)))
        .service(resource("/admissions/{admission}/release").route(post().to(decisions::release)))
        .service(resource("/admissions/{admission}/mute").route(post().to(in_call::mute)))
        .service(resource("/admissions/{admission}/stop-publishing").route(post().to(in_call::stop_publishing)))
}

/// Where a stream broke off, as its client says.
fn last_event_id(request: &HttpRequest) -> Result<Option<i64>, WebError> {
    let Some(id) = request.headers().get("last-event-id") else { return Ok(None) };
    let id = id.to_str().ok().and_then(|id| id.trim().parse::<i64>().ok()).filter(|id| *id >= 0);
    id.map(Some).ok_or_else(|| WebError::bad_value("Last-Event-ID"))
}
