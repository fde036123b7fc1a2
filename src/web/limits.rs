//! Rate limits, by what is done, from where, and to what: a shared link under attack does not hurt another, and one
//! address that guesses passwords does not lock the account for its owner elsewhere.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock as _, MonotonicClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use uuid::Uuid;

use crate::web::WebError;

/// What is limited. Figures are (at once, and per minute afterwards); the installation's scale multiplies them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A try to sign in, per address and account.
    SignIn,
    /// The setup link and other one-time links.
    OneTimeLink,
    /// Opening an invite, per address: what stands against guessing links.
    OpenInvite,
    /// A passcode, per address and invite.
    Passcode,
    /// Asking to join, per address and invite. A class behind one address must get in.
    Ask,
    /// Redeeming an invite through the API, per address and invite.
    Redeem,
    /// A token, per admission.
    Token,
    /// Opening a live stream, per address and whose it is.
    Stream,
    /// A message, a raised hand and the like, per sender.
    Message,
    /// A change by a host or admin, per account.
    Decide,
    /// A call of the API, per key.
    Api,
}

const EVERY: [(Limit, u32, u32); 11] = [
    (Limit::SignIn, 10, 5),
    (Limit::OneTimeLink, 10, 10),
    (Limit::OpenInvite, 120, 120),
    (Limit::Passcode, 5, 5),
    (Limit::Ask, 60, 60),
    (Limit::Redeem, 60, 60),
    (Limit::Token, 10, 10),
    (Limit::Stream, 60, 120),
    (Limit::Message, 20, 30),
    (Limit::Decide, 300, 600),
    (Limit::Api, 600, 1_200),
];

/// From where, and to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    address: Option<IpAddr>,
    object: Option<Uuid>,
}

impl Subject {
    pub fn address(address: IpAddr) -> Self {
        Self { address: Some(network(address)), object: None }
    }

    /// Whatever the address.
    pub fn object(object: Uuid) -> Self {
        Self { address: None, object: Some(object) }
    }

    pub fn both(address: IpAddr, object: Uuid) -> Self {
        Self { object: Some(object), ..Self::address(address) }
    }
}

/// One household or office has a whole /64 of IPv6 addresses.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.into(),
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).into(),
    }
}

type Limiter = RateLimiter<Subject, HashMapStateStore<Subject>, MonotonicClock>;

/// All limiters of a server. Cheap to ask: one lock and one look-up.
pub struct Limits {
    limiters: Vec<(Limit, Limiter)>,
}

impl Limits {
    /// `scale` multiplies every figure; it is above zero.
    pub fn new(scale: f64) -> Self {
        let limiter = |(limit, at_once, per_minute)| (limit, RateLimiter::hashmap(quota(at_once, per_minute, scale)));
        Self { limiters: EVERY.map(limiter).into_iter().collect() }
    }

    /// Counts one, or refuses with 429 and the time until the next is allowed.
    pub fn check(&self, limit: Limit, subject: Subject) -> Result<(), WebError> {
        let Some((_, limiter)) = self.limiters.iter().find(|(name, _)| *name == limit) else { return Ok(()) };
        limiter.check_key(&subject).map_err(|wait| {
            let retry_after = wait.wait_time_from(MonotonicClock.now());
            WebError::TooMany { retry_after }
        })
    }

    /// Forgets whoever has been quiet long enough; called every minute.
    pub fn forget_the_quiet(&self) {
        for (_, limiter) in &self.limiters {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

fn quota(at_once: u32, per_minute: u32, scale: f64) -> Quota {
    let burst = NonZeroU32::new(scaled(at_once, scale)).unwrap_or(NonZeroU32::MIN);
    let period = Duration::from_secs_f64((60.0 / (f64::from(per_minute) * scale)).clamp(1e-9, 86_400.0));
    Quota::with_period(period).unwrap_or(Quota::per_second(NonZeroU32::MIN)).allow_burst(burst)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn scaled(count: u32, scale: f64) -> u32 {
    (f64::from(count) * scale).clamp(1.0, f64::from(u32::MAX)).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(203, 0, 113, 1));
    const THERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(203, 0, 113, 2));

    fn allowed(limits: &Limits, limit: Limit, subject: Subject) -> usize {
        (0..1_000).take_while(|_| limits.check(limit, subject).is_ok()).count()
    }

    #[test]
    fn one_subject_at_its_limit_does_not_hurt_another() {
        let limits = Limits::new(1.0);
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(allowed(&limits, Limit::Passcode, Subject::both(HERE, one)), 5);
        assert!(limits.check(Limit::Passcode, Subject::both(HERE, other)).is_ok());
        assert!(limits.check(Limit::Passcode, Subject::both(THERE, one)).is_ok());
        assert!(limits.check(Limit::SignIn, Subject::both(HERE, one)).is_ok());
    }

    #[test]
    fn a_refusal_says_when_to_come_back() {
        let limits = Limits::new(1.0);
        let subject = Subject::object(Uuid::from_u128(1));
        allowed(&limits, Limit::Token, subject);
        match limits.check(Limit::Token, subject) {
            Err(WebError::TooMany { retry_after }) => assert!(retry_after <= Duration::from_secs(6)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_scale_multiplies_every_limit_and_leaves_at_least_one() {
        assert_eq!(allowed(&Limits::new(3.0), Limit::Token, Subject::address(HERE)), 30);
        assert_eq!(allowed(&Limits::new(1e-6), Limit::Token, Subject::address(HERE)), 1);
        assert_eq!(allowed(&Limits::new(1e9), Limit::Passcode, Subject::address(HERE)), 1_000);
    }

    #[test]
    fn every_limit_has_a_figure_and_addresses_of_one_network_count_as_one() {
        let limits = Limits::new(1e-9);
        for (limit, ..) in EVERY {
            assert_eq!(allowed(&limits, limit, Subject::address(HERE)), 1, "{limit:?}");
        }
        let first = Subject::address("2001:db8::1".parse().unwrap());
        assert_eq!(first, Subject::address("2001:db8::ffff:2".parse().unwrap()));
        assert_ne!(first, Subject::address("2001:db8:0:1::1".parse().unwrap()));
    }
}
