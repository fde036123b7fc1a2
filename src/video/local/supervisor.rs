//! The hub's thread. If the hub dies, every socket notices (its channel ends) and tells its page to come back; here, a new
//! hub starts on the same port.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc;

use super::event::{Happening, SessionEvent};
use super::handle::Shared;
use super::hub::{Command, Hub};

/// Commands on their way to the hub.
const COMMANDS: usize = 1_024;
/// Before a new hub starts, so that a fault at start does not burn a core.
const PAUSE: Duration = Duration::from_millis(100);

pub(super) fn channel() -> (mpsc::Sender<Command>, mpsc::Receiver<Command>) {
    mpsc::channel(COMMANDS)
}

pub(super) fn spawn(shared: Arc<Shared>, commands: mpsc::Receiver<Command>) -> std::io::Result<()> {
    let thread = std::thread::Builder::new().name("video-session".to_owned());
    thread.spawn(move || supervise(&shared, commands)).map(drop)
}

fn supervise(shared: &Arc<Shared>, mut commands: mpsc::Receiver<Command>) {
    loop {
        let ended = catch_unwind(AssertUnwindSafe(|| run(shared, commands)));
        if shared.stop.is_cancelled() {
            return;
        }
        match ended {
            Ok(Ok(())) => tracing::error!("the embedded session's hub ended by itself and starts anew"),
            Ok(Err(error)) => tracing::error!(%error, "the embedded session's hub could not start and tries again"),
            Err(_) => tracing::error!("the embedded session's hub panicked and starts anew"),
        }
        std::thread::sleep(PAUSE);
        let (hub, next) = channel();
        *shared.hub.write().unwrap_or_else(PoisonError::into_inner) = hub;
        commands = next;
        let _nobody_listens = shared.events.send(SessionEvent { session: String::new(), what: Happening::Restarted });
    }
}

fn run(shared: &Arc<Shared>, commands: mpsc::Receiver<Command>) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async { Hub::new(shared.clone())?.run(commands).await })
}
