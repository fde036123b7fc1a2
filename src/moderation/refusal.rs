//! Why something was not done. Nothing has then changed.

use jiff::Timestamp;

use crate::domain::admission::{Admission, Refused};
use crate::domain::question::{self, AnswerProblem};
use crate::domain::text::TextProblem;
use crate::store::StoreError;
use crate::video::VideoError;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// It does not exist, or this actor may not know that it does.
    #[error("not found")]
    NotFound,
    /// A rule forbids it, whoever asks; the code names the rule.
    #[error("not allowed: {0}")]
    Forbidden(&'static str),
    /// A field has a value that cannot be.
    #[error("{field} {problem}")]
    Invalid { field: &'static str, problem: String, text: Option<TextProblem> },
    /// Somebody else was first; the admission is inside, as it now is.
    #[error("the admission is already {}", .0.state.as_str())]
    Conflict(Box<Admission>),
    /// It cannot be as things stand, and nobody else was in the way; the code names why.
    #[error("not now: {0}")]
    NotNow(&'static str),
    /// Another host looks after the guest already.
    #[error("{by} looks after the guest")]
    Claimed { by: String },
    /// The link does not open the form.
    #[error("the link does not work: {0:?}")]
    Link(LinkProblem),
    /// The passcode of the invite is missing or wrong.
    #[error("wrong passcode")]
    WrongPasscode,
    /// Asking again is possible later.
    #[error("asking again is possible at {until}")]
    TooSoon { until: Timestamp },
    /// The call holds no more guests.
    #[error("the call is full: {limit}")]
    CallFull { limit: u32 },
    /// So many wait already that nobody else can ask.
    #[error("too many wait")]
    TooManyWaiting,
    /// Nobody waits who is there.
    #[error("nobody is ready")]
    NobodyReady,
    /// What this browser had is over for good.
    #[error("gone")]
    Gone,
    /// E-mail or password is wrong, or the account is disabled: which one is not told.
    #[error("wrong e-mail or password")]
    SignInFailed,
    /// The password must be given again first.
    #[error("confirmation needed")]
    ConfirmationNeeded,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Video(#[from] VideoError),
}

/// Why a link does not open the form, and what its page must say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// Unknown or malformed: the two look alike.
    Unknown,
    Early {
        opens_at: Timestamp,
    },
    Expired,
    UsedUp,
    Revoked,
    RoomClosed,
}

impl LinkProblem {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Early { .. } => "early",
            Self::Expired => "expired",
            Self::UsedUp => "used_up",
            Self::Revoked => "revoked",
            Self::RoomClosed => "room_closed",
        }
    }
}

impl Refusal {
    /// A field with a text that cannot be.
    pub fn text(field: &'static str) -> impl FnOnce(TextProblem) -> Self {
        move |problem| Self::Invalid { field, problem: problem.to_string(), text: Some(problem) }
    }

    /// An answer to the question with this number, from 0.
    pub fn answer(number: usize, problem: AnswerProblem) -> Self {
        let field = question::FIELDS.get(number).copied().unwrap_or("answers");
        match problem {
            AnswerProblem::Text(problem) => Self::text(field)(problem),
            AnswerProblem::NoChoice => Self::invalid(field, problem),
        }
    }

    /// A field with a value that cannot be.
    pub fn invalid(field: &'static str, problem: impl ToString) -> Self {
        Self::Invalid { field, problem: problem.to_string(), text: None }
    }
}

impl From<Refused> for Refusal {
    fn from(Refused(admission): Refused) -> Self {
        Self::Conflict(admission)
    }
}
