//! Only our own names: a request for another Host is 421. It keeps DNS rebinding out and links honest.

use actix_web::dev::ServiceRequest;
use actix_web::http::header::HOST;

use crate::web::{Site, WebError, ops};

pub fn check(request: &ServiceRequest, site: &Site) -> Result<(), WebError> {
    // Machines that watch over us know our number, not our name; these answers tell nothing.
    if ops::is_health_check(request.path()) {
        return Ok(());
    }
    let mut hosts = request.headers().get_all(HOST);
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return Err(WebError::WrongHost) };
    let asked_elsewhere = request.uri().authority().is_some_and(|authority| !is_ours(authority.as_str(), site));
    match host.to_str() {
        Ok(host) if is_ours(host, site) && !asked_elsewhere => Ok(()),
        _ => Err(WebError::WrongHost),
    }
}

fn is_ours(host: &str, site: &Site) -> bool {
    site.allowed_hosts.iter().any(|own| own.eq_ignore_ascii_case(host))
}
