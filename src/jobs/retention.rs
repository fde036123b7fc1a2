//! Erases what people told of themselves when its time is over, a little at a time.

use std::time::Duration;

use crate::moderation::Moderation;

/// How often it looks; nothing is kept longer by more than this.
const LOOK_AGAIN: Duration = Duration::from_secs(15 * 60);
/// Between two batches, so that decisions come first.
const PAUSE: Duration = Duration::from_millis(200);

pub async fn run(moderation: Moderation) {
    loop {
        let pause = match moderation.erase_due().await {
            Ok(true) => PAUSE,
            Ok(false) => LOOK_AGAIN,
            Err(error) => {
                tracing::warn!(%error, "erasing waits for the database");
                LOOK_AGAIN
            }
        };
        tokio::time::sleep(pause).await;
    }
}
