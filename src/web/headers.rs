//! Security headers on every answer. A page that needs more, as the call does, says so with [`PageNeeds`].

use std::fmt::Write as _;

use actix_web::HttpResponse;
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};

use crate::web::Site;

const POLICY: [(&str, &str); 10] = [
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    ("connect-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
];
const POLICY_TEXT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                           media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                           frame-ancestors 'none'";
const POLICY_FOR_SHOW: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                               font-src 'self'; media-src 'none'; connect-src 'none'; form-action 'none'; \
                               base-uri 'none'; frame-ancestors 'none'";
const NO_DEVICES: &str = "camera=(), microphone=(), display-capture=(), geolocation=(), payment=(), usb=()";
const OWN_DEVICES: &str =
    "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()";
static PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
static CROSS_ORIGIN_OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
static CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const ONE_YEAR: &str = "max-age=31536000";

/// What one page needs beyond the rule. Put on an answer with [`PageNeeds::put_on`].
#[derive(Clone, Debug, Default)]
pub struct PageNeeds {
    /// Sources to add, by directive: `("connect-src", "wss://*.example.com")`.
    pub sources: Vec<(&'static str, String)>,
    /// Camera, microphone and screen.
    pub devices: bool,
    /// Its forms are for show: the browser sends none of them.
    pub forms_for_show: bool,
}

impl PageNeeds {
    pub fn devices() -> Self {
        Self { devices: true, ..Self::default() }
    }

    #[must_use]
    pub fn source(mut self, directive: &'static str, source: impl Into<String>) -> Self {
        self.sources.push((directive, source.into()));
        self
    }

    /// For a handler's answer, on its way out.
    pub fn put_on(self, mut answer: HttpResponse) -> HttpResponse {
        answer.extensions_mut().insert(self);
        answer
    }

    fn policy(&self) -> HeaderValue {
        if self.forms_for_show {
            return HeaderValue::from_static(POLICY_FOR_SHOW);
        }
        if self.sources.is_empty() {
            return HeaderValue::from_static(POLICY_TEXT);
        }
        HeaderValue::try_from(self.policy_text()).unwrap_or_else(|_| HeaderValue::from_static(POLICY_TEXT))
    }

    fn policy_text(&self) -> String {
        let mut text = String::new();
        let named = POLICY.iter().map(|(directive, _)| *directive);
        let further =
            self.sources.iter().map(|(directive, _)| *directive).filter(|it| !named.clone().any(|n| n == *it));
        let mut directives: Vec<&str> = named.clone().chain(further).collect();
        directives.dedup();
        for directive in directives {
            let own = POLICY.iter().find(|(name, _)| *name == directive).map_or("", |(_, source)| *source);
            let separator = if text.is_empty() { "" } else { "; " };
            let _ = write!(text, "{separator}{directive} {own}");
            for (_, source) in self.sources.iter().filter(|(name, _)| *name == directive) {
                let _ = write!(text, " {source}");
            }
        }
        text
    }
}

pub(crate) fn add(answer: &mut ServiceResponse, site: &Site, request_id: &str) {
    let needs = answer.response().extensions().get::<PageNeeds>().cloned().unwrap_or_default();
    let headers = answer.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, needs.policy());
    let devices = if needs.devices { OWN_DEVICES } else { NO_DEVICES };
    set(headers, &PERMISSIONS_POLICY, devices);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Not no-referrer: browsers then send `Origin: null` with our own forms.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    set(headers, &CROSS_ORIGIN_OPENER_POLICY, "same-origin");
    set(headers, &CROSS_ORIGIN_RESOURCE_POLICY, "same-origin");
    if site.public_url.is_https() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(ONE_YEAR));
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(id) = HeaderValue::from_str(request_id) {
        headers.insert(REQUEST_ID.clone(), id);
    }
}

fn set(headers: &mut HeaderMap, name: &'static HeaderName, value: &'static str) {
    headers.insert(name.clone(), HeaderValue::from_static(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_made_policy_is_the_one_that_would_be_built() {
        assert_eq!(PageNeeds::default().policy_text(), POLICY_TEXT);
    }

    #[test]
    fn a_page_can_only_add_to_the_policy() {
        let needs = PageNeeds::devices().source("connect-src", "wss://a.example").source("worker-src", "blob:");
        let policy = needs.policy_text();
        assert!(policy.contains("connect-src 'self' wss://a.example;"), "{policy}");
        assert!(policy.ends_with("frame-ancestors 'none'; worker-src  blob:"), "{policy}");
    }
}
