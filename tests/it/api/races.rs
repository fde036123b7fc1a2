//! Several programs decide on the same guests at once, and differently. One wins, the other is told who did.

use serde_json::json;

use crate::support::{Program, Server, text};

const GUESTS: usize = 1_000;

#[tokio::test]
async fn of_two_opposite_decisions_exactly_one_wins_a_thousand_times() {
    let server = Server::start().await;
    let keys =
        [server.admin_program("Ana").await, server.admin_program("Ben").await, server.admin_program("Eve").await];
    let room = keys[0].room("Hearing").await;
    let invite = keys[0].post(&format!("/rooms/{room}/invites"), json!({})).await.expect(201);

    let mut ids = Vec::new();
    for number in 0..GUESTS {
        ids.push(server.redeems(&invite, &format!("Guest {number}")).await.1);
    }
    let mut admitted = 0;
    for (number, id) in ids.iter().enumerate() {
        let (first, second) = (&keys[number % 3], &keys[(number + 1) % 3]);
        admitted += usize::from(race(first, second, id).await);
    }
    let counts = keys[0].get(&format!("/rooms/{room}")).await.expect(200)["counts"].clone();
    assert_eq!(counts, json!({ "waiting": 0, "held": 0, "admitted": admitted }));
}

/// Admits and denies at once; whether admitting won.
async fn race(first: &Program, second: &Program, id: &str) -> bool {
    let (admit, deny) = (format!("/admissions/{id}/admit"), format!("/admissions/{id}/deny"));
    let (yes, no) = tokio::join!(first.post(&admit, json!({})), second.post(&deny, json!({})));
    let admitted = yes.status == 200;
    let (won, lost) = if admitted { (yes, no) } else { (no, yes) };
    let (won, lost) = (won.expect(200), lost.expect(409));
    assert_eq!(won["state"], if admitted { "admitted" } else { "denied" });
    assert_eq!(lost["admission"], won, "the loser reads what the winner reads");
    assert_eq!((&lost["decided_by"], &lost["decided_at"]), (&won["decided_by"], &won["decided_at"]));

    let timeline = first.get(&format!("/admissions/{id}/timeline")).await.expect(200);
    let decisions: Vec<String> = timeline["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["action"] != "admission_requested")
        .map(|entry| format!("{} by {}", text(&entry["action"]), text(&entry["actor"]["name"])))
        .collect();
    assert_eq!(decisions, [format!("{} by {}", text(&won["state"]), text(&won["decided_by"]))]);
    admitted
}
