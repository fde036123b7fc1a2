//! Settings, from flags and the environment. Each is checked once, here; a wrong one is an error that names it.
//! Secrets come from the environment or from files only, never from the command line, and have no Debug.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use ipnet::IpNet;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

mod public_url;
mod secret;
mod vendor_script;

pub use public_url::PublicUrl;
use secret::Secrets;
pub use secret::api_key;
pub use vendor_script::VendorScript;

/// The flags of every command that needs the whole installation. Values stay text until [`Settings::resolve`], so that
/// a wrong one is one line and not a page of usage.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct SettingArgs {
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "ANTEROOM_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<String>,
    /// Address under which browsers reach this server [default: http://<listen>]
    #[arg(long, env = "ANTEROOM_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Database file [default: anteroom.db]
    #[arg(long, env = "ANTEROOM_DATABASE", value_name = "FILE")]
    pub database: Option<String>,
    /// Refuse to start when the database file is missing, instead of making a new one [default: false]
    #[arg(long, env = "ANTEROOM_REQUIRE_DATABASE", value_name = "true|false", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "true")]
    pub require_database: Option<String>,
    /// Video provider: local, opentok or vonage [default: local]
    #[arg(long, env = "ANTEROOM_PROVIDER", value_name = "NAME")]
    pub provider: Option<String>,
    /// Address of the video platform's API, when it is not the official one
    #[arg(long, env = "ANTEROOM_VIDEO_API_URL", value_name = "URL")]
    pub video_api_url: Option<String>,
    /// Seconds that one call to the video platform's API may take [default: 10]
    #[arg(long, env = "ANTEROOM_VIDEO_API_TIMEOUT", value_name = "SECONDS")]
    pub video_api_timeout: Option<String>,
    /// Tokens of provider opentok: t1 or jwt [default: t1]
    #[arg(long, env = "ANTEROOM_TOKEN_FORMAT", value_name = "FORMAT")]
    pub token_format: Option<String>,
    /// Where pages get the platform's OT.js: an https address, or a folder that holds it [default: the vendor's]
    #[arg(long, env = "ANTEROOM_OT_JS", value_name = "URL|FOLDER")]
    pub ot_js: Option<String>,
    /// Multiplies every rate limit [default: 1]
    #[arg(long, env = "ANTEROOM_RATE_LIMIT_SCALE", value_name = "NUMBER")]
    pub rate_limit_scale: Option<String>,
    /// Proxies whose X-Forwarded-For is believed: addresses or networks, separated by commas
    #[arg(long, env = "ANTEROOM_TRUSTED_PROXIES", value_name = "LIST")]
    pub trusted_proxies: Option<String>,
    /// What to log, for example info or anteroom=debug [default: info]
    #[arg(long, env = "ANTEROOM_LOG", value_name = "FILTER")]
    pub log: Option<String>,
    /// How to log: text or json [default: text]
    #[arg(long, env = "ANTEROOM_LOG_FORMAT", value_name = "FORMAT")]
    pub log_format: Option<String>,
    /// Certificate chain (PEM) to serve https with
    #[arg(long, env = "ANTEROOM_TLS_CERT", value_name = "FILE")]
    pub tls_cert: Option<String>,
    /// Private key (PEM) of the certificate
    #[arg(long, env = "ANTEROOM_TLS_KEY", value_name = "FILE")]
    pub tls_key: Option<String>,
    /// UDP address of the embedded session server [default: 0.0.0.0, the port of --listen]
    #[arg(long, env = "ANTEROOM_SESSION_LISTEN", value_name = "ADDRESS")]
    pub session_listen: Option<String>,
    /// Addresses at which browsers reach the embedded session server, separated by commas
    #[arg(long, env = "ANTEROOM_SESSION_ADVERTISE", value_name = "LIST")]
    pub session_advertise: Option<String>,
    /// Days after which what guests told of themselves is erased [default: 30]
    #[arg(long, env = "ANTEROOM_KEEP_DAYS", value_name = "DAYS")]
    pub keep_days: Option<String>,
    /// Address and port of the figures for Prometheus [default: none]
    #[arg(long, env = "ANTEROOM_METRICS_LISTEN", value_name = "ADDRESS")]
    pub metrics_listen: Option<String>,
    /// File with the key that seals secrets in the database [default: <database>.key]
    #[arg(long, env = "ANTEROOM_KEY_FILE", value_name = "FILE")]
    pub key_file: Option<String>,
    /// Private networks that webhooks may reach: addresses or networks, separated by commas
    #[arg(long, env = "ANTEROOM_WEBHOOK_NETWORKS", value_name = "LIST")]
    pub webhook_networks: Option<String>,
    /// Threads that serve requests [default: 2]
    #[arg(long, env = "ANTEROOM_WORKERS", value_name = "NUMBER")]
    pub workers: Option<String>,
}

/// Every setting, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    pub listen: SocketAddr,
    /// None: the address that was bound, known only once it is.
    pub public_url: Option<PublicUrl>,
    pub database: PathBuf,
    /// An empty server in the place of a lost one would greet the first comer as its admin.
    pub require_database: bool,
    pub provider: ProviderSettings,
    pub video_api: VideoApiSettings,
    pub vendor_script: VendorScript,
    /// What the platform signs its callbacks with; none: it is not listened to.
    pub callback_secret: Option<SecretString>,
    /// Above zero.
    pub rate_limit_scale: f64,
    pub trusted_proxies: Vec<IpNet>,
    pub log: LogSettings,
    pub tls: Option<TlsFiles>,
    pub session_listen: Option<SocketAddr>,
    pub session_advertise: Vec<IpAddr>,
    /// From 1 to 3650.
    pub keep_days: u32,
    pub metrics_listen: Option<SocketAddr>,
    /// None: beside the database.
    pub key_file: Option<PathBuf>,
    pub webhook_networks: Vec<IpNet>,
    pub workers: usize,
}

/// The video provider and what it needs to know of us.
#[derive(Clone, Debug)]
pub enum ProviderSettings {
    Local,
    OpenTok { api_key: String, api_secret: SecretString, tokens: TokenFormat },
    Vonage { application_id: String, private_key: SecretString },
}

impl ProviderSettings {
    pub fn token_format(&self) -> TokenFormat {
        match self {
            Self::Local => TokenFormat::T1,
            Self::OpenTok { tokens, .. } => *tokens,
            Self::Vonage { .. } => TokenFormat::Jwt,
        }
    }
}

/// Which kind of token clients of the classic environment get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenFormat {
    T1,
    Jwt,
}

/// How the video platform's API is reached.
#[derive(Clone, Debug)]
pub struct VideoApiSettings {
    /// None: the environment's own address.
    pub url: Option<Url>,
    pub timeout: Duration,
}

#[derive(Clone, Debug)]
pub struct LogSettings {
    /// A filter in the notation of `tracing_subscriber::EnvFilter`.
    pub filter: String,
    pub format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Clone, Debug)]
pub struct TlsFiles {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

/// A setting that cannot be used; the line shown to whoever starts the server. Never holds a secret's value.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{name}: {why}")]
pub struct SettingError {
    pub name: &'static str,
    pub why: String,
}

impl SettingError {
    pub fn new(name: &'static str, why: impl Into<String>) -> Self {
        Self { name, why: why.into() }
    }
}

impl Settings {
    /// Settings from flags (or their variables) and the process's environment.
    pub fn from_environment(arguments: SettingArgs) -> Result<Self, SettingError> {
        Self::resolve(arguments, &|name| std::env::var(name).ok())
    }

    /// The same with the environment as an argument, for tests.
    pub fn resolve(arguments: SettingArgs, environment: &dyn Fn(&str) -> Option<String>) -> Result<Self, SettingError> {
        let public_url = arguments.public_url.map(|text| PublicUrl::parse(&text)).transpose();
        Ok(Self {
            listen: parse_or(
                arguments.listen,
                "--listen",
                "an address and port such as 127.0.0.1:8080",
                "127.0.0.1:8080",
            )?,
            public_url: public_url.map_err(|why| SettingError::new("--public-url", why))?,
            database: arguments.database.unwrap_or_else(|| "anteroom.db".to_owned()).into(),
            require_database: parse_or(arguments.require_database, "--require-database", "true or false", "false")?,
            provider: provider(
                arguments.provider.as_deref(),
                token_format(arguments.token_format.as_deref())?,
                &Secrets { environment },
            )?,
            video_api: VideoApiSettings {
                url: arguments.video_api_url.map(|text| video_api_url(&text)).transpose()?,
                timeout: video_api_timeout(arguments.video_api_timeout)?,
            },
            vendor_script: VendorScript::parse(arguments.ot_js.as_deref())?,
            callback_secret: callback_secret(&Secrets { environment })?,
            rate_limit_scale: scale(arguments.rate_limit_scale)?,
            trusted_proxies: networks(arguments.trusted_proxies.as_deref(), "--trusted-proxies")?,
            log: LogSettings {
                filter: arguments.log.unwrap_or_else(|| "info,actix_server=warn".to_owned()),
                format: log_format(arguments.log_format.as_deref())?,
            },
            tls: tls(arguments.tls_cert, arguments.tls_key)?,
            session_listen: arguments
                .session_listen
                .map(|text| parse(&text, "--session-listen", "an address and port such as 0.0.0.0:8080"))
                .transpose()?,
            session_advertise: list(arguments.session_advertise.as_deref(), "--session-advertise", "an address")?,
            keep_days: keep_days(arguments.keep_days)?,
            metrics_listen: arguments
                .metrics_listen
                .map(|text| parse(&text, "--metrics-listen", "an address and port such as 127.0.0.1:9464"))
                .transpose()?,
            key_file: arguments.key_file.map(PathBuf::from),
            webhook_networks: networks(arguments.webhook_networks.as_deref(), "--webhook-networks")?,
            workers: workers(arguments.workers)?,
        })
    }

    /// Where the embedded session server listens (UDP), given the address that http was bound to: the same port, so that
    /// there is one number to open; or any free one where http took any.
    pub fn session_listen(&self, bound: SocketAddr) -> SocketAddr {
        let port = if self.listen.port() == 0 { 0 } else { bound.port() };
        self.session_listen.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::UNSPECIFIED, port)))
    }
}

fn parse<T: FromStr>(text: &str, name: &'static str, wanted: &str) -> Result<T, SettingError> {
    text.trim().parse().map_err(|_| SettingError::new(name, format!("{text:?} is not {wanted}")))
}

fn parse_or<T: FromStr>(
    text: Option<String>,
    name: &'static str,
    wanted: &str,
    default: &str,
) -> Result<T, SettingError> {
    parse(text.as_deref().unwrap_or(default), name, wanted)
}

fn list<T: FromStr>(text: Option<&str>, name: &'static str, wanted: &str) -> Result<Vec<T>, SettingError> {
    let items = text.unwrap_or_default().split(',').map(str::trim).filter(|item| !item.is_empty());
    items.map(|item| parse(item, name, wanted)).collect()
}

/// Networks in CIDR notation, or single addresses.
fn networks(text: Option<&str>, name: &'static str) -> Result<Vec<IpNet>, SettingError> {
    let items = text.unwrap_or_default().split(',').map(str::trim).filter(|item| !item.is_empty());
    items
        .map(|item| match item.parse::<IpAddr>() {
            Ok(address) => Ok(IpNet::from(address)),
            Err(_) => parse(item, name, "an address or a network such as 10.0.0.0/8"),
        })
        .collect()
}

fn scale(text: Option<String>) -> Result<f64, SettingError> {
    let scale: f64 = parse_or(text, "--rate-limit-scale", "a number", "1")?;
    match scale.is_finite() && scale > 0.0 {
        true => Ok(scale),
        false => Err(SettingError::new("--rate-limit-scale", "must be above zero")),
    }
}

fn keep_days(text: Option<String>) -> Result<u32, SettingError> {
    match parse_or(text, "--keep-days", "a number", "30")? {
        days @ 1..=3650 => Ok(days),
        _ => Err(SettingError::new("--keep-days", "must be from 1 to 3650")),
    }
}

fn workers(text: Option<String>) -> Result<usize, SettingError> {
    match parse_or(text, "--workers", "a number", "2")? {
        count @ 1..=64 => Ok(count),
        _ => Err(SettingError::new("--workers", "must be from 1 to 64")),
    }
}

fn log_format(text: Option<&str>) -> Result<LogFormat, SettingError> {
    match text.unwrap_or("text") {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        other => Err(SettingError::new("--log-format", format!("{other:?} is neither text nor json"))),
    }
}

fn tls(certificate: Option<String>, key: Option<String>) -> Result<Option<TlsFiles>, SettingError> {
    match (certificate, key) {
        (Some(certificate), Some(key)) => Ok(Some(TlsFiles { certificate: certificate.into(), key: key.into() })),
        (None, None) => Ok(None),
        (Some(_), None) => Err(SettingError::new("--tls-key", "is needed beside --tls-cert")),
        (None, Some(_)) => Err(SettingError::new("--tls-cert", "is needed beside --tls-key")),
    }
}

/// Signatures go there: over TLS, or not further than this machine.
fn video_api_url(text: &str) -> Result<Url, SettingError> {
    let wrong = |why| SettingError::new("--video-api-url", why);
    let url = Url::parse(text.trim()).map_err(|_| wrong(format!("{text:?} is not an address")))?;
    let loopback = match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    };
    match url.scheme() {
        _ if !url.username().is_empty() || url.query().is_some() => Err(wrong("must be an address alone".to_owned())),
        "https" => Ok(url),
        "http" if loopback => Ok(url),
        _ => Err(wrong("must begin with https://; http:// is for this machine only".to_owned())),
    }
}

fn video_api_timeout(text: Option<String>) -> Result<Duration, SettingError> {
    let seconds: f64 = parse_or(text, "--video-api-timeout", "a number of seconds", "10")?;
    match (0.05..=60.0).contains(&seconds) {
        true => Ok(Duration::from_secs_f64(seconds)),
        false => Err(SettingError::new("--video-api-timeout", "must be from 0.05 to 60")),
    }
}

fn callback_secret(secrets: &Secrets<'_>) -> Result<Option<SecretString>, SettingError> {
    const NAME: &str = "ANTEROOM_VIDEO_CALLBACK_SECRET";
    let secret = secrets.optional_secret(NAME, "ANTEROOM_VIDEO_CALLBACK_SECRET_FILE")?;
    match &secret {
        Some(given) if given.expose_secret().len() < 16 => {
            Err(SettingError::new(NAME, "is shorter than 16 characters; take the signature secret of the account"))
        }
        _ => Ok(secret),
    }
}

fn token_format(text: Option<&str>) -> Result<TokenFormat, SettingError> {
    match text.unwrap_or("t1") {
        "t1" => Ok(TokenFormat::T1),
        "jwt" => Ok(TokenFormat::Jwt),
        other => Err(SettingError::new("--token-format", format!("{other:?} is neither t1 nor jwt"))),
    }
}

fn provider(name: Option<&str>, tokens: TokenFormat, secrets: &Secrets<'_>) -> Result<ProviderSettings, SettingError> {
    match name.unwrap_or("local") {
        "local" => Ok(ProviderSettings::Local),
        "opentok" => Ok(ProviderSettings::OpenTok {
            api_key: secrets.name("OPENTOK_API_KEY")?,
            api_secret: secrets.secret("OPENTOK_API_SECRET", "OPENTOK_API_SECRET_FILE")?,
            tokens,
        }),
        "vonage" => Ok(ProviderSettings::Vonage {
            application_id: secrets.name("VONAGE_APPLICATION_ID")?,
            private_key: secrets.private_key("VONAGE_PRIVATE_KEY", "VONAGE_PRIVATE_KEY_FILE")?,
        }),
        other => Err(SettingError::new("--provider", format!("{other:?} is none of local, opentok, vonage"))),
    }
}

#[cfg(test)]
mod tests;
