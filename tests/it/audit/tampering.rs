//! Somebody with the file in their hands changes the log. Whatever they do, the check names the first entry that is not as
//! it was written.

use std::path::{Path, PathBuf};

use anteroom::domain::chain::{Hash, Link, Personal};
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection as _, Row as _};

use super::chain::{a_day, verdict};
use crate::support::{Server, connection};

/// A copy of the log in the hands of somebody who means harm.
struct Copy {
    _server: Server,
    file: PathBuf,
    entries: i64,
    /// As it was noted elsewhere before.
    head: String,
}

impl Copy {
    async fn of_a_day() -> Self {
        let (server, original, entries) = a_day().await;
        let head = server.moderation.store.audit_head().unwrap().to_string();
        let file = server.folder.path().join("copy.db");
        let mut source = connection(&original, true).await;
        sqlx::query("VACUUM INTO ?").bind(file.to_str().unwrap()).execute(&mut source).await.unwrap();
        let copy = Self { _server: server, file, entries, head };
        copy.does(
            "DROP TRIGGER audit_is_never_shortened; DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_only_erased",
        )
        .await;
        assert_eq!(copy.verdict()["whole"], true);
        copy
    }

    async fn does(&self, statements: &str) {
        let mut file = connection(&self.file, false).await;
        sqlx::raw_sql(AssertSqlSafe(statements.to_owned())).execute(&mut file).await.unwrap();
        file.close().await.unwrap();
    }

    /// The first entry of which this holds.
    async fn first(&self, which: &str) -> i64 {
        let query = format!("SELECT min(sequence) FROM audit WHERE {which}");
        let mut file = connection(&self.file, true).await;
        sqlx::query_scalar(AssertSqlSafe(query)).fetch_one(&mut file).await.unwrap()
    }

    #[track_caller]
    fn verdict(&self) -> Value {
        verdict(&self.file, None)
    }

    /// What is wrong and where.
    #[track_caller]
    fn flaw(&self) -> (String, i64) {
        flaw(&self.verdict())
    }
}

fn flaw(verdict: &Value) -> (String, i64) {
    assert_eq!(verdict["whole"], false, "{verdict}");
    (verdict["kind"].as_str().unwrap().to_owned(), verdict["entry"].as_i64().unwrap())
}

#[tokio::test]
async fn an_entry_that_was_changed_is_named_whatever_was_changed_in_it() {
    for change in [
        "at = at + 1",
        "actor_kind = 'system'",
        "actor_id = NULL",
        "actor_name = actor_name || 'x'",
        "room_id = NULL",
        "admission_id = NULL",
        "action = 'admitted'",
        "detail = replace(detail, '{', '{ ')",
        "personal = randomblob(32)",
        "previous = randomblob(32)",
        "hash = randomblob(32)",
        "hash = NULL",
        "previous = NULL",
    ] {
        let copy = Copy::of_a_day().await;
        let entry = copy.first("action = 'denied'").await;
        copy.does(&format!("UPDATE audit SET {change} WHERE sequence = {entry}")).await;
        assert_eq!(copy.flaw(), ("changed".to_owned(), entry), "{change}");
    }
}

#[tokio::test]
async fn other_addresses_and_words_than_were_written_are_named_and_erasing_only_one_of_them_too() {
    for change in ["address = '198.51.100.1'", "address = NULL", "said = '{\"reason\":\"x\"}'", "salt = NULL"] {
        let copy = Copy::of_a_day().await;
        let entry = copy.first("address IS NOT NULL AND said IS NOT NULL").await;
        copy.does(&format!("UPDATE audit SET {change} WHERE sequence = {entry}")).await;
        assert_eq!(copy.flaw(), ("personal_changed".to_owned(), entry), "{change}");
    }
}

#[tokio::test]
async fn an_entry_taken_out_is_missed() {
    for gone in [1, 6] {
        let copy = Copy::of_a_day().await;
        copy.does(&format!("DELETE FROM audit WHERE sequence = {gone}")).await;
        assert_eq!(copy.flaw(), ("missing".to_owned(), gone));
        copy.does(&format!("UPDATE audit SET sequence = sequence - 1 WHERE sequence > {gone}")).await;
        assert_eq!(copy.flaw(), ("moved".to_owned(), gone), "closing the gap does not hide it");
    }
}

#[tokio::test]
async fn entries_that_changed_places_are_named_with_their_place_of_before() {
    for (one, other) in [(5, 6), (4, 9)] {
        let copy = Copy::of_a_day().await;
        copy.does(&format!(
            "UPDATE audit SET sequence = -1 WHERE sequence = {one};
             UPDATE audit SET sequence = {one} WHERE sequence = {other};
             UPDATE audit SET sequence = {other} WHERE sequence = -1;"
        ))
        .await;
        let verdict = copy.verdict();
        assert_eq!(flaw(&verdict), ("moved".to_owned(), one));
        assert!(verdict["detail"].as_str().unwrap().contains(&format!("written as entry {other}")), "{verdict}");
    }
}

#[tokio::test]
async fn an_entry_added_between_or_at_the_end_is_named() {
    let columns = "at, actor_kind, actor_id, actor_name, room_id, admission_id, action, detail, said, salt, personal, previous, hash";
    for place in [-3, 0, 1000] {
        let copy = Copy::of_a_day().await;
        copy.does(&format!(
            "INSERT INTO audit (sequence, {columns}) SELECT {place}, {columns} FROM audit WHERE sequence = 3"
        ))
        .await;
        let expected = if place > 0 { ("missing".to_owned(), copy.entries + 1) } else { ("moved".to_owned(), place) };
        assert_eq!(copy.flaw(), expected);
    }
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_missed_by_each_of_three_witnesses() {
    let cut = "DELETE FROM audit WHERE sequence > 8;";
    let counter = "UPDATE sqlite_sequence SET seq = 8 WHERE name = 'audit';";
    let head = "UPDATE audit_head SET (sequence, hash) = (SELECT sequence, hash FROM audit WHERE sequence = 8);";
    for hidden in [String::new(), counter.to_owned(), head.to_owned()] {
        let copy = Copy::of_a_day().await;
        copy.does(&format!("{cut}{hidden}")).await;
        let verdict = copy.verdict();
        assert_eq!(flaw(&verdict), ("cut_off".to_owned(), 9), "{hidden}");
        assert!(verdict["detail"].as_str().unwrap().contains(&format!("{} were written", copy.entries)), "{verdict}");
    }
    let copy = Copy::of_a_day().await;
    copy.does(&format!("{cut}{counter}{head}")).await;
    assert_eq!(copy.verdict()["whole"], true, "nothing in the file knows better");
    assert_eq!(flaw(&verdict(&copy.file, Some(&copy.head))), ("cut_off".to_owned(), 9), "who noted the head does");
}

#[tokio::test]
async fn entries_written_after_a_cut_do_not_hide_it() {
    let (server, file, entries) = a_day().await;
    let mut connection = connection(&file, false).await;
    let cut = format!("DROP TRIGGER audit_is_never_shortened; DELETE FROM audit WHERE sequence = {entries}");
    sqlx::raw_sql(AssertSqlSafe(cut)).execute(&mut connection).await.unwrap();
    server.host("Eve").await;
    assert_eq!(flaw(&verdict(&file, None)), ("missing".to_owned(), entries));
}

#[tokio::test]
async fn a_head_that_was_lost_or_changed_is_noticed() {
    for (change, expected) in [
        ("DELETE FROM audit_head", "head_changed"),
        ("UPDATE audit_head SET hash = randomblob(32)", "head_changed"),
        ("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'", "head_changed"),
        ("DELETE FROM sqlite_sequence", "head_changed"),
        ("UPDATE audit_head SET sequence = sequence + 1", "cut_off"),
    ] {
        let copy = Copy::of_a_day().await;
        copy.does(change).await;
        assert_eq!(copy.flaw().0, expected, "{change}");
    }
}

/// Computes all hashes from an entry on anew, as somebody would who knows docs/audit.md.
async fn rewrite(file: &Path, from: i64) {
    let mut file: SqliteConnection = connection(file, false).await;
    let rows = sqlx::query("SELECT * FROM audit WHERE sequence >= ? ORDER BY sequence");
    let rows = rows.bind(from).fetch_all(&mut file).await.unwrap();
    let before = sqlx::query_scalar("SELECT hash FROM audit WHERE sequence = ?").bind(from - 1);
    let before: Vec<u8> = before.fetch_one(&mut file).await.unwrap();
    let mut previous = Hash(before.try_into().unwrap());
    for row in rows {
        let (address, said): (Option<String>, Option<String>) = (row.get("address"), row.get("said"));
        let salt = row.get::<Vec<u8>, _>("salt").try_into().unwrap();
        let personal = Personal { salt, address: address.as_deref(), said: said.as_deref() }.hash();
        let link = Link {
            sequence: row.get("sequence"),
            at: row.get("at"),
            actor_kind: row.get("actor_kind"),
            actor_id: row.get("actor_id"),
            actor_name: row.get("actor_name"),
            room_id: row.get("room_id"),
            admission_id: row.get("admission_id"),
            action: row.get("action"),
            detail: row.get("detail"),
            personal,
        };
        let hash = link.hash(&previous);
        for statement in [
            "UPDATE audit SET personal = ?, previous = ?, hash = ? WHERE sequence = ?",
            "UPDATE audit_head SET hash = ?3, sequence = ?4 WHERE ?1 <> ?2",
        ] {
            let update = sqlx::query(statement).bind(personal.0.to_vec()).bind(previous.0.to_vec());
            update.bind(hash.0.to_vec()).bind(link.sequence).execute(&mut file).await.unwrap();
        }
        previous = hash;
    }
    file.close().await.unwrap();
}

#[tokio::test]
async fn an_entry_with_a_new_hash_breaks_the_next_and_a_new_tail_differs_from_the_noted_head() {
    let copy = Copy::of_a_day().await;
    copy.does("CREATE TABLE kept AS SELECT sequence, previous, hash FROM audit WHERE sequence > 7").await;
    copy.does("UPDATE audit SET action = 'admitted', address = '198.51.100.1' WHERE sequence = 7").await;
    rewrite(&copy.file, 7).await;
    assert_eq!(copy.verdict()["whole"], true, "within the file it fits");
    assert_eq!(flaw(&verdict(&copy.file, Some(&copy.head))), ("not_the_noted".to_owned(), copy.entries));
    copy.does(
        "UPDATE audit SET (previous, hash) = (SELECT previous, hash FROM kept WHERE kept.sequence = audit.sequence)
         WHERE sequence > 7",
    )
    .await;
    assert_eq!(copy.flaw(), ("rewritten".to_owned(), 8), "only one entry was written anew");
    assert_eq!(json!(copy.entries), json!(copy.head.split(':').next().unwrap().parse::<i64>().unwrap()));
}

#[tokio::test]
async fn the_program_itself_can_neither_change_nor_shorten_the_log() {
    let (_server, file, _) = a_day().await;
    let mut connection = connection(&file, false).await;
    for statement in [
        "DELETE FROM audit WHERE sequence = 3",
        "UPDATE audit SET action = 'admitted' WHERE sequence = 3",
        "UPDATE audit SET hash = NULL",
        "UPDATE audit SET address = '198.51.100.1' WHERE sequence = 3",
        "UPDATE audit SET address = NULL WHERE sequence = 7",
    ] {
        let refused = sqlx::raw_sql(statement).execute(&mut connection).await;
        assert!(refused.is_err(), "{statement}");
    }
    assert_eq!(verdict(&file, None)["whole"], true);
}
