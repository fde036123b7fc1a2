//! `anteroom session create`: a session at the video provider, for a room that is to have a particular one.

use std::process::ExitCode;

use super::check::{ProviderTrouble, rest};
use super::{print_line, serve};
use crate::config::{SettingArgs, SettingError, Settings};
use crate::video::MediaMode;

/// Make sessions at the video provider
#[derive(clap::Subcommand, Clone, Debug)]
pub enum SessionCommand {
    /// Make a session and print its id
    Create(CreateCommand),
}

#[derive(clap::Args, Clone, Debug)]
pub struct CreateCommand {
    #[command(flatten)]
    settings: SettingArgs,
    /// Which way media take: routed (through the platform) or relayed (directly where that works)
    #[arg(long, value_name = "MODE", default_value = "routed")]
    media_mode: String,
}

impl SessionCommand {
    pub fn run(self) -> ExitCode {
        let Self::Create(command) = self;
        match command.create() {
            Ok(session_id) => print_line(session_id, ExitCode::SUCCESS),
            Err(trouble) => trouble.tell(),
        }
    }
}

impl CreateCommand {
    fn create(self) -> Result<String, ProviderTrouble> {
        let wrong = |why| SettingError::new("--media-mode", why);
        let mode: MediaMode = self.media_mode.parse().map_err(wrong)?;
        let rest = rest(&Settings::from_environment(self.settings)?)?;
        Ok(serve::runtime()?.block_on(rest.create_session(mode))?)
    }
}
