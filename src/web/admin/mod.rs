//! What admins see: people and the whole log.

use actix_web::guard::{Any, Get, Head};
use actix_web::web::{self, ServiceConfig, get, post, resource};

use crate::web::below;

mod api_keys; // keys of programs
mod audit; // the whole log
mod calls; // who is in the calls
mod chart; // of what was decided
mod copy; // what becomes of a copy
mod guests; // what is kept of guests
mod new_person; // makes an account
mod overview; // how things stand
mod people; // everyone who can sign in
mod person; // one of them, and what can be changed
mod person_changes; // changes it
mod person_effect; // what a change would mean
mod rooms; // all rooms
mod settings; // of the whole installation
mod setup; // the first admin
mod webhooks; // what other systems are told

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/setup/{code}").route(read().to(setup::show)).route(post().to(setup::submit)))
        .service(below("/admin", admin_routes));
}

fn admin_routes(config: &mut ServiceConfig) {
    config
        .service(resource("/admin/people").route(read().to(people::show)).route(post().to(new_person::submit)))
        .service(resource("/admin/people/{id}").route(read().to(person::show)))
        .service(
            resource("/admin/people/{id}/role")
                .route(read().to(person_effect::role))
                .route(post().to(person_changes::role)),
        )
        .service(
            resource("/admin/people/{id}/disable")
                .route(read().to(person_effect::disable))
                .route(post().to(person_changes::disable)),
        )
        .service(resource("/admin/people/{id}/undo").route(post().to(person_changes::undo)))
        .service(resource("/admin/people/{id}/sign-out").route(post().to(person_changes::sign_out)))
        .service(resource("/admin/people/{id}/enable").route(post().to(person_changes::enable)))
        .service(resource("/admin/people/{id}/reset-password").route(post().to(person_changes::reset_password)))
        .service(
            resource("/admin/people/{id}/reset-second-factor").route(post().to(person_changes::reset_second_factor)),
        )
        .service(resource("/admin/settings").route(read().to(settings::show)).route(post().to(settings::save)))
        .service(resource("/admin").route(read().to(overview::show)))
        .service(resource("/admin/calls").route(read().to(calls::show)))
        .service(resource("/admin/rooms").route(read().to(rooms::show)))
        .service(resource("/admin/audit").route(read().to(audit::show)))
        .service(resource("/admin/guests").route(read().to(guests::show)))
        .service(resource("/admin/guests/erase").route(post().to(guests::erase)))
        .service(resource("/admin/guests/export").route(post().to(guests::export)))
        .service(resource("/admin/copy").route(read().to(copy::show)).route(post().to(copy::submit)))
        .service(resource("/admin/audit/export").route(get().to(audit::export)))
        .service(resource("/admin/api-keys").route(read().to(api_keys::show)).route(post().to(api_keys::create)))
        .service(resource("/admin/api-keys/{id}/revoke").route(post().to(api_keys::revoke)))
        .service(resource("/admin/webhooks").route(read().to(webhooks::list)).route(post().to(webhooks::create)))
        .service(resource("/admin/webhooks/{webhook}").route(read().to(webhooks::show)))
        .service(resource("/admin/webhooks/{webhook}/test").route(post().to(webhooks::test)))
        .service(resource("/admin/webhooks/{webhook}/enable").route(post().to(webhooks::enable)))
        .service(resource("/admin/webhooks/{webhook}/disable").route(post().to(webhooks::disable)))
        .service(resource("/admin/webhooks/{webhook}/secret").route(post().to(webhooks::renew_secret)))
        .service(resource("/admin/webhooks/{webhook}/delete").route(post().to(webhooks::delete)))
        .service(
            resource("/admin/webhooks/{webhook}/deliveries/{delivery}/redeliver").route(post().to(webhooks::redeliver)),
        );
}

/// GET, and HEAD with the same headers.
fn read() -> actix_web::Route {
    web::route().guard(Any(Get()).or(Head()))
}
