//! Nothing from other sites. Browsers say where a request comes from; one place believes them, so that no form needs a
//! token and no handler can forget to ask. Clients that are no browsers send neither header nor cookie and pass.

use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{COOKIE, HeaderMap, ORIGIN};

use crate::web::{Site, WebError, assets};

const FETCH_SITE: &str = "sec-fetch-site";
const FETCH_MODE: &str = "sec-fetch-mode";
const FETCH_DESTINATION: &str = "sec-fetch-dest";

pub fn check(request: &ServiceRequest, site: &Site) -> Result<(), WebError> {
    let allowed = if changes_something(request.method()) {
        may_change(request.headers(), site)
    } else {
        request.path().starts_with(assets::PREFIX) || may_read(request.method(), request.headers(), site)
    };
    if allowed { Ok(()) } else { Err(WebError::CrossSite) }
}

fn changes_something(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE)
}

fn may_change(headers: &HeaderMap, site: &Site) -> bool {
    match (one(headers, FETCH_SITE), one(headers, ORIGIN.as_str())) {
        (Said::Once("same-origin" | "none"), _) => true,
        (Said::Never, Said::Once(origin)) => site.is_own_origin(origin),
        (Said::Never, Said::Never) => !headers.contains_key(COOKIE),
        _ => false,
    }
}

/// Pages may be opened from anywhere, but never loaded into another site's page, script or image.
fn may_read(method: &Method, headers: &HeaderMap, site: &Site) -> bool {
    match (one(headers, FETCH_SITE), one(headers, ORIGIN.as_str())) {
        (Said::Once("same-origin" | "none"), _) | (Said::Never, Said::Never) => true,
        (Said::Once("same-site" | "cross-site"), _) => {
            *method == Method::GET
                && one(headers, FETCH_MODE) == Said::Once("navigate")
                && one(headers, FETCH_DESTINATION) == Said::Once("document")
        }
        (Said::Never, Said::Once(origin)) => site.is_own_origin(origin),
        _ => false,
    }
}

#[derive(PartialEq)]
enum Said<'a> {
    Never,
    Once(&'a str),
    /// More than once, or in no readable way.
    Badly,
}

fn one<'a>(headers: &'a HeaderMap, name: &str) -> Said<'a> {
    let mut values = headers.get_all(name);
    match (values.next(), values.next()) {
        (None, _) => Said::Never,
        (Some(value), None) => value.to_str().map_or(Said::Badly, Said::Once),
        (Some(_), Some(_)) => Said::Badly,
    }
}
