//! The address under which browsers reach the server. Links, allowed hosts and origins, and the safety of cookies all
//! follow from it; nothing is ever built from a request's Host.

use std::net::SocketAddr;

use url::{Host, Url};

/// An http or https address without path, query or user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// `https://meet.example.org` or `http://127.0.0.1:8080`, without a slash at the end.
    origin: String,
    https: bool,
    loopback: bool,
    port: u16,
    /// As a browser writes it in Host, without a port.
    host: String,
}

impl PublicUrl {
    /// Why an address cannot be used is the error: a sentence without a subject.
    pub fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text.trim()).map_err(|error| format!("{text:?} is not an address ({error})"))?;
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        if !bare || !url.username().is_empty() || url.password().is_some() {
            return Err(format!("{text:?} must be scheme, host and port only"));
        }
        match (url.scheme(), url.host(), url.port_or_known_default()) {
            ("http" | "https", Some(host), Some(port)) => Ok(Self {
                origin: url.origin().ascii_serialization(),
                https: url.scheme() == "https",
                loopback: is_loopback(&host),
                port,
                host: host.to_string(),
            }),
            _ => Err(format!("{text:?} is neither http nor https")),
        }
    }

    /// What a server without a configured address is reached under. A server on all addresses has no name of its own
    /// but this machine's.
    pub fn of_listener(bound: SocketAddr, https: bool) -> Self {
        let host = if bound.ip().is_unspecified() { "localhost".to_owned() } else { host_of(bound) };
        let scheme = if https { "https" } else { "http" };
        let loopback = bound.ip().is_unspecified() || bound.ip().is_loopback();
        let default_port = bound.port() == if https { 443 } else { 80 };
        let port = if default_port { String::new() } else { format!(":{}", bound.port()) };
        Self { origin: format!("{scheme}://{host}{port}"), https, loopback, port: bound.port(), host }
    }

    /// `scheme://host[:port]`, as browsers write it in `Origin`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// A whole link; the path starts with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    pub fn is_https(&self) -> bool {
        self.https
    }

    /// Whether cookies can be `__Host-` and `Secure`, and pages may use camera and microphone: browsers trust https, and
    /// http on loopback.
    pub fn is_trustworthy(&self) -> bool {
        self.https || self.loopback
    }

    /// See [`is_trustworthy`](Self::is_trustworthy): whether cookies get `Secure` and the `__Host-` prefix.
    pub fn secure_cookies(&self) -> bool {
        self.is_trustworthy()
    }

    /// A cookie's full name: `__Host-` in front where browsers accept it.
    pub fn cookie_name(&self, name: &str) -> String {
        if self.secure_cookies() { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// The origins that may act on this server: its own, and on loopback its other names.
    pub fn allowed_origins(&self) -> Vec<String> {
        let scheme = if self.https { "https" } else { "http" };
        let aliases = self.host_aliases().into_iter().map(|host| match self.has_default_port() {
            true => format!("{scheme}://{host}"),
            false => format!("{scheme}://{host}:{}", self.port),
        });
        aliases.collect()
    }

    /// The values of Host that are ours, in lower case.
    pub fn allowed_hosts(&self) -> Vec<String> {
        let mut hosts: Vec<String> = self.host_aliases().iter().map(|host| format!("{host}:{}", self.port)).collect();
        if self.has_default_port() {
            hosts.extend(self.host_aliases());
        }
        hosts
    }

    fn has_default_port(&self) -> bool {
        self.port == if self.https { 443 } else { 80 }
    }

    fn host_aliases(&self) -> Vec<String> {
        let mut hosts = vec![self.host.clone()];
        if self.loopback {
            let names = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
            hosts.extend(names.into_iter().filter(|name| *name != self.host));
        }
        hosts
    }
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

fn host_of(address: SocketAddr) -> String {
    match address {
        SocketAddr::V4(v4) => v4.ip().to_string(),
        SocketAddr::V6(v6) => format!("[{}]", v6.ip()),
    }
}
