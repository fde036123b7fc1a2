//! Reading what was sent: of the right type, within 64 KiB (or what a route allows), to its end.

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::web::BytesMut;
use futures_util::StreamExt as _;

use crate::web::WebError;

/// The largest body that is accepted, in bytes …
pub const LIMIT: usize = 64 * 1024;
/// … and where it names many guests: room for `policy::AT_ONCE` of them.
pub const LIMIT_OF_MANY: usize = 512 * 1024;

/// The largest body that an address accepts.
pub(crate) fn limit_of(path: &str) -> usize {
    if path.ends_with("-many") { LIMIT_OF_MANY } else { LIMIT }
}

/// Exactly this media type, with no parameter but `charset=utf-8`, and not compressed.
pub(crate) fn has_type(request: &HttpRequest, expected: &'static str) -> Result<(), WebError> {
    let mut types = request.headers().get_all(CONTENT_TYPE);
    let matches = match (types.next().map(|value| value.to_str()), types.next()) {
        (Some(Ok(given)), None) => is_type(given, expected),
        _ => false,
    };
    match matches && !request.headers().contains_key(CONTENT_ENCODING) {
        true => Ok(()),
        false => Err(WebError::WrongBodyType { expected }),
    }
}

fn is_type(given: &str, expected: &str) -> bool {
    let (media_type, parameter) = given.split_once(';').unwrap_or((given, "charset=utf-8"));
    media_type.trim().eq_ignore_ascii_case(expected) && parameter.trim().eq_ignore_ascii_case("charset=utf-8")
}

/// The whole body. Too large is refused by its announced length, before anything is read.
pub(crate) async fn read(announced: Option<usize>, limit: usize, mut payload: Payload) -> Result<BytesMut, WebError> {
    if announced.is_some_and(|length| length > limit) {
        return Err(WebError::BodyTooLarge);
    }
    let mut body = BytesMut::with_capacity(announced.unwrap_or(0));
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(unreadable)?;
        if body.len() + chunk.len() > limit {
            return Err(WebError::BodyTooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

pub(crate) fn announced_length(request: &HttpRequest) -> Option<usize> {
    request.headers().get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn unreadable(error: PayloadError) -> WebError {
    match error {
        PayloadError::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => WebError::BodyTooSlow,
        PayloadError::Overflow => WebError::BodyTooLarge,
        _ => WebError::Malformed("the body broke off"),
    }
}

/// Which field serde's complaint is about. Serde names unknown, missing and repeated fields between backticks; the path
/// tells where any other value stood.
pub(crate) fn wrong_field(path: &serde_path_to_error::Path, message: &str) -> String {
    let named = ["unknown field `", "missing field `", "duplicate field `"]
        .iter()
        .find_map(|start| message.strip_prefix(start)?.split('`').next());
    let path = path.to_string();
    match (path.as_str(), named) {
        ("." | "?" | "", Some(name)) => name.to_owned(),
        ("." | "?" | "", None) => "body".to_owned(),
        (path, Some(name)) if path != name && !path.ends_with(&format!(".{name}")) => {
            format!("{}.{name}", path.trim_end_matches(".?"))
        }
        (path, _) => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_expected_type_is_taken() {
        let form = "application/x-www-form-urlencoded";
        assert!(is_type(form, form));
        assert!(is_type("Application/X-WWW-Form-Urlencoded; charset=UTF-8", form));
        for other in ["text/plain", "application/x-www-form-urlencoded; charset=latin1", "", "application/json"] {
            assert!(!is_type(other, form), "{other}");
        }
    }
}
