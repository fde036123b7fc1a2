//! Which addresses our own requests may go to. A webhook's address is typed by an admin, but the server stands where the
//! admin's browser does not: beside databases, metadata services and routers.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;

/// Public addresses, and the networks that the operator lists.
#[derive(Clone, Debug, Default)]
pub struct Allowed(pub Vec<IpNet>);

impl Allowed {
    pub fn allows(&self, address: IpAddr) -> bool {
        self.lists(address) || is_public(plain(address))
    }

    /// Whether the operator listed it: such a place may also be spoken to without TLS.
    pub fn lists(&self, address: IpAddr) -> bool {
        let address = plain(address);
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// An IPv4 address that is written as IPv6 counts as what it is.
fn plain(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => embedded(v6).map_or(address, IpAddr::V4),
    }
}

/// Mapped (`::ffff:a.b.c.d`), compatible (`::a.b.c.d`), translated (`64:ff9b::a.b.c.d`) and 6to4 (`2002:abcd::`).
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let [a, b, c, d, e, f, g, h] = address.segments();
    let from = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Ipv4Addr::new(a, b, c, d)
    };
    match [a, b, c, d, e, f] {
        [0, 0, 0, 0, 0, 0xffff] | [0, 0, 0, 0, 0xffff, 0] | [0x64, 0xff9b, 0, 0, 0, 0] => Some(from(g, h)),
        [0, 0, 0, 0, 0, 0] if g != 0 => Some(from(g, h)),
        [0x2002, high, low, ..] => Some(from(high, low)),
        _ => None,
    }
}

/// By IANA's registries of special addresses: globally reachable, and one host.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_broadcast()
                || v4.is_multicast()
                || v4.is_documentation()
                || a == 0
                || a >= 240
                || (a == 100 && (64..128).contains(&b)) // shared by carriers
                || (a == 192 && b == 0 && c == 0)       // protocol assignments
                || (a == 192 && b == 88 && c == 99)     // 6to4 relays
                || (a == 198 && (18..20).contains(&b))) // benchmarks
        }
        IpAddr::V6(v6) => {
            let [a, b, ..] = v6.segments();
            // Only 2000::/3 is given out for the world; within it, not documentation, Teredo and protocol assignments.
            (0x2000..0x4000).contains(&a) && !(a == 0x2001 && (b < 0x200 || b == 0xdb8)) && !(a == 0x3fff && b < 0x1000)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_places_are_refused_in_every_spelling() {
        let allowed = Allowed::default();
        for address in [
            "127.0.0.1",
            "127.8.9.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "3fff::1",
            "100::1",
        ] {
            assert!(!allowed.allows(address.parse().unwrap()), "{address}");
        }
        for address in ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"] {
            assert!(allowed.allows(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn what_the_operator_lists_is_allowed_and_nothing_beside_it() {
        let allowed = Allowed(vec!["10.1.0.0/16".parse().unwrap(), "::1/128".parse().unwrap()]);
        assert!(allowed.allows("10.1.2.3".parse().unwrap()) && allowed.allows("::ffff:10.1.2.3".parse().unwrap()));
        assert!(allowed.allows("::1".parse().unwrap()) && allowed.lists("10.1.0.1".parse().unwrap()));
        assert!(!allowed.allows("10.2.0.1".parse().unwrap()) && !allowed.allows("127.0.0.1".parse().unwrap()));
        assert!(!allowed.lists("1.1.1.1".parse().unwrap()));
    }
}
