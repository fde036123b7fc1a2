//! What guests see, from the link to the door of the call.

use actix_web::web::ServiceConfig;

pub fn routes(_config: &mut ServiceConfig) {}
