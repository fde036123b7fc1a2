//! Lists in pages, filters, and who reads how much of the log.

use serde_json::{Value, json};

use crate::support::{Program, Server, text};

/// Reads a list to its end, in pages of this size; how many pages there were.
async fn read_all(caller: &Program, path: &str, size: usize) -> (Vec<Value>, usize) {
    let (mut items, mut pages, mut cursor) = (Vec::new(), 0, String::new());
    let separator = if path.contains('?') { '&' } else { '?' };
    loop {
        let page = caller.get(&format!("{path}{separator}limit={size}{cursor}")).await.expect(200);
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        pages += 1;
        match &page["next"] {
            Value::Null => return (items, pages),
            next => cursor = format!("&cursor={}", text(next)),
        }
    }
}

#[tokio::test]
async fn pages_hold_everything_once_and_oldest_first() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("First").await;
    // What is made in the same millisecond has no order.
    let tick = || server.moderation.clock.advance(jiff::SignedDuration::from_millis(2));
    for title in ["Second", "Third", "Fourth", "Fifth"] {
        tick();
        ana.room(title).await;
    }
    let (rooms, pages) = read_all(&ana, "/rooms", 2).await;
    let titles: Vec<String> = rooms.iter().map(|room| text(&room["title"])).collect();
    assert_eq!(
        (titles.as_slice(), pages),
        (&["First", "Second", "Third", "Fourth", "Fifth"].map(str::to_owned)[..], 3)
    );

    for name in ["Sam", "Kim", "Tom"] {
        tick();
        server.guest(&ana, &room, name).await;
    }
    let (admissions, pages) = read_all(&ana, &format!("/rooms/{room}/admissions"), 3).await;
    let names: Vec<String> = admissions.iter().map(|admission| text(&admission["name"])).collect();
    assert_eq!((names.as_slice(), pages), (&["Sam", "Kim", "Tom"].map(str::to_owned)[..], 1));
    assert_eq!(admissions.iter().map(|one| one["position"].as_i64().unwrap()).collect::<Vec<_>>(), [1, 2, 3]);
    let kim = text(&admissions[1]["id"]);
    ana.post(&format!("/admissions/{kim}/admit"), json!({})).await.expect(200);
    let (waiting, _) = read_all(&ana, &format!("/rooms/{room}/admissions?state=waiting"), 1).await;
    assert_eq!(waiting.iter().map(|one| one["position"].as_i64().unwrap()).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(read_all(&ana, &format!("/rooms/{room}/invites"), 2).await.0.len(), 3);

    let (log, _) = read_all(&ana, "/audit", 3).await;
    let sequences: Vec<i64> = log.iter().map(|entry| entry["sequence"].as_i64().unwrap()).collect();
    assert!(sequences.is_sorted() && sequences.len() == 5 + 3 + 3 + 1, "{sequences:?}");
    let (timeline, _) = read_all(&ana, &format!("/admissions/{kim}/timeline"), 1).await;
    let acts: Vec<String> = timeline.iter().map(|entry| text(&entry["action"])).collect();
    assert_eq!(acts, ["admission_requested", "admitted"]);
    assert_eq!(timeline[1]["actor"], json!({ "kind": "api_key", "name": "Ana" }));
    assert_eq!((&timeline[1]["guest_name"], &timeline[1]["detail"]), (&json!("Kim"), &json!({ "role": "publisher" })));
}

#[tokio::test]
async fn a_host_reads_the_log_of_own_rooms_and_an_admin_all_of_it() {
    let server = Server::start().await;
    let (ana, ben, admin) =
        (server.program("Ana").await, server.program("Ben").await, server.admin_program("Eve").await);
    let (hers, his) = (ana.room("Hers").await, ben.room("His").await);
    let rooms_of = async |caller: &Program, path: &str| {
        let (log, _) = read_all(caller, path, 200).await;
        log.iter().filter_map(|entry| entry["room_id"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(rooms_of(&ana, "/audit").await, [hers.as_str()]);
    assert_eq!(rooms_of(&ben, "/audit").await, [his.as_str()]);
    assert_eq!(rooms_of(&admin, "/audit").await, [hers.as_str(), his.as_str()]);
    assert_eq!(rooms_of(&admin, &format!("/audit?room_id={his}")).await, [his.as_str()]);
    assert_eq!(read_all(&admin, "/rooms", 200).await.0.len(), 2);
}

#[tokio::test]
async fn an_admin_s_key_makes_rooms_for_others_and_settings_are_kept() {
    let server = Server::start().await;
    let (ana, admin) = (server.program("Ana").await, server.admin_program("Eve").await);
    let email = server.moderation.store.accounts().unwrap()[0].email.to_string();
    let wish = json!({
        "title": "Court", "door": "everyone_waits", "host_label": "Chamber 3", "show_position": true,
        "name_in_token": true, "token_seconds": 3600, "owner": email,
    });
    let room = admin.post("/rooms", wish.clone()).await.expect(201);
    let id = text(&room["id"]);
    let seen = ana.get(&format!("/rooms/{id}")).await.expect(200);
    assert_eq!(seen, room);
    for name in ["title", "door", "host_label", "show_position", "name_in_token", "token_seconds"] {
        assert_eq!(seen[name], wish[name], "{name}");
    }
    let changed =
        ana.patch(&format!("/rooms/{id}"), json!({ "host_label": null, "title": "Court 2" })).await.expect(200);
    assert_eq!((&changed["host_label"], &changed["title"]), (&Value::Null, &json!("Court 2")));
    assert_eq!(changed["door"], "everyone_waits", "what was not said stays");
    assert_eq!(ana.patch(&format!("/rooms/{id}"), json!({})).await.expect(200), changed);
    let renamed = ana.patch(&format!("/rooms/{id}"), json!({ "title": "Court 3" })).await.expect(200);
    assert_eq!((&renamed["title"], &ana.get(&format!("/rooms/{id}")).await.expect(200)), (&json!("Court 3"), &renamed));
    ana.post("/rooms", json!({ "title": "Court", "owner": email })).await.names("owner");
    admin.post("/rooms", json!({ "title": "Court", "owner": "nobody@example.org" })).await.names("owner");
}

#[tokio::test]
async fn the_log_names_each_setting_that_was_changed_and_no_other() {
    let server = Server::start().await;
    let ana = server.program("Ana").await;
    let room = ana.room("Court").await;
    let changes = json!({
        "title": "Hall", "door": "everyone_waits", "host_label": "Chamber 3", "show_position": true, "name_in_token": true,
        "token_seconds": 3600, "keep_days": 7, "return_minutes": 17, "gone_minutes": 17, "admit_on_arrival": true,
        "when_hosts_leave": "end", "most_in_call": 9, "most_waiting": 9, "one_at_a_time": true,
        "closed_message": "At nine.", "questions": [{ "text": "Why?", "kind": "text", "required": true }],
    });
    for (name, value) in changes.as_object().unwrap() {
        ana.patch(&format!("/rooms/{room}"), json!({ name: value })).await.expect(200);
        let log = ana.get(&format!("/audit?room_id={room}")).await.expect(200);
        let last = &log["items"].as_array().unwrap().iter().max_by_key(|it| it["sequence"].as_i64()).unwrap()["detail"];
        assert_eq!(last["changed"], json!([name]), "{last}");
    }
}
