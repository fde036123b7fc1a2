//! Errors are pages for people and problem documents for programs.

use super::probes;
use crate::support::server::Server;

#[tokio::test]
async fn people_get_a_page_and_programs_a_problem_document() {
    let server = Server::start(probes).await;
    let page = server.get("/nothing").await;
    assert_eq!((page.status, page.header("content-type")), (404, Some("text/html; charset=utf-8")));
    assert!(page.body.contains(">Page not found</h1>"), "{}", page.body);
    assert!(page.body.contains(r#"<html lang="en" dir="ltr""#), "{}", page.body);

    let problem = server.get("/api/nothing").await;
    assert_eq!((problem.status, problem.header("content-type")), (404, Some("application/problem+json")));
    let document = problem.json();
    assert_eq!(document["type"], "urn:anteroom:problem:not-found");
    assert_eq!(document["status"], 404);
    assert!(document["title"].is_string() && document["detail"].is_string());
}

#[tokio::test]
async fn the_wrong_method_is_405_and_says_what_would_do() {
    let server = Server::start(probes).await;
    let answer = server.send("DELETE", "/probe", &[], "").await;
    assert_eq!(answer.status, 405);
    assert!(answer.body.contains(">That did not work</h1>"), "{}", answer.body);
    let problem = server.send("DELETE", "/api/v1/json", &[], "").await;
    assert_eq!(
        (problem.status, problem.json()["type"].as_str()),
        (405, Some("urn:anteroom:problem:method-not-allowed"))
    );
    assert_eq!(server.send("POST", "/healthz", &[], "").await.status, 405);
}

#[tokio::test]
async fn nothing_of_an_address_or_a_value_is_repeated_unescaped() {
    let server = Server::start(probes).await;
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let answer = server.send("POST", "/form", &form, "name=a&%3Cscript%3E=1").await;
    assert_eq!(answer.status, 422);
    assert!(!answer.body.contains("<script>"), "{}", answer.body);
    assert!(answer.body.contains("script"), "the field is named: {}", answer.body);
}

#[tokio::test]
async fn the_server_says_that_it_lives_and_is_ready() {
    let server = Server::start(probes).await;
    assert_eq!(server.get("/healthz").await.body, "ok\n");
    assert_eq!(server.get("/readyz").await.status, 200);
}
