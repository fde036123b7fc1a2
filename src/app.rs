//! Wires everything. The command line and the tests start the server through [`App`], so that both run the same one.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use actix_web::middleware::from_fn;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpServer, dev};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::config::{ProviderSettings, PublicUrl, SettingError, Settings, TlsFiles};
use crate::jobs;
use crate::moderation::connection_book::ConnectionsInStore;
use crate::moderation::connections::RightsInStore;
use crate::moderation::{Moderation, Refusal, installation};
use crate::outgoing::{Allowed, Outgoing};
use crate::sealing::SealingKey;
use crate::store::{OpenError, Store};
use crate::video::VideoProvider;
use crate::video::local::provider::{LocalProvider, TokenGate, keys_of_this_process};
use crate::video::local::{LocalSession, LocalSettings};
use crate::video::platform::{Account, PlatformProvider, Problem, Rest};
use crate::web::ops::Readiness;
use crate::web::platform::{PlatformSide, ScriptError};
use crate::web::{self, Limits, Site, gate};

/// The whole head of a first request must have arrived by then.
const HEAD_DEADLINE: Duration = Duration::from_secs(8);
/// How long an idle connection is kept for the next request.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
/// How long closing may take while the client still sends.
const CLOSING: Duration = Duration::from_secs(3);
/// Bytes that wait for a client this long without being taken end its connection.
const STALLED_MS: u32 = 25_000;
/// Connections that may wait to be accepted.
const WAITING_CONNECTIONS: i32 = 2_048;
/// Requests under way may go on for this many seconds after the signal to stop.
const FINISH_WITHIN_S: u64 = 2;

/// Routes added by a caller, for instance a test that needs a handler of its own.
pub type Routes = fn(&mut ServiceConfig);

/// A server, bound to its address and not yet running.
pub struct App {
    settings: Settings,
    listener: TcpListener,
    address: SocketAddr,
    tls: Option<ServerConfig>,
    metrics: Option<TcpListener>,
    site: Arc<Site>,
    platform: Arc<PlatformSide>,
    moderation: Moderation,
    further_routes: Routes,
}

/// Why a server cannot start. One line each.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("cannot listen on {address}: {source}")]
    Listen { address: SocketAddr, source: std::io::Error },
    #[error("--tls-cert, --tls-key: {0}")]
    Tls(String),
    #[error("{}: {source}", .file.display())]
    Database { file: PathBuf, source: OpenError },
    #[error("{}: there is no such database, and --require-database is set", .0.display())]
    NoDatabase(PathBuf),
    #[error(transparent)]
    Session(#[from] crate::video::local::StartError),
    #[error(transparent)]
    Setting(#[from] SettingError),
    #[error(transparent)]
    Platform(#[from] Problem),
    #[error(transparent)]
    VendorScript(#[from] ScriptError),
    #[error("the database: {0}")]
    Installation(#[from] Refusal),
    #[error("the server stopped: {0}")]
    Serve(#[from] std::io::Error),
}

impl App {
    /// Opens the database, binds the address and prepares everything; nothing is answered before [`run`](Self::run).
    pub async fn build(settings: Settings) -> Result<Self, StartError> {
        if !matches!(settings.provider, ProviderSettings::Local) {
            Account::of(&settings.provider)?;
        }
        let tls = settings.tls.as_ref().map(read_certificate).transpose()?;
        let listening = |source| StartError::Listen { address: settings.listen, source };
        let listener = listen(settings.listen).map_err(listening)?;
        let address = listener.local_addr().map_err(listening)?;
        let metrics = settings.metrics_listen.map(bind_metrics).transpose()?;
        let own_url = || PublicUrl::of_listener(address, tls.is_some());
        let public_url = settings.public_url.clone().unwrap_or_else(own_url);
        let limits = Limits::new(settings.rate_limit_scale);
        let site = Site::new(public_url, limits, settings.trusted_proxies.clone());
        let platform = Arc::new(PlatformSide::read(&settings)?);
        let moderation = moderation(&settings, address, &site.stopping).await?;
        Ok(Self { settings, listener, address, tls, metrics, site, platform, moderation, further_routes: |_| {} })
    }

    /// Further routes beside the product's own.
    #[must_use]
    pub fn also_serving(mut self, routes: Routes) -> Self {
        self.further_routes = routes;
        self
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The address that was bound, also when the setting said port 0.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The use cases, for the command line and for tests.
    pub fn moderation(&self) -> &Moderation {
        &self.moderation
    }

    pub fn public_url(&self) -> &PublicUrl {
        &self.site.public_url
    }

    /// Cancel it to stop the server; streams end, requests under way finish.
    pub fn stopping(&self) -> CancellationToken {
        self.site.stopping.clone()
    }

    /// Serves until [`stopping`](Self::stopping) is cancelled, then finishes what is under way.
    pub async fn run(mut self) -> Result<(), StartError> {
        warn_of_plain_http(&self.site.public_url);
        let stopping = self.site.stopping.clone();
        jobs::start(&self.moderation, &stopping);
        let sweeping = tokio::spawn(forget(Arc::clone(&self.site), self.moderation.clock.clone()));
        let figures = self.metrics.take().map(|listener| figures(listener, &self.moderation, &stopping)).transpose()?;
        let figures = figures.map(tokio::spawn);
        let store = self.moderation.store.clone();
        let served = self.server()?.await;
        stopping.cancel();
        sweeping.abort();
        if let Some(figures) = figures {
            let _ = figures.await;
        }
        // Whoever copies the file of a stopped server by hand then has all of it.
        if let Err(error) = store.fold().await {
            tracing::warn!(%error, "the write-ahead log stays beside the database");
        }
        Ok(served?)
    }

    fn server(self) -> Result<dev::Server, StartError> {
        let site = Data::from(Arc::clone(&self.site));
        let needs: Data<Vec<Arc<dyn Readiness>>> = Data::new(vec![Arc::new(self.moderation.store.clone())]);
        let moderation = Data::new(self.moderation);
        let platform = Data::from(self.platform);
        let further_routes = self.further_routes;
        let server = HttpServer::new(move || {
            actix_web::App::new()
                .app_data(site.clone())
                .app_data(needs.clone())
                .app_data(moderation.clone())
                .app_data(platform.clone())
                .configure(further_routes)
                .configure(web::routes)
                .wrap(from_fn(gate::pass))
        })
        .workers(self.settings.workers)
        .client_request_timeout(HEAD_DEADLINE)
        .client_disconnect_timeout(CLOSING)
        .tls_handshake_timeout(HEAD_DEADLINE)
        .keep_alive(KEEP_ALIVE)
        // Otherwise a stream whose client has gone is never noticed.
        .h1_allow_half_closed(false)
        .shutdown_timeout(FINISH_WITHIN_S)
        .shutdown_signal(self.site.stopping.clone().cancelled_owned());
        let bound = match self.tls {
            Some(tls) => server.listen_rustls_0_23(self.listener, tls)?,
            None => server.listen(self.listener)?,
        };
        Ok(bound.run())
    }
}

async fn moderation(
    settings: &Settings,
    address: SocketAddr,
    stopping: &CancellationToken,
) -> Result<Moderation, StartError> {
    if settings.require_database && !settings.database.exists() {
        return Err(StartError::NoDatabase(settings.database.clone()));
    }
    let unusable = |source| StartError::Database { file: settings.database.clone(), source };
    let store = Store::open(&settings.database).map_err(unusable)?;
    let clock = Clock::default();
    let video = provider(settings, address, &store, &clock, stopping).await?;
    let sealing = settings.key_file.clone().map_or_else(|| SealingKey::beside(&settings.database), SealingKey::in_file);
    let outgoing = Outgoing::new(Allowed(settings.webhook_networks.clone()));
    let keep_days = settings.keep_days;
    Ok(Moderation { keep_days, ..Moderation::new(store, clock, video).speaking(outgoing, sealing) })
}

async fn provider(
    settings: &Settings,
    address: SocketAddr,
    store: &Store,
    clock: &Clock,
    stopping: &CancellationToken,
) -> Result<Arc<dyn VideoProvider>, StartError> {
    Ok(match &settings.provider {
        ProviderSettings::Local => {
            let key = installation::session_key(store, LocalProvider::new_key()).await?;
            let keys = keys_of_this_process(&key).map_err(Refusal::from)?;
            let rights = Arc::new(RightsInStore(store.clone()));
            let gate = Arc::new(TokenGate { keys: keys.clone(), clock: clock.clone(), rights });
            let bind = settings.session_listen(address);
            let session = LocalSettings { bind, advertise: settings.session_advertise.clone() };
            let session = LocalSession::start(session, gate, clock.clone(), stopping.clone())?;
            Arc::new(LocalProvider::new(keys, session))
        }
        // Before the database is made, a wrong setting has ended the start already.
        ProviderSettings::OpenTok { .. } | ProviderSettings::Vonage { .. } => {
            let account = Account::of(&settings.provider)?;
            let book = Arc::new(ConnectionsInStore { store: store.clone(), clock: clock.clone() });
            let rest = Rest::new(account, &settings.video_api, clock.clone())?;
            let provider = PlatformProvider::new(rest, book, settings.provider.token_format());
            Arc::new(provider.with_callbacks(settings.callback_secret.is_some()))
        }
    })
}

impl Readiness for Store {
    fn ready(&self) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send + '_>> {
        Box::pin(async { self.check().map_err(|error| error.to_string()) })
    }
}

fn bind_metrics(address: SocketAddr) -> Result<TcpListener, StartError> {
    if !address.ip().is_loopback() {
        tracing::warn!(%address, "the figures can be read from other machines: anybody there sees how many wait");
    }
    TcpListener::bind(address).map_err(|source| StartError::Listen { address, source })
}

/// A server of its own for the figures, so that no visitor can reach them by any host name or path.
fn figures(
    listener: TcpListener,
    moderation: &Moderation,
    stopping: &CancellationToken,
) -> std::io::Result<dev::Server> {
    let moderation = Data::new(moderation.clone());
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(moderation.clone())
            .route("/metrics", actix_web::web::get().to(web::figures::show))
    });
    let server = server.workers(1).client_request_timeout(HEAD_DEADLINE).shutdown_timeout(FINISH_WITHIN_S);
    Ok(server.shutdown_signal(stopping.clone().cancelled_owned()).listen(listener)?.run())
}

/// A listener with room for a rush of reconnects. Its connections inherit from it that the kernel drops whoever reads
/// nothing for [`STALLED_MS`]: that costs no descriptor and no timer of ours.
fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let listener = TcpListener::bind(address)?;
    rustix::net::listen(&listener, WAITING_CONNECTIONS)?;
    #[cfg(target_os = "linux")]
    rustix::net::sockopt::set_tcp_user_timeout(&listener, STALLED_MS)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// What is kept in memory for a while only.
async fn forget(site: Arc<Site>, clock: Clock) {
    while site.stopping.run_until_cancelled(tokio::time::sleep(Duration::from_secs(60))).await.is_some() {
        site.limits.forget_the_quiet();
        site.kept_rows.forget_the_old(clock.now());
    }
}

fn warn_of_plain_http(url: &PublicUrl) {
    if !url.is_trustworthy() {
        tracing::warn!(
            url = url.origin(),
            "plain http away from this machine: browsers give no camera and microphone, and cookies cannot be secure"
        );
    }
}

fn read_certificate(files: &TlsFiles) -> Result<ServerConfig, StartError> {
    let wrong = |path: &Path, error: &dyn std::fmt::Display| StartError::Tls(format!("{}: {error}", path.display()));
    let chain = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| wrong(&files.certificate, &error))?;
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|error| wrong(&files.key, &error))?;
    ServerConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
        .map_err(|error| wrong(&files.certificate, &error))
}
