//! Webhooks: the list with a form for a new one, and one of them with what was sent to it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use secrecy::ExposeSecret as _;
use serde::Deserialize;

use crate::domain::ids::{DeliveryId, WebhookId};
use crate::domain::webhook::Events;
use crate::moderation::{Moderation, Refusal, Switch};
use crate::store::Webhook;
use crate::web::fields::{Field, Problems};
use crate::web::form::{FormBy, Nothing};
use crate::web::frame::Frame;
use crate::web::identity::{Admin, ConfirmedAdmin, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

/// So many deliveries are listed.
const LISTED: i64 = 50;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewWebhookForm {
    url: String,
    /// Names of acts, apart by spaces or commas; empty is all.
    #[serde(default)]
    events: String,
}

#[derive(Template)]
#[template(path = "admin/webhooks.html")]
struct WebhooksPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    /// The secret of a webhook just made.
    secret: Option<String>,
    webhooks: Vec<Webhook>,
    url: Field,
    events: Field,
}

#[derive(Template)]
#[template(path = "admin/webhook.html")]
struct WebhookPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    /// A new secret.
    secret: Option<String>,
    webhook: Webhook,
    made: Markup,
    deliveries: Vec<Row>,
}

struct Row {
    id: DeliveryId,
    sequence: i64,
    event: String,
    state: String,
    colour: &'static str,
    attempts: u32,
    tried: Option<Markup>,
    outcome: Option<String>,
    /// Whether it can be sent again.
    over: bool,
}

impl WebhooksPage {
    fn new(
        me: &SignedIn,
        moderation: &Moderation,
        words: Words,
        typed: &NewWebhookForm,
        problems: &Problems,
    ) -> Result<Self, Refusal> {
        let field = |name, key: &str, value: &str| {
            Field::new(name, words.say(key)).value(value).problem(problems).attribute("autocomplete", "off")
        };
        let events = field("events", "webhooks-events", &typed.events);
        Ok(Self {
            words,
            frame: Frame::new(me, "people"),
            unconfirmed: !me.is_confirmed(moderation.clock.now()),
            secret: None,
            webhooks: moderation.store.webhooks()?,
            url: field("url", "webhooks-url", &typed.url).kind("url").help(words.say("webhooks-url-help")),
            events: events.optional(words.say("shared-optional")).help(words.say("webhooks-events-help")),
        })
    }
}

impl WebhookPage {
    fn new(me: &SignedIn, moderation: &Moderation, words: Words, id: WebhookId) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let webhook = moderation.store.webhook(id)?.ok_or(Refusal::NotFound)?;
        let deliveries = moderation.store.deliveries(id, None, LISTED)?.into_iter().map(|delivery| Row {
            id: delivery.id,
            sequence: delivery.sequence,
            event: delivery.event,
            over: delivery.state != "pending",
            colour: match delivery.state.as_str() {
                "failed" => " red",
                "pending" => " amber",
                _ => "",
            },
            state: words.say(format!("webhooks-state-{}", delivery.state).as_str()),
            attempts: delivery.attempts,
            tried: delivery.tried_at.map(|at| markup::when(words, at, now)),
            outcome: delivery.outcome,
        });
        Ok(Self {
            words,
            frame: Frame::new(me, "people"),
            unconfirmed: !me.is_confirmed(now),
            secret: None,
            made: markup::when(words, webhook.created_at, now),
            webhook,
            deliveries: deliveries.collect(),
        })
    }
}

pub async fn list(Admin(me): Admin, moderation: Data<Moderation>, words: Words) -> Result<HttpResponse, WebError> {
    let page = WebhooksPage::new(&me, &moderation, words, &NewWebhookForm::default(), &Problems::default());
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}

pub async fn show(
    Admin(me): Admin,
    id: Path<WebhookId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = WebhookPage::new(&me, &moderation, words, *id);
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}

pub async fn create(
    FormBy(ConfirmedAdmin(me), form): FormBy<ConfirmedAdmin, NewWebhookForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let mut problems = Problems::default();
    let names: Vec<&str> = form.events.split([' ', ',', '\n']).filter(|name| !name.trim().is_empty()).collect();
    let events = if names.is_empty() { Ok(Events::All) } else { Events::parse(names) };
    let made = match events {
        Ok(events) => moderation.create_webhook(&me.actor, &form.url, events).await,
        Err(problem) => Err(Refusal::invalid("events", problem)),
    };
    match made {
        Ok((_, secret)) => {
            let page = WebhooksPage::new(&me, &moderation, words, &NewWebhookForm::default(), &problems);
            let secret = Some(secret.expose_secret().to_owned());
            respond::page(&WebhooksPage { secret, ..page.map_err(refused)? })
        }
        Err(error) => {
            problems.refused(words, error).map_err(refused)?;
            let page = WebhooksPage::new(&me, &moderation, words, &form, &problems);
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page.map_err(refused)?)
        }
    }
}

pub async fn renew_secret(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<WebhookId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let secret = moderation.renew_webhook_secret(&me.actor, *id).await.map_err(refused)?;
    let page = WebhookPage::new(&me, &moderation, words, *id).map_err(refused)?;
    respond::page(&WebhookPage { secret: Some(secret.expose_secret().to_owned()), ..page })
}

pub async fn enable(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<WebhookId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    back(moderation.switch_webhook(&me.actor, *id, Switch::Enable).await, *id, &moderation, words)
}

pub async fn disable(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<WebhookId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    back(moderation.switch_webhook(&me.actor, *id, Switch::Disable).await, *id, &moderation, words)
}

pub async fn test(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<WebhookId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    back(moderation.test_webhook(&me.actor, *id).await, *id, &moderation, words)
}

pub async fn redeliver(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    ids: Path<(WebhookId, DeliveryId)>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let (id, delivery) = *ids;
    back(moderation.redeliver(&me.actor, id, delivery).await, id, &moderation, words)
}

pub async fn delete(
    FormBy(ConfirmedAdmin(me), Nothing {}): FormBy<ConfirmedAdmin, Nothing>,
    id: Path<WebhookId>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let done = moderation.delete_webhook(&me.actor, *id).await;
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::see_other("/admin/webhooks"))
}

fn back<T>(
    done: Result<T, Refusal>,
    id: WebhookId,
    moderation: &Moderation,
    words: Words,
) -> Result<HttpResponse, WebError> {
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::see_other(&format!("/admin/webhooks/{id}")))
}
