//! Logs: to standard error, as text or JSON. What is logged of a request is its route pattern, never its path or query,
//! so that no link's secret can get in.

use std::io::IsTerminal as _;
use std::time::Duration;

use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, LogSettings, SettingError};

/// Starts logging for this process.
pub fn start(settings: &LogSettings) -> Result<(), SettingError> {
    let filter = EnvFilter::try_new(&settings.filter).map_err(|error| SettingError::new("--log", error.to_string()))?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let started = match settings.format {
        LogFormat::Text => builder.try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    started.map_err(|error| SettingError::new("--log", error.to_string()))
}

/// One answered request. `route` is the pattern (`/i/{secret}`), or a word for what matched none.
pub struct AnsweredRequest<'a> {
    pub id: &'a str,
    pub method: &'a str,
    pub route: &'a str,
    pub status: u16,
    pub took: Duration,
}

impl AnsweredRequest<'_> {
    pub fn log(&self) {
        let microseconds = u64::try_from(self.took.as_micros()).unwrap_or(u64::MAX);
        tracing::info!(
            target: "anteroom::request",
            id = self.id,
            method = self.method,
            route = self.route,
            status = self.status,
            microseconds,
            "answered"
        );
    }
}
