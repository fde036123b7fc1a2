//! What the call page says of the platform: its script and its policy, and nothing of it where it is not needed.

use super::hall::{Hall, KEY};
use crate::support::{Guest, Server, open_invite};

async fn call_page(server: &Server, link: &str, ana: &crate::support::Host) -> crate::support::Answer {
    let mut guest = Guest::asks(server, link, "Kim").await;
    let id = guest.admission(server).await.id;
    server.moderation.admit(&ana.actor, id, None, None).await.unwrap();
    let path = format!("{}/call", guest.here);
    guest.browser.get(&path).await
}

#[tokio::test]
async fn only_the_call_page_opens_its_policy_and_only_for_the_platform() {
    let mut hall = Hall::open().await;
    let page = call_page(&hall.server, &hall.link, &hall.ana).await;
    let policy = page.header("content-security-policy").unwrap();
    for wanted in [
        "script-src 'self' https://static.opentok.com/v2/js/opentok.min.js;",
        "style-src 'self';",
        "connect-src 'self' https://*.opentok.com wss://*.opentok.com https://*.tokbox.com wss://*.tokbox.com;",
        "media-src 'self' blob:;",
        "img-src 'self' data:;",
        "worker-src  'self' blob:",
    ] {
        assert!(policy.contains(wanted), "{wanted} in {policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(page.attribute("main", "data-provider").as_deref(), Some("opentok"));
    assert!(!page.body.contains(KEY) && !page.body.contains(&hall.session), "both come with the token only");
    let waiting = hall.sam.page().await;
    assert!(!waiting.header("content-security-policy").unwrap_or_default().contains("opentok"));

    let own = Server::start().await;
    let ana = own.host_with_room("Ana").await;
    let link = own.link(&ana, open_invite()).await;
    let page = call_page(&own, &link, &ana).await;
    assert!(!page.whole().contains("opentok"), "{}", page.whole());
}

#[tokio::test]
async fn the_script_may_come_from_a_folder_and_is_then_served_as_utf_8() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("opentok.js"), "globalThis.OT = \"é\";\n".repeat(50)).unwrap();
    let path = folder.path().to_string_lossy().into_owned();
    let environment = [("OPENTOK_API_KEY", KEY), ("OPENTOK_API_SECRET", "0123456789abcdef")];
    let server = Server::start_in(
        &environment,
        |_| {},
        |arguments| {
            arguments.provider = Some("opentok".to_owned());
            arguments.ot_js = Some(path);
        },
    )
    .await;
    let ana = server.host_with_room("Ana").await;
    let link = server.link(&ana, open_invite()).await;
    let page = call_page(&server, &link, &ana).await;
    assert!(page.header("content-security-policy").unwrap().contains("script-src 'self';"));
    let script = page.attribute("main", "data-script").unwrap();
    let answer = server.get(&script).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("text/javascript; charset=utf-8")));
    assert!(answer.body.contains("\"é\""));
    assert!(answer.header("cache-control").unwrap().contains("immutable"));
    assert_eq!(server.get("/vendor/0000000000000000/opentok.js").await.status, 404);
}
