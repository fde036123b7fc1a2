//! The description: it is all that is served and nothing else, and every operation is met here with an answer when all is
//! well and with a refusal, each held against its schema.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{DESCRIPTION, Described, Program, Receiver, Server, secret_of, send, text};

/// Well formed, and nobody's.
const UNKNOWN: &str = "01936d3e-0000-7000-8000-000000000000";

fn filled(pattern: &str) -> String {
    let parts = pattern.split('/').map(|part| if part.starts_with('{') { UNKNOWN } else { part });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn every_address_takes_the_methods_that_are_described_and_no_other() {
    let server = Server::start().await;
    let (ana, nobody) = (server.program("Ana").await, server.nobody());
    let room = ana.room("Consultation").await;
    let (sam, _) = server.guest(&ana, &room, "Sam").await;
    let operations = DESCRIPTION.operations();
    assert!(operations.len() > 50, "{}", operations.len());
    for (path, methods) in DESCRIPTION.document["paths"].as_object().unwrap() {
        let of_this = |it: &&Described| it.path == *path;
        let one = operations.iter().find(of_this).unwrap();
        let caller = match (one.is_with("key"), one.is_with("ticket")) {
            (true, false) => &ana,
            (false, true) => &sam,
            _ => &nobody,
        };
        let answer = send(caller.request(Method::PUT, &filled(path))).await;
        answer.expect(405);
        let mut allowed: Vec<&str> = answer.header("allow").unwrap().split(", ").filter(|it| *it != "HEAD").collect();
        let mut described: Vec<String> = methods.as_object().unwrap().keys().map(|it| it.to_uppercase()).collect();
        allowed.sort_unstable();
        described.sort_unstable();
        assert_eq!(allowed, described, "{path}");
    }
}

#[test]
fn nothing_is_served_beside_the_table_but_the_description_itself() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/api");
    let mut served = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(!text.contains("resource("), "beside the table of addresses");
        let pieces = text.split("at(\"").skip(1).filter_map(|rest| rest.split('"').next());
        served.extend(pieces.map(str::to_owned));
    }
    served.sort();
    assert_eq!(served, ["/docs", "/openapi.json"]);
}

#[test]
fn every_operation_says_what_it_is_by_a_name_of_its_own() {
    let mut names: Vec<String> = DESCRIPTION.operations().iter().map(Described::name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
    for operation in DESCRIPTION.operations() {
        assert!(!operation.operation["summary"].as_str().unwrap().is_empty(), "{}", operation.name());
    }
}

#[tokio::test]
async fn the_document_is_served_to_everybody_as_it_is_checked_here() {
    let server = Server::start().await;
    let answer = server.get("/api/v1/openapi.json").await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")));
    assert_eq!(answer.json(), DESCRIPTION.document);
    assert_eq!(answer.json()["openapi"], "3.1.0");
    server.get("/api/v1/openapi.json?a=1").await.names("a");
}

#[tokio::test]
async fn the_page_names_every_operation_field_and_refusal_of_the_document() {
    let server = Server::start().await;
    let page = server.get("/api/v1/docs").await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let operations = DESCRIPTION.operations();
    assert_eq!(page.texts("details.fold").len(), operations.len());
    for operation in operations {
        let shown = page.texts(&format!("#{}", operation.name())).join(" ");
        assert!(shown.contains(&operation.path) && shown.contains(&operation.method), "{shown}");
        for name in operation.body().into_iter().flat_map(|body| body.keys()) {
            assert!(shown.contains(name.as_str()), "{name} in {shown}");
        }
        for parameter in operation.operation["parameters"].as_array().unwrap() {
            assert!(shown.contains(parameter["name"].as_str().unwrap()), "{parameter} in {shown}");
        }
    }
    for name in DESCRIPTION.document["components"]["schemas"].as_object().unwrap().keys() {
        assert_eq!(page.texts(&format!("#shape-{name}")).len(), 1, "{name}");
    }
    for (_, target) in page.body.match_indices("href=\"#").map(|(at, it)| page.body[at..].split_at(it.len())) {
        let id = target.split('"').next().unwrap();
        assert!(page.body.contains(&format!("id=\"{id}\"")), "a link to #{id} that leads nowhere");
    }
}

/// All that is needed to do everything once.
struct House {
    server: Server,
    eve: Program,
    ana: Program,
    room: String,
}

impl House {
    async fn guest(&self, name: &str) -> (Program, String) {
        self.server.guest(&self.ana, &self.room, name).await
    }

    async fn does(&self, path: &str, body: Value, status: u16) -> Value {
        self.ana.post(path, body).await.expect(status)
    }

    async fn rooms_and_links(&self) {
        let Self { server, ana, room, .. } = self;
        let room = format!("/rooms/{room}");
        let questions = json!([{ "text": "Which plan?", "kind": "choice", "choices": ["A", "B"] }]);
        ana.patch(&room, json!({ "questions": questions, "keep_days": 3 })).await.expect(200);
        let everything = json!({ "role": "publisher", "label": "Patients", "passcode": "4711", "max_uses": 2 });
        let invite = ana.post(&format!("{room}/invites"), everything).await.expect(201);
        let asked =
            json!({ "secret": secret_of(&invite), "name": "Kim", "note": "x", "passcode": "4711", "answers": ["A"] });
        let kim = server.nobody().post("/invites/redeem", asked.clone()).await.expect(201);
        let kim = server.bearer(&text(&kim["ticket"]));
        kim.post("/invites/redeem", asked).await.expect(200);
        for path in ["/rooms", &room, &format!("{room}/invites"), &format!("{room}/admissions")] {
            ana.get(path).await.expect(200);
        }
        ana.delete(&format!("/invites/{}", text(&invite["id"]))).await.expect(204);
        ana.patch(&room, json!({ "questions": [] })).await.expect(200);
    }

    async fn decisions_at_the_door(&self) {
        let (sam, id) = self.guest("Sam").await;
        let one = |act: &str| format!("/admissions/{id}/{act}");
        self.ana.get(&format!("/admissions/{id}")).await.expect(200);
        for (act, body) in [
            ("message", json!({ "text": "Soon" })),
            ("claim", json!({})),
            ("release", json!({})),
            ("hold", json!({ "message": "One moment" })),
            ("resume", json!({})),
            ("deny", json!({ "reason": "unclear_name" })),
            ("undo", json!({})),
        ] {
            self.does(&one(act), body, 200).await;
        }
        sam.get("/me").await.expect(200);
        sam.post("/me/withdraw", json!({})).await.expect(200);
        self.does(&one("reconsider"), json!({}), 200).await;
        let other = self.ana.room("Other").await;
        self.does(&one("transfer"), json!({ "room_id": other }), 200).await;
        self.ana.get(&format!("/admissions/{id}/timeline")).await.expect(200);
    }

    async fn in_the_call(&self) {
        let (sam, id) = self.guest("Sam").await;
        let one = |act: &str| format!("/admissions/{id}/{act}");
        self.does(&one("admit"), json!({ "role": "publisher" }), 200).await;
        self.does(&one("admit"), json!({ "role": "publisher" }), 200).await;
        self.does(&one("deny"), json!({}), 409).await;
        sam.post("/me/token", json!({})).await.expect(200);
        for (act, body) in
            [("mute", json!({})), ("stop-publishing", json!({})), ("role", json!({ "role": "subscriber" }))]
        {
            self.does(&one(act), body, 200).await;
        }
        self.does(&format!("/rooms/{}/mute-all", self.room), json!({}), 204).await;
        self.does(&format!("/rooms/{}/host-token", self.room), json!({}), 200).await;
        self.does(&one("send-back"), json!({}), 200).await;
        self.does(&one("admit"), json!({}), 200).await;
        sam.post("/me/leave", json!({})).await.expect(200);
        sam.post("/me/withdraw", json!({})).await.expect(409);
        self.does(&one("admit"), json!({}), 409).await;
        let (kim, id) = self.guest("Kim").await;
        self.does(&format!("/admissions/{id}/admit"), json!({}), 200).await;
        self.does(&format!("/admissions/{id}/remove"), json!({ "block": true }), 200).await;
        kim.post("/me/token", json!({})).await.expect(410);
        self.does(&format!("/admissions/{id}/unblock"), json!({}), 200).await;
    }

    async fn many(&self) {
        let room = format!("/rooms/{}", self.room);
        let (_, first) = self.guest("Ada").await;
        let (_, second) = self.guest("Tom").await;
        self.guest("Mira").await;
        self.does(&format!("{room}/message"), json!({ "text": "Soon" }), 200).await;
        self.does(&format!("{room}/admit-many"), json!({ "ids": [first] }), 200).await;
        self.does(&format!("{room}/deny-many"), json!({ "ids": [second] }), 200).await;
        self.does(&format!("{room}/next"), json!({ "move_out": false }), 200).await;
    }

    async fn the_log_and_what_is_kept(&self) {
        let (sam, id) = self.guest("Sam").await;
        for path in ["/audit", "/audit/head", "/audit/export", "/audit/export?format=csv", "/guests"] {
            self.eve.get(path).await.expect_ok();
        }
        let data = self.eve.post(&format!("/admissions/{id}/export"), json!({})).await.expect(200);
        assert_eq!(data["guests"][0]["name"], "Sam");
        let erase = format!("/admissions/{id}/erase");
        self.eve.post(&erase, json!({})).await.expect(403);
        sam.post("/me/withdraw", json!({})).await.expect(200);
        self.eve.post(&erase, json!({})).await.expect(204);
        self.eve.get("/audit?limit=200").await.expect(200);
    }

    async fn webhooks(&self) {
        let receiver = Receiver::start().await;
        let new = json!({ "url": receiver.url(), "events": ["admitted"] });
        let made = self.eve.post("/webhooks", new).await.expect(201);
        let one = format!("/webhooks/{}", text(&made["id"]));
        let test = self.eve.post(&format!("{one}/test"), json!({})).await.expect(202);
        receiver.has(1).await;
        for path in ["/webhooks", &one, &format!("{one}/deliveries")] {
            self.eve.get(path).await.expect(200);
        }
        self.eve.post(&format!("{one}/secret"), json!({})).await.expect(200);
        let again = format!("{one}/deliveries/{}/redeliver", text(&test["id"]));
        self.eve.post(&again, json!({})).await.expect(202);
        self.eve.patch(&one, json!({ "enabled": false })).await.expect(200);
        self.eve.delete(&one).await.expect(204);
    }
}

#[tokio::test]
async fn every_operation_answers_as_described_when_all_is_well_and_when_it_refuses() {
    let server = Server::start_with(|arguments| arguments.webhook_networks = Some("127.0.0.0/8".to_owned())).await;
    let (eve, ana) = (server.admin_program("Eve").await, server.program("Ana").await);
    let room = ana.room("Consultation").await;
    let house = House { server, eve, ana, room };
    house.rooms_and_links().await;
    house.decisions_at_the_door().await;
    house.in_the_call().await;
    house.many().await;
    house.the_log_and_what_is_kept().await;
    house.webhooks().await;

    let (sam, _) = house.guest("Sam").await;
    let mut streamed = Vec::new();
    for (caller, path, name) in
        [(&sam, "/me/events".to_owned(), "Me"), (&house.ana, format!("/rooms/{}/events", house.room), "Room")]
    {
        let event = caller.watches(&path, Some("0")).await.next().await.unwrap();
        let of_this = |it: &&Described| it.path.ends_with("/events") && it.path.starts_with("/me") == (name == "Me");
        let described = DESCRIPTION.operations().iter().find(of_this).unwrap();
        let content = &described.operation["responses"]["200"]["content"]["text/event-stream"]["x-event"];
        assert_eq!(content["event"], event.name);
        DESCRIPTION.holds(&content["data"], &event.json());
        streamed.push(described.name());
    }

    for operation in DESCRIPTION.operations() {
        let caller = if operation.is_with("ticket") { &sam } else { &house.eve };
        let method = Method::from_bytes(operation.method.as_bytes()).unwrap();
        send(caller.request(method, &format!("{}?verbose=1", filled(&operation.path)))).await;
        let seen = DESCRIPTION.seen(&operation.name());
        let well = seen.iter().any(|status| *status < 300) || streamed.contains(&operation.name());
        assert!(well, "{} was never done here: {seen:?}", operation.name());
        assert!(seen.iter().any(|status| *status >= 400), "{} never refused here: {seen:?}", operation.name());
    }
}
