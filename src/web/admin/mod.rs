//! What admins see: people and the whole log.

use actix_web::web::ServiceConfig;

pub fn routes(_config: &mut ServiceConfig) {}
