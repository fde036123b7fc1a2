//! Why a token is not made, or does not count. No message holds any part of a token, a secret or a key.

use std::borrow::Cow;

use serde::Serialize;

use crate::domain::role::UnknownRole;

/// A field of a token to be made breaks its rules. Every message begins with the field's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidField {
    #[error("session_id: {0}")]
    MalformedSessionId(#[from] MalformedSessionId),
    #[error("session_id: the session belongs to another {0}")]
    SessionOfAnother(&'static str),
    #[error(transparent)]
    UnknownRole(#[from] UnknownRole),
    #[error("create_time: must be whole Unix seconds, from 0 to 9999999999")]
    CreateTimeOutOfRange,
    #[error("expire_time: must be whole Unix seconds, as digits only")]
    ExpireTimeNotWhole,
    #[error("expire_time: is in milliseconds; it must be in seconds")]
    ExpireTimeInMilliseconds,
    #[error("expire_time: is in the past")]
    ExpireTimePast,
    #[error("expire_time: is more than 30 days ahead")]
    ExpireTimeTooFar,
    #[error("connection_data: has {0} characters; at most 1000 are allowed")]
    ConnectionDataTooLong(usize),
    #[error(
        "initial_layout_class_list: a class must be 1 or more characters without spaces, control characters, & = + %"
    )]
    LayoutClass,
    #[error("initial_layout_class_list: has {0} characters with its spaces; at most 1000 are allowed")]
    LayoutClassesTooLong(usize),
    #[error("nonce: must be a number")]
    NonceNotANumber,
    #[error("private key: cannot sign")]
    CannotSign,
}

/// The text is no session id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be a digit, an underscore, and base64url of 1~OWNER~…, at most 255 characters")]
pub struct MalformedSessionId;

/// A key or secret cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCredential {
    #[error("the API key is empty")]
    EmptyApiKey,
    #[error("the API key must be decimal digits, at most 32")]
    ApiKeyNotDigits,
    #[error("the API secret is empty")]
    EmptyApiSecret,
    #[error("the application id is empty")]
    EmptyApplicationId,
    #[error("the application id must be a UUID")]
    ApplicationIdNotUuid,
    #[error("the private key is empty")]
    EmptyPrivateKey,
    #[error("the private key must be an RSA private key of at least 2048 bits in PEM")]
    NotAnRsaPrivateKey,
    #[error("the public key must be an RSA public key in PEM")]
    NotAnRsaPublicKey,
}

/// A token that does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}: {detail}")]
pub struct Rejection {
    pub reason: Reason,
    /// One sentence for people.
    pub detail: Cow<'static, str>,
}

/// Why a token does not count; on the wire in snake case. docs/tokens.md explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    BadPrefix,
    BadBase64,
    BadStructure,
    BadAlg,
    BadSig,
    DuplicateField,
    MissingField,
    UnknownField,
    UnexpectedUnsignedField,
    BadFieldEncoding,
    MissingClaim,
    InvalidClaim,
    PartnerIdMismatch,
    IssuerMismatch,
    ApplicationMismatch,
    BadSessionId,
    SessionKeyMismatch,
    InvalidRole,
    InvalidScope,
    InvalidTime,
    NotYetValid,
    Expired,
    ExpireTooFar,
    DataTooLong,
}

impl Reason {
    pub(super) fn because(self, detail: impl Into<Cow<'static, str>>) -> Rejection {
        Rejection { reason: self, detail: detail.into() }
    }

    /// The name in snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadPrefix => "bad_prefix",
            Self::BadBase64 => "bad_base64",
            Self::BadStructure => "bad_structure",
            Self::BadAlg => "bad_alg",
            Self::BadSig => "bad_sig",
            Self::DuplicateField => "duplicate_field",
            Self::MissingField => "missing_field",
            Self::UnknownField => "unknown_field",
            Self::UnexpectedUnsignedField => "unexpected_unsigned_field",
            Self::BadFieldEncoding => "bad_field_encoding",
            Self::MissingClaim => "missing_claim",
            Self::InvalidClaim => "invalid_claim",
            Self::PartnerIdMismatch => "partner_id_mismatch",
            Self::IssuerMismatch => "issuer_mismatch",
            Self::ApplicationMismatch => "application_mismatch",
            Self::BadSessionId => "bad_session_id",
            Self::SessionKeyMismatch => "session_key_mismatch",
            Self::InvalidRole => "invalid_role",
            Self::InvalidScope => "invalid_scope",
            Self::InvalidTime => "invalid_time",
            Self::NotYetValid => "not_yet_valid",
            Self::Expired => "expired",
            Self::ExpireTooFar => "expire_too_far",
            Self::DataTooLong => "data_too_long",
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
