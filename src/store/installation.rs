//! What the installation remembers about itself.

use super::sql::{query, single};
use super::{Result, Store, Tx};

impl Store {
    pub fn installation(&self, name: &str) -> Result<Option<String>> {
        query("SELECT value FROM installation WHERE name = ?").bind(name).optional(&self.readers, single)
    }
}

impl Tx {
    pub fn installation(&mut self, name: &str) -> Result<Option<String>> {
        query("SELECT value FROM installation WHERE name = ?").bind(name).optional(&self.connection, single)
    }

    /// Remembers a value in place of whatever there was.
    pub fn set_installation(&mut self, name: &str, value: &str) -> Result<()> {
        query(
            "INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value).execute(&self.connection)?;
        Ok(())
    }

    /// Remembers a value, unless there is one already; answers the one that counts.
    pub fn remember(&mut self, name: &str, value: &str) -> Result<String> {
        query("INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
            .bind(name)
            .bind(value)
            .execute(&self.connection)?;
        query("SELECT value FROM installation WHERE name = ?").bind(name).one(&self.connection, single)
    }
}
