//! One exchange with the platform's HTTP API: signed, bounded in time and size, never redirected, and either what was
//! expected or a typed problem.

use std::time::Duration;

use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::header::{ACCEPT, CONTENT_TYPE, DATE, HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::{Method, StatusCode, redirect};
use url::Url;

use super::account::Account;
use super::problem::Problem;
use crate::clock::Clock;

/// The most that is read of an answer, in bytes.
const MOST: usize = 64 * 1024;
/// How long connecting may take, if the whole call may take longer.
const CONNECT: Duration = Duration::from_secs(5);
/// Before the second try of a call that is safe to repeat.
const PAUSE: Duration = Duration::from_millis(250);

/// How the platform is reached.
#[derive(Clone, Debug)]
pub struct RestSettings {
    /// Another address than the environment's own, for tests.
    pub base: Option<Url>,
    /// How long one call may take in all.
    pub timeout: Duration,
}

impl Default for RestSettings {
    fn default() -> Self {
        Self { base: None, timeout: Duration::from_secs(10) }
    }
}

/// A client of the platform's API. Clones share its connections.
#[derive(Clone)]
pub struct Rest {
    http: reqwest::Client,
    base: Url,
    account: Account,
    clock: Clock,
}

/// What to ask for.
pub(super) struct Call {
    pub method: Method,
    /// Segments of the path. Each is encoded by itself.
    pub path: Vec<String>,
    pub body: Body,
    /// Whether doing it twice is the same as doing it once.
    pub repeatable: bool,
}

pub(super) enum Body {
    None,
    Form(String),
    Json(String),
}

/// An answer with a status of success.
pub(super) struct Reply {
    pub status: StatusCode,
    pub body: Vec<u8>,
}

impl Rest {
    /// # Errors
    /// When the system's certificates cannot be used, or the address is no base for paths.
    pub fn new(account: Account, settings: &RestSettings, clock: Clock) -> Result<Self, Problem> {
        let http = reqwest::Client::builder()
            .timeout(settings.timeout)
            .connect_timeout(CONNECT.min(settings.timeout))
            .redirect(redirect::Policy::none())
            .user_agent(concat!("anteroom/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| Problem::Unavailable(format!("no TLS client can be made: {error}")))?;
        let base = settings.base.clone().map_or_else(|| Url::parse(account.home()), Ok);
        let base = base.ok().filter(|base| !base.cannot_be_a_base());
        Ok(Self { http, base: base.ok_or(Problem::Nonsense("its address is no address"))?, account, clock })
    }

    pub fn account(&self) -> &Account {
        &self.account
    }

    /// Does one call. What is safe to repeat is tried a second time if the platform did not answer properly.
    ///
    /// # Errors
    /// Everything but a status of success.
    pub(super) async fn call(&self, call: &Call) -> Result<Reply, Problem> {
        let first = self.exchange(call).await;
        if !call.repeatable || !matches!(first, Err(Problem::Unavailable(_) | Problem::Nonsense(_))) {
            return first;
        }
        tokio::time::sleep(PAUSE).await;
        self.exchange(call).await
    }

    async fn exchange(&self, call: &Call) -> Result<Reply, Problem> {
        let now = self.clock.now();
        let (name, signature) =
            self.account.sign(now).map_err(|error| Problem::Settings { status: 0, hint: error.to_string() })?;
        let mut request = self.http.request(call.method.clone(), self.address(&call.path)).header(name, signature);
        request = request.header(ACCEPT, HeaderValue::from_static("application/json"));
        request = match &call.body {
            Body::None => request,
            Body::Form(form) => request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(form.clone()),
            Body::Json(json) => request.header(CONTENT_TYPE, "application/json").body(json.clone()),
        };
        let response = request.send().await.map_err(|error| Problem::of_exchange(&error))?;
        let (status, headers) = (response.status(), response.headers().clone());
        if status.is_success() {
            return Ok(Reply { status, body: read(response).await? });
        }
        Err(self.problem(status, &headers))
    }

    fn problem(&self, status: StatusCode, headers: &HeaderMap) -> Problem {
        let retry_after = headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        let retry_after = retry_after.and_then(|text| text.trim().parse().ok()).map(Duration::from_secs);
        match status.as_u16() {
            code @ (401 | 403) => {
                let date = headers.get(DATE).and_then(|value| value.to_str().ok());
                let date = date.and_then(|text| DateTimeParser::new().parse_timestamp(text).ok());
                Problem::of_signature(code, self.account.what_to_check(), self.clock.now(), date)
            }
            404 => Problem::NotFound,
            429 => Problem::Throttled { retry_after },
            503 if retry_after.is_some() => Problem::Throttled { retry_after },
            code @ (408 | 500..) => Problem::Unavailable(format!("the platform answers {code}")),
            300..=399 => Problem::Nonsense("a redirect"),
            code => Problem::Refused(code),
        }
    }

    fn address(&self, path: &[String]) -> Url {
        let mut address = self.base.clone();
        if let Ok(mut segments) = address.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        address
    }
}

/// The body, as long as it is not too long.
async fn read(mut response: reqwest::Response) -> Result<Vec<u8>, Problem> {
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|error| Problem::of_exchange(&error))? {
        if body.len() + part.len() > MOST {
            return Err(Problem::Nonsense("longer than 64 KiB"));
        }
        body.extend_from_slice(&part);
    }
    Ok(body)
}
