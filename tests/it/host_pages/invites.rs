//! Invites: made, shown once, revoked, replaced.

use anteroom::domain::admission::State;
use anteroom::domain::ids::RoomId;
use anteroom::domain::invite::Entry;
use anteroom::domain::role::Role;
use anteroom::moderation::{InviteSettings, LinkProblem, LookedUp, Moderation, Refusal, Request};
use anteroom::store::{EntryFilter, Turn};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::support::{Guest, Host, Server, open_invite};

const RIGHT: [(&str, &str); 3] = [("role", "publisher"), ("entry", "wait"), ("expires_in_hours", "24")];

async fn clinic(server: &Server) -> (Host, RoomId, String) {
    let ana = server.host("Ana").await;
    let room = server.room_of(&ana, "Clinic").await;
    (ana, room, format!("/host/rooms/{room}/invites"))
}

fn request(name: &str) -> Request {
    Request { name: name.to_owned(), note: String::new(), passcode: None, ..Request::default() }
}

/// What a link leads to, if it opens the form.
async fn look_up(moderation: &Moderation, secret: &str) -> Result<LookedUp, Refusal> {
    let found = moderation.find_invite(secret)?.ok_or(Refusal::Link(LinkProblem::Unknown))?;
    found.opens(moderation.clock.now()).map(|()| found)
}

#[tokio::test]
async fn the_link_is_shown_once_and_stands_in_no_later_page_or_log() {
    let server = Server::start().await;
    let (mut ana, room, path) = clinic(&server).await;
    let form = [RIGHT[0], RIGHT[1], RIGHT[2], ("label", "Pat<b>ients"), ("passcode", "apple pie")];
    let page = ana.browser.post(&path, &form).await;
    assert_eq!(page.status, 200);
    let link = page.attribute("#link-1", "value").unwrap();
    let secret = link.strip_prefix(&format!("{}/i/", server.origin)).unwrap().to_owned();
    assert_eq!(secret.len(), 32, "{link}");
    assert!(page.attribute(".qr svg", "aria-label").is_some() && page.attribute(".qr path", "d").is_some());
    assert_eq!(page.texts("tbody td b"), ["Pat<b>ients"]);
    let found = look_up(&server.moderation, &secret).await.unwrap();
    assert_eq!((found.invite.role, found.invite.entry, found.invite.max_uses), (Role::Publisher, Entry::Wait, None));
    assert!(found.invite.has_passcode);
    for later in [path.clone(), format!("/host/rooms/{room}/audit"), format!("{path}/rotate")] {
        let later = ana.browser.get(&later).await;
        assert_eq!(later.status, 200);
        assert!(!later.body.contains(&secret) && !later.body.contains("apple pie"));
    }
    let log =
        format!("{:?}", server.moderation.store.log_page(&EntryFilter::default(), Turn::Latest, 100).await.unwrap());
    assert!(log.contains("invite_created") && !log.contains(&secret) && !log.contains("apple pie"));
}

#[tokio::test]
async fn the_link_is_built_from_the_public_address_alone() {
    let public = "http://localhost:7777";
    let server = Server::start_with(|settings| settings.public_url = Some(public.to_owned())).await;
    let (mut ana, _, path) = clinic(&server).await;
    let page = ana.browser.post(&path, &RIGHT).await;
    assert!(page.attribute("#link-1", "value").unwrap().starts_with("http://localhost:7777/i/"));
    let elsewhere = server.send("GET", "/host/sign-in", &[("host", "evil.example")], "").await;
    assert_eq!(elsewhere.status, 421);
}

#[tokio::test]
async fn a_named_guest_has_one_use_and_every_setting_arrives() {
    let server = Server::start().await;
    let (mut ana, room, path) = clinic(&server).await;
    let now = server.moderation.clock.now();
    let form = [
        ("label", ""),
        ("role", "moderator"),
        ("entry", "direct"),
        ("guest_name", "Sam Okafor"),
        ("max_uses", ""),
        ("not_before", "2027-01-01T10:00"),
        ("utc_offset", "120"),
        ("expires_in_hours", "48"),
        ("passcode", ""),
    ];
    assert_eq!(ana.browser.post(&path, &form).await.status, 200);
    let invites = server.moderation.store.invites(room, None, 10).unwrap();
    let invite = &invites[0].invite;
    assert_eq!((invite.role, invite.entry, invite.max_uses), (Role::Moderator, Entry::Direct, Some(1)));
    let opens = "2027-01-01T08:00:00Z".parse().unwrap();
    assert!(now < opens, "the test's date has passed");
    assert_eq!((invite.not_before, invite.expires_at), (Some(opens), opens + SignedDuration::from_hours(48)));
    assert!(invite.label.is_none() && !invite.has_passcode);
    let page = ana.browser.get(&path).await;
    assert_eq!(page.texts("tbody td b"), ["Sam Okafor"]);
    assert!(page.texts("tbody td")[1].contains("Moderator, enters directly"));
    assert!(page.texts("tbody .badge")[0].starts_with("opens in"));
}

#[tokio::test]
async fn each_wrong_setting_has_its_sentence_and_no_invite_is_made() {
    let server = Server::start().await;
    let (mut ana, room, path) = clinic(&server).await;
    let long = "x".repeat(61);
    let hours = "Please give a whole number of hours, so that it ends within a year (8784).";
    for (field, value, sentence) in [
        ("label", long.as_str(), "Please use at most 60 characters."),
        ("guest_name", "a\u{202e}", "Please leave out control and direction characters."),
        ("max_uses", "0", "At least 1, or leave it empty."),
        ("max_uses", "many", "At least 1, or leave it empty."),
        ("not_before", "tomorrow", "Please give a date and a time."),
        ("expires_in_hours", "0", hours),
        ("expires_in_hours", "8785", hours),
        ("expires_in_hours", "", hours),
        ("passcode", "abc", "Please use 4 to 64 characters, or leave it empty."),
        ("role", "admin", "Please choose one of these."),
    ] {
        let mut form = RIGHT.to_vec();
        form.retain(|(name, _)| *name != field);
        form.push((field, value));
        let page = ana.browser.post(&path, &form).await;
        assert_eq!(page.status, 422, "{field}={value}");
        assert_eq!(page.texts(&format!("#{field}-error")), [sentence], "{field}={value}");
        if field != "role" {
            assert_eq!(page.attribute(&format!("#{field}"), "value").as_deref(), Some(value));
        }
        assert_eq!(page.texts(".once"), [] as [&str; 0]);
    }
    for odd in [("room_id", "x"), ("role", "publisher"), ("uses", "5")] {
        let form = [RIGHT[0], RIGHT[1], RIGHT[2], odd];
        assert_eq!(ana.browser.post(&path, &form).await.status, 422, "{odd:?}");
    }
    let far = [RIGHT[0], RIGHT[1], ("expires_in_hours", "8784"), ("not_before", "2027-06-01T00:00")];
    assert_eq!(ana.browser.post(&path, &far).await.texts("#expires_in_hours-error"), [hours]);
    assert_eq!(ana.browser.post_from_elsewhere(&path, &RIGHT).await.status, 403);
    assert!(server.moderation.store.invites(room, None, 10).unwrap().is_empty());
}

#[tokio::test]
async fn revoking_says_what_it_means_and_leaves_those_in_the_call_unless_ticked() {
    let server = Server::start().await;
    let moderation = &server.moderation;
    let (mut ana, room, path) = clinic(&server).await;
    let invite = server.invite(&ana, room, "Patients").await;
    let secret = invite.secret.expose_secret();
    let waits = moderation.request_entry(None, secret, request("Sam"), None).await.unwrap().admission;
    let inside = moderation.request_entry(None, secret, request("Kim"), None).await.unwrap().admission;
    moderation.admit(&ana.actor, inside.id, None, None).await.unwrap();
    let revoke = format!("{path}/{}/revoke", invite.invite.id);
    let page = ana.browser.get(&revoke).await;
    assert!(
        page.text().contains("One person waiting on it is told that it was withdrawn. One person in the call stays.")
    );
    assert!(look_up(moderation, secret).await.is_ok(), "asking does nothing");
    assert_eq!(ana.browser.post(&revoke, &[("remove_too", "perhaps")]).await.status, 422);
    assert_eq!(ana.browser.post_from_elsewhere(&revoke, &[]).await.status, 403);
    assert_eq!(ana.browser.press(&revoke).await.goes_to(), path);
    let dead = look_up(moderation, secret).await;
    assert!(matches!(dead, Err(Refusal::Link(LinkProblem::Revoked))), "{dead:?}");
    let state = async |id| moderation.store.admission(id).unwrap().unwrap().state;
    assert!(matches!(state(waits.id).await, State::Expired { .. }));
    assert!(matches!(state(inside.id).await, State::Admitted { .. }));
    assert_eq!(ana.browser.get(&path).await.texts("tbody .badge"), ["revoked"]);
    assert_eq!(ana.browser.post(&revoke, &[("remove_too", "yes")]).await.goes_to(), path);
    assert!(matches!(state(inside.id).await, State::Removed { blocked: false }));
    assert!(ana.browser.get(&path).await.texts("tbody a").is_empty(), "nothing more to revoke");
}

#[tokio::test]
async fn replacing_all_links_kills_the_old_ones_and_shows_the_new_ones_once() {
    let server = Server::start().await;
    let moderation = &server.moderation;
    let (mut ana, room, path) = clinic(&server).await;
    let old = [server.invite(&ana, room, "Patients").await, server.invite(&ana, room, "Students").await];
    let waits = moderation.request_entry(None, old[0].secret.expose_secret(), request("Sam"), None).await.unwrap();
    let rotate = format!("{path}/rotate");
    assert_eq!(ana.browser.get(&rotate).await.status, 200);
    assert_eq!(ana.browser.post(&rotate, &[("all", "1")]).await.status, 422);
    assert!(look_up(moderation, old[0].secret.expose_secret()).await.is_ok());
    let page = ana.browser.press(&rotate).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.texts(".once h2"), ["Here is the link for Patients", "Here is the link for Students"]);
    for old in &old {
        let dead = look_up(moderation, old.secret.expose_secret()).await;
        assert!(matches!(dead, Err(Refusal::Link(LinkProblem::Revoked))));
    }
    for id in ["#link-1", "#link-2"] {
        let link = page.attribute(id, "value").unwrap();
        let secret = link.rsplit('/').next().unwrap();
        assert!(look_up(moderation, secret).await.is_ok());
        assert!(!ana.browser.get(&path).await.body.contains(secret));
    }
    let sam = moderation.store.admission(waits.admission.id).unwrap().unwrap();
    assert!(matches!(sam.state, State::Waiting { .. }), "who waits keeps the place");
}

#[tokio::test]
async fn the_list_says_how_much_each_was_used_and_who_waits() {
    let server = Server::start().await;
    let (mut ana, room, path) = clinic(&server).await;
    assert!(ana.browser.get(&path).await.text().contains("No invites yet"));
    let invite = server.invite(&ana, room, "Patients").await;
    let secret = invite.secret.expose_secret();
    server.moderation.request_entry(None, secret, request("Sam"), None).await.unwrap();
    let row = ana.browser.get(&path).await.texts("tbody td");
    assert_eq!(row[1..5], ["Speaker", "1, no limit", "just now", "1"]);
    assert!(row[5].starts_with("open, ends"), "{row:?}");
    server.moderation.clock.advance(SignedDuration::from_hours(25));
    ana.signs_in().await;
    assert_eq!(ana.browser.get(&path).await.texts("tbody .badge"), ["expired"]);
}

#[tokio::test]
async fn new_links_keep_what_the_old_ones_allowed_and_no_more() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let opens = server.moderation.clock.now() + SignedDuration::from_hours(24 * 30);
    let issue =
        async |settings| server.moderation.create_invite(&ana.actor, ana.room(), settings).await.unwrap().invite;
    let later = issue(InviteSettings { not_before: Some(opens), ..open_invite() }).await;
    assert_eq!(later.expires_at.duration_since(opens), SignedDuration::from_hours(24), "counted from when it opens");
    let past =
        issue(InviteSettings { not_before: Some(later.created_at - SignedDuration::from_hours(9)), ..open_invite() })
            .await;
    assert!(past.expires_at >= past.created_at + SignedDuration::from_hours(24), "or from now");
    let link = server.link(&ana, InviteSettings { max_uses: Some(3), ..open_invite() }).await;
    Guest::asks(&server, &link, "Sam").await;
    server.moderation.clock.advance(SignedDuration::from_secs(5));
    let made = server.moderation.rotate_invites(&ana.actor, ana.room()).await.unwrap();
    assert_eq!(made.len(), 3);
    let limited = made.into_iter().map(|it| it.invite).find(|it| it.max_uses.is_some()).unwrap();
    assert_eq!((limited.max_uses, limited.uses, limited.last_used_at), (Some(2), 0, None), "one of three is used up");
    assert!(limited.created_at > past.created_at + SignedDuration::from_secs(4));
}
