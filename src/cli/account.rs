//! `anteroom account`: people who sign in. Works beside a running server, which sees the change at the next request.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use secrecy::ExposeSecret as _;
use serde_json::json;

use super::directly::{CommandError, DatabaseArg, Done, account, run, say, say_json};
use crate::domain::account::AccountRole;
use crate::domain::actor::Actor;
use crate::domain::text::{Email, PersonName};
use crate::moderation::{NewAccount, Refusal};

#[derive(Subcommand)]
pub enum AccountCommand {
    /// Make an account and print its first password, and nothing else.
    Create(Create),
    /// Print all accounts, one JSON object a line.
    List(DatabaseArg),
    /// Make somebody host or admin.
    SetRole(SetRole),
    /// Give an account a new password and print it, and nothing else. Ends all its sign-ins.
    ResetPassword(OneAccount),
    /// Remove the second factor of somebody who has lost it. Ends all their sign-ins.
    ResetSecondFactor(OneAccount),
    /// Disable an account. Ends all its sign-ins and its keys.
    Disable(OneAccount),
    /// Enable a disabled account again.
    Enable(OneAccount),
}

#[derive(Args)]
pub struct Create {
    /// The address that the person signs in with.
    #[arg(long)]
    email: String,
    /// The name on screen.
    #[arg(long)]
    name: String,
    /// host or admin.
    #[arg(long, default_value = "host")]
    role: String,
    #[command(flatten)]
    database: DatabaseArg,
}

#[derive(Args)]
pub struct SetRole {
    /// The account's e-mail address.
    email: String,
    /// host or admin.
    role: String,
    #[command(flatten)]
    database: DatabaseArg,
}

#[derive(Args)]
pub struct OneAccount {
    /// The account's e-mail address.
    email: String,
    #[command(flatten)]
    database: DatabaseArg,
}

impl AccountCommand {
    pub fn run(self) -> ExitCode {
        run(async {
            match self {
                Self::Create(command) => create(command).await,
                Self::List(database) => list(database),
                Self::SetRole(command) => set_role(command).await,
                Self::ResetPassword(command) => reset_password(command).await,
                Self::ResetSecondFactor(command) => reset_second_factor(command).await,
                Self::Disable(command) => set_disabled(command, true).await,
                Self::Enable(command) => set_disabled(command, false).await,
            }
        })
    }
}

async fn create(command: Create) -> Done {
    let new = NewAccount {
        email: Email::parse(&command.email).map_err(CommandError::text("--email"))?,
        name: PersonName::parse(&command.name).map_err(CommandError::text("--name"))?,
        role: role(&command.role)?,
    };
    let moderation = command.database.open(true)?;
    let (_, password) = moderation.create_account(&Actor::SYSTEM, new).await?;
    say(password.expose_secret())
}

fn list(database: DatabaseArg) -> Done {
    let moderation = database.open(false)?;
    for account in moderation.store.accounts().map_err(Refusal::from)? {
        say_json(&json!({
            "id": account.id,
            "email": account.email.as_str(),
            "name": account.name.as_str(),
            "role": account.role,
            "disabled": account.disabled,
            "created_at": account.created_at,
            "last_seen_at": account.last_seen_at,
        }))?;
    }
    Ok(())
}

async fn set_role(command: SetRole) -> Done {
    let role = role(&command.role)?;
    let moderation = command.database.open(false)?;
    let account = account(&moderation, &command.email)?;
    moderation.set_account_role(&Actor::SYSTEM, account.id, role).await?;
    Ok(())
}

async fn reset_password(command: OneAccount) -> Done {
    let moderation = command.database.open(false)?;
    let account = account(&moderation, &command.email)?;
    let password = moderation.reset_password(&Actor::SYSTEM, account.id).await?;
    say(password.expose_secret())
}

async fn reset_second_factor(command: OneAccount) -> Done {
    let moderation = command.database.open(false)?;
    let account = account(&moderation, &command.email)?;
    moderation.reset_second_factor(&Actor::SYSTEM, account.id).await?;
    Ok(())
}

async fn set_disabled(command: OneAccount, disabled: bool) -> Done {
    let moderation = command.database.open(false)?;
    let account = account(&moderation, &command.email)?;
    moderation.set_account_disabled(&Actor::SYSTEM, account.id, disabled).await?;
    Ok(())
}

fn role(text: &str) -> Result<AccountRole, CommandError> {
    text.parse().map_err(|error: crate::domain::account::UnknownAccountRole| CommandError::Usage(error.to_string()))
}
