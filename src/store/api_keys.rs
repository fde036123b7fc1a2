//! Keys of programs.

use jiff::Timestamp;

use super::row::{get, parsed, parsed_optional, time, time_optional};
use super::sql::{Row, query};
use super::{Result, Store, Tx};
use crate::domain::ids::{AccountId, ApiKeyId};

/// A key. Without an account it has an admin's rights, else those of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    pub id: ApiKeyId,
    pub name: String,
    pub account_id: Option<AccountId>,
    pub created_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

impl ApiKey {
    pub fn scope(&self) -> &'static str {
        if self.account_id.is_some() { "host" } else { "admin" }
    }
}

fn api_key(row: &Row<'_>) -> Result<ApiKey> {
    Ok(ApiKey {
        id: parsed(row, "id")?,
        name: get(row, "name")?,
        account_id: parsed_optional(row, "account_id")?,
        created_at: time(row, "created_at")?,
        last_used_at: time_optional(row, "last_used_at")?,
        revoked_at: time_optional(row, "revoked_at")?,
    })
}

impl Store {
    /// The key with this hash, unless it was revoked.
    pub fn api_key(&self, secret_hash: &[u8; 32]) -> Result<Option<ApiKey>> {
        query(
            "SELECT * FROM api_key WHERE secret_hash = ? AND revoked_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM installation WHERE name = 'copy')",
        )
        .bind(secret_hash.as_slice())
        .optional(&self.readers, api_key)
    }

    /// All keys, oldest first.
    pub fn api_keys(&self) -> Result<Vec<ApiKey>> {
        query("SELECT * FROM api_key ORDER BY id").all(&self.readers, api_key)
    }
}

impl Tx {
    pub fn insert_api_key(&mut self, key: &ApiKey, secret_hash: &[u8; 32]) -> Result<()> {
        query("INSERT INTO api_key (id, name, secret_hash, scope, account_id, created_at) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(key.id.to_string())
            .bind(&key.name)
            .bind(secret_hash.as_slice())
            .bind(key.scope())
            .bind(key.account_id.map(|id| id.to_string()))
            .bind(key.created_at.as_millisecond())
            .execute(&self.connection)?;
        Ok(())
    }

    pub fn set_api_key_used(&mut self, id: ApiKeyId, at: Timestamp) -> Result<()> {
        query("UPDATE api_key SET last_used_at = ? WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Revokes a key; answers the key, if there is one that was not revoked before.
    pub fn revoke_api_key(&mut self, id: ApiKeyId, at: Timestamp) -> Result<Option<ApiKey>> {
        query("UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING *")
            .bind(at.as_millisecond())
            .bind(id.to_string())
            .optional(&self.connection, api_key)
    }
}
