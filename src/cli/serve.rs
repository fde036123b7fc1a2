//! `anteroom serve`: the server, until it is told to stop.

use std::io::Write as _;
use std::process::ExitCode;

use secrecy::ExposeSecret as _;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

use crate::app::{App, StartError};
use crate::config::{SettingArgs, SettingError, Settings};
use crate::moderation::Refusal;
use crate::telemetry;

/// Serve the waiting room
#[derive(clap::Args, Clone, Debug, Default)]
pub struct ServeCommand {
    #[command(flatten)]
    pub settings: SettingArgs,
}

/// Why it did not come to serving, or not to a good end.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(transparent)]
    Setting(#[from] SettingError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("the database: {0}")]
    Database(#[from] Refusal),
    #[error("cannot start: {0}")]
    System(#[from] std::io::Error),
    #[error("stopped at once, on a second signal")]
    StoppedAtOnce,
}

impl ServeError {
    /// 2 for a wrong setting, 1 for the rest.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Setting(_) | Self::Start(StartError::Setting(_)) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }
}

impl ServeCommand {
    /// Serves until SIGTERM or SIGINT. Says what went wrong in one line on standard error.
    pub fn run(self) -> ExitCode {
        match self.serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                let _ = writeln!(std::io::stderr(), "anteroom: {error}");
                error.exit_code()
            }
        }
    }

    fn serve(self) -> Result<(), ServeError> {
        let settings = Settings::from_environment(self.settings)?;
        telemetry::start(&settings.log)?;
        block_on(async {
            let signals = Signals::listen()?;
            let app = App::build(settings).await?;
            writeln!(std::io::stdout(), "Anteroom  {}", app.public_url().origin())?;
            if let Some(taken_at) = app.moderation().store.unconfirmed_copy().map_err(Refusal::from)? {
                let page = app.public_url().link("/admin/copy");
                writeln!(std::io::stdout(), "Copy      of {taken_at}: its links, tickets and keys wait for {page}")?;
            }
            if let Some(secret) = app.moderation().issue_setup_link().map_err(StartError::from)? {
                let link = app.public_url().link(&format!("/setup/{}", secret.expose_secret()));
                writeln!(std::io::stdout(), "Set up    {link}")?;
            }
            until_signalled(app, signals).await
        })
    }
}

/// Runs a command's future on the process's runtime: one thread beside those that serve requests.
pub fn block_on<T>(future: impl Future<Output = Result<T, ServeError>>) -> Result<T, ServeError> {
    let runtime = runtime()?;
    let result = runtime.block_on(future);
    // Whatever still runs on a thread of its own, after a second signal for instance, must not hold the exit.
    runtime.shutdown_background();
    result
}

/// The process's runtime.
pub(super) fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()
}

/// Runs a server until the first signal lets it finish what is under way, or a second one does not.
pub async fn until_signalled(app: App, mut signals: Signals) -> Result<(), ServeError> {
    let stopping = app.stopping();
    tokio::select! {
        served = app.run() => Ok(served?),
        () = signals.stop_at_second(stopping) => Err(ServeError::StoppedAtOnce),
    }
}

/// SIGTERM and SIGINT. Listen before anything is printed: whoever reads that the server is there may stop it at once.
pub struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    pub fn listen() -> std::io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    async fn stop_at_second(&mut self, stopping: CancellationToken) {
        self.next().await;
        tracing::info!("stopping");
        stopping.cancel();
        self.next().await;
    }
}
