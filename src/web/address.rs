//! Who is at the other end. `X-Forwarded-For` is believed only from the proxies that the settings name, and only as far
//! back as the first address that is none of them.

use std::future::{Ready, ready};
use std::net::IpAddr;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use crate::web::{Site, WebError};

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The client's address, as a handler's argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

impl FromRequest for ClientAddress {
    type Error = WebError;
    type Future = Ready<Result<Self, WebError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let address = request.app_data::<Data<Site>>().and_then(|site| of(request, site));
        ready(address.map(Self).ok_or_else(|| WebError::internal("a request without an address")))
    }
}

/// None only for requests that came over no network, as in a test without a server.
pub fn of(request: &HttpRequest, site: &Site) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip().to_canonical();
    if !site.trusts(peer) {
        return Some(peer);
    }
    let named: Vec<&str> = request
        .headers()
        .get_all(FORWARDED_FOR)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    Some(behind_proxies(peer, &named, |address| site.trusts(address)))
}

/// Walks back from the nearest proxy. A proxy that wrote nonsense is the last one known.
fn behind_proxies(peer: IpAddr, named: &[&str], trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut nearest = peer;
    for text in named.iter().rev() {
        match text.trim().parse::<IpAddr>() {
            Ok(address) => nearest = address.to_canonical(),
            Err(_) => return nearest,
        }
        if !trusted(nearest) {
            return nearest;
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(named: &[&str]) -> String {
        let proxies = ["10.0.0.1", "10.0.0.2"].map(|text| text.parse::<IpAddr>().unwrap());
        behind_proxies(proxies[0], named, |address| proxies.contains(&address)).to_string()
    }

    #[test]
    fn the_nearest_address_that_is_no_proxy_counts() {
        assert_eq!(walk(&["203.0.113.9"]), "203.0.113.9");
        assert_eq!(walk(&["1.1.1.1", " 203.0.113.9", "10.0.0.2"]), "203.0.113.9");
        assert_eq!(walk(&["::ffff:203.0.113.9"]), "203.0.113.9");
    }

    #[test]
    fn nonsense_is_not_walked_past() {
        assert_eq!(walk(&["1.1.1.1", "unknown"]), "10.0.0.1");
        assert_eq!(walk(&["1.1.1.1", "", "10.0.0.2"]), "10.0.0.2");
        assert_eq!(walk(&[]), "10.0.0.1");
    }
}
