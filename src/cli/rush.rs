//! `anteroom rush`: many guests ask at once, hosts let them in, and a table says how long everybody waited for the
//! server. Real HTTP against a running server, and only against one on this machine.

use std::io::{self, Write as _};
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use url::{Host, Url};

use super::{EXIT_USAGE, serve};
use crate::config::{self, SettingError};

mod api; // requests and streams
mod cast; // what guests and hosts do
mod figures; // from moments to a table
mod plot; // the table as a picture

use api::{Api, Problem};
use cast::{Course, Scene};

/// Files that the command has open besides the streams it holds.
const OTHER_FILES: u64 = 100;

/// Send many guests to a running server on this machine at once. The key of a program with scope admin is read from
/// ANTEROOM_API_KEY or the file in ANTEROOM_API_KEY_FILE.
#[derive(Args, Clone, Debug)]
pub struct RushCommand {
    /// How many guests ask to join, 1 to 10000
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    guests: u32,
    /// How many hosts watch and let in, 1 to 100
    #[arg(long, value_name = "M", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=100))]
    hosts: u32,
    /// The server, on this machine
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    url: Url,
    /// Guests who ask at the same moment, 1 to 1000
    #[arg(long, value_name = "N", default_value_t = 32, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    at_once: u32,
    /// Seconds after which it ends in any case, 1 to 3600
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3_600))]
    within: u64,
    /// Write the table as a picture too
    #[arg(long, value_name = "FILE.svg")]
    plot: Option<PathBuf>,
}

/// Why there was no rush.
#[derive(Debug, thiserror::Error)]
enum RushError {
    #[error("--url must be a server on this machine: http://127.0.0.1, http://[::1] or http://localhost with its port")]
    NotHere,
    #[error("--guests and --hosts need {needed} open files, and {allowed} are allowed (ulimit -n)")]
    Files { needed: u64, allowed: u64 },
    #[error(transparent)]
    Setting(#[from] SettingError),
    #[error("the server does not take part: {0}")]
    Refused(#[from] Problem),
    #[error("--plot {file}: {error}", file = .file.display())]
    Plot { file: PathBuf, error: io::Error },
    #[error("cannot go on: {0}")]
    System(#[from] io::Error),
}

impl RushError {
    fn exit_code(&self) -> ExitCode {
        match self {
            Self::NotHere | Self::Files { .. } | Self::Setting(_) => ExitCode::from(EXIT_USAGE),
            _ => ExitCode::FAILURE,
        }
    }
}

impl RushCommand {
    /// Exit code 0: every guest got in. 1: not all did, or the server could not be used. 2: wrong usage.
    pub fn run(self) -> ExitCode {
        match self.rush() {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(error) => {
                let _ = writeln!(io::stderr(), "error: {error}");
                error.exit_code()
            }
        }
    }

    /// Whether everybody got in.
    fn rush(self) -> Result<bool, RushError> {
        if !is_here(&self.url) {
            return Err(RushError::NotHere);
        }
        let streams = u64::from(self.guests) + u64::from(self.hosts);
        let requests = u64::from(self.at_once) + u64::from(self.hosts);
        let allowed = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
        enough_files(streams + requests + OTHER_FILES, allowed)?;
        let key = config::api_key()?;
        let course = serve::runtime()?.block_on(async {
            let scene = Scene::set(Api::new(&self.url)?, key, self.guests, self.hosts, self.at_once).await?;
            let course = scene.play(Duration::from_secs(self.within)).await;
            Ok::<_, RushError>(course)
        })?;
        self.tell(&course)
    }

    fn tell(&self, course: &Course) -> Result<bool, RushError> {
        write!(io::stdout(), "{}", figures::table(&course.rows))?;
        for (trouble, times) in course.troubles.iter().take(10) {
            writeln!(io::stderr(), "{times} × {trouble}")?;
        }
        if let Some(file) = &self.plot {
            let title = format!("{} guests, {} hosts", self.guests, self.hosts);
            std::fs::write(file, plot::svg(&title, &course.rows))
                .map_err(|error| RushError::Plot { file: file.clone(), error })?;
        }
        Ok(course.troubles.is_empty() && course.rows.iter().all(|row| row.errors == 0))
    }
}

/// Whether the address is this machine's own, so that nobody's server is ever loaded by mistake.
fn is_here(url: &Url) -> bool {
    let own = match url.host() {
        Some(Host::Ipv4(address)) => IpAddr::from(address).is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    own && matches!(url.scheme(), "http" | "https") && url.path() == "/" && url.username().is_empty()
}

/// `allowed`: none is without limit.
fn enough_files(needed: u64, allowed: Option<u64>) -> Result<(), RushError> {
    match allowed {
        Some(allowed) if allowed < needed => Err(RushError::Files { needed, allowed }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_servers_on_this_machine_are_rushed() {
        let here = |text: &str| is_here(&Url::parse(text).unwrap());
        for own in ["http://127.0.0.1:8080", "http://127.9.9.9/", "http://[::1]:80", "https://localhost:8443"] {
            assert!(here(own), "{own}");
        }
        for other in [
            "http://192.168.1.7",
            "http://example.org",
            "http://localhost.example.org",
            "http://127.0.0.1.example.org",
            "http://0.0.0.0:8080",
            "http://[::ffff:8.8.8.8]",
            "ftp://127.0.0.1",
            "http://127.0.0.1/api",
            "http://ana@127.0.0.1",
            "data:,127.0.0.1",
        ] {
            assert!(!here(other), "{other}");
        }
    }

    #[test]
    fn more_streams_than_open_files_are_refused_before_anything_is_done() {
        assert!(enough_files(1_024, Some(1_024)).is_ok() && enough_files(1_024, None).is_ok());
        let refused = enough_files(1_025, Some(1_024)).unwrap_err().to_string();
        assert!(refused.contains("1025") && refused.contains("1024") && refused.contains("ulimit"), "{refused}");
    }
}
