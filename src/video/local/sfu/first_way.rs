//! The first way by which a page is heard is taken at once.
//!
//! A page checks its ways to the server (pairs of addresses, RFC 8445) and says in a later check which one it chose:
//! browsers say so one check, 50 ms, after the first answer, and the media library sends nothing before. Until a page
//! has said so, a lite agent may use any way that works; and the page will most likely choose the first.

use str0m::config::CryptoProvider;
use str0m::ice::{IceCreds, StunMessage};

/// Room for a check that we write: names, numbers and a hash.
const LONGEST: usize = 1_024;

/// This check of a page, as if it said that the page chose this way. None if it says so already, is none, or is not signed
/// with this peer's password.
pub(super) fn chosen(datagram: &[u8], own: &IceCreds, crypto: &CryptoProvider) -> Option<Vec<u8>> {
    let check = StunMessage::parse(datagram).ok()?;
    let hmac = |key: &[u8], parts: &[&[u8]]| crypto.sha1_hmac_provider.sha1_hmac(key, parts);
    if !check.is_binding_request() || check.use_candidate() || !check.verify(own.pass.as_bytes(), hmac) {
        return None;
    }
    let (username, tie_breaker) = (check.username()?, check.ice_controlling()?);
    let chosen = StunMessage::binding_request(username, check.trans_id(), true, tie_breaker, check.prio()?, true);
    let mut bytes = vec![0; LONGEST];
    let length = chosen.to_bytes(Some(own.pass.as_bytes()), &mut bytes, hmac).ok()?;
    bytes.truncate(length);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use str0m::ice::TransId;

    use super::*;

    fn check(use_candidate: bool, controlling: bool, password: &str) -> Vec<u8> {
        let crypto = str0m::crypto::from_feature_flags();
        let hmac = |key: &[u8], parts: &[&[u8]]| crypto.sha1_hmac_provider.sha1_hmac(key, parts);
        let id = TransId::new();
        let check = StunMessage::binding_request("ours:theirs", id, controlling, 7, 1_853_824_767, use_candidate);
        let mut bytes = vec![0; LONGEST];
        let length = check.to_bytes(Some(password.as_bytes()), &mut bytes, hmac).unwrap();
        bytes.truncate(length);
        bytes
    }

    fn taken(datagram: &[u8]) -> Option<Vec<u8>> {
        let own = IceCreds { ufrag: "ours".to_owned(), pass: "secret".to_owned() };
        chosen(datagram, &own, &str0m::crypto::from_feature_flags())
    }

    #[test]
    fn a_check_becomes_a_choice_and_stays_the_same_check() {
        let (sent, crypto) = (check(false, true, "secret"), str0m::crypto::from_feature_flags());
        let (sent, chosen) = (StunMessage::parse(&sent).unwrap(), taken(&sent).unwrap());
        let chosen = StunMessage::parse(&chosen).unwrap();
        assert!(!sent.use_candidate() && chosen.use_candidate());
        assert!(chosen.verify(b"secret", |key, parts| crypto.sha1_hmac_provider.sha1_hmac(key, parts)));
        assert_eq!(chosen.trans_id(), sent.trans_id(), "the answer is the answer to it");
        assert_eq!(chosen.split_username(), Some(("ours", "theirs")));
        assert_eq!((chosen.prio(), chosen.ice_controlling()), (sent.prio(), sent.ice_controlling()));
    }

    #[test]
    fn nothing_else_is_touched() {
        assert_eq!(taken(&check(true, true, "secret")), None, "says so itself");
        assert_eq!(taken(&check(false, true, "another")), None, "not from this page");
        assert_eq!(taken(&check(false, false, "secret")), None, "a page that does not choose");
        assert_eq!(taken(b"\x00\x01"), None);
        assert_eq!(taken(&[22, 254, 253, 0, 0]), None, "DTLS");
    }
}
