//! Finds who has gone away and which claims are over, and tells the desks; notes in the log who came back.

use std::time::Duration;

use crate::live::Topic;
use crate::moderation::Moderation;

pub async fn run(moderation: Moderation) {
    loop {
        tokio::time::sleep(Duration::from_secs(2)).await;
        for room in moderation.presence.sweep(moderation.clock.now()) {
            moderation.hub.notify(Topic::Room(room));
        }
        moderation.end_claims();
        if let Err(error) = moderation.note_returns().await {
            tracing::warn!(%error, "who came back was not noted in the log");
        }
    }
}
