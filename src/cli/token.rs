//! `anteroom token`: makes and inspects the tokens that video clients connect with.

use std::env;
use std::io::{self, Read as _};
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use crate::cli::provider_settings::{ProviderSettings, WrongSetting};
use crate::cli::{print_line, refuse};
use crate::clock::Clock;
use crate::random;
use crate::video::token::claims::{Claims, Kind, MAX_LIFE, Nonce, VerifiedToken, parse_expire_time};
use crate::video::token::error::{InvalidField, Rejection};
use crate::video::token::session_id::SessionId;
use crate::video::token::{self, jwt_legacy, jwt_unified, t1};

/// No token of any form is longer, by far.
const MAX_TOKEN_BYTES: u64 = 256 * 1024;

const SETTINGS_HELP: &str = "\
Settings, from the environment:
  OPENTOK_API_KEY, OPENTOK_API_SECRET           T1 tokens, and JWTs signed with HS256
  VONAGE_APPLICATION_ID, VONAGE_PRIVATE_KEY     JWTs signed with RS256; the key is PEM or the path of a file
  OPENTOK_API_SECRET_FILE, VONAGE_PRIVATE_KEY_FILE   instead: the path of a file that holds the secret

With both pairs set, create takes OpenTok for --format t1, Vonage for --format jwt, and without --format the pair that
the session belongs to. inspect takes whichever fits the token; a Vonage key alone, private or public, is enough for it.";

#[derive(Subcommand)]
pub enum TokenCommand {
    /// Make a token and print it, and nothing else.
    #[command(after_help = SETTINGS_HELP)]
    Create(Create),
    /// Say what a token says, as JSON. Exits with 0 if it is valid, 1 if it is not.
    #[command(after_help = SETTINGS_HELP)]
    Inspect(Inspect),
}

#[derive(Args)]
pub struct Create {
    /// The session to connect to.
    #[arg(long, value_name = "ID")]
    session_id: String,
    /// subscriber, publisher, publisheronly or moderator.
    #[arg(long, default_value = "publisher")]
    role: String,
    /// What the others in the session learn about the connection; at most 1000 characters.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    data: Option<String>,
    /// How long one may connect with it: seconds, or a number with s, m, h or d; at most 30d.
    #[arg(long, value_name = "DURATION", default_value = "24h", allow_hyphen_values = true)]
    expires_in: String,
    /// Until when one may connect with it, in Unix seconds.
    #[arg(long, value_name = "UNIX", conflicts_with = "expires_in", allow_hyphen_values = true)]
    expires_at: Option<String>,
    /// A layout class of its streams; may be given several times.
    #[arg(long = "layout-class", value_name = "NAME", allow_hyphen_values = true)]
    layout_classes: Vec<String>,
    /// Which form the token has.
    #[arg(long)]
    format: Option<Format>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    T1,
    Jwt,
}

#[derive(Args)]
pub struct Inspect {
    /// The token, or - to read it from standard input.
    token: String,
    /// The time to check it at, in Unix seconds; now, if not given.
    #[arg(long, value_name = "UNIX", allow_hyphen_values = true)]
    at: Option<String>,
}

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error(transparent)]
    Setting(#[from] WrongSetting),
    #[error(transparent)]
    Field(#[from] InvalidField),
    #[error("--expires-in: must be whole seconds, or a whole number with s, m, h or d, as in 24h")]
    ExpiresIn,
    #[error("--at: must be whole Unix seconds")]
    At,
    #[error("OPENTOK_API_KEY: is not set, and neither is VONAGE_PRIVATE_KEY; one pair of settings is needed")]
    NothingSet,
    #[error("--format: t1 needs OPENTOK_API_KEY and OPENTOK_API_SECRET")]
    T1NeedsOpenTok,
    #[error("TOKEN: cannot be read from standard input as text of at most 256 KiB")]
    StandardInput,
}

impl TokenCommand {
    pub fn run(self) -> ExitCode {
        let now = Clock::default().now().as_second();
        let settings = ProviderSettings::read(|name| env::var_os(name)).map_err(Refusal::from);
        let outcome = settings.and_then(|settings| match self {
            Self::Create(create) => Ok(print_line(create.token(&settings, now)?, ExitCode::SUCCESS)),
            Self::Inspect(inspect) => Ok(report(inspect.verdict(&settings, now)?)),
        });
        outcome.unwrap_or_else(refuse)
    }
}

impl Create {
    fn token(&self, settings: &ProviderSettings, now: i64) -> Result<String, Refusal> {
        let claims = self.claims(now)?;
        let vonage = settings.vonage()?;
        let of_application = |id: &str| claims.session_id.belongs_to(id);
        match (self.format, &settings.opentok, &vonage) {
            (_, None, None) => Err(Refusal::NothingSet),
            (Some(Format::T1), None, _) => Err(Refusal::T1NeedsOpenTok),
            (Some(Format::Jwt), _, Some(vonage)) | (None, None, Some(vonage)) => {
                Ok(jwt_unified::create(&claims, vonage, random::opaque_id())?)
            }
            (None, Some(_), Some(vonage)) if of_application(vonage.application_id.as_str()) => {
                Ok(jwt_unified::create(&claims, vonage, random::opaque_id())?)
            }
            (Some(Format::Jwt), Some(opentok), None) => Ok(jwt_legacy::create(&claims, opentok, &nonce())?),
            (Some(Format::T1) | None, Some(opentok), _) => Ok(t1::create(&claims, opentok, &nonce())?),
        }
    }

    fn claims(&self, now: i64) -> Result<Claims, Refusal> {
        let session_id: SessionId = self.session_id.parse().map_err(InvalidField::from)?;
        let mut claims = Claims::new(session_id, now);
        claims.role = self.role.parse().map_err(InvalidField::from)?;
        claims.expire_time = match &self.expires_at {
            Some(time) => parse_expire_time(time)?,
            None => match parse_duration(&self.expires_in).ok_or(Refusal::ExpiresIn)? {
                duration if duration > MAX_LIFE => return Err(InvalidField::ExpireTimeTooFar.into()),
                duration => now + duration,
            },
        };
        claims.connection_data = self.data.clone();
        claims.initial_layout_class_list = self.layout_classes.clone();
        Ok(claims)
    }
}

fn nonce() -> Nonce {
    Nonce::from_random(u64::from_ne_bytes(random::bytes()))
}

/// Seconds of `30s`, `15m`, `24h`, `30d` or `3600`; too many to count are the largest number.
fn parse_duration(text: &str) -> Option<i64> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match &text[digits.len()..] {
        "" | "s" => 1,
        "m" => 60,
        "h" => 60 * 60,
        "d" => 24 * 60 * 60,
        _ => return None,
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(digits.parse::<i64>().unwrap_or(i64::MAX).saturating_mul(unit))
}

impl Inspect {
    fn verdict(&self, settings: &ProviderSettings, now: i64) -> Result<Result<VerifiedToken, Rejection>, Refusal> {
        let keys = settings.keys();
        if keys.opentok.is_none() && keys.vonage.is_none() {
            return Err(Refusal::NothingSet);
        }
        let at = match &self.at {
            Some(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().map_err(|_| Refusal::At)?,
            Some(_) => return Err(Refusal::At),
            None => now,
        };
        if self.token == "-" {
            return Ok(token::read(&from_standard_input()?, &keys, at));
        }
        Ok(token::read(&self.token, &keys, at))
    }
}

/// The token on standard input, without the line break that most programs end their output with.
fn from_standard_input() -> Result<String, Refusal> {
    let mut text = String::new();
    let mut input = io::stdin().lock().take(MAX_TOKEN_BYTES + 1);
    let read = input.read_to_string(&mut text).map_err(|_| Refusal::StandardInput)?;
    if u64::try_from(read).unwrap_or(u64::MAX) > MAX_TOKEN_BYTES {
        return Err(Refusal::StandardInput);
    }
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(line.strip_suffix('\r').unwrap_or(line).to_owned())
}

#[derive(Serialize)]
struct ValidReport<'a> {
    valid: bool,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_key: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    application_id: Option<&'a str>,
    session_id: &'a str,
    role: &'static str,
    create_time: i64,
    expire_time: i64,
    connection_data: Option<&'a str>,
    initial_layout_class_list: &'a [String],
}

#[derive(Serialize)]
struct InvalidReport<'a> {
    valid: bool,
    reason: &'static str,
    detail: &'a str,
}

fn report(verdict: Result<VerifiedToken, Rejection>) -> ExitCode {
    let (json, code) = match &verdict {
        Ok(VerifiedToken { kind, owner, claims }) => {
            let unified = *kind == Kind::JwtUnified;
            let report = ValidReport {
                valid: true,
                kind: kind.as_str(),
                api_key: (!unified).then_some(owner),
                application_id: unified.then_some(owner),
                session_id: claims.session_id.as_str(),
                role: claims.role.as_str(),
                create_time: claims.create_time,
                expire_time: claims.expire_time,
                connection_data: claims.connection_data.as_deref(),
                initial_layout_class_list: &claims.initial_layout_class_list,
            };
            (serde_json::to_string(&report), ExitCode::SUCCESS)
        }
        Err(Rejection { reason, detail }) => {
            let report = InvalidReport { valid: false, reason: reason.as_str(), detail };
            (serde_json::to_string(&report), ExitCode::FAILURE)
        }
    };
    json.map_or(ExitCode::FAILURE, |json| print_line(json, code))
}
