//! Static files are kept for ever under an address that changes with them.

use super::probes;
use crate::support::Server;

#[tokio::test]
async fn a_static_file_is_kept_for_ever_and_compressed_for_those_who_ask() {
    let server = Server::start_serving(probes, |_| {}).await;
    let address = anteroom::web::assets::url("css/app.css");
    let answer = server.get(&address).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("text/css; charset=utf-8")));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(answer.header("content-encoding"), None);
    let tag = answer.header("etag").unwrap();
    let again = server.send("GET", &address, &[("If-None-Match", tag)], "").await;
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    let from_elsewhere = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")];
    assert_eq!(server.send("GET", &address, &from_elsewhere, "").await.status, 200);
}

#[tokio::test]
async fn the_address_of_another_version_is_served_but_not_kept() {
    let server = Server::start_serving(probes, |_| {}).await;
    let answer = server.get("/static/0000000000000000/css/app.css").await;
    assert_eq!((answer.status, answer.header("cache-control")), (200, Some("no-cache")));
}

#[tokio::test]
async fn nothing_outside_the_folder_can_be_reached() {
    let server = Server::start_serving(probes, |_| {}).await;
    for path in [
        "/static/x/../Cargo.toml",
        "/static/x/..%2fCargo.toml",
        "/static/x/%2e%2e/Cargo.toml",
        "/static/x/css",
        "/static/x/.gitkeep",
        "/static/x/",
    ] {
        assert_eq!(server.get(path).await.status, 404, "{path}");
    }
}
