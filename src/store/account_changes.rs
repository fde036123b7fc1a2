//! The latest change of each account that can be taken back.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::row::{parsed, time, time_optional};
use super::{Result, Store, Tx};
use crate::domain::account::{AccountChange, Before};
use crate::domain::ids::AccountId;

async fn find(connection: &mut SqliteConnection, account: AccountId) -> Result<Option<AccountChange>> {
    let row = sqlx::query("SELECT * FROM account_change WHERE account_id = ?")
        .bind(account.to_string())
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        let undone = time_optional(&row, "undone_at")?.is_some();
        Ok(AccountChange { was: parsed(&row, "was")?, at: time(&row, "at")?, undone })
    })
    .transpose()
}

impl Store {
    pub async fn account_change(&self, account: AccountId) -> Result<Option<AccountChange>> {
        find(&mut *self.read().await?, account).await
    }
}

impl Tx {
    pub async fn account_change(&mut self, account: AccountId) -> Result<Option<AccountChange>> {
        find(&mut self.connection, account).await
    }

    /// Notes what an account was. An earlier change can no longer be taken back.
    pub async fn note_account_change(&mut self, account: AccountId, was: Before, at: Timestamp) -> Result<()> {
        sqlx::query(
            "INSERT INTO account_change (account_id, was, at) VALUES (?, ?, ?)
             ON CONFLICT (account_id) DO UPDATE SET was = excluded.was, at = excluded.at, undone_at = NULL",
        )
        .bind(account.to_string())
        .bind(was.as_str())
        .bind(at.as_millisecond())
        .execute(&mut self.connection)
        .await?;
        Ok(())
    }

    pub async fn note_account_change_undone(&mut self, account: AccountId, at: Timestamp) -> Result<()> {
        sqlx::query("UPDATE account_change SET undone_at = ? WHERE account_id = ?")
            .bind(at.as_millisecond())
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    pub async fn forget_account_change(&mut self, account: AccountId) -> Result<()> {
        sqlx::query("DELETE FROM account_change WHERE account_id = ?")
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }
}
