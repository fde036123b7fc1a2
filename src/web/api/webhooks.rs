//! Webhooks, for programs with an admin's key.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use schemars::JsonSchema;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

use super::Answer;
use super::caller::Caller;
use super::decisions::Nothing;
use super::query::{NoParameters, Page, PageOnly, StrictQuery};
use crate::domain::ids::{DeliveryId, WebhookId};
use crate::domain::permission::{Action, Standing, may};
use crate::domain::webhook::Events;
use crate::moderation::{Refusal, Switch};
use crate::store::{Delivery, Webhook};
use crate::web::respond::{self, Time};
use crate::web::{OptionalJson, StrictJson, WebError};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewWebhook {
    url: String,
    /// Names of acts; `["*"]`, also when nothing is said, is all.
    events: Option<Vec<String>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    enabled: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Webhook")]
pub(super) struct WebhookShape {
    id: WebhookId,
    url: String,
    events: Vec<String>,
    enabled: bool,
    /// Tries that failed since the last that was taken.
    failures: u32,
    created_at: Time,
}

/// With the secret that signs, shown this once.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "NewWebhook")]
pub(super) struct NewWebhookShape {
    #[serde(flatten)]
    webhook: WebhookShape,
    secret: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Secret")]
pub(super) struct SecretShape {
    secret: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Delivery")]
pub(super) struct DeliveryShape {
    id: DeliveryId,
    sequence: i64,
    event: String,
    /// `pending`, `delivered` or `failed`.
    #[schemars(extend("enum" = ["pending", "delivered", "failed"]))]
    state: String,
    attempts: u32,
    created_at: Time,
    tried_at: Option<Time>,
    /// Of the last try: a status, or why there is none.
    outcome: Option<String>,
}

impl From<Webhook> for WebhookShape {
    fn from(webhook: Webhook) -> Self {
        Self {
            id: webhook.id,
            events: webhook.events.names().into_iter().map(str::to_owned).collect(),
            url: webhook.url,
            enabled: webhook.enabled,
            failures: webhook.failures,
            created_at: Time(webhook.created_at),
        }
    }
}

impl From<Delivery> for DeliveryShape {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: delivery.id,
            sequence: delivery.sequence,
            event: delivery.event,
            state: delivery.state,
            attempts: delivery.attempts,
            created_at: Time(delivery.created_at),
            tried_at: delivery.tried_at.map(Time),
            outcome: delivery.outcome,
        }
    }
}

impl Caller {
    fn administers(&self) -> Result<(), WebError> {
        match may(Standing::to_installation(&self.actor), Action::Administer) {
            true => Ok(()),
            false => Err(WebError::NotFound),
        }
    }

    fn webhook(&self, id: WebhookId) -> Result<Webhook, WebError> {
        self.administers()?;
        let webhook = self.moderation.store.webhook(id).map_err(|error| self.failed(error))?;
        webhook.ok_or(WebError::NotFound)
    }
}

pub(super) async fn create(caller: Caller, body: StrictJson<NewWebhook>) -> Answer {
    caller.administers()?;
    let NewWebhook { url, events } = body.0;
    let events = match &events {
        Some(names) => Events::parse(names.iter().map(String::as_str)),
        None => Ok(Events::All),
    };
    let events = events.map_err(|problem| caller.failed(Refusal::invalid("events", problem)))?;
    let made = caller.moderation.create_webhook(&caller.actor, &url, events).await;
    let (webhook, secret) = made.map_err(|refused| caller.failed(refused))?;
    let shape = NewWebhookShape { webhook: webhook.into(), secret: secret.expose_secret().to_owned() };
    Ok(respond::json(StatusCode::CREATED, &shape))
}

pub(super) async fn list(caller: Caller, query: StrictQuery<PageOnly>) -> Answer {
    caller.administers()?;
    let page: Page<WebhookId> = query.0.page()?;
    let mut webhooks = caller.moderation.store.webhooks().map_err(|error| caller.failed(error))?;
    webhooks.retain(|webhook| page.after.is_none_or(|after| webhook.id > after));
    Ok(page.answer(webhooks, |webhook| webhook.id.to_string(), WebhookShape::from))
}

pub(super) async fn show(caller: Caller, id: Path<WebhookId>, _: StrictQuery<NoParameters>) -> Answer {
    Ok(respond::json(StatusCode::OK, &WebhookShape::from(caller.webhook(*id)?)))
}

pub(super) async fn change(caller: Caller, id: Path<WebhookId>, body: StrictJson<Change>) -> Answer {
    let switch = if body.0.enabled { Switch::Enable } else { Switch::Disable };
    let done = caller.moderation.switch_webhook(&caller.actor, *id, switch).await;
    done.map_err(|refused| caller.failed(refused))?;
    Ok(respond::json(StatusCode::OK, &WebhookShape::from(caller.webhook(*id)?)))
}

pub(super) async fn delete(caller: Caller, id: Path<WebhookId>, _: StrictQuery<NoParameters>) -> Answer {
    let done = caller.moderation.delete_webhook(&caller.actor, *id).await;
    done.map_err(|refused| caller.failed(refused))?;
    Ok(HttpResponse::NoContent().finish())
}

pub(super) async fn test(caller: Caller, id: Path<WebhookId>, _: OptionalJson<Nothing>) -> Answer {
    let delivery = caller.moderation.test_webhook(&caller.actor, *id).await;
    let delivery = delivery.map_err(|refused| caller.failed(refused))?;
    Ok(respond::json(StatusCode::ACCEPTED, &DeliveryShape::from(delivery)))
}

pub(super) async fn renew_secret(caller: Caller, id: Path<WebhookId>, _: OptionalJson<Nothing>) -> Answer {
    let secret = caller.moderation.renew_webhook_secret(&caller.actor, *id).await;
    let secret = secret.map_err(|refused| caller.failed(refused))?;
    Ok(respond::json(StatusCode::OK, &SecretShape { secret: secret.expose_secret().to_owned() }))
}

/// Newest first.
pub(super) async fn deliveries(caller: Caller, id: Path<WebhookId>, query: StrictQuery<PageOnly>) -> Answer {
    let webhook = caller.webhook(*id)?;
    let page: Page<i64> = query.0.page()?;
    let deliveries = caller.moderation.store.deliveries(webhook.id, page.after, page.rows());
    let deliveries = deliveries.map_err(|error| caller.failed(error))?;
    Ok(page.answer(deliveries, |delivery| delivery.sequence.to_string(), DeliveryShape::from))
}

pub(super) async fn redeliver(caller: Caller, ids: Path<(WebhookId, DeliveryId)>, _: OptionalJson<Nothing>) -> Answer {
    let (webhook, delivery) = *ids;
    let again = caller.moderation.redeliver(&caller.actor, webhook, delivery).await;
    let again = again.map_err(|refused| caller.failed(refused))?;
    Ok(respond::json(StatusCode::ACCEPTED, &DeliveryShape::from(again)))
}
