//! `/metrics`, on a port of its own: what Prometheus reads. It is never served to visitors.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::metrics::{Process, Reading};
use crate::moderation::Moderation;
use crate::web::sse;

/// The text of OpenMetrics; 503 when the database cannot be read.
pub async fn show(moderation: Data<Moderation>) -> HttpResponse {
    let figures = match moderation.store.figures() {
        Ok(figures) => figures,
        Err(error) => {
            tracing::warn!(%error, "no figures");
            return HttpResponse::ServiceUnavailable().finish();
        }
    };
    let age = figures.oldest_enforcement.map(|since| moderation.clock.now().duration_since(since).as_secs_f64());
    let reading = Reading {
        waiting: figures.waiting,
        held: figures.held,
        admitted: figures.admitted,
        streams: sse::open_streams(),
        enforcements: figures.enforcements,
        oldest_enforcement: age.unwrap_or_default(),
        deliveries: figures.deliveries,
        database_bytes: figures.bytes,
        process: Process::read(),
    };
    match moderation.store.metrics().text(&reading) {
        Ok(text) => HttpResponse::Ok()
            .content_type("application/openmetrics-text; version=1.0.0; charset=utf-8")
            .insert_header(("cache-control", "no-store"))
            .body(text),
        Err(error) => {
            tracing::error!(%error, "figures could not be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}
