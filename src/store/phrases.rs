//! What a room's hosts say often.

use super::row::{get, text};
use super::{Result, Store, Tx};
use crate::domain::ids::RoomId;
use crate::domain::text::Message;

impl Store {
    /// A room's own phrases by their place; none where the usual one is offered.
    pub async fn phrases(&self, room: RoomId) -> Result<Vec<Option<Message>>> {
        let rows = sqlx::query("SELECT number, phrase FROM room_phrase WHERE room_id = ? ORDER BY number")
            .bind(room.to_string())
            .fetch_all(&mut *self.read().await?)
            .await?;
        let mut phrases = Vec::new();
        for row in &rows {
            let number: i64 = get(row, "number")?;
            phrases.resize(usize::try_from(number - 1).unwrap_or_default(), None);
            phrases.push(Some(text(row, "phrase", Message::parse)?));
        }
        Ok(phrases)
    }
}

impl Tx {
    /// Keeps these phrases in place of those of before.
    pub async fn save_phrases(&mut self, room: RoomId, phrases: &[Option<Message>]) -> Result<()> {
        sqlx::query("DELETE FROM room_phrase WHERE room_id = ?")
            .bind(room.to_string())
            .execute(&mut self.connection)
            .await?;
        for (phrase, number) in phrases.iter().zip(1i64..) {
            let Some(phrase) = phrase else { continue };
            sqlx::query("INSERT INTO room_phrase (room_id, number, phrase) VALUES (?, ?, ?)")
                .bind(room.to_string())
                .bind(number)
                .bind(phrase.as_str())
                .execute(&mut self.connection)
                .await?;
        }
        Ok(())
    }
}
