//! The addresses to advertise when none are set.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

/// The machine's own address on its default route, and 127.0.0.1 beside it (Firefox ignores loopback addresses, and a
/// machine without a network has nothing else). Sends nothing and never fails.
pub fn own() -> Vec<IpAddr> {
    let loopback = IpAddr::from(Ipv4Addr::LOCALHOST);
    match default_route() {
        Some(address) if !address.is_loopback() && !address.is_unspecified() => vec![address, loopback],
        _ => vec![loopback],
    }
}

/// Connecting a UDP socket only looks up the route; the address (one reserved for documentation) never hears of it.
fn default_route() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip())
}
