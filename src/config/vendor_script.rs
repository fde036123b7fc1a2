//! Where pages get the video platform's own script from. Its licence forbids that it comes with this program.

use std::path::PathBuf;

use url::Url;

use super::SettingError;

const NAME: &str = "--ot-js";
/// The vendor's own place for it; the same file serves both environments.
const OFFICIAL: &str = "https://static.opentok.com/v2/js/opentok.min.js";

/// The script's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VendorScript {
    At(Url),
    /// A folder that the operator filled.
    In(PathBuf),
}

impl VendorScript {
    pub(super) fn parse(text: Option<&str>) -> Result<Self, SettingError> {
        let text = text.unwrap_or(OFFICIAL).trim();
        if text.is_empty() {
            return Err(SettingError::new(NAME, "is empty"));
        }
        if !text.contains("://") {
            return Ok(Self::In(text.into()));
        }
        let wrong = |why: &str| SettingError::new(NAME, why);
        let url = Url::parse(text).map_err(|_| SettingError::new(NAME, format!("{text:?} is not an address")))?;
        // It becomes part of a page's policy, where these signs separate.
        let splits = url.as_str().contains([';', ',', '\'', ' ']);
        if splits || !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
            return Err(wrong("must be a plain address, without a user and without ; , or '"));
        }
        let is_loopback = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        match url.scheme() {
            "https" => Ok(Self::At(url)),
            "http" if is_loopback => Ok(Self::At(url)),
            _ => Err(wrong("must begin with https://, or be a folder")),
        }
    }
}
