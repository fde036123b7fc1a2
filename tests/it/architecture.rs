//! The arrows of the package, kept: `main, cli → app → web, jobs → moderation → store, video, live → domain`; clock,
//! random and config are leaves.

use std::path::{Path, PathBuf};

/// A module and what of the package it may name. Everybody may name themselves.
const MAY_USE: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    (
        "cli",
        &["app", "moderation", "store", "video", "live", "domain", "clock", "random", "config", "telemetry", "metrics"],
    ),
    (
        "app",
        &[
            "web",
            "jobs",
            "moderation",
            "store",
            "video",
            "live",
            "domain",
            "outgoing",
            "sealing",
            "clock",
            "random",
            "config",
            "telemetry",
            "metrics",
        ],
    ),
    (
        "web",
        &[
            "moderation",
            "store",
            "video",
            "live",
            "domain",
            "outgoing",
            "clock",
            "random",
            "config",
            "telemetry",
            "metrics",
        ],
    ),
    ("jobs", &["moderation", "store", "video", "live", "domain", "clock", "random", "config", "metrics"]),
    (
        "moderation",
        &["store", "video", "live", "domain", "outgoing", "sealing", "clock", "random", "config", "metrics"],
    ),
    ("store", &["domain", "clock", "random", "config", "metrics"]),
    ("video", &["domain", "clock", "random", "config"]),
    ("live", &["domain", "clock", "random", "config"]),
    ("domain", &[]),
    ("outgoing", &[]),
    ("sealing", &["random"]),
    ("telemetry", &["config"]),
    ("metrics", &[]),
    ("clock", &[]),
    ("random", &[]),
    ("config", &[]),
];

const PERSONAS: &[&str] = &["guest", "host", "admin", "api"];

/// Words that may stand in some folder only: what, where, why.
const ONLY_IN: &[(&str, &[&str], &str)] = &[
    ("rusqlite::", &["store/sql.rs", "store/mod.rs"], "one place knows the driver"),
    ("sql::", &["store/"], "all SQL is in the store"),
    ("store.write(", &["moderation/", "store/"], "only a use case begins a write"),
    ("append_audit(", &["moderation/", "store/"], "no route writes the log: only what is done does"),
    ("INTO audit ", &["store/audit.rs"], "the log is written in one place"),
    (
        "UPDATE audit ",
        &["store/audit.rs", "store/chain.rs"],
        "the log is erased and chained in one place, else never changed",
    ),
    ("DELETE FROM audit", &[], "the log is never shortened"),
    ("str0m::", &["video/local/"], "the media library stays behind the embedded session"),
    ("Timestamp::now", &["clock.rs"], "the time is an argument"),
    ("getrandom::", &["random.rs"], "randomness is an argument"),
];

/// Lines of one file; a guide, and past it somebody should have split.
const LINES: usize = 400;

struct Source {
    /// Below src/, for instance `web/gate.rs`.
    path: String,
    text: String,
}

impl Source {
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// Lines of code: comments and doc comments may speak of anything.
    fn code(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter(|line| !line.trim_start().starts_with("//"))
    }

    /// Names that follow `prefix`, as in `crate::NAME`; of a group in braces, every one.
    fn names_after(&self, prefix: &str) -> Vec<String> {
        let code: Vec<&str> = self.code().collect();
        let code = code.join(" ");
        let mut names = Vec::new();
        for rest in code.split(prefix).skip(1) {
            match rest.strip_prefix('{') {
                Some(group) => names.extend(first_names_of_group(group)),
                None => names.push(first_name(rest)),
            }
        }
        names
    }
}

fn first_name(text: &str) -> String {
    text.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

fn first_names_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut start) = (0, Vec::new(), true);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            letter if start && !letter.is_whitespace() => {
                names.push(first_name(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push(Source { path: path.strip_prefix(&root).unwrap().display().to_string(), text });
            }
        }
    }
    found
}

/// The part before a file's own tests.
fn without_tests(source: &Source) -> Source {
    let text = source.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
    Source { path: source.path.clone(), text }
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.path != "lib.rs") {
        let module = source.module();
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{}: a module that has no place in the order", source.path));
            continue;
        };
        for prefix in ["crate::", "anteroom::"] {
            for used in source.names_after(prefix) {
                let known = MAY_USE.iter().any(|(name, _)| *name == used);
                if known && used != module && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{} uses {used}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn personas_do_not_know_each_other() {
    let mut wrong = Vec::new();
    for source in sources() {
        for persona in PERSONAS.iter().filter(|persona| source.path.starts_with(&format!("web/{persona}"))) {
            let used = ["crate::web::", "super::super::"].iter().flat_map(|prefix| source.names_after(prefix));
            let others = used.filter(|used| used != persona && PERSONAS.contains(&used.as_str()));
            wrong.extend(others.map(|other| format!("{} uses web::{other}", source.path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_belongs_in_one_place_stays_there() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.path.ends_with("tests.rs")) {
        let source = without_tests(source);
        for (word, places, reason) in ONLY_IN {
            if !places.iter().any(|place| source.path.starts_with(place))
                && source.code().any(|line| line.contains(word))
            {
                wrong.push(format!("{}: {word} ({reason})", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > LINES {
            wrong.push(format!("{}: {lines} lines", source.path));
        }
        if !source.path.ends_with("tests.rs") && !source.text.trim_start().starts_with("//!") && lines > 1 {
            wrong.push(format!("{}: opens without its purpose", source.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_these_tests_finds_names_in_groups() {
    let source = Source {
        path: "web/guest/call.rs".to_owned(),
        text: "use crate::{clock::Clock, web::{Site, host}};\n// crate::jobs\nlet x = crate::store::Tx;".to_owned(),
    };
    assert_eq!(source.names_after("crate::"), ["clock", "web", "store"]);
    assert_eq!(source.module(), "web");
}
