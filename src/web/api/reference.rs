//! The description, as a document for programs and as a page for people. Both are open: they are the same everywhere and
//! tell nothing of this installation. The page is made from the document, so that it says nothing else.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Bytes;
use askama::Template;
use serde_json::{Map, Value};

use super::Answer;
use super::document::document;
use super::query::{NoParameters, StrictQuery};
use crate::web::routes::{At, at, read};
use crate::web::{WebError, Words, respond};

/// Another version may be installed at any time, and nobody reads it twice a minute.
const FOR_A_MINUTE: &str = "public, max-age=60";

static DOCUMENT: LazyLock<Value> = LazyLock::new(document);
static JSON: LazyLock<Bytes> = LazyLock::new(|| Bytes::from(DOCUMENT.to_string()));

pub(super) fn routes() -> Vec<At> {
    vec![at("/openapi.json", [read().to(json)]), at("/docs", [read().to(page)])]
}

async fn json(_: StrictQuery<NoParameters>) -> Answer {
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, "application/json")).insert_header((CACHE_CONTROL, FOR_A_MINUTE));
    Ok(answer.body(JSON.clone()))
}

async fn page(words: Words, _: StrictQuery<NoParameters>) -> Result<HttpResponse, WebError> {
    respond::page(&ReferencePage::of(&DOCUMENT, words))
}

#[derive(Template)]
#[template(path = "api/reference.html")]
struct ReferencePage<'a> {
    words: Words,
    version: &'a str,
    root: &'a str,
    sections: Vec<Section<'a>>,
    schemas: Vec<Shape<'a>>,
    refusals: Vec<(&'a str, &'a str)>,
}

struct Section<'a> {
    name: &'a str,
    operations: Vec<Described<'a>>,
}

struct Described<'a> {
    id: &'a str,
    method: String,
    path: &'a str,
    summary: &'a str,
    /// `key`, `ticket`, or empty.
    credential: &'a str,
    parameters: Vec<Field<'a>>,
    body: Vec<Field<'a>>,
    answers: Vec<Answered<'a>>,
    refusals: Vec<&'a str>,
}

struct Answered<'a> {
    status: &'a str,
    description: &'a str,
    kind: Option<Kind<'a>>,
}

/// One schema that has a name.
struct Shape<'a> {
    name: &'a str,
    description: &'a str,
    fields: Vec<Field<'a>>,
    /// Where it is one of some words: which, and what each means.
    words: Vec<(&'a str, &'a str)>,
}

struct Field<'a> {
    name: &'a str,
    kind: Kind<'a>,
    required: bool,
    /// Without the marks of code, which a page has no use for.
    description: String,
}

/// A type in words, with the schema that it speaks of.
struct Kind<'a> {
    /// With `null` or `list of` before a name.
    text: String,
    schema: Option<&'a str>,
}

impl<'a> ReferencePage<'a> {
    fn of(document: &'a Value, words: Words) -> Self {
        let tags = items(&document["tags"]).map(|tag| text(&tag["name"]));
        let section = |name| Section { name, operations: operations(document, name) };
        Self {
            words,
            version: text(&document["info"]["version"]),
            root: text(&document["servers"][0]["url"]),
            sections: tags.map(section).collect(),
            schemas: members(&document["components"]["schemas"]).map(shape).collect(),
            refusals: members(&document["components"]["responses"])
                .map(|(status, refusal)| (status.as_str(), text(&refusal["description"])))
                .collect(),
        }
    }
}

fn operations<'a>(document: &'a Value, tag: &str) -> Vec<Described<'a>> {
    let paths = members(&document["paths"]);
    let all = paths.flat_map(|(path, methods)| members(methods).map(move |(method, it)| (path, method, it)));
    all.filter(|(_, _, it)| it["tags"][0] == tag).map(|(path, method, it)| described(path, method, it)).collect()
}

fn described<'a>(path: &'a str, method: &str, operation: &'a Value) -> Described<'a> {
    let credential = operation["security"][0].as_object().and_then(|one| one.keys().next());
    let (well, refused): (Vec<_>, Vec<_>) =
        members(&operation["responses"]).partition(|(_, response)| response.get("$ref").is_none());
    Described {
        id: text(&operation["operationId"]),
        method: method.to_uppercase(),
        path,
        summary: text(&operation["summary"]),
        credential: credential.map_or("", String::as_str),
        parameters: items(&operation["parameters"]).map(parameter).collect(),
        body: fields(&operation["requestBody"]["content"]["application/json"]["schema"]),
        answers: well.into_iter().map(|(status, response)| answered(status, response)).collect(),
        refusals: refused.into_iter().map(|(status, _)| status.as_str()).collect(),
    }
}

fn answered<'a>(status: &'a str, response: &'a Value) -> Answered<'a> {
    let content = &response["content"];
    let json = &content["application/json"]["schema"];
    let event = &content["text/event-stream"]["x-event"]["data"];
    let schema = [json, event].into_iter().find(|schema| schema.is_object());
    Answered { status, description: text(&response["description"]), kind: schema.map(kind) }
}

fn parameter(parameter: &Value) -> Field<'_> {
    Field {
        name: text(&parameter["name"]),
        kind: kind(&parameter["schema"]),
        required: parameter["required"] == true,
        description: text(&parameter["description"]).replace('`', ""),
    }
}

fn fields(schema: &Value) -> Vec<Field<'_>> {
    let field = |(name, property)| Field {
        name,
        kind: kind(property),
        required: items(&schema["required"]).any(|required| required == name),
        description: text(&property["description"]).replace('`', ""),
    };
    members(&schema["properties"]).map(|(name, property)| field((name.as_str(), property))).collect()
}

fn shape<'a>((name, schema): (&'a String, &'a Value)) -> Shape<'a> {
    let one = items(&schema["oneOf"]).map(|word| (text(&word["const"]), text(&word["description"])));
    let plain = items(&schema["enum"]).map(|word| (text(word), ""));
    let mut fields = fields(schema);
    // Of what is answered, every field is always there: that is no news about each.
    if fields.iter().all(|field| field.required) {
        fields.iter_mut().for_each(|field| field.required = false);
    }
    Shape { name, description: text(&schema["description"]), fields, words: one.chain(plain).collect() }
}

/// A type as people say it.
fn kind(schema: &Value) -> Kind<'_> {
    if let Some(name) = schema["$ref"].as_str().and_then(|target| target.rsplit('/').next()) {
        return Kind { text: String::new(), schema: Some(name) };
    }
    if let Some(either) = schema["anyOf"].as_array().and_then(|either| either.first()) {
        let Kind { text, schema } = kind(either);
        return Kind { text: format!("{text} null or").trim_start().to_owned(), schema };
    }
    if schema["type"] == "array" {
        let Kind { text, schema } = kind(&schema["items"]);
        return Kind { text: format!("list of {text}").trim_end().to_owned(), schema };
    }
    if schema["properties"]["items"].is_object() {
        let Kind { text, schema } = kind(&schema["properties"]["items"]);
        return Kind { text: format!("page, {text}"), schema };
    }
    let named = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(text).collect::<Vec<_>>().join(" or "),
        kind => text(kind).to_owned(),
    };
    let allowed = items(&schema["enum"]).map(text).collect::<Vec<_>>().join(", ");
    let bounds = match (&schema["minimum"], &schema["maximum"]) {
        (Value::Number(least), Value::Number(most)) => format!(" {least} to {most}"),
        (Value::Number(least), _) if least.as_u64() != Some(0) => format!(" from {least}"),
        _ => String::new(),
    };
    let format = schema["format"].as_str().filter(|format| !format.contains("int")).unwrap_or_default();
    let known = if allowed.is_empty() { format } else { &allowed };
    let separator = if known.is_empty() { "" } else { ": " };
    Kind { text: format!("{named}{bounds}{separator}{known}"), schema: None }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}
