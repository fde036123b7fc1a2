//! Keys of programs.

use anteroom::store::{EntryFilter, Turn};
use jiff::{SignedDuration, Timestamp};

use crate::support::Server;

#[tokio::test]
async fn a_key_s_secret_is_shown_once_and_revoking_ends_it() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    let tom = server.host("Tom").await;
    let page = eve.browser.post("/admin/api-keys", &[("name", "Bookings <i>"), ("account", tom.email.as_str())]).await;
    assert_eq!(page.status, 200);
    let secret = page.attribute("#secret", "value").unwrap();
    assert!(server.moderation.actor_of_key(&secret, None).unwrap().is_some());
    let later = eve.browser.get("/admin/api-keys").await;
    assert!(!later.body.contains(&secret) && later.texts("main i").is_empty());
    assert_eq!(later.texts("tbody td")[..2], ["Bookings <i>", "Tom"]);
    let log =
        format!("{:?}", server.moderation.store.log_page(&EntryFilter::default(), Turn::Latest, 100).await.unwrap());
    assert!(log.contains("api_key_created") && !log.contains(&secret));
    let revoke = later.attribute("tbody form", "action").unwrap();
    assert_eq!(eve.browser.post_from_elsewhere(&revoke, &[]).await.status, 403);
    assert_eq!(eve.browser.press(&revoke).await.goes_to(), "/admin/api-keys");
    assert!(server.moderation.actor_of_key(&secret, None).unwrap().is_none());
    assert_eq!(eve.browser.press(&revoke).await.status, 404);
    assert_eq!(eve.browser.get("/admin/api-keys").await.texts("tbody .badge"), ["revoked"]);
}

#[tokio::test]
async fn each_wrong_field_has_its_sentence_and_no_key_is_made() {
    let server = Server::start().await;
    let mut eve = server.admin("Eve").await;
    for (name, account, field, sentence) in [
        ("", "", "name", "Please fill this in."),
        ("A", "nobody", "account", "This is not an e-mail address."),
        ("A", "no@example.org", "account", "Nobody with this address has an account here. An admin can make one."),
    ] {
        let page = eve.browser.post("/admin/api-keys", &[("name", name), ("account", account)]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts(&format!("#{field}-error")), [sentence]);
    }
    assert_eq!(eve.browser.post("/admin/api-keys", &[("name", "A"), ("scope", "admin")]).await.status, 422);
    assert!(server.moderation.store.api_keys().unwrap().is_empty());
}

#[tokio::test]
async fn when_a_key_was_last_used_is_noted_once_a_minute() {
    let server = Server::start().await;
    let program = server.admin_program("Bookings").await;
    let clock = &server.moderation.clock;
    let last_used = || server.moderation.store.api_keys().unwrap()[0].last_used_at;
    let uses = async || drop(program.get("/rooms").await.expect(200));
    let noted_after = async |since: Timestamp| {
        while last_used().is_none_or(|at| at < since) {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        last_used().unwrap()
    };
    let begin = clock.now();
    uses().await;
    let first = noted_after(begin).await;
    clock.advance(SignedDuration::from_secs(50));
    uses().await;
    // What is noted comes in order: this change is behind it.
    program.room("Hall").await;
    assert_eq!(last_used(), Some(first), "within the minute");
    clock.advance(SignedDuration::from_secs(11));
    let later = clock.now();
    uses().await;
    noted_after(later).await;
}
