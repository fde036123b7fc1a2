//! Secrets: from a variable, or from the file that `…_FILE` names. An error names the setting and never its value.

use secrecy::SecretString;

use super::SettingError;

pub(super) struct Secrets<'a> {
    pub environment: &'a dyn Fn(&str) -> Option<String>,
}

impl Secrets<'_> {
    /// What identifies us at a provider and is no secret.
    pub fn name(&self, name: &'static str) -> Result<String, SettingError> {
        let value = (self.environment)(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        value.ok_or_else(|| SettingError::new(name, "is not set"))
    }

    pub fn secret(&self, name: &'static str, file_name: &'static str) -> Result<SecretString, SettingError> {
        match ((self.environment)(name), (self.environment)(file_name)) {
            (Some(_), Some(_)) => Err(SettingError::new(name, format!("is set beside {file_name}; keep one"))),
            (Some(value), None) => non_empty(name, value),
            (None, Some(path)) => read(file_name, &path),
            (None, None) => Err(SettingError::new(name, format!("is not set, nor is {file_name}"))),
        }
    }

    /// A secret that need not be there.
    pub fn optional_secret(
        &self,
        name: &'static str,
        file_name: &'static str,
    ) -> Result<Option<SecretString>, SettingError> {
        let given = |name| (self.environment)(name).is_some();
        if given(name) || given(file_name) { self.secret(name, file_name).map(Some) } else { Ok(None) }
    }

    /// A PEM key, or the path to one: users of the platform have it either way in the same variable.
    pub fn private_key(&self, name: &'static str, file_name: &'static str) -> Result<SecretString, SettingError> {
        match (self.environment)(name) {
            Some(value) if !value.contains("-----BEGIN") && (self.environment)(file_name).is_none() => {
                read(name, value.trim())
            }
            _ => self.secret(name, file_name),
        }
    }
}

/// The key of a command that calls a running server: from `ANTEROOM_API_KEY`, or the file in `ANTEROOM_API_KEY_FILE`.
///
/// # Errors
/// Neither is set, both are, or the file cannot be read.
pub fn api_key() -> Result<SecretString, SettingError> {
    Secrets { environment: &|name| std::env::var(name).ok() }.secret("ANTEROOM_API_KEY", "ANTEROOM_API_KEY_FILE")
}

/// The path is not repeated: a key pasted wrongly would be one.
fn read(name: &'static str, path: &str) -> Result<SecretString, SettingError> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| SettingError::new(name, format!("the file it names cannot be read ({})", error.kind())))?;
    non_empty(name, text)
}

fn non_empty(name: &'static str, value: String) -> Result<SecretString, SettingError> {
    match value.trim() {
        "" => Err(SettingError::new(name, "is empty")),
        trimmed => Ok(trimmed.to_owned().into()),
    }
}
