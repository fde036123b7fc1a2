//! Many guests at once, and a word to those who wait, as the desk's forms send it.

use scraper::Html;

use super::desk::select;
use crate::support::{Desk, Guest, Stream, open_invite};

/// What the page's own form would send: the rows that it shows.
fn shown(page: &str) -> Vec<(&'static str, String)> {
    let page = Html::parse_document(page);
    let inputs = select(&page, "#admit-shown input[name=id]");
    inputs.iter().map(|input| ("id", input.attr("value").unwrap().to_owned())).collect()
}

async fn states(desk: &Desk, ids: &[anteroom::domain::ids::AdmissionId]) -> Vec<&'static str> {
    let mut states = Vec::new();
    for id in ids {
        states.push(desk.admission(*id).await.state.as_str());
    }
    states
}

#[tokio::test]
async fn admit_all_takes_those_on_the_page_and_not_whoever_came_since_or_is_on_hold() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let (sam, kim, tom) = (desk.asks("Sam").await.id, desk.asks("Kim").await.id, desk.asks("Tom").await.id);
    ana.decides(tom, "hold", &[]).await;
    let page = ana.desk().await;
    let button = Html::parse_document(&page);
    assert_eq!(select(&button, "#admit-shown button")[0].text().collect::<String>(), "Admit 2");
    let late = desk.asks("Late").await.id;
    let path = format!("/host/rooms/{}/admit-many", desk.room.id);
    let answer = ana.browser.post(&path, &shown(&page)).await;
    assert_eq!(answer.goes_to(), format!("/host/rooms/{}", desk.room.id));
    assert_eq!(states(&desk, &[sam, kim, tom, late]).await, ["admitted", "admitted", "held", "waiting"]);
    assert_eq!(desk.server.log_of(sam).await, ["Sam admission_requested", "Ana admitted"]);
}

#[tokio::test]
async fn who_changed_meanwhile_is_named_and_left_alone() {
    let desk = Desk::open().await;
    let (mut ana, ben) = (desk.ana(), desk.another("Ben", true).await);
    let (sam, kim) = (desk.asks("Sam").await.id, desk.asks("Kim").await.id);
    let page = ana.desk().await;
    ben.decides(sam, "deny", &[]).await;
    let path = format!("/host/rooms/{}/admit-many", desk.room.id);
    let answer = ana.browser.post(&path, &shown(&page)).await;
    assert_eq!(answer.status, 200);
    let banner = answer.texts(".banner").join(" ");
    assert!(banner.contains("1 admitted. Sam: Already denied by Ben, just now."), "{banner}");
    assert_eq!(states(&desk, &[sam, kim]).await, ["denied", "admitted"]);

    let again = ana.browser.post(&path, &shown(&page)[..1]).await;
    assert_eq!(again.status, 409, "nothing was done");
    let nobody = ana.browser.press(&format!("/host/rooms/{}/deny-many", desk.room.id)).await;
    assert_eq!(nobody.status, 409);
    assert!(nobody.text().contains("Nobody is selected"));
}

#[tokio::test]
async fn what_is_selected_is_denied_each_once_and_ids_of_another_room_decide_nothing() {
    let desk = Desk::open().await;
    let other = Desk::open().await;
    let mut ana = desk.ana();
    let (sam, kim) = (desk.asks("Sam").await.id, desk.asks("Kim").await.id);
    let foreign = other.asks("Foreign").await.id;
    let path = format!("/host/rooms/{}/deny-many", desk.room.id);
    for wrong in [format!("{foreign}.1"), format!("{sam}"), "x.1".to_owned(), format!("{sam}.x")] {
        let answer = ana.browser.post(&path, &[("id", format!("{kim}.1")), ("id", wrong.clone())]).await;
        assert_eq!(answer.status, 422, "{wrong}");
    }
    assert_eq!(states(&desk, &[sam, kim]).await, ["waiting", "waiting"]);
    let form = [("id", format!("{sam}.1")), ("id", format!("{sam}.1"))];
    assert_eq!(ana.browser.post(&path, &form).await.status, 303);
    assert_eq!(states(&desk, &[sam, kim]).await, ["denied", "waiting"]);
    let page = ana.desk().await;
    assert_eq!(page.matches(&format!("id=\"admission-{sam}\"")).count(), 1, "listed once");
    assert_eq!(desk.server.log_of(sam).await.len(), 2);
}

#[tokio::test]
async fn a_message_is_typed_on_a_page_of_its_own_and_stands_in_the_row() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let (sam, kim) = (desk.asks("Sam").await, desk.asks("Kim").await);
    let path = format!("/host/rooms/{}/admissions/{}/message", desk.room.id, sam.id);
    let page = ana.browser.get(&path).await;
    assert_eq!((page.status, page.texts("h1")), (200, vec!["Message to Sam".to_owned()]));
    let phrase = page.attribute("button[name=phrase]", "value").unwrap();
    let order = async |ana: &mut crate::support::Host| {
        let page = Html::parse_document(&ana.desk().await);
        select(&page, "#waiting > li").iter().map(|row| row.attr("id").unwrap().to_owned()).collect::<Vec<_>>()
    };
    let before = order(&mut ana).await;
    let said = "<b>Soon</b> & \"thanks\"";
    assert_eq!(ana.browser.post(&path, &[("text", said)]).await.status, 303);
    let html = ana.desk().await;
    assert!(html.contains("&#60;b&#62;Soon") && !html.contains("<b>Soon"), "text stays text");
    assert_eq!(order(&mut ana).await, before, "a message moves nobody");
    assert_eq!(ana.browser.post(&path, &[("text", ""), ("phrase", &phrase)]).await.status, 303);
    assert_eq!(desk.admission(sam.id).await.message.unwrap().text.as_str(), phrase);
    assert_eq!(desk.admission(sam.id).await.revision, 1);

    let long = "a".repeat(281);
    let refused = ana.browser.post(&path, &[("text", &long)]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.texts("textarea"), [long], "what was typed is still there");
    assert!(refused.text().contains("at most 280 characters"));
    assert_eq!(ana.browser.post(&path, &[("text", "a\u{202e}b")]).await.status, 422);

    let all = format!("/host/rooms/{}/message", desk.room.id);
    assert_eq!(ana.browser.get(&all).await.status, 200);
    assert_eq!(ana.browser.post(&all, &[("text", "Ten minutes")]).await.status, 303);
    for guest in [sam.id, kim.id] {
        assert_eq!(desk.admission(guest).await.message.unwrap().text.as_str(), "Ten minutes");
    }
    assert_eq!(desk.server.log_of(sam.id).await[1..], ["Ana messaged"; 3]);
}

#[tokio::test]
async fn the_four_phrases_of_a_room_can_be_changed_and_go_back_to_the_usual_ones() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let path = format!("/host/rooms/{}/phrases", desk.room.id);
    let words = format!("/host/rooms/{}/message", desk.room.id);
    let usual = ana.browser.get(&words).await.texts("button[name=phrase]");
    assert_eq!(usual.len(), 4);
    let form = [("phrase", ""), ("phrase", "Tea is ready"), ("phrase", ""), ("phrase", "")];
    assert_eq!(ana.browser.post(&path, &form).await.status, 303);
    let kept = ana.browser.get(&words).await.texts("button[name=phrase]");
    assert_eq!(kept, [&usual[0], "Tea is ready", &usual[2], &usual[3]]);
    let long = "a".repeat(281);
    let form = [("phrase", long.as_str()), ("phrase", ""), ("phrase", ""), ("phrase", "")];
    assert_eq!(ana.browser.post(&path, &form).await.status, 422);
    assert_eq!(ana.browser.post(&path, &form[1..]).await.status, 422);
    assert_eq!(ana.browser.get(&words).await.texts("button[name=phrase]"), kept);
    assert_eq!(ana.browser.post(&path, &[("phrase", ""); 4]).await.status, 303);
    assert_eq!(ana.browser.get(&words).await.texts("button[name=phrase]"), usual);
}

#[tokio::test]
async fn hold_and_denial_take_words_and_a_denial_can_be_for_good() {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let (sam, kim) = (desk.asks("Sam").await.id, desk.asks("Kim").await.id);
    assert_eq!(ana.decides(sam, "hold", &[("message", "One moment")]).await.status, 303);
    assert_eq!(desk.admission(sam).await.message.unwrap().text.as_str(), "One moment");
    assert_eq!(ana.decides(kim, "deny", &[("reason", "Not this time, sorry"), ("block", "true")]).await.status, 303);
    let denied = desk.admission(kim).await;
    assert_eq!(anteroom::domain::policy::may_ask_again_at(&denied), None);
    assert!(
        ana.browser.clone().get(&format!("/host/rooms/{}", desk.room.id)).await.text().contains("Denied and blocked")
    );
    assert_eq!(desk.server.log_of(sam).await[1..], ["Ana held", "Ana messaged"]);
}

#[tokio::test]
async fn an_end_is_taken_back_from_earlier_while_the_guest_is_there() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let (sam, kim) = (desk.asks("Sam").await, desk.asks("Kim").await);
    for guest in [&sam, &kim] {
        ana.decides(guest.id, "deny", &[]).await;
    }
    desk.moderation.clock.advance(jiff::SignedDuration::from_secs(11));
    assert_eq!(ana.decides(sam.id, "undo", &[]).await.status, 409, "too late to undo");
    let page = Html::parse_document(&ana.desk().await);
    let buttons = select(&page, &format!("#admission-{} .second-thoughts button", sam.id));
    let names: Vec<String> = buttons.iter().map(|button| button.text().collect()).collect();
    assert_eq!(names, ["Back to waiting", "Admit"]);
    assert_eq!(ana.decides(sam.id, "reconsider?revision=2", &[]).await.status, 303);
    assert_eq!(ana.decides(kim.id, "reconsider?revision=2", &[("admit", "true")]).await.status, 303);
    assert_eq!(states(&desk, &[sam.id, kim.id]).await, ["waiting", "admitted"]);
    let page = Html::parse_document(&ana.desk().await);
    assert_eq!(select(&page, "#waiting > li").len(), 1);
    assert_eq!(select(&page, "#ended > li").len(), 0);
    assert_eq!(desk.server.log_of(kim.id).await[2..], ["Ana reconsidered", "Ana admitted"]);

    ana.decides(sam.id, "deny", &[]).await;
    desk.moderation.clock.advance(jiff::SignedDuration::from_secs(60));
    let gone = ana.decides(sam.id, "reconsider", &[]).await;
    assert_eq!(gone.status, 409);
    assert!(gone.body.contains("no longer there"));
    assert!(!ana.desk().await.contains("second-thoughts"));
}

#[tokio::test]
async fn a_claim_is_seen_on_every_desk_and_given_back() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.ana(), desk.another("Ben", true).await);
    let sam = desk.asks("Sam").await.id;
    let mut stream = ben.watches(None).await;
    stream.next_named("lists").await;
    assert_eq!(ana.decides(sam, "claim", &[]).await.status, 303);
    assert!(stream.rows_with("Ana</bdi> is on it").await.contains("claimed"));
    let late = ben.decides(sam, "claim", &[]).await;
    assert_eq!(late.status, 409);
    assert!(late.body.contains("is on it already"));
    assert_eq!(ben.decides(sam, "release", &[]).await.status, 303);
    assert!(!stream.rows_with("Sam").await.contains("is on it"));
    assert_eq!(desk.admission(sam).await.revision, 1, "it decides nothing");
}

#[tokio::test]
async fn all_my_rooms_stand_in_one_list_from_which_guests_are_decided_on() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let (sam, kim) = (desk.asks("Sam").await.id, desk.asks("Kim").await.id);
    let page = ana.browser.get("/host/rooms").await;
    assert_eq!(page.texts(".queue .guest-name"), ["Sam", "Kim"]);
    for (act, state, id) in [("admit", "admitted", sam), ("deny", "denied", kim)] {
        let path = page.attribute(&format!(".queue [formaction*='{id}/{act}']"), "formaction").unwrap();
        assert_eq!(ana.browser.press(&path).await.goes_to(), "/host/rooms");
        assert_eq!(desk.admission(id).await.state.as_str(), state);
    }
    assert!(ana.browser.get("/host/rooms").await.texts(".queue .guest-name").is_empty());
    let mut stranger = desk.another("Tom", false).await;
    assert!(stranger.browser.get("/host/rooms").await.texts(".queue .guest-name").is_empty());
}

#[tokio::test]
async fn a_rehearsal_shows_the_guests_pages_and_makes_nothing() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let before = desk.server.everything().await;
    let path = format!("/host/rooms/{}/rehearsal", desk.room.id);
    for (page, says) in [
        ("join", "Ask to join"),
        ("waiting", "You are in the right place."),
        ("held", "Please wait a little longer."),
        ("admitted", "You are in."),
        ("denied", "You were not let in this time."),
    ] {
        let shown = ana.browser.get(&format!("{path}?page={page}")).await;
        assert_eq!(shown.status, 200, "{page}");
        assert!(shown.text().contains(says), "{page}: {}", shown.text());
        assert!(shown.texts(".rehearsal .banner")[0].starts_with("Rehearsal"), "{page} says that it is one");
        assert!(shown.header("content-security-policy").unwrap().contains("form-action 'none'"));
        assert_eq!(shown.headers("set-cookie").count(), 0, "a host is no guest");
    }
    assert_eq!(ana.browser.get(&format!("{path}?page=other")).await.status, 400);
    assert!(desk.server.everything().await == before);
    let mut stranger = desk.another("Tom", false).await;
    assert_eq!(stranger.browser.get(&path).await.status, 404);
}

#[tokio::test]
async fn each_guest_of_many_is_told_at_once() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let link = desk.server.link(&ana, open_invite()).await;
    let sam = Guest::asks(&desk.server, &link, "Sam").await;
    let mut stream = Stream::open_by(&sam.browser, &format!("{}/events", sam.here), None).await;
    assert_eq!(stream.next().await.unwrap().json()["state"], "waiting");
    let page = ana.desk().await;
    ana.browser.post(&format!("/host/rooms/{}/admit-many", desk.room.id), &shown(&page)).await.goes_to();
    assert_eq!(stream.next().await.unwrap().json()["state"], "admitted");
}
