//! What pages of the call need of the video platform: its script, and what the page's policy must allow for it. And what
//! the platform's callbacks are checked with.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path as FilePath, PathBuf};
use std::sync::{Mutex, PoisonError};

use actix_web::HttpResponse;
use actix_web::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use actix_web::web::{Bytes, Data, Path};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use crate::config::{ProviderSettings, Settings, VendorScript};
use crate::video::token::jwt_callback::{CallbackKey, Delivery};
use crate::web::WebError;
use crate::web::headers::PageNeeds;

/// The names under which the vendor publishes it; the smaller one is taken first.
const FILES: [&str; 2] = ["opentok.min.js", "opentok.js"];
/// No edition is nearly as large.
const LARGEST: u64 = 32 * 1024 * 1024;

/// The folder of `--ot-js` does not hold what pages need.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    #[error("--ot-js: {} holds neither opentok.min.js nor opentok.js", .0.display())]
    Missing(PathBuf),
    #[error("--ot-js: {} cannot be read: {source}", .file.display())]
    Unreadable { file: PathBuf, source: std::io::Error },
    #[error("--ot-js: {} is not a script in UTF-8 of at most 32 MiB", .0.display())]
    NotAScript(PathBuf),
}

/// The platform as far as pages and callbacks meet it.
pub struct PlatformSide {
    script: Script,
    callbacks: Option<Callbacks>,
}

enum Script {
    /// No provider here needs it.
    Unneeded,
    At(String),
    Own(OwnScript),
}

struct OwnScript {
    hash: String,
    plain: Bytes,
    gzip: Bytes,
}

/// What one page of the call needs.
pub struct ForPage {
    pub provider: &'static str,
    pub script: Option<String>,
    pub needs: PageNeeds,
}

/// Checks callbacks and remembers those that counted.
pub struct Callbacks {
    pub key: CallbackKey,
    seen: Mutex<HashMap<[u8; 32], i64>>,
}

impl Callbacks {
    /// Whether a delivery has counted already. `now` in Unix seconds.
    pub fn has_seen(&self, delivery: &Delivery, now: i64) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, until| *until > now);
        seen.contains_key(&delivery.id)
    }

    /// The delivery has counted, and does not count again.
    pub fn remember(&self, delivery: &Delivery) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(delivery.id, delivery.until);
    }
}

impl PlatformSide {
    /// As the settings say; reads the operator's folder.
    ///
    /// # Errors
    /// When the folder does not hold the script.
    pub fn read(settings: &Settings) -> Result<Self, ScriptError> {
        let script = match (&settings.provider, &settings.vendor_script) {
            (ProviderSettings::Local, _) => Script::Unneeded,
            (_, VendorScript::At(url)) => Script::At(url.to_string()),
            (_, VendorScript::In(folder)) => Script::Own(OwnScript::read(folder)?),
        };
        let secret = settings.callback_secret.as_ref().filter(|_| !matches!(script, Script::Unneeded));
        let callbacks = secret.map(|secret| Callbacks { key: CallbackKey::new(secret), seen: Mutex::default() });
        Ok(Self { script, callbacks })
    }

    /// None where no secret is set: then the platform is not listened to.
    pub fn callbacks(&self) -> Option<&Callbacks> {
        self.callbacks.as_ref()
    }

    /// What a page of the call needs with this provider.
    pub fn for_page(&self, provider: &'static str) -> ForPage {
        let (script, source) = match &self.script {
            Script::Unneeded => return ForPage { provider, script: None, needs: PageNeeds::devices() },
            Script::At(address) => (address.clone(), Some(without_query(address))),
            Script::Own(own) => (format!("/vendor/{}/opentok.js", own.hash), None),
        };
        let mut needs = PageNeeds::devices()
            .source("img-src", "data:")
            .source("media-src", "blob:")
            .source("worker-src", "'self'")
            .source("worker-src", "blob:");
        let unified: &[&str] = if provider == "vonage" { &["*.vonage.com"] } else { &[] };
        for host in ["*.opentok.com", "*.tokbox.com"].iter().chain(unified) {
            needs = needs.source("connect-src", format!("https://{host}"));
            needs = needs.source("connect-src", format!("wss://{host}"));
        }
        if let Some(source) = source {
            needs = needs.source("script-src", source);
        }
        ForPage { provider, script: Some(script), needs }
    }
}

/// Sources in a policy know no query.
fn without_query(address: &str) -> String {
    address.split('?').next().unwrap_or(address).to_owned()
}

impl OwnScript {
    fn read(folder: &FilePath) -> Result<Self, ScriptError> {
        let found = FILES.iter().map(|name| folder.join(name)).find(|file| file.is_file());
        let file = found.ok_or_else(|| ScriptError::Missing(folder.to_owned()))?;
        let unreadable = |source| ScriptError::Unreadable { file: file.clone(), source };
        if file.metadata().map_err(unreadable)?.len() > LARGEST {
            return Err(ScriptError::NotAScript(file));
        }
        let plain = std::fs::read(&file).map_err(unreadable)?;
        if plain.is_empty() || str::from_utf8(&plain).is_err() {
            return Err(ScriptError::NotAScript(file));
        }
        let hash = Sha256::digest(&plain).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        let gzip = encoder.write_all(&plain).and_then(|()| encoder.finish()).map_err(unreadable)?;
        Ok(Self { hash, plain: plain.into(), gzip: gzip.into() })
    }
}

/// `/vendor/{hash}/opentok.js`: the script from the operator's folder. Kept for ever: another one has another address.
pub async fn serve(
    request: actix_web::HttpRequest,
    hash: Path<String>,
    platform: Data<PlatformSide>,
) -> Result<HttpResponse, WebError> {
    let Script::Own(own) = &platform.script else { return Err(WebError::NotFound) };
    if *hash != own.hash {
        return Err(WebError::NotFound);
    }
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((CONTENT_TYPE, "text/javascript; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((VARY, "accept-encoding"));
    let takes_gzip = accepted.split(',').any(|coding| coding.trim() == "gzip");
    Ok(match takes_gzip {
        true => answer.insert_header((CONTENT_ENCODING, "gzip")).body(own.gzip.clone()),
        false => answer.body(own.plain.clone()),
    })
}
