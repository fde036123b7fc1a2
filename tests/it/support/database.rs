//! The file itself, as somebody beside the server sees it.

use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, SqliteConnection};

use super::Server;

/// A connection of somebody else to the file.
pub async fn connection(file: &Path, read_only: bool) -> SqliteConnection {
    SqliteConnectOptions::new().filename(file).read_only(read_only).connect().await.unwrap()
}

impl Server {
    pub async fn database(&self) -> SqliteConnection {
        connection(&self.folder.path().join("anteroom.db"), true).await
    }

    /// Every row of every table, save when somebody was last seen: that is no change of anything.
    pub async fn everything(&self) -> String {
        let mut file = self.database().await;
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\'
            AND name NOT LIKE 'sqlite%' ORDER BY name";
        let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut file).await.unwrap();
        let mut everything = String::new();
        for table in tables {
            let columns = "SELECT group_concat('quote(' || name || ')', ' || char(9) || ') FROM pragma_table_info(?1)
                WHERE name NOT IN ('last_seen_at', 'last_used_at', 'cursor', 'failures', 'paused_until')
                AND (?1 <> 'delivery' OR name IN ('id', 'webhook_id', 'sequence'))";
            let columns: String = sqlx::query_scalar(columns).bind(&table).fetch_one(&mut file).await.unwrap();
            // One value for a table: the driver's way for each row would take longer than SQLite.
            let rows = format!(
                "SELECT coalesce(group_concat(line, char(10)), '') FROM (SELECT {columns} AS line FROM {table} ORDER BY 1)"
            );
            let rows: String = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(&mut file).await.unwrap();
            everything.push_str(&format!("{table}\n{rows}\n"));
        }
        everything
    }
}
