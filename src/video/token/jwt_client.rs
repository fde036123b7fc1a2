//! What the client JWTs of both environments have in common, read with the habits of every SDK. Source: the official SDKs.

use serde::Deserialize;
use serde_json::Value;

use crate::video::token::claims::{
    Claims, DEFAULT_LIFE, MAX_LIFE, check_life, check_read_data, expired, read_role, read_session_id,
};
use crate::video::token::error::{Reason, Rejection};
use crate::video::token::jwt::{required, text, time};

/// What a client token is for.
pub(super) const CONNECT_SCOPE: &str = "session.connect";

/// The claims that any SDK writes and that mean something. Others are let pass.
#[derive(Deserialize)]
pub(super) struct ClientClaims {
    pub iss: Option<Value>,
    pub ist: Option<Value>,
    pub application_id: Option<Value>,
    pub sub: Option<Value>,
    pub subject: Option<Value>,
    scope: Option<Value>,
    session_id: Option<Value>,
    role: Option<Value>,
    iat: Option<Value>,
    exp: Option<Value>,
    nbf: Option<Value>,
    expire_time: Option<Value>,
    connection_data: Option<Value>,
    data: Option<Value>,
    initial_layout_class_list: Option<Value>,
}

/// Whether a token must state when it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Expiry {
    Stated,
    /// Two legacy SDKs leave it out by default: then it is 24 hours, as in a T1 token.
    StatedOrDefault,
}

impl ClientClaims {
    /// Checks everything but the issuer, which differs between the environments.
    pub fn into_claims(self, owner: &str, expiry: Expiry, at: i64) -> Result<Claims, Rejection> {
        let scope = text(self.scope, "scope must be text")?;
        if required(scope, "scope is missing")? != CONNECT_SCOPE {
            return Err(Reason::InvalidScope.because("scope must be session.connect"));
        }
        let session_id = required(text(self.session_id, "session_id must be text")?, "session_id is missing")?;
        let role = required(text(self.role, "role must be text")?, "role is missing")?;

        let create_time = required(time(self.iat.as_ref())?, "iat is missing")?;
        let expire_time = match (time(self.exp.as_ref())?, expiry) {
            (None, Expiry::StatedOrDefault) => create_time.saturating_add(DEFAULT_LIFE),
            (stated, _) => required(stated, "exp is missing")?,
        };
        if time(self.expire_time.as_ref())?.is_some_and(|other| other != expire_time) {
            return Err(Reason::InvalidClaim.because("exp and expire_time say different things"));
        }
        check_times(create_time, expire_time, MAX_LIFE, self.nbf.as_ref(), at)?;

        // One SDK calls the connection data `data`.
        let data = text(self.connection_data, "connection_data must be text")?;
        let connection_data = if data.is_some() { data } else { text(self.data, "data must be text")? };
        check_read_data(connection_data.as_deref())?;
        Ok(Claims {
            role: read_role(&role)?,
            session_id: read_session_id(&session_id, owner)?,
            create_time,
            expire_time,
            connection_data,
            initial_layout_class_list: layout_classes(self.initial_layout_class_list)?,
        })
    }
}

/// Whether a JWT that says it lives from `iat` to `exp`, at most `longest` seconds, counts at `at`.
pub(super) fn check_times(iat: i64, exp: i64, longest: i64, nbf: Option<&Value>, at: i64) -> Result<(), Rejection> {
    check_life(iat, exp, longest)?;
    if time(nbf)?.is_some_and(|nbf| at < nbf) {
        return Err(Reason::NotYetValid.because("nbf is in the future"));
    }
    // RFC 7519: not to be accepted on or after its expiry.
    if at >= exp { Err(expired(exp)) } else { Ok(()) }
}

/// Text with spaces; with plus signs from one SDK, which encodes it once too often; an array from another.
fn layout_classes(claim: Option<Value>) -> Result<Vec<String>, Rejection> {
    let invalid = || Reason::InvalidClaim.because("initial_layout_class_list must be text");
    match claim {
        Some(Value::Array(classes)) => {
            classes.into_iter().map(|class| text(Some(class), "a class must be text")?.ok_or_else(invalid)).collect()
        }
        claim => {
            let classes = text(claim, "initial_layout_class_list must be text")?.unwrap_or_default();
            Ok(classes.split([' ', '+']).filter(|class| !class.is_empty()).map(str::to_owned).collect())
        }
    }
}
