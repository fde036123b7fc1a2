//! One exchange with the platform's HTTP API: signed, bounded in time and size, never redirected, and either what was
//! expected or a typed problem.

use std::time::Duration;

use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{ACCEPT, CONTENT_TYPE, DATE, HeaderMap, HeaderValue, RETRY_AFTER};
use reqwest::{Method, StatusCode, redirect};
use url::Url;

use super::account::Account;
use super::problem::Problem;
use crate::clock::Clock;
use crate::config::VideoApiSettings;

/// The most that is read of an answer, in bytes.
pub(super) const MOST: usize = 64 * 1024;
/// The same of a list: a session can have thousands of connections.
pub(super) const MOST_OF_A_LIST: usize = 1024 * 1024;
/// How long connecting may take, if the whole call may take longer.
const CONNECT: Duration = Duration::from_secs(5);
/// Before the second try of a call that is safe to repeat.
const PAUSE: Duration = Duration::from_millis(250);

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
    /// A longer answer makes no sense, in bytes.
    pub most: usize,
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
    pub fn new(account: Account, settings: &VideoApiSettings, clock: Clock) -> Result<Self, Problem> {
        let http = reqwest::Client::builder()
            .timeout(settings.timeout)
            .connect_timeout(CONNECT.min(settings.timeout))
            .redirect(redirect::Policy::none())
            .user_agent(concat!("anteroom/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| Problem::Unavailable(format!("no TLS client can be made: {error}")))?;
        let base = settings.url.clone().map_or_else(|| Url::parse(account.home()), Ok);
        let base = base.ok().filter(|base| !base.cannot_be_a_base());
        Ok(Self { http, base: base.ok_or(Problem::Nonsense("its address is no address"))?, account, clock })
    }

    /// Where calls go.
    pub fn base(&self) -> &Url {
        &self.base
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

    /// Whether the platform takes our signature, and how far this machine's clock is ahead of the platform's.
    pub(super) async fn probe(&self, call: &Call) -> Result<Option<SignedDuration>, Problem> {
        let response = self.send(call).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        // That it knows no such session shows that it looked for one.
        match status.as_u16() {
            200..=299 | 400 | 404 => Ok(date_of(&headers).map(|theirs| self.clock.now().duration_since(theirs))),
            _ => Err(self.problem(status, &headers)),
        }
    }

    async fn exchange(&self, call: &Call) -> Result<Reply, Problem> {
        let response = self.send(call).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        if status.is_success() {
            return Ok(Reply { status, body: read(response, call.most).await? });
        }
        Err(self.problem(status, &headers))
    }

    async fn send(&self, call: &Call) -> Result<reqwest::Response, Problem> {
        let now = self.clock.now();
        let (name, signature) =
            self.account.sign(now).map_err(|error| Problem::Settings { status: None, hint: error.to_string() })?;
        let mut request = self.http.request(call.method.clone(), self.address(&call.path)).header(name, signature);
        request = request.header(ACCEPT, HeaderValue::from_static("application/json"));
        request = match &call.body {
            Body::None => request,
            Body::Form(form) => request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(form.clone()),
            Body::Json(json) => request.header(CONTENT_TYPE, "application/json").body(json.clone()),
        };
        request.send().await.map_err(|error| Problem::of_exchange(&error))
    }

    fn problem(&self, status: StatusCode, headers: &HeaderMap) -> Problem {
        let retry_after = headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        let retry_after = retry_after.and_then(|text| text.trim().parse().ok()).map(Duration::from_secs);
        match status.as_u16() {
            code @ (401 | 403) => {
                Problem::of_signature(code, self.account.what_to_check(), self.clock.now(), date_of(headers))
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

/// When the platform answered, by its own clock.
fn date_of(headers: &HeaderMap) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(headers.get(DATE)?.to_str().ok()?).ok()
}

/// The body, as long as it is not too long.
async fn read(mut response: reqwest::Response, most: usize) -> Result<Vec<u8>, Problem> {
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|error| Problem::of_exchange(&error))? {
        if body.len() + part.len() > most {
            return Err(Problem::Nonsense("much too long"));
        }
        body.extend_from_slice(&part);
    }
    Ok(body)
}
