//! People: searching, making, changing.

use anteroom::domain::account::AccountRole;
use anteroom::domain::text::Email;
use anteroom::store::{EntryFilter, Turn};
use jiff::SignedDuration;

use crate::support::Server;

const LAST_ADMIN: &str = "This is the last admin who can sign in. Make somebody else an admin first.";

#[tokio::test]
async fn people_are_listed_with_role_and_rooms_and_found_by_name_or_address() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    let ana = server.host("Ana").await;
    server.host("Zoë").await;
    server.room_of(&ana, "Clinic").await;
    let page = eve.browser.get("/admin/people").await;
    assert_eq!(page.texts("tbody b"), ["Ana", "Eve", "Zoë"]);
    assert!(page.text().contains("Everyone who can sign in: 2 hosts, one admin."), "{}", page.text());
    assert_eq!(page.texts("tbody tr")[0].split(' ').next_back(), Some("1"), "one room");
    for (query, found) in
        [("ZO%C3%8B", vec!["Zoë"]), ("ana%40", vec!["Ana"]), ("%25", vec![]), ("", vec!["Ana", "Eve", "Zoë"])]
    {
        let page = eve.browser.get(&format!("/admin/people?q={query}")).await;
        assert_eq!(page.texts("tbody b"), found, "{query}");
    }
    let odd = eve.browser.get("/admin/people?q=%22%3E%3Cb%3E").await;
    assert_eq!(odd.attribute("#q", "value").as_deref(), Some("\"><b>"));
}

#[tokio::test]
async fn a_new_account_s_password_is_shown_once_and_works() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    let form = [("name", "Tom <i>"), ("email", "Tom@Example.org"), ("role", "host")];
    let page = eve.browser.post("/admin/people", &form).await;
    assert_eq!(page.status, 200);
    let password = page.attribute("#secret", "value").unwrap();
    assert!(page.texts("main i").is_empty());
    let later = eve.browser.get("/admin/people").await;
    assert!(!later.body.contains(&password));
    let log =
        format!("{:?}", server.moderation.store.log_page(&EntryFilter::default(), Turn::Latest, 100).await.unwrap());
    assert!(log.contains("account_created") && !log.contains(&password));
    let form = [("email", "tom@example.org"), ("password", password.as_str())];
    assert_eq!(server.browser().post("/host/sign-in", &form).await.status, 303);
}

#[tokio::test]
async fn each_wrong_field_of_a_new_account_has_its_sentence() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    let right = [("name", "Tom"), ("email", "tom@example.org"), ("role", "host")];
    for (field, value, sentence) in [
        ("name", "", "Please fill this in."),
        ("email", "tom", "This is not an e-mail address."),
        ("email", "EVE@example.org", "There is an account with this address already."),
        ("role", "owner", "Please choose one of these."),
    ] {
        let form = right.map(|(name, right)| (name, if name == field { value } else { right }));
        let page = eve.browser.post("/admin/people", &form).await;
        assert_eq!(page.status, 422, "{field}");
        assert_eq!(page.texts(&format!("#{field}-error")), [sentence]);
    }
    let more = [right[0], right[1], right[2], ("password", "x")];
    assert_eq!(eve.browser.post("/admin/people", &more).await.status, 422);
    assert_eq!(eve.browser.post_from_elsewhere("/admin/people", &right).await.status, 403);
    assert_eq!(server.moderation.store.accounts().unwrap().len(), 1);
}

#[tokio::test]
async fn a_change_of_role_states_its_effect_first_applies_at_once_and_can_be_undone() {
    let server = Server::start().await;
    let (mut eve, mut tom) = (server.admin("Eve").await, server.host("Tom").await);
    server.room_of(&eve, "Clinic").await;
    server.room_of(&eve, "School").await;
    let path = format!("/admin/people/{}", tom.id);
    let role = format!("{path}/role");
    let page = eve.browser.get(&format!("{role}?role=admin")).await;
    let effect = "Tom will be able to admit guests in all 2 rooms, make and disable accounts, and read the whole log.";
    assert!(page.text().contains(effect), "{}", page.text());
    assert_eq!(tom.browser.get("/admin/people").await.status, 404, "asking changes nothing");
    let form = page.attribute("form.card", "action").unwrap();
    let answer = eve.browser.post(&form, &[("role", page.attribute("form.card .filled", "value").unwrap())]).await;
    assert_eq!(tom.browser.get("/admin/people").await.status, 200);
    let page = eve.browser.get(answer.goes_to()).await;
    let said = "Tom is an admin now. You can take this back for half a minute.";
    assert_eq!(page.texts("[role=status] p"), [said]);
    let back = eve.browser.get(&format!("{role}?role=host")).await;
    assert!(back.text().contains("Tom hosts no room and will see none"), "{}", back.text());
    let undo = page.attribute(".banner form", "action").unwrap();
    for _ in 0..2 {
        assert_eq!(eve.browser.press(&undo).await.goes_to(), path, "the second press changes nothing");
        assert_eq!(tom.browser.get("/admin/people").await.status, 404);
        assert!(eve.browser.get(&path).await.texts(".banner").is_empty());
    }
    let acts = server.acts().await;
    assert_eq!(acts.iter().filter(|act| *act == "account_change_undone").count(), 1, "{acts:?}");
    for form in [[("role", "owner")], [("admin", "true")]] {
        assert_eq!(eve.browser.post(&role, &form).await.status, 422);
    }
    assert_eq!(eve.browser.post_from_elsewhere(&role, &[("role", "admin")]).await.status, 403);
    assert_eq!(tom.browser.get("/admin/people").await.status, 404);
}

#[tokio::test]
async fn after_half_a_minute_a_change_is_not_taken_back_and_the_page_says_why() {
    let server = Server::start().await;
    let (mut eve, mut tom) = (server.admin("Eve").await, server.host("Tom").await);
    let path = format!("/admin/people/{}", tom.id);
    let undo = format!("{path}/undo");
    let late = "It is too late to take this back. Make the change itself if it is still needed.";
    let page = eve.browser.press(&undo).await;
    assert_eq!((page.status, page.texts("[role=alert] p")), (409, vec![late.to_owned()]), "nothing was changed yet");
    eve.browser.post(&format!("{path}/role"), &[("role", "admin")]).await.goes_to();
    server.moderation.clock.advance(SignedDuration::from_secs(31));
    assert!(eve.browser.get(&path).await.texts(".banner").is_empty(), "offered for half a minute only");
    let page = eve.browser.press(&undo).await;
    assert_eq!((page.status, page.texts("[role=alert] p")), (409, vec![late.to_owned()]));
    assert_eq!(tom.browser.get("/admin/people").await.status, 200, "Tom is an admin as before");
    assert!(!server.acts().await.contains(&"account_change_undone".to_owned()));
}

#[tokio::test]
async fn disabling_states_its_effect_first_and_is_taken_back_by_another_admin_too() {
    let server = Server::start().await;
    let (mut eve, mut zoe) = (server.admin("Eve").await, server.admin("Zoe").await);
    let (mut tom, kim) = (server.host("Tom").await, server.host("Kim").await);
    let room = server.room_of(&kim, "Clinic").await;
    let email = Email::parse(&tom.email).unwrap();
    server.moderation.add_host(&kim.actor, room, &email).await.unwrap();
    let path = format!("/admin/people/{}", tom.id);
    let page = eve.browser.get(&format!("{path}/disable")).await;
    assert_eq!(
        page.texts("form.card p"),
        [
            "Tom is signed out everywhere and cannot sign in. Their rooms stay.",
            "One room then has one host fewer.",
            "You can take this back for half a minute."
        ]
    );
    assert_eq!(tom.browser.get("/host/rooms").await.status, 200, "asking changes nothing");
    eve.browser.press(&page.attribute("form.card", "action").unwrap()).await.goes_to();
    assert_eq!(tom.browser.get("/host/rooms").await.goes_to(), "/host/sign-in");
    let page = zoe.browser.get(&path).await;
    assert_eq!(
        page.texts("[role=status] p"),
        ["The account of Tom is disabled now. You can take this back for half a minute."]
    );
    assert_eq!(zoe.browser.press(&page.attribute(".banner form", "action").unwrap()).await.goes_to(), path);
    tom.signs_in().await;
    assert_eq!(zoe.browser.get(&format!("{path}/disable")).await.status, 200);
    assert_eq!(zoe.browser.get(&format!("{path}/role?role=host")).await.goes_to(), path, "a host is a host already");
}

#[tokio::test]
async fn taking_back_a_promotion_leaves_an_admin() {
    let server = Server::start().await;
    let (mut eve, mut tom) = (server.admin("Eve").await, server.host("Tom").await);
    eve.browser.post(&format!("/admin/people/{}/role", tom.id), &[("role", "admin")]).await.goes_to();
    tom.browser.post(&format!("/admin/people/{}/role", eve.id), &[("role", "host")]).await.goes_to();
    let page = tom.browser.press(&format!("/admin/people/{}/undo", tom.id)).await;
    assert_eq!((page.status, page.texts("[role=alert] p")), (403, vec![LAST_ADMIN.to_owned()]));
    assert_eq!(tom.browser.press(&format!("/admin/people/{}/undo", eve.id)).await.status, 303);
    assert_eq!(eve.browser.get("/admin/people").await.status, 200, "an admin again, on the page that was open");
}

#[tokio::test]
async fn whoever_takes_back_the_own_promotion_is_led_to_what_a_host_may_see() {
    let server = Server::start().await;
    let (eve, mut ana) = (server.admin("Eve").await, server.host("Ana").await);
    server.moderation.set_account_role(&eve.actor, ana.id, AccountRole::Admin).await.unwrap();
    let undone = ana.browser.press(&format!("/admin/people/{}/undo", ana.id)).await;
    assert_eq!(undone.goes_to(), "/host/rooms");
    let tom = server.host("Tom").await;
    assert!(server.moderation.set_account_disabled(&eve.actor, tom.id, true).await.unwrap().disabled);
    assert!(!server.moderation.undo_account_change(&eve.actor, tom.id).await.unwrap().disabled);
}

#[tokio::test]
async fn an_admin_signs_somebody_out_everywhere_and_the_account_stays() {
    let server = Server::start().await;
    let (mut eve, mut tom) = (server.admin("Eve").await, server.host_with_room("Tom").await);
    let mut elsewhere = tom.clone();
    elsewhere.browser = server.browser();
    elsewhere.signs_in().await;
    let path = format!("/admin/people/{}", tom.id);
    let page = eve.browser.get(&path).await;
    assert!(page.text().contains("Tom is signed in on 2 browsers."), "{}", page.text());
    let before = server.moderation.store.room_hosts(tom.room()).unwrap()[0].generation;
    assert_eq!(eve.browser.press(&format!("{path}/sign-out")).await.goes_to(), path);
    for browser in [&mut tom.browser, &mut elsewhere.browser] {
        assert_eq!(browser.get("/host/rooms").await.goes_to(), "/host/sign-in");
    }
    let after = server.moderation.store.room_hosts(tom.room()).unwrap()[0].generation;
    assert!(after > before, "what he could do in the call is over");
    assert!(eve.browser.get(&path).await.text().contains("Tom is signed in nowhere."));
    assert_eq!(server.acts().await.iter().filter(|act| *act == "sign_ins_ended").count(), 1);
    tom.signs_in().await;
}

#[tokio::test]
async fn the_last_admin_stays_admin_and_enabled() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    let path = format!("/admin/people/{}", eve.id);
    let page = eve.browser.post(&format!("{path}/role"), &[("role", "host")]).await;
    assert_eq!((page.status, page.texts("[role=alert] p")), (403, vec![LAST_ADMIN.to_owned()]));
    let page = eve.browser.press(&format!("{path}/disable")).await;
    assert_eq!((page.status, page.texts("[role=alert] p")), (403, vec![LAST_ADMIN.to_owned()]));
    let id = eve.id;
    let account = server.moderation.store.account(id).unwrap().unwrap();
    assert_eq!((account.role, account.disabled), (AccountRole::Admin, false));
    server.admin("Second").await;
    assert_eq!(eve.browser.post(&format!("{path}/role"), &[("role", "host")]).await.goes_to(), "/host/rooms");
    assert_eq!(eve.browser.get("/admin/people").await.status, 404);
}

#[tokio::test]
async fn disabling_signs_out_everywhere_and_enabling_lets_in_again() {
    let server = Server::start().await;
    let (mut eve, mut tom) = (server.admin("Eve").await, server.host("Tom").await);
    let path = format!("/admin/people/{}", tom.id);
    assert_eq!(eve.browser.press(&format!("{path}/disable")).await.goes_to(), path);
    assert_eq!(tom.browser.get("/host/rooms").await.goes_to(), "/host/sign-in");
    assert_eq!(eve.browser.get(&path).await.texts(".badge"), ["Disabled"]);
    assert_eq!(eve.browser.press(&format!("{path}/enable")).await.goes_to(), path);
    tom.signs_in().await;
}

#[tokio::test]
async fn a_new_password_is_shown_once_and_the_old_one_ends() {
    let server = Server::start().await;
    let (mut eve, mut tom) = (server.admin("Eve").await, server.host("Tom").await);
    let path = format!("/admin/people/{}", tom.id);
    let page = eve.browser.press(&format!("{path}/reset-password")).await;
    let password = page.attribute("#secret", "value").unwrap();
    assert_ne!(password, tom.password);
    assert!(!eve.browser.get(&path).await.body.contains(&password));
    assert_eq!(tom.browser.get("/host/rooms").await.goes_to(), "/host/sign-in");
    let old = [("email", tom.email.clone()), ("password", tom.password.clone())];
    assert_eq!(server.browser().post("/host/sign-in", &old).await.status, 422);
    tom.password = password;
    tom.signs_in().await;
}

#[tokio::test]
async fn for_hosts_and_strangers_no_admin_page_is_there() {
    let server = Server::start().await;
    let mut tom = server.host("Tom").await;
    let eve = server.admin("Eve").await;
    let person = format!("/admin/people/{}", eve.id);
    let asks = [format!("{person}/role?role=host"), format!("{person}/disable")];
    for path in
        ["/admin/people", person.as_str(), &asks[0], &asks[1], "/admin/audit", "/admin/api-keys", "/admin/rooms"]
    {
        assert_eq!(tom.browser.get(path).await.status, 404, "{path}");
        assert_eq!(server.browser().get(path).await.goes_to(), "/host/sign-in", "{path}");
    }
    let role = format!("{person}/role");
    let acts = ["disable", "reset-password", "undo", "sign-out"].map(|verb| format!("{person}/{verb}"));
    for path in acts.iter().map(String::as_str).chain(["/admin/people", role.as_str(), "/admin/api-keys"]) {
        assert_eq!(tom.browser.post(path, &[("role", "host")]).await.status, 404, "{path}");
        assert_eq!(server.browser().post(path, &[("role", "host")]).await.goes_to(), "/host/sign-in", "{path}");
    }
    let own = format!("/admin/people/{}/role", tom.id);
    assert_eq!(tom.browser.post(&own, &[("role", "admin")]).await.status, 404, "nobody raises themselves");
    assert!(!server.acts().await.iter().any(|act| act.starts_with("account_role") || act == "password_changed"));
}

#[tokio::test]
async fn unknown_people_are_not_there() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    let path = "/admin/people/01936d3e-0000-7000-8000-000000000000";
    assert_eq!(eve.browser.get(path).await.status, 404);
    for (verb, form) in
        [("role", vec![("role", "admin")]), ("disable", vec![]), ("enable", vec![]), ("reset-password", vec![])]
            .into_iter()
            .chain([("undo", vec![]), ("sign-out", vec![])])
    {
        assert_eq!(eve.browser.post(&format!("{path}/{verb}"), &form).await.status, 404, "{verb}");
    }
    assert_eq!(eve.browser.get("/admin/people/x").await.status, 404);
}

#[tokio::test]
async fn the_whole_log_names_the_rooms() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    server.room_of(&eve, "Clinic").await;
    let page = eve.browser.get("/admin/audit").await;
    assert_eq!(page.texts(".log li > div > p")[..3], ["Eve made the room Clinic.", "Clinic", "Eve signed in."]);
}
