//! What happens by itself, at intervals, while the server runs.

mod presence;

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::moderation::Moderation;

/// Starts all jobs; they end with `stopping`.
pub fn start(moderation: &Moderation, stopping: &CancellationToken) {
    let (moderation, stopping) = (moderation.clone(), stopping.clone());
    tokio::spawn(async move {
        let every = Duration::from_secs(2);
        while stopping.run_until_cancelled(tokio::time::sleep(every)).await.is_some() {
            presence::sweep(&moderation);
        }
    });
}
