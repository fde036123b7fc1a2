//! What a token says, whatever its form, and the platform's limits. Source: the platform's documentation and its official SDKs.

use serde_json::Number;

use crate::domain::role::Role;
use crate::video::token::error::{InvalidField, Reason, Rejection};
use crate::video::token::session_id::SessionId;

/// How long a token lives that does not say so: 24 hours, in seconds.
pub const DEFAULT_LIFE: i64 = 24 * 60 * 60;
/// The longest life of a token: 30 days, in seconds.
pub const MAX_LIFE: i64 = 30 * 24 * 60 * 60;
/// The longest connection data, in characters (Unicode scalar values); for the layout classes it is the same.
pub const MAX_DATA: usize = 1000;
/// The largest time in seconds that a token may name: ten digits, the year 2286. Eleven and more are milliseconds.
const MAX_TIME: i64 = 9_999_999_999;

/// What a token says: asked for when making one, found when reading one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    pub session_id: SessionId,
    pub role: Role,
    /// Unix seconds.
    pub create_time: i64,
    /// Unix seconds.
    pub expire_time: i64,
    /// What others in the session learn about the connection. A token made here never has it empty.
    pub connection_data: Option<String>,
    pub initial_layout_class_list: Vec<String>,
}

impl Claims {
    /// A publisher for the next 24 hours.
    pub fn new(session_id: SessionId, now: i64) -> Self {
        Self {
            session_id,
            role: Role::Publisher,
            create_time: now,
            expire_time: now.saturating_add(DEFAULT_LIFE),
            connection_data: None,
            initial_layout_class_list: Vec::new(),
        }
    }

    /// What has to hold before anything is signed for `owner`, which is an API key or an application id as `kind` says.
    pub(super) fn check(&self, owner: &str, kind: &'static str) -> Result<(), InvalidField> {
        if !self.session_id.belongs_to(owner) {
            return Err(InvalidField::SessionOfAnother(kind));
        }
        self.check_times()?;
        let characters = count(self.data());
        if characters > MAX_DATA {
            return Err(InvalidField::ConnectionDataTooLong(characters));
        }
        self.check_layout_classes()
    }

    fn check_times(&self) -> Result<(), InvalidField> {
        if !(0..=MAX_TIME).contains(&self.create_time) {
            return Err(InvalidField::CreateTimeOutOfRange);
        }
        if self.expire_time > MAX_TIME {
            return Err(InvalidField::ExpireTimeInMilliseconds);
        }
        match self.expire_time.saturating_sub(self.create_time) {
            // Five of the six SDKs take a token that ends at once. It opens nothing: say so now rather than later.
            ..=0 => Err(InvalidField::ExpireTimePast),
            1..=MAX_LIFE => Ok(()),
            _ => Err(InvalidField::ExpireTimeTooFar),
        }
    }

    fn check_layout_classes(&self) -> Result<(), InvalidField> {
        let classes = &self.initial_layout_class_list;
        let breaks = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '&' | '=' | '+' | '%');
        if classes.iter().any(|class| class.is_empty() || class.contains(breaks)) {
            return Err(InvalidField::LayoutClass);
        }
        let characters = classes.iter().map(|class| count(class)).sum::<usize>() + classes.len().saturating_sub(1);
        if characters > MAX_DATA { Err(InvalidField::LayoutClassesTooLong(characters)) } else { Ok(()) }
    }

    /// Empty when there is none.
    pub(super) fn data(&self) -> &str {
        self.connection_data.as_deref().unwrap_or_default()
    }
}

/// Reads a time that somebody typed.
///
/// # Errors
/// A fraction, a sign, or anything else but digits; milliseconds.
pub fn parse_expire_time(text: &str) -> Result<i64, InvalidField> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidField::ExpireTimeNotWhole);
    }
    match text.parse() {
        Ok(time) if time <= MAX_TIME => Ok(time),
        _ => Err(InvalidField::ExpireTimeInMilliseconds),
    }
}

/// Characters as the limits mean them: Unicode scalar values.
fn count(text: &str) -> usize {
    text.chars().count()
}

/// A number that makes tokens of the same second differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonce(String);

impl Nonce {
    /// A nonce from a random number. Keeps 53 bits: what every JSON reader takes without rounding.
    pub fn from_random(random: u64) -> Self {
        Self((random >> 11).to_string())
    }

    /// Takes the number as it stands.
    ///
    /// # Errors
    /// Not a number as in JSON.
    pub fn parse(text: &str) -> Result<Self, InvalidField> {
        serde_json::from_str::<Number>(text).map_err(|_| InvalidField::NonceNotANumber)?;
        Ok(Self(text.to_owned()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn number(&self) -> Result<Number, InvalidField> {
        serde_json::from_str(&self.0).map_err(|_| InvalidField::NonceNotANumber)
    }
}

/// Which form a token has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    T1,
    JwtLegacy,
    JwtUnified,
}

impl Kind {
    /// The name that the command line prints.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::T1 => "t1",
            Self::JwtLegacy => "jwt-legacy",
            Self::JwtUnified => "jwt-unified",
        }
    }
}

/// A token whose signature, owner, times and limits have been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedToken {
    pub kind: Kind,
    /// The API key, or for [`Kind::JwtUnified`] the application id.
    pub owner: String,
    pub claims: Claims,
}

pub(super) fn read_role(text: &str) -> Result<Role, Rejection> {
    text.parse()
        .map_err(|_| Reason::InvalidRole.because("role must be subscriber, publisher, publisheronly or moderator"))
}

pub(super) fn read_session_id(text: &str, owner: &str) -> Result<SessionId, Rejection> {
    let session_id: SessionId =
        text.parse().map_err(|_| Reason::BadSessionId.because("session_id is not a session id"))?;
    if session_id.belongs_to(owner) {
        Ok(session_id)
    } else {
        Err(Reason::SessionKeyMismatch.because("the session does not belong to the key that signed the token"))
    }
}

pub(super) fn check_read_data(data: Option<&str>) -> Result<(), Rejection> {
    match data.map(count) {
        Some(characters) if characters > MAX_DATA => Err(Reason::DataTooLong
            .because(format!("connection_data has {characters} characters, at most {MAX_DATA} are allowed"))),
        _ => Ok(()),
    }
}

/// Whether a life that the token itself states is one it may have, and `longest` seconds at most.
pub(super) fn check_life(create_time: i64, expire_time: i64, longest: i64) -> Result<(), Rejection> {
    if expire_time < create_time {
        return Err(Reason::InvalidTime.because("the token expires before it was created"));
    }
    if expire_time.saturating_sub(create_time) > longest {
        return Err(Reason::ExpireTooFar.because(format!("the token lives longer than {longest} seconds")));
    }
    Ok(())
}

pub(super) fn expired(expire_time: i64) -> Rejection {
    Reason::Expired.because(format!("expired at {expire_time}"))
}
