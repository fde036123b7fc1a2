//! Answers: pages, fragments, redirects after a form, and errors in the shape their reader expects.

use std::borrow::Cow;

use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, ContentType, HeaderValue, LOCATION, SET_COOKIE};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::web::{WebError, Words};

/// A whole page. Status 200.
pub fn page(template: &impl Template) -> Result<HttpResponse, WebError> {
    page_with(StatusCode::OK, template)
}

/// A whole page with another status: 422 for a form shown again, 410 for a link that ended.
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<HttpResponse, WebError> {
    let html = template.render().map_err(WebError::internal)?;
    Ok(HttpResponse::build(status).insert_header(ContentType::html()).body(html))
}

/// After a form: 303 to a path of our own. The path must start with one slash and is written by us, never by a client.
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, path)).finish()
}

/// JSON with a status.
pub fn json(status: StatusCode, value: &impl Serialize) -> HttpResponse {
    HttpResponse::build(status).json(value)
}

/// A time, always with milliseconds: `2026-11-24T09:30:00.000Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time(pub Timestamp);

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:.3}", self.0))
    }
}

impl JsonSchema for Time {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let pattern = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$";
        json_schema!({ "type": "string", "format": "date-time", "pattern": pattern })
    }
}

/// In which shape and language an answer's reader wants errors.
#[derive(Clone, Copy)]
struct Reader {
    is_program: bool,
    words: Words,
}

impl Reader {
    fn of(request: &HttpRequest) -> Self {
        let is_program = ["/api/", "/hooks/"].iter().any(|start| request.path().starts_with(start));
        Self { is_program, words: Words::of(request) }
    }
}

/// Gives errors their body: those of handlers, of extractors, and those that the framework made without one.
pub(crate) fn present_errors(answer: ServiceResponse, request_id: &str) -> ServiceResponse {
    if !answer.status().is_client_error() && !answer.status().is_server_error() {
        return answer;
    }
    let reader = Reader::of(answer.request());
    let error = answer.response().error();
    let own = error.and_then(|error| error.as_error::<WebError>());
    let presented = match own {
        Some(own) => presented(own, reader, request_id),
        None if error.is_some() || answer.response().body().size() == BodySize::Sized(0) => {
            presented(&WebError::from_status(answer.status()), reader, request_id)
        }
        // A handler's own page, a form shown again for instance.
        None => return answer,
    };
    keep_headers(answer, presented)
}

/// The new answer in the old one's place. Cookies, `Allow` and whatever else was set stay.
fn keep_headers(old: ServiceResponse, mut new: HttpResponse) -> ServiceResponse {
    for (name, value) in old.headers() {
        if name == SET_COOKIE || !new.headers().contains_key(name) {
            new.headers_mut().append(name.clone(), value.clone());
        }
    }
    old.into_response(new)
}

fn presented(error: &WebError, reader: Reader, request_id: &str) -> HttpResponse {
    error.log(request_id);
    let status = actix_web::ResponseError::status_code(error);
    let mut answer = match (reader.is_program, error) {
        (true, _) => problem(status, error, reader.words, request_id),
        (false, WebError::SignInNeeded | WebError::ConfirmationNeeded | WebError::SecondFactorNeeded) => {
            HttpResponse::SeeOther().finish()
        }
        (false, _) => error_page(status, error, reader.words),
    };
    error.add_headers(answer.headers_mut(), reader.is_program);
    answer
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    words: Words,
    title: String,
    sentence: String,
}

fn error_page(status: StatusCode, error: &WebError, words: Words) -> HttpResponse {
    let template = ErrorPage { words, title: error.title(words), sentence: error.sentence(words) };
    page_with(status, &template).unwrap_or_else(|_| HttpResponse::new(status))
}

/// RFC 9457. `type` names the situation and stays the same in every language.
fn problem(status: StatusCode, error: &WebError, words: Words, request_id: &str) -> HttpResponse {
    let situation = error.key().trim_start_matches("error-");
    let mut members: Map<String, Value> = match error {
        WebError::Refused(refusal) => refusal.members.clone(),
        WebError::BadValue { field, .. } => Map::from_iter([("field".to_owned(), Value::from(field.as_str()))]),
        _ => Map::new(),
    };
    members.insert("type".to_owned(), format!("urn:anteroom:problem:{situation}").into());
    members.insert("title".to_owned(), error.title(words).into());
    members.insert("status".to_owned(), status.as_u16().into());
    members.insert("detail".to_owned(), error.sentence(words).into());
    members.insert("request_id".to_owned(), request_id.into());
    let mut answer = HttpResponse::build(status).json(members);
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    answer
}
