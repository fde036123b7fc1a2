//! Accounts.

use jiff::Timestamp;

use super::row::{get, parsed, text, time, time_optional};
use super::sql::{Row, Source, query, single};
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

fn account(row: &Row<'_>) -> Result<Account> {
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

fn find(connection: impl Source, id: AccountId) -> Result<Option<Account>> {
    query("SELECT * FROM account WHERE id = ?").bind(id.to_string()).optional(connection, account)
}

impl Store {
    pub fn account(&self, id: AccountId) -> Result<Option<Account>> {
        find(&self.readers, id)
    }

    /// All accounts, by name.
    pub fn accounts(&self) -> Result<Vec<Account>> {
        query("SELECT * FROM account ORDER BY name, id").all(&self.readers, account)
    }

    /// The accounts whose name or address holds a text, by name, with how many rooms they host.
    pub fn accounts_matching(&self, text: &str) -> Result<Vec<AccountSummary>> {
        let found = query(
            "SELECT account.*, (SELECT count(*) FROM room_host WHERE account_id = account.id) AS rooms
             FROM account ORDER BY name, id",
        )
        .all(&self.readers, |row| Ok(AccountSummary { account: account(row)?, rooms: get(row, "rooms")? }))?;
        // SQLite folds the case of ASCII letters only.
        let text = text.trim().to_lowercase();
        let matches = |account: &Account| {
            account.name.as_str().to_lowercase().contains(&text) || account.email.as_str().contains(&text)
        };
        Ok(found.into_iter().filter(|summary| matches(&summary.account)).collect())
    }

    /// Whether the first admin has been made.
    pub fn has_admin(&self) -> Result<bool> {
        let found = query("SELECT 1 FROM account WHERE role = 'admin' LIMIT 1").optional(&self.readers, |_| Ok(()))?;
        Ok(found.is_some())
    }

    pub fn credentials(&self, email: &Email) -> Result<Option<Credentials>> {
        query("SELECT * FROM account WHERE email = ?").bind(email.as_str()).optional(&self.readers, |row| {
            Ok(Credentials { account: account(row)?, password_hash: get(row, "password_hash")? })
        })
    }
}

impl Tx {
    pub fn account(&mut self, id: AccountId) -> Result<Option<Account>> {
        find(&self.connection, id)
    }

    pub fn account_by_email(&mut self, email: &Email) -> Result<Option<Account>> {
        query("SELECT * FROM account WHERE email = ?").bind(email.as_str()).optional(&self.connection, account)
    }

    /// How many admins there are that are not disabled.
    pub fn active_admins(&mut self) -> Result<i64> {
        query("SELECT count(*) FROM account WHERE role = 'admin' AND disabled_at IS NULL").one(&self.connection, single)
    }

    pub fn insert_account(&mut self, account: &Account, password_hash: Option<&str>) -> Result<()> {
        query("INSERT INTO account (id, email, name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(account.id.to_string())
            .bind(account.email.as_str())
            .bind(account.name.as_str())
            .bind(account.role.as_str())
            .bind(password_hash)
            .bind(account.created_at.as_millisecond())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn set_account_role(&mut self, id: AccountId, role: AccountRole) -> Result<()> {
        query("UPDATE account SET role = ? WHERE id = ?")
            .bind(role.as_str())
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn set_account_disabled(&mut self, id: AccountId, disabled_at: Option<Timestamp>) -> Result<()> {
        query("UPDATE account SET disabled_at = ? WHERE id = ?")
            .bind(disabled_at.map(Timestamp::as_millisecond))
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn set_password_hash(&mut self, id: AccountId, hash: &str) -> Result<()> {
        query("UPDATE account SET password_hash = ? WHERE id = ?")
            .bind(hash)
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn set_account_seen(&mut self, id: AccountId, at: Timestamp) -> Result<()> {
        query("UPDATE account SET last_seen_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }
}
