//! A second factor: codes of an authenticator app (RFC 6238: SHA-1, six digits, steps of 30 s, one step early or late),
//! and recovery codes for when there is no app.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use totp_rs::{Builder, Totp};

use super::policy;

/// What app and server both know: 160 random bits (RFC 4226, section 4).
pub type Secret = [u8; 20];

/// So many recovery codes are made at once.
pub const RECOVERY_CODES: usize = 10;
/// Characters of a recovery code, the hyphen left out.
const RECOVERY_LEN: usize = 10;
/// What apps show above the code.
const ISSUER: &str = "Anteroom";

/// What somebody typed when asked for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Six digits of an app.
    Code(String),
    /// A recovery code, lower case, without the hyphen.
    Recovery(String),
    /// Neither.
    Nonsense,
}

impl Typed {
    /// Spaces, hyphens and capitals do not matter: people copy codes as they see them.
    pub fn parse(raw: &str) -> Self {
        let text: String = raw.chars().filter(|c| !c.is_whitespace() && *c != '-').take(RECOVERY_LEN + 1).collect();
        let text = text.to_ascii_lowercase();
        match text.len() {
            6 if text.bytes().all(|byte| byte.is_ascii_digit()) => Self::Code(text),
            RECOVERY_LEN if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) => Self::Recovery(text),
            _ => Self::Nonsense,
        }
    }
}

/// The 30 s step in which a code is right, counted since 1970, if it is now or was or will be one step from now.
pub fn step_of(secret: &Secret, code: &str, now: Timestamp) -> Option<i64> {
    let seconds = u64::try_from(now.as_second()).ok()?;
    totp(secret, "")?.check(code, seconds).and_then(|step| i64::try_from(step).ok())
}

/// The code of a moment, as the app shows it.
pub fn code_at(secret: &Secret, at: Timestamp) -> Option<String> {
    let seconds = u64::try_from(at.as_second()).ok()?;
    Some(totp(secret, "")?.generate(seconds).to_string())
}

/// What an app reads from the QR code. None where the account's name cannot stand in one.
pub fn address(secret: &Secret, account: &str) -> Option<String> {
    totp(secret, account)?.to_url().ok()
}

/// The secret as people type it into an app: base32 in groups of four.
pub fn readable(secret: &Secret) -> String {
    let text = totp_rs::Secret::from(*secret).to_base32();
    let groups: Vec<String> =
        text.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
    groups.join(" ")
}

/// What is stored of a recovery code. The secret is part of it and is itself stored sealed only: codes are short, and
/// from the database alone nobody can try them out.
pub fn recovery_hash(secret: &Secret, code: &str) -> [u8; 32] {
    Sha256::new().chain_update(secret).chain_update(code).finalize().into()
}

/// A recovery code as it is shown.
pub fn shown(code: &str) -> String {
    let (start, end) = code.split_at_checked(RECOVERY_LEN / 2).unwrap_or((code, ""));
    format!("{start}-{end}")
}

/// How long no code is looked at after so many wrong ones, the latest counted.
pub fn wait_after(failures: u32) -> SignedDuration {
    let Some(further) = failures.checked_sub(policy::WRONG_CODES) else { return SignedDuration::ZERO };
    let wait = policy::CODE_WAIT * 2_i32.saturating_pow(further.min(10));
    wait.min(policy::CODE_WAIT_MOST)
}

fn totp(secret: &Secret, account: &str) -> Option<Totp> {
    Builder::new().with_secret(*secret).with_account_name(account).with_issuer(Some(ISSUER)).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the test vectors in RFC 6238, appendix B.
    const RFC: &Secret = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        // The last six of the eight digits that the RFC's table has for SHA-1.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(RFC, at(seconds)).as_deref(), Some(code));
            assert_eq!(step_of(RFC, code, at(seconds)), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_counts_one_step_early_and_late_and_no_more() {
        let code = code_at(RFC, at(3_000)).unwrap();
        for (seconds, expected) in
            [(2_969, None), (2_970, Some(100)), (3_000, Some(100)), (3_059, Some(100)), (3_060, None)]
        {
            assert_eq!(step_of(RFC, &code, at(seconds)), expected, "{seconds}");
        }
        assert_eq!(step_of(RFC, "000000", at(3_000)), None);
    }

    #[test]
    fn people_type_codes_as_they_see_them() {
        assert_eq!(Typed::parse(" 287 082\n"), Typed::Code("287082".to_owned()));
        assert_eq!(Typed::parse("ABCDE-fgh23"), Typed::Recovery("abcdefgh23".to_owned()));
        for nonsense in ["", "28708", "2870822", "28708a", "abcde-fgh2", "abcde-fgh234", "\u{661}28708", "äbcdefgh23"]
        {
            assert_eq!(Typed::parse(nonsense), Typed::Nonsense, "{nonsense}");
        }
    }

    #[test]
    fn an_app_reads_whose_it_is_and_the_secret_that_people_can_type() {
        let address = address(RFC, "ana@example.org").unwrap();
        assert!(address.starts_with("otpauth://totp/Anteroom:ana%40example.org?"), "{address}");
        assert!(address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{address}");
        assert_eq!(readable(RFC), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    #[test]
    fn a_recovery_code_is_stored_so_that_it_fits_its_own_factor_only() {
        let hash = recovery_hash(RFC, "abcdefgh23");
        assert_ne!(hash, recovery_hash(b"another secret of 20", "abcdefgh23"));
        assert_ne!(hash, recovery_hash(RFC, "abcdefgh24"));
        assert_eq!(shown("abcdefgh23"), "abcde-fgh23");
        assert_eq!(Typed::parse(&shown("abcdefgh23")), Typed::Recovery("abcdefgh23".to_owned()));
    }

    #[test]
    fn wrong_codes_make_wait_longer_and_longer_up_to_an_hour() {
        let minutes = |failures| wait_after(failures).as_mins();
        assert_eq!([0, 1, 4, 5, 6, 7, 10, 11, 40, u32::MAX].map(minutes), [0, 0, 0, 1, 2, 4, 32, 60, 60, 60]);
    }
}
