//! Webhooks, and what was sent to them. The log is the outbox: see the migration.

use jiff::Timestamp;

use super::row::{get, parsed, text, time, time_optional};
use super::sql::{Row, query, single};
use super::{Result, Store, Tx};
use crate::domain::ids::{DeliveryId, WebhookId};
use crate::domain::webhook::{Events, EventsProblem};

/// An address that is told what happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    pub id: WebhookId,
    pub url: String,
    pub events: Events,
    /// Sealed, as is the old one.
    pub secret: Vec<u8>,
    pub old_secret: Option<Vec<u8>>,
    pub old_until: Option<Timestamp>,
    pub enabled: bool,
    /// The log's last entry that was considered.
    pub cursor: i64,
    pub failures: u32,
    pub paused_until: Timestamp,
    pub created_at: Timestamp,
}

/// One telling: pending, delivered or failed for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub id: DeliveryId,
    pub webhook_id: WebhookId,
    pub sequence: i64,
    /// Of the log; none for a test.
    pub entry: Option<i64>,
    pub event: String,
    pub created_at: Timestamp,
    pub attempts: u32,
    pub give_up_at: Timestamp,
    /// `pending`, `delivered` or `failed`.
    pub state: String,
    pub tried_at: Option<Timestamp>,
    pub outcome: Option<String>,
}

/// What came of a try.
#[derive(Clone, Debug)]
pub struct Tried {
    pub at: Timestamp,
    pub outcome: String,
    pub state: &'static str,
    /// The next try, of a delivery that is pending still.
    pub due_at: Timestamp,
}

fn events(column: &str) -> std::result::Result<Events, EventsProblem> {
    let names: Vec<String> = serde_json::from_str(column).unwrap_or_default();
    match names.as_slice() {
        [all] if all == "*" => Ok(Events::All),
        [] => Err(EventsProblem::None),
        // A name that this version does not know (any more) is kept.
        _ => Ok(Events::Some(names.into_iter().collect())),
    }
}

fn webhook(row: &Row<'_>) -> Result<Webhook> {
    Ok(Webhook {
        id: parsed(row, "id")?,
        url: get(row, "url")?,
        events: text(row, "events", events)?,
        secret: get(row, "secret")?,
        old_secret: get(row, "old_secret")?,
        old_until: time_optional(row, "old_until")?,
        enabled: get(row, "enabled")?,
        cursor: get(row, "cursor")?,
        failures: get(row, "failures")?,
        paused_until: time(row, "paused_until")?,
        created_at: time(row, "created_at")?,
    })
}

fn delivery(row: &Row<'_>) -> Result<Delivery> {
    Ok(Delivery {
        id: parsed(row, "id")?,
        webhook_id: parsed(row, "webhook_id")?,
        sequence: get(row, "sequence")?,
        entry: get(row, "entry")?,
        event: get(row, "event")?,
        created_at: time(row, "created_at")?,
        attempts: get(row, "attempts")?,
        give_up_at: time(row, "give_up_at")?,
        state: get(row, "state")?,
        tried_at: time_optional(row, "tried_at")?,
        outcome: get(row, "outcome")?,
    })
}

impl Store {
    /// All webhooks that were not deleted, oldest first.
    pub fn webhooks(&self) -> Result<Vec<Webhook>> {
        query("SELECT * FROM webhook WHERE deleted_at IS NULL ORDER BY id").all(&self.readers, webhook)
    }

    pub fn webhook(&self, id: WebhookId) -> Result<Option<Webhook>> {
        query("SELECT * FROM webhook WHERE id = ? AND deleted_at IS NULL")
            .bind(id.to_string())
            .optional(&self.readers, webhook)
    }

    /// What is pending and due for a webhook, in order. At most `limit`.
    pub fn deliveries_due(&self, id: WebhookId, now: Timestamp, limit: i64) -> Result<Vec<Delivery>> {
        query(
            "SELECT * FROM delivery WHERE webhook_id = ? AND state = 'pending' AND due_at <= ? ORDER BY sequence LIMIT ?",
        )
        .bind(id.to_string())
        .bind(now.as_millisecond())
        .bind(limit).all(&self.readers, delivery)
    }

    /// What was sent to a webhook or waits, newest first, before the given sequence. At most `limit`.
    pub fn deliveries(&self, id: WebhookId, before: Option<i64>, limit: i64) -> Result<Vec<Delivery>> {
        query("SELECT * FROM delivery WHERE webhook_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?")
            .bind(id.to_string())
            .bind(before.unwrap_or(i64::MAX))
            .bind(limit)
            .all(&self.readers, delivery)
    }

    /// Numbers and names of the log's entries in rooms after the given one, oldest first. At most `limit`.
    pub fn acts_in_rooms_after(&self, after: i64, limit: i64) -> Result<Vec<(i64, String)>> {
        query("SELECT sequence, action FROM audit WHERE sequence > ? AND room_id IS NOT NULL ORDER BY sequence LIMIT ?")
            .bind(after)
            .bind(limit)
            .all(&self.readers, |row| Ok((get(row, "sequence")?, get(row, "action")?)))
    }
}

impl Tx {
    /// A webhook that is told of what happens from now on.
    pub fn insert_webhook(&mut self, webhook: &Webhook) -> Result<()> {
        query(
            "INSERT INTO webhook (id, url, events, secret, enabled, cursor, created_at)
             VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) FROM audit), ?)",
        )
        .bind(webhook.id.to_string())
        .bind(&webhook.url)
        .bind(serde_json::json!(webhook.events.names()).to_string())
        .bind(&webhook.secret)
        .bind(webhook.enabled)
        .bind(webhook.created_at.as_millisecond())
        .execute(&self.connection)?;
        Ok(())
    }

    pub fn count_webhooks(&mut self) -> Result<i64> {
        query("SELECT count(*) FROM webhook WHERE deleted_at IS NULL").one(&self.connection, single)
    }

    pub fn webhook_to_change(&mut self, id: WebhookId) -> Result<Option<Webhook>> {
        query("SELECT * FROM webhook WHERE id = ? AND deleted_at IS NULL")
            .bind(id.to_string())
            .optional(&self.connection, webhook)
    }

    /// Its place in the log moves only forwards: disabled ones are told nothing of what happened meanwhile.
    pub fn enable_webhook(&mut self, id: WebhookId, enabled: bool) -> Result<()> {
        query(
            "UPDATE webhook SET enabled = ?, failures = 0, paused_until = 0,
                    cursor = (SELECT coalesce(max(sequence), 0) FROM audit) WHERE id = ?",
        )
        .bind(enabled)
        .bind(id.to_string())
        .execute(&self.connection)?;
        Ok(())
    }

    pub fn set_webhook_secret(&mut self, id: WebhookId, secret: &[u8], old_until: Timestamp) -> Result<()> {
        query("UPDATE webhook SET old_secret = secret, old_until = ?, secret = ? WHERE id = ?")
            .bind(old_until.as_millisecond())
            .bind(secret)
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Gone from all lists; what was sent stays until its time is over. Its secrets go at once.
    pub fn delete_webhook(&mut self, id: WebhookId, at: Timestamp) -> Result<()> {
        query(
            "UPDATE webhook SET deleted_at = ?, enabled = 0, secret = x'', old_secret = NULL, old_until = NULL WHERE id = ?",
        )
        .bind(at.as_millisecond())
        .bind(id.to_string()).execute(&self.connection)?;
        query("UPDATE delivery SET state = 'failed', outcome = 'deleted' WHERE webhook_id = ? AND state = 'pending'")
            .bind(id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// The next delivery of a webhook.
    pub fn insert_delivery(
        &mut self,
        id: DeliveryId,
        webhook: WebhookId,
        (entry, event): (Option<i64>, &str),
        now: Timestamp,
        give_up_at: Timestamp,
    ) -> Result<Delivery> {
        let sequence: i64 = query("UPDATE webhook SET sequence = sequence + 1 WHERE id = ? RETURNING sequence")
            .bind(webhook.to_string())
            .one(&self.connection, single)?;
        query(
            "INSERT INTO delivery (id, webhook_id, sequence, entry, event, created_at, due_at, give_up_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
        )
        .bind(id.to_string())
        .bind(webhook.to_string())
        .bind(sequence)
        .bind(entry)
        .bind(event)
        .bind(now.as_millisecond())
        .bind(now.as_millisecond())
        .bind(give_up_at.as_millisecond())
        .one(&self.connection, delivery)
    }

    /// The log was considered up to here. False if somebody else was further, or the webhook is off.
    pub fn advance_webhook(&mut self, id: WebhookId, from: i64, to: i64) -> Result<bool> {
        let done = query("UPDATE webhook SET cursor = ? WHERE id = ? AND cursor = ? AND enabled = 1")
            .bind(to)
            .bind(id.to_string())
            .bind(from)
            .execute(&self.connection)?;
        Ok(done == 1)
    }

    /// What came of a try, and how the webhook fares.
    pub fn note_delivery(
        &mut self,
        sent: &Delivery,
        tried: &Tried,
        failures: u32,
        paused_until: Timestamp,
    ) -> Result<()> {
        query(
            "UPDATE delivery SET attempts = attempts + 1, tried_at = ?, outcome = ?, state = ?, due_at = ?
             WHERE id = ? AND state = 'pending'",
        )
        .bind(tried.at.as_millisecond())
        .bind(&tried.outcome)
        .bind(tried.state)
        .bind(tried.due_at.as_millisecond())
        .bind(sent.id.to_string())
        .execute(&self.connection)?;
        query("UPDATE webhook SET failures = ?, paused_until = ? WHERE id = ?")
            .bind(failures)
            .bind(paused_until.as_millisecond())
            .bind(sent.webhook_id.to_string())
            .execute(&self.connection)?;
        Ok(())
    }

    /// Sends a delivery again, with the same id and sequence. None if the webhook has no such delivery.
    pub fn redeliver(
        &mut self,
        webhook: WebhookId,
        id: DeliveryId,
        now: Timestamp,
        give_up_at: Timestamp,
    ) -> Result<Option<Delivery>> {
        query(
            "UPDATE delivery SET state = 'pending', due_at = ?, give_up_at = ? WHERE id = ? AND webhook_id = ? RETURNING *",
        )
        .bind(now.as_millisecond())
        .bind(give_up_at.as_millisecond())
        .bind(id.to_string())
        .bind(webhook.to_string()).optional(&self.connection, delivery)
    }

    /// Forgets what was sent before. Answers how many rows went; at most `limit`.
    pub fn forget_deliveries(&mut self, before: Timestamp, limit: i64) -> Result<u64> {
        let done = query(
            "DELETE FROM delivery WHERE id IN
             (SELECT id FROM delivery WHERE created_at < ? AND state <> 'pending' LIMIT ?)",
        )
        .bind(before.as_millisecond())
        .bind(limit)
        .execute(&self.connection)?;
        Ok(done)
    }
}
