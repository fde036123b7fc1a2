//! An answer that says "done" comes after the data are on the disk: the kernel's calls of the server are watched, and
//! between two such answers there must be a finished flush of the database's log.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::json;

use super::{House, say};

/// One thing that the server did, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Did {
    Flushed,
    Answered,
}

/// What a line of the trace says. A flush counts when it has returned.
fn did(line: &str) -> Option<Did> {
    let flushed = (line.contains("fdatasync") || line.contains("fsync")) && line.trim_end().ends_with("= 0");
    if flushed {
        return Some(Did::Flushed);
    }
    let answered = line.contains("\"HTTP/1.1 200 OK") || line.contains("\"HTTP/1.1 201 Created");
    // An unfinished call may still go on while the disk works: what counts is when it began.
    answered.then_some(Did::Answered)
}

/// Watches a process until the guard is dropped; nothing where that is not allowed.
struct Trace(std::process::Child);

impl Trace {
    async fn of(process: u32, file: &Path) -> Option<Self> {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-s", "20", "-e", "trace=fsync,fdatasync,write,writev,sendto,sendmsg", "-o"]);
        let mut child = strace.arg(file).args(["-p", &process.to_string()]).stderr(Stdio::null()).spawn().ok()?;
        // It is there when it has something to write to, or it has ended because it may not.
        for _ in 0..100 {
            tokio::time::sleep(Duration::from_millis(20)).await;
            if child.try_wait().ok()?.is_some() {
                return None;
            }
            if fs::read_to_string(format!("/proc/{process}/status")).ok()?.contains("TracerPid:\t0") {
                continue;
            }
            return Some(Self(child));
        }
        None
    }
}

impl Drop for Trace {
    fn drop(&mut self) {
        // Told so, it lets go of the process and writes the rest.
        let id = rustix::process::Pid::from_child(&self.0);
        let _ = rustix::process::kill_process(id, rustix::process::Signal::INT);
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn every_answer_to_a_write_comes_after_its_flush_to_the_disk() {
    const ROUNDS: usize = 25;
    let house = House::open().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("trace");
    // The key's last use is written now and then by itself: let that be over.
    house.program(0).get("/rooms").await.expect(200);
    let Some(trace) = Trace::of(house.process.id(), &file).await else {
        say("skipped: strace is not there, or may not watch here");
        return;
    };
    for number in 0..ROUNDS {
        // One after the other, so that no flush can be another request's.
        let id = house.guest(&format!("Guest {number}")).await;
        house.program(0).post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    }
    drop(trace);
    let text = fs::read_to_string(&file).unwrap();
    let mut flushed = false;
    let mut answers = 0;
    for did in text.lines().filter_map(did) {
        match did {
            Did::Flushed => flushed = true,
            Did::Answered => {
                assert!(flushed, "answer {answers} came before the disk had it");
                (flushed, answers) = (false, answers + 1);
            }
        }
    }
    assert_eq!(answers, 2 * ROUNDS, "the trace shows every answer");
}

#[test]
fn the_reader_of_the_trace_knows_a_flush_that_has_not_returned_yet() {
    for (line, what) in [
        ("71 fdatasync(11)                     = 0", Some(Did::Flushed)),
        ("71 fdatasync(11 <unfinished ...>", None),
        ("71 <... fdatasync resumed>)           = 0", Some(Did::Flushed)),
        ("71 fdatasync(11)                     = -1 EIO (Input/output error)", None),
        ("72 sendto(9, \"HTTP/1.1 201 Created\"..., 400, MSG_NOSIGNAL, NULL, 0) = 400", Some(Did::Answered)),
        (
            "72 writev(9, [{iov_base=\"HTTP/1.1 200 OK\\r\\ncont\"..., iov_len=300}], 1 <unfinished ...>",
            Some(Did::Answered),
        ),
        ("72 sendto(9, \"HTTP/1.1 409 Conflic\"..., 400, 0, NULL, 0) = 400", None),
    ] {
        assert_eq!(did(line), what, "{line}");
    }
}
