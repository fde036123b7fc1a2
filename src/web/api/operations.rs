//! All that programs can do, under the headings of the description. What is not here has neither a route nor a
//! description.

use super::audit::{EntryShape, HeadShape};
use super::guests::GuestShape;
use super::many::{Decided, Told};
use super::operation::{Operation, delete, get, patch, post};
use super::redeem::{self, Redeemed};
use super::shapes::{AdmissionShape, InviteShape, NewInviteShape, OwnAdmissionShape, RoomShape};
use super::webhooks::{DeliveryShape, NewWebhookShape, SecretShape, WebhookShape};
use super::{
    admissions, audit, decisions, guests, in_call, invites, many, me, me_events, room_events, rooms, webhooks,
};
use crate::moderation::{ExportedEntry, GuestExport};
use crate::web::video_token::TokenShape;

/// Operations that belong together, under a heading.
pub(super) type Section = (&'static str, Vec<Operation>);

pub(super) fn all() -> Vec<Section> {
    let mut all = of_programs();
    all.insert(2, ("Redeeming", of_nobody()));
    all.insert(3, ("The guest's side", of_guests()));
    all
}

/// With neither a key nor a ticket.
pub(super) fn of_nobody() -> Vec<Operation> {
    vec![
        post("/invites/redeem", redeem::redeem)
            .called("redeem_invite", "From a link to a place in the queue, or straight in; 200 for whoever had one")
            .answers_either::<Redeemed>(&[200, 201])
            .refuses(&[404, 410]),
    ]
}

/// With a guest's ticket.
pub(super) fn of_guests() -> Vec<Operation> {
    vec![
        get("/me", me::show).called("show_own_admission", "The own admission").answers::<OwnAdmissionShape>(200),
        get("/me/events", me_events::stream)
            .called("watch_own_admission", "The own admission, at first and after each change")
            .streams::<OwnAdmissionShape>("admission"),
        post("/me/token", me::token)
            .called("take_token", "A token for the role of this moment")
            .answers::<TokenShape>(200)
            .refuses(&[410])
            .never_the_same(),
        post("/me/withdraw", me::withdraw)
            .called("withdraw", "Leave the queue")
            .answers::<OwnAdmissionShape>(200)
            .refuses(&[410]),
        post("/me/leave", me::leave)
            .called("leave", "Leave the call")
            .answers::<OwnAdmissionShape>(200)
            .refuses(&[410]),
    ]
}

/// With an API key.
pub(super) fn of_programs() -> Vec<Section> {
    vec![
        ("Rooms", of_rooms()),
        ("Links", of_links()),
        ("Who asks", who_asks()),
        ("Decisions", of_decisions()),
        ("Many at once", of_many()),
        ("In the call", of_calls()),
        ("The log", of_the_log()),
        ("What is kept of guests", of_kept_data()),
        ("Webhooks", of_webhooks()),
    ]
}

fn of_rooms() -> Vec<Operation> {
    vec![
        get("/rooms", rooms::list).called("list_rooms", "Rooms, oldest first").lists::<RoomShape>(),
        post("/rooms", rooms::create)
            .called("create_room", "Make a room")
            .requires("title")
            .answers::<RoomShape>(201)
            .refuses(&[403]),
        get("/rooms/{room}", rooms::show).called("show_room", "One room").answers::<RoomShape>(200),
        patch("/rooms/{room}", rooms::change)
            .called("change_room", "Change what is named, and nothing else")
            .answers::<RoomShape>(200)
            .refuses(&[403, 409]),
        get("/rooms/{room}/events", room_events::stream)
            .called("watch_room", "The log of a room as it is written, or from where a stream broke off")
            .streams::<EntryShape>("fact")
            .resumable(),
    ]
}

fn of_links() -> Vec<Operation> {
    vec![
        get("/rooms/{room}/invites", invites::list)
            .called("list_invites", "Invites, without their links")
            .lists::<InviteShape>(),
        post("/rooms/{room}/invites", invites::create)
            .called("create_invite", "Make an invite; its link is in this answer and never again")
            .answers::<NewInviteShape>(201)
            .refuses(&[403]),
        delete("/invites/{invite}", invites::revoke)
            .called("revoke_invite", "Revoke an invite; 204 also for one that was revoked before"),
    ]
}

fn who_asks() -> Vec<Operation> {
    vec![
        get("/rooms/{room}/admissions", admissions::list)
            .called("list_admissions", "Who asked, oldest first")
            .lists::<AdmissionShape>(),
        get("/admissions/{admission}", admissions::show)
            .called("show_admission", "One request, as it now is")
            .answers::<AdmissionShape>(200),
        get("/admissions/{admission}/timeline", audit::timeline)
            .called("list_timeline", "The log about one guest")
            .lists::<EntryShape>(),
    ]
}

fn of_decisions() -> Vec<Operation> {
    let decisions = vec![
        post("/admissions/{admission}/admit", decisions::admit).called("admit", "Let the guest in"),
        post("/admissions/{admission}/deny", decisions::deny).called("deny", "Deny; can be undone for 10 s"),
        post("/admissions/{admission}/undo", decisions::undo).called("undo_denial", "Take a denial back, within 10 s"),
        post("/admissions/{admission}/unblock", decisions::unblock).called("unblock", "Let a blocked guest ask again"),
        post("/admissions/{admission}/hold", decisions::hold).called("hold", "Put on hold"),
        post("/admissions/{admission}/resume", decisions::resume).called("resume", "Back from hold into the queue"),
        post("/admissions/{admission}/message", decisions::message)
            .called("message_guest", "Say something to a guest who waits or is on hold"),
        post("/admissions/{admission}/reconsider", decisions::reconsider)
            .called("reconsider", "Turn an end at the door into waiting or admitted, while the guest is still there"),
        post("/admissions/{admission}/transfer", decisions::transfer)
            .called("transfer", "Move the guest to another room; the admission there"),
        post("/admissions/{admission}/claim", decisions::claim)
            .called("claim", "Tell other hosts for 2 min that you look after the guest"),
        post("/admissions/{admission}/release", decisions::release).called("release", "Take that back"),
        post("/admissions/{admission}/role", decisions::role).called("change_role", "Give another role in the call"),
        post("/admissions/{admission}/send-back", decisions::send_back)
            .called("send_back", "From the call back to the queue, at the old place"),
        post("/admissions/{admission}/remove", decisions::remove).called("remove", "Out of the call"),
    ];
    decisions.into_iter().map(decides).collect()
}

/// Answers the admission as it now is; a race can be lost, and a rule can be in the way.
fn decides(decision: Operation) -> Operation {
    decision.answers::<AdmissionShape>(200).refuses(&[403, 410])
}

fn of_many() -> Vec<Operation> {
    vec![
        post("/rooms/{room}/admit-many", many::admit)
            .called("admit_many", "Let many in, in one transaction")
            .answers::<Decided>(200)
            .refuses(&[403]),
        post("/rooms/{room}/deny-many", many::deny)
            .called("deny_many", "Deny many, in one transaction")
            .answers::<Decided>(200)
            .refuses(&[403]),
        post("/rooms/{room}/message", many::message)
            .called("message_all", "Say something to everybody who waits or is on hold")
            .answers::<Told>(200),
        decides(post("/rooms/{room}/next", rooms::next).called("next", "Let in the first guest who is there")),
    ]
}

fn of_calls() -> Vec<Operation> {
    vec![
        decides(post("/admissions/{admission}/mute", in_call::mute).called("mute", "Mute the guest in the call")),
        decides(
            post("/admissions/{admission}/stop-publishing", in_call::stop_publishing)
                .called("stop_publishing", "End what the guest sends into the call"),
        ),
        post("/rooms/{room}/mute-all", in_call::mute_all).called("mute_all", "Mute everybody in the call but these"),
        post("/rooms/{room}/host-token", in_call::host_token)
            .called("take_host_token", "A moderator's token for the key's account, where it is a host of the room")
            .answers::<TokenShape>(200)
            .refuses(&[403, 410])
            .never_the_same(),
    ]
}

fn of_the_log() -> Vec<Operation> {
    vec![
        get("/audit", audit::list).called("list_log", "The log, oldest first").lists::<EntryShape>().refuses(&[404]),
        get("/audit/head", audit::head)
            .called("show_log_head", "The last entry's number and hash")
            .answers::<HeadShape>(200)
            .refuses(&[404]),
        get("/audit/export", audit::export)
            .called("export_log", "The same part of the log as one file")
            .sends_file_of::<Vec<ExportedEntry<'static>>>()
            .refuses(&[404]),
    ]
}

fn of_kept_data() -> Vec<Operation> {
    vec![
        get("/guests", guests::list)
            .called("list_guests", "Guests of all rooms whose names are not erased, newest first")
            .lists::<GuestShape>()
            .refuses(&[404]),
        post("/admissions/{admission}/export", guests::export)
            .called("export_guest", "All that is kept of one guest")
            .answers::<GuestExport>(200),
        post("/admissions/{admission}/erase", guests::erase)
            .called("erase_guest", "Erase name, note, words and addresses of a guest who is gone")
            .refuses(&[403]),
    ]
}

fn of_webhooks() -> Vec<Operation> {
    vec![
        get("/webhooks", webhooks::list)
            .called("list_webhooks", "Webhooks, oldest first")
            .lists::<WebhookShape>()
            .refuses(&[404]),
        post("/webhooks", webhooks::create)
            .called("create_webhook", "Make a webhook; its secret is in this answer and never again")
            .answers::<NewWebhookShape>(201)
            .refuses(&[404]),
        get("/webhooks/{webhook}", webhooks::show).called("show_webhook", "One webhook").answers::<WebhookShape>(200),
        patch("/webhooks/{webhook}", webhooks::change)
            .called("switch_webhook", "Switch a webhook on or off")
            .answers::<WebhookShape>(200),
        delete("/webhooks/{webhook}", webhooks::delete).called("delete_webhook", "Delete a webhook"),
        post("/webhooks/{webhook}/test", webhooks::test)
            .called("test_webhook", "Send a test, unless it is switched off")
            .answers::<DeliveryShape>(202)
            .refuses(&[403]),
        post("/webhooks/{webhook}/secret", webhooks::renew_secret)
            .called("renew_webhook_secret", "Make a new secret; the old one signs as well for a day")
            .answers::<SecretShape>(200),
        get("/webhooks/{webhook}/deliveries", webhooks::deliveries)
            .called("list_deliveries", "What was sent, newest first")
            .lists::<DeliveryShape>(),
        post("/webhooks/{webhook}/deliveries/{delivery}/redeliver", webhooks::redeliver)
            .called("redeliver", "Send once more, with the same id and sequence")
            .answers::<DeliveryShape>(202)
            .refuses(&[403]),
    ]
}
