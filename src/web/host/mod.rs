//! What hosts see: their rooms, the desk, invites, settings.

use actix_web::web::ServiceConfig;

mod decisions; // what a host decides about one guest
mod desk; // the desk of a room
mod desk_actions; // … what can be done
mod desk_events; // … live
mod desk_lists; // … what stands on it
mod desk_row; // … one guest

pub fn routes(config: &mut ServiceConfig) {
    desk::routes(config);
}
