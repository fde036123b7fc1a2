//! The disk is full: writes are refused for now, all else goes on, and with room again everything works.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use super::{House, comes_later, say};
use crate::support::Answer;

/// A file system of a few megabytes, unmounted when the test ends.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(folder.path());
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        mounted.then_some(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Takes up all the room that is left.
    fn fill(&self) {
        let ballast = fs::File::create(self.path().join("ballast")).unwrap();
        let block = [7; 4096];
        while std::io::Write::write_all(&mut &ballast, &block).is_ok() {}
    }

    fn make_room(&self) {
        fs::remove_file(self.path().join("ballast")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.path()).status();
    }
}

#[tokio::test]
async fn on_a_full_disk_writes_are_refused_for_now_and_all_else_goes_on() {
    let Some(disk) = SmallDisk::mount() else {
        say("skipped: no small disk can be mounted here");
        return;
    };
    let house = House::open_at(tempfile::tempdir().unwrap(), disk.path().join("anteroom.db")).await;
    let ana = house.program(0);
    let id = house.guest("Sam").await;
    let mut stream = ana.watches(&format!("/rooms/{}/events", house.room), None).await;

    disk.fill();
    let refused = until_refused(&house).await;
    comes_later(&refused);
    for _ in 0..20 {
        comes_later(&ana.post(&format!("/admissions/{id}/admit"), json!({})).await);
        let admission = ana.get(&format!("/admissions/{id}")).await.expect(200);
        assert_eq!(admission["state"], "waiting", "what was refused was not done");
    }
    let ready = reqwest::get(format!("{}/readyz", house.process.origin)).await.unwrap();
    assert_eq!(ready.status(), 200);

    disk.make_room();
    ana.post(&format!("/admissions/{id}/admit"), json!({})).await.expect(200);
    loop {
        let fact = stream.next_named("fact").await.json();
        if fact["admission_id"] == id.as_str() && fact["action"] == "admitted" {
            break;
        }
    }
    house.guest("Kim").await;
    drop(house);
}

/// Asks until there is no room left for it: the log of the database has some in hand.
async fn until_refused(house: &House) -> Answer {
    for number in 0..5_000 {
        let answer = house.asks(&format!("Guest {number}")).await;
        if answer.status != 201 {
            return answer;
        }
    }
    panic!("the disk never filled up");
}
