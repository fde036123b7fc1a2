//! Webhooks as admins set them up: making, testing, switching, changing the secret, sending again, deleting.

use jiff::SignedDuration;
use secrecy::{ExposeSecret as _, SecretString};

use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::{DeliveryId, WebhookId};
use crate::domain::webhook::Events;
use crate::random;
use crate::sealing::SealError;
use crate::store::{About, Delivery, Tx, Webhook};

/// More would be a mistake in some program, and each costs a request for every act.
const MOST: i64 = 20;
/// After a change of the secret, both sign for this long.
const BOTH_SECRETS: SignedDuration = SignedDuration::from_hours(24);
/// A delivery is tried for this long.
pub(super) const TRIED_FOR: SignedDuration = SignedDuration::from_hours(24);
/// What a webhook's secrets are sealed for.
pub(super) const PURPOSE: &str = "webhook";
/// The event of a test; no act has this name.
pub const TEST: &str = "test";

/// What an admin can switch or change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    Enable,
    Disable,
}

impl From<SealError> for Refusal {
    fn from(error: SealError) -> Self {
        tracing::error!(%error, "a secret could not be sealed or opened");
        Self::Store(crate::store::StoreError::Failed(error.to_string()))
    }
}

/// What the log says of an address: its path may be a secret of the other side.
fn host(url: &str) -> String {
    url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

fn changed(webhook: &Webhook, changed: &'static str) -> Fact {
    Fact::WebhookChanged { name: host(&webhook.url), changed }
}

impl Moderation {
    /// Makes a webhook; the secret that signs is answered once.
    ///
    /// # Errors
    /// When the actor may not, the address cannot be used, or there are too many.
    pub async fn create_webhook(
        &self,
        actor: &Actor,
        url: &str,
        events: Events,
    ) -> Result<(Webhook, SecretString), Refusal> {
        let url = self.outgoing.parse(url).map_err(|problem| Refusal::invalid("url", problem))?;
        let (now, actor) = (self.clock.now(), actor.clone());
        let secret = new_secret();
        let webhook = Webhook {
            id: WebhookId(random::id(now)),
            url: url.into(),
            events,
            secret: self.sealing.seal(PURPOSE, secret.expose_secret().as_bytes())?,
            old_secret: None,
            old_until: None,
            enabled: true,
            cursor: 0,
            failures: 0,
            paused_until: now,
            created_at: now,
        };
        let made = webhook.clone();
        self.store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                if tx.count_webhooks()? >= MOST {
                    return Err(Refusal::invalid("url", format!("would be more than {MOST} webhooks")));
                }
                tx.insert_webhook(&made)?;
                let fact = Fact::WebhookCreated { name: host(&made.url) };
                Ok(tx.append_audit(&actor, now, About::default(), &fact)?)
            })
            .await?;
        self.webhooks_wait.notify_one();
        Ok((webhook, secret))
    }

    /// Switches a webhook on or off. What happens while it is off is not told later.
    ///
    /// # Errors
    /// When the actor may not, or there is no such webhook.
    pub async fn switch_webhook(&self, actor: &Actor, id: WebhookId, switch: Switch) -> Result<(), Refusal> {
        let enabled = switch == Switch::Enable;
        self.change_webhook(actor, id, move |tx, webhook| {
            if webhook.enabled == enabled {
                return Ok((None, ()));
            }
            tx.enable_webhook(id, enabled)?;
            Ok((Some(changed(&webhook, if enabled { "enabled" } else { "disabled" })), ()))
        })
        .await
    }

    /// Gives a new secret, answered once. The old one signs as well for a day.
    ///
    /// # Errors
    /// When the actor may not, or there is no such webhook.
    pub async fn renew_webhook_secret(&self, actor: &Actor, id: WebhookId) -> Result<SecretString, Refusal> {
        let secret = new_secret();
        let sealed = self.sealing.seal(PURPOSE, secret.expose_secret().as_bytes())?;
        let old_until = self.clock.now() + BOTH_SECRETS;
        self.change_webhook(actor, id, move |tx, webhook| {
            tx.set_webhook_secret(id, &sealed, old_until)?;
            Ok((Some(changed(&webhook, "secret")), ()))
        })
        .await?;
        Ok(secret)
    }

    /// Deletes a webhook; what waits for it is not sent any more.
    ///
    /// # Errors
    /// When the actor may not, or there is no such webhook.
    pub async fn delete_webhook(&self, actor: &Actor, id: WebhookId) -> Result<(), Refusal> {
        let now = self.clock.now();
        self.change_webhook(actor, id, move |tx, webhook| {
            tx.delete_webhook(id, now)?;
            Ok((Some(Fact::WebhookDeleted { name: host(&webhook.url) }), ()))
        })
        .await
    }

    /// Sends a test to a webhook.
    ///
    /// # Errors
    /// When the actor may not, or there is no such webhook.
    pub async fn test_webhook(&self, actor: &Actor, id: WebhookId) -> Result<Delivery, Refusal> {
        let now = self.clock.now();
        let delivery = DeliveryId(random::id(now));
        self.change_webhook(actor, id, move |tx, webhook| {
            if !webhook.enabled {
                return Err(Refusal::Forbidden("webhook_disabled"));
            }
            Ok((None, tx.insert_delivery(delivery, id, (None, TEST), now, now + TRIED_FOR)?))
        })
        .await
    }

    /// Sends a delivery again, whatever became of it: the same id, the same sequence.
    ///
    /// # Errors
    /// When the actor may not, or there is no such delivery.
    pub async fn redeliver(&self, actor: &Actor, id: WebhookId, delivery: DeliveryId) -> Result<Delivery, Refusal> {
        let now = self.clock.now();
        self.change_webhook(actor, id, move |tx, webhook| {
            if !webhook.enabled {
                return Err(Refusal::Forbidden("webhook_disabled"));
            }
            let again = tx.redeliver(id, delivery, now, now + TRIED_FOR)?;
            Ok((None, again.ok_or(Refusal::NotFound)?))
        })
        .await
    }

    async fn change_webhook<T, C>(&self, actor: &Actor, id: WebhookId, change: C) -> Result<T, Refusal>
    where
        T: Send + 'static,
        C: FnOnce(&mut Tx, Webhook) -> Result<(Option<Fact>, T), Refusal> + Send + 'static,
    {
        let (now, actor) = (self.clock.now(), actor.clone());
        let done = self
            .store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                let webhook = tx.webhook_to_change(id)?.ok_or(Refusal::NotFound)?;
                let (fact, done) = change(tx, webhook)?;
                if let Some(fact) = fact {
                    tx.append_audit(&actor, now, About::default(), &fact)?;
                }
                Ok::<_, Refusal>(done)
            })
            .await?;
        self.webhooks_wait.notify_one();
        Ok(done)
    }
}

fn new_secret() -> SecretString {
    format!("wh_{}", random::secret().expose_secret()).into()
}
