//! Sealing what must be stored and read again (a secret that signs, a secret of a second factor) with a key that is not
//! in the database: a stolen database opens none of it. The key is a file beside the database, or wherever the operator
//! puts it; it is made when something is sealed for the first time.

use std::fs::OpenOptions;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use secrecy::{ExposeSecret as _, SecretBox};

use crate::random;

const KEY_LEN: usize = 32;

/// The key cannot be had, or does not open what it should. Never holds a secret.
#[derive(Clone, Debug, thiserror::Error)]
pub enum SealError {
    #[error("the key file {0} cannot be used: {1}")]
    File(String, String),
    #[error("this was sealed with another key: is the key file the one of this database?")]
    AnotherKey,
    #[error("the cipher refuses")]
    Cipher,
}

type Key = Arc<SecretBox<[u8; KEY_LEN]>>;

/// The installation's key. Clones share it; it is read when first needed.
#[derive(Clone, Debug)]
pub struct SealingKey {
    file: PathBuf,
    key: Arc<Mutex<Option<Key>>>,
}

impl SealingKey {
    /// The key in this file, which need not exist yet.
    pub fn in_file(file: PathBuf) -> Self {
        Self { file, key: Arc::default() }
    }

    /// Where a database's key is when nobody says otherwise: `anteroom.db.key` beside `anteroom.db`.
    pub fn beside(database: &Path) -> Self {
        let mut name = database.as_os_str().to_owned();
        name.push(".key");
        Self::in_file(name.into())
    }

    /// Seals for one purpose: what was sealed for another does not open. The nonce stands in front.
    ///
    /// # Errors
    /// When the key cannot be read or made.
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let nonce = random::bytes::<NONCE_LEN>();
        let mut text = plain.to_vec();
        self.cipher(true)?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(purpose), &mut text)
            .map_err(|_| SealError::Cipher)?;
        Ok([nonce.as_slice(), &text].concat())
    }

    /// Opens what was sealed for this purpose.
    ///
    /// # Errors
    /// When the key cannot be read, or is another one.
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (nonce, text) = sealed.split_first_chunk::<NONCE_LEN>().ok_or(SealError::AnotherKey)?;
        let mut text = text.to_vec();
        let plain = self
            .cipher(false)?
            .open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(purpose), &mut text)
            .map_err(|_| SealError::AnotherKey)?;
        Ok(plain.to_vec())
    }

    fn cipher(&self, make: bool) -> Result<LessSafeKey, SealError> {
        let mut known = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        let key = match &*known {
            Some(key) => Arc::clone(key),
            None => {
                let key = Arc::new(SecretBox::new(Box::new(self.read_or_make(make)?)));
                Arc::clone(known.insert(key))
            }
        };
        let key = UnboundKey::new(&AES_256_GCM, key.expose_secret()).map_err(|_| SealError::Cipher)?;
        Ok(LessSafeKey::new(key))
    }

    fn read_or_make(&self, make: bool) -> Result<[u8; KEY_LEN], SealError> {
        match self.read() {
            Err(error) if make && error.kind() == std::io::ErrorKind::NotFound => self.make(),
            read => read,
        }
        .map_err(|error| SealError::File(self.file.display().to_string(), error.to_string()))
    }

    fn read(&self) -> std::io::Result<[u8; KEY_LEN]> {
        let mut bytes = Vec::new();
        // A key is 32 bytes; a wrong file may be anything.
        OpenOptions::new().read(true).open(&self.file)?.take(KEY_LEN as u64 + 1).read_to_end(&mut bytes)?;
        bytes.try_into().map_err(|_| std::io::Error::other(format!("it does not hold {KEY_LEN} bytes")))
    }

    /// Whole or not at all: made under another name, then linked to its own, which fails if somebody was first.
    fn make(&self) -> std::io::Result<[u8; KEY_LEN]> {
        let key = random::bytes::<KEY_LEN>();
        let mut draft = self.file.as_os_str().to_owned();
        draft.push(format!(".{}", random::opaque_id()));
        let draft = PathBuf::from(draft);
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
        let written = file.write_all(&key).and_then(|()| file.sync_all());
        let linked = written.and_then(|()| std::fs::hard_link(&draft, &self.file));
        std::fs::remove_file(&draft)?;
        match linked {
            Ok(()) => Ok(key),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => self.read(),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn what_was_sealed_opens_with_the_same_file_for_the_same_purpose_only() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.db.key");
        let sealed = SealingKey::beside(&folder.path().join("a.db")).seal("webhook", b"the secret").unwrap();
        let again = SealingKey::in_file(file.clone());
        assert_eq!(again.open("webhook", &sealed).unwrap(), b"the secret");
        assert!(again.open("second factor", &sealed).is_err());
        assert!(again.open("webhook", &sealed[1..]).is_err() && again.open("webhook", b"").is_err());
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left");
    }

    #[test]
    fn a_file_that_is_no_key_is_named_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        std::fs::write(&file, "a text that somebody put there by mistake").unwrap();
        let error = SealingKey::in_file(file.clone()).seal("webhook", b"x").unwrap_err().to_string();
        assert!(error.contains("32 bytes") && error.contains("key"), "{error}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "a text that somebody put there by mistake");
    }

    #[test]
    fn opening_makes_no_key() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        assert!(SealingKey::in_file(file.clone()).open("webhook", &[0; 40]).is_err());
        assert!(!file.exists());
    }
}
