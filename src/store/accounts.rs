//! Accounts.

use jiff::Timestamp;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use super::row::{get, parsed, text, time, time_optional};
use super::{Result, Store, Tx};
use crate::domain::account::{Account, AccountRole};
use crate::domain::ids::AccountId;
use crate::domain::text::{Email, PersonName};

/// An account with the hash of its password, for checking a sign-in.
#[derive(Debug)]
pub struct Credentials {
    pub account: Account,
    pub password_hash: Option<String>,
}

/// An account in the list of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountSummary {
    pub account: Account,
    /// How many rooms it is a host of.
    pub rooms: i64,
}

fn account(row: &SqliteRow) -> Result<Account> {
    Ok(Account {
        id: parsed(row, "id")?,
        email: text(row, "email", Email::parse)?,
        name: text(row, "name", PersonName::parse)?,
        role: parsed(row, "role")?,
        disabled: time_optional(row, "disabled_at")?.is_some(),
        created_at: time(row, "created_at")?,
        last_seen_at: time_optional(row, "last_seen_at")?,
    })
}

async fn find(connection: &mut SqliteConnection, id: AccountId) -> Result<Option<Account>> {
    let row = sqlx::query("SELECT * FROM account WHERE id = ?").bind(id.to_string()).fetch_optional(connection).await?;
    row.as_ref().map(account).transpose()
}

impl Store {
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>> {
        find(&mut *self.read().await?, id).await
    }

    /// All accounts, by name.
    pub async fn accounts(&self) -> Result<Vec<Account>> {
        let rows = sqlx::query("SELECT * FROM account ORDER BY name, id").fetch_all(&mut *self.read().await?).await?;
        rows.iter().map(account).collect()
    }

    /// The accounts whose name or address holds a text, by name, with how many rooms they host.
    pub async fn accounts_matching(&self, text: &str) -> Result<Vec<AccountSummary>> {
        let rows = sqlx::query(
            "SELECT account.*, (SELECT count(*) FROM room_host WHERE account_id = account.id) AS rooms
             FROM account ORDER BY name, id",
        )
        .fetch_all(&mut *self.read().await?)
        .await?;
        let found: Result<Vec<AccountSummary>> =
            rows.iter().map(|row| Ok(AccountSummary { account: account(row)?, rooms: get(row, "rooms")? })).collect();
        // SQLite folds the case of ASCII letters only.
        let text = text.trim().to_lowercase();
        let matches = |account: &Account| {
            account.name.as_str().to_lowercase().contains(&text) || account.email.as_str().contains(&text)
        };
        Ok(found?.into_iter().filter(|summary| matches(&summary.account)).collect())
    }

    /// Whether the first admin has been made.
    pub async fn has_admin(&self) -> Result<bool> {
        let row = sqlx::query("SELECT 1 FROM account WHERE role = 'admin' LIMIT 1");
        Ok(row.fetch_optional(&mut *self.read().await?).await?.is_some())
    }

    pub async fn credentials(&self, email: &Email) -> Result<Option<Credentials>> {
        let row = sqlx::query("SELECT * FROM account WHERE email = ?")
            .bind(email.as_str())
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(|row| Ok(Credentials { account: account(&row)?, password_hash: get(&row, "password_hash")? }))
            .transpose()
    }
}

impl Tx {
    pub async fn account(&mut self, id: AccountId) -> Result<Option<Account>> {
        find(&mut self.connection, id).await
    }

    pub async fn account_by_email(&mut self, email: &Email) -> Result<Option<Account>> {
        let row = sqlx::query("SELECT * FROM account WHERE email = ?")
            .bind(email.as_str())
            .fetch_optional(&mut self.connection)
            .await?;
        row.as_ref().map(account).transpose()
    }

    /// How many admins there are that are not disabled.
    pub async fn active_admins(&mut self) -> Result<i64> {
        Ok(sqlx::query_scalar("SELECT count(*) FROM account WHERE role = 'admin' AND disabled_at IS NULL")
            .fetch_one(&mut self.connection)
            .await?)
    }

    pub async fn insert_account(&mut self, account: &Account, password_hash: Option<&str>) -> Result<()> {
        sqlx::query("INSERT INTO account (id, email, name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(account.id.to_string())
            .bind(account.email.as_str())
            .bind(account.name.as_str())
            .bind(account.role.as_str())
            .bind(password_hash)
            .bind(account.created_at.as_millisecond())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    pub async fn set_account_role(&mut self, id: AccountId, role: AccountRole) -> Result<()> {
        sqlx::query("UPDATE account SET role = ? WHERE id = ?")
            .bind(role.as_str())
            .bind(id.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    pub async fn set_account_disabled(&mut self, id: AccountId, disabled_at: Option<Timestamp>) -> Result<()> {
        sqlx::query("UPDATE account SET disabled_at = ? WHERE id = ?")
            .bind(disabled_at.map(Timestamp::as_millisecond))
            .bind(id.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    pub async fn set_password_hash(&mut self, id: AccountId, hash: &str) -> Result<()> {
        sqlx::query("UPDATE account SET password_hash = ? WHERE id = ?")
            .bind(hash)
            .bind(id.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    pub async fn set_account_seen(&mut self, id: AccountId, at: Timestamp) -> Result<()> {
        sqlx::query("UPDATE account SET last_seen_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }
}
