//! JSON, strictly: the right content type, every field known and given once. Declare the struct with
//! `#[serde(deny_unknown_fields)]`; a free-form map or `Value` would let repeated fields through.

use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::web::{WebError, body};

const JSON: &str = "application/json";

/// A handler's JSON body. Errors: 400 for what is no JSON, 408, 413, 415, and 422 naming the field.
#[derive(Debug)]
pub struct StrictJson<T>(pub T);

/// The same where nothing at all means `{}`.
#[derive(Debug)]
pub struct OptionalJson<T>(pub T);

type Extracted<T> = Pin<Box<dyn Future<Output = Result<T, WebError>>>>;

impl<T: DeserializeOwned + 'static> FromRequest for StrictJson<T> {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let checked = body::has_type(request, JSON);
        let (length, limit) = (body::announced_length(request), body::limit_of(request.path()));
        let payload = payload.take();
        Box::pin(async move {
            checked?;
            parse(&body::read(length, limit, payload).await?).map(Self)
        })
    }
}

impl<T: DeserializeOwned + Default + 'static> FromRequest for OptionalJson<T> {
    type Error = WebError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let untyped = !request.headers().contains_key(CONTENT_TYPE);
        let checked = body::has_type(request, JSON);
        let (length, limit) = (body::announced_length(request), body::limit_of(request.path()));
        let payload = payload.take();
        Box::pin(async move {
            if !untyped {
                checked?;
            }
            let body = body::read(length, limit, payload).await?;
            match body.is_empty() {
                true => Ok(Self(T::default())),
                false if untyped => Err(WebError::WrongBodyType { expected: JSON }),
                false => parse(&body).map(Self),
            }
        })
    }
}

fn parse<T: DeserializeOwned>(json: &[u8]) -> Result<T, WebError> {
    let is_json = || serde_json::from_slice::<IgnoredAny>(json).is_ok();
    // A struct could be read from a list as well, whose values have no names.
    if !json.trim_ascii_start().starts_with(b"{") {
        return Err(if is_json() { WebError::bad_value("body") } else { WebError::Malformed("not JSON") });
    }
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let message = error.inner().to_string();
        // The parser calls anything but a text where a name is expected (a role, say) a mistake in the syntax.
        match is_json() {
            true => WebError::bad_value(body::wrong_field(error.path(), &message)),
            false => WebError::Malformed("not JSON"),
        }
    })?;
    deserializer.end().map_err(|_| WebError::Malformed("more than one JSON value"))?;
    Ok(value)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Admit {
        role: String,
        #[serde(default)]
        inner: Option<Inner>,
        #[serde(default)]
        #[expect(dead_code, reason = "only its parsing is tested")]
        kind: Kind,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        #[default]
        Good,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[expect(dead_code, reason = "only its parsing is tested")]
        size: u8,
    }

    #[test]
    fn whatever_is_wrong_the_field_is_named() {
        for (json, expected) in [
            (r#"{"role":"publisher","admin":true}"#, "admin"),
            (r#"{"role":"publisher","role":"moderator"}"#, "role"),
            (r#"{"role":7}"#, "role"),
            (r#"{"role":"x","kind":null}"#, "kind"),
            (r#"{}"#, "role"),
            (r#"{"role":"x","inner":{"size":300}}"#, "inner.size"),
            (r#"{"role":"x","inner":{"size":3,"more":1}}"#, "inner.more"),
            (r#"["publisher"]"#, "body"),
            (r#""text""#, "body"),
        ] {
            match parse::<Admit>(json.as_bytes()) {
                Err(WebError::BadValue { field, .. }) => assert_eq!(field, expected, "{json}"),
                Err(other) => panic!("{json}: {other:?}"),
                Ok(read) => panic!("{json} was read: {} {:?}", read.role, read.inner),
            }
        }
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for text in ["", "{", "{\"role\":\"a\"} {}", "\u{0}", "{\"role\":\"a\"}x", "nul"] {
            assert!(matches!(parse::<Admit>(text.as_bytes()), Err(WebError::Malformed(_))), "{text:?}");
        }
    }
}
