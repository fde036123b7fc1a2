//! What programs use: the HTTP API, version 1.

use actix_web::web::ServiceConfig;

pub fn routes(_config: &mut ServiceConfig) {}
