//! Who we are at the platform: which environment, whose sessions, and how a call is signed.

use jiff::Timestamp;
use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};

use crate::random;
use crate::video::token::credentials::{OpenTokKeys, VonageKeys};
use crate::video::token::error::InvalidField;
use crate::video::token::jwt_rest;
use crate::video::{Application, Client};

/// An account in one of the two environments. They have the same calls at different addresses, signed differently.
#[derive(Clone)]
pub enum Account {
    Classic(OpenTokKeys),
    Unified(VonageKeys),
}

impl Account {
    /// The API key, or the application id: the owner of the sessions.
    pub fn project(&self) -> &str {
        match self {
            Self::Classic(keys) => keys.api_key().as_str(),
            Self::Unified(keys) => keys.application_id.as_str(),
        }
    }

    /// Where the environment's API is.
    pub fn home(&self) -> &'static str {
        match self {
            Self::Classic(_) => "https://api.opentok.com",
            Self::Unified(_) => "https://video.api.vonage.com",
        }
    }

    pub fn client(&self) -> Client {
        match self {
            Self::Classic(_) => {
                Client { provider: "opentok", application: Application::ApiKey(self.project().to_owned()) }
            }
            Self::Unified(_) => {
                Client { provider: "vonage", application: Application::ApplicationId(self.project().to_owned()) }
            }
        }
    }

    /// The header that signs one call: `X-OPENTOK-AUTH`, or `Authorization: Bearer`. Not to be logged.
    ///
    /// # Errors
    /// The key cannot sign.
    pub fn sign(&self, now: Timestamp) -> Result<(HeaderName, HeaderValue), InvalidField> {
        let (name, value) = match self {
            Self::Classic(keys) => {
                let token = jwt_rest::create_legacy(keys, now.as_second(), random::opaque_id())?;
                (HeaderName::from_static("x-opentok-auth"), token)
            }
            Self::Unified(keys) => {
                let token = jwt_rest::create_unified(keys, now.as_second(), random::opaque_id())?;
                (AUTHORIZATION, format!("Bearer {token}"))
            }
        };
        let mut value = HeaderValue::from_str(&value).map_err(|_| InvalidField::CannotSign)?;
        value.set_sensitive(true);
        Ok((name, value))
    }

    /// What is probably wrong when the platform does not accept a signature.
    pub fn what_to_check(&self) -> &'static str {
        match self {
            Self::Classic(_) => "OPENTOK_API_KEY and OPENTOK_API_SECRET must be of the same project",
            Self::Unified(_) => {
                "VONAGE_PRIVATE_KEY must be the key of VONAGE_APPLICATION_ID, with Video enabled for it"
            }
        }
    }
}
