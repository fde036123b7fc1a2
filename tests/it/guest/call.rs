//! What the call page asks for on behalf of a guest: names, a raised hand, stepping down. And what nobody else gets.

use anteroom::domain::role::Role;
use anteroom::domain::text::GuestName;

use crate::support::{Answer, Guest, Host, Server, open_invite};

async fn admitted(server: &Server, ana: &Host, link: &str, name: &str, role: Role) -> Guest {
    let guest = Guest::asks(server, link, name).await;
    let id = guest.admission(server).await.id;
    server.moderation.admit(&ana.actor, id, Some(role), None).await.unwrap();
    guest
}

async fn roster(guest: &mut Guest) -> Answer {
    let path = format!("{}/roster", guest.here);
    guest.browser.get(&path).await
}

async fn raises(guest: &mut Guest, raised: bool) -> u16 {
    let path = format!("{}/hand", guest.here);
    guest.browser.post_encoded(&path, &format!("raised={raised}")).await.status
}

fn names(answer: &Answer) -> Vec<String> {
    let people = answer.json()["people"].as_array().unwrap().clone();
    people.iter().map(|person| person["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn names_are_for_those_in_the_call_and_for_nobody_else() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut sam = admitted(&server, &ana, &link, "Sam", Role::Publisher).await;
    let mut eve = Guest::asks(&server, &link, "Eve").await;

    let seen = roster(&mut sam).await;
    assert_eq!((seen.status, names(&seen)), (200, vec!["Ana".to_owned(), "Sam".to_owned()]));
    assert!(!seen.whole().contains("admission"), "guests learn no admission's id: {}", seen.body);
    assert_eq!(seen.header("cache-control"), Some("no-store"));

    let waiting = roster(&mut eve).await;
    assert_eq!(waiting.status, 409);
    let id = sam.admission(&server).await.id;
    server.moderation.remove(&ana.actor, id, false, None).await.unwrap();
    let removed = roster(&mut sam).await;
    assert_eq!(removed.status, 410);
    let stranger = server.browser().get(&format!("{}/roster", sam.here)).await;
    assert_eq!(stranger.status, 404);
    for answer in [waiting, removed, stranger] {
        assert!(!["Sam", "Ana", "\"person\""].iter().any(|told| answer.whole().contains(told)), "{}", answer.whole());
    }
}

#[tokio::test]
async fn a_presenter_sees_nobody_on_the_roster() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    admitted(&server, &ana, &link, "Sam", Role::Publisher).await;
    let mut pia = admitted(&server, &ana, &link, "Pia", Role::PublisherOnly).await;
    assert_eq!(names(&roster(&mut pia).await), ["Pia"]);
}

#[tokio::test]
async fn hands_stand_first_in_their_order_and_go_down_with_the_right_to_speak() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut first = admitted(&server, &ana, &link, "First", Role::Subscriber).await;
    let mut second = admitted(&server, &ana, &link, "Second", Role::Subscriber).await;
    let mut sam = admitted(&server, &ana, &link, "Sam", Role::Publisher).await;

    assert_eq!(raises(&mut second, true).await, 303);
    assert_eq!(raises(&mut first, true).await, 303);
    assert_eq!(raises(&mut second, true).await, 303, "again keeps the place");
    raises(&mut sam, true).await;
    assert_eq!(names(&roster(&mut sam).await), ["Second", "First", "Ana", "Sam"]);
    assert_eq!(sam.status().await["hand"], false, "a speaker asks for nothing");
    assert_eq!(second.status().await["hand"], true);

    let id = second.admission(&server).await.id;
    server.moderation.change_role(&ana.actor, id, Role::Publisher, None).await.unwrap();
    assert_eq!(second.status().await["hand"], false);
    assert_eq!(raises(&mut first, false).await, 303);
    assert!(server.moderation.hands.of(ana.room()).is_empty());

    raises(&mut first, true).await;
    first.presses("leave").await;
    assert!(server.moderation.hands.of(ana.room()).is_empty(), "whoever leaves asks for nothing any more");
    let nonsense = first.browser.post_encoded(&format!("{}/hand", first.here), "raised=perhaps").await;
    assert_eq!(nonsense.status, 422);
}

#[tokio::test]
async fn a_speaker_steps_down_and_nobody_gains_a_right_by_it() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    for (role, after) in [
        (Role::Publisher, Role::Subscriber),
        (Role::Moderator, Role::Subscriber),
        (Role::Subscriber, Role::Subscriber),
        (Role::PublisherOnly, Role::PublisherOnly),
    ] {
        let mut guest = admitted(&server, &ana, &link, "Sam", role).await;
        assert_eq!(guest.presses("step-down").await.status, 303);
        assert_eq!(guest.admission(&server).await.role(), Some(after), "{role}");
    }
    let changes = server.acts_in(ana.room()).await.iter().filter(|act| *act == "role_changed").count();
    assert_eq!(changes, 2);
    let mut waiting = Guest::asks(&server, &link, "Eve").await;
    waiting.presses("step-down").await;
    assert_eq!(waiting.status().await["state"], "waiting");
}

#[tokio::test]
async fn the_call_page_is_for_those_who_are_in() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let name = GuestName::parse("<b>Sam</b>").unwrap();
    let mut sam = Guest::asks(&server, &link, "%3Cb%3ESam%3C%2Fb%3E").await;
    let path = format!("{}/call", sam.here);
    let waiting = sam.browser.get(&path).await;
    assert_eq!((waiting.status, waiting.header("location")), (303, Some(sam.here.as_str())));
    let admission = sam.admission(&server).await;
    assert_eq!(admission.name, name);
    server.moderation.admit(&ana.actor, admission.id, None, None).await.unwrap();
    let page = sam.browser.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("<b>Sam"), "a name is never markup");
    assert!(page.header("permissions-policy").unwrap().contains("camera=(self)"));
    let server_side = ["T1==", "session_id"];
    assert!(server_side.iter().all(|secret| !page.body.contains(secret)), "the token comes when the page asks");
}

#[tokio::test]
async fn a_guest_who_moderates_puts_another_guest_out_and_nobody_else_can() {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let mut mia = admitted(&server, &ana, &link, "Mia", Role::Moderator).await;
    let mut sam = admitted(&server, &ana, &link, "Sam", Role::Publisher).await;
    let persons = [mia.admission(&server).await.person, sam.admission(&server).await.person];
    let puts_out = async |guest: &mut Guest, person: String| {
        let path = format!("{}/put-out", guest.here);
        guest.browser.post_encoded(&path, &format!("person={person}")).await.status
    };
    assert_eq!(puts_out(&mut sam, persons[0].to_string()).await, 404, "a speaker does not moderate");
    assert_eq!(puts_out(&mut mia, persons[0].to_string()).await, 404, "leaving is another button");
    assert_eq!(puts_out(&mut mia, uuid::Uuid::new_v4().to_string()).await, 404);
    assert_eq!(puts_out(&mut mia, "sam".to_owned()).await, 422);

    let pat = server.host_with_room("Pat").await;
    let elsewhere = server.link(&pat, open_invite()).await;
    let kim = admitted(&server, &pat, &elsewhere, "Kim", Role::Publisher).await;
    let foreign = kim.admission(&server).await.person.to_string();
    assert_eq!(puts_out(&mut mia, foreign).await, 404, "another room");
    assert!(kim.admission(&server).await.role().is_some());

    assert_eq!(puts_out(&mut mia, persons[1].to_string()).await, 303);
    let removed = sam.admission(&server).await;
    assert_eq!((removed.role(), removed.state.as_str()), (None, "removed"));
    assert_eq!(removed.decided.unwrap().by, "Mia");
    assert_eq!(sam.fetches_a_token().await.status, 410);
}
