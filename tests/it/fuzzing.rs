//! Random input on stable Rust, through the same functions as the fuzzer (`fuzz/`): the kept corpora changed at random,
//! and bytes and texts of every kind. `ANTEROOM_FUZZ_RUNS` says how many inputs each function gets; docs/faults.md has
//! the figures of long runs.

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

#[path = "../../fuzz/entries.rs"]
mod entries;

fn runs() -> u32 {
    std::env::var("ANTEROOM_FUZZ_RUNS").map_or(2_000, |runs| runs.parse().unwrap())
}

/// The inputs that are kept for this function.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// One change: where (as a share of the length), what, and with which byte.
type Edit = (u16, u8, u8);

fn changed(mut bytes: Vec<u8>, edits: &[Edit]) -> Vec<u8> {
    for (place, kind, byte) in edits {
        let at = usize::from(*place) * bytes.len() / usize::from(u16::MAX);
        let inside = at < bytes.len();
        match kind % 6 {
            0 if inside => bytes[at] = *byte,
            1 if inside => bytes[at] ^= 1 << (byte % 8),
            2 if inside => drop(bytes.remove(at)),
            3 => bytes.truncate(at),
            4 => {
                let piece = bytes[at..bytes.len().min(at + usize::from(*byte))].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => bytes.insert(at, *byte),
        }
    }
    bytes
}

fn input(kept: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let edited =
        (0..kept.len(), vec(any::<Edit>(), 0..6)).prop_map(move |(at, edits)| changed(kept[at].clone(), &edits));
    prop_oneof![
        6 => edited,
        2 => any::<String>().prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 0..300),
    ]
}

#[track_caller]
fn holds(name: &str) {
    let (_, entry) = entries::ALL.iter().find(|(known, _)| *known == name).unwrap();
    let kept = corpus(name);
    kept.iter().for_each(|bytes| entry(bytes));
    let config = ProptestConfig { cases: runs(), failure_persistence: None, ..ProptestConfig::default() };
    let done = TestRunner::new(config).run(&input(kept), |bytes| {
        entry(&bytes);
        Ok(())
    });
    done.unwrap_or_else(|failure| panic!("{name}: {failure}"));
}

#[test]
fn no_token_brings_the_reader_down_or_says_more_than_it_may() {
    holds("token");
}

#[test]
fn no_session_id_is_read_as_another() {
    holds("session_id");
}

#[test]
fn no_form_or_json_is_mended_or_brings_the_reader_down() {
    holds("form");
}

#[test]
fn no_cookie_is_read_for_another() {
    holds("cookie");
}

#[test]
fn no_address_passes_with_parts_that_do_not_stand_in_it() {
    holds("invite");
}

#[test]
fn no_name_passes_that_is_not_the_same_when_parsed_again() {
    holds("name");
}

#[test]
fn no_data_makes_two_events_of_one() {
    holds("event");
}

#[test]
fn no_message_of_the_session_is_more_than_its_name_says() {
    holds("message");
}

#[test]
fn every_function_has_a_target_for_the_fuzzer_and_a_corpus() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let mut targets: Vec<String> = fs::read_dir(root.join("fuzz_targets"))
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut names: Vec<&str> = entries::ALL.iter().map(|(name, _)| *name).collect();
    targets.sort();
    names.sort_unstable();
    assert_eq!(targets, names);
    for name in names {
        let target = fs::read_to_string(root.join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(target.contains(&format!("entries::{name}(")), "{name}");
        assert!(manifest.contains(&format!("\"fuzz_targets/{name}.rs\"")), "{name}");
        assert!(corpus(name).len() >= 3, "{name}");
    }
}
