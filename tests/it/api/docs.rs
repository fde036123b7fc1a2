//! Runs the examples of docs/http-api.md: every curl command there is sent as it stands, and every answer that is shown has
//! the fields that really come.

use std::collections::HashMap;

use reqwest::Method;
use serde_json::Value;

use crate::support::{Server, secret_of, text};

const PAGE: &str = include_str!("../../../docs/http-api.md");

/// A command, and the answer that is shown after it.
struct Example {
    command: String,
    shown: Option<Value>,
}

fn examples() -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for (number, block) in PAGE.split("```").enumerate().filter(|(number, _)| number % 2 == 1) {
        match block.split_once('\n').unwrap() {
            ("sh", command) => examples.push(Example { command: command.to_owned(), shown: None }),
            ("json", answer) => examples.last_mut().unwrap().shown = Some(serde_json::from_str(answer).unwrap()),
            ("", _) => {}
            (other, _) => panic!("block {number} is {other}"),
        }
    }
    examples
}

/// What a shell makes of a command: its words, without quotes, variables filled in outside single quotes.
fn words(command: &str, variables: &HashMap<&str, String>) -> Vec<String> {
    let (mut words, mut quote, mut word) = (Vec::new(), None, String::new());
    let filled = |part: &str| {
        variables.iter().fold(part.to_owned(), |text, (name, value)| text.replace(&format!("${name}"), value))
    };
    let mut part = String::new();
    for character in command.replace("\\\n", " ").trim().chars() {
        match (quote, character) {
            (None, '\'' | '"') => quote = Some(character),
            (Some(open), close) if open == close => {
                word.push_str(&if open == '\'' { part.clone() } else { filled(&part) });
                (quote, part) = (None, String::new());
            }
            (Some(_), inside) => part.push(inside),
            (None, ' ') => words.push(std::mem::take(&mut word)),
            (None, outside) => word.push(outside),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// Sends what curl would send; only the options that the page uses.
fn request(words: &[String]) -> (reqwest::RequestBuilder, bool) {
    let after = |option: &str| words.iter().position(|word| word == option).map(|at| words[at + 1].clone());
    assert!(words[0] == "curl" && (words[1] == "-sS" || words[1] == "-sSN"), "{words:?}");
    let address = words.iter().find(|word| word.starts_with("http")).unwrap();
    let body = after("--json");
    let usual = if body.is_some() { "POST" } else { "GET" };
    let method = after("-X").unwrap_or_else(|| usual.to_owned());
    let mut request = crate::support::client().request(Method::from_bytes(method.as_bytes()).unwrap(), address);
    for (at, _) in words.iter().enumerate().filter(|(_, word)| *word == "-H") {
        let (name, value) = words[at + 1].split_once(": ").unwrap();
        request = request.header(name, value);
    }
    if let Some(body) = body {
        request = request.header("content-type", "application/json").body(body);
    }
    (request, words[1] == "-sSN")
}

/// The names of all fields, however deep.
fn fields(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => {
            members.iter().flat_map(|(name, value)| [vec![name.clone()], fields(value)].concat()).collect()
        }
        Value::Array(items) => items.iter().flat_map(fields).collect(),
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn every_example_works_and_every_answer_shown_has_the_fields_that_come() {
    let server = Server::start().await;
    let key = server.program("Ana").await.bearer.unwrap();
    let mut variables = HashMap::from([("API", format!("{}/api/v1", server.origin)), ("KEY", key)]);
    let examples = examples();
    assert!(examples.len() >= 14, "the page was read");
    for Example { command, shown } in examples {
        let (request, is_stream) = request(&words(&command, &variables));
        let answer = request.send().await.unwrap();
        let expected = shown.as_ref().and_then(|shown| shown["status"].as_u64());
        let status = u64::from(answer.status().as_u16());
        assert!(expected.map_or(status < 300, |expected| status == expected), "{status}: {command}");
        let is_json = answer.headers().get("content-type").is_some_and(|kind| kind.as_bytes().ends_with(b"json"));
        if is_stream || status == 204 || !is_json {
            continue;
        }
        let answer: Value = answer.json().await.unwrap();
        if let Some(shown) = shown {
            let (mut shown, mut come) = (fields(&shown), fields(&answer));
            shown.sort();
            come.sort();
            assert_eq!(shown, come, "{command}");
        }
        for (name, value) in [
            ("ROOM", answer.get("counts").map(|_| text(&answer["id"]))),
            ("INVITE", answer.get("url").map(|_| text(&answer["id"]))),
            ("SECRET", answer.get("url").map(|_| secret_of(&answer))),
            ("ADMISSION", answer.get("ticket").map(|_| text(&answer["admission"]["id"]))),
            ("TICKET", answer.get("ticket").map(text)),
        ] {
            if let Some(value) = value {
                variables.insert(name, value);
            }
        }
    }
}
