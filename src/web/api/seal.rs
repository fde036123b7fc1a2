//! Sealing kept answers: some hold a link or a ticket, and a stolen database must not. The key is made of what the client
//! alone has, so we can open an answer only while the client asks for it again.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::{Digest as _, Sha256};

use crate::random;

/// What opens one answer.
pub(super) struct Seal([u8; 32]);

impl Seal {
    /// From parts of which at least one is a secret of the client's.
    pub fn of(parts: &[&[u8]]) -> Self {
        Self(hash("kept answer", parts))
    }

    /// The sealed text with its nonce in front. None if the library refuses.
    pub fn close(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let nonce = random::bytes::<NONCE_LEN>();
        let mut text = plain.to_vec();
        self.key()?.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut text).ok()?;
        Some([nonce.as_slice(), &text].concat())
    }

    /// None if it was not sealed with this.
    pub fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, text) = sealed.split_first_chunk::<NONCE_LEN>()?;
        let mut text = text.to_vec();
        let plain = self.key()?.open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::empty(), &mut text).ok()?;
        Some(plain.to_vec())
    }

    fn key(&self) -> Option<LessSafeKey> {
        UnboundKey::new(&AES_256_GCM, &self.0).ok().map(LessSafeKey::new)
    }
}

/// A hash of parts, each with its length, for one purpose.
pub(super) fn hash(purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in std::iter::once(purpose.as_bytes()).chain(parts.iter().copied()) {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_parts_open_what_was_sealed() {
        let seal = Seal::of(&[b"ak_1", b"key"]);
        let sealed = seal.close(b"the link").unwrap();
        assert_eq!(seal.open(&sealed).as_deref(), Some(&b"the link"[..]));
        assert!(!sealed.windows(8).any(|window| window == b"the link"));
        assert_ne!(seal.close(b"the link").unwrap(), sealed, "a nonce of its own each time");
        assert_eq!(Seal::of(&[b"ak_1k", b"ey"]).open(&sealed), None);
        assert_eq!(seal.open(&sealed[1..]), None);
        assert_eq!(seal.open(b""), None);
    }
}
