//! `anteroom backup`: a copy of the database, also while a server works on it. And `anteroom restore-confirm`, which says
//! what becomes of a copy that took the database's place.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::directly::{CommandError, DatabaseArg, run, say_json};
use crate::clock::Clock;
use crate::domain::actor::Actor;
use crate::moderation::{OldAccess, Refusal};
use crate::store;

#[derive(Args)]
pub struct BackupCommand {
    /// The copy to make; nothing is ever overwritten.
    file: PathBuf,
    #[command(flatten)]
    database: DatabaseArg,
}

impl BackupCommand {
    pub fn run(self) -> ExitCode {
        run(async {
            let database = self.database.existing()?;
            let copied = store::back_up(database, &self.file, Clock::default().now()).await?;
            say_json(&json!({
                "file": copied.file,
                "bytes": copied.bytes,
                "taken_at": copied.taken_at,
            }))
        })
    }
}

#[derive(Args)]
pub struct RestoreConfirmCommand {
    /// keep: links, tickets and keys of the copy work again. void: they never do.
    access: String,
    #[command(flatten)]
    database: DatabaseArg,
}

impl RestoreConfirmCommand {
    pub fn run(self) -> ExitCode {
        run(async {
            let access: OldAccess =
                self.access.parse().map_err(|error| CommandError::Usage(format!("ACCESS {error}")))?;
            let moderation = self.database.open(false)?;
            let confirmed = match moderation.confirm_copy(&Actor::SYSTEM, access).await {
                Err(Refusal::NotFound) => return Err(CommandError::NoCopy),
                other => other?,
            };
            say_json(&json!({
                "taken_at": confirmed.taken_at,
                "access": access.as_str(),
                "voided_links": confirmed.links,
                "voided_keys": confirmed.keys,
                "ended_guests": confirmed.guests,
            }))
        })
    }
}
