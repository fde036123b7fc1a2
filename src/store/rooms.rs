//! Rooms and their hosts.

use super::row::{as_json, get, json, parsed, parsed_optional, text, text_optional, time};
use super::sql::{Row, Source, query, single};
use super::{Counts, Result, Store, Tx};
use crate::domain::ids::{AccountId, AdmissionId, PersonId, RoomId};
use crate::domain::room::{Door, Room, RoomHost, Settings};
use crate::domain::text::{Message, PersonName, Title};

/// A room in a list, with how many are where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomSummary {
    pub room: Room,
    pub counts: Counts,
    /// Since when the first in line has waited.
    pub longest_wait_since: Option<jiff::Timestamp>,
}

pub(super) fn room(row: &Row<'_>) -> Result<Room> {
    Ok(Room {
        id: parsed(row, "id")?,
        code: get(row, "code")?,
        title: text(row, "title", Title::parse)?,
        settings: Settings {
            door: parsed(row, "door")?,
            host_label: text_optional(row, "host_label", PersonName::parse)?,
            show_position: get(row, "show_position")?,
            name_in_token: get(row, "name_in_token")?,
            token_seconds: get(row, "token_seconds")?,
            keep_days: get(row, "keep_days")?,
            return_minutes: get(row, "return_minutes")?,
            gone_minutes: get(row, "gone_minutes")?,
            admit_on_arrival: get(row, "admit_on_arrival")?,
            when_hosts_leave: parsed(row, "when_hosts_leave")?,
            most_in_call: get(row, "most_in_call")?,
            most_waiting: get(row, "most_waiting")?,
            one_at_a_time: get(row, "one_at_a_time")?,
            closed_message: text_optional(row, "closed_message", Message::parse)?,
            questions: json(row, "questions")?,
        },
        door_before_lock: parsed_optional(row, "door_before_lock")?,
        attended: get(row, "attended")?,
        session_id: get(row, "session_id")?,
        sequence: get(row, "sequence")?,
        revision: get(row, "revision")?,
        created_at: time(row, "created_at")?,
    })
}

fn find(connection: impl Source, id: RoomId) -> Result<Option<Room>> {
    query("SELECT * FROM room WHERE id = ?").bind(id.to_string()).optional(connection, room)
}

fn hosts(connection: impl Source, id: RoomId) -> Result<Vec<RoomHost>> {
    query(
        "SELECT account_id, account.name, account.email, owner, disabled_at IS NOT NULL AS disabled, person, generation
         FROM room_host JOIN account ON account.id = account_id
         WHERE room_id = ? ORDER BY owner DESC, account.name, account_id",
    )
    .bind(id.to_string())
    .all(connection, room_host)
}

fn room_host(row: &Row<'_>) -> Result<RoomHost> {
    Ok(RoomHost {
        account_id: parsed(row, "account_id")?,
        name: text(row, "name", PersonName::parse)?,
        email: get(row, "email")?,
        owner: get(row, "owner")?,
        disabled: get(row, "disabled")?,
        person: parsed(row, "person")?,
        generation: get(row, "generation")?,
    })
}

impl Store {
    pub fn room(&self, id: RoomId) -> Result<Option<Room>> {
        find(&self.readers, id)
    }

    pub fn room_by_code(&self, code: &str) -> Result<Option<Room>> {
        query("SELECT * FROM room WHERE code = ?").bind(code).optional(&self.readers, room)
    }

    /// Where the guest with this ticket was moved to from a room, and the admission there.
    pub fn moved_from(&self, room_id: RoomId, ticket_hash: &[u8; 32]) -> Result<Option<(Room, AdmissionId)>> {
        query(
            "WITH RECURSIVE before (id, room_id, follows, reason) AS (
                 SELECT id, room_id, follows, NULL FROM admission WHERE ticket_hash = ?1
                 UNION ALL
                 SELECT earlier.id, earlier.room_id, earlier.follows, earlier.reason
                 FROM before JOIN admission AS earlier ON earlier.id = before.follows)
             SELECT room.*, admission.id AS admission_id
             FROM admission JOIN room ON room.id = admission.room_id
             WHERE ticket_hash = ?1 AND room.id <> ?2
               AND EXISTS (SELECT 1 FROM before WHERE before.room_id = ?2 AND before.reason = 'moved')",
        )
        .bind(ticket_hash.as_slice())
        .bind(room_id.to_string())
        .optional(&self.readers, |row| Ok((room(row)?, parsed(row, "admission_id")?)))
    }

    /// A room's hosts, the owner first.
    pub fn room_hosts(&self, id: RoomId) -> Result<Vec<RoomHost>> {
        hosts(&self.readers, id)
    }

    /// The host whom a video provider knows by this id, and the room it is for.
    pub fn room_host_by_person(&self, person: PersonId) -> Result<Option<(RoomId, RoomHost)>> {
        host_by_person(&self.readers, person)
    }

    /// How many rooms there are.
    pub fn room_count(&self) -> Result<i64> {
        query("SELECT count(*) FROM room").one(&self.readers, single)
    }

    /// How many rooms an account is a host of.
    pub fn rooms_hosted(&self, account: AccountId) -> Result<i64> {
        query("SELECT count(*) FROM room_host WHERE account_id = ?")
            .bind(account.to_string())
            .one(&self.readers, single)
    }

    /// All rooms, or those where the account is a host, by age, from after the given one on. At most `limit`.
    pub fn rooms(&self, of: Option<AccountId>, after: Option<RoomId>, limit: i64) -> Result<Vec<RoomSummary>> {
        let of = of.map(|account| account.to_string());
        let rows = query(
            "SELECT room.*,
                    (SELECT requested_at FROM admission WHERE room_id = room.id AND state = 'waiting'
                     ORDER BY place LIMIT 1) AS longest
             FROM room
             WHERE (? IS NULL OR EXISTS (SELECT 1 FROM room_host WHERE room_id = room.id AND account_id = ?))
               AND (? IS NULL OR id > ?)
             ORDER BY id LIMIT ?",
        )
        .bind(&of)
        .bind(&of)
        .bind(after.map(|id| id.to_string()))
        .bind(after.map(|id| id.to_string()))
        .bind(limit)
        .all(&self.readers, |row| Ok((room(row)?, super::row::time_optional(row, "longest")?)))?;
        let mut summaries = Vec::with_capacity(rows.len());
        for (room, longest_wait_since) in rows {
            let counts = self.counts_at(room.id, room.sequence)?;
            summaries.push(RoomSummary { room, counts, longest_wait_since });
        }
        Ok(summaries)
    }
}

fn host_by_person(connection: impl Source, person: PersonId) -> Result<Option<(RoomId, RoomHost)>> {
    query(
        "SELECT room_id, account_id, account.name, account.email, owner, disabled_at IS NOT NULL AS disabled,
                person, generation
         FROM room_host JOIN account ON account.id = account_id WHERE person = ?",
    )
    .bind(person.to_string())
    .optional(connection, |row| Ok((parsed(row, "room_id")?, room_host(row)?)))
}

impl Tx {
    pub fn room_host_by_person(&mut self, person: PersonId) -> Result<Option<(RoomId, RoomHost)>> {
        host_by_person(&self.connection, person)
    }

    pub fn room(&mut self, id: RoomId) -> Result<Option<Room>> {
        find(&self.connection, id)
    }

    pub fn room_hosts(&mut self, id: RoomId) -> Result<Vec<RoomHost>> {
        hosts(&self.connection, id)
    }

    /// The rooms in which this account is the only host that is not disabled: without it nobody would decide there.
    pub fn rooms_with_only_host(&mut self, account: AccountId) -> Result<Vec<Room>> {
        query(
            "SELECT room.* FROM room JOIN room_host ON room_id = room.id AND account_id = ?
             WHERE NOT EXISTS (SELECT 1 FROM room_host AS other JOIN account ON account.id = other.account_id
                               WHERE other.room_id = room.id AND other.account_id <> ? AND disabled_at IS NULL)",
        )
        .bind(account.to_string())
        .bind(account.to_string())
        .all(&self.connection, room)
    }

    pub fn insert_room(&mut self, room: &Room) -> Result<()> {
        query(
            "INSERT INTO room (id, code, title, door, show_position, name_in_token, token_seconds, sequence, revision,
                               created_at)
             VALUES (?, ?, ?, ?, 0, 0, 120, ?, ?, ?)",
        )
        .bind(room.id.to_string())
        .bind(&room.code)
        .bind(room.title.as_str())
        .bind(room.settings.door.as_str())
        .bind(room.sequence)
        .bind(room.revision)
        .bind(room.created_at.as_millisecond())
        .execute(&self.connection)?;
        self.update_room(room, 0)
    }

    /// Saves title and settings and raises the revision.
    pub fn save_room(&mut self, room: &Room) -> Result<()> {
        self.update_room(room, 1)
    }

    fn update_room(&mut self, room: &Room, revisions: i64) -> Result<()> {
        let settings = &room.settings;
        query(
            "UPDATE room SET title = ?, door = ?, host_label = ?, show_position = ?, name_in_token = ?,
                             token_seconds = ?, keep_days = ?, return_minutes = ?, gone_minutes = ?, admit_on_arrival = ?,
                             when_hosts_leave = ?, most_in_call = ?, most_waiting = ?, one_at_a_time = ?,
                             closed_message = ?, questions = ?, door_before_lock = ?,
                             session_id = ?, revision = revision + ? WHERE id = ?",
        )
        .bind(room.title.as_str())
        .bind(settings.door.as_str())
        .bind(settings.host_label.as_ref().map(PersonName::as_str))
        .bind(settings.show_position)
        .bind(settings.name_in_token)
        .bind(settings.token_seconds)
        .bind(settings.keep_days)
        .bind(settings.return_minutes)
        .bind(settings.gone_minutes)
        .bind(settings.admit_on_arrival)
        .bind(settings.when_hosts_leave.as_str())
        .bind(settings.most_in_call)
        .bind(settings.most_waiting)
        .bind(settings.one_at_a_time)
        .bind(settings.closed_message.as_ref().map(Message::as_str))
        .bind(as_json(&settings.questions)?)
        .bind(room.door_before_lock.map(Door::as_str))
        .bind(&room.session_id)
        .bind(revisions)
        .bind(room.id.to_string()).execute(&self.connection)?;
        Ok(())
    }

    /// The room's next sequence number, for a change that is about to be written.
    pub fn next_sequence(&mut self, id: RoomId) -> Result<i64> {
        query("UPDATE room SET sequence = sequence + 1 WHERE id = ? RETURNING sequence")
            .bind(id.to_string())
            .one(&self.connection, single)
    }

    /// The first of so many sequence numbers in a row.
    pub fn next_sequences(&mut self, id: RoomId, count: usize) -> Result<i64> {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let last: i64 = query("UPDATE room SET sequence = sequence + ? WHERE id = ? RETURNING sequence")
            .bind(count)
            .bind(id.to_string())
            .one(&self.connection, single)?;
        Ok(last - count + 1)
    }

    pub fn insert_room_host(&mut self, room: RoomId, account: AccountId, owner: bool, person: PersonId) -> Result<()> {
        query("INSERT INTO room_host (room_id, account_id, owner, person) VALUES (?, ?, ?, ?)")
            .bind(room.to_string())
            .bind(account.to_string())
            .bind(owner)
            .bind(person.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Makes an account's tokens for its rooms stop counting, and has the provider end their connections.
    pub fn void_host_tokens(&mut self, account: AccountId, at: jiff::Timestamp) -> Result<()> {
        query("UPDATE room_host SET generation = generation + 1 WHERE account_id = ?")
            .bind(account.to_string())
            .execute(&self.connection)?;
        let held = query(
            "SELECT room_id, session_id, person, generation FROM room_host JOIN room ON room.id = room_id
             WHERE account_id = ? AND session_id IS NOT NULL",
        )
        .bind(account.to_string())
        .all(&self.connection, |row| {
            let session: String = get(row, "session_id")?;
            Ok((parsed(row, "room_id")?, session, parsed(row, "person")?, get(row, "generation")?))
        })?;
        for (room, session, person, generation) in held {
            self.insert_enforcement(room, &session, person, generation, at)?;
        }
        Ok(())
    }

    pub fn delete_room_host(&mut self, room: RoomId, account: AccountId) -> Result<()> {
        query("DELETE FROM room_host WHERE room_id = ? AND account_id = ?")
            .bind(room.to_string())
            .bind(account.to_string())
            .execute(&self.connection)?;
        Ok(())
    }
}
