//! Tells webhooks what happened: each at its own pace, so that a slow receiver holds up nobody else.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use tokio::task::{Id, JoinError, JoinSet};

use crate::domain::ids::WebhookId;
use crate::moderation::{Moderation, Refusal};

/// Acts of other processes, and tries that have waited long enough, are found this often.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// The same while no webhook is on.
const LOOK_SELDOM: Duration = Duration::from_secs(60);
/// What happens within this time is looked up together.
const GATHER: Duration = Duration::from_millis(20);
/// The same while no webhook is on: one that is switched on just now is told a little later.
const GATHER_LONGER: Duration = Duration::from_millis(500);
const FORGET: Duration = Duration::from_secs(60 * 60);

pub async fn run(moderation: Moderation) {
    let mut at_work = AtWork::default();
    let mut forget = tokio::time::interval(FORGET);
    loop {
        let (pause, gather) = match moderation.queue_deliveries().await {
            Ok(Some(due)) => {
                at_work.begin(due, &moderation);
                (LOOK_AGAIN, GATHER)
            }
            Ok(None) => (LOOK_SELDOM, GATHER_LONGER),
            Err(error) => {
                tracing::warn!(%error, "webhooks wait for the database");
                (LOOK_AGAIN, GATHER)
            }
        };
        tokio::select! {
            Some(ended) = at_work.tasks.join_next_with_id() => at_work.end(ended),
            () = moderation.webhooks_wait.notified() => tokio::time::sleep(gather).await,
            () = tokio::time::sleep(pause) => {}
            _ = forget.tick() => note(moderation.forget_deliveries().await),
        }
    }
}

/// Who is being told now: at most one task for each webhook, so that order is kept.
#[derive(Default)]
struct AtWork {
    tasks: JoinSet<Result<(), Refusal>>,
    webhooks: HashMap<Id, WebhookId>,
}

impl AtWork {
    fn begin(&mut self, due: Vec<WebhookId>, moderation: &Moderation) {
        let busy: HashSet<WebhookId> = self.webhooks.values().copied().collect();
        for webhook in due.into_iter().filter(|webhook| !busy.contains(webhook)) {
            let moderation = moderation.clone();
            let task = self.tasks.spawn(async move { moderation.deliver(webhook).await });
            self.webhooks.insert(task.id(), webhook);
        }
    }

    fn end(&mut self, ended: Result<(Id, Result<(), Refusal>), JoinError>) {
        let id = match ended {
            Ok((id, told)) => {
                note(told);
                id
            }
            Err(error) => {
                tracing::error!(%error, "telling a webhook broke off");
                error.id()
            }
        };
        self.webhooks.remove(&id);
    }
}

fn note(told: Result<(), Refusal>) {
    if let Err(error) = told {
        tracing::warn!(%error, "what webhooks were told could not be noted");
    }
}
