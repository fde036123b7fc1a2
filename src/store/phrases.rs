//! What a room's hosts say often.

use super::row::{get, text};
use super::sql::query;
use super::{Result, Store, Tx};
use crate::domain::ids::RoomId;
use crate::domain::text::Message;

impl Store {
    /// A room's own phrases by their place; none where the usual one is offered.
    pub fn phrases(&self, room: RoomId) -> Result<Vec<Option<Message>>> {
        let rows = query("SELECT number, phrase FROM room_phrase WHERE room_id = ? ORDER BY number")
            .bind(room.to_string())
            .all(&self.readers, |row| Ok((get::<i64>(row, "number")?, text(row, "phrase", Message::parse)?)))?;
        let mut phrases = Vec::new();
        for (number, phrase) in rows {
            phrases.resize(usize::try_from(number - 1).unwrap_or_default(), None);
            phrases.push(Some(phrase));
        }
        Ok(phrases)
    }
}

impl Tx {
    /// Keeps these phrases in place of those of before.
    pub fn save_phrases(&mut self, room: RoomId, phrases: &[Option<Message>]) -> Result<()> {
        query("DELETE FROM room_phrase WHERE room_id = ?").bind(room.to_string()).execute(&self.connection)?;
        for (phrase, number) in phrases.iter().zip(1i64..) {
            let Some(phrase) = phrase else { continue };
            query("INSERT INTO room_phrase (room_id, number, phrase) VALUES (?, ?, ?)")
                .bind(room.to_string())
                .bind(number)
                .bind(phrase.as_str())
                .execute(&self.connection)?;
        }
        Ok(())
    }
}
