//! No trickery in addresses. The framework turns `%2F` in a path parameter into `/` and invalid UTF-8 into U+FFFD;
//! such requests, and control characters however written, are refused here before any handler sees them.

use actix_web::dev::ServiceRequest;
use percent_encoding::percent_decode_str;

use crate::web::WebError;

pub fn check(request: &ServiceRequest) -> Result<(), WebError> {
    let path = request.uri().path();
    if path.contains('%') {
        let decoded = decode(path)?;
        // A separator that was hidden is part of no address of ours.
        let separators = |text: &str| text.matches(['/', '\\']).count();
        if separators(&decoded) != separators(path) {
            return Err(WebError::NotFound);
        }
    }
    match request.uri().query() {
        Some(query) if query.contains('%') => decode(query).map(drop),
        _ => Ok(()),
    }
}

/// Percent-decodes strictly: whole escapes, UTF-8, no control characters.
fn decode(text: &str) -> Result<String, WebError> {
    if !escapes_are_whole(text.as_bytes()) {
        return Err(WebError::Malformed("half a percent escape"));
    }
    let decoded = percent_decode_str(text).decode_utf8().map_err(|_| WebError::Malformed("not UTF-8"))?;
    match decoded.contains(char::is_control) {
        true => Err(WebError::Malformed("a control character in the address")),
        false => Ok(decoded.into_owned()),
    }
}

/// Whether every `%` is followed by two hexadecimal digits.
pub(crate) fn escapes_are_whole(text: &[u8]) -> bool {
    let whole =
        |rest: &[u8]| matches!(rest, [first, second, ..] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit());
    text.iter().enumerate().filter(|(_, byte)| **byte == b'%').all(|(at, _)| whole(&text[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_escapes_count() {
        assert!(escapes_are_whole(b"a%20b%C3%a9"));
        for half in ["%", "%2", "a%zz", "%%20", "%2g"] {
            assert!(!escapes_are_whole(half.as_bytes()), "{half}");
        }
    }
}
