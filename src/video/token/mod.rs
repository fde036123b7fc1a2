//! Client tokens of the video platform, made and read: T1, and JWTs of both environments. Pure: the time, nonces and
//! token ids come in as arguments.
//!
//! Making checks every field before it signs. Reading checks the signature before it believes anything.

pub mod claims; // what a token says, and the limits
pub mod credentials; // keys and secrets
pub mod error; // why not
mod fields; // the signed half of a T1 token
mod jwt; // the compact form both JWTs share
pub mod jwt_callback; // HS256, on the platform's callbacks
mod jwt_client; // the client claims both JWTs share
pub mod jwt_legacy; // HS256, API key and secret
pub mod jwt_rest; // JWTs on REST calls
pub mod jwt_unified; // RS256, application id and private key
pub mod session_id; // whose session it is
pub mod t1; // the classic form

use crate::video::token::claims::VerifiedToken;
use crate::video::token::credentials::{OpenTokKeys, VonageVerifier};
use crate::video::token::error::{Reason, Rejection};
use crate::video::token::jwt::Compact;

/// Everything this installation can check tokens with.
#[derive(Default)]
pub struct Keys {
    /// For T1 tokens and legacy JWTs.
    pub opentok: Option<OpenTokKeys>,
    /// For JWTs of the unified environment.
    pub vonage: Option<VonageVerifier>,
}

/// Reads any client token that `keys` can vouch for at the time `at` (Unix seconds).
///
/// The form of the token only chooses which configured key it must be signed with; it can never choose how that key is
/// used.
///
/// # Errors
/// Why the token does not count.
pub fn read(token: &str, keys: &Keys, at: i64) -> Result<VerifiedToken, Rejection> {
    if token.starts_with(t1::PREFIX) {
        let Some(opentok) = &keys.opentok else {
            return Err(Reason::BadStructure.because("a T1 token, and there is no API key to check it with"));
        };
        return t1::read(token, opentok, at);
    }
    // A T1 token has no dot anywhere, not even a damaged one.
    if let (Some(opentok), false) = (&keys.opentok, token.contains('.')) {
        return t1::read(token, opentok, at);
    }
    match (Compact::split(token)?.algorithm(), &keys.opentok, &keys.vonage) {
        ("HS256", Some(opentok), _) => jwt_legacy::read(token, opentok, at),
        ("RS256", _, Some(vonage)) => jwt_unified::read(token, vonage, at),
        ("HS256", None, _) => {
            Err(Reason::BadAlg.because("signed with HS256, and there is no API key to check it with"))
        }
        ("RS256", _, None) => {
            Err(Reason::BadAlg.because("signed with RS256, and there is no RSA key to check it with"))
        }
        _ => Err(Reason::BadAlg.because("only HS256 and RS256 are accepted")),
    }
}
