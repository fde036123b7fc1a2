//! Bodies: the right type, within bounds, every field known and given once, never without end.

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::probes;
use crate::support::Server;

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const JSON: (&str, &str) = ("Content-Type", "application/json");

#[tokio::test]
async fn forms_are_read_strictly() {
    let server = Server::start_serving(probes, |_| {}).await;
    assert_eq!(server.send("POST", "/form", &[FORM], "name=Zo%C3%AB").await.body, "Zoë");
    for (body, status) in
        [("name=a&name=b", 422), ("name=a&role=moderator", 422), ("", 422), ("name=%ff", 422), ("name=%2", 422)]
    {
        assert_eq!(server.send("POST", "/form", &[FORM], body).await.status, status, "{body}");
    }
    for content_type in [
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/json",
        "application/x-www-form-urlencoded; charset=utf-16",
    ] {
        assert_eq!(server.send("POST", "/form", &[("Content-Type", content_type)], "name=a").await.status, 415);
    }
    assert_eq!(server.send("POST", "/form", &[], "name=a").await.status, 415);
    let compressed = [FORM, ("Content-Encoding", "gzip")];
    assert_eq!(server.send("POST", "/form", &compressed, "name=a").await.status, 415);
}

#[tokio::test]
async fn json_is_read_strictly_and_names_the_wrong_field() {
    let server = Server::start_serving(probes, |_| {}).await;
    assert_eq!(server.send("POST", "/api/v1/json", &[JSON], r#"{"name":"Sam"}"#).await.body, "Sam");
    for (body, field) in [
        (r#"{"name":"a","admin":true}"#, "admin"),
        (r#"{"name":"a","name":"b"}"#, "name"),
        (r#"{"name":1}"#, "name"),
        ("{}", "name"),
    ] {
        let answer = server.send("POST", "/api/v1/json", &[JSON], body).await;
        assert_eq!((answer.status, answer.json()["field"].as_str()), (422, Some(field)), "{body}");
    }
    assert_eq!(server.send("POST", "/api/v1/json", &[JSON], "{").await.status, 400);
    assert_eq!(server.send("POST", "/api/v1/json", &[FORM], "name=a").await.status, 415);
}

#[tokio::test]
async fn where_json_is_optional_nothing_means_no_wishes() {
    let server = Server::start_serving(probes, |_| {}).await;
    assert_eq!(server.send("POST", "/api/v1/optional", &[], "").await.body, "none");
    assert_eq!(server.send("POST", "/api/v1/optional", &[JSON], "").await.body, "none");
    assert_eq!(server.send("POST", "/api/v1/optional", &[JSON], r#"{"role":"publisher"}"#).await.body, "publisher");
    assert_eq!(server.send("POST", "/api/v1/optional", &[], r#"{"role":"publisher"}"#).await.status, 415);
    assert_eq!(server.send("POST", "/api/v1/optional", &[FORM], "role=publisher").await.status, 415);
}

#[tokio::test]
async fn a_body_over_64_kib_is_refused_announced_or_not() {
    let server = Server::start_serving(probes, |_| {}).await;
    let fits = format!("name={}", "a".repeat(64 * 1024 - 5));
    assert_eq!(server.send("POST", "/form", &[FORM], &fits).await.status, 200);
    assert_eq!(server.send("POST", "/form", &[FORM], &format!("{fits}a")).await.status, 413);
    let announced = [FORM, ("Content-Length", "10000000000")];
    assert_eq!(server.send("POST", "/form", &announced, "name=a").await.status, 413);
}

#[tokio::test]
async fn a_chunked_body_without_end_is_cut_off() {
    let server = Server::start_serving(probes, |_| {}).await;
    let mut stream = server.connect().await;
    let head = format!(
        "POST /form HTTP/1.1\r\nHost: {}\r\n{}: {}\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.address, FORM.0, FORM.1
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let (mut reader, mut writer) = stream.into_split();
    let chunk = format!("400\r\n{}\r\n", "a".repeat(0x400));
    // Ends only because the server closes the connection.
    let sending = tokio::spawn(async move { while writer.write_all(chunk.as_bytes()).await.is_ok() {} });
    let mut answer = Vec::new();
    let _ = reader.read_to_end(&mut answer).await;
    assert!(String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 413"), "{}", String::from_utf8_lossy(&answer));
    sending.await.unwrap();
}

#[tokio::test]
async fn a_body_that_nobody_reads_does_not_hold_the_connection() {
    let server = Server::start_serving(probes, |_| {}).await;
    let mut stream = server.connect().await;
    let head =
        format!("POST /nothing HTTP/1.1\r\nHost: {}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n", server.address);
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    assert!(String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 404"));
}
