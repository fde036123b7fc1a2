//! Requests that the server itself sends to addresses that people typed: TLS verified, no redirects, ten seconds, little
//! read of the answer, and only to addresses that are allowed, checked after the name was resolved. The connection goes
//! to exactly the address that was checked.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::redirect::Policy;
use url::{Host, Url};

mod addresses;

pub use addresses::Allowed;

/// From the first byte to the last.
const TIME: Duration = Duration::from_secs(10);
const CONNECT_TIME: Duration = Duration::from_secs(5);
/// An answer longer than this was not meant for us.
const MOST_READ: usize = 64 * 1024;

/// Sends. Clones share connections.
#[derive(Clone, Debug)]
pub struct Outgoing {
    client: Option<reqwest::Client>,
    allowed: Allowed,
}

/// Why an address cannot be used. Each is a clear word to whoever typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressProblem {
    #[error("is not an address such as https://example.org/hook")]
    NotAnUrl,
    #[error("must begin with https://")]
    NotHttps,
    #[error("must not hold a name and password")]
    Credentials,
    #[error("must not have a part after #")]
    Fragment,
    #[error("is longer than 500 characters")]
    TooLong,
    #[error("is a private address of this server's network")]
    Private,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub status: u16,
    /// How long the other side asks us to wait.
    pub retry_after: Option<Duration>,
}

/// No answer came; the text is for an admin and holds nothing of the address's secret parts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NoAnswer(pub String);

impl Outgoing {
    /// To public addresses and to those in the list.
    pub fn new(allowed: Allowed) -> Self {
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .timeout(TIME)
            .connect_timeout(CONNECT_TIME)
            .no_proxy()
            .user_agent(concat!("Anteroom/", env!("CARGO_PKG_VERSION")))
            .dns_resolver(Checked(allowed.clone()))
            .build();
        let client = client.map_err(|error| tracing::error!(%error, "no request can be sent to other systems")).ok();
        Self { client, allowed }
    }

    /// An address as somebody typed it.
    ///
    /// # Errors
    /// Says what is wrong with it. A name is looked up only when something is sent.
    pub fn parse(&self, typed: &str) -> Result<Url, AddressProblem> {
        if typed.len() > 500 {
            return Err(AddressProblem::TooLong);
        }
        let url = Url::parse(typed.trim()).map_err(|_| AddressProblem::NotAnUrl)?;
        let address = match url.host() {
            Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
            Some(Host::Domain(name)) if !name.is_empty() => None,
            _ => return Err(AddressProblem::NotAnUrl),
        };
        let listed = address.is_some_and(|address| self.allowed.lists(address));
        match url.scheme() {
            "https" => {}
            "http" if listed => {}
            _ => return Err(AddressProblem::NotHttps),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressProblem::Credentials);
        }
        if url.fragment().is_some() {
            return Err(AddressProblem::Fragment);
        }
        // What is written as a number needs no resolver, which would check it.
        match address {
            Some(address) if !self.allowed.allows(address) => Err(AddressProblem::Private),
            _ => Ok(url),
        }
    }

    /// Posts a body and answers the status. Whatever else is said is read to a limit and dropped.
    ///
    /// # Errors
    /// When no answer came, or the address is not allowed (any more).
    pub async fn post(&self, url: &str, headers: HeaderMap, body: String) -> Result<Answered, NoAnswer> {
        let url = self.parse(url).map_err(|problem| NoAnswer(format!("the address {problem}")))?;
        let client = self.client.as_ref().ok_or_else(|| NoAnswer("no request can be sent".to_owned()))?;
        let mut answer = client.post(url).headers(headers).body(body).send().await.map_err(no_answer)?;
        let after = answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
        let answered = Answered { status: answer.status().as_u16(), retry_after: after.map(Duration::from_secs) };
        let mut read = 0;
        while let Some(chunk) = answer.chunk().await.map_err(no_answer)? {
            read += chunk.len();
            if read > MOST_READ {
                return Err(NoAnswer("the answer is longer than 64 KiB".to_owned()));
            }
        }
        Ok(answered)
    }
}

impl Default for Outgoing {
    fn default() -> Self {
        Self::new(Allowed::default())
    }
}

/// In plain words; the library's own would repeat the address.
fn no_answer(error: reqwest::Error) -> NoAnswer {
    let error = error.without_url();
    let refused = std::iter::successors(std::error::Error::source(&error), |cause| cause.source())
        .find_map(|cause| cause.downcast_ref::<NotAllowed>());
    NoAnswer(match refused {
        Some(refused) => refused.to_string(),
        None if error.is_timeout() => "no answer within 10 seconds".to_owned(),
        None if error.is_connect() => "no connection".to_owned(),
        None => "the connection broke off".to_owned(),
    })
}

#[derive(Clone, Copy, Debug, thiserror::Error)]
enum NotAllowed {
    #[error("the name leads to a private address of this server's network")]
    Private,
    #[error("the name leads nowhere")]
    Nowhere,
}

/// Resolves names, and gives only what is allowed: one private address among several refuses them all.
#[derive(Clone, Debug)]
struct Checked(Allowed);

impl Resolve for Checked {
    fn resolve(&self, name: Name) -> Resolving {
        let allowed = self.0.clone();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await.map_err(|_| NotAllowed::Nowhere)?;
            let found: Vec<SocketAddr> = found.collect();
            if found.iter().any(|address| !allowed.allows(address.ip())) {
                return Err(NotAllowed::Private.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_and_public_however_it_is_written() {
        let outgoing = Outgoing::default();
        assert_eq!(outgoing.parse("https://example.org/hook?a=1").unwrap().as_str(), "https://example.org/hook?a=1");
        for (typed, problem) in [
            ("", AddressProblem::NotAnUrl),
            ("example.org", AddressProblem::NotAnUrl),
            ("https://", AddressProblem::NotAnUrl),
            ("http://example.org/", AddressProblem::NotHttps),
            ("ftp://example.org/", AddressProblem::NotHttps),
            ("file:///etc/passwd", AddressProblem::NotAnUrl),
            ("https://ana:secret@example.org/", AddressProblem::Credentials),
            ("https://example.org/#a", AddressProblem::Fragment),
            ("https://127.0.0.1/", AddressProblem::Private),
            ("https://2130706433/", AddressProblem::Private),
            ("https://0x7f000001/", AddressProblem::Private),
            ("https://0177.0.0.1/", AddressProblem::Private),
            ("https://127.1/", AddressProblem::Private),
            ("https://①②⑦.0.0.1/", AddressProblem::Private),
            ("https://169.254.169.254/latest/meta-data", AddressProblem::Private),
            ("https://[::1]/", AddressProblem::Private),
            ("https://[::ffff:7f00:1]/", AddressProblem::Private),
            ("https://[64:ff9b::a00:1]/", AddressProblem::Private),
        ] {
            assert_eq!(outgoing.parse(typed), Err(problem), "{typed}");
        }
        let long = format!("https://example.org/{}", "a".repeat(500));
        assert_eq!(outgoing.parse(&long), Err(AddressProblem::TooLong));
    }

    #[tokio::test]
    async fn a_name_that_leads_to_a_private_address_gets_nothing() {
        let outgoing = Outgoing::default();
        let refused = outgoing.post("https://localhost:1/", HeaderMap::new(), String::new()).await.unwrap_err();
        assert_eq!(refused.0, "the name leads to a private address of this server's network");
    }
}
