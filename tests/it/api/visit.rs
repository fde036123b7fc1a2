//! A whole visit: a program makes the room and the invite, a guest comes, is let in, gets another role, and goes.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::support::{Server, secret_of, text};

#[tokio::test]
async fn a_guest_comes_by_a_link_waits_is_let_in_and_leaves() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;

    let created = ana.post("/rooms", json!({ "title": "Consultation", "show_position": true })).await;
    let room = created.expect(201);
    let id = text(&room["id"]);
    assert_eq!(created.header("location").unwrap(), format!("/api/v1/rooms/{id}"));
    assert_eq!(room["counts"], json!({ "waiting": 0, "held": 0, "admitted": 0 }));

    let invite = json!({ "role": "subscriber", "label": "Patients" });
    let invite = ana.post(&format!("/rooms/{id}/invites"), invite).await.expect(201);
    assert!(text(&invite["url"]).starts_with(&format!("{}/i/", server.origin)));
    assert_eq!(
        (&invite["entry"], &invite["max_uses"], &invite["state"]),
        (&json!("wait"), &Value::Null, &json!("open"))
    );

    let asked = json!({ "secret": secret_of(&invite), "name": " Sam ", "note": "about Tuesday" });
    let redeemed = server.nobody().post("/invites/redeem", asked).await.expect(201);
    let own = &redeemed["admission"];
    assert_eq!((&own["state"], &own["name"], &own["position"]), (&json!("waiting"), &json!("Sam"), &json!(1)));
    let sam = server.bearer(&text(&redeemed["ticket"]));
    assert_eq!(&sam.get("/me").await.expect(200), own);
    sam.post("/me/token", json!({})).await.expect(409);

    let waiting = ana.get(&format!("/rooms/{id}/admissions?state=waiting")).await.expect(200);
    assert_eq!(waiting["next"], Value::Null);
    let [row] = waiting["items"].as_array().unwrap().as_slice() else { panic!("{waiting}") };
    let admission = text(&row["id"]);
    let mut expected = json!({
        "id": admission, "room_id": id, "name": "Sam", "note": "about Tuesday", "state": "waiting",
        "role": "subscriber", "revision": 1, "generation": 1,
        "invite": { "id": invite["id"], "label": "Patients" },
        "requested_at": own["requested_at"], "decided_at": null, "decided_by": null,
        "presence": "here", "position": 1, "message": null, "claim": null, "follows": null,
        "blocked": false, "denials": 0, "returning": false, "answers": [],
    });
    assert_eq!(row, &expected);
    assert_eq!(ana.get(&format!("/admissions/{admission}")).await.expect(200), expected);

    let path = |act: &str| format!("/admissions/{admission}/{act}");
    let admitted = ana.post(&path("admit"), json!({ "revision": 1 })).await.expect(200);
    expected["state"] = "admitted".into();
    expected["revision"] = 2.into();
    expected["decided_by"] = "Ana".into();
    expected["decided_at"] = admitted["decided_at"].clone();
    expected["position"] = Value::Null;
    assert_eq!(admitted, expected);
    assert_eq!(ana.post(&path("admit"), json!({ "revision": 1 })).await.expect(200), expected, "the same once more");

    let token = sam.post("/me/token", json!({ "generation": 1 })).await.expect(200);
    assert_eq!(
        (&token["provider"], &token["role"], &token["generation"]),
        (&json!("local"), &json!("subscriber"), &json!(1))
    );
    assert!(text(&token["token"]).starts_with("T1==") && !text(&token["session_id"]).is_empty());
    assert!(token["api_key"].is_string() && token.get("application_id").is_none(), "{token}");

    let promoted = ana.post(&path("role"), json!({ "role": "publisher" })).await.expect(200);
    assert_eq!((&promoted["role"], &promoted["generation"]), (&json!("publisher"), &json!(2)));
    sam.post("/me/token", json!({ "generation": 1 })).await.expect(409);
    let again = sam.post("/me/token", json!({})).await.expect(200);
    assert_eq!((&again["role"], &again["generation"]), (&json!("publisher"), &json!(2)));
    assert_eq!(again["session_id"], token["session_id"]);

    let back = ana.post(&path("send-back"), json!({ "message": "One moment" })).await.expect(200);
    assert_eq!((&back["state"], &back["position"], &back["generation"]), (&json!("waiting"), &json!(1), &json!(3)));
    assert_eq!(sam.get("/me").await.expect(200)["message"], "One moment");
    assert_eq!(ana.post(&path("hold"), json!({})).await.expect(200)["state"], "held");
    assert_eq!(ana.post(&path("resume"), json!({})).await.expect(200)["state"], "waiting");
    assert_eq!(ana.post(&path("admit"), json!({ "role": "moderator" })).await.expect(200)["role"], "moderator");
    let left = sam.post("/me/leave", json!({})).await.expect(200);
    assert_eq!((&left["state"], &left["role"]), (&json!("left"), &json!("moderator")));

    let returned = json!({ "secret": secret_of(&invite) });
    let returned = sam.post("/invites/redeem", returned).await.expect(200);
    assert_eq!(
        (&returned["admission"]["state"], &returned["admission"]["id"]),
        (&json!("admitted"), &json!(admission))
    );
    assert_eq!(ana.post(&path("remove"), json!({ "block": true })).await.expect(200)["state"], "removed");
    assert_eq!(sam.get("/me").await.expect(200)["state"], "removed");
    sam.post("/me/token", json!({})).await.expect(410);

    let room = ana.get(&format!("/rooms/{id}")).await.expect(200);
    assert_eq!(room["counts"], json!({ "waiting": 0, "held": 0, "admitted": 0 }));
    assert_eq!(room["session_id"], token["session_id"]);
}

#[tokio::test]
async fn every_time_is_utc_with_milliseconds() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Consultation").await;
    let invite = json!({ "not_before": "2026-01-02T10:00:00+02:00", "expires_at": "2027-01-01T00:00:00Z" });
    server
        .moderation
        .clock
        .advance("2026-06-01T00:00:00Z".parse::<Timestamp>().unwrap().duration_since(server.moderation.clock.now()));
    let invite = ana.post(&format!("/rooms/{room}/invites"), invite).await.expect(201);
    assert_eq!(invite["not_before"], "2026-01-02T08:00:00.000Z");
    assert_eq!(invite["expires_at"], "2027-01-01T00:00:00.000Z");
    assert_eq!(text(&invite["created_at"]).len(), "2026-01-02T08:00:00.000Z".len());
}
