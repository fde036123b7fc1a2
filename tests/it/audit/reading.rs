//! Parts of the log: by who, what, where and when, on pages, by the API, as files, and never more than one may see.

use std::process::Command;

use anteroom::domain::role::Role;
use anteroom::domain::text::Email;
use anteroom::moderation::Request;
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;
use serde_json::Value;

use crate::support::{Answer, Host, Server, open_invite, text};

/// Two hosts with a room each, a guest let in by Ana, and a day later one denied by Ben.
struct House {
    server: Server,
    ana: Host,
    ben: Host,
    admin: Host,
}

impl House {
    async fn of_two_rooms() -> Self {
        let server = Server::start().await;
        let (ana, ben) = (server.host_with_room("Ana").await, server.host_with_room("Ben").await);
        let admin = server.admin("Eve").await;
        let house = Self { server, ana, ben, admin };
        let sam = house.guest(&house.ana, "Sam").await;
        house.server.moderation.admit(&house.ana.actor, sam, Some(Role::Publisher), None).await.unwrap();
        house.server.moderation.clock.advance(SignedDuration::from_hours(10));
        let kim = house.guest(&house.ben, "=Kim, \"K\"").await;
        house.server.moderation.deny(&house.ben.actor, kim, None, false, None).await.unwrap();
        // Sam never came to the call. The job that looks for this would write it down at any moment: it is done now.
        house.server.moderation.give_up_gone().await.unwrap();
        house
    }

    async fn guest(&self, host: &Host, name: &str) -> anteroom::domain::ids::AdmissionId {
        let invite = self.server.moderation.create_invite(&host.actor, host.room(), open_invite()).await.unwrap();
        let request = Request { name: name.to_owned(), ..Request::default() };
        let address = Some("203.0.113.7".parse().unwrap());
        let entered = self.server.moderation.request_entry(address, invite.secret.expose_secret(), request, None).await;
        entered.unwrap().admission.id
    }
}

fn sentences(page: &Answer) -> Vec<String> {
    assert_eq!(page.status, 200, "{}", page.body);
    page.texts(".log li > div > p:first-child")
}

#[tokio::test]
async fn an_admin_chooses_a_part_of_the_log_by_who_what_where_and_when() {
    let mut house = House::of_two_rooms().await;
    let (ana, hers) = (house.ana.id, house.ana.room());
    let day = house.server.moderation.clock.now().strftime("%Y-%m-%d").to_string();
    let early = (house.server.moderation.clock.now() - SignedDuration::from_hours(5)).to_string();
    let mut page = async |query: &str| house.admin.browser.get(&format!("/admin/audit?{query}")).await;
    assert_eq!(sentences(&page(&format!("actor={ana}&action=admitted")).await), ["Ana admitted Sam as Speaker."]);
    assert_eq!(sentences(&page("action=denied&actor=&room=&from=&to=").await), ["Ben denied =Kim, \"K\"."]);
    assert!(page(&format!("action=denied&room={hers}")).await.text().contains("Nothing in the log is like that"));
    let asked = sentences(&page("actor=guest").await);
    assert_eq!(asked, ["=Kim, \"K\" asked to join.", "Sam asked to join."]);
    let later = sentences(&page(&format!("from={early}&actor=guest")).await);
    assert_eq!(later, ["=Kim, \"K\" asked to join."]);
    let before = sentences(&page(&format!("to={early}&actor=guest")).await);
    assert_eq!(before, ["Sam asked to join."]);
    assert_eq!(sentences(&page(&format!("to={day}&action=denied")).await).len(), 1, "a day is meant to its end");
    let chosen = page(&format!("actor={ana}&action=admitted&room={hers}&from={day}")).await;
    for (field, value) in [("actor", ana.to_string()), ("action", "admitted".to_owned()), ("room", hers.to_string())] {
        assert_eq!(chosen.attribute(&format!("#{field} option[selected]"), "value"), Some(value));
    }
    assert_eq!(chosen.attribute("#from", "value"), Some(day));
    let head = house.server.moderation.store.audit_head().unwrap().to_string();
    assert_eq!(page("").await.texts("code.hash"), [head], "to be noted elsewhere");
}

#[tokio::test]
async fn a_host_reads_and_keeps_the_own_room_s_log_and_no_other() {
    let mut house = House::of_two_rooms().await;
    let (hers, his) = (house.ana.room(), house.ben.room());
    let own = house.ana.browser.get(&format!("/host/rooms/{hers}/audit?action=admitted")).await;
    assert_eq!(sentences(&own), ["Ana admitted Sam as Speaker."]);
    let offered = own.texts("#action option").join("|");
    assert!(offered.contains("Admitted") && !offered.contains("Signed in"), "{offered}");
    let file = own.attribute("a[download]", "href").unwrap();
    let kept = house.ana.browser.get(&file).await;
    assert_eq!((kept.status, kept.body.lines().count()), (200, 2), "{}", kept.body);
    for path in [
        format!("/host/rooms/{his}/audit"),
        format!("/host/rooms/{his}/audit/export?format=csv"),
        "/admin/audit".to_owned(),
        "/admin/audit/export?format=csv".to_owned(),
    ] {
        assert_eq!(house.ana.browser.get(&path).await.status, 404, "{path}");
    }
    let foreign = format!("/host/rooms/{hers}/audit?room={his}");
    assert_eq!(house.ana.browser.get(&foreign).await.status, 422, "another room is not asked for in passing");
    assert_eq!(house.ana.browser.get(&format!("/host/rooms/{hers}/audit/export")).await.status, 422, "no format");
}

#[tokio::test]
async fn the_api_filters_and_shows_the_head_to_admins_alone() {
    let house = House::of_two_rooms().await;
    let program = house.server.admin_program("All").await;
    let items = async |path: &str| program.get(path).await.expect(200)["items"].as_array().unwrap().clone();
    let (ana, hers) = (house.ana.id, house.ana.room());
    let admitted = items(&format!("/audit?room={hers}&actor={ana}&action=admitted")).await;
    assert_eq!(admitted.len(), 1);
    let sam = text(&admitted[0]["admission_id"]);
    assert_eq!(items(&format!("/audit?admission={sam}")).await, items(&format!("/admissions/{sam}/timeline")).await);
    assert_eq!(items(&format!("/audit?room_id={hers}")).await, items(&format!("/audit?room={hers}")).await);
    assert_eq!(items("/audit?actor=guest&limit=1").await.len(), 1);
    assert_eq!(items("/audit?to=2020-01-01").await.len(), 0);
    for (wrong, field) in [("actor=Ana", "actor"), ("from=then", "from"), ("room=x", "room"), ("format=csv", "format")]
    {
        program.get(&format!("/audit?{wrong}")).await.names(field);
    }
    let head = program.get("/audit/head").await.expect(200);
    let last = &items("/audit?limit=200").await;
    assert_eq!((&head["sequence"], &head["hash"]), (&last.last().unwrap()["sequence"], &last.last().unwrap()["hash"]));
    let hers_only = house.server.key("Hers", Some(Email::parse(&house.ana.email).unwrap())).await;
    hers_only.get("/audit/head").await.expect(404);
    hers_only.get(&format!("/audit?room={}", house.ben.room())).await.expect(404);
    let all: Value = hers_only.get("/audit/export").await.json();
    assert!(all.as_array().unwrap().iter().all(|entry| entry["room_id"] == hers.to_string()), "{all}");
}

/// Cells of a file by RFC 4180.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "the last line ends");
    rows
}

#[tokio::test]
async fn files_hold_every_entry_once_the_same_in_both_kinds_and_no_formula() {
    let mut house = House::of_two_rooms().await;
    for number in 0..1100 {
        house.server.invite(&house.ana, house.ana.room(), &format!("No {number}")).await;
    }
    let csv = house.admin.browser.get("/admin/audit/export?format=csv").await;
    assert_eq!(csv.header("content-type"), Some("text/csv; charset=utf-8"));
    assert!(csv.header("content-disposition").unwrap().starts_with("attachment; filename=\"anteroom-log-"));
    let rows = cells(&csv.body);
    let json = house.admin.browser.get("/admin/audit/export?format=json").await.json();
    let entries = json.as_array().unwrap();
    let head = house.server.moderation.store.audit_head().unwrap();
    assert!(entries.len() > 1100 && i64::try_from(entries.len()).unwrap() == head.sequence);
    assert_eq!(rows.len(), entries.len() + 1);
    let columns = &rows[0];
    for (row, entry) in rows[1..].iter().zip(entries) {
        for (column, cell) in columns.iter().zip(row) {
            let said = match &entry[column.as_str()] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert!(cell == &said || cell == &format!("'{said}"), "{column}: {cell} {said}");
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    let guest = columns.iter().position(|column| column == "guest").unwrap();
    assert!(rows.iter().any(|row| row[guest] == "'=Kim, \"K\""));
    assert_eq!(entries.last().unwrap()["hash"], head.hash.to_string());
}

#[tokio::test]
async fn the_command_exports_the_same_without_writing() {
    let house = House::of_two_rooms().await;
    let file = house.server.folder.path().join("anteroom.db");
    let export = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
        command.env_clear().args(["audit", "export", "--database"]).arg(&file).args(arguments).output().unwrap()
    };
    let all = export(&["--format", "json"]);
    let all: Value = serde_json::from_slice(&all.stdout).unwrap();
    let program = house.server.admin_program("All").await;
    let mut by_api = program.get("/audit/export?format=json").await.json();
    let entries = all.as_array().unwrap().len();
    assert!(by_api.as_array().unwrap().len() > entries && entries >= 14, "{entries}");
    by_api.as_array_mut().unwrap().truncate(entries);
    assert_eq!(all, by_api, "but for what happened in between: the key, and a job that looks who has gone");
    let room = house.ben.room().to_string();
    let csv = export(&["--format", "csv", "--room", &room, "--action", "denied", "--from", "2020-01-01"]);
    assert_eq!(cells(&String::from_utf8(csv.stdout).unwrap()).len(), 2);
    for (arguments, word) in [
        (&["--format", "xml"][..], "format"),
        (&[], "--format"),
        (&["--format", "csv", "--actor", "Ana"], "actor"),
        (&["--format", "csv", "--to", "soon"], "to"),
    ] {
        let refused = export(arguments);
        let line = String::from_utf8(refused.stderr).unwrap();
        assert_eq!((refused.status.code(), refused.stdout.len(), line.lines().count()), (Some(2), 0, 1), "{line}");
        assert!(line.contains(word), "{line}");
    }
}

#[tokio::test]
async fn entries_of_one_moment_turn_up_once_on_pages_in_both_directions() {
    let house = House::of_two_rooms().await;
    let mut ana = house.ana.clone();
    for number in 0..230 {
        house.server.invite(&ana, ana.room(), &format!("No {number}")).await;
    }
    let path = format!("/host/rooms/{}/audit?action=invite_created", ana.room());
    let (mut seen, mut addresses, mut next) = (Vec::new(), Vec::new(), Some(path));
    while let Some(address) = next {
        let page = ana.browser.get(&address).await;
        seen.push(sentences(&page));
        next = page.attribute("a[rel=next]", "href");
        addresses.push(page.attribute("a[rel=prev]", "href"));
    }
    assert_eq!(seen.iter().map(Vec::len).collect::<Vec<_>>(), [100, 100, 31]);
    let mut all = seen.concat();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 231, "each once");
    let back = ana.browser.get(addresses[2].as_ref().unwrap()).await;
    assert_eq!(sentences(&back), seen[1]);
    let first = ana.browser.get(&back.attribute("a[rel=prev]", "href").unwrap()).await;
    assert_eq!(sentences(&first), seen[0]);
}
