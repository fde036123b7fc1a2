//! Keys and secrets, checked once. Nothing here can be printed, save the API key and the application id.

use hmac::{Hmac, KeyInit as _};
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use secrecy::{ExposeSecret as _, SecretString};
use sha1::Sha1;
use uuid::Uuid;

use crate::video::token::error::InvalidCredential;

/// The number of a project in the classic environment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ApiKey(String);

impl ApiKey {
    /// # Errors
    /// Empty, or anything but 1 to 32 decimal digits.
    pub fn new(text: &str) -> Result<Self, InvalidCredential> {
        match text.as_bytes() {
            [] => Err(InvalidCredential::EmptyApiKey),
            digits if digits.len() <= 32 && digits.iter().all(u8::is_ascii_digit) => Ok(Self(text.to_owned())),
            _ => Err(InvalidCredential::ApiKeyNotDigits),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The secret of a project in the classic environment. Used as text: it is hexadecimal, and not decoded.
#[derive(Clone)]
pub struct ApiSecret(SecretString);

impl ApiSecret {
    /// # Errors
    /// Empty.
    pub fn new(text: SecretString) -> Result<Self, InvalidCredential> {
        if text.expose_secret().is_empty() { Err(InvalidCredential::EmptyApiSecret) } else { Ok(Self(text)) }
    }
}

/// What T1 tokens and legacy JWTs are signed and checked with.
#[derive(Clone)]
pub struct OpenTokKeys {
    pub(super) api_key: ApiKey,
    /// Keyed once: that is half the work of a signature.
    pub(super) sha1: Hmac<Sha1>,
    pub(super) signing: EncodingKey,
    pub(super) verifying: DecodingKey,
}

impl OpenTokKeys {
    pub fn new(api_key: ApiKey, secret: &ApiSecret) -> Self {
        let secret = secret.0.expose_secret().as_bytes();
        #[expect(
            clippy::expect_used,
            reason = "HMAC takes keys of every length; its error type is there for other MACs"
        )]
        let sha1 = Hmac::new_from_slice(secret).expect("HMAC takes keys of every length");
        let (signing, verifying) = (EncodingKey::from_secret(secret), DecodingKey::from_secret(secret));
        Self { api_key, sha1, signing, verifying }
    }

    pub fn api_key(&self) -> &ApiKey {
        &self.api_key
    }
}

/// The id of an application in the unified environment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ApplicationId(String);

impl ApplicationId {
    /// Keeps the letters' case: session ids and tokens repeat the id exactly.
    ///
    /// # Errors
    /// Empty, or not a UUID with hyphens.
    pub fn new(text: &str) -> Result<Self, InvalidCredential> {
        match Uuid::try_parse(text) {
            _ if text.is_empty() => Err(InvalidCredential::EmptyApplicationId),
            Ok(_) if text.len() == 36 => Ok(Self(text.to_owned())),
            _ => Err(InvalidCredential::ApplicationIdNotUuid),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The RSA private key of an application, and the public key that belongs to it.
#[derive(Clone)]
pub struct PrivateKey {
    pub(super) signing: EncodingKey,
    public: PublicKey,
}

impl PrivateKey {
    /// Reads PEM, PKCS#8 or PKCS#1.
    ///
    /// # Errors
    /// Empty, not an RSA private key, or one too short to sign with.
    pub fn from_pem(pem: &SecretString) -> Result<Self, InvalidCredential> {
        let pem = pem.expose_secret();
        if pem.trim().is_empty() {
            return Err(InvalidCredential::EmptyPrivateKey);
        }
        let invalid = |_| InvalidCredential::NotAnRsaPrivateKey;
        let signing = EncodingKey::from_rsa_pem(pem.as_bytes()).map_err(invalid)?;
        let public = Jwk::from_encoding_key(&signing, Algorithm::RS256).map_err(invalid)?;
        let public = PublicKey(DecodingKey::from_jwk(&public).map_err(invalid)?);
        Ok(Self { signing, public })
    }

    pub fn public_key(&self) -> &PublicKey {
        &self.public
    }
}

/// The RSA public key of an application.
#[derive(Clone)]
pub struct PublicKey(pub(super) DecodingKey);

impl PublicKey {
    /// # Errors
    /// Not an RSA public key in PEM.
    pub fn from_pem(pem: &str) -> Result<Self, InvalidCredential> {
        let invalid = |_| InvalidCredential::NotAnRsaPublicKey;
        let key = DecodingKey::from_rsa_pem(pem.as_bytes()).map_err(invalid)?;
        // Takes the key apart, to notice now what would else look like a bad signature later.
        Jwk::from_decoding_key(&key, Some(Algorithm::RS256)).map_err(invalid)?;
        Ok(Self(key))
    }
}

/// What JWTs of the unified environment are signed with.
#[derive(Clone)]
pub struct VonageKeys {
    pub application_id: ApplicationId,
    pub private_key: PrivateKey,
}

impl VonageKeys {
    pub fn verifier(&self) -> VonageVerifier {
        VonageVerifier {
            application_id: Some(self.application_id.clone()),
            public_key: self.private_key.public_key().clone(),
        }
    }
}

/// What JWTs of the unified environment are checked with.
#[derive(Clone)]
pub struct VonageVerifier {
    /// Without it, a token may be of any application that the key belongs to.
    pub application_id: Option<ApplicationId>,
    pub public_key: PublicKey,
}
