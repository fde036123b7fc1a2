//! Bad input for every operation, made from the description, so that a new one cannot be forgotten: it is refused with the
//! right status, says what is wrong, and changes nothing.

use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};

use crate::support::{Answer, DESCRIPTION, Described, Program, Server, secret_of, send, text};

/// Everybody and everything that calls could be about.
struct House {
    server: Server,
    eve: Program,
    ana: Program,
    ben: Program,
    sam: Program,
    ids: Vec<(&'static str, String)>,
    secret: String,
}

impl House {
    async fn new() -> Self {
        let server = Server::start().await;
        let (eve, ana, ben) =
            (server.admin_program("Eve").await, server.program("Ana").await, server.program("Ben").await);
        let room = ana.room("Consultation").await;
        let invite = ana.post(&format!("/rooms/{room}/invites"), json!({})).await.expect(201);
        let (sam, admission) = server.redeems(&invite, "Sam").await;
        // Nobody does this, so that nothing is sent anywhere while the test looks.
        let quiet = json!({ "url": "https://example.org/", "events": ["links_rotated"] });
        let webhook = text(&eve.post("/webhooks", quiet).await.expect(201)["id"]);
        let ids = vec![
            ("room", room),
            ("invite", text(&invite["id"])),
            ("admission", admission),
            ("webhook", webhook),
            ("delivery", "01936d3e-0000-7000-8000-000000000000".to_owned()),
        ];
        Self { server, eve, ana, ben, sam, ids, secret: secret_of(&invite) }
    }

    fn id(&self, name: &str) -> &str {
        &self.ids.iter().find(|(known, _)| *known == name).unwrap().1
    }

    fn path(&self, operation: &Described) -> String {
        self.ids.iter().fold(operation.path.clone(), |path, (name, id)| path.replace(&format!("{{{name}}}"), id))
    }

    /// Whoever may do it.
    fn caller(&self, operation: &Described) -> &Program {
        match operation.is_with("ticket") {
            true => &self.sam,
            false => &self.eve,
        }
    }

    /// The least that a body must hold; right, as far as it can be.
    fn least(&self, operation: &Described) -> Map<String, Value> {
        let schema = operation.operation.pointer("/requestBody/content/application~1json/schema");
        let required = schema.and_then(|schema| schema["required"].as_array()).cloned().unwrap_or_default();
        let value = |name: &str| match name {
            "title" => json!("Another"),
            "text" => json!("Soon"),
            "role" => json!("publisher"),
            "ids" => json!([self.id("admission")]),
            "room_id" => json!(self.id("room")),
            "url" => json!("https://example.org/"),
            "secret" => json!(self.secret),
            "enabled" => json!(true),
            other => panic!("{} requires {other}, of which this test knows nothing", operation.name()),
        };
        required.iter().map(|name| (text(name), value(name.as_str().unwrap()))).collect()
    }

    async fn call(&self, caller: &Program, operation: &Described, query: &str, body: &str) -> Answer {
        let method = Method::from_bytes(operation.method.as_bytes()).unwrap();
        let request = caller.request(method, &format!("{}{query}", self.path(operation)));
        send(if body.is_empty() {
            request
        } else {
            request.header(CONTENT_TYPE, "application/json").body(body.to_owned())
        })
        .await
    }

    /// Of something right, with one thing in it that is wrong.
    async fn wrong(&self, operation: &Described, name: &str, value: Value) -> Answer {
        let mut body = self.least(operation);
        body.insert(name.to_owned(), value);
        self.call(self.caller(operation), operation, "", &Value::from(body).to_string()).await
    }
}

fn with_bodies() -> Vec<&'static Described> {
    let all: Vec<&Described> = DESCRIPTION.operations().iter().filter(|it| it.body().is_some()).collect();
    assert!(all.len() > 30, "{}", all.len());
    all
}

#[tokio::test]
async fn a_field_that_is_not_known_is_named_and_nothing_is_done() {
    let house = House::new().await;
    let before = house.server.everything().await;
    for operation in with_bodies() {
        let answer = house.wrong(operation, "surprise", json!(true)).await;
        assert_eq!(answer.expect(422)["field"], "surprise", "{}", operation.name());
        let body = Value::from(house.least(operation)).to_string();
        let twice = body.replacen('{', r#"{"surprise":1,"surprise":2,"#, 1).replace(",}", "}");
        house.call(house.caller(operation), operation, "", &twice).await.names("surprise");
    }
    assert!(house.server.everything().await == before);
}

#[tokio::test]
async fn a_value_of_another_type_is_named_and_nothing_is_done() {
    let house = House::new().await;
    let before = house.server.everything().await;
    let mut tried = 0;
    for operation in with_bodies() {
        for name in operation.body().unwrap().keys() {
            // Nothing here takes an object of these, nor a list of lists of them.
            for odd in [json!({ "odd": 1 }), json!([[{ "odd": 1 }]])] {
                let answer = house.wrong(operation, name, odd.clone()).await;
                let field = text(&answer.expect(422)["field"]);
                assert!(field.starts_with(name.as_str()), "{} {name} {odd} named {field}", operation.name());
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "{tried}");
    assert!(house.server.everything().await == before);
}

#[tokio::test]
async fn a_field_that_must_be_there_is_missed_by_name() {
    let house = House::new().await;
    let before = house.server.everything().await;
    let mut tried = 0;
    for operation in with_bodies() {
        for name in house.least(operation).keys() {
            let mut body = house.least(operation);
            body.remove(name);
            let answer = house.call(house.caller(operation), operation, "", &Value::from(body).to_string()).await;
            answer.names(name);
            tried += 1;
        }
    }
    assert!(tried >= 9, "{tried}");
    assert!(house.server.everything().await == before);
}

#[tokio::test]
async fn what_is_no_object_in_json_is_refused_by_every_operation_with_a_body() {
    let house = House::new().await;
    let before = house.server.everything().await;
    for operation in with_bodies() {
        let caller = house.caller(operation);
        for (body, status) in [("{", 400), ("{}{}", 400), ("[]", 422), ("null", 422), (r#""{}""#, 422)] {
            house.call(caller, operation, "", body).await.expect(status);
        }
        let method = Method::from_bytes(operation.method.as_bytes()).unwrap();
        let form = caller.request(method, &house.path(operation)).header(CONTENT_TYPE, "text/plain").body("{}");
        send(form).await.expect(415);
        // One more than fits where many are decided about.
        let large = format!(r#"{{"surprise":"{}"}}"#, "x".repeat(512 * 1024));
        house.call(caller, operation, "", &large).await.expect(413);
    }
    assert!(house.server.everything().await == before);
}

#[tokio::test]
async fn a_parameter_that_is_unknown_repeated_or_wrong_is_named() {
    let house = House::new().await;
    let before = house.server.everything().await;
    for operation in DESCRIPTION.operations() {
        let caller = house.caller(operation);
        let body =
            if operation.body().is_some() { Value::from(house.least(operation)).to_string() } else { String::new() };
        house.call(caller, operation, "?verbose=1", &body).await.names("verbose");
        for parameter in operation.parameters("query") {
            let name = text(&parameter["name"]);
            house.call(caller, operation, &format!("?{name}=1&{name}=1"), "").await.names(&name);
            let odd = if name == "name" || name == "q" { "%E2%80%AE" } else { "%3F%3F" };
            house.call(caller, operation, &format!("?{name}={odd}"), "").await.names(&name);
        }
    }
    assert!(house.server.everything().await == before);
}

#[tokio::test]
async fn what_belongs_to_others_is_not_there_for_any_operation() {
    let house = House::new().await;
    let before = house.server.everything().await;
    let mut tried = 0;
    for operation in DESCRIPTION.operations() {
        if !operation.is_with("key") || operation.parameters("path").is_empty() {
            continue;
        }
        let body =
            if operation.body().is_some() { Value::from(house.least(operation)).to_string() } else { String::new() };
        house.call(&house.ben, operation, "", &body).await.expect(404);
        for other in [&house.sam, &house.server.nobody()] {
            house.call(other, operation, "", &body).await.expect(401);
        }
        tried += 1;
    }
    assert!(tried > 30, "{tried}");
    assert!(house.server.everything().await == before);
}

#[tokio::test]
async fn a_revision_of_before_loses_and_reads_what_is_true_now() {
    let house = House::new().await;
    let (mut lost, mut so_already) = (0, Vec::new());
    for operation in with_bodies().into_iter().filter(|it| it.body().unwrap().contains_key("revision")) {
        // Another room of hers, where a guest could go: else the room itself would be what is wrong.
        let other = house.ana.room("Other").await;
        let before = house.server.everything().await;
        let mut body = house.least(operation);
        body.insert("revision".to_owned(), json!(4_000_000));
        if body.contains_key("room_id") {
            body.insert("room_id".to_owned(), json!(other));
        }
        let answer = house.call(&house.ana, operation, "", &Value::from(body).to_string()).await;
        assert!(house.server.everything().await == before, "{}", operation.name());
        if answer.status == 200 {
            assert_eq!(answer.json()["revision"], 1);
            so_already.push(operation.name());
            continue;
        }
        let problem = answer.expect(409);
        assert_eq!(problem["admission"]["id"], house.id("admission"), "{}: {problem}", operation.name());
        lost += 1;
    }
    // The guest waits: what would only make that so is no loss.
    assert_eq!(so_already, ["reconsider", "resume"]);
    assert!(lost >= 6, "{lost}");
}

#[tokio::test]
async fn a_key_for_repeats_that_was_used_otherwise_does_nothing_anywhere() {
    let house = House::new().await;
    // Each first use is a right one that changes no more than a name.
    let used = json!({ "title": "Used" }).to_string();
    let post = async |caller: &Program, path: &str, body: &str| {
        let request = caller.request(Method::POST, path).header("Idempotency-Key", "0000000000000001");
        send(request.header(CONTENT_TYPE, "application/json").body(body.to_owned())).await
    };
    post(&house.eve, "/rooms", &used).await.expect(201);
    post(&house.sam, "/me/withdraw", r#"{ }"#).await.expect(200);
    let before = house.server.everything().await;
    let mut tried = 0;
    for operation in with_bodies() {
        let repeatable = operation.parameters("header").iter().any(|it| it["name"] == "Idempotency-Key");
        if !repeatable || operation.path == "/invites/redeem" {
            continue;
        }
        let body = Value::from(house.least(operation)).to_string();
        let answer = post(house.caller(operation), &house.path(operation), &body).await;
        assert_eq!(answer.expect(422)["field"], "Idempotency-Key", "{}", operation.name());
        // Of somebody else it is another key: not the answer from before, only what Ben may do himself.
        if operation.is_with("key") && !operation.parameters("path").is_empty() {
            post(&house.ben, &house.path(operation), &body).await.expect(404);
        }
        tried += 1;
    }
    assert!(tried > 25, "{tried}");
    assert!(house.server.everything().await == before);
}
