//! The command line: one file for each command.

use std::fmt::Display;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub mod account; // people who sign in
pub mod api_key; // keys for programs
pub mod audit; // the log's chain
pub mod backup; // copies of the database
pub mod check; // whether the settings of the video provider work
pub mod demo; // everything embedded, for a newcomer
pub mod directly; // work on the database file itself
pub mod provider_settings; // keys and secrets from the environment
pub mod rush; // many guests at once, to see how a server takes it
pub mod serve; // the server
pub mod session; // sessions at the video provider
pub mod token; // make and inspect client tokens
mod usage; // wrong usage in one line

/// Something was asked for in a way that cannot be done: wrong usage or a wrong setting.
const EXIT_USAGE: u8 = 2;

/// A waiting room for video sessions.
#[derive(Parser)]
#[command(name = "anteroom", version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Without a command: as for `serve`.
    #[command(flatten)]
    serve: serve::ServeCommand,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the waiting room.
    Serve(serve::ServeCommand),
    /// Try everything with a throw-away database: prints a link to a desk and an invite link.
    Demo(demo::DemoCommand),
    /// Make and inspect the tokens that video clients connect with.
    #[command(subcommand)]
    Token(token::TokenCommand),
    /// Make, list and change the accounts of hosts and admins.
    #[command(subcommand)]
    Account(account::AccountCommand),
    /// Make, list and revoke the keys of programs.
    #[command(subcommand)]
    ApiKey(api_key::ApiKeyCommand),
    /// Copy the database, also while a server works on it.
    Backup(backup::BackupCommand),
    /// Say what becomes of the links, tickets and keys of a copy that took the database's place.
    RestoreConfirm(backup::RestoreConfirmCommand),
    /// Check the log.
    /// Make sessions at the video provider.
    #[command(subcommand)]
    Session(session::SessionCommand),
    /// Try the settings of the video provider.
    Check(check::CheckCommand),
    /// Check and export the log.
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Send many guests to a running server on this machine at once, and print how long they wait for it.
    Rush(rush::RushCommand),
}

/// Runs what the process was asked for.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => return refuse(usage::one_line(&error)),
        // Help or the version, as asked for.
        Err(error) => return if error.print().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE },
    };
    match cli.command {
        None => cli.serve.run(),
        Some(Command::Serve(command)) => command.run(),
        Some(Command::Demo(command)) => command.run(),
        Some(Command::Token(command)) => command.run(),
        Some(Command::Account(command)) => command.run(),
        Some(Command::ApiKey(command)) => command.run(),
        Some(Command::Backup(command)) => command.run(),
        Some(Command::RestoreConfirm(command)) => command.run(),
        Some(Command::Session(command)) => command.run(),
        Some(Command::Check(command)) => command.run(),
        Some(Command::Audit(command)) => command.run(),
        Some(Command::Rush(command)) => command.run(),
    }
}

/// Says in one line on stderr what is wrong. There is nobody left to tell if even that fails.
fn refuse(problem: impl Display) -> ExitCode {
    let _ = writeln!(io::stderr(), "error: {problem}");
    ExitCode::from(EXIT_USAGE)
}

/// Prints one line on stdout; `then` is the exit code if that works.
fn print_line(line: impl Display, then: ExitCode) -> ExitCode {
    if writeln!(io::stdout(), "{line}").is_ok() { then } else { ExitCode::FAILURE }
}
