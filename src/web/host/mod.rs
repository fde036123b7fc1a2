//! What hosts see: their rooms, the desk, invites, settings.

use actix_web::web::ServiceConfig;

mod call; // the call, with the door beside it

pub fn routes(config: &mut ServiceConfig) {
    call::routes(config);
}
