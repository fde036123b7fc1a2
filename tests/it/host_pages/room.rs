//! A room's settings and hosts.

use anteroom::domain::admission::State;
use anteroom::domain::room::Door;
use anteroom::domain::text::Email;
use anteroom::moderation::{Request, RoomChange};
use secrecy::ExposeSecret as _;

use crate::support::{Answer, Host, Server};

const RIGHT: [(&str, &str); 4] =
    [("title", "Clinic"), ("host_label", "Dr <i>Ana</i>"), ("token_seconds", "300"), ("door", "everyone_waits")];

async fn save(ana: &mut Host, path: &str, changed: &[(&'static str, &str)]) -> Answer {
    let mut form: Vec<(&str, &str)> = RIGHT.to_vec();
    for (name, value) in changed {
        form.retain(|(own, _)| own != name);
        form.push((name, value));
    }
    ana.browser.post(path, &form).await
}

#[tokio::test]
async fn settings_are_saved_logged_and_shown() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let room = server.room_of(&ana, "Old").await;
    let path = format!("/host/rooms/{room}/settings");
    let answer = save(&mut ana, &path, &[("show_position", "yes")]).await;
    let page = ana.browser.get(answer.goes_to()).await;
    assert_eq!(page.texts("[role=status] p"), ["Saved."]);
    assert_eq!(page.attribute("#host_label", "value").as_deref(), Some("Dr <i>Ana</i>"));
    assert!(page.texts("main i").is_empty());
    let saved = server.moderation.store.room(room).unwrap().unwrap();
    assert_eq!((saved.title.as_str(), saved.settings.door), ("Clinic", Door::EveryoneWaits));
    assert_eq!((saved.settings.token_seconds, saved.settings.show_position), (300, true));
    assert!(!saved.settings.name_in_token);
    assert_eq!(server.acts().await[0], "room_changed");
    save(&mut ana, &path, &[("host_label", " ")]).await.goes_to();
    let saved = server.moderation.store.room(room).unwrap().unwrap();
    assert_eq!((saved.settings.host_label, saved.settings.show_position), (None, false), "an unticked box is off");
}

#[tokio::test]
async fn each_wrong_setting_has_its_sentence_and_nothing_is_saved() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let room = server.room_of(&ana, "Old").await;
    let before = server.moderation.store.room(room).unwrap();
    let path = format!("/host/rooms/{room}/settings");
    let long = "x".repeat(61);
    for (field, value, sentence) in [
        ("title", "", "Please fill this in."),
        ("host_label", long.as_str(), "Please use at most 60 characters."),
        ("token_seconds", "29", "Please give a whole number from 30 to 2592000."),
        ("token_seconds", "2592001", "Please give a whole number from 30 to 2592000."),
        ("token_seconds", "1.5", "Please give a whole number from 30 to 2592000."),
        ("door", "ajar", "Please choose one of these."),
        ("session_id", "1_abc", "This is no session of this server’s video account."),
        (
            "session_id",
            "1_MX45OTkwMDAwMX5-MTc5NTUwMDAwMDAwMH5hYmN-fg",
            "This is no session of this server’s video account.",
        ),
    ] {
        let page = save(&mut ana, &path, &[(field, value)]).await;
        assert_eq!(page.status, 422, "{field}");
        assert_eq!(page.texts(&format!("#{field}-error")), [sentence]);
        assert_eq!(page.texts(".error").len(), 1, "only {field} is wrong");
    }
    for odd in [("show_position", "maybe"), ("session", "x"), ("owner", "me")] {
        assert_eq!(save(&mut ana, &path, &[odd]).await.status, 422, "{odd:?}");
    }
    let elsewhere = ana.browser.post_from_elsewhere(&path, &RIGHT).await;
    assert_eq!(elsewhere.status, 403);
    assert_eq!(server.moderation.store.room(room).unwrap(), before);
}

#[tokio::test]
async fn an_opened_door_lets_nobody_in_silently() {
    let server = Server::start().await;
    let moderation = &server.moderation;
    let mut ana = server.host("Ana").await;
    let room = server.room_of(&ana, "Clinic").await;
    let invite = server.invite(&ana, room, "Patients").await;
    let request = Request { name: "Sam".to_owned(), note: String::new(), passcode: None, ..Request::default() };
    let sam = moderation.request_entry(None, invite.secret.expose_secret(), request, None).await.unwrap().admission;
    let path = format!("/host/rooms/{room}/settings");
    let question = save(&mut ana, &path, &[("door", "everyone_enters")]).await;
    assert_eq!(question.status, 200, "what becomes of who waits is asked first");
    assert!(question.body.contains("waiting"), "{}", question.body);
    let state = moderation.store.admission(sam.id).unwrap().unwrap().state;
    assert!(matches!(state, State::Waiting { .. }));
}

#[tokio::test]
async fn the_owner_adds_a_co_host_who_sees_the_room_until_taken_out() {
    let server = Server::start().await;
    let (mut ana, mut tom) = (server.host("Ana").await, server.host("Tom").await);
    let room = server.room_of(&ana, "Clinic").await;
    let path = format!("/host/rooms/{room}/hosts");
    assert_eq!(tom.browser.get(&path).await.status, 404);
    assert_eq!(ana.browser.post(&path, &[("email", "TOM@example.org ")]).await.goes_to(), path);
    assert_eq!(ana.browser.post(&path, &[("email", "tom@example.org")]).await.goes_to(), path, "twice is once");
    let page = tom.browser.get(&path).await;
    assert_eq!(page.texts(".people .name"), ["Ana", "Tom"]);
    assert!(page.texts("main form").is_empty(), "a co-host changes nobody");
    assert_eq!(tom.browser.post(&path, &[("email", "ana@example.org")]).await.status, 404);
    let out = format!("{path}/{}/remove", tom.id);
    let tom_was = server.moderation.store.room_hosts(room).unwrap().last().unwrap().generation;
    let session_id = Some(server.moderation.video.create_session(server.moderation.clock.now()).await.unwrap());
    let wish = RoomChange { session_id, ..RoomChange::default() };
    server.moderation.change_room(&ana.actor, room, wish).await.unwrap();
    assert_eq!(tom.browser.press(&out).await.status, 404);
    assert_eq!(ana.browser.post_from_elsewhere(&out, &[]).await.status, 403);
    assert_eq!(ana.browser.press(&out).await.goes_to(), path);
    assert_eq!(tom.browser.get(&path).await.status, 404, "at once");
    let ended: Vec<(i64,)> =
        sqlx::query_as("SELECT generation FROM enforcement").fetch_all(&mut server.database().await).await.unwrap();
    assert_eq!(ended, [(i64::from(tom_was) + 1,)], "tokens of before end in the call too");
    assert_eq!(ana.browser.press(&out).await.status, 404);
    assert_eq!(server.acts().await[..3], ["host_removed", "room_changed", "host_added"]);
}

#[tokio::test]
async fn whoever_has_no_account_or_owns_the_room_is_refused_in_words() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let room = server.room_of(&ana, "Clinic").await;
    let path = format!("/host/rooms/{room}/hosts");
    for (email, sentence) in [
        ("nobody@example.org", "Nobody with this address has an account here. An admin can make one."),
        ("nobody", "This is not an e-mail address."),
    ] {
        let page = ana.browser.post(&path, &[("email", email)]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#email-error"), [sentence]);
        assert_eq!(page.attribute("#email", "value").as_deref(), Some(email));
    }
    let page = ana.browser.press(&format!("{path}/{}/remove", ana.id)).await;
    assert_eq!(page.status, 403);
    assert_eq!(page.texts("[role=alert] p"), ["The owner of a room cannot be taken out of it."]);
    assert_eq!(server.moderation.store.room_hosts(room).unwrap().len(), 1);
}

#[tokio::test]
async fn the_last_host_of_a_room_without_an_owner_stays() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    let tom = server.host("Tom").await;
    let wish = anteroom::moderation::RoomChange {
        title: Some(anteroom::domain::text::Title::parse("Clinic").unwrap()),
        ..Default::default()
    };
    let system = anteroom::domain::actor::Actor::SYSTEM;
    let room = server.moderation.create_room(&system, wish, None).await.unwrap().id;
    server.moderation.add_host(&eve.actor, room, &Email::parse(&tom.email).unwrap()).await.unwrap();
    let page = eve.browser.press(&format!("/host/rooms/{room}/hosts/{}/remove", tom.id)).await;
    assert_eq!(page.status, 403);
    let sentence = "A room would be without a host. Add another host there first.";
    assert_eq!(page.texts("[role=alert] p"), [sentence]);
    let page = eve.browser.press(&format!("/admin/people/{}/disable", tom.id)).await;
    assert_eq!((page.status, page.texts("[role=alert] p")), (403, vec![sentence.to_owned()]));
    assert_eq!(server.moderation.store.room_hosts(room).unwrap().len(), 1);
}
