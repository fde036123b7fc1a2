//! Looks now and then whether the connections that are known are still there. Only the video platform has such lists.

use std::time::Duration;

use crate::moderation::Moderation;

/// One call for each session in which somebody is connected.
const EVERY: Duration = Duration::from_secs(30);

pub async fn run(moderation: Moderation) {
    loop {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = moderation.compare_with_lists().await {
            tracing::warn!(%error, "lists of connections wait for the database");
        }
    }
}
