//! What admins see: people and the whole log.

use actix_web::web::{get, post};

use crate::web::routes::{At, at, read};

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

pub fn routes() -> Vec<At> {
    vec![
        at("/setup/{code}", [read().to(setup::show), post().to(setup::submit)]),
        at("/admin/people", [read().to(people::show), post().to(new_person::submit)]),
        at("/admin/people/{id}", [read().to(person::show)]),
        at("/admin/people/{id}/role", [read().to(person_effect::role), post().to(person_changes::role)]),
        at("/admin/people/{id}/disable", [read().to(person_effect::disable), post().to(person_changes::disable)]),
        at("/admin/people/{id}/undo", [post().to(person_changes::undo)]),
        at("/admin/people/{id}/sign-out", [post().to(person_changes::sign_out)]),
        at("/admin/people/{id}/enable", [post().to(person_changes::enable)]),
        at("/admin/people/{id}/reset-password", [post().to(person_changes::reset_password)]),
        at("/admin/people/{id}/reset-second-factor", [post().to(person_changes::reset_second_factor)]),
        at("/admin/settings", [read().to(settings::show), post().to(settings::save)]),
        at("/admin", [read().to(overview::show)]),
        at("/admin/calls", [read().to(calls::show)]),
        at("/admin/rooms", [read().to(rooms::show)]),
        at("/admin/audit", [read().to(audit::show)]),
        at("/admin/guests", [read().to(guests::show)]),
        at("/admin/guests/erase", [post().to(guests::erase)]),
        at("/admin/guests/export", [post().to(guests::export)]),
        at("/admin/copy", [read().to(copy::show), post().to(copy::submit)]),
        at("/admin/audit/export", [get().to(audit::export)]),
        at("/admin/api-keys", [read().to(api_keys::show), post().to(api_keys::create)]),
        at("/admin/api-keys/{id}/revoke", [post().to(api_keys::revoke)]),
        at("/admin/webhooks", [read().to(webhooks::list), post().to(webhooks::create)]),
        at("/admin/webhooks/{webhook}", [read().to(webhooks::show)]),
        at("/admin/webhooks/{webhook}/test", [post().to(webhooks::test)]),
        at("/admin/webhooks/{webhook}/enable", [post().to(webhooks::enable)]),
        at("/admin/webhooks/{webhook}/disable", [post().to(webhooks::disable)]),
        at("/admin/webhooks/{webhook}/secret", [post().to(webhooks::renew_secret)]),
        at("/admin/webhooks/{webhook}/delete", [post().to(webhooks::delete)]),
        at("/admin/webhooks/{webhook}/deliveries/{delivery}/redeliver", [post().to(webhooks::redeliver)]),
    ]
}
