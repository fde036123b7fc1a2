//! Forms, strictly: the right content type, whole percent escapes, valid UTF-8, every field known and given once
//! (a field declared as a `Vec` may repeat). Declare the struct with `#[serde(deny_unknown_fields)]`.

use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use percent_encoding::percent_decode;
use serde::de::DeserializeOwned;

use crate::web::{Limit, Site, WebError, body, limits, path};

const FORM: &str = "application/x-www-form-urlencoded";

/// A handler's form. Errors: 408, 413, 415, and 422 naming the field.
#[derive(Debug)]
pub struct StrictForm<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for StrictForm<T> {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let checked = body::has_type(request, FORM);
        let (length, limit) = (body::announced_length(request), body::limit_of(request.path()));
        let payload = payload.take();
        Box::pin(async move {
            checked?;
            parse(&body::read(length, limit, payload).await?).map(Self)
        })
    }
}

/// Somebody who may send a form at all.
pub trait Sender: FromRequest<Error = WebError> + 'static {
    /// What their forms count against.
    fn limit(&self) -> Option<(Limit, limits::Subject)>;
}

/// A form from somebody: who sends it is known, and counted, before anything of it is read, so that nobody learns from
/// an error in the form what only its sender may know. Nothing at all is an empty form.
#[derive(Debug)]
pub struct FormBy<A, T>(pub A, pub T);

impl<A: Sender, T: DeserializeOwned + 'static> FromRequest for FormBy<A, T> {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let sender = A::from_request(&request, &mut Payload::None).await?;
            if let (Some((limit, subject)), Some(site)) = (sender.limit(), request.app_data::<Data<Site>>()) {
                site.limits.check(limit, subject)?;
            }
            let (length, limit) = (body::announced_length(&request), body::limit_of(request.path()));
            if request.headers().contains_key(CONTENT_TYPE) || length.unwrap_or_default() > 0 {
                body::has_type(&request, FORM)?;
            }
            parse(&body::read(length, limit, payload).await?).map(|form| Self(sender, form))
        })
    }
}

/// A form without fields: a button.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

pub(crate) fn parse<T: DeserializeOwned>(form: &[u8]) -> Result<T, WebError> {
    check_encoding(form)?;
    let deserializer = serde_html_form::Deserializer::from_bytes(form);
    serde_path_to_error::deserialize(deserializer)
        .map_err(|error| WebError::bad_value(body::wrong_field(error.path(), &error.inner().to_string())))
}

/// The parser mends what is broken; here it is refused, naming the field it stands in.
fn check_encoding(form: &[u8]) -> Result<(), WebError> {
    for pair in form.split(|byte| *byte == b'&') {
        let name = pair.split(|byte| *byte == b'=').next().unwrap_or_default();
        if !path::escapes_are_whole(pair) || percent_decode(pair).decode_utf8().is_err() {
            return Err(WebError::bad_value(percent_decode(name).decode_utf8_lossy()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Ask {
        name: String,
        note: Option<String>,
        #[serde(default)]
        ids: Vec<u32>,
    }

    #[test]
    fn a_form_with_known_fields_is_read() {
        let ask: Ask = parse(b"name=Zo%C3%AB+K&note=&ids=1&ids=2").unwrap();
        assert_eq!(ask, Ask { name: "Zoë K".to_owned(), note: Some(String::new()), ids: vec![1, 2] });
    }

    #[test]
    fn whatever_is_wrong_the_field_is_named() {
        for (form, expected) in [
            ("name=a&role=moderator", "role"),
            ("name=a&name=b", "name"),
            ("note=x", "name"),
            ("name=a&note=b&note=c", "note"),
            ("name=%ff", "name"),
            ("name=a&note=%2", "note"),
            ("name=a&ids=x", "ids[0]"),
            ("name[]=a", "name[]"),
        ] {
            match parse::<Ask>(form.as_bytes()) {
                Err(WebError::BadValue { field, .. }) => assert_eq!(field, expected, "{form}"),
                other => panic!("{form}: {other:?}"),
            }
        }
    }
}
