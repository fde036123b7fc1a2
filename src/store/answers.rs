//! Answers kept for clients that ask the same thing again.

use jiff::Timestamp;

use super::row::get;
use super::sql::query;
use super::{Result, Tx};

/// A request that may come again: whose it is, by which key, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeatable {
    pub scope: String,
    pub key_hash: [u8; 32],
    pub request_hash: [u8; 32],
}

/// What was answered. The body is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    pub status: u16,
    pub location: Option<String>,
    pub body: Vec<u8>,
}

/// What is known of a key that was used before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedKey {
    /// Of the request it was used for.
    pub request_hash: Vec<u8>,
    /// None while the request is under way, or when it was broken off.
    pub answer: Option<KeptAnswer>,
}

impl Tx {
    pub fn used_key(&mut self, request: &Repeatable) -> Result<Option<UsedKey>> {
        query("SELECT * FROM answer WHERE scope = ? AND key_hash = ?")
            .bind(&request.scope)
            .bind(request.key_hash.as_slice())
            .optional(&self.connection, |row| {
                let status: Option<u16> = get(row, "status")?;
                let answer = match status {
                    Some(status) => {
                        Some(KeptAnswer { status, location: get(row, "location")?, body: get(row, "body")? })
                    }
                    None => None,
                };
                Ok(UsedKey { request_hash: get(row, "request_hash")?, answer })
            })
    }

    pub fn insert_key(&mut self, request: &Repeatable, at: Timestamp) -> Result<()> {
        query("INSERT INTO answer (scope, key_hash, request_hash, created_at) VALUES (?, ?, ?, ?)")
            .bind(&request.scope)
            .bind(request.key_hash.as_slice())
            .bind(request.request_hash.as_slice())
            .bind(at.as_millisecond())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn keep_answer(&mut self, request: &Repeatable, answer: &KeptAnswer) -> Result<()> {
        query("UPDATE answer SET status = ?, location = ?, body = ? WHERE scope = ? AND key_hash = ?")
            .bind(answer.status)
            .bind(&answer.location)
            .bind(&answer.body)
            .bind(&request.scope)
            .bind(request.key_hash.as_slice())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn forget_key(&mut self, request: &Repeatable) -> Result<()> {
        query("DELETE FROM answer WHERE scope = ? AND key_hash = ?")
            .bind(&request.scope)
            .bind(request.key_hash.as_slice())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn forget_answers_before(&mut self, at: Timestamp) -> Result<()> {
        query("DELETE FROM answer WHERE created_at < ?").bind(at.as_millisecond()).execute(&self.connection)?;
        Ok(())
    }
}
