//! The description of the API, held against what really comes: every answer to a call of the API that these tests get is
//! checked, and one that is not as described fails the test that got it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{LazyLock, Mutex};

use jsonschema::Validator;
use serde_json::{Value, json};

use super::Answer;

const ROOT: &str = "/api/v1";

pub static DESCRIPTION: LazyLock<Description> = LazyLock::new(|| Description::of(anteroom::web::api::document()));

pub struct Description {
    pub document: Value,
    operations: Vec<Described>,
    /// With objects closed: an answer has no field that is not described.
    closed: Value,
    validators: Mutex<HashMap<String, &'static Validator>>,
    seen: Mutex<BTreeMap<String, BTreeSet<u16>>>,
}

/// One operation: `post`, `/rooms/{room}/invites`.
#[derive(Clone, Debug)]
pub struct Described {
    pub method: String,
    pub path: String,
    pub operation: Value,
}

impl Described {
    pub fn name(&self) -> String {
        self.operation["operationId"].as_str().unwrap().to_owned()
    }

    /// The properties of its body, with their schemas; none where it takes none.
    pub fn body(&self) -> Option<&serde_json::Map<String, Value>> {
        let schema = self.operation.pointer("/requestBody/content/application~1json/schema")?;
        Some(schema["properties"].as_object().unwrap_or_else(|| &EMPTY))
    }

    pub fn parameters(&self, place: &str) -> Vec<&Value> {
        let all = self.operation["parameters"].as_array().unwrap();
        all.iter().filter(|parameter| parameter["in"] == place).collect()
    }

    pub fn is_with(&self, credential: &str) -> bool {
        self.operation["security"][0].get(credential).is_some()
    }

    fn matches(&self, method: &str, path: &str) -> bool {
        let (mut pattern, mut given) = (self.path.split('/'), path.split('/'));
        let same = |part: &str, given: &str| part.starts_with('{') || part == given;
        let all = pattern.by_ref().zip(given.by_ref()).all(|(part, given)| same(part, given));
        all && pattern.next().is_none()
            && self.path.matches('/').count() == path.matches('/').count()
            && self.method.eq_ignore_ascii_case(method)
    }
}

static EMPTY: LazyLock<serde_json::Map<String, Value>> = LazyLock::new(serde_json::Map::new);

impl Description {
    fn of(document: Value) -> Self {
        let mut closed = document["components"].clone();
        for schema in closed["schemas"].as_object_mut().unwrap().values_mut() {
            if schema.get("properties").is_some() {
                schema["additionalProperties"] = false.into();
            }
        }
        let paths = document["paths"].as_object().unwrap();
        let operations = paths.iter().flat_map(|(path, methods)| {
            methods.as_object().unwrap().iter().map(move |(method, operation)| Described {
                method: method.to_uppercase(),
                path: path.clone(),
                operation: operation.clone(),
            })
        });
        let operations = operations.collect();
        Self { document, operations, closed, validators: Mutex::default(), seen: Mutex::default() }
    }

    pub fn operations(&self) -> &[Described] {
        &self.operations
    }

    /// What statuses this process has got from each operation.
    pub fn seen(&self, name: &str) -> BTreeSet<u16> {
        self.seen.lock().unwrap().get(name).cloned().unwrap_or_default()
    }

    /// Panics unless it is as described. What is not below the API, and no operation of it, is left alone.
    #[track_caller]
    pub fn check(&self, method: &str, target: &str, answer: &Answer) {
        let Some(path) = target.split(['?', '#']).next().and_then(|path| path.strip_prefix(ROOT)) else { return };
        // Words of the path win over ids.
        let found = self.operations.iter().filter(|operation| operation.matches(method, path));
        let Some(operation) = found.min_by_key(|operation| operation.path.matches('{').count()) else { return };
        let what = format!("{method} {path} answered {}: {}", answer.status, answer.body);
        let response = &operation.operation["responses"][answer.status.to_string()];
        assert!(response.is_object(), "an answer that is not described: {what}");
        self.seen.lock().unwrap().entry(operation.name()).or_default().insert(answer.status);
        let shared = response["$ref"].as_str().map(|target| self.document.pointer(&target[1..]).unwrap());
        let content = &shared.unwrap_or(response)["content"];
        let kind = answer.header("content-type").map(|kind| kind.split(';').next().unwrap_or_default());
        let Some(kind) = kind else {
            assert!(content.is_null(), "a body is described and none came: {what}");
            return;
        };
        assert!(content[kind].is_object(), "{kind} is not described: {what}");
        if kind.ends_with("json") {
            self.holds(&content[kind]["schema"], &answer.json());
        }
    }

    /// Panics unless the schema, which may speak of the document's others, holds of it.
    #[track_caller]
    pub fn holds(&self, schema: &Value, value: &Value) {
        let problems = self.validator(schema).iter_errors(value);
        let problems: Vec<String> = problems.map(|it| format!("{} {it}", it.instance_path())).collect();
        assert!(problems.is_empty(), "{} in {value}", problems.join("; "));
    }

    fn validator(&self, schema: &Value) -> &'static Validator {
        let mut all = self.validators.lock().unwrap();
        all.entry(schema.to_string()).or_insert_with(|| {
            let mut schema = schema.clone();
            schema["components"] = self.closed.clone();
            schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
            let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
            Box::leak(Box::new(validator))
        })
    }
}
