//! Makes the provider end the connections of those who lost rights: at once when there is something to do, and again
//! until it is confirmed.

use std::time::Duration;

use crate::moderation::Moderation;

/// Rows that a crash left behind, and tries that have waited long enough, are found this often.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

pub async fn run(moderation: Moderation) {
    loop {
        if let Err(error) = moderation.enforce_due().await {
            tracing::warn!(%error, "enforcement waits for the database");
        }
        let _ = tokio::time::timeout(LOOK_AGAIN, moderation.enforcement_waits.notified()).await;
    }
}
