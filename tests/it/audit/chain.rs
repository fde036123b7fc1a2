//! The chain as it grows: with every entry, on an upgraded file, and when what is personal is erased.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anteroom::domain::actor::Actor;
use anteroom::domain::chain::Head;
use anteroom::domain::fact::Fact;
use anteroom::store::{About, EntryFilter, Store, StoreError};
use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::Value;
use sqlx::Connection as _;

use crate::support::{Guest, Server, connection, open_invite};

/// A server on which something happened, with words and addresses in its log; its file, and how many entries there are.
pub async fn a_day() -> (Server, PathBuf, i64) {
    let server = Server::start().await;
    let ana = server.host_with_room("Ana").await;
    for name in ["Sam", "Kim", "Tom"] {
        let link = server.link(&ana, open_invite()).await;
        let guest = Guest::asks(&server, &link, name).await;
        let id = guest.admission(&server).await.id;
        let reason = format!("{name}, not today");
        ana.decides(id, "deny", &[("reason", &reason)]).await;
    }
    server.invite(&ana, ana.room(), "Sam at noon").await;
    let file = server.folder.path().join("anteroom.db");
    let entries = i64::try_from(server.acts().await.len()).unwrap();
    assert!(entries >= 12, "{entries}");
    (server, file, entries)
}

pub fn verify(file: &Path, head: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command.env_clear().args(["audit", "verify", "--database"]).arg(file);
    command.args(head.map(|head| format!("--head={head}"))).output().unwrap()
}

/// The command's verdict; its exit code must say the same.
#[track_caller]
pub fn verdict(file: &Path, head: Option<&str>) -> Value {
    let output = verify(file, head);
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    let verdict: Value = serde_json::from_str(text.strip_suffix('\n').unwrap()).unwrap();
    let code = if verdict["whole"] == true { 0 } else { 1 };
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(code), &b""[..]), "{output:?}");
    verdict
}

#[tokio::test]
async fn a_whole_log_is_said_to_be_whole_beside_the_running_server_and_its_head_counts_later() {
    let (server, file, entries) = a_day().await;
    let whole = verdict(&file, None);
    assert_eq!((&whole["entries"], &whole["whole"]), (&entries.into(), &true.into()));
    let head = whole["head"].as_str().unwrap().to_owned();
    assert_eq!(server.moderation.store.audit_head().unwrap(), head.parse::<Head>().unwrap());
    server.host("Eve").await;
    let later = verdict(&file, Some(&head));
    assert_eq!((&later["whole"], &later["entries"]), (&true.into(), &(entries + 2).into()), "made, and signed in");
    server.stop().await.unwrap();
}

#[tokio::test]
async fn erasing_what_is_personal_leaves_the_chain_whole_and_nothing_of_it_behind() {
    let (server, file, entries) = a_day().await;
    let all = server.everything().await;
    let log =
        |everything: &str| everything.split("audit\n").nth(1).unwrap().split("audit_head\n").next().unwrap().to_owned();
    for word in ["not today", "Sam at noon", "127.0.0.1"] {
        assert!(log(&all).contains(word), "{word}");
    }
    let before = verdict(&file, None);
    let later = server.moderation.clock.now() + SignedDuration::from_hours(1);
    let erased = server.moderation.store.write(move |tx| tx.erase_audit_before(later, 5)).await.unwrap();
    assert_eq!(erased, 5, "in batches");
    let rest = server.moderation.store.write(move |tx| tx.erase_audit_before(later, 1000)).await.unwrap();
    assert_eq!(i64::try_from(erased + rest).unwrap(), entries);
    let all = server.everything().await;
    for word in ["not today", "Sam at noon", "127.0.0.1"] {
        assert!(!log(&all).contains(word), "{word}");
    }
    assert_eq!(verdict(&file, before["head"].as_str()), before, "the same head: the chain does not notice");
}

#[tokio::test]
async fn a_file_of_before_the_chain_is_chained_when_it_is_opened_and_keeps_all_that_it_said() {
    let (server, file, entries) = a_day().await;
    let read = async |store: &Store| {
        let all = store.entries_after(&EntryFilter::default(), 0, 1000).await.unwrap();
        all.into_iter().map(|entry| (entry.sequence, entry.address, entry.action, entry.detail)).collect::<Vec<_>>()
    };
    let said = read(&server.moderation.store).await;
    let copy = server.folder.path().join("older.db");
    let mut source = connection(&file, false).await;
    sqlx::query("VACUUM INTO ?").bind(copy.to_str().unwrap()).execute(&mut source).await.unwrap();
    let mut older = connection(&copy, false).await;
    sqlx::raw_sql(
        "DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_only_erased;
         UPDATE audit SET detail = json_patch(detail, coalesce(said, '{}')), said = NULL, salt = NULL, personal = NULL,
             previous = NULL, hash = NULL;
         DELETE FROM audit_head;",
    )
    .execute(&mut older)
    .await
    .unwrap();
    older.close().await.unwrap();
    assert_eq!(verdict(&copy, None)["kind"], "changed", "it has no chain yet");
    let store = Store::open(&copy).unwrap();
    assert_eq!(verdict(&copy, None)["entries"], entries);
    assert_eq!(read(&store).await, said);
}

#[tokio::test]
async fn what_is_opened_to_read_writes_nothing() {
    let (_server, file, _) = a_day().await;
    let store = Store::open_to_read(&file).unwrap();
    let written = store.write(|tx| tx.erase_audit_before(jiff::Timestamp::MAX, 1)).await;
    assert!(matches!(written, Err(StoreError::Failed(_))), "{written:?}");
}

#[test]
fn what_cannot_be_checked_is_neither_whole_nor_broken() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("none.db");
    let text = folder.path().join("text.db");
    std::fs::write(&text, "Dear diary, nobody came to my door today.").unwrap();
    for (file, head, word) in [
        (&missing, None, "there is no database"),
        (&text, None, "not a database"),
        (&text, Some("7"), "--head"),
        (&text, Some("7:abc"), "--head"),
        (&text, Some("-1:0000000000000000000000000000000000000000000000000000000000000000"), "--head"),
    ] {
        let output = verify(file, head);
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len(), line.lines().count()), (Some(2), 0, 1), "{line}");
        assert!(line.contains(word), "{line}");
    }
    assert!(!missing.exists());
}

/// The program that docs/audit.md offers to those who trust no program of ours.
#[tokio::test]
async fn the_page_s_own_checker_agrees() {
    let page = include_str!("../../../docs/audit.md");
    let program = page.split("```python\n").nth(1).unwrap().split("```").next().unwrap();
    let (server, file, _) = a_day().await;
    let later = server.moderation.clock.now();
    server.moderation.store.write(move |tx| tx.erase_audit_before(later, 3)).await.unwrap();
    let check = || Command::new("python3").args(["-c", program]).arg(&file).output();
    let Ok(whole) = check() else {
        crate::faults::say("no python3 here: the page's checker was not run");
        return;
    };
    let head = server.moderation.store.audit_head().unwrap().to_string();
    assert_eq!(String::from_utf8(whole.stdout).unwrap(), format!("whole, head {head}\n"));
    let mut changed = connection(&file, false).await;
    let change = "DROP TRIGGER audit_is_never_changed; UPDATE audit SET action = 'admitted' WHERE sequence = 7;";
    sqlx::raw_sql(change).execute(&mut changed).await.unwrap();
    let broken = check().unwrap();
    assert_eq!(String::from_utf8(broken.stdout).unwrap(), "entry 7 is not as it was written\n");
    assert_eq!(broken.status.code(), Some(1));
}

#[tokio::test]
async fn pieces_that_share_a_commit_and_fail_leave_nothing_in_the_log_and_take_nothing_of_others_out_of_it() {
    let (server, file, entries) = a_day().await;
    let now = server.moderation.clock.now();
    let long_ago = now - SignedDuration::from_hours(1);
    let pieces = (0..120).map(|number| {
        let store = server.moderation.store.clone();
        async move {
            let written = store.write(move |tx| {
                tx.append_audit(&Actor::SYSTEM, now, About::default(), &Fact::AllMuted)?;
                if number % 4 < 2 {
                    // Looks at the log's table, so that what was appended has to be in it already.
                    tx.erase_audit_before(long_ago, 1)?;
                }
                tx.append_audit(&Actor::SYSTEM, now, About::default(), &Fact::Muted)?;
                match number % 3 {
                    0 => Err(StoreError::Failed("this piece does not stand".to_owned())),
                    1 if number % 5 == 0 => panic!("this one breaks off"),
                    _ => Ok(()),
                }
            });
            i64::from(written.await.is_ok())
        }
    });
    let stand: i64 = join_all(pieces).await.into_iter().sum();
    assert_eq!(stand, 72);
    let whole = verdict(&file, None);
    assert_eq!((&whole["whole"], &whole["entries"]), (&true.into(), &(entries + 2 * stand).into()));
    let acts = server.acts().await;
    let of = |act: &str| i64::try_from(acts.iter().filter(|it| *it == act).count()).unwrap();
    assert_eq!((of("all_muted"), of("muted")), (stand, stand));
    server.stop().await.unwrap();
}
