//! The description of all operations in OpenAPI 3.1, made from what is served. Schemas come from the types that bodies are
//! read into and answers are written from.

use actix_web::http::Method;
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::operation::{Answered, Credential, Operation, Takes};
use super::operations::Section;
use super::{ROOT, operations};

/// Where schemas are that several operations share.
const SCHEMAS: &str = "/components/schemas";

/// The statuses of refusals, and when they come. Each is one shared answer.
const REFUSALS: [(u16, &str); 15] = [
    (400, "The address or the body cannot be read at all."),
    (401, "No key or ticket, or one that does not count."),
    (403, "A rule of the house says no."),
    (404, "It does not exist, or this key may not see it: the two are the same answer."),
    (405, "Not with this method; `Allow` says which."),
    (408, "The body did not arrive in time."),
    (409, "Somebody decided otherwise before (`lost-race`), or it cannot be as things stand (`not-now`)."),
    (410, "A link or a place that is over."),
    (413, "The body is too large."),
    (415, "The body is not `application/json`."),
    (421, "Not by this host name."),
    (422, "A value that cannot be, an unknown or a repeated field or parameter; `field` names it."),
    (429, "Too many; `Retry-After` says when to try again."),
    (500, "Something went wrong here."),
    (503, "Not possible now; `Retry-After` says when to try again."),
];

/// The whole document. It is the same for everybody.
pub fn document() -> Value {
    let sections = operations::all();
    let mut schemas = Schemas::new();
    let mut paths: Map<String, Value> = Map::new();
    for operation in sections.iter().flat_map(|(tag, operations)| operations.iter().map(move |it| (tag, it))) {
        let (tag, operation) = operation;
        let methods = paths.entry(operation.path).or_insert_with(|| json!({}));
        methods[operation.method.as_str().to_lowercase()] = schemas.describe(tag, operation);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Anteroom",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "A waiting room for video sessions.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": ROOT }],
        "tags": sections.iter().map(|(name, _): &Section| json!({ "name": name })).collect::<Vec<_>>(),
        "paths": paths,
        "components": {
            "schemas": schemas.all(),
            "responses": refusals(),
            "securitySchemes": {
                "key": { "type": "http", "scheme": "bearer", "description": "An API key." },
                "ticket": { "type": "http", "scheme": "bearer", "description": "A guest's ticket." },
            },
        },
    })
}

/// The schemas of what is sent here and of what is answered: the two are not the same where a field may be left out.
struct Schemas {
    answers: SchemaGenerator,
    bodies: Map<String, Value>,
}

impl Schemas {
    fn new() -> Self {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        let answers = settings.with(|it| it.definitions_path = SCHEMAS.into()).into_generator();
        Self { answers, bodies: Map::new() }
    }

    fn all(mut self) -> Map<String, Value> {
        let mut all = std::mem::take(&mut self.bodies);
        all.extend(self.answers.take_definitions(true));
        all.insert("Problem".to_owned(), problem());
        all
    }

    fn describe(&mut self, tag: &str, operation: &Operation) -> Value {
        let mut takes = operation.takes();
        self.bodies.extend(takes.schemas.take_definitions(true));
        let mut described = json!({
            "operationId": operation.name,
            "tags": [tag],
            "summary": operation.summary,
            "parameters": parameters(operation, &takes),
            "responses": self.responses(operation, &takes),
            "security": match takes.credential {
                Credential::None => json!([]),
                Credential::Key => json!([{ "key": [] }]),
                Credential::Ticket => json!([{ "ticket": [] }]),
            },
        });
        if let Some(body) = takes.body.take() {
            let required = !takes.body_optional;
            let content = json!({ "application/json": { "schema": with_required(body, operation) } });
            described["requestBody"] = json!({ "required": required, "content": content });
        }
        described
    }

    fn responses(&mut self, operation: &Operation, takes: &Takes) -> Value {
        let mut responses = Map::new();
        for (status, response) in self.when_all_is_well(operation) {
            responses.insert(status.to_string(), response);
        }
        for status in refused_with(operation, takes) {
            let shared = json!({ "$ref": format!("#/components/responses/{status}") });
            responses.insert(status.to_string(), shared);
        }
        responses.into()
    }

    fn when_all_is_well(&mut self, operation: &Operation) -> Vec<(u16, Value)> {
        match &operation.answer {
            Answered::Nothing => vec![(204, json!({ "description": "Done." }))],
            Answered::Json { statuses, shape } => {
                let content = json!({ "application/json": { "schema": shape(&mut self.answers) } });
                let of = |status: &u16| (*status, json!({ "description": reason(*status), "content": content }));
                statuses.iter().map(of).collect()
            }
            Answered::List(shape) => {
                let schema = page_of(shape(&mut self.answers));
                let content = json!({ "application/json": { "schema": schema } });
                vec![(200, json!({ "description": "A page of the list.", "content": content }))]
            }
            Answered::Events { name, shape } => {
                let event = json!({ "event": name, "data": shape(&mut self.answers) });
                let content = json!({ "text/event-stream": { "schema": { "type": "string" }, "x-event": event } });
                let description = format!("Events named `{name}`, each with JSON as its data.");
                vec![(200, json!({ "description": description, "content": content }))]
            }
            Answered::File(shape) => {
                let json = json!({ "schema": shape(&mut self.answers) });
                let content = json!({ "application/json": json, "text/csv": { "schema": { "type": "string" } } });
                vec![(200, json!({ "description": "A file.", "content": content }))]
            }
        }
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        201 => "Made.",
        202 => "Will be done.",
        _ => "As it now is.",
    }
}

fn page_of(items: Schema) -> Value {
    json!({
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": { "type": "array", "items": items },
            "next": {
                "type": ["string", "null"],
                "description": "To be given back as `cursor`; null at the end.",
            },
        },
    })
}

fn with_required(body: Schema, operation: &Operation) -> Value {
    let mut body = body.to_value();
    if !operation.required.is_empty() {
        body["required"] = operation.required.clone().into();
    }
    if let Some(body) = body.as_object_mut() {
        // Names of types of ours, which say nothing to others.
        body.remove("title");
    }
    body
}

/// Which refusals there can be follows mostly from what is taken.
fn refused_with(operation: &Operation, takes: &Takes) -> Vec<u16> {
    let mut statuses = vec![400, 421, 422, 429, 500, 503];
    let mut also = |when: bool, more: &[u16]| {
        if when {
            statuses.extend(more);
        }
    };
    also(takes.credential != Credential::None, &[401]);
    also(operation.path.contains('{'), &[404]);
    also(takes.body.is_some(), &[408, 413, 415]);
    // A key that is still under way; and whoever comes too late.
    also(operation.method == Method::POST, &[409]);
    also(true, &operation.refusals);
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}

fn parameters(operation: &Operation, takes: &Takes) -> Vec<Value> {
    let ids = operation.path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| {
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } })
    });
    let mut all: Vec<Value> = ids.collect();
    all.extend(takes.query.as_ref().map(query).unwrap_or_default());
    if operation.repeatable {
        let least = if takes.credential == Credential::None { 16 } else { 1 };
        all.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "The same request with the same key is done once.",
            "schema": { "type": "string", "minLength": least, "maxLength": 255 },
        }));
    }
    if operation.resumable {
        all.push(json!({
            "name": "Last-Event-ID", "in": "header", "required": false,
            "description": "Goes on after this event; `0` is from the beginning.",
            "schema": { "type": "integer", "minimum": 0 },
        }));
    }
    all
}

/// The properties of what an address is read into, one by one.
fn query(schema: &Schema) -> Vec<Value> {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return Vec::new() };
    let one = |(name, property): (&String, &Value)| {
        let mut property = property.clone();
        // An address has no null.
        if let Some(kind) = property["type"].as_array().and_then(|kinds| kinds.first()).cloned() {
            property["type"] = kind;
        }
        if property["type"] == "string" && property.get("format").is_none() {
            // Control characters stand in no address.
            property["pattern"] = r"^[^\u0000-\u001f\u007f-\u009f]*$".into();
        }
        let description = property.as_object_mut().and_then(|members| {
            members.remove("default");
            members.remove("description")
        });
        let mut parameter = json!({ "name": name, "in": "query", "required": false, "schema": property });
        if let Some(description) = description {
            parameter["description"] = description;
        }
        parameter
    };
    properties.iter().map(one).collect()
}

fn refusals() -> Map<String, Value> {
    let content = json!({ "application/problem+json": { "schema": { "$ref": format!("#{SCHEMAS}/Problem") } } });
    let retry = json!({ "Retry-After": { "schema": { "type": "integer", "minimum": 1 }, "description": "Seconds." } });
    let one = |(status, when): (u16, &str)| {
        let mut refusal = json!({ "description": when, "content": content });
        if matches!(status, 429 | 503) {
            refusal["headers"] = retry.clone();
        }
        (status.to_string(), refusal)
    };
    REFUSALS.into_iter().map(one).collect()
}

/// What every refusal looks like (RFC 9457). Beside the first five, the situation says which members there are.
fn problem() -> Value {
    let text = |description: &str| json!({ "type": "string", "description": description });
    json!({
        "type": "object",
        "description": "A refusal (RFC 9457).",
        "required": ["type", "title", "status", "detail", "request_id"],
        "properties": {
            "type": {
                "type": "string", "pattern": "^urn:anteroom:problem:[a-z-]+$", "description": "Names the situation.",
            },
            "title": { "type": "string" },
            "status": { "type": "integer", "minimum": 400, "maximum": 599 },
            "detail": text("A sentence for people."),
            "request_id": text("As in the header `x-request-id` and in the server's log."),
            "field": text("422: what is wrong."),
            "reason": text("410: what is wrong with the link."),
            "opens_at": { "type": "string", "format": "date-time", "description": "410 `early`: from when on." },
            "limit": { "type": "integer", "description": "409: how many can be in the call." },
            "admission": {
                "description": "409: as it now is. Guests read their own.",
                "anyOf": [{ "$ref": format!("#{SCHEMAS}/Admission") }, { "$ref": format!("#{SCHEMAS}/OwnAdmission") }],
            },
            "decided_by": { "type": ["string", "null"], "description": "409 `lost-race`: who was first." },
            "decided_at": { "type": ["string", "null"], "format": "date-time" },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_that_an_operation_names_is_explained() {
        let known: Vec<u16> = REFUSALS.iter().map(|(status, _)| *status).collect();
        for operation in operations::all().iter().flat_map(|(_, operations)| operations) {
            for status in refused_with(operation, &operation.takes()) {
                assert!(known.contains(&status), "{} {status}", operation.name);
            }
        }
    }

    #[test]
    fn no_two_schemas_have_one_name() {
        let mut schemas = Schemas::new();
        for operation in operations::all().iter().flat_map(|(_, operations)| operations) {
            schemas.describe("", operation);
        }
        let answers = schemas.answers.take_definitions(true);
        for (name, body) in schemas.bodies {
            // A type's second schema of the same name is given a number.
            assert!(!name.ends_with(|last: char| last.is_ascii_digit()), "{name}");
            assert!(answers.get(&name).is_none_or(|answer| *answer == body), "{name}");
        }
        assert!(answers.keys().all(|name| !name.ends_with(|last: char| last.is_ascii_digit())), "{:?}", answers.keys());
    }
}
