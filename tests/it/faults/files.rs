//! Files that are no database of ours: the server says so in one line, ends, and leaves them as they are.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::say;
use crate::support::{Process, connection};

/// A database as the server leaves it, with nothing open.
fn database() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("own.db");
    Process::prints(&file, &["account", "create", "--email", "ana@example.org", "--name", "Ana", "--role", "admin"]);
    (folder, file)
}

/// It ends with a complaint of one line that names the file and says this.
#[track_caller]
fn refuses(file: &Path, words: &str) {
    let output = Process::refuses(file, 0, &[]);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert!(complaint.contains(&file.display().to_string()) && complaint.contains(words), "{complaint}");
    assert!(output.stdout.is_empty());
}

/// The same for a file with these bytes, which stay.
#[track_caller]
fn refuses_and_leaves(file: &Path, bytes: &[u8], words: &str) {
    fs::write(file, bytes).unwrap();
    refuses(file, words);
    assert!(fs::read(file).unwrap() == bytes, "the file was touched");
}

#[test]
fn what_is_no_database_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("own.db");
    refuses_and_leaves(&file, b"", "not a database");
    refuses_and_leaves(&file, b"Dear diary, today nobody waited at my door.\n", "not a database");
    refuses_and_leaves(&file, b"SQLite format 3\0 and then nothing of the kind", "");
}

#[test]
fn a_database_with_a_flipped_page_or_cut_short_is_refused_and_left_as_it_is() {
    let (_folder, file) = database();
    let whole = fs::read(&file).unwrap();
    let mut flipped = whole.clone();
    flipped[2 * 4096..3 * 4096].iter_mut().for_each(|byte| *byte = !*byte);
    refuses_and_leaves(&file, &flipped, "damaged");
    refuses_and_leaves(&file, &whole[..whole.len() / 2], "damaged");
    fs::write(&file, &whole).unwrap();
    assert_eq!(Process::prints(&file, &["account", "list"]).lines().count(), 1, "and whole it is usable");
}

#[test]
fn a_directory_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    refuses(folder.path(), "directory");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_file_that_must_not_be_written_is_refused_and_left_as_it_is() {
    let (_folder, file) = database();
    let bytes = fs::read(&file).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    if fs::File::options().append(true).open(&file).is_ok() {
        say("skipped: permissions do not stop whoever runs this test");
        return;
    }
    refuses(&file, "written");
    assert!(fs::read(&file).unwrap() == bytes, "the file was touched");
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_and_left_as_it_is() {
    let (_folder, file) = database();
    let mut ours = connection(&file, false).await;
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'tomorrow', TRUE, x'00', 1)",
    )
    .execute(&mut ours)
    .await
    .unwrap();
    sqlx::Connection::close(ours).await.unwrap();
    let bytes = fs::read(&file).unwrap();
    refuses_and_leaves(&file, &bytes, "newer version");
}
