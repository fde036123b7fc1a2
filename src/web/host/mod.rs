//! What hosts see: their rooms, the desk, invites, settings.

use actix_web::web::ServiceConfig;

pub fn routes(_config: &mut ServiceConfig) {}
