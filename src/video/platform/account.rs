//! Who we are at the platform: which environment, whose sessions, and how a call is signed.

use jiff::Timestamp;
use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use secrecy::{ExposeSecret as _, SecretString};

use crate::config::{ProviderSettings, SettingError};
use crate::random;
use crate::video::token::credentials::{ApiKey, ApiSecret, ApplicationId, OpenTokKeys, PrivateKey, VonageKeys};
use crate::video::token::error::{InvalidCredential, InvalidField};
use crate::video::token::jwt_rest;
use crate::video::{Application, Client};

/// An account in one of the two environments. They have the same calls at different addresses, signed differently.
#[derive(Clone)]
pub enum Account {
    Classic(OpenTokKeys),
    Unified(VonageKeys),
}

impl Account {
    /// The account that the settings name.
    ///
    /// # Errors
    /// The setting that cannot be what it should be, without its value; the embedded session, which has no account.
    pub fn of(settings: &ProviderSettings) -> Result<Self, SettingError> {
        match settings {
            ProviderSettings::Local => {
                Err(SettingError::new("--provider", "local is the embedded session: it has no account anywhere"))
            }
            ProviderSettings::OpenTok { api_key, api_secret, .. } => classic(api_key, api_secret),
            ProviderSettings::Vonage { application_id, private_key } => {
                let wrong = |name| move |error: InvalidCredential| SettingError::new(name, error.to_string());
                let application_id = ApplicationId::new(application_id).map_err(wrong("VONAGE_APPLICATION_ID"))?;
                let private_key = PrivateKey::from_pem(private_key).map_err(wrong("VONAGE_PRIVATE_KEY"))?;
                Ok(Self::Unified(VonageKeys { application_id, private_key }))
            }
        }
    }

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

fn classic(api_key: &str, api_secret: &SecretString) -> Result<Account, SettingError> {
    const KEY: &str = "OPENTOK_API_KEY";
    let key = ApiKey::new(api_key).map_err(|error| {
        // A key is a number and a secret is not.
        let swapped = ApiKey::new(api_secret.expose_secret()).is_ok();
        let hint = if swapped { "; it looks as if it were swapped with OPENTOK_API_SECRET" } else { "" };
        SettingError::new(KEY, format!("{error}{hint}"))
    })?;
    let secret = ApiSecret::new(api_secret.clone())
        .map_err(|error| SettingError::new("OPENTOK_API_SECRET", error.to_string()))?;
    Ok(Account::Classic(OpenTokKeys::new(key, &secret)))
}
