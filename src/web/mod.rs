//! Pages, API and streams. Personas have folders of their own; this level holds what all of them stand on.
//!
//! Every request passes the [`gate`]; a handler then extracts, calls one use case and responds.

use std::net::IpAddr;
use std::sync::Arc;

use actix_web::web::{ServiceConfig, get, post, route};
use actix_web::{HttpResponse, Responder};
use ipnet::IpNet;
use tokio_util::sync::CancellationToken;

use self::routes::{At, at, read, serve};
use crate::config::PublicUrl;

pub mod admin; // accounts and the log
pub mod api; // programs
pub mod guest; // the door from outside
pub mod host; // the desk

pub mod address; // who is at the other end
pub mod assets; // static files
pub mod avatar; // initials and a colour
pub mod body; // reading what was sent, within bounds
pub mod body_deadline; // …and in time
pub mod call; // what the call pages of guests and hosts share
#[cfg(debug_assertions)]
mod design; // every component on one page, in debug builds
pub mod error; // what can go wrong, by situation
pub mod feeds; // what many streams send alike
pub mod fields; // label, help and error
pub mod figures; // for monitoring
pub mod form; // forms, strictly
pub mod frame; // around hosts' and admins' pages
pub mod gate; // the one middleware
pub mod headers; // security headers
pub mod host_name; // only our own names
pub mod identity; // cookies, and who they stand for
pub mod json; // JSON, strictly
pub mod language; // chosen at the foot of a page
pub mod limits; // rate limits by action
pub mod log_file; // a part of the log to keep
pub mod log_page; // the log as sentences
pub mod markup; // small pieces that many pages share
pub mod ops; // health
pub mod origin; // nothing from other sites
pub mod path; // no trickery in addresses
pub mod platform; // what pages need of the video platform
pub mod refusal; // what use cases refuse, as an answer
pub mod respond; // pages, fragments, redirects
pub mod routes; // addresses, and what answers there
pub mod session_socket; // the embedded session's socket
pub mod sse; // event streams
pub mod video_hook; // what the video platform tells
pub mod video_token; // as pages and programs receive it
pub mod words; // every sentence on screen

pub use address::ClientAddress;
pub use error::WebError;
pub use form::{FormBy, StrictForm};
pub use json::{OptionalJson, StrictJson};
pub use limits::{Limit, Limits};
pub use words::Words;

/// What the installation is to its visitors: its address, whom it believes, and when it stops.
pub struct Site {
    pub public_url: PublicUrl,
    pub limits: Limits,
    /// What the desks of each room are told.
    pub desks: feeds::Feeds<host::Told>,
    /// What desks showed a moment ago.
    pub kept_rows: host::KeptRows,
    /// Cancelled when the server stops: streams end themselves on it.
    pub stopping: CancellationToken,
    trusted_proxies: Vec<IpNet>,
    allowed_hosts: Vec<String>,
    allowed_origins: Vec<String>,
}

impl Site {
    pub fn new(public_url: PublicUrl, limits: Limits, trusted_proxies: Vec<IpNet>) -> Arc<Self> {
        Arc::new(Self {
            allowed_hosts: public_url.allowed_hosts(),
            allowed_origins: public_url.allowed_origins(),
            public_url,
            limits,
            desks: feeds::Feeds::default(),
            kept_rows: host::KeptRows::default(),
            stopping: CancellationToken::new(),
            trusted_proxies,
        })
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|network| network.contains(&address))
    }

    /// Whether a request whose Origin is this comes from our own pages.
    pub fn is_own_origin(&self, origin: &str) -> bool {
        self.allowed_origins.iter().any(|own| own == origin)
    }
}

pub fn routes(config: &mut ServiceConfig) {
    config.default_service(route().to(nothing_here));
    api::routes(config);
    #[cfg(debug_assertions)]
    serve(config, design::routes());
    let pages = [own_routes(), guest::routes(), host::routes(), admin::routes()];
    serve(config, pages.into_iter().flatten().collect());
}

/// What belongs to nobody in particular.
fn own_routes() -> Vec<At> {
    vec![
        at("/static/{hash}/{path:.*}", [read().to(assets::serve)]),
        at("/healthz", [read().to(ops::healthz)]),
        at("/readyz", [read().to(ops::readyz)]),
        at("/language", [post().to(language::choose)]),
        at("/vendor/{hash}/opentok.js", [get().to(platform::serve)]),
        at("/hooks/video", [post().to(video_hook::receive)]),
        at("/session/ws", [get().to(session_socket::open)]),
    ]
}

async fn nothing_here() -> impl Responder {
    HttpResponse::from_error(WebError::NotFound)
}
