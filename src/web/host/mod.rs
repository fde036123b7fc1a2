//! What hosts see: their rooms, the desk, invites, settings.

use actix_web::guard::{Any, Get, Head};
use actix_web::web::{self, ServiceConfig, get, post, resource};

use crate::web::below;

mod call; // the call, with the door beside it
mod confirm; // the password again
mod create_invite; // makes one and shows its link once
mod decisions; // what a host decides about one guest
mod desk; // the desk of a room
mod desk_actions; // … what can be done
mod desk_events; // … live
mod desk_feed; // … rendered once for all who look
mod desk_lists; // … what stands on it
mod desk_row; // … one guest
mod desk_search; // … finding one
mod desk_shown; // … as markup, kept for the next who looks
mod door; // the desk's buttons for the door as a whole
mod door_words; // what its rules mean
mod invite_form; // what is said of a new one
mod invite_link; // a new one's link and QR code
mod invites; // the list of a room's
mod many; // … about many at once
mod one_time_link; // a link that signs in
mod phrases; // what hosts say often
mod revoke_invite; // kills one link
mod room; // one room, for those who may see it
mod room_hosts; // who decides there
mod room_log; // what was decided there
mod room_questions; // what guests are asked
mod room_settings; // how it is
mod rooms; // the list of all
mod rotate_invites; // replaces them all
mod second_factor; // the own second factor
mod settings_form; // … as it is filled in
mod sign_in; // e-mail and password
mod sign_in_step; // a code as well
mod sign_ins; // where one is signed in, and signing out
mod start; // the address without a path
mod words_page; // what to tell one guest or all

pub use desk_lists::Told;
pub use desk_shown::KeptRows;

pub fn routes(config: &mut ServiceConfig) {
    config.service(resource("/").route(read().to(start::show))).service(below("/host", |config| {
        desk::routes(config);
        call::routes(config);
        account_routes(config);
        room_routes(config);
        invite_routes(config);
        config.service(resource("/host/rooms").route(read().to(rooms::show)).route(post().to(rooms::create)));
    }));
}

/// A room's pages beside the desk.
fn room_routes(config: &mut ServiceConfig) {
    config
        .service(resource("/host/rooms/{room}/audit").route(read().to(room_log::show)))
        .service(resource("/host/rooms/{room}/audit/export").route(get().to(room_log::export)))
        .service(resource("/host/rooms/{room}/admissions/{admission}").route(read().to(room_log::timeline)))
        .service(
            resource("/host/rooms/{room}/settings")
                .route(read().to(room_settings::show))
                .route(post().to(room_settings::save)),
        )
        .service(
            resource("/host/rooms/{room}/questions")
                .route(read().to(room_questions::show))
                .route(post().to(room_questions::save)),
        )
        .service(
            resource("/host/rooms/{room}/hosts").route(read().to(room_hosts::show)).route(post().to(room_hosts::add)),
        )
        .service(resource("/host/rooms/{room}/phrases").route(read().to(phrases::show)).route(post().to(phrases::save)))
        .service(resource("/host/rooms/{room}/hosts/{account}/remove").route(post().to(room_hosts::remove)));
}

fn invite_routes(config: &mut ServiceConfig) {
    config
        .service(
            resource("/host/rooms/{room}/invites")
                .route(read().to(invites::show))
                .route(post().to(create_invite::submit)),
        )
        .service(
            resource("/host/rooms/{room}/invites/rotate")
                .route(read().to(rotate_invites::ask))
                .route(post().to(rotate_invites::submit)),
        )
        .service(
            resource("/host/rooms/{room}/invites/{invite}/revoke")
                .route(read().to(revoke_invite::ask))
                .route(post().to(revoke_invite::submit)),
        );
}

/// Everything about signing in.
fn account_routes(config: &mut ServiceConfig) {
    config
        .service(resource("/host/sign-in").route(read().to(sign_in::show)).route(post().to(sign_in::submit)))
        .service(
            resource("/host/sign-in/{secret}")
                .route(read().to(one_time_link::show))
                .route(post().to(one_time_link::submit)),
        )
        .service(
            resource("/host/second-step").route(read().to(sign_in_step::show)).route(post().to(sign_in_step::submit)),
        )
        .service(
            resource("/host/second-factor")
                .route(read().to(second_factor::show))
                .route(post().to(second_factor::begin)),
        )
        .service(resource("/host/second-factor/code").route(post().to(second_factor::confirm)))
        .service(resource("/host/second-factor/recovery-codes").route(post().to(second_factor::renew_codes)))
        .service(resource("/host/second-factor/remove").route(post().to(second_factor::remove)))
        .service(resource("/host/sign-out").route(post().to(sign_ins::sign_out)))
        .service(resource("/host/sign-out-everywhere").route(post().to(sign_ins::sign_out_everywhere)))
        .service(resource("/host/sign-ins").route(read().to(sign_ins::show)))
        .service(resource("/host/sign-ins/{id}/end").route(post().to(sign_ins::end)))
        .service(resource("/host/confirm").route(read().to(confirm::show)).route(post().to(confirm::submit)));
}

/// GET, and HEAD with the same headers.
fn read() -> actix_web::Route {
    web::route().guard(Any(Get()).or(Head()))
}
