//! What happens by itself while the server runs. A job that fails says so in the log and goes on; one that panics is
//! started anew.

mod door;
mod enforcement;
mod news;
mod platform_lists;
mod presence;
mod webhooks;

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::moderation::Moderation;

/// Starts all jobs; they end with `stopping`.
pub fn start(moderation: &Moderation, stopping: &CancellationToken) {
    supervise("presence", presence::run, moderation, stopping);
    supervise("enforcement", enforcement::run, moderation, stopping);
    supervise("door", door::run, moderation, stopping);
    supervise("news", news::run, moderation, stopping);
    if moderation.video.embedded().is_none() {
        supervise("platform-lists", platform_lists::run, moderation, stopping);
    }
    supervise("webhooks", webhooks::run, moderation, stopping);
}

/// Runs a job, and starts it anew should it panic.
fn supervise<J>(name: &'static str, job: fn(Moderation) -> J, moderation: &Moderation, stopping: &CancellationToken)
where
    J: Future<Output = ()> + Send + 'static,
{
    let (moderation, stopping) = (moderation.clone(), stopping.clone());
    tokio::spawn(async move {
        loop {
            let running = tokio::spawn(stopping.clone().run_until_cancelled_owned(job(moderation.clone())));
            match running.await {
                Ok(_) => return,
                Err(error) => tracing::error!(job = name, %error, "a job broke off and is started anew"),
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
}
