//! Parameters in the address, as strictly as bodies, and lists in pages.

use std::future::{Ready, ready};
use std::str::FromStr;

use actix_web::body::BoxBody;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::web::{WebError, form, respond};

/// How many a page holds when nothing is said, and at most.
const PAGE: i64 = 50;
pub(super) const PAGE_MOST: i64 = 200;

/// A handler's parameters. Declare the struct with `#[serde(deny_unknown_fields)]`. Errors: 422 naming the parameter.
pub(super) struct StrictQuery<T>(pub T);

/// For addresses that take none.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NoParameters {}

/// For lists that take nothing else.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PageOnly {
    /// What the page before gave as `next`.
    cursor: Option<String>,
    /// How many items at most; 50 when nothing is said.
    #[schemars(range(min = 1, max = PAGE_MOST))]
    limit: Option<i64>,
}

/// Which part of a list is asked for. The cursor is what the page before gave, and what it means is ours alone.
pub(super) struct Page<C> {
    pub after: Option<C>,
    limit: i64,
}

impl PageOnly {
    pub fn page<C: FromStr>(self) -> Result<Page<C>, WebError> {
        Page::parse(self.cursor, self.limit)
    }
}

impl<C: FromStr> Page<C> {
    pub fn parse(cursor: Option<String>, limit: Option<i64>) -> Result<Self, WebError> {
        let after = cursor.map(|cursor| cursor.parse()).transpose().map_err(|_| WebError::bad_value("cursor"))?;
        match limit.unwrap_or(PAGE) {
            limit @ 1..=PAGE_MOST => Ok(Self { after, limit }),
            _ => Err(WebError::bad_value("limit")),
        }
    }
}

impl<C> Page<C> {
    /// How many rows to read: one more than is shown tells whether there is a next page.
    pub fn rows(&self) -> i64 {
        self.limit + 1
    }

    /// The answer. `cursor` is that of the last item shown.
    pub fn answer<R, T: Serialize>(
        &self,
        mut rows: Vec<R>,
        cursor: impl Fn(&R) -> String,
        shape: impl Fn(R) -> T,
    ) -> HttpResponse {
        let shown = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > shown;
        rows.truncate(shown);
        let next = rows.last().filter(|_| more).map(cursor);
        let items = rows.into_iter().map(shape).collect();
        respond::json(StatusCode::OK, &List { items, next })
    }
}

#[derive(Serialize)]
struct List<T> {
    items: Vec<T>,
    next: Option<String>,
}

impl<T: DeserializeOwned> FromRequest for StrictQuery<T> {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(form::parse(request.query_string().as_bytes()).map(Self))
    }
}

/// For what takes its arguments from the path and the body alone: 422 naming the first parameter, if there is any.
pub(super) async fn refuse_any(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    match form::parse::<NoParameters>(request.query_string().as_bytes()) {
        Ok(NoParameters {}) => next.call(request).await,
        Err(error) => Ok(request.error_response(error)),
    }
}
