//! Figures for Prometheus: on a port of their own, of everything that the dashboards and alerts ask for, and of nobody.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::{Process, free_port, text};

/// Names of figures in a text: ours and the process's.
fn named(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
    words.filter(|word| word.starts_with("anteroom_") || word.starts_with("process_")).map(str::to_owned).collect()
}

fn file(name: &str) -> String {
    std::fs::read_to_string(format!("{}/docs/ops/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[tokio::test]
async fn figures_stand_on_their_own_port_name_nobody_and_hold_all_that_dashboard_and_alerts_ask_for() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("anteroom.db");
    let listen = format!("127.0.0.1:{}", free_port());
    let server = Process::start(&database, 0, &["--metrics-listen", &listen]);
    let key = Process::prints(&database, &["api-key", "create", "--scope", "admin", "--name", "Ana"]);
    let ana = server.nobody().with(&key);
    let room = ana.room("Hearing").await;
    let invite = ana.post(&format!("/rooms/{room}/invites"), json!({})).await.expect(201);
    let (_, first) = server.nobody().redeems(&invite, "Zacharias").await;
    server.nobody().redeems(&invite, "Wilhelmina").await;
    ana.post(&format!("/admissions/{first}/admit"), json!({})).await.expect(200);

    let answer = reqwest::get(format!("http://{listen}/metrics")).await.unwrap();
    assert_eq!(answer.status(), 200);
    let figures = answer.text().await.unwrap();
    for line in [
        "anteroom_guests{state=\"waiting\"} 1",
        "anteroom_guests{state=\"admitted\"} 1",
        "anteroom_acts_total{kind=\"admitted\"} 1",
        "anteroom_acts_total{kind=\"admission_requested\"} 2",
        "anteroom_enforcements_open 0",
    ] {
        assert!(figures.contains(line), "{line} in {figures}");
    }
    for secret in ["Zacharias", "Wilhelmina", "Ana", &room, &first, &key, "127.0.0.1", &text(&invite["id"])] {
        assert!(!figures.contains(secret), "{secret} in {figures}");
    }
    let exported = named(&figures);
    let dashboard: Value = serde_json::from_str(&file("grafana-dashboard.json")).unwrap();
    assert!(dashboard["panels"].as_array().unwrap().len() > 5);
    for (name, wanted) in [("alerts", file("alerts.yml")), ("dashboard", dashboard.to_string())] {
        let wanted = named(&wanted);
        assert!(wanted.len() > 4, "{name}: {wanted:?}");
        assert_eq!(wanted.difference(&exported).next(), None, "{name} asks for a figure that is not there");
    }
    assert_eq!(server.browser().get("/metrics").await.status, 404, "visitors find nothing");
    let elsewhere = reqwest::get(format!("http://{listen}/host/sign-in")).await.unwrap();
    assert_eq!(elsewhere.status(), 404);
}

#[test]
fn every_alert_has_its_expression_severity_and_sentence() {
    let alerts = file("alerts.yml");
    let rules: Vec<&str> = alerts.split("- alert: ").skip(1).collect();
    assert!(rules.len() > 5);
    for rule in rules {
        for part in ["expr: ", "severity: ", "summary: "] {
            assert_eq!(rule.matches(part).count(), 1, "{part} in {rule}");
        }
        let expression = rule.split("expr: ").nth(1).unwrap().lines().next().unwrap();
        for [open, close] in [['(', ')'], ['[', ']'], ['{', '}']] {
            assert_eq!(expression.matches(open).count(), expression.matches(close).count(), "{expression}");
        }
    }
}
