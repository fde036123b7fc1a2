//! Health, for whoever watches over the server: alive, and ready to serve.

use std::pin::Pin;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::web::Site;

/// Something that must work before this server should get visitors: the database, for instance.
pub trait Readiness: Send + Sync {
    /// Why not, for the log; the answer outside is only that it is not.
    fn ready(&self) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send + '_>>;
}

pub(crate) fn is_health_check(path: &str) -> bool {
    matches!(path, "/healthz" | "/readyz")
}

/// The process answers.
pub(super) async fn healthz() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// The process answers, is not about to stop, and what it needs works.
pub(super) async fn readyz(site: Data<Site>, needs: Option<Data<Vec<Arc<dyn Readiness>>>>) -> HttpResponse {
    let mut ready = !site.stopping.is_cancelled();
    for need in needs.iter().flat_map(|needs| needs.iter()) {
        if let Err(reason) = need.ready().await {
            tracing::warn!(reason, "not ready");
            ready = false;
        }
    }
    match ready {
        true => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        false => HttpResponse::ServiceUnavailable()
            .content_type("text/plain; charset=utf-8")
            .insert_header(("retry-after", "2"))
            .body("not ready\n"),
    }
}
