//! The command line.

use std::process::ExitCode;

use clap::Parser as _;

pub mod serve;

#[derive(clap::Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Serve(serve::ServeCommand),
}

pub fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Serve(command) => command.run(),
    }
}
