//! The time. Nothing else in the package asks the operating system for it, so that tests can hold it still.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// Where the time comes from.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Milliseconds added to the system's time; tests move it to let ten minutes pass in none.
    shift: Arc<AtomicI64>,
}

impl Clock {
    /// Now, in whole milliseconds (what the database keeps).
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the system's clock")]
    pub fn now(&self) -> Timestamp {
        let shifted = Timestamp::now().as_millisecond() + self.shift.load(Ordering::Relaxed);
        Timestamp::from_millisecond(shifted).unwrap_or(Timestamp::MAX)
    }

    /// Moves this clock, and all its clones, forward.
    pub fn advance(&self, by: SignedDuration) {
        let milliseconds = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.shift.fetch_add(milliseconds, Ordering::Relaxed);
    }
}
