//! Whatever is wrong with a call is said, with the field's name, and nothing changes.

use reqwest::Method;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};

use crate::support::{Program, Server, secret_of, send, text};

/// Every route for programs, with a body that is right. `{room}`, `{invite}` and `{admission}` are filled in.
const ROUTES: [(&str, &str, &str); 20] = [
    ("GET", "/rooms", ""),
    ("POST", "/rooms", r#"{"title":"Another"}"#),
    ("GET", "/rooms/{room}", ""),
    ("PATCH", "/rooms/{room}", r#"{"door":"closed"}"#),
    ("GET", "/rooms/{room}/invites", ""),
    ("POST", "/rooms/{room}/invites", "{}"),
    ("DELETE", "/invites/{invite}", ""),
    ("GET", "/rooms/{room}/admissions", ""),
    ("GET", "/rooms/{room}/events", ""),
    ("GET", "/admissions/{admission}", ""),
    ("GET", "/admissions/{admission}/timeline", ""),
    ("POST", "/admissions/{admission}/admit", "{}"),
    ("POST", "/admissions/{admission}/deny", "{}"),
    ("POST", "/admissions/{admission}/undo", "{}"),
    ("POST", "/admissions/{admission}/hold", "{}"),
    ("POST", "/admissions/{admission}/resume", "{}"),
    ("POST", "/admissions/{admission}/role", r#"{"role":"moderator"}"#),
    ("POST", "/admissions/{admission}/send-back", "{}"),
    ("POST", "/admissions/{admission}/remove", "{}"),
    ("GET", "/audit", ""),
];
const GUEST_ROUTES: [(&str, &str); 5] =
    [("GET", "/me"), ("GET", "/me/events"), ("POST", "/me/token"), ("POST", "/me/withdraw"), ("POST", "/me/leave")];

struct House {
    server: Server,
    ana: Program,
    room: String,
    invite: Value,
    sam: Program,
    admission: String,
}

impl House {
    async fn with_sam_waiting() -> Self {
        let server = Server::start().await;
        let ana = server.program("Ana").await;
        let room = ana.room("Consultation").await;
        let invite = ana.post(&format!("/rooms/{room}/invites"), json!({})).await.expect(201);
        let (sam, admission) = server.redeems(&invite, "Sam").await;
        Self { server, ana, room, invite, sam, admission }
    }

    fn path(&self, pattern: &str) -> String {
        let invite = text(&self.invite["id"]);
        pattern.replace("{room}", &self.room).replace("{invite}", &invite).replace("{admission}", &self.admission)
    }

    /// Everything that a call could have changed.
    async fn everything(&self) -> [String; 4] {
        [
            self.ana.get(&self.path("/rooms/{room}")).await.body,
            self.ana.get(&self.path("/rooms/{room}/invites")).await.body,
            self.ana.get(&self.path("/rooms/{room}/admissions")).await.body,
            self.ana.get("/audit?limit=200").await.body,
        ]
    }
}

fn call(caller: &Program, method: &str, path: &str, body: &str) -> reqwest::RequestBuilder {
    let request = caller.request(Method::from_bytes(method.as_bytes()).unwrap(), path);
    if body.is_empty() { request } else { request.header(CONTENT_TYPE, "application/json").body(body.to_owned()) }
}

/// What remains of a problem when it is taken off which request it was.
fn anonymous(mut problem: Value) -> Value {
    problem.as_object_mut().unwrap().remove("request_id");
    problem
}

#[tokio::test]
async fn without_a_key_every_route_is_401_and_says_how() {
    let house = House::with_sam_waiting().await;
    let before = house.everything().await;
    let nobody = house.server.nobody();
    let strangers = [nobody.clone(), house.server.bearer("ak_unknown"), house.sam.clone()];
    for (method, pattern, body) in ROUTES {
        for stranger in &strangers {
            let answer = send(call(stranger, method, &house.path(pattern), body)).await;
            let problem = answer.expect(401);
            assert_eq!(problem["type"], "urn:anteroom:problem:sign-in-needed", "{method} {pattern}");
            assert_eq!(answer.header("www-authenticate").unwrap(), "Bearer");
        }
        let garbage =
            nobody.request(Method::from_bytes(method.as_bytes()).unwrap(), &house.path(pattern)).body("\u{0}{");
        send(garbage).await.expect(401);
    }
    for (method, path) in GUEST_ROUTES {
        for stranger in [&nobody, &house.ana, &house.server.bearer("unknown")] {
            send(call(stranger, method, path, "")).await.expect(401);
        }
    }
    nobody.get("/nothing/here").await.expect(401);
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn only_one_bearer_credential_in_the_header_counts() {
    let house = House::with_sam_waiting().await;
    let nobody = house.server.nobody();
    let key = house.ana.bearer.clone().unwrap();
    for good in [format!("Bearer {key}"), format!("bearer {key}"), format!("BEARER  {key}")] {
        send(nobody.request(Method::GET, "/rooms").header(AUTHORIZATION, good)).await.expect(200);
    }
    for bad in
        [key.clone(), format!("Basic {key}"), "Bearer ".to_owned(), format!("Bearer {key}x"), format!("Bearer{key}")]
    {
        send(nobody.request(Method::GET, "/rooms").header(AUTHORIZATION, bad)).await.expect(401);
    }
    let twice = house.ana.request(Method::GET, "/rooms").header(AUTHORIZATION, format!("Bearer {key}"));
    send(twice).await.expect(401);
    let cookie = nobody.request(Method::GET, "/rooms").header("cookie", format!("__Host-anteroom-sign-in={key}"));
    send(cookie).await.expect(401);
    nobody.get(&format!("/rooms?access_token={key}")).await.expect(401);
}

#[tokio::test]
async fn foreign_and_unknown_objects_look_alike() {
    let house = House::with_sam_waiting().await;
    let before = house.everything().await;
    let ben = house.server.program("Ben").await;
    let unknown = "019300aa-0000-7000-8000-000000000000";
    for (method, pattern, body) in ROUTES {
        if !pattern.contains('{') {
            continue;
        }
        let (start, rest) = pattern.split_once('{').unwrap();
        let rest = rest.split_once('}').unwrap().1;
        let foreign = anonymous(send(call(&ben, method, &house.path(pattern), body)).await.expect(404));
        for id in [unknown, "x", "0", &house.path("{room}{room}")] {
            let other = send(call(&ben, method, &format!("{start}{id}{rest}"), body)).await.expect(404);
            assert_eq!(anonymous(other), foreign, "{method} {pattern}");
        }
    }
    assert_eq!(ben.get("/rooms").await.expect(200)["items"], json!([]));
    assert_eq!(ben.get("/audit").await.expect(200)["items"], json!([]));
    ben.get(&format!("/audit?room_id={}", house.room)).await.expect(404);
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn a_wrong_body_is_refused_and_its_field_named() {
    let house = House::with_sam_waiting().await;
    let before = house.everything().await;
    let long = "x".repeat(400);
    for (method, pattern, body, field) in [
        ("POST", "/rooms", json!({}), "title"),
        ("POST", "/rooms", json!({ "title": " " }), "title"),
        ("POST", "/rooms", json!({ "title": 5 }), "title"),
        ("POST", "/rooms", json!({ "title": null }), "title"),
        ("POST", "/rooms", json!({ "title": long }), "title"),
        ("POST", "/rooms", json!({ "title": "a\u{202e}b" }), "title"),
        ("POST", "/rooms", json!({ "title": "A", "door": "open" }), "door"),
        ("POST", "/rooms", json!({ "title": "A", "token_seconds": 29 }), "token_seconds"),
        ("POST", "/rooms", json!({ "title": "A", "token_seconds": 2_592_001 }), "token_seconds"),
        ("POST", "/rooms", json!({ "title": "A", "token_seconds": -1 }), "token_seconds"),
        ("POST", "/rooms", json!({ "title": "A", "token_seconds": "60" }), "token_seconds"),
        ("POST", "/rooms", json!({ "title": "A", "session_id": "1_nothing" }), "session_id"),
        ("POST", "/rooms", json!({ "title": "A", "show_position": "yes" }), "show_position"),
        ("POST", "/rooms", json!({ "title": "A", "host_label": long }), "host_label"),
        ("POST", "/rooms", json!({ "title": "A", "owner": "nobody" }), "owner"),
        ("POST", "/rooms", json!({ "title": "A", "owner": "ben@example.org" }), "owner"),
        ("POST", "/rooms", json!({ "title": "A", "id": "x" }), "id"),
        ("PATCH", "/rooms/{room}", json!({ "title": null }), "title"),
        ("PATCH", "/rooms/{room}", json!({ "title": "" }), "title"),
        ("PATCH", "/rooms/{room}", json!({ "door": null }), "door"),
        ("PATCH", "/rooms/{room}", json!({ "token_seconds": 1 }), "token_seconds"),
        ("PATCH", "/rooms/{room}", json!({ "code": "abc" }), "code"),
        ("PATCH", "/rooms/{room}", json!({ "owner": "ana@example.org" }), "owner"),
        ("POST", "/rooms/{room}/invites", json!({ "role": "admin" }), "role"),
        ("POST", "/rooms/{room}/invites", json!({ "entry": "sneak" }), "entry"),
        ("POST", "/rooms/{room}/invites", json!({ "label": long }), "label"),
        ("POST", "/rooms/{room}/invites", json!({ "guest_name": "a\nb" }), "guest_name"),
        ("POST", "/rooms/{room}/invites", json!({ "max_uses": 0 }), "max_uses"),
        ("POST", "/rooms/{room}/invites", json!({ "max_uses": 1.5 }), "max_uses"),
        ("POST", "/rooms/{room}/invites", json!({ "expires_at": "2020-01-01T00:00:00Z" }), "expires_at"),
        ("POST", "/rooms/{room}/invites", json!({ "expires_at": "tomorrow" }), "expires_at"),
        ("POST", "/rooms/{room}/invites", json!({ "expires_at": "9999-01-01T00:00:00Z" }), "expires_at"),
        ("POST", "/rooms/{room}/invites", json!({ "not_before": 1_800_000_000 }), "not_before"),
        ("POST", "/rooms/{room}/invites", json!({ "passcode": "123" }), "passcode"),
        ("POST", "/rooms/{room}/invites", json!({ "url": "x" }), "url"),
        ("POST", "/admissions/{admission}/admit", json!({ "role": "host" }), "role"),
        ("POST", "/admissions/{admission}/admit", json!({ "revision": "1" }), "revision"),
        ("POST", "/admissions/{admission}/admit", json!({ "state": "admitted" }), "state"),
        ("POST", "/admissions/{admission}/deny", json!({ "reason": long }), "reason"),
        ("POST", "/admissions/{admission}/deny", json!({ "why": "no" }), "why"),
        ("POST", "/admissions/{admission}/undo", json!({ "a": 1 }), "a"),
        ("POST", "/admissions/{admission}/hold", json!({ "message": "a".repeat(281) }), "message"),
        ("POST", "/admissions/{admission}/message", json!({ "text": "a".repeat(281) }), "text"),
        ("POST", "/admissions/{admission}/message", json!({ "text": " " }), "text"),
        ("POST", "/admissions/{admission}/message", json!({}), "text"),
        ("POST", "/rooms/{room}/message", json!({ "text": "\u{202e}" }), "text"),
        ("POST", "/admissions/{admission}/deny", json!({ "block": "yes" }), "block"),
        ("POST", "/admissions/{admission}/reconsider", json!({ "role": "publisher" }), "role"),
        ("POST", "/admissions/{admission}/transfer", json!({ "room_id": "x" }), "room_id"),
        ("POST", "/admissions/{admission}/claim", json!({ "by": "Ben" }), "by"),
        ("POST", "/rooms/{room}/admit-many", json!({ "ids": [] }), "ids"),
        ("POST", "/rooms/{room}/admit-many", json!({ "ids": ["x"] }), "ids[0]"),
        ("POST", "/rooms/{room}/admit-many", json!({ "ids": [], "reason": "x" }), "reason"),
        ("POST", "/rooms/{room}/deny-many", json!({ "ids": [], "revisions": [1] }), "revisions"),
        ("POST", "/admissions/{admission}/hold", json!({ "until": 1 }), "until"),
        ("POST", "/admissions/{admission}/resume", json!({ "a": 1 }), "a"),
        ("POST", "/admissions/{admission}/role", json!({}), "role"),
        ("POST", "/admissions/{admission}/role", json!({ "role": null }), "role"),
        ("POST", "/admissions/{admission}/send-back", json!({ "message": long }), "message"),
        ("POST", "/admissions/{admission}/send-back", json!({ "text": "" }), "text"),
        ("POST", "/admissions/{admission}/remove", json!({ "block": "yes" }), "block"),
        ("POST", "/admissions/{admission}/remove", json!({ "blocked": true }), "blocked"),
    ] {
        let answer = send(call(&house.ana, method, &house.path(pattern), &body.to_string())).await;
        assert_eq!(answer.status, 422, "{pattern} {body} {}", answer.body);
        answer.names(field);
    }
    let secret = secret_of(&house.invite);
    let nobody = house.server.nobody();
    for (body, field) in [
        (json!({ "name": "Kim" }), "secret"),
        (json!({ "secret": secret }), "name"),
        (json!({ "secret": secret, "name": "\u{200d}" }), "name"),
        (json!({ "secret": secret, "name": "x".repeat(51) }), "name"),
        (json!({ "secret": secret, "name": ["Kim"] }), "name"),
        (json!({ "secret": secret, "name": "Kim", "note": long }), "note"),
        (json!({ "secret": secret, "name": "Kim", "role": "moderator" }), "role"),
    ] {
        nobody.post("/invites/redeem", body).await.names(field);
    }
    house.sam.post("/me/token", json!({ "generation": "1" })).await.names("generation");
    house.sam.post("/me/token", json!({ "role": "moderator" })).await.names("role");
    house.sam.post("/me/withdraw", json!({ "id": 1 })).await.names("id");
    house.sam.post("/me/leave", json!({ "id": 1 })).await.names("id");
    let before_sam_waits = house.everything().await;
    assert_eq!(before_sam_waits, before);
}

#[tokio::test]
async fn what_is_not_one_json_object_of_known_fields_is_refused() {
    let house = House::with_sam_waiting().await;
    let path = house.path("/admissions/{admission}/admit");
    let admit = |body: &'static str| call(&house.ana, "POST", &path, body);
    send(admit(r#"{"role":"publisher","role":"moderator"}"#)).await.names("role");
    for text in ["[]", r#"["moderator"]"#, "null", "1", r#""{}""#] {
        send(admit(text)).await.names("body");
    }
    for text in ["{", "{} {}", "role=moderator"] {
        send(admit(text)).await.expect(400);
    }
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1"] {
        let request = house.ana.request(Method::POST, &path).header(CONTENT_TYPE, kind).body("{}");
        send(request).await.expect(415);
    }
    send(house.ana.request(Method::POST, &path).body("{}")).await.expect(415);
    send(house.ana.request(Method::POST, "/rooms")).await.expect(415);
    let large = format!(r#"{{"title":"{}"}}"#, "x".repeat(70_000));
    send(call(&house.ana, "POST", "/rooms", &large)).await.expect(413);
    let admission = house.ana.get(&house.path("/admissions/{admission}")).await.expect(200);
    assert_eq!(admission["state"], "waiting");
}

#[tokio::test]
async fn unknown_parameters_and_bad_pages_are_refused() {
    let house = House::with_sam_waiting().await;
    for (method, pattern, body) in ROUTES {
        let path = format!("{}?verbose=1", house.path(pattern));
        send(call(&house.ana, method, &path, body)).await.names("verbose");
    }
    for (method, path) in GUEST_ROUTES {
        send(call(&house.sam, method, &format!("{path}?verbose=1"), "")).await.names("verbose");
    }
    let body = json!({ "secret": secret_of(&house.invite), "name": "Kim" });
    house.server.nobody().post("/invites/redeem?verbose=1", body).await.names("verbose");
    for list in
        ["/rooms", "/rooms/{room}/invites", "/rooms/{room}/admissions", "/admissions/{admission}/timeline", "/audit"]
    {
        let list = house.path(list);
        for bad in ["0", "201", "-1", "x", "1.5", "99999999999999999999"] {
            house.ana.get(&format!("{list}?limit={bad}")).await.names("limit");
        }
        house.ana.get(&format!("{list}?limit=1&limit=2")).await.names("limit");
        house.ana.get(&format!("{list}?cursor=x")).await.names("cursor");
        house.ana.get(&format!("{list}?limit=200")).await.expect(200);
    }
    house.ana.get(&house.path("/rooms/{room}/admissions?state=gone")).await.names("state");
    house.ana.delete(&house.path("/invites/{invite}?remove=yes")).await.names("remove");
    house.ana.get("/audit?room_id=x").await.names("room");
    assert_eq!(house.sam.get("/me").await.expect(200)["state"], "waiting");
}

#[tokio::test]
async fn a_stale_revision_is_a_lost_race_that_shows_the_admission_now() {
    let house = House::with_sam_waiting().await;
    let ana = &house.ana;
    ana.post(&house.path("/admissions/{admission}/hold"), json!({ "revision": 1 })).await.expect(200);
    for act in ["admit", "deny", "resume"] {
        let lost = ana.post(&house.path(&format!("/admissions/{{admission}}/{act}")), json!({ "revision": 1 })).await;
        let lost = lost.expect(409);
        assert_eq!(lost["type"], "urn:anteroom:problem:lost-race");
        assert_eq!((&lost["admission"]["state"], &lost["admission"]["revision"]), (&json!("held"), &json!(2)));
        assert_eq!(lost["decided_by"], "Ana");
        assert_eq!(lost["decided_at"], lost["admission"]["decided_at"]);
    }
    ana.post(&house.path("/admissions/{admission}/admit"), json!({ "revision": 2 })).await.expect(200);
    for (act, body) in [
        ("role", json!({ "role": "moderator", "revision": 2 })),
        ("send-back", json!({ "revision": 2 })),
        ("remove", json!({ "revision": 2 })),
    ] {
        ana.post(&house.path(&format!("/admissions/{{admission}}/{act}")), body).await.expect(409);
    }
    for act in ["deny", "undo", "hold", "resume"] {
        ana.post(&house.path(&format!("/admissions/{{admission}}/{act}")), json!({})).await.expect(409);
    }
    let again = ana.post(&house.path("/admissions/{admission}/admit"), json!({ "revision": 1 })).await.expect(200);
    assert_eq!(again["revision"], 3, "the same decision again changes nothing, whatever was seen");
}

#[tokio::test]
async fn every_link_that_does_not_open_says_why_and_unknown_ones_look_alike() {
    let house = House::with_sam_waiting().await;
    let (ana, nobody, clock) = (&house.ana, house.server.nobody(), &house.server.moderation.clock);
    let redeem = |secret: String| nobody.post("/invites/redeem", json!({ "secret": secret, "name": "Kim" }));
    let unknown = anonymous(redeem("A".repeat(32)).await.expect(404));
    for malformed in ["", "x", "../../etc", &"A".repeat(5_000)] {
        assert_eq!(anonymous(redeem(malformed.to_owned()).await.expect(404)), unknown);
    }
    let invites = house.path("/rooms/{room}/invites");
    let opens_at = format!("{:.3}", clock.now() + jiff::SignedDuration::from_hours(1));
    let early = ana.post(&invites, json!({ "not_before": opens_at })).await.expect(201);
    let problem = redeem(secret_of(&early)).await.expect(410);
    assert_eq!((&problem["reason"], &problem["opens_at"]), (&json!("early"), &json!(opens_at)));

    let named = ana.post(&invites, json!({ "guest_name": "Kim" })).await.expect(201);
    assert_eq!(named["max_uses"], 1);
    redeem(secret_of(&named)).await.expect(201);
    assert_eq!(redeem(secret_of(&named)).await.expect(410)["reason"], "used_up");

    ana.delete(&house.path("/invites/{invite}")).await.expect(204);
    assert_eq!(redeem(secret_of(&house.invite)).await.expect(410)["reason"], "revoked");
    assert_eq!(house.sam.get("/me").await.expect(200)["state"], "expired", "whoever waited on it is told");
    ana.delete(&house.path("/invites/{invite}")).await.expect(204);

    let secret = ana.post(&invites, json!({ "passcode": "4711" })).await.expect(201);
    let with = |passcode: Value| json!({ "secret": secret_of(&secret), "name": "Kim", "passcode": passcode });
    nobody.post("/invites/redeem", with(Value::Null)).await.names("passcode");
    nobody.post("/invites/redeem", with(json!("4712"))).await.names("passcode");
    nobody.post("/invites/redeem", with(json!("4711"))).await.expect(201);

    let last = ana.post(&invites, json!({})).await.expect(201);
    ana.patch(&house.path("/rooms/{room}"), json!({ "door": "closed" })).await.expect(200);
    assert_eq!(redeem(secret_of(&last)).await.expect(410)["reason"], "room_closed");
    ana.patch(&house.path("/rooms/{room}"), json!({ "door": "trusted_enter" })).await.expect(200);
    clock.advance(jiff::SignedDuration::from_hours(25));
    assert_eq!(redeem(secret_of(&last)).await.expect(410)["reason"], "expired");
}

#[tokio::test]
async fn methods_that_are_not_there_are_refused_with_those_that_are() {
    let house = House::with_sam_waiting().await;
    let put = send(house.ana.request(Method::PUT, "/rooms")).await;
    put.expect(405);
    assert_eq!(put.header("allow").unwrap(), "GET, HEAD, POST");
    send(house.ana.request(Method::PATCH, "/rooms?limit=1")).await.expect(405);
    send(house.ana.request(Method::GET, "/invites/redeem")).await.expect(405);
    send(house.ana.request(Method::OPTIONS, "/rooms")).await.expect(405);
    send(house.ana.request(Method::GET, &house.path("/admissions/{admission}/admit"))).await.expect(405);
    house.ana.get("/nothing").await.expect(404);
    house.ana.get("/rooms/").await.expect(404);
    let head = send(house.ana.request(Method::HEAD, &house.path("/rooms/{room}"))).await;
    assert_eq!((head.status, head.body.as_str()), (200, ""));
}
