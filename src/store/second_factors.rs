//! Second factors of accounts, their recovery codes, and who has given a password and is asked for a code.

use jiff::Timestamp;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use super::row::{get, parsed, time, time_optional};
use super::{Result, Store, Tx};
use crate::domain::ids::AccountId;

/// What is kept of a second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// Sealed.
    pub secret: Vec<u8>,
    pub created_at: Timestamp,
    /// None while it is being set up: nobody is asked for a code of it.
    pub confirmed_at: Option<Timestamp>,
    /// The step of the latest code that counted.
    pub last_step: i64,
    /// Wrong codes since the last right one.
    pub failures: u32,
    pub waits_until: Timestamp,
}

fn factor(row: &SqliteRow) -> Result<SecondFactor> {
    Ok(SecondFactor {
        secret: get(row, "secret")?,
        created_at: time(row, "created_at")?,
        confirmed_at: time_optional(row, "confirmed_at")?,
        last_step: get(row, "last_step")?,
        failures: get(row, "failures")?,
        waits_until: time(row, "waits_until")?,
    })
}

async fn find(connection: &mut SqliteConnection, account: AccountId) -> Result<Option<SecondFactor>> {
    let row = sqlx::query("SELECT * FROM second_factor WHERE account_id = ?")
        .bind(account.to_string())
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(factor).transpose()
}

impl Store {
    /// An account's second factor, also one that is being set up.
    pub async fn second_factor(&self, account: AccountId) -> Result<Option<SecondFactor>> {
        find(&mut *self.read().await?, account).await
    }

    /// Whether an account is asked for a code when it signs in.
    pub async fn has_second_factor(&self, account: AccountId) -> Result<bool> {
        Ok(self.second_factor(account).await?.is_some_and(|factor| factor.confirmed_at.is_some()))
    }

    /// How many recovery codes an account has not used.
    pub async fn recovery_codes_left(&self, account: AccountId) -> Result<i64> {
        Ok(sqlx::query_scalar("SELECT count(*) FROM recovery_code WHERE account_id = ? AND used_at IS NULL")
            .bind(account.to_string())
            .fetch_one(&mut *self.read().await?)
            .await?)
    }
}

impl Tx {
    pub async fn second_factor(&mut self, account: AccountId) -> Result<Option<SecondFactor>> {
        find(&mut self.connection, account).await
    }

    /// Begins a second factor, in place of one that was begun before.
    pub async fn begin_second_factor(&mut self, account: AccountId, sealed: &[u8], at: Timestamp) -> Result<()> {
        self.delete_second_factor(account).await?;
        sqlx::query("INSERT INTO second_factor (account_id, secret, created_at) VALUES (?, ?, ?)")
            .bind(account.to_string())
            .bind(sealed)
            .bind(at.as_millisecond())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    pub async fn confirm_second_factor(&mut self, account: AccountId, at: Timestamp) -> Result<()> {
        sqlx::query("UPDATE second_factor SET confirmed_at = ? WHERE account_id = ?")
            .bind(at.as_millisecond())
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// Notes a right code of the app, so that it does not count again.
    pub async fn note_step(&mut self, account: AccountId, step: i64) -> Result<()> {
        sqlx::query("UPDATE second_factor SET last_step = ? WHERE account_id = ?")
            .bind(step)
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// Notes how many codes were wrong one after the other, and until when none is looked at.
    pub async fn note_failures(&mut self, account: AccountId, failures: u32, waits_until: Timestamp) -> Result<()> {
        sqlx::query("UPDATE second_factor SET failures = ?, waits_until = ? WHERE account_id = ?")
            .bind(failures)
            .bind(waits_until.as_millisecond())
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// Deletes a second factor and its recovery codes. Answers whether there was one.
    pub async fn delete_second_factor(&mut self, account: AccountId) -> Result<bool> {
        sqlx::query("DELETE FROM recovery_code WHERE account_id = ?")
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        let done = sqlx::query("DELETE FROM second_factor WHERE account_id = ?")
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Puts new recovery codes in the place of all others.
    pub async fn set_recovery_codes(&mut self, account: AccountId, hashes: &[[u8; 32]]) -> Result<()> {
        sqlx::query("DELETE FROM recovery_code WHERE account_id = ?")
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        for hash in hashes {
            sqlx::query("INSERT INTO recovery_code (account_id, code_hash) VALUES (?, ?)")
                .bind(account.to_string())
                .bind(hash.as_slice())
                .execute(&mut self.connection)
                .await?;
        }
        Ok(())
    }

    /// Uses a recovery code up. False when there is none such, or it was used.
    pub async fn use_recovery_code(&mut self, account: AccountId, hash: &[u8; 32], at: Timestamp) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE recovery_code SET used_at = ? WHERE account_id = ? AND code_hash = ? AND used_at IS NULL",
        )
        .bind(at.as_millisecond())
        .bind(account.to_string())
        .bind(hash.as_slice())
        .execute(&mut self.connection)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    pub async fn recovery_codes_left(&mut self, account: AccountId) -> Result<i64> {
        Ok(sqlx::query_scalar("SELECT count(*) FROM recovery_code WHERE account_id = ? AND used_at IS NULL")
            .bind(account.to_string())
            .fetch_one(&mut self.connection)
            .await?)
    }

    /// Notes that somebody gave the right password and is asked for a code. What is over goes.
    pub async fn insert_sign_in_step(
        &mut self,
        secret_hash: &[u8; 32],
        account: AccountId,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        sqlx::query("DELETE FROM sign_in_step WHERE expires_at <= ?")
            .bind(now.as_millisecond())
            .execute(&mut self.connection)
            .await?;
        sqlx::query("INSERT INTO sign_in_step (secret_hash, account_id, expires_at) VALUES (?, ?, ?)")
            .bind(secret_hash.as_slice())
            .bind(account.to_string())
            .bind(expires_at.as_millisecond())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    /// Who is asked for a code, if the question still stands.
    pub async fn sign_in_step(&mut self, secret_hash: &[u8; 32], now: Timestamp) -> Result<Option<AccountId>> {
        let row = sqlx::query("SELECT account_id FROM sign_in_step WHERE secret_hash = ? AND expires_at > ?")
            .bind(secret_hash.as_slice())
            .bind(now.as_millisecond())
            .fetch_optional(&mut self.connection)
            .await?;
        row.map(|row| parsed(&row, "account_id")).transpose()
    }

    /// Ends all questions for codes of an account.
    pub async fn end_sign_in_steps(&mut self, account: AccountId) -> Result<()> {
        sqlx::query("DELETE FROM sign_in_step WHERE account_id = ?")
            .bind(account.to_string())
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }
}
