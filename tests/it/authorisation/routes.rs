//! The routes that change something: in the table, and in the source.

use std::path::Path;

use anteroom::domain::permission::Action;
use anteroom::domain::permission::Action::{
    Administer, ChangeHosts, ChangeRoom, CreateRoom, Decide, Invite, UseOwnAdmission,
};

use super::cast::Credential;
use crate::support::DESCRIPTION;

/// What somebody must be to do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Open to everybody: what stands in the address or the form is the secret. Called with a wrong one here.
    Nothing,
    /// Signed in; about one's own login. Called with a wrong form or with somebody else's login here.
    SignIn,
    /// This right in the room that it is about.
    Room(Action),
    /// To be a host of the room oneself; an admin's rights are not enough.
    HostOf,
    /// This right in the installation.
    House(Action),
    /// To be the guest of it.
    OwnAdmission,
}

/// How the object must stand for the call to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    Waiting,
    Held,
    Denied,
    Blocked,
    Admitted,
    Withdrawn,
}

/// Through which door a call comes: it decides which credential counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// Pages of hosts and admins.
    Page,
    /// Pages of guests.
    Guest,
    /// The API, for programs with a key.
    Program,
    /// The API, for programs on the guest's side.
    Ticket,
}

impl Channel {
    pub fn knows(self, credential: &Credential) -> bool {
        match credential {
            Credential::Nothing => false,
            Credential::SignIn(_) => self == Self::Page,
            Credential::Key(_) => self == Self::Program,
            Credential::Ticket { .. } => matches!(self, Self::Guest | Self::Ticket),
        }
    }

    /// The status for whoever is not known.
    pub fn to_strangers(self) -> u16 {
        match self {
            Self::Page => 303,
            Self::Guest => 404,
            Self::Program | Self::Ticket => 401,
        }
    }
}

pub struct Route {
    pub method: &'static str,
    pub pattern: &'static str,
    pub needs: Needs,
    pub begin: Begin,
    pub body: &'static str,
    /// The status when it is done, or, where the call is a wrong one, when it came as far as being looked at.
    pub ok: u16,
}

impl Route {
    pub fn channel(&self) -> Channel {
        match self.pattern {
            path if path.starts_with("/api/v1/me/") => Channel::Ticket,
            path if path.starts_with("/api/v1/") => Channel::Program,
            path if path.starts_with("/r/") || path.starts_with("/i/") => Channel::Guest,
            _ => Channel::Page,
        }
    }
}

const fn post(pattern: &'static str, needs: Needs, begin: Begin, body: &'static str, ok: u16) -> Route {
    Route { method: "POST", pattern, needs, begin, body, ok }
}

use Begin::{Admitted, Blocked, Denied, Held, Waiting, Withdrawn};
use Needs::{HostOf, House, Nothing, OwnAdmission, Room, SignIn};

const INVITE: &str = "role=publisher&entry=wait&expires_in_hours=24";
const SETTINGS: &str = "title=Clinic&host_label=&token_seconds=120&door=trusted_enter";
const WRONG: &str = "email=nobody%40example.org&password=wrong";
const PERSON: &str = "name=Tom&email=nobody&role=host";

/// Of an act that nobody here does: otherwise its deliveries would change the database between two looks.
const QUIET_WEBHOOK: &str = r#"{"url":"https://example.org/","events":["links_rotated"]}"#;

pub const ROUTES: &[Route] = &[
    // Guests' pages.
    post("/i/{secret}", Nothing, Waiting, "name=Sam", 404),
    post("/r/{code}/withdraw", OwnAdmission, Waiting, "", 303),
    post("/r/{code}/again", OwnAdmission, Withdrawn, "", 303),
    post("/r/{code}/leave", OwnAdmission, Admitted, "", 303),
    post("/r/{code}/token", OwnAdmission, Admitted, "{}", 200),
    post("/r/{code}/connected", OwnAdmission, Admitted, r#"{"connection":"c-1","generation":1}"#, 204),
    post("/r/{code}/hand", OwnAdmission, Admitted, "raised=true", 303),
    post("/r/{code}/put-out", OwnAdmission, Admitted, "person=0e37df36-f698-4cb6-bcf9-b7fd2f4c1c5a", 404),
    post("/r/{code}/step-down", OwnAdmission, Admitted, "", 303),
    // The language of pages, kept by the browser alone.
    post("/language", Nothing, Waiting, "language=xx", 422),
    // The video platform, which signs what it tells; 404 where no secret is set.
    post("/hooks/video", Nothing, Waiting, "{}", 404),
    // Signing in and out.
    post("/setup/{code}", Nothing, Waiting, "", 404),
    post("/host/sign-in", Nothing, Waiting, WRONG, 422),
    post("/host/sign-in/{secret}", Nothing, Waiting, "", 404),
    post("/host/sign-out", SignIn, Waiting, "odd=1", 422),
    post("/host/sign-out-everywhere", SignIn, Waiting, "odd=1", 422),
    post("/host/sign-ins/{id}/end", SignIn, Waiting, "", 404),
    post("/host/confirm", SignIn, Waiting, "password=wrong", 422),
    post("/host/second-step", Nothing, Waiting, "odd=1", 422),
    post("/host/second-factor", SignIn, Waiting, "password=wrong", 422),
    post("/host/second-factor/code", SignIn, Waiting, "odd=1", 422),
    post("/host/second-factor/recovery-codes", SignIn, Waiting, "password=wrong", 422),
    post("/host/second-factor/remove", SignIn, Waiting, "password=wrong&code=1", 422),
    // Hosts' pages.
    post("/host/rooms", House(CreateRoom), Waiting, "title=Another", 303),
    post("/host/rooms/{room}/settings", Room(ChangeRoom), Waiting, SETTINGS, 303),
    post("/host/rooms/{room}/questions", Room(ChangeRoom), Waiting, "text=Why%3F&kind=text&choices=", 303),
    post("/host/rooms/{room}/hosts", Room(ChangeHosts), Waiting, "email=pat%40example.org", 303),
    post("/host/rooms/{room}/hosts/{account}/remove", Room(ChangeHosts), Waiting, "", 303),
    post("/host/rooms/{room}/invites", Room(Invite), Waiting, INVITE, 200),
    post("/host/rooms/{room}/invites/rotate", Room(Invite), Waiting, "", 200),
    post("/host/rooms/{room}/invites/{invite}/revoke", Room(Invite), Waiting, "remove_too=yes", 303),
    post("/host/rooms/{room}/admissions/{admission}/admit", Room(Decide), Waiting, "role=moderator", 303),
    post("/host/rooms/{room}/admissions/{admission}/deny", Room(Decide), Waiting, "reason=room_full", 303),
    post("/host/rooms/{room}/admissions/{admission}/undo", Room(Decide), Denied, "", 303),
    post("/host/rooms/{room}/admissions/{admission}/hold", Room(Decide), Waiting, "", 303),
    post("/host/rooms/{room}/admissions/{admission}/resume", Room(Decide), Held, "", 303),
    post("/host/rooms/{room}/admissions/{admission}/reconsider", Room(Decide), Withdrawn, "admit=true", 303),
    post("/host/rooms/{room}/admissions/{admission}/message", Room(Decide), Waiting, "text=Soon", 303),
    // To where the guest is: refused after a look at both rooms.
    post("/host/rooms/{room}/admissions/{admission}/transfer", Room(Decide), Waiting, "room_id={room}", 422),
    post("/host/rooms/{room}/admissions/{admission}/claim", Room(Decide), Waiting, "", 303),
    post("/host/rooms/{room}/admissions/{admission}/release", Room(Decide), Waiting, "", 303),
    post("/host/rooms/{room}/admit-many", Room(Decide), Waiting, "id={admission}.1", 303),
    post("/host/rooms/{room}/deny-many", Room(Decide), Waiting, "id={admission}.1", 303),
    post("/host/rooms/{room}/message", Room(Decide), Waiting, "text=Soon", 303),
    post("/host/rooms/{room}/phrases", Room(ChangeRoom), Waiting, "phrase=&phrase=&phrase=&phrase=", 303),
    post("/host/rooms/{room}/admissions/{admission}/role", Room(Decide), Admitted, "role=subscriber", 303),
    post("/host/rooms/{room}/admissions/{admission}/send-back", Room(Decide), Admitted, "", 303),
    post("/host/rooms/{room}/admissions/{admission}/remove", Room(Decide), Admitted, "block=true", 303),
    post("/host/rooms/{room}/admissions/{admission}/call-again", Room(Decide), Admitted, "", 303),
    post("/host/rooms/{room}/admissions/{admission}/mute", Room(Decide), Admitted, "", 303),
    post("/host/rooms/{room}/admissions/{admission}/stop-publishing", Room(Decide), Admitted, "", 303),
    post("/host/rooms/{room}/admissions/{admission}/unblock", Room(Decide), Blocked, "", 303),
    post("/host/rooms/{room}/lock", Room(Decide), Waiting, "locked=false", 303),
    post("/host/rooms/{room}/next", Room(Decide), Waiting, "", 303),
    post("/host/rooms/{room}/mute-all", Room(Decide), Waiting, "", 303),
    post("/host/rooms/{room}/call/token", HostOf, Waiting, "{}", 200),
    post("/host/rooms/{room}/call/connected", HostOf, Waiting, r#"{"connection":"c-1","generation":1}"#, 204),
    // Admins' pages. A form with a wrong address shows that it was read, and makes nobody.
    post("/admin/people", House(Administer), Waiting, PERSON, 422),
    post("/admin/people/{id}/role", House(Administer), Waiting, "role=host", 303),
    post("/admin/people/{id}/disable", House(Administer), Waiting, "", 303),
    post("/admin/people/{id}/enable", House(Administer), Waiting, "", 303),
    // There is nothing to take back any more.
    post("/admin/people/{id}/undo", House(Administer), Waiting, "", 409),
    post("/admin/people/{id}/sign-out", House(Administer), Waiting, "", 303),
    post("/admin/people/{id}/reset-second-factor", House(Administer), Waiting, "", 303),
    post("/admin/settings", House(Administer), Waiting, "", 303),
    post("/admin/people/{id}/reset-password", House(Administer), Waiting, "", 200),
    post("/admin/api-keys", House(Administer), Waiting, "name=Bookings", 200),
    post("/admin/api-keys/{id}/revoke", House(Administer), Waiting, "", 303),
    // Called with a form that is read and refused.
    post("/admin/guests/erase", House(Administer), Waiting, "odd=1", 422),
    post("/admin/guests/export", House(Administer), Waiting, "odd=1", 422),
    // This database is no copy about which to decide.
    post("/admin/copy", House(Administer), Waiting, "access=perhaps", 422),
    post("/admin/webhooks", House(Administer), Waiting, "url=https%3A%2F%2Fexample.org%2F&events=links_rotated", 200),
    post("/admin/webhooks/{webhook}/test", House(Administer), Waiting, "", 303),
    post("/admin/webhooks/{webhook}/enable", House(Administer), Waiting, "", 303),
    post("/admin/webhooks/{webhook}/disable", House(Administer), Waiting, "", 303),
    post("/admin/webhooks/{webhook}/secret", House(Administer), Waiting, "", 200),
    post("/admin/webhooks/{webhook}/delete", House(Administer), Waiting, "", 303),
    post("/admin/webhooks/{webhook}/deliveries/{delivery}/redeliver", House(Administer), Waiting, "", 303),
    // Programs.
    post("/api/v1/invites/redeem", Nothing, Waiting, r#"{"secret":"x","name":"Sam"}"#, 404),
    post("/api/v1/rooms", House(CreateRoom), Waiting, r#"{"title":"Another"}"#, 201),
    Route {
        method: "PATCH",
        pattern: "/api/v1/rooms/{room}",
        needs: Room(ChangeRoom),
        begin: Waiting,
        body: r#"{"show_position":true}"#,
        ok: 200,
    },
    post("/api/v1/rooms/{room}/invites", Room(Invite), Waiting, "{}", 201),
    Route {
        method: "DELETE",
        pattern: "/api/v1/invites/{invite}",
        needs: Room(Invite),
        begin: Waiting,
        body: "",
        ok: 204,
    },
    post("/api/v1/admissions/{admission}/admit", Room(Decide), Waiting, r#"{"role":"moderator"}"#, 200),
    post("/api/v1/admissions/{admission}/deny", Room(Decide), Waiting, "{}", 200),
    post("/api/v1/admissions/{admission}/undo", Room(Decide), Denied, "{}", 200),
    post("/api/v1/admissions/{admission}/hold", Room(Decide), Waiting, "{}", 200),
    post("/api/v1/admissions/{admission}/resume", Room(Decide), Held, "{}", 200),
    post("/api/v1/admissions/{admission}/role", Room(Decide), Admitted, r#"{"role":"subscriber"}"#, 200),
    post("/api/v1/admissions/{admission}/send-back", Room(Decide), Admitted, "{}", 200),
    post("/api/v1/admissions/{admission}/remove", Room(Decide), Admitted, r#"{"block":true}"#, 200),
    post("/api/v1/admissions/{admission}/reconsider", Room(Decide), Withdrawn, "{}", 200),
    post("/api/v1/admissions/{admission}/message", Room(Decide), Waiting, r#"{"text":"Soon"}"#, 200),
    // To where the guest is: refused after a look at both rooms.
    post("/api/v1/admissions/{admission}/transfer", Room(Decide), Waiting, r#"{"room_id":"{room}"}"#, 422),
    post("/api/v1/admissions/{admission}/claim", Room(Decide), Waiting, "{}", 200),
    post("/api/v1/admissions/{admission}/release", Room(Decide), Waiting, "{}", 200),
    post("/api/v1/rooms/{room}/admit-many", Room(Decide), Waiting, r#"{"ids":["{admission}"]}"#, 200),
    post("/api/v1/rooms/{room}/deny-many", Room(Decide), Waiting, r#"{"ids":["{admission}"]}"#, 200),
    post("/api/v1/rooms/{room}/message", Room(Decide), Waiting, r#"{"text":"Soon"}"#, 200),
    post("/api/v1/admissions/{admission}/mute", Room(Decide), Admitted, "{}", 200),
    post("/api/v1/admissions/{admission}/stop-publishing", Room(Decide), Admitted, "{}", 200),
    post("/api/v1/admissions/{admission}/export", House(Administer), Waiting, "{}", 200),
    post("/api/v1/admissions/{admission}/erase", House(Administer), Denied, "{}", 204),
    post("/api/v1/admissions/{admission}/unblock", Room(Decide), Blocked, "{}", 200),
    post("/api/v1/rooms/{room}/next", Room(Decide), Waiting, r#"{"move_out":false}"#, 200),
    post("/api/v1/rooms/{room}/mute-all", Room(Decide), Waiting, "{}", 204),
    post("/api/v1/rooms/{room}/host-token", HostOf, Waiting, "{}", 200),
    post("/api/v1/webhooks", House(Administer), Waiting, QUIET_WEBHOOK, 201),
    Route {
        method: "PATCH",
        pattern: "/api/v1/webhooks/{webhook}",
        needs: House(Administer),
        begin: Waiting,
        body: r#"{"enabled":false}"#,
        ok: 200,
    },
    Route {
        method: "DELETE",
        pattern: "/api/v1/webhooks/{webhook}",
        needs: House(Administer),
        begin: Waiting,
        body: "",
        ok: 204,
    },
    post("/api/v1/webhooks/{webhook}/test", House(Administer), Waiting, "{}", 202),
    post("/api/v1/webhooks/{webhook}/secret", House(Administer), Waiting, "{}", 200),
    post("/api/v1/webhooks/{webhook}/deliveries/{delivery}/redeliver", House(Administer), Waiting, "{}", 202),
    // Programs on the guest's side.
    post("/api/v1/me/token", OwnAdmission, Admitted, "{}", 200),
    post("/api/v1/me/withdraw", OwnAdmission, Waiting, "{}", 200),
    post("/api/v1/me/leave", OwnAdmission, Admitted, "{}", 200),
];

/// The right behind a row, as the table of rights names it.
pub fn action(needs: Needs) -> Option<Action> {
    match needs {
        Room(action) | House(action) => Some(action),
        OwnAdmission => Some(UseOwnAdmission),
        Nothing | SignIn | HostOf => None,
    }
}

/// Method and pattern of every route that is not for reading, sorted: those of pages as `src/web` has them.
pub fn in_the_source() -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/web")), &mut found);
    // The API's routes are made from the same table as their description.
    let of_the_api = DESCRIPTION.operations().iter().filter(|it| it.method != "GET");
    found.extend(of_the_api.map(|it| (it.method.clone(), format!("/api/v1{}", it.path))));
    found.sort();
    found.dedup();
    found
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            routes_of(text.split("#[cfg(test)]").next().unwrap(), found);
        }
    }
}

/// Reads `at("…", […])`, as all of them are written, and what the framework has for it.
fn routes_of(text: &str, found: &mut Vec<(String, String)>) {
    let mut text: String = text.split_whitespace().collect();
    for beginning in ["at(\"", "resource(\"", ".route(\""] {
        text = text.replace(beginning, "\u{0}\"");
    }
    for piece in text.split('\u{0}') {
        let Some(pattern) = piece.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
        for method in ["post", "put", "patch", "delete"] {
            if piece.contains(&format!("{method}()")) {
                found.push((method.to_uppercase(), pattern.to_owned()));
            }
        }
    }
}

#[test]
fn the_reader_of_routes_finds_them_however_they_are_written() {
    let mut found = Vec::new();
    routes_of(
        r#"config.service(resource("/a").route(get().to(a)).route(post().to(b)))
           .route("/b", delete().to(c)).route("/c", get().to(d)).service(resource("/d").wrap(x).route(patch().to(e)))
           vec![at("/e", [get().to(f)]), at("/f", [get().to(g), put().to(h)])]"#,
        &mut found,
    );
    let found: Vec<String> = found.into_iter().map(|(method, path)| format!("{method} {path}")).collect();
    assert_eq!(found, ["POST /a", "DELETE /b", "PATCH /d", "PUT /f"]);
}

#[test]
fn every_right_that_changes_something_has_a_route() {
    for wanted in Action::ALL.into_iter().filter(|action| *action != Action::SeeRoom) {
        assert!(ROUTES.iter().any(|route| action(route.needs) == Some(wanted)), "{wanted:?}");
    }
}
