//! Other hosts, other sites, trickery in addresses; headers on every answer.

use super::probes;
use crate::support::Server;

#[tokio::test]
async fn only_our_own_names_are_answered_to() {
    let server = Server::start_serving(probes, |_| {}).await;
    let port = server.address.port();
    for ours in [format!("127.0.0.1:{port}"), format!("LocalHost:{port}"), format!("[::1]:{port}")] {
        assert_eq!(server.send("GET", "/probe", &[("Host", &ours)], "").await.status, 200, "{ours}");
    }
    for other in ["evil.example".to_owned(), "127.0.0.1".to_owned(), format!("127.0.0.1:{port}.evil.example")] {
        assert_eq!(server.send("GET", "/probe", &[("Host", &other)], "").await.status, 421, "{other}");
    }
    let twice = [("Host", server.address.to_string()), ("Host", "evil.example".to_owned())];
    let twice: Vec<(&str, &str)> = twice.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert!(matches!(server.send("GET", "/probe", &twice, "").await.status, 400 | 421));
    assert_eq!(server.send("GET", "http://evil.example/probe", &[], "").await.status, 421);
    assert_eq!(server.send("GET", "/healthz", &[("Host", "10.1.2.3")], "").await.status, 200);
}

#[tokio::test]
async fn a_change_is_refused_unless_it_comes_from_here() {
    let server = Server::start_serving(probes, |_| {}).await;
    let own = server.origin.clone();
    let localhost = format!("http://localhost:{}", server.address.port());
    let cookie = ("Cookie", "ticket=x");
    for passes in [
        vec![("Sec-Fetch-Site", "same-origin"), cookie],
        vec![("Sec-Fetch-Site", "none"), cookie],
        vec![("Origin", own.as_str()), cookie],
        vec![("Origin", localhost.as_str()), cookie],
        vec![],
        vec![("Authorization", "Bearer key")],
    ] {
        assert_eq!(server.send("POST", "/probe", &passes, "").await.status, 200, "{passes:?}");
    }
    let prefix = format!("{own}.evil.example");
    for refused in [
        vec![("Sec-Fetch-Site", "cross-site")],
        vec![("Sec-Fetch-Site", "same-site"), ("Origin", own.as_str())],
        vec![("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-origin")],
        vec![("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")],
        vec![("Origin", "null"), cookie],
        vec![("Origin", "null")],
        vec![("Origin", prefix.as_str())],
        vec![("Origin", "https://evil.example"), ("X-HTTP-Method-Override", "GET")],
        vec![cookie],
    ] {
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            assert_eq!(server.send(method, "/probe", &refused, "").await.status, 403, "{method} {refused:?}");
        }
    }
}

#[tokio::test]
async fn a_page_may_be_opened_from_elsewhere_but_not_loaded_into_it() {
    let server = Server::start_serving(probes, |_| {}).await;
    let navigation = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];
    assert_eq!(server.send("GET", "/probe", &navigation, "").await.status, 200);
    for (mode, destination) in [("navigate", "iframe"), ("no-cors", "image"), ("no-cors", "script"), ("cors", "empty")]
    {
        let load = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination)];
        assert_eq!(server.send("GET", "/probe", &load, "").await.status, 403, "{mode} {destination}");
    }
    assert_eq!(server.send("GET", "/probe", &[("Origin", "https://evil.example")], "").await.status, 403);
}

#[tokio::test]
async fn trickery_in_an_address_reaches_no_handler() {
    let server = Server::start_serving(probes, |_| {}).await;
    assert_eq!(server.get("/say/caf%C3%A9%20x").await.body, "café x");
    for path in ["/say/a%2Fb", "/say/a%2fb", "/say/a%5Cb"] {
        assert_eq!(server.get(path).await.status, 404, "{path}");
    }
    for path in
        ["/say/%FF", "/say/%00", "/say/a%0Ab", "/say/a%2", "/say/%zz", "/say/%C2%85", "/probe?a=%ff", "/probe?a=%0d%0a"]
    {
        assert_eq!(server.get(path).await.status, 400, "{path}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let server = Server::start_serving(probes, |_| {}).await;
    for (method, path) in
        [("GET", "/probe"), ("GET", "/nothing"), ("DELETE", "/probe"), ("POST", "/form"), ("GET", "/say/%00")]
    {
        let answer = server.send(method, path, &[], "").await;
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe") && !policy.contains("data:"), "{policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{method} {path}");
        }
        assert_eq!(answer.header("strict-transport-security"), None);
        assert!(answer.header("access-control-allow-origin").is_none());
    }
}

#[tokio::test]
async fn behind_https_browsers_are_told_to_stay_there() {
    let server =
        Server::start_serving(probes, |settings| settings.public_url = Some("https://meet.example.org".to_owned()))
            .await;
    let answer = server.send("GET", "/probe", &[("Host", "meet.example.org")], "").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("strict-transport-security"), Some("max-age=31536000"));
    assert_eq!(server.get("/probe").await.status, 421, "loopback is not another name of a public server");
}

#[tokio::test]
async fn a_forwarded_address_is_believed_only_from_a_named_proxy() {
    let forwarded = [("X-Forwarded-For", "198.51.100.1, 203.0.113.9")];
    let alone = Server::start_serving(probes, |_| {}).await;
    assert_eq!(alone.send("GET", "/address", &forwarded, "").await.body, "127.0.0.1");
    let behind =
        Server::start_serving(probes, |settings| settings.trusted_proxies = Some("127.0.0.0/8".to_owned())).await;
    assert_eq!(behind.send("GET", "/address", &forwarded, "").await.body, "203.0.113.9");
    assert_eq!(behind.get("/address").await.body, "127.0.0.1");
}
