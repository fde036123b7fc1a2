//! What the call page asks for on behalf of a guest: names, a raised hand, stepping down. And what nobody else gets.

use anteroom::domain::role::Role;
use anteroom::domain::text::GuestName;

use crate::support::people::{Browser, Guest, Host, log_of};
use crate::support::server::{Answer, Server};

async fn admitted(server: &Server, ana: &Host, link: &str, name: &str, role: Role) -> Guest {
    let guest = Guest::asks(server, link, name).await;
    let id = guest.admission(server).await.id;
    server.moderation.admit(&ana.actor, id, Some(role), None).await.unwrap();
    guest
}

async fn roster(server: &Server, guest: &mut Guest) -> Answer {
    let path = format!("{}/roster", guest.here);
    guest.browser.get(server, &path).await
}

async fn raises(server: &Server, guest: &mut Guest, raised: bool) -> u16 {
    let path = format!("{}/hand", guest.here);
    guest.browser.post(server, &path, &format!("raised={raised}")).await.status
}

fn names(answer: &Answer) -> Vec<String> {
    let people = answer.json()["people"].as_array().unwrap().clone();
    people.iter().map(|person| person["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn names_are_for_those_in_the_call_and_for_nobody_else() {
    let server = Server::start(|_| {}).await;
    let ana = Host::with_room(&server, "Ana").await;
    let link = ana.shares_a_link(&server).await;
    let mut sam = admitted(&server, &ana, &link, "Sam", Role::Publisher).await;
    let mut eve = Guest::asks(&server, &link, "Eve").await;

    let seen = roster(&server, &mut sam).await;
    assert_eq!((seen.status, names(&seen)), (200, vec!["Ana".to_owned(), "Sam".to_owned()]));
    assert!(!seen.whole().contains("admission"), "guests learn no admission's id: {}", seen.body);
    assert_eq!(seen.header("cache-control"), Some("no-store"));

    let waiting = roster(&server, &mut eve).await;
    assert_eq!(waiting.status, 409);
    let id = sam.admission(&server).await.id;
    server.moderation.remove(&ana.actor, id, false, None).await.unwrap();
    let removed = roster(&server, &mut sam).await;
    assert_eq!(removed.status, 410);
    let stranger = Browser::default().get(&server, &format!("{}/roster", sam.here)).await;
    assert_eq!(stranger.status, 404);
    for answer in [waiting, removed, stranger] {
        assert!(!["Sam", "Ana", "\"person\""].iter().any(|told| answer.whole().contains(told)), "{}", answer.whole());
    }
}

#[tokio::test]
async fn a_presenter_sees_nobody_on_the_roster() {
    let server = Server::start(|_| {}).await;
    let ana = Host::with_room(&server, "Ana").await;
    let link = ana.shares_a_link(&server).await;
    admitted(&server, &ana, &link, "Sam", Role::Publisher).await;
    let mut pia = admitted(&server, &ana, &link, "Pia", Role::PublisherOnly).await;
    assert_eq!(names(&roster(&server, &mut pia).await), ["Pia"]);
}

#[tokio::test]
async fn hands_stand_first_in_their_order_and_go_down_with_the_right_to_speak() {
    let server = Server::start(|_| {}).await;
    let ana = Host::with_room(&server, "Ana").await;
    let link = ana.shares_a_link(&server).await;
    let mut first = admitted(&server, &ana, &link, "First", Role::Subscriber).await;
    let mut second = admitted(&server, &ana, &link, "Second", Role::Subscriber).await;
    let mut sam = admitted(&server, &ana, &link, "Sam", Role::Publisher).await;

    assert_eq!(raises(&server, &mut second, true).await, 303);
    assert_eq!(raises(&server, &mut first, true).await, 303);
    assert_eq!(raises(&server, &mut second, true).await, 303, "again keeps the place");
    raises(&server, &mut sam, true).await;
    assert_eq!(names(&roster(&server, &mut sam).await), ["Second", "First", "Ana", "Sam"]);
    assert_eq!(sam.status(&server).await["hand"], false, "a speaker asks for nothing");
    assert_eq!(second.status(&server).await["hand"], true);

    let id = second.admission(&server).await.id;
    server.moderation.change_role(&ana.actor, id, Role::Publisher, None).await.unwrap();
    assert_eq!(second.status(&server).await["hand"], false);
    assert_eq!(raises(&server, &mut first, false).await, 303);
    assert!(server.moderation.hands.of(ana.room.id).is_empty());

    raises(&server, &mut first, true).await;
    first.presses(&server, "leave").await;
    assert!(server.moderation.hands.of(ana.room.id).is_empty(), "whoever leaves asks for nothing any more");
    let nonsense = first.browser.post(&server, &format!("{}/hand", first.here), "raised=perhaps").await;
    assert_eq!(nonsense.status, 422);
}

#[tokio::test]
async fn a_speaker_steps_down_and_nobody_gains_a_right_by_it() {
    let server = Server::start(|_| {}).await;
    let ana = Host::with_room(&server, "Ana").await;
    let link = ana.shares_a_link(&server).await;
    for (role, after) in [
        (Role::Publisher, Role::Subscriber),
        (Role::Moderator, Role::Subscriber),
        (Role::Subscriber, Role::Subscriber),
        (Role::PublisherOnly, Role::PublisherOnly),
    ] {
        let mut guest = admitted(&server, &ana, &link, "Sam", role).await;
        assert_eq!(guest.presses(&server, "step-down").await.status, 303);
        assert_eq!(guest.admission(&server).await.role(), Some(after), "{role}");
    }
    let changes = log_of(&server, ana.room.id).await.iter().filter(|act| *act == "role_changed").count();
    assert_eq!(changes, 2);
    let mut waiting = Guest::asks(&server, &link, "Eve").await;
    waiting.presses(&server, "step-down").await;
    assert_eq!(waiting.status(&server).await["state"], "waiting");
}

#[tokio::test]
async fn the_call_page_is_for_those_who_are_in() {
    let server = Server::start(|_| {}).await;
    let ana = Host::with_room(&server, "Ana").await;
    let link = ana.shares_a_link(&server).await;
    let name = GuestName::parse("<b>Sam</b>").unwrap();
    let mut sam = Guest::asks(&server, &link, "%3Cb%3ESam%3C%2Fb%3E").await;
    let path = format!("{}/call", sam.here);
    let waiting = sam.browser.get(&server, &path).await;
    assert_eq!((waiting.status, waiting.header("location")), (303, Some(sam.here.as_str())));
    let admission = sam.admission(&server).await;
    assert_eq!(admission.name, name);
    server.moderation.admit(&ana.actor, admission.id, None, None).await.unwrap();
    let page = sam.browser.get(&server, &path).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("<b>Sam"), "a name is never markup");
    assert!(page.header("permissions-policy").unwrap().contains("camera=(self)"));
    let server_side = ["T1==", "session_id"];
    assert!(server_side.iter().all(|secret| !page.body.contains(secret)), "the token comes when the page asks");
}
