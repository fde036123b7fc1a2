//! Randomness from the operating system. Nothing else in the package draws any.

use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use secrecy::SecretString;
use uuid::Uuid;

/// 192 random bits, base64url: the secret of a link, a ticket, a sign-in or a key. 32 characters.
pub fn secret() -> SecretString {
    URL_SAFE_NO_PAD.encode(bytes::<24>()).into()
}

/// A short public code (a room's address on screen): 10 characters of an alphabet without look-alikes, about 49 bits.
pub fn code() -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    bytes::<10>().iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// A UUIDv7 for the given time. Ids made in the same millisecond are in the order of their making (RFC 9562, 6.2,
/// method 1: a counter of twelve bits), because lists and queues are ordered by them.
pub fn id(now: Timestamp) -> Uuid {
    static LAST: AtomicU64 = AtomicU64::new(0);
    let floor = u64::try_from(now.as_millisecond()).unwrap_or_default() << 12;
    let next = |last: u64| floor.max(last + 1);
    let last = LAST.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(next(last)));
    let ticks = next(last.unwrap_or_default());
    let mut rest = bytes::<10>();
    rest[..2].copy_from_slice(&((ticks & 0xfff) as u16).to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(ticks >> 12, &rest).into_uuid()
}

/// A UUID that tells nothing, not even when it was made.
pub fn opaque_id() -> Uuid {
    uuid::Builder::from_random_bytes(bytes::<16>()).into_uuid()
}

/// `N` random bytes. A system that cannot give any cannot keep anybody out either: the process ends.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut buffer = [0; N];
    #[expect(clippy::expect_used, reason = "without randomness no secret is secret; going on would be worse")]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that draws randomness")]
    getrandom::fill(&mut buffer).expect("the operating system gives random bytes");
    buffer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_the_same_millisecond_are_in_order_and_all_different() {
        let now = Timestamp::from_millisecond(1_800_000_000_000).unwrap();
        let ids: Vec<Uuid> = (0..5_000).map(|_| id(now)).collect();
        assert!(ids.is_sorted_by(|left, right| left < right));
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }
}
