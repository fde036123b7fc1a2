//! The documents say what is there: files that they link to, flags and variables that they name, tests that they point
//! to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every command that has flags of its own.
const COMMANDS: &[&str] = &[
    "",
    "serve",
    "demo",
    "token create",
    "token inspect",
    "account create",
    "account list",
    "account set-role",
    "account reset-password",
    "account disable",
    "account enable",
    "api-key create",
    "session create",
    "check",
    "api-key list",
    "api-key revoke",
    "backup",
    "restore-confirm",
    "audit verify",
    "audit export",
    "rush",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All files below a folder whose names end so.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

fn documents() -> Vec<PathBuf> {
    let names = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
    names.iter().map(|name| root().join(name)).chain(files(&root().join("docs"), ".md")).collect()
}

/// The targets of Markdown links and pictures that are files here, without anchors.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    let files = targets.filter(|target| !target.contains("://") && !target.starts_with(['#', '/']));
    files.map(|target| target.split('#').next().unwrap_or_default()).collect()
}

/// Words that begin so, as far as the letters of a flag or variable go.
fn words<'a>(text: &'a str, start: &str, letter: fn(char) -> bool) -> BTreeSet<&'a str> {
    let begins = text.match_indices(start).map(|(at, _)| at);
    let whole = begins.filter(|at| !text[..*at].ends_with(|before: char| letter(before)));
    whole.map(|at| text[at..].split(|next: char| !letter(next)).next().unwrap_or_default()).collect()
}

fn flags(text: &str) -> BTreeSet<&str> {
    let mut found = words(text, "--", |letter| letter.is_ascii_lowercase() || letter == '-');
    // A dash in a table or a sentence.
    found.retain(|word| word.contains(|letter: char| letter.is_ascii_lowercase()));
    found
}

fn variables(text: &str) -> BTreeSet<&str> {
    words(text, "ANTEROOM_", |letter| letter.is_ascii_uppercase() || letter == '_')
}

fn help(command: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    let output = program.env_clear().args(command.split_whitespace()).arg("--help").output().unwrap();
    assert!(output.status.success(), "{command}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Lines of code blocks, and code within sentences.
fn code(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (number, part) in text.split("```").enumerate() {
        match number % 2 {
            0 => found.extend(part.split('`').skip(1).step_by(2)),
            _ => found.extend(part.lines().skip(1)),
        }
    }
    found
}

#[test]
fn every_file_that_a_document_links_to_is_there() {
    let mut missing = Vec::new();
    // The pictures are made by a run of the browser, all or none.
    let pictures = root().join("docs/screenshots").is_dir();
    for document in documents() {
        let text = std::fs::read_to_string(&document).unwrap();
        let folder = document.parent().unwrap();
        missing.extend(
            links(&text)
                .into_iter()
                .filter(|target| pictures || !target.contains("screenshots/"))
                .filter(|target| !folder.join(target).exists())
                .map(|target| format!("{}: {target}", document.display())),
        );
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_command_that_is_shown_has_the_flags_that_are_shown() {
    let mut wrong = Vec::new();
    let mut shown = 0;
    for document in ["README.md", "docs/operations.md", "docs/http-api.md", "docs/tokens.md", "docs/audit.md"] {
        let text = read(document);
        for line in code(&text) {
            let Some((_, call)) = line.split_once("anteroom ") else { continue };
            let call = call.split(['|', ')', '#']).next().unwrap_or_default();
            let named = COMMANDS.iter().filter(|command| call.starts_with(**command)).max_by_key(|it| it.len());
            let help = help(named.unwrap());
            let known = flags(&help);
            shown += 1;
            wrong.extend(flags(call).difference(&known).map(|flag| format!("{document}: {flag} in: {line}")));
        }
    }
    assert!(shown > 10, "the reader of this test finds commands: {shown}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn operations_names_every_setting_and_no_other() {
    let (text, help) = (read("docs/operations.md"), help("serve"));
    let of_any_command: String = COMMANDS.iter().map(|command| self::help(command)).collect();
    let mut settings = flags(&help);
    settings.remove("--help");
    assert!(settings.len() > 10, "{settings:?}");
    assert_eq!(settings.difference(&flags(&text)).next(), None, "a setting that operations does not name");
    let code: Vec<&str> = code(&text).into_iter().filter(|line| !line.starts_with("cargo ")).collect();
    let code = code.join("\n");
    assert_eq!(flags(&code).difference(&flags(&of_any_command)).next(), None, "a flag that no command has");
    // Secrets are no flags, so that no list of processes shows them.
    let secrets = [
        "ANTEROOM_VIDEO_CALLBACK_SECRET",
        "ANTEROOM_VIDEO_CALLBACK_SECRET_FILE",
        "ANTEROOM_API_KEY",
        "ANTEROOM_API_KEY_FILE",
    ];
    assert_eq!(variables(&help).into_iter().chain(secrets).collect::<BTreeSet<_>>(), variables(&text));
    assert_eq!(variables(&read("README.md")).difference(&variables(&text)).next(), None);
}

#[test]
fn every_test_that_the_threat_model_and_the_faults_point_to_is_there() {
    let sources: String = ["src", "tests"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), ".rs"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    for (document, least) in [("docs/threat-model.md", 30), ("docs/faults.md", 12)] {
        let text = read(document);
        let named: Vec<&str> = code(&text).into_iter().filter(|word| word.matches('_').count() >= 3).collect();
        assert!(named.len() > least, "{named:?}");
        let missing: Vec<&&str> = named.iter().filter(|name| !sources.contains(&format!("fn {name}("))).collect();
        assert!(missing.is_empty(), "{document}: {missing:?}");
    }
}
