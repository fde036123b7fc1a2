//! Passwords: hashed with Argon2id on two threads of their own, so that people who sign in do not slow down those who
//! decide.

use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{self, CustomizedPasswordHasher};
use argon2::{Algorithm, Argon2, Block, Params, PasswordVerifier as _, Version};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::oneshot;

use super::Refusal;
use crate::random;
use crate::store::StoreError;

const THREADS: usize = 2;

type Job = Box<dyn FnOnce() + Send>;

/// Clones share the threads, which end with the last of them.
#[derive(Clone, Debug)]
pub struct Passwords {
    jobs: mpsc::Sender<Job>,
}

impl Default for Passwords {
    fn default() -> Self {
        let (jobs, queue) = mpsc::channel::<Job>();
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..THREADS {
            let queue = Arc::clone(&queue);
            let next = move || queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let hashes = thread::Builder::new().name("passwords".to_owned()).spawn(move || {
                while let Ok(job) = next() {
                    job();
                }
            });
            if let Err(error) = hashes {
                tracing::error!(%error, "a thread for passwords could not be started");
            }
        }
        Self { jobs }
    }
}

impl Passwords {
    /// The hash to store.
    ///
    /// # Errors
    /// Only when the machine cannot run the hash at all.
    pub async fn hash(&self, password: SecretString) -> Result<String, Refusal> {
        self.off_thread(move || {
            let salt = random::bytes::<16>();
            Ok(hash(&password, &salt)?.to_string())
        })
        .await
    }

    /// Whether a password is the one behind a hash. Without a hash the same work is done, and the answer is no: the time
    /// must not tell whether an account exists.
    ///
    /// # Errors
    /// Only when the machine cannot run the hash at all.
    pub async fn verify(&self, password: SecretString, hash: Option<String>) -> Result<bool, Refusal> {
        self.off_thread(move || {
            // One that cannot be read is nobody's, and takes as long.
            match hash.and_then(|stored| PasswordHash::new(&stored).ok()) {
                Some(stored) => Ok(Argon2id.verify_password(password.expose_secret().as_bytes(), &stored).is_ok()),
                None => self::hash(&password, &[0; 16]).map(|_| false),
            }
        })
        .await
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let (sender, receiver) = oneshot::channel();
        let job = Box::new(move || {
            // Whoever asked may have gone away meanwhile.
            let _ = sender.send(work());
        });
        self.jobs.send(job).map_err(failed)?;
        receiver.await.map_err(failed)?
    }
}

/// With 19 MiB and two passes (the OWASP recommendation).
fn hash(password: &SecretString, salt: &[u8]) -> Result<PasswordHash, Refusal> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(failed)?;
    Argon2id.hash_password_with_params(password.expose_secret().as_bytes(), salt, params).map_err(failed)
}

/// The library's Argon2, in memory that the system gets back at once.
struct Argon2id;

impl CustomizedPasswordHasher<PasswordHash> for Argon2id {
    type Params = Params;

    fn hash_password_customized(
        &self,
        password: &[u8],
        salt: &[u8],
        algorithm: Option<&str>,
        version: Option<u32>,
        params: Params,
    ) -> password_hash::Result<PasswordHash> {
        let algorithm = algorithm.map(Algorithm::try_from).transpose()?.unwrap_or_default();
        let version = version.map(Version::try_from).transpose()?.unwrap_or_default();
        let salt = Salt::new(salt)?;
        let mut output = vec![0; params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN)];
        let argon2 = Argon2::new(algorithm, version, params);
        argon2.hash_password_into_with_memory(password, &salt, &mut output, blocks(argon2.params().block_count()))?;
        Ok(PasswordHash {
            algorithm: algorithm.ident(),
            version: Some(version.into()),
            params: ParamsString::try_from(argon2.params())?,
            salt: Some(salt),
            hash: Some(Output::new(&output)?),
        })
    }
}

/// Room for a hash. glibc takes memory from the system for each request of more than 32 MiB, and gives it back; smaller ones
/// it keeps, and as these must be aligned it mostly finds none that fits and takes more: people who only tried passwords
/// made a server grow by 350 MiB. What is asked for and not touched costs nothing.
fn blocks(count: usize) -> Vec<Block> {
    const NEVER_KEPT: usize = 33 * 1024 * 1024;
    let mut blocks = Vec::with_capacity(count.max(NEVER_KEPT / Block::SIZE));
    blocks.resize(count, Block::new());
    blocks
}

fn failed(error: impl std::fmt::Display) -> Refusal {
    Refusal::Store(StoreError::Failed(format!("passwords cannot be hashed: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_and_no_other() {
        let passwords = Passwords::default();
        let hash = passwords.hash("correct horse".to_owned().into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.verify("correct horse".to_owned().into(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("battery staple".to_owned().into(), Some(hash)).await.unwrap());
        assert!(!passwords.verify("correct horse".to_owned().into(), None).await.unwrap());
    }
}
