//! Keys and secrets of the video platform, from the environment variables that its users already have.
//!
//! `OPENTOK_API_KEY` and `OPENTOK_API_SECRET`; `VONAGE_APPLICATION_ID` and `VONAGE_PRIVATE_KEY` (PEM, or a path to it).
//! The secrets may stand in files instead, named by `OPENTOK_API_SECRET_FILE` and `VONAGE_PRIVATE_KEY_FILE`.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use secrecy::{ExposeSecret as _, SecretString};

use crate::video::token::Keys;
use crate::video::token::credentials::{
    ApiKey, ApiSecret, ApplicationId, OpenTokKeys, PrivateKey, PublicKey, VonageKeys, VonageVerifier,
};

const API_KEY: &str = "OPENTOK_API_KEY";
const API_SECRET: &str = "OPENTOK_API_SECRET";
const APPLICATION_ID: &str = "VONAGE_APPLICATION_ID";
const PRIVATE_KEY: &str = "VONAGE_PRIVATE_KEY";

/// A setting cannot be used. Neither its value nor a path is repeated: either may be a secret put in the wrong place.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {problem}")]
pub struct WrongSetting {
    pub name: String,
    pub problem: String,
}

fn wrong(name: &str, problem: impl ToString) -> WrongSetting {
    WrongSetting { name: name.to_owned(), problem: problem.to_string() }
}

/// What is set, checked. Half a pair is an error, save a key of the unified environment alone: it is enough to inspect.
#[derive(Default)]
pub struct ProviderSettings {
    pub opentok: Option<OpenTokKeys>,
    application_id: Option<ApplicationId>,
    key: Option<RsaKey>,
}

enum RsaKey {
    Private(PrivateKey),
    Public(PublicKey),
}

impl ProviderSettings {
    /// Reads the settings from wherever `variable` finds them.
    ///
    /// # Errors
    /// The setting that is empty, malformed, unreadable, given twice or missing its other half.
    pub fn read(variable: impl Fn(&str) -> Option<OsString>) -> Result<Self, WrongSetting> {
        let opentok = match (plain(&variable, API_KEY)?, secret(&variable, API_SECRET)?) {
            (None, None) => None,
            (Some(_), None) => return Err(wrong(API_SECRET, "is not set, but OPENTOK_API_KEY is")),
            (None, Some(_)) => return Err(wrong(API_KEY, "is not set, but OPENTOK_API_SECRET is")),
            (Some(key), Some(secret)) => {
                let key = ApiKey::new(&key).map_err(|error| wrong(API_KEY, error))?;
                let secret = ApiSecret::new(secret).map_err(|error| wrong(API_SECRET, error))?;
                Some(OpenTokKeys::new(key, &secret))
            }
        };
        let application_id = plain(&variable, APPLICATION_ID)?
            .map(|id| ApplicationId::new(&id).map_err(|error| wrong(APPLICATION_ID, error)))
            .transpose()?;
        let key = secret(&variable, PRIVATE_KEY)?.map(rsa_key).transpose()?;
        if application_id.is_some() && key.is_none() {
            return Err(wrong(PRIVATE_KEY, "is not set, but VONAGE_APPLICATION_ID is"));
        }
        Ok(Self { opentok, application_id, key })
    }

    /// What tokens can be checked with. Empty when nothing is set.
    pub fn keys(&self) -> Keys {
        let public_key = self.key.as_ref().map(|key| match key {
            RsaKey::Private(key) => key.public_key().clone(),
            RsaKey::Public(key) => key.clone(),
        });
        let vonage =
            public_key.map(|public_key| VonageVerifier { application_id: self.application_id.clone(), public_key });
        Keys { opentok: self.opentok.clone(), vonage }
    }

    /// What tokens of the unified environment can be made with, if anything of it is set.
    ///
    /// # Errors
    /// The half that is missing, or a public key where the private one is needed.
    pub fn vonage(&self) -> Result<Option<VonageKeys>, WrongSetting> {
        match (&self.application_id, &self.key) {
            (_, None) => Ok(None),
            (_, Some(RsaKey::Public(_))) => {
                Err(wrong(PRIVATE_KEY, "is a public key; making tokens needs the private one"))
            }
            (None, Some(_)) => Err(wrong(APPLICATION_ID, "is not set, but VONAGE_PRIVATE_KEY is")),
            (Some(application_id), Some(RsaKey::Private(private_key))) => {
                Ok(Some(VonageKeys { application_id: application_id.clone(), private_key: private_key.clone() }))
            }
        }
    }
}

/// A private key, or where nothing is made a public one. Anything that is not PEM is the path of a file that is.
fn rsa_key(value: SecretString) -> Result<RsaKey, WrongSetting> {
    const BEGIN: &str = "-----BEGIN";
    let text = value.expose_secret();
    let pem = match text {
        "" => return Err(wrong(PRIVATE_KEY, "is empty")),
        // Files of settings often cannot hold line breaks and write them as \n.
        text if text.contains(BEGIN) => SecretString::from(text.replace("\\n", "\n")),
        path => contents(PRIVATE_KEY, Path::new(path))?,
    };
    if pem.expose_secret().contains("PUBLIC KEY-----") {
        return PublicKey::from_pem(pem.expose_secret()).map(RsaKey::Public).map_err(|error| wrong(PRIVATE_KEY, error));
    }
    PrivateKey::from_pem(&pem).map(RsaKey::Private).map_err(|error| wrong(PRIVATE_KEY, error))
}

fn plain(variable: impl Fn(&str) -> Option<OsString>, name: &str) -> Result<Option<String>, WrongSetting> {
    variable(name).map(|value| value.into_string().map_err(|_| wrong(name, "is not UTF-8"))).transpose()
}

/// The value of the variable, or of the file that `…_FILE` names.
fn secret(variable: impl Fn(&str) -> Option<OsString>, name: &str) -> Result<Option<SecretString>, WrongSetting> {
    let file_name = format!("{name}_FILE");
    match (plain(&variable, name)?, variable(&file_name)) {
        (Some(_), Some(_)) => Err(wrong(&file_name, format!("is set, and so is {name}; only one may be"))),
        (None, Some(path)) => contents(&file_name, Path::new(&path)).map(Some),
        (value, None) => Ok(value.map(SecretString::from)),
    }
}

/// The text of a file, without the line break at its end.
fn contents(name: &str, path: &Path) -> Result<SecretString, WrongSetting> {
    let text =
        fs::read_to_string(path).map_err(|error| wrong(name, format!("cannot read the file: {}", error.kind())))?;
    Ok(SecretString::from(text.trim_end_matches(['\r', '\n'])))
}
