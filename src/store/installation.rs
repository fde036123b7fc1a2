//! What the installation remembers about itself.

use super::{Result, Store, Tx};

impl Store {
    pub async fn installation(&self, name: &str) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("SELECT value FROM installation WHERE name = ?")
            .bind(name)
            .fetch_optional(&mut *self.read().await?)
            .await?)
    }
}

impl Tx {
    pub async fn installation(&mut self, name: &str) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("SELECT value FROM installation WHERE name = ?")
            .bind(name)
            .fetch_optional(&mut self.connection)
            .await?)
    }

    /// Remembers a value in place of whatever there was.
    pub async fn set_installation(&mut self, name: &str, value: &str) -> Result<()> {
        sqlx::query(
            "INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(&mut self.connection)
        .await?;
        Ok(())
    }

    /// Remembers a value, unless there is one already; answers the one that counts.
    pub async fn remember(&mut self, name: &str, value: &str) -> Result<String> {
        sqlx::query("INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
            .bind(name)
            .bind(value)
            .execute(&mut self.connection)
            .await?;
        Ok(sqlx::query_scalar("SELECT value FROM installation WHERE name = ?")
            .bind(name)
            .fetch_one(&mut self.connection)
            .await?)
    }
}
