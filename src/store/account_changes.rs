//! The latest change of each account that can be taken back.

use jiff::Timestamp;

use super::row::{parsed, time, time_optional};
use super::sql::{Source, query};
use super::{Result, Store, Tx};
use crate::domain::account::{AccountChange, Before};
use crate::domain::ids::AccountId;

fn find(connection: impl Source, account: AccountId) -> Result<Option<AccountChange>> {
    query("SELECT * FROM account_change WHERE account_id = ?").bind(account.to_string()).optional(connection, |row| {
        let undone = time_optional(row, "undone_at")?.is_some();
        Ok(AccountChange { was: parsed(row, "was")?, at: time(row, "at")?, undone })
    })
}

impl Store {
    pub fn account_change(&self, account: AccountId) -> Result<Option<AccountChange>> {
        find(&self.readers, account)
    }
}

impl Tx {
    pub fn account_change(&mut self, account: AccountId) -> Result<Option<AccountChange>> {
        find(&self.connection, account)
    }

    /// Notes what an account was. An earlier change can no longer be taken back.
    pub fn note_account_change(&mut self, account: AccountId, was: Before, at: Timestamp) -> Result<()> {
        query(
            "INSERT INTO account_change (account_id, was, at) VALUES (?, ?, ?)
             ON CONFLICT (account_id) DO UPDATE SET was = excluded.was, at = excluded.at, undone_at = NULL",
        )
        .bind(account.to_string())
        .bind(was.as_str())
        .bind(at.as_millisecond())
        .execute(&self.connection)?;
        Ok(())
    }

    pub fn note_account_change_undone(&mut self, account: AccountId, at: Timestamp) -> Result<()> {
        query("UPDATE account_change SET undone_at = ? WHERE account_id = ?")
            .bind(at.as_millisecond())
            .bind(account.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn forget_account_change(&mut self, account: AccountId) -> Result<()> {
        query("DELETE FROM account_change WHERE account_id = ?").bind(account.to_string()).execute(&self.connection)?;
        Ok(())
    }
}
