//! The list of rooms.

use anteroom::domain::ids::RoomId;
use anteroom::moderation::Request;
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::support::Server;

#[tokio::test]
async fn without_a_room_the_page_says_what_one_is_and_makes_it() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let page = ana.browser.get("/host/rooms").await;
    assert_eq!(page.texts("h2"), ["Make your first room"]);
    let answer = ana.browser.post("/host/rooms", &[("title", " Evening <b>clinic</b> ")]).await;
    let room: RoomId = answer.goes_to().strip_prefix("/host/rooms/").unwrap().parse().unwrap();
    assert_eq!(server.moderation.store.room(room).unwrap().unwrap().title.as_str(), "Evening <b>clinic</b>");
    let page = ana.browser.get("/host/rooms").await;
    assert_eq!(page.texts("#rooms .name"), ["Evening <b>clinic</b>"]);
    assert!(page.texts("#rooms .name b").is_empty(), "a title is text");
}

#[tokio::test]
async fn a_title_that_cannot_be_is_shown_again_with_the_reason() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    let long = "x".repeat(101);
    for (title, sentence) in [
        ("   ", "Please fill this in."),
        (long.as_str(), "Please use at most 100 characters."),
        ("a\u{202e}b", "Please leave out control and direction characters."),
    ] {
        let page = ana.browser.post("/host/rooms", &[("title", title)]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#title-error"), [sentence]);
        assert_eq!(page.attribute("#title", "value").as_deref(), Some(title));
        assert_eq!(page.attribute("#title", "aria-describedby").as_deref(), Some("title-error"));
    }
    assert_eq!(ana.browser.post("/host/rooms", &[("title", "A"), ("door", "closed")]).await.status, 422);
    assert_eq!(ana.browser.post("/host/rooms", &[("title", "A"), ("title", "B")]).await.status, 422);
    assert_eq!(ana.browser.post_from_elsewhere("/host/rooms", &[("title", "A")]).await.status, 403);
    assert_eq!(server.moderation.store.room_count().unwrap(), 0);
}

#[tokio::test]
async fn hosts_see_their_rooms_and_admins_all_with_who_waits_and_since_when() {
    let server = Server::start().await;
    let (mut ana, mut tom, mut eve) = (server.host("Ana").await, server.host("Tom").await, server.admin("Eve").await);
    let room = server.room_of(&ana, "Clinic").await;
    server.room_of(&tom, "School").await;
    let invite = server.invite(&ana, room, "Patients").await;
    for name in ["Sam", "Kim"] {
        let request = Request { name: name.to_owned(), note: String::new(), passcode: None, ..Request::default() };
        server.moderation.request_entry(None, invite.secret.expose_secret(), request, None).await.unwrap();
        server.moderation.clock.advance(SignedDuration::from_mins(3));
    }
    let page = ana.browser.get("/host/rooms").await;
    assert_eq!(page.texts("#rooms .name"), ["Clinic"]);
    assert_eq!(page.texts("#rooms .badge"), ["2 waiting"]);
    assert_eq!(page.texts("#rooms-waiting"), ["2 people are waiting in one room."]);
    assert!(page.texts("#rooms small")[0].ends_with("first asked 6 min ago"), "{:?}", page.texts("#rooms small"));
    assert!(page.body.contains("<title>(2) "), "the tab tells too");
    assert_eq!(tom.browser.get("/host/rooms").await.texts("#rooms .name"), ["School"]);
    assert_eq!(eve.browser.get("/host/rooms").await.texts("#rooms .name"), ["Clinic", "School"]);
    assert_eq!(eve.browser.get("/admin/rooms").await.goes_to(), "/host/rooms");
    assert_eq!(tom.browser.get("/admin/rooms").await.status, 404);
}

#[tokio::test]
async fn without_scripts_the_list_renews_itself_and_the_form_has_a_page_that_does_not() {
    let server = Server::start().await;
    let mut ana = server.host("Ana").await;
    server.room_of(&ana, "Clinic").await;
    let list = ana.browser.get("/host/rooms").await;
    assert!(list.body.contains(r#"<noscript><meta http-equiv="refresh" content="10"></noscript>"#), "{}", list.body);
    let link = list.attribute("a.no-js", "href").unwrap();
    let form = ana.browser.get(link.split('#').next().unwrap()).await;
    assert!(!form.body.contains("http-equiv") && form.attribute("#new", "class").as_deref() == Some("card stack"));
}
