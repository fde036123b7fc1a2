//! Forgets connections of the video platform that ended long ago.

use std::time::Duration;

use crate::moderation::Moderation;

pub async fn run(moderation: Moderation) {
    loop {
        if let Err(error) = moderation.forget_ended_connections().await {
            tracing::warn!(%error, "ended connections could not be forgotten");
        }
        tokio::time::sleep(Duration::from_secs(60 * 60)).await;
    }
}
