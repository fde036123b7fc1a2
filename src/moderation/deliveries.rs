//! Telling webhooks what happened. The log is the outbox: an act is written in its own transaction, then found here,
//! queued for each webhook that wants it, and sent until the other side takes it. Nothing else waits for this.

use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::Value;
use sha2::Sha256;

use super::webhooks::{PURPOSE, TRIED_FOR};
use super::{Moderation, Refusal};
use crate::domain::ids::{AdmissionId, DeliveryId, RoomId, WebhookId};
use crate::outgoing::{Answered, NoAnswer};
use crate::random;
use crate::store::{Delivery, Entry, Tried, Tx, Webhook};

/// So many entries of the log are considered at once, and so many deliveries sent in a row.
const BATCH: i64 = 100;
/// Between two tries of one delivery, at most.
const LONGEST_PAUSE: Duration = Duration::from_secs(60 * 60);
/// A receiver that fails again and again is left alone for at most this long.
const LONGEST_REST: Duration = Duration::from_secs(5 * 60);
/// What was sent is listed for this long.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What is sent. Fields are added, never renamed or taken away.
#[derive(Serialize)]
struct Told<'a> {
    id: DeliveryId,
    /// Counts up by one for each webhook, so that a receiver sees what is missing and what comes late.
    sequence: i64,
    event: &'a str,
    created_at: String,
    fact: Option<Happened>,
}

/// An entry of the log, as the API's streams have it, without the address it came from.
#[derive(Serialize)]
struct Happened {
    sequence: i64,
    at: String,
    action: String,
    actor: ActorTold,
    room_id: Option<RoomId>,
    admission_id: Option<AdmissionId>,
    guest_name: Option<String>,
    detail: Value,
}

#[derive(Serialize)]
struct ActorTold {
    kind: String,
    name: Option<String>,
}

impl From<Entry> for Happened {
    fn from(entry: Entry) -> Self {
        Self {
            sequence: entry.sequence,
            at: rfc3339(entry.at),
            action: entry.action,
            actor: ActorTold { kind: entry.actor_kind, name: Some(entry.actor_name).filter(|name| !name.is_empty()) },
            room_id: entry.room_id,
            admission_id: entry.admission_id,
            guest_name: entry.guest_name,
            detail: entry.detail,
        }
    }
}

fn rfc3339(at: Timestamp) -> String {
    format!("{at:.3}")
}

impl Moderation {
    /// Queues what happened since for every webhook that is on. Answers the webhooks that have something due; none where
    /// no webhook is on.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn queue_deliveries(&self) -> Result<Option<Vec<WebhookId>>, Refusal> {
        // What a copy would tell was told already, by the database that it was taken from.
        if self.store.unconfirmed_copy()?.is_some() {
            return Ok(None);
        }
        let mut webhooks = self.store.webhooks()?;
        webhooks.retain(|webhook| webhook.enabled);
        if webhooks.is_empty() {
            return Ok(None);
        }
        let mut due = Vec::new();
        for webhook in webhooks {
            self.queue_for(&webhook).await?;
            let now = self.clock.now();
            if webhook.paused_until <= now && !self.store.deliveries_due(webhook.id, now, 1)?.is_empty() {
                due.push(webhook.id);
            }
        }
        Ok(Some(due))
    }

    async fn queue_for(&self, webhook: &Webhook) -> Result<(), Refusal> {
        let acts = self.store.acts_in_rooms_after(webhook.cursor, BATCH)?;
        let Some((last, _)) = acts.last() else { return Ok(()) };
        let (id, from, to, now) = (webhook.id, webhook.cursor, *last, self.clock.now());
        let wanted: Vec<_> = acts.into_iter().filter(|(_, act)| webhook.events.includes(act)).collect();
        self.store
            .write(move |tx| {
                if tx.advance_webhook(id, from, to)? {
                    for (entry, act) in wanted {
                        let delivery = DeliveryId(random::id(now));
                        tx.insert_delivery(delivery, id, (Some(entry), &act), now, now + TRIED_FOR)?;
                    }
                }
                Ok::<_, Refusal>(())
            })
            .await?;
        // There may be more.
        self.webhooks_wait.notify_one();
        Ok(())
    }

    /// Sends what is due to one webhook, in order, until it is done or the other side fails.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn deliver(&self, id: WebhookId) -> Result<(), Refusal> {
        for delivery in self.store.deliveries_due(id, self.clock.now(), BATCH)? {
            let Some(webhook) = self.store.webhook(id)?.filter(|webhook| webhook.enabled) else { return Ok(()) };
            let sent = self.send(&webhook, &delivery).await?;
            if !self.note_sent(&webhook, &delivery, sent).await? {
                return Ok(());
            }
        }
        Ok(())
    }

    async fn send(&self, webhook: &Webhook, delivery: &Delivery) -> Result<Result<Answered, NoAnswer>, Refusal> {
        let fact = match delivery.entry {
            Some(entry) => self.store.entry(entry)?.map(Happened::from),
            None => None,
        };
        let told = Told {
            id: delivery.id,
            sequence: delivery.sequence,
            event: &delivery.event,
            created_at: rfc3339(delivery.created_at),
            fact,
        };
        let body = serde_json::to_string(&told).unwrap_or_default();
        let now = self.clock.now();
        let headers = match self.secrets(webhook, now) {
            Ok(secrets) => headers(delivery, &signature(&secrets, now, &body)),
            Err(refused) => return Ok(Err(refused)),
        };
        Ok(self.outgoing.post(&webhook.url, headers, body).await)
    }

    /// The secret, and the old one while it counts. A lost key file is the receiver's trouble no more than a dead line.
    fn secrets(&self, webhook: &Webhook, now: Timestamp) -> Result<Vec<Vec<u8>>, NoAnswer> {
        let old = webhook.old_secret.as_ref().filter(|_| webhook.old_until.is_some_and(|until| now < until));
        let sealed = std::iter::once(&webhook.secret).chain(old);
        let opened: Result<_, _> = sealed.map(|sealed| self.sealing.open(PURPOSE, sealed)).collect();
        opened.map_err(|error| {
            tracing::error!(%error, "a webhook's secret cannot be opened: give it a new one");
            NoAnswer("its secret cannot be opened; give it a new one".to_owned())
        })
    }

    /// Writes down what came of a try. Answers whether the other side took it.
    async fn note_sent(
        &self,
        webhook: &Webhook,
        delivery: &Delivery,
        sent: Result<Answered, NoAnswer>,
    ) -> Result<bool, Refusal> {
        let now = self.clock.now();
        let taken = matches!(&sent, Ok(answered) if (200..300).contains(&answered.status));
        let asked = sent.as_ref().ok().and_then(|answered| answered.retry_after);
        let due_at = now + pause(delivery.attempts + 1, asked, LONGEST_PAUSE);
        let state = match taken {
            true => "delivered",
            false if due_at >= delivery.give_up_at => "failed",
            false => "pending",
        };
        let outcome = sent.map_or_else(|error| error.0, |answered| answered.status.to_string());
        let tried = Tried { at: now, outcome, state, due_at };
        let failures = if taken { 0 } else { webhook.failures + 1 };
        let paused_until = if taken { now } else { now + pause(failures, asked, LONGEST_REST) };
        let delivery = delivery.clone();
        self.store
            .write(move |tx| Ok::<_, Refusal>(tx.note_delivery(&delivery, &tried, failures, paused_until)?))
            .await?;
        Ok(taken)
    }

    /// Forgets what was sent long ago.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn forget_deliveries(&self) -> Result<(), Refusal> {
        /// A little at a time: others want to write as well.
        const ROWS: i64 = 1_000;
        let before = self.clock.now() - KEPT;
        let forget = move |tx: &mut Tx| Ok::<_, Refusal>(tx.forget_deliveries(before, ROWS)?);
        while self.store.write(forget).await? == ROWS.unsigned_abs() {}
        Ok(())
    }
}

/// Doubles with each try, from one second; half of it by chance, so that many do not come at once.
fn pause(attempts: u32, asked: Option<Duration>, longest: Duration) -> Duration {
    let doubled = Duration::from_secs(1 << attempts.saturating_sub(1).min(12)).min(longest);
    let chance = f64::from(random::bytes::<1>()[0]) / 255.0;
    let own = doubled.mul_f64(0.5 + chance / 2.0);
    own.max(asked.unwrap_or_default().min(longest))
}

/// `t=SECONDS,v1=HEX[,v1=HEX]`: HMAC-SHA256 over the seconds, a full stop and the body, by each secret that counts.
fn signature(secrets: &[Vec<u8>], now: Timestamp, body: &str) -> String {
    let seconds = now.as_second();
    let mut text = format!("t={seconds}");
    for secret in secrets {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { continue };
        mac.update(format!("{seconds}.{body}").as_bytes());
        let hex: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        text.push_str(",v1=");
        text.push_str(&hex);
    }
    text
}

fn headers(delivery: &Delivery, signature: &str) -> HeaderMap {
    let named = [
        ("content-type", "application/json".to_owned()),
        ("anteroom-signature", signature.to_owned()),
        ("anteroom-delivery", delivery.id.to_string()),
        ("anteroom-sequence", delivery.sequence.to_string()),
        ("anteroom-event", delivery.event.clone()),
    ];
    let valid = named
        .into_iter()
        .filter_map(|(name, value)| Some((HeaderName::from_static(name), HeaderValue::from_str(&value).ok()?)));
    valid.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest_and_honour_what_was_asked() {
        for (attempts, least, most) in [(1, 0.5, 1.0), (2, 1.0, 2.0), (5, 8.0, 16.0), (40, 1800.0, 3600.0)] {
            let pause = pause(attempts, None, LONGEST_PAUSE).as_secs_f64();
            assert!((least..=most).contains(&pause), "{attempts}: {pause}");
        }
        assert_eq!(pause(1, Some(Duration::from_secs(30)), LONGEST_PAUSE), Duration::from_secs(30));
        assert_eq!(pause(1, Some(Duration::from_secs(1_000_000)), LONGEST_PAUSE), LONGEST_PAUSE);
    }

    #[test]
    fn the_signature_is_hmac_sha256_over_time_and_body() {
        // printf '1700000000.{}' | openssl dgst -sha256 -hmac wh_secret
        let now = Timestamp::from_second(1_700_000_000).unwrap();
        let one = signature(&[b"wh_secret".to_vec()], now, "{}");
        assert_eq!(one, format!("t=1700000000,v1={EXPECTED}"));
        let two = signature(&[b"wh_secret".to_vec(), b"old".to_vec()], now, "{}");
        assert!(two.starts_with(&one) && two.matches(",v1=").count() == 2, "{two}");
    }

    const EXPECTED: &str = "300f5822053128fd6a50623ebb6615666f987a320c550745955375c2c1f48817";
}
