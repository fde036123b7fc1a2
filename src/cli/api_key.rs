//! `anteroom api-key`: keys for programs. Works beside a running server, which knows a new key at once.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use secrecy::ExposeSecret as _;
use serde_json::json;

use super::directly::{CommandError, DatabaseArg, Done, run, say, say_json};
use crate::domain::actor::Actor;
use crate::domain::ids::ApiKeyId;
use crate::domain::text::{Email, KeyName};
use crate::moderation::{NewApiKey, Refusal};

#[derive(Subcommand)]
pub enum ApiKeyCommand {
    /// Make a key and print it, and nothing else.
    Create(Create),
    /// Print all keys, one JSON object a line; never the keys themselves.
    List(DatabaseArg),
    /// Revoke a key at once.
    Revoke(Revoke),
}

#[derive(Args)]
pub struct Create {
    /// What hosts read when a program with this key decides.
    #[arg(long)]
    name: String,
    /// admin: everything. host: what the account of --account may do.
    #[arg(long)]
    scope: String,
    /// The e-mail address of the account, for scope host.
    #[arg(long, value_name = "EMAIL")]
    account: Option<String>,
    #[command(flatten)]
    database: DatabaseArg,
}

#[derive(Args)]
pub struct Revoke {
    /// The key's id, as `list` shows it.
    id: String,
    #[command(flatten)]
    database: DatabaseArg,
}

impl ApiKeyCommand {
    pub fn run(self) -> ExitCode {
        run(async {
            match self {
                Self::Create(command) => create(command).await,
                Self::List(database) => list(database),
                Self::Revoke(command) => revoke(command).await,
            }
        })
    }
}

async fn create(command: Create) -> Done {
    let usage = |problem: &str| CommandError::Usage(problem.to_owned());
    let account = match (command.scope.as_str(), &command.account) {
        ("admin", None) => None,
        ("admin", Some(_)) => return Err(usage("--account belongs to --scope host")),
        ("host", Some(email)) => Some(Email::parse(email).map_err(CommandError::text("--account"))?),
        ("host", None) => return Err(usage("--scope host needs --account")),
        _ => return Err(usage("--scope must be admin or host")),
    };
    let name = KeyName::parse(&command.name).map_err(CommandError::text("--name"))?;
    let moderation = command.database.open(account.is_none())?;
    let (_, secret) = moderation.create_api_key(&Actor::SYSTEM, NewApiKey { name, account }).await?;
    say(secret.expose_secret())
}

fn list(database: DatabaseArg) -> Done {
    let moderation = database.open(false)?;
    for key in moderation.store.api_keys().map_err(Refusal::from)? {
        say_json(&json!({
            "id": key.id,
            "name": key.name,
            "scope": key.scope(),
            "account_id": key.account_id,
            "created_at": key.created_at,
            "last_used_at": key.last_used_at,
            "revoked_at": key.revoked_at,
        }))?;
    }
    Ok(())
}

async fn revoke(command: Revoke) -> Done {
    let id: ApiKeyId = command.id.parse().map_err(|_| CommandError::Usage("ID is not the id of a key".to_owned()))?;
    let moderation = command.database.open(false)?;
    match moderation.revoke_api_key(&Actor::SYSTEM, id).await {
        Err(Refusal::NotFound) => Err(CommandError::NoKey),
        other => Ok(other.map(drop)?),
    }
}
