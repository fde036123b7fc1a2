//! Every limit of the embedded session, in one place; docs/local-session.md lists the same numbers.

use std::time::{Duration, Instant};

/// One text frame. Room for the largest SDP with every character escaped as JSON needs (`\r\n` doubles).
pub const MESSAGE_BYTES: usize = 96 * 1024;
pub const SDP_BYTES: usize = 64 * 1024;
pub const TOKEN_BYTES: usize = 8 * 1024;
pub const SIGNAL_BYTES: usize = 8 * 1024;
/// Ids, references, signal kinds.
pub const NAME_BYTES: usize = 64;

pub const CONNECTIONS_PER_SESSION: usize = 50;
pub const CONNECTIONS: usize = 1_000;
pub const STREAMS_PER_CONNECTION: usize = 2;
pub const STREAMS_PER_SESSION: usize = CONNECTIONS_PER_SESSION * STREAMS_PER_CONNECTION;
pub const SUBSCRIPTIONS_PER_CONNECTION: usize = STREAMS_PER_SESSION;

/// From the open socket to `connect`.
pub const FIRST_MESSAGE: Duration = Duration::from_secs(5);
/// Between pings; a socket silent for [`SILENCE`] is given up.
pub const PING: Duration = Duration::from_secs(10);
pub const SILENCE: Duration = Duration::from_secs(30);
/// For one message to leave the server.
pub const SEND: Duration = Duration::from_secs(10);
/// Messages waiting for a slow socket, before it is given up.
pub const OUTGOING_QUEUE: usize = 512;

/// Refused messages of one connection, before it is closed.
pub const STRIKES: u32 = 50;

/// From offer or answer to working transport; and without any sign of life.
pub const MEDIA_SETUP: Duration = Duration::from_secs(20);
/// Between keyframe requests for one layer.
pub const KEYFRAME: Duration = Duration::from_millis(400);

/// The same while a viewer has not seen anything yet.
pub const FIRST_KEYFRAME: Duration = Duration::from_millis(150);

/// Messages of any kind: so many at once, so many more each second.
pub const MESSAGES: Rate = Rate { burst: 500, each_second: 30 };
/// Publish, subscribe and answer: each is work on a transport.
pub const TRANSPORTS: Rate = Rate { burst: 300, each_second: 10 };
/// Signals: each goes to everybody.
pub const SIGNALS: Rate = Rate { burst: 30, each_second: 10 };

/// How many at once, and how many more each second.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    pub burst: u32,
    pub each_second: u32,
}

/// What is left of a [`Rate`] for one connection.
#[derive(Clone, Debug)]
pub struct Allowance {
    rate: Rate,
    left: f64,
    at: Instant,
}

impl Allowance {
    pub fn new(rate: Rate, now: Instant) -> Self {
        Self { rate, left: f64::from(rate.burst), at: now }
    }

    /// Takes one, if there is one.
    pub fn take(&mut self, now: Instant) -> bool {
        let gained = now.saturating_duration_since(self.at).as_secs_f64() * f64::from(self.rate.each_second);
        self.left = (self.left + gained).min(f64::from(self.rate.burst));
        self.at = self.at.max(now);
        if self.left < 1.0 {
            return false;
        }
        self.left -= 1.0;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_is_used_up_and_grows_again_up_to_its_burst() {
        let start = Instant::now();
        let mut allowance = Allowance::new(Rate { burst: 3, each_second: 2 }, start);
        let taken = |allowance: &mut Allowance, at| (0..10).filter(|_| allowance.take(at)).count();
        assert_eq!(taken(&mut allowance, start), 3);
        assert_eq!(taken(&mut allowance, start + Duration::from_millis(499)), 0);
        assert_eq!(taken(&mut allowance, start + Duration::from_millis(500)), 1);
        assert_eq!(taken(&mut allowance, start + Duration::from_secs(3_600)), 3);
        assert_eq!(taken(&mut allowance, start), 0, "a time that goes back gives nothing");
    }
}
