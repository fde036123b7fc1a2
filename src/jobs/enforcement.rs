//! Makes the provider end the connections of those who lost rights: at once when there is something to do, and again
//! until it is confirmed. A slow try holds up no other.

use std::collections::HashMap;
use std::time::Duration;

use tokio::task::{Id, JoinSet};

use crate::moderation::{ENFORCEMENTS_AT_ONCE, Moderation};
use crate::store::StoreError;

/// Rows that a crash left behind, and tries that have waited long enough, are found this often.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

pub async fn run(moderation: Moderation) {
    let mut trying = Trying::default();
    loop {
        if let Err(error) = trying.begin(&moderation).await {
            tracing::warn!(%error, "enforcement waits for the database");
        }
        tokio::select! {
            () = moderation.store.enforcement_waits().notified() => {}
            () = trying.one_ended() => {}
            () = tokio::time::sleep(LOOK_AGAIN) => {}
        }
    }
}

/// Tries under way. They end with the job.
#[derive(Default)]
struct Trying {
    tasks: JoinSet<()>,
    /// Which row each task is about.
    rows: HashMap<Id, i64>,
}

impl Trying {
    /// Begins what is due, as far as there is room.
    async fn begin(&mut self, moderation: &Moderation) -> Result<(), StoreError> {
        if self.tasks.len() >= ENFORCEMENTS_AT_ONCE {
            return Ok(());
        }
        for due in moderation.enforcements_due()? {
            if self.tasks.len() >= ENFORCEMENTS_AT_ONCE {
                break;
            }
            if self.rows.values().all(|row| *row != due.id) {
                let (moderation, row) = (moderation.clone(), due.id);
                let task = self.tasks.spawn(async move {
                    if let Err(error) = moderation.enforce(&due).await {
                        tracing::warn!(%error, "how a try ended could not be noted");
                    }
                });
                self.rows.insert(task.id(), row);
            }
        }
        Ok(())
    }

    /// Waits until a try has ended, however it did; for ever when there is none.
    async fn one_ended(&mut self) {
        let task = match self.tasks.join_next_with_id().await {
            Some(Ok((task, ()))) => task,
            Some(Err(error)) => {
                tracing::error!(%error, "a try broke off");
                error.id()
            }
            None => return std::future::pending().await,
        };
        self.rows.remove(&task);
    }
}
