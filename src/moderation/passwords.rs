//! Passwords: hashed with Argon2id on two threads of their own, so that people who sign in do not slow down those who
//! decide. Always the same two, because a thread's allocator keeps what a hash took: 19 MiB for each that ever made one.

use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
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
            let hash = argon2()?.hash_password_with_salt(password.expose_secret().as_bytes(), &salt);
            hash.map(|hash| hash.to_string()).map_err(failed)
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
            let argon2 = argon2()?;
            let password = password.expose_secret().as_bytes();
            match hash {
                Some(hash) => Ok(argon2.verify_password(password, hash.as_str()).is_ok()),
                None => argon2.hash_password_with_salt(password, &[0; 16]).map(|_| false).map_err(failed),
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

/// Argon2id with 19 MiB and two passes (the OWASP recommendation).
fn argon2() -> Result<Argon2<'static>, Refusal> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(failed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
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
