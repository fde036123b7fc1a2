//! What hosts see: their rooms, the desk, invites, settings.

use actix_web::web::{get, post};

use crate::web::routes::{At, at, read};

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

pub fn routes() -> Vec<At> {
    let start =
        vec![at("/", [read().to(start::show)]), at("/host/rooms", [read().to(rooms::show), post().to(rooms::create)])];
    [desk::routes(), call::routes(), start, room_routes(), invite_routes(), account_routes()]
        .into_iter()
        .flatten()
        .collect()
}

/// A room's pages beside the desk.
fn room_routes() -> Vec<At> {
    vec![
        at("/host/rooms/{room}/audit", [read().to(room_log::show)]),
        at("/host/rooms/{room}/audit/export", [get().to(room_log::export)]),
        at("/host/rooms/{room}/admissions/{admission}", [read().to(room_log::timeline)]),
        at("/host/rooms/{room}/settings", [read().to(room_settings::show), post().to(room_settings::save)]),
        at("/host/rooms/{room}/questions", [read().to(room_questions::show), post().to(room_questions::save)]),
        at("/host/rooms/{room}/hosts", [read().to(room_hosts::show), post().to(room_hosts::add)]),
        at("/host/rooms/{room}/phrases", [read().to(phrases::show), post().to(phrases::save)]),
        at("/host/rooms/{room}/hosts/{account}/remove", [post().to(room_hosts::remove)]),
    ]
}

fn invite_routes() -> Vec<At> {
    vec![
        at("/host/rooms/{room}/invites", [read().to(invites::show), post().to(create_invite::submit)]),
        at("/host/rooms/{room}/invites/rotate", [read().to(rotate_invites::ask), post().to(rotate_invites::submit)]),
        at(
            "/host/rooms/{room}/invites/{invite}/revoke",
            [read().to(revoke_invite::ask), post().to(revoke_invite::submit)],
        ),
    ]
}

/// Everything about signing in.
fn account_routes() -> Vec<At> {
    vec![
        at("/host/sign-in", [read().to(sign_in::show), post().to(sign_in::submit)]),
        at("/host/sign-in/{secret}", [read().to(one_time_link::show), post().to(one_time_link::submit)]),
        at("/host/second-step", [read().to(sign_in_step::show), post().to(sign_in_step::submit)]),
        at("/host/second-factor", [read().to(second_factor::show), post().to(second_factor::begin)]),
        at("/host/second-factor/code", [post().to(second_factor::confirm)]),
        at("/host/second-factor/recovery-codes", [post().to(second_factor::renew_codes)]),
        at("/host/second-factor/remove", [post().to(second_factor::remove)]),
        at("/host/sign-out", [post().to(sign_ins::sign_out)]),
        at("/host/sign-out-everywhere", [post().to(sign_ins::sign_out_everywhere)]),
        at("/host/sign-ins", [read().to(sign_ins::show)]),
        at("/host/sign-ins/{id}/end", [post().to(sign_ins::end)]),
        at("/host/confirm", [read().to(confirm::show), post().to(confirm::submit)]),
    ]
}
