//! Faults that waiting rooms are known for, each by the name that people give it. What is tested elsewhere as well stands
//! with its feature; here is what needs the desk and its guests side by side.

use anteroom::domain::ids::AdmissionId;
use jiff::SignedDuration;
use scraper::Html;
use secrecy::ExposeSecret as _;
use serde_json::json;

use super::desk::select;
use crate::support::{Desk, Guest, Host, open_invite};

/// The names in a list of a desk, top to bottom, of its page or of what its stream sends.
fn listed(html: &str, list: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let names = select(&page, &format!("li[data-state={list}] .name"));
    names.into_iter().map(|name| name.text().collect()).collect()
}

async fn page_and_stream(host: &mut Host) -> [String; 2] {
    let whole = host.watches(None).await.next_named("lists").await.data;
    [host.desk().await, whole]
}

/// A room with a link of its own, and guests who came by it with browsers.
async fn with_guests<const MANY: usize>(names: [&str; MANY]) -> (Desk, Host, String, [Guest; MANY]) {
    let desk = Desk::open().await;
    let ana = desk.ana();
    let link = desk.server.link(&ana, open_invite()).await;
    let mut guests = Vec::new();
    for name in names {
        let mut browser = desk.server.browser();
        browser.get(&link).await; // the form, which is where a browser begins to be known
        let here = browser.post(&link, &[("name", name)]).await.goes_to().to_owned();
        guests.push(Guest { browser, here });
    }
    (desk, ana, link, guests.try_into().unwrap())
}

async fn id_of(desk: &Desk, guest: &Guest) -> AdmissionId {
    guest.admission(&desk.server).await.id
}

#[tokio::test]
async fn ghost_rows_whoever_went_is_on_no_desk_however_they_went() {
    let (desk, mut ana, link, [mut sam, gone, mut eva]) = with_guests(["Sam", "Gone", "Eva"]).await;
    let revoked = desk.server.invite(&ana, desk.room.id, "Old link").await;
    let secret = format!("/i/{}", revoked.secret.expose_secret());
    Guest::asks(&desk.server, &secret, "Kim").await;
    let mut stream = ana.watches(None).await;
    let told = stream.next_named("lists").await;
    assert_eq!(listed(&told.data, "waiting"), ["Sam", "Gone", "Eva", "Kim"]);

    sam.presses("withdraw").await.goes_to();
    assert_eq!(listed(&stream.rows_with("Sam").await, "ended"), ["Sam"], "at once, on the desk that is open");
    desk.moderation.revoke_invite(&ana.actor, revoked.invite.id, false).await.unwrap();
    stream.rows_with("Kim").await;
    desk.moderation.clock.advance(SignedDuration::from_mins(29));
    eva.status().await;
    desk.moderation.clock.advance(SignedDuration::from_mins(2));
    eva.status().await;
    desk.moderation.give_up_gone().await.unwrap();

    for html in page_and_stream(&mut ana).await {
        assert_eq!(listed(&html, "waiting"), ["Eva"]);
        assert_eq!(listed(&html, "ended").len(), 3);
    }
    assert_eq!(desk.moderation.store.counts(desk.room.id).unwrap().waiting, 1);
    // A desk that heard nothing of all this, because its connection was lost, hears of it now.
    let missed = ana.watches(Some(&told.id)).await.next().await.unwrap().data;
    let mut ended = listed(&missed, "ended");
    ended.sort_unstable();
    assert_eq!(ended, ["Gone", "Kim", "Sam"]);

    let again = id_of(&desk, &gone).await;
    assert_eq!(ana.decides(again, "admit", &[]).await.status, 409, "a row that is no more decides nothing");
    drop(Guest::asks(&desk.server, &link, "Later").await);
}

#[tokio::test]
async fn waits_but_is_not_listed_everybody_whose_page_says_so_is_on_the_desk() {
    let (desk, mut ana, _, mut guests) =
        with_guests(["Form", "Again", "Held", "Back", "Undone", "Second thoughts"]).await;
    let [_, again, held, back, undone, reconsidered] = &mut guests;
    again.presses("withdraw").await.goes_to();
    again.presses("again").await.goes_to();
    let held = id_of(&desk, held).await;
    for act in ["hold", "resume"] {
        ana.decides(held, act, &[]).await.goes_to();
    }
    let back = id_of(&desk, back).await;
    for act in ["admit", "send-back"] {
        ana.decides(back, act, &[]).await.goes_to();
    }
    let undone = id_of(&desk, undone).await;
    for act in ["deny", "undo"] {
        ana.decides(undone, act, &[]).await.goes_to();
    }
    reconsidered.presses("withdraw").await.goes_to();
    ana.decides(id_of(&desk, reconsidered).await, "reconsider", &[]).await.goes_to();
    let secret = desk.server.invite(&ana, desk.room.id, "Program").await.secret.expose_secret().to_owned();
    let redeemed = desk.server.nobody().post("/invites/redeem", json!({ "secret": secret, "name": "Program" })).await;
    let ticket = redeemed.expect(201)["ticket"].as_str().unwrap().to_owned();
    let elsewhere = desk.server.room_of(&ana, "Next door").await;
    let door = Host { room: Some(elsewhere), ..ana.clone() };
    let moved = Guest::asks(&desk.server, &desk.server.link(&door, open_invite()).await, "Moved").await;
    let moved = id_of(&desk, &moved).await;
    desk.moderation.transfer(&ana.actor, moved, desk.room.id, None).await.unwrap();

    for guest in &mut guests {
        assert_eq!(guest.status().await["state"], "waiting");
    }
    assert_eq!(desk.server.bearer(&ticket).get("/me").await.expect(200)["state"], "waiting");
    let everybody = ["Again", "Back", "Form", "Held", "Moved", "Program", "Second thoughts", "Undone"];
    for html in page_and_stream(&mut ana).await {
        let mut names = listed(&html, "waiting");
        names.sort_unstable();
        assert_eq!(names, everybody);
    }
    assert_eq!(desk.moderation.store.counts(desk.room.id).unwrap().waiting, 8);
}

#[tokio::test]
async fn waits_but_is_not_listed_also_behind_the_first_hundred() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    for number in 0..130 {
        desk.asks(&format!("Guest {number}")).await;
    }
    let page = ana.desk().await;
    assert_eq!(listed(&page, "waiting").len(), 100);
    let page = Html::parse_document(&page);
    let more = select(&page, "#more-waiting:not([hidden]) a")[0].attr("href").unwrap().replace("&#38;", "&");
    let all = ana.browser.get(&more).await;
    let names: Vec<String> = (0..130).map(|number| format!("Guest {number}")).collect();
    assert_eq!(listed(&all.body, "waiting"), names);
    let found = ana.browser.get(&format!("/host/rooms/{}?q=guest+129", desk.room.id)).await;
    assert_eq!(listed(&found.body, "waiting"), ["Guest 129"]);
}

#[tokio::test]
async fn order_drifts_it_is_arrival_whatever_is_done_with_a_guest_who_goes_on_waiting() {
    let (desk, mut ana, _, mut guests) = with_guests(["One", "Two", "Three", "Four"]).await;
    let mut ids = Vec::new();
    for guest in &guests {
        ids.push(id_of(&desk, guest).await);
    }
    let arrival = ["One", "Two", "Three", "Four"];
    for (act, form) in [
        ("message", vec![("text", "Ten minutes")]),
        ("claim", vec![]),
        ("release", vec![]),
        ("hold", vec![("message", "One moment")]),
        ("resume", vec![]),
        ("deny", vec![]),
        ("undo", vec![]),
    ] {
        ana.decides(ids[1], act, &form).await.goes_to();
        for html in page_and_stream(&mut ana).await {
            let still: Vec<_> = arrival.into_iter().filter(|name| *name != "Two").collect();
            let aside = matches!(act, "hold" | "deny");
            assert_eq!(listed(&html, "waiting"), if aside { still } else { arrival.to_vec() }, "after {act}");
        }
    }
    // Away and back again is no later arrival either.
    desk.moderation.clock.advance(SignedDuration::from_mins(1));
    for guest in guests.iter_mut().rev() {
        guest.status().await;
    }
    assert_eq!(listed(&ana.desk().await, "waiting"), arrival);
    // Only who was in the call already, and is sent back, goes before those who wait.
    ana.decides(ids[3], "admit", &[]).await.goes_to();
    ana.decides(ids[3], "send-back", &[]).await.goes_to();
    for html in page_and_stream(&mut ana).await {
        assert_eq!(listed(&html, "waiting"), ["Four", "One", "Two", "Three"]);
    }
}

#[tokio::test]
async fn refresh_loses_the_place_a_guest_who_reloads_all_the_time_stays_where_they_are() {
    let (desk, mut ana, link, [_, mut sam, _]) = with_guests(["First", "Sam", "Last"]).await;
    let place = sam.admission(&desk.server).await;
    for _ in 0..5 {
        desk.moderation.clock.advance(SignedDuration::from_secs(30));
        assert_eq!(sam.page().await.status, 200);
        assert_eq!(sam.browser.get(&link).await.goes_to(), sam.here);
    }
    let now = sam.admission(&desk.server).await;
    assert_eq!((now.id, now.requested_at, now.revision), (place.id, place.requested_at, place.revision));
    for html in page_and_stream(&mut ana).await {
        assert_eq!(listed(&html, "waiting"), ["First", "Sam", "Last"]);
    }
}

#[tokio::test]
async fn a_host_s_reload_loses_nothing_the_page_shows_what_the_stream_had_built_up() {
    let (desk, mut ana, _, guests) = with_guests(["In", "Held", "Denied", "Removed", "Waits"]).await;
    for (guest, acts) in guests.iter().zip([&["admit"][..], &["hold"], &["deny"], &["admit", "remove"], &[]]) {
        let id = id_of(&desk, guest).await;
        for act in acts {
            ana.decides(id, act, &[]).await.goes_to();
        }
    }
    let [page, stream] = page_and_stream(&mut ana).await;
    let lists = [("waiting", "Waits"), ("held", "Held"), ("admitted", "In")];
    for html in [&page, &stream] {
        for (list, name) in lists {
            assert_eq!(listed(html, list), [name], "{list}");
        }
        let mut ended = listed(html, "ended");
        ended.sort_unstable();
        assert_eq!(ended, ["Denied", "Removed"]);
        assert_eq!(select(&Html::parse_document(html), "#undo .undo-bar").len(), 1, "the denial can still be undone");
    }
    desk.moderation.clock.advance(SignedDuration::from_secs(11));
    for html in page_and_stream(&mut ana).await {
        assert!(!html.contains("undo-bar"), "and after ten seconds not any more");
    }
}

#[tokio::test]
async fn a_denied_guest_is_listed_twice_not_here_whoever_asks_again_waits_in_one_row() {
    let (desk, mut ana, _, [mut sam]) = with_guests(["Sam"]).await;
    let first = id_of(&desk, &sam).await;
    ana.decides(first, "deny", &[]).await.goes_to();
    desk.moderation.clock.advance(SignedDuration::from_secs(75));
    for _ in 0..2 {
        sam.presses("again").await.goes_to();
    }
    for html in page_and_stream(&mut ana).await {
        assert_eq!(listed(&html, "waiting"), ["Sam"]);
        assert_eq!(listed(&html, "ended"), ["Sam"], "what became of the first request stays told");
        let page = Html::parse_document(&html);
        let offered = select(&page, &format!("#admission-{first} button"));
        assert!(offered.is_empty(), "and nobody can let Sam in by it a second time");
    }
    assert_eq!(ana.decides(first, "admit", &[]).await.status, 409);
    assert_eq!(ana.decides(first, "reconsider", &[]).await.status, 409);
}

#[tokio::test]
async fn two_tabs_of_one_guest_are_one_row_and_both_tell_the_truth() {
    let (desk, mut ana, link, [mut sam]) = with_guests(["Sam"]).await;
    let mut tab = sam.clone();
    assert_eq!(tab.browser.post(&link, &[("name", "Samuel")]).await.goes_to(), sam.here);
    assert_eq!(listed(&ana.desk().await, "waiting"), ["Sam"]);
    tab.presses("withdraw").await.goes_to();
    assert_eq!(sam.status().await["state"], "withdrawn");
    // Both press "Ask again", the other one before the answer to the first is there.
    let mut too_early = sam.clone();
    sam.presses("again").await.goes_to();
    assert_eq!(too_early.presses("again").await.goes_to(), sam.here);
    tab.browser.cookies = sam.browser.cookies.clone();
    assert_eq!(tab.status().await, sam.status().await);
    assert_eq!(listed(&ana.desk().await, "waiting"), ["Sam"]);
    ana.decides(id_of(&desk, &sam).await, "admit", &[]).await.goes_to();
    for one in [&mut sam, &mut tab] {
        assert_eq!(one.status().await["state"], "admitted");
        assert_eq!(one.fetches_a_token().await.status, 200);
    }
    assert_eq!(desk.moderation.store.counts(desk.room.id).unwrap().admitted, 1);
}

#[tokio::test]
async fn a_promotion_is_lost_by_no_reload_no_other_tab_and_no_coming_back() {
    let (desk, ana, link, [mut sam]) = with_guests(["Sam"]).await;
    let id = id_of(&desk, &sam).await;
    ana.decides(id, "admit", &[("role", "subscriber")]).await.goes_to();
    assert_eq!(sam.fetches_a_token().await.json()["role"], "subscriber");
    ana.decides(id, "role", &[("role", "moderator")]).await.goes_to();
    let mut tab = sam.clone();
    for one in [&mut sam, &mut tab] {
        assert_eq!(one.page().await.status, 200);
        assert_eq!(one.browser.get(&link).await.goes_to(), one.here);
        let call = format!("{}/call", one.here);
        assert_eq!(one.browser.get(&call).await.status, 200);
        assert_eq!(one.fetches_a_token().await.json()["role"], "moderator");
    }
    sam.presses("leave").await.goes_to();
    desk.moderation.clock.advance(SignedDuration::from_mins(3));
    sam.presses("again").await.goes_to();
    let back = sam.admission(&desk.server).await;
    assert_eq!((back.id, back.state.as_str()), (id, "admitted"));
    assert_eq!(sam.fetches_a_token().await.json()["role"], "moderator");
    // And whatever a page asks for, the database decides.
    let path = format!("{}/token", sam.here);
    let asked = sam.browser.post_json(&path, r#"{"role":"publisher"}"#).await;
    assert!(asked.status >= 400 && !asked.whole().contains("T1=="), "{}", asked.body);
}

#[tokio::test]
async fn side_doors_no_address_parameter_or_call_leads_around_the_door() {
    let (desk, ana, link, [mut sam]) = with_guests(["Sam"]).await;
    let before = sam.admission(&desk.server).await;
    let tricks = "?admit=1&state=admitted&role=moderator&entry=direct&token=1&host=1";
    let mut answers = Vec::new();
    for path in ["", "/call", "/status", "/roster", "/token", "/admit", "/role"] {
        answers.push(sam.browser.get(&format!("{}{path}{tricks}", sam.here)).await);
    }
    for (path, json) in [
        ("/token", json!({})),
        ("/token", json!({ "role": "moderator" })),
        ("/token", json!({ "generation": 1 })),
        ("/connected", json!({ "connection": "x" })),
        ("/admit", json!({})),
    ] {
        answers.push(sam.browser.post_json(&format!("{}{path}{tricks}", sam.here), &json.to_string()).await);
    }
    for path in ["/hand", "/step-down", "/put-out", "/leave", "/admit"] {
        answers.push(sam.browser.post(&format!("{}{path}", sam.here), &[("raised", "true")]).await);
    }
    let own = format!("/host/rooms/{}", desk.room.id);
    for path in [format!("{own}/admissions/{}/admit", before.id), format!("{own}/admit-many"), format!("{own}/next")] {
        let id = format!("{}.{}", before.id, before.revision);
        let answer = sam.browser.post(&path, &[("id", &id)]).await;
        assert!([303, 404].contains(&answer.status), "{path}: {}", answer.status);
        answers.push(answer);
    }
    let program = desk.server.bearer(sam.ticket());
    for path in [format!("/admissions/{}/admit", before.id), format!("/rooms/{}/host-token", desk.room.id)] {
        let answer = program.post(&path, json!({})).await;
        assert!([401, 403, 404].contains(&answer.status), "{path}: {}", answer.status);
        answers.push(answer);
    }
    for body in [json!({}), json!({ "role": "moderator" })] {
        answers.push(program.post("/me/token", body).await);
    }
    let secret = link.trim_start_matches("/i/");
    for extra in [json!({ "entry": "direct" }), json!({ "role": "moderator" }), json!({ "state": "admitted" })] {
        let mut body = json!({ "secret": secret, "name": "Sam" });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        answers.push(desk.server.nobody().post("/invites/redeem", body).await);
        assert_eq!(answers.last().unwrap().status, 422, "{extra}");
    }
    for answer in &answers {
        let all = answer.whole();
        for secret in ["T1==", "session_id", "\"token\":"] {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
    }
    let now = sam.admission(&desk.server).await;
    assert_eq!((now.state.as_str(), now.revision, now.role()), ("waiting", before.revision, None));
    assert_eq!(desk.server.log_of(before.id).await, ["Sam admission_requested"]);
    assert_eq!(desk.moderation.store.counts(ana.room()).unwrap().admitted, 0);
}

#[tokio::test]
async fn side_doors_a_closed_door_is_closed_for_forms_and_programs_alike() {
    let (desk, ana, link, []) = with_guests([]).await;
    desk.moderation.lock(&ana.actor, desk.room.id, true).await.unwrap();
    let form = desk.server.browser().post(&format!("{link}?door=everyone_enters"), &[("name", "Sam")]).await;
    assert!(form.status >= 400, "{}", form.status);
    let body = json!({ "secret": link.trim_start_matches("/i/"), "name": "Sam" });
    let program = desk.server.nobody().post("/invites/redeem", body).await;
    assert!(program.status >= 400 && !program.body.contains("ticket"), "{}", program.body);
    let counts = desk.moderation.store.counts(desk.room.id).unwrap();
    assert_eq!((counts.waiting, counts.admitted), (0, 0));
}
