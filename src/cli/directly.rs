//! Commands that work on the database file itself, also while a server runs on it.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use super::{EXIT_USAGE, serve};
use crate::clock::Clock;
use crate::domain::text::{Email, TextProblem};
use crate::moderation::{Moderation, Refusal};
use crate::store::{CopyError, OpenError, Store, StoreError};

/// Which file.
#[derive(clap::Args, Clone, Debug)]
pub struct DatabaseArg {
    /// Database file
    #[arg(long, env = "ANTEROOM_DATABASE", value_name = "FILE", default_value = "anteroom.db")]
    database: PathBuf,
}

/// Why a command did nothing. One line each.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// What was asked for cannot be: wrong usage.
    #[error("{0}")]
    Usage(String),
    #[error("there is no database {}", .0.display())]
    NoDatabase(PathBuf),
    #[error("{}: {source}", .file.display())]
    Database { file: PathBuf, source: OpenError },
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("nobody here has that e-mail address")]
    NoAccount,
    #[error("there is no such key in use")]
    NoKey,
    #[error("{0}")]
    Copy(#[from] CopyError),
    #[error("the database is no copy that waits to be confirmed")]
    NoCopy,
    #[error("the log cannot be read: {0}")]
    Log(#[from] StoreError),
    #[error("cannot start: {0}")]
    System(#[from] io::Error),
    #[error("cannot write the answer: {0}")]
    Answer(#[from] serde_json::Error),
}

impl CommandError {
    /// An argument with a text that cannot be.
    pub fn text(argument: &'static str) -> impl FnOnce(TextProblem) -> Self {
        move |problem| Self::Usage(format!("{argument} {problem}"))
    }

    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) | Self::Refused(Refusal::Invalid { .. }) => ExitCode::from(EXIT_USAGE),
            _ => ExitCode::FAILURE,
        }
    }
}

pub type Done = Result<(), CommandError>;

impl DatabaseArg {
    /// The file, if it is there.
    pub fn existing(&self) -> Result<&Path, CommandError> {
        if self.database.exists() { Ok(&self.database) } else { Err(CommandError::NoDatabase(self.database.clone())) }
    }

    /// The use cases on the file. Only commands that make the first of something make the file too.
    pub fn open(&self, may_make_it: bool) -> Result<Moderation, CommandError> {
        if !may_make_it {
            self.existing()?;
        }
        let unusable = |source| CommandError::Database { file: self.database.clone(), source };
        let store = Store::open(&self.database).map_err(unusable)?;
        Ok(Moderation::without_video(store, Clock::default()))
    }

    /// The file for reading alone.
    pub fn open_to_read(&self) -> Result<Store, CommandError> {
        if !self.database.exists() {
            return Err(CommandError::NoDatabase(self.database.clone()));
        }
        let unusable = |source| CommandError::Database { file: self.database.clone(), source };
        Store::open_to_read(&self.database).map_err(unusable)
    }
}

/// Runs a command to its end and says in one line on stderr what went wrong.
pub fn run(command: impl Future<Output = Done>) -> ExitCode {
    let done = serve::runtime().map_err(CommandError::from).and_then(|runtime| runtime.block_on(command));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let line = match &error {
                CommandError::Refused(refusal) => in_plain_words(refusal),
                other => other.to_string(),
            };
            let _ = writeln!(io::stderr(), "error: {}", line.replace('\n', " "));
            error.exit_code()
        }
    }
}

/// The rules that a command can run into. (Pages say them from their catalogue, in the reader's language.)
fn in_plain_words(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Forbidden("last_admin") => "this is the last admin who can sign in".to_owned(),
        Refusal::Forbidden("last_host") => "a room would be without a host".to_owned(),
        other => other.to_string(),
    }
}

/// One line on stdout.
pub fn say(line: impl std::fmt::Display) -> Done {
    Ok(writeln!(io::stdout(), "{line}")?)
}

/// One JSON object on a line of its own.
pub fn say_json(value: &impl Serialize) -> Done {
    say(serde_json::to_string(value)?)
}

/// The account with that address.
pub fn account(moderation: &Moderation, email: &str) -> Result<crate::domain::account::Account, CommandError> {
    let email = Email::parse(email).map_err(CommandError::text("EMAIL"))?;
    let found = moderation.store.credentials(&email).map_err(Refusal::from)?;
    found.map(|found| found.account).ok_or(CommandError::NoAccount)
}
