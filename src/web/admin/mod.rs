//! What admins see: people and the whole log.

use actix_web::guard::{Any, Get, Head};
use actix_web::web::{self, ServiceConfig, post, resource};

mod setup; // the first admin

pub fn routes(config: &mut ServiceConfig) {
    config.service(resource("/setup/{code}").route(read().to(setup::show)).route(post().to(setup::submit)));
}

/// GET, and HEAD with the same headers.
fn read() -> actix_web::Route {
    web::route().guard(Any(Get()).or(Head()))
}
