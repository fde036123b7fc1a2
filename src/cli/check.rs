//! `anteroom check`: whether the settings of the video provider work, in one line for each finding.

use std::io::{self, Write as _};
use std::process::ExitCode;

use super::EXIT_USAGE;
use crate::clock::Clock;
use crate::config::{ProviderSettings, SettingArgs, SettingError, Settings};
use crate::random;
use crate::video::platform::{Account, Problem, Rest, clock_is_off};

/// Try the settings of the video provider, without changing anything there
#[derive(clap::Args, Clone, Debug)]
pub struct CheckCommand {
    #[command(flatten)]
    settings: SettingArgs,
}

/// Why a provider cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProviderTrouble {
    #[error(transparent)]
    Setting(#[from] SettingError),
    #[error(transparent)]
    Platform(#[from] Problem),
    #[error("cannot start: {0}")]
    System(#[from] io::Error),
}

impl ProviderTrouble {
    /// Says it in one line: exit code 2 where a setting must be changed, 1 where it may work later.
    pub fn tell(&self) -> ExitCode {
        let _ = writeln!(io::stderr(), "anteroom: {self}");
        match self {
            Self::Setting(_) | Self::Platform(Problem::Settings { .. }) => ExitCode::from(EXIT_USAGE),
            _ => ExitCode::FAILURE,
        }
    }
}

impl CheckCommand {
    /// Exit code 0: all is well.
    pub fn run(self) -> ExitCode {
        match self.check() {
            Ok(()) => ExitCode::SUCCESS,
            Err(trouble) => trouble.tell(),
        }
    }

    fn check(self) -> Result<(), ProviderTrouble> {
        let settings = Settings::from_environment(self.settings)?;
        if matches!(settings.provider, ProviderSettings::Local) {
            writeln!(io::stdout(), "provider local: the embedded session, which needs no account")?;
            return Ok(());
        }
        let rest = rest(&settings)?;
        let client = rest.account().client();
        writeln!(
            io::stdout(),
            "provider {}: the settings of {} can be used",
            client.provider,
            rest.account().project()
        )?;
        let ahead = super::serve::runtime()?.block_on(rest.check(random::bytes::<16>()))?;
        writeln!(
            io::stdout(),
            "platform {}: answers, and takes our signature",
            rest.base().origin().ascii_serialization()
        )?;
        match ahead.and_then(clock_is_off) {
            Some(off) => writeln!(io::stdout(), "warning: {off}")?,
            None => writeln!(io::stdout(), "clock: agrees with the platform's")?,
        }
        Ok(())
    }
}

/// The platform's API as the settings say.
pub(super) fn rest(settings: &Settings) -> Result<Rest, ProviderTrouble> {
    let account = Account::of(&settings.provider)?;
    Ok(Rest::new(account, &settings.video_api, Clock::default())?)
}
