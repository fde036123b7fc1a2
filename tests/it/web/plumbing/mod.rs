//! What every request passes, tried over raw HTTP against the real server with a few routes of the tests' own.

mod bodies;
mod errors;
mod gate;
mod static_files;
mod streams;

use actix_web::HttpResponse;
use actix_web::web::{Path, ServiceConfig, get, post, resource};
use anteroom::web::{ClientAddress, OptionalJson, StrictForm, StrictJson};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    role: Option<String>,
}

fn probes(config: &mut ServiceConfig) {
    config
        .service(
            resource("/probe")
                .route(get().to(|| async { HttpResponse::Ok().body("seen") }))
                .route(post().to(|| async { HttpResponse::Ok().body("changed") })),
        )
        .service(resource("/say/{what}").route(get().to(say)))
        .service(resource("/address").route(get().to(address)))
        .service(resource("/form").route(post().to(form)))
        .service(resource("/api/v1/json").route(post().to(json)))
        .service(resource("/api/v1/optional").route(post().to(optional)));
}

async fn say(what: Path<String>) -> String {
    what.into_inner()
}

async fn address(address: ClientAddress) -> String {
    address.0.to_string()
}

async fn form(form: StrictForm<Name>) -> String {
    form.0.name
}

async fn json(json: StrictJson<Name>) -> String {
    json.0.name
}

async fn optional(json: OptionalJson<Role>) -> String {
    json.0.role.unwrap_or_else(|| "none".to_owned())
}
