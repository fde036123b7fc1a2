//! Everybody in a call, in all rooms, and what an admin does about them.

use anteroom::domain::role::Role;

use crate::support::Desk;

#[tokio::test]
async fn everybody_in_a_call_is_listed_and_the_buttons_decide_and_come_back() {
    let desk = Desk::open().await;
    let (ana, mut eve) = (desk.ana(), desk.server.admin("Eve").await);
    assert_eq!(eve.browser.get("/admin/calls").await.texts(".empty b"), ["Nobody is in a call"]);
    let (sam, kim) = (desk.asks("Sam <b>").await, desk.asks("Kim").await);
    let waiting = desk.asks("Waits").await;
    for guest in [&sam, &kim] {
        desk.moderation.admit(&ana.actor, guest.id, Some(Role::Subscriber), None).await.unwrap();
    }
    let page = eve.browser.get("/admin/calls").await;
    assert_eq!(page.texts("tbody b"), ["Sam <b>", "Kim"]);
    assert!(!page.body.contains(&waiting.id.to_string()), "whoever waits is not in a call");
    let buttons = page.texts("tbody tr:first-child button");
    assert_eq!(buttons, ["Make speaker", "Make moderator", "Send back to waiting", "Remove"]);
    let press = async |eve: &mut crate::support::Host, guest: &str, button: &str, role: Option<&str>| {
        let page = eve.browser.get("/admin/calls").await;
        let selector = format!("button[formaction*='{guest}/{button}']");
        let path = page.attribute(&selector, "formaction").unwrap();
        let form: Vec<(&str, &str)> = role.map(|role| ("role", role)).into_iter().collect();
        assert_eq!(eve.browser.post(&path, &form).await.goes_to(), "/admin/calls");
        path
    };
    let (sams, kims) = (sam.id.to_string(), kim.id.to_string());
    let stale = press(&mut eve, &sams, "role", Some("moderator")).await;
    assert_eq!(desk.admission(sam.id).await.role(), Some(Role::Moderator));
    assert_eq!(eve.browser.post(&stale, &[("role", "publisher")]).await.status, 409, "of a row that is no more");
    press(&mut eve, &sams, "send-back", None).await;
    assert_eq!(desk.admission(sam.id).await.state.as_str(), "waiting");
    press(&mut eve, &kims, "remove", None).await;
    assert_eq!(desk.admission(kim.id).await.state.as_str(), "removed");
    let log = desk.server.log_of(sam.id).await;
    assert_eq!(log[2..], ["Eve role_changed", "Eve sent_back"]);
    assert_eq!(desk.ana().browser.get("/admin/calls").await.status, 404, "not for hosts");
}
