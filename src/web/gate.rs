//! What every request passes, in order: whose name is asked for, what the address holds, where it comes from; then the
//! handler; then errors become pages or problem documents, and every answer gets its headers and its line in the log.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage};

use crate::moderation::Moderation;
use crate::random;
use crate::telemetry::AnsweredRequest;
use crate::web::{Site, WebError, body_deadline, headers, host_name, origin, path, respond};

/// The request's own id, in its log line and in the header `x-request-id`.
#[derive(Clone)]
pub struct RequestId(pub String);

pub async fn pass(mut request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, Error> {
    let started = Instant::now();
    let Some(site) = request.app_data::<Data<Site>>().cloned() else {
        return Ok(request.error_response(WebError::internal("the gate stands without a site")));
    };
    let id = request_id();
    request.extensions_mut().insert(RequestId(id.clone()));
    let body = body_deadline::watch(&mut request);
    let answer = match check(&request, &site) {
        Ok(()) => next.call(request).await?,
        Err(error) => request.error_response(error),
    };
    let mut answer = respond::present_errors(answer, &id);
    headers::add(&mut answer, &site, &id);
    log(&answer, &id, started);
    Ok(body_deadline::hold_unread(answer, body))
}

fn check(request: &ServiceRequest, site: &Site) -> Result<(), WebError> {
    host_name::check(request, site)?;
    path::check(request)?;
    origin::check(request, site)
}

/// It has to be another one for each request, not a secret: counted up from where this process happened to begin.
fn request_id() -> String {
    static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| AtomicU64::new(u64::from_be_bytes(random::bytes())));
    format!("{:016x}", NEXT.fetch_add(1, Ordering::Relaxed))
}

fn log(answer: &ServiceResponse, id: &str, started: Instant) {
    let request = answer.request();
    let pattern = request.match_pattern();
    let route = pattern.as_deref().unwrap_or("none");
    if let Some(moderation) = request.app_data::<Data<Moderation>>() {
        moderation.store.metrics().answered(route, answer.status().as_u16(), started.elapsed());
    }
    AnsweredRequest {
        id,
        method: request.method().as_str(),
        route,
        status: answer.status().as_u16(),
        took: started.elapsed(),
    }
    .log();
}
