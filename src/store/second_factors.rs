//! Second factors of accounts, their recovery codes, and who has given a password and is asked for a code.

use jiff::Timestamp;

use super::row::{get, parsed, time, time_optional};
use super::sql::{Row, Source, query, single};
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

fn factor(row: &Row<'_>) -> Result<SecondFactor> {
    Ok(SecondFactor {
        secret: get(row, "secret")?,
        created_at: time(row, "created_at")?,
        confirmed_at: time_optional(row, "confirmed_at")?,
        last_step: get(row, "last_step")?,
        failures: get(row, "failures")?,
        waits_until: time(row, "waits_until")?,
    })
}

fn find(connection: impl Source, account: AccountId) -> Result<Option<SecondFactor>> {
    query("SELECT * FROM second_factor WHERE account_id = ?").bind(account.to_string()).optional(connection, factor)
}

impl Store {
    /// An account's second factor, also one that is being set up.
    pub fn second_factor(&self, account: AccountId) -> Result<Option<SecondFactor>> {
        find(&self.readers, account)
    }

    /// Whether an account is asked for a code when it signs in.
    pub fn has_second_factor(&self, account: AccountId) -> Result<bool> {
        Ok(self.second_factor(account)?.is_some_and(|factor| factor.confirmed_at.is_some()))
    }

    /// How many recovery codes an account has not used.
    pub fn recovery_codes_left(&self, account: AccountId) -> Result<i64> {
        query("SELECT count(*) FROM recovery_code WHERE account_id = ? AND used_at IS NULL")
            .bind(account.to_string())
            .one(&self.readers, single)
    }
}

impl Tx {
    pub fn second_factor(&mut self, account: AccountId) -> Result<Option<SecondFactor>> {
        find(&self.connection, account)
    }

    /// Begins a second factor, in place of one that was begun before.
    pub fn begin_second_factor(&mut self, account: AccountId, sealed: &[u8], at: Timestamp) -> Result<()> {
        self.delete_second_factor(account)?;
        query("INSERT INTO second_factor (account_id, secret, created_at) VALUES (?, ?, ?)")
            .bind(account.to_string())
            .bind(sealed)
            .bind(at.as_millisecond())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn confirm_second_factor(&mut self, account: AccountId, at: Timestamp) -> Result<()> {
        query("UPDATE second_factor SET confirmed_at = ? WHERE account_id = ?")
            .bind(at.as_millisecond())
            .bind(account.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Notes a right code of the app, so that it does not count again.
    pub fn note_step(&mut self, account: AccountId, step: i64) -> Result<()> {
        query("UPDATE second_factor SET last_step = ? WHERE account_id = ?")
            .bind(step)
            .bind(account.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Notes how many codes were wrong one after the other, and until when none is looked at.
    pub fn note_failures(&mut self, account: AccountId, failures: u32, waits_until: Timestamp) -> Result<()> {
        query("UPDATE second_factor SET failures = ?, waits_until = ? WHERE account_id = ?")
            .bind(failures)
            .bind(waits_until.as_millisecond())
            .bind(account.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Deletes a second factor and its recovery codes. Answers whether there was one.
    pub fn delete_second_factor(&mut self, account: AccountId) -> Result<bool> {
        query("DELETE FROM recovery_code WHERE account_id = ?").bind(account.to_string()).execute(&self.connection)?;
        let done = query("DELETE FROM second_factor WHERE account_id = ?")
            .bind(account.to_string())
            .execute(&self.connection)?;
        Ok(done > 0)
    }

    /// Puts new recovery codes in the place of all others.
    pub fn set_recovery_codes(&mut self, account: AccountId, hashes: &[[u8; 32]]) -> Result<()> {
        query("DELETE FROM recovery_code WHERE account_id = ?").bind(account.to_string()).execute(&self.connection)?;
        for hash in hashes {
            query("INSERT INTO recovery_code (account_id, code_hash) VALUES (?, ?)")
                .bind(account.to_string())
                .bind(hash.as_slice())
                .execute(&self.connection)?;
        }
        Ok(())
    }

    /// Uses a recovery code up. False when there is none such, or it was used.
    pub fn use_recovery_code(&mut self, account: AccountId, hash: &[u8; 32], at: Timestamp) -> Result<bool> {
        let done =
            query("UPDATE recovery_code SET used_at = ? WHERE account_id = ? AND code_hash = ? AND used_at IS NULL")
                .bind(at.as_millisecond())
                .bind(account.to_string())
                .bind(hash.as_slice())
                .execute(&self.connection)?;
        Ok(done > 0)
    }

    pub fn recovery_codes_left(&mut self, account: AccountId) -> Result<i64> {
        query("SELECT count(*) FROM recovery_code WHERE account_id = ? AND used_at IS NULL")
            .bind(account.to_string())
            .one(&self.connection, single)
    }

    /// Notes that somebody gave the right password and is asked for a code. What is over goes.
    pub fn insert_sign_in_step(
        &mut self,
        secret_hash: &[u8; 32],
        account: AccountId,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        query("DELETE FROM sign_in_step WHERE expires_at <= ?").bind(now.as_millisecond()).execute(&self.connection)?;
        query("INSERT INTO sign_in_step (secret_hash, account_id, expires_at) VALUES (?, ?, ?)")
            .bind(secret_hash.as_slice())
            .bind(account.to_string())
            .bind(expires_at.as_millisecond())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Who is asked for a code, if the question still stands.
    pub fn sign_in_step(&mut self, secret_hash: &[u8; 32], now: Timestamp) -> Result<Option<AccountId>> {
        query("SELECT account_id FROM sign_in_step WHERE secret_hash = ? AND expires_at > ?")
            .bind(secret_hash.as_slice())
            .bind(now.as_millisecond())
            .optional(&self.connection, |row| parsed(row, "account_id"))
    }

    /// Ends all questions for codes of an account.
    pub fn end_sign_in_steps(&mut self, account: AccountId) -> Result<()> {
        query("DELETE FROM sign_in_step WHERE account_id = ?").bind(account.to_string()).execute(&self.connection)?;
        Ok(())
    }
}
