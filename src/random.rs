//! Randomness from the operating system. Nothing else in the package draws any.

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

/// A UUIDv7 for the given time.
pub fn id(now: Timestamp) -> Uuid {
    let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes::<10>()).into_uuid()
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
