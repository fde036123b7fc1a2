//! The signed half of a T1 token: form-encoded fields, in any order. Source: the official SDKs.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::video::token::claims::{
    Claims, DEFAULT_LIFE, MAX_LIFE, Nonce, check_life, check_read_data, read_role, read_session_id,
};
use crate::video::token::error::{Reason, Rejection};
use crate::video::token::jwt_client::CONNECT_SCOPE;

/// Left as they are in a value, beside letters and digits: what `encodeURIComponent` leaves.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// Appends the fields in the order and encoding of the Node SDK.
pub(super) fn write(buffer: &mut String, claims: &Claims, nonce: &Nonce) {
    let Claims { session_id, role, create_time, expire_time, .. } = claims;
    // A session id and a role hold nothing that would need encoding. Writing to a String cannot fail.
    let _ = write!(buffer, "session_id={}&create_time={create_time}&nonce=", session_id.as_str());
    buffer.extend(utf8_percent_encode(nonce.as_str(), ENCODED));
    let _ = write!(buffer, "&role={}&expire_time={expire_time}", role.as_str());
    if !claims.data().is_empty() {
        buffer.push_str("&connection_data=");
        buffer.extend(utf8_percent_encode(claims.data(), ENCODED));
    }
    buffer.push_str("&initial_layout_class_list=");
    for (index, class) in claims.initial_layout_class_list.iter().enumerate() {
        buffer.push_str(if index == 0 { "" } else { "%20" });
        buffer.extend(utf8_percent_encode(class, ENCODED));
    }
    buffer.push_str("&scope=");
    buffer.push_str(CONNECT_SCOPE);
}

/// Fields as they stand in a token, decoded.
#[derive(Default)]
pub(super) struct Fields {
    session_id: Option<String>,
    create_time: Option<String>,
    nonce: Option<String>,
    role: Option<String>,
    expire_time: Option<String>,
    connection_data: Option<String>,
    initial_layout_class_list: Option<String>,
    scope: Option<String>,
}

impl Fields {
    /// Takes the fields apart. Call it only with bytes whose signature is right.
    pub fn decode(signed: &[u8]) -> Result<Self, Rejection> {
        let mut fields = Self::default();
        for pair in signed.split(|&byte| byte == b'&') {
            let equals = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
            let (name, value) = pair.split_at(equals);
            let slot = fields.slot(name).ok_or_else(|| Reason::UnknownField.because("a field that no SDK writes"))?;
            if slot.is_some() {
                return Err(Reason::DuplicateField.because("a field stands there twice"));
            }
            *slot = Some(form_decode(value.get(1..).unwrap_or_default())?);
        }
        Ok(fields)
    }

    fn slot(&mut self, name: &[u8]) -> Option<&mut Option<String>> {
        match name {
            b"session_id" => Some(&mut self.session_id),
            b"create_time" => Some(&mut self.create_time),
            b"nonce" => Some(&mut self.nonce),
            b"role" => Some(&mut self.role),
            b"expire_time" => Some(&mut self.expire_time),
            b"connection_data" => Some(&mut self.connection_data),
            b"initial_layout_class_list" => Some(&mut self.initial_layout_class_list),
            b"scope" => Some(&mut self.scope),
            _ => None,
        }
    }

    /// Checks everything but the expiry, which needs the time.
    pub fn into_claims(self, owner: &str) -> Result<Claims, Rejection> {
        let session_id = required(self.session_id, "session_id is missing")?;
        let create_time = required(self.create_time, "create_time is missing")?;
        let role = required(self.role, "role is missing")?;
        required(self.nonce, "nonce is missing")?;
        if self.scope.is_some_and(|scope| scope != CONNECT_SCOPE) {
            return Err(Reason::InvalidScope.because("scope must be session.connect"));
        }
        let create_time = time(&create_time)?;
        let expire_time = self.expire_time.map_or(Ok(create_time + DEFAULT_LIFE), |text| time(&text))?;
        check_life(create_time, expire_time, MAX_LIFE)?;
        check_read_data(self.connection_data.as_deref())?;
        let classes = self.initial_layout_class_list.unwrap_or_default();
        Ok(Claims {
            role: read_role(&role)?,
            session_id: read_session_id(&session_id, owner)?,
            create_time,
            expire_time,
            connection_data: self.connection_data,
            initial_layout_class_list: classes
                .split(' ')
                .filter(|class| !class.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }
}

fn required(field: Option<String>, detail: &'static str) -> Result<String, Rejection> {
    field.ok_or_else(|| Reason::MissingField.because(detail))
}

/// One to ten digits. Thirteen would be milliseconds.
fn time(text: &str) -> Result<i64, Rejection> {
    match text.parse() {
        Ok(time) if text.len() <= 10 && text.bytes().all(|byte| byte.is_ascii_digit()) => Ok(time),
        _ => Err(Reason::InvalidTime.because("a time must be whole Unix seconds, at most ten digits")),
    }
}

/// Decodes `+` and `%XX`; all else stands for itself, also raw UTF-8, as two SDKs write it.
fn form_decode(value: &[u8]) -> Result<String, Rejection> {
    let mut decoded = Vec::with_capacity(value.len());
    let mut bytes = value.iter();
    while let Some(&byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => match (bytes.next().and_then(hex_digit), bytes.next().and_then(hex_digit)) {
                (Some(high), Some(low)) => high << 4 | low,
                _ => return Err(Reason::BadFieldEncoding.because("a percent sign without two hexadecimal digits")),
            },
            byte => byte,
        });
    }
    String::from_utf8(decoded).map_err(|_| Reason::BadFieldEncoding.because("a field is not UTF-8"))
}

fn hex_digit(digit: &u8) -> Option<u8> {
    char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
