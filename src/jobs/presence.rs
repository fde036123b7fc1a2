//! Finds who has gone away and which claims are over, and tells the desks.

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
    }
}
