//! What happens by itself while the server runs. A job that fails says so in the log and goes on.

mod enforcement;
mod news;
mod presence;

use tokio_util::sync::CancellationToken;

use crate::moderation::Moderation;

/// Starts all jobs; they end with `stopping`.
pub fn start(moderation: &Moderation, stopping: &CancellationToken) {
    spawn(presence::run(moderation.clone()), stopping);
    spawn(enforcement::run(moderation.clone()), stopping);
    spawn(news::run(moderation.clone()), stopping);
}

fn spawn(job: impl Future<Output = ()> + Send + 'static, stopping: &CancellationToken) {
    let stopping = stopping.clone();
    tokio::spawn(async move { stopping.run_until_cancelled(job).await });
}
