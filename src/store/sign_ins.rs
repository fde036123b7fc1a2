//! Logins of accounts.

use jiff::Timestamp;

use super::row::{get, parsed, time};
use super::sql::{Row, query};
use super::{Result, Store, Tx};
use crate::domain::ids::{AccountId, SignInId};
use crate::domain::policy;

/// A login of an account on one browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    pub id: SignInId,
    pub account_id: AccountId,
    pub created_at: Timestamp,
    pub last_seen_at: Timestamp,
    /// When the password was last given.
    pub confirmed_at: Timestamp,
    pub address: Option<String>,
    pub browser: Option<String>,
}

impl SignIn {
    /// Neither idle for too long nor too old.
    pub fn is_alive(&self, now: Timestamp) -> bool {
        now < self.last_seen_at + policy::SIGN_IN_IDLE && now < self.created_at + policy::SIGN_IN_LIFE
    }
}

fn sign_in(row: &Row<'_>) -> Result<SignIn> {
    Ok(SignIn {
        id: parsed(row, "id")?,
        account_id: parsed(row, "account_id")?,
        created_at: time(row, "created_at")?,
        last_seen_at: time(row, "last_seen_at")?,
        confirmed_at: time(row, "confirmed_at")?,
        address: get(row, "address")?,
        browser: get(row, "browser")?,
    })
}

impl Store {
    /// The login that a cookie's hash belongs to, unless it was ended.
    pub fn sign_in(&self, secret_hash: &[u8; 32]) -> Result<Option<SignIn>> {
        query("SELECT * FROM sign_in WHERE secret_hash = ? AND ended_at IS NULL")
            .bind(secret_hash.as_slice())
            .optional(&self.readers, sign_in)
    }

    /// An account's logins that were not ended, newest first.
    pub fn sign_ins_of(&self, account: AccountId) -> Result<Vec<SignIn>> {
        query("SELECT * FROM sign_in WHERE account_id = ? AND ended_at IS NULL ORDER BY last_seen_at DESC")
            .bind(account.to_string())
            .all(&self.readers, sign_in)
    }
}

impl Tx {
    pub fn insert_sign_in(&mut self, sign_in: &SignIn, secret_hash: &[u8; 32]) -> Result<()> {
        query(
            "INSERT INTO sign_in (id, secret_hash, account_id, created_at, last_seen_at, confirmed_at, address, browser)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(sign_in.id.to_string())
        .bind(secret_hash.as_slice())
        .bind(sign_in.account_id.to_string())
        .bind(sign_in.created_at.as_millisecond())
        .bind(sign_in.last_seen_at.as_millisecond())
        .bind(sign_in.confirmed_at.as_millisecond())
        .bind(&sign_in.address)
        .bind(&sign_in.browser).execute(&self.connection)?;
        Ok(())
    }

    pub fn touch_sign_in(&mut self, id: SignInId, at: Timestamp) -> Result<()> {
        query("UPDATE sign_in SET last_seen_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn confirm_sign_in(&mut self, id: SignInId, at: Timestamp) -> Result<()> {
        query("UPDATE sign_in SET confirmed_at = ?, last_seen_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(at.as_millisecond())
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Ends one login of an account, or all of them. Answers how many ended.
    pub fn end_sign_ins(&mut self, account: AccountId, only: Option<SignInId>, at: Timestamp) -> Result<u64> {
        let done = query(
            "UPDATE sign_in SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND (? IS NULL OR id = ?)",
        )
        .bind(at.as_millisecond())
        .bind(account.to_string())
        .bind(only.map(|id| id.to_string()))
        .bind(only.map(|id| id.to_string()))
        .execute(&self.connection)?;
        Ok(done)
    }
}
