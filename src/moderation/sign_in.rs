//! Signing in and out.

use std::net::IpAddr;

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};

use super::accounts::actor_of;
use super::{Moderation, Purpose, Refusal, hash_of};
use crate::domain::account::Account;
use crate::domain::actor::{Actor, Who};
use crate::domain::fact::Fact;
use crate::domain::ids::{AccountId, SignInId};
use crate::domain::text::Email;
use crate::live::Topic;
use crate::random;
use crate::store::{About, SignIn, Tx};

/// From where somebody signs in.
#[derive(Clone, Debug, Default)]
pub struct Place {
    pub address: Option<IpAddr>,
    /// What the browser calls itself.
    pub browser: Option<String>,
}

/// What the right password came to.
#[derive(Debug)]
pub enum SignInStep {
    Done(Box<SignedIn>),
    /// A code is needed too. The secret of this question goes into a cookie of the browser.
    CodeNeeded {
        step: SecretString,
    },
}

impl SignInStep {
    /// The login, where no code is needed.
    pub fn done(self) -> Option<SignedIn> {
        match self {
            Self::Done(signed_in) => Some(*signed_in),
            Self::CodeNeeded { .. } => None,
        }
    }
}

/// A new login: the secret goes into the browser's cookie and nowhere else.
#[derive(Debug)]
pub struct SignedIn {
    pub account: Account,
    pub sign_in: SignIn,
    pub secret: SecretString,
}

impl Moderation {
    /// Signs in with e-mail and password, or asks for a code where the account has a second factor. Words and time are the
    /// same whatever is wrong.
    ///
    /// # Errors
    /// `SignInFailed`, and nothing more than that.
    pub async fn sign_in(&self, email: &str, password: SecretString, place: Place) -> Result<SignInStep, Refusal> {
        let credentials = match Email::parse(email) {
            Ok(email) => self.store.credentials(&email)?,
            Err(_) => None,
        };
        let hash = credentials.as_ref().and_then(|found| found.password_hash.clone());
        let right = self.passwords.verify(password, hash).await?;
        match credentials {
            Some(found) if right && !found.account.disabled => {
                if self.store.has_second_factor(found.account.id)? {
                    self.ask_for_code(found.account.id).await
                } else {
                    Ok(SignInStep::Done(Box::new(self.start_sign_in(found.account.id, place).await?)))
                }
            }
            _ => {
                self.log_failure(email, place).await?;
                Err(Refusal::SignInFailed)
            }
        }
    }

    /// Signs in by a one-time link, which is then used up.
    ///
    /// # Errors
    /// `NotFound` when the link is not one, was used or is too old.
    pub async fn sign_in_by_link(&self, secret: &str, place: Place) -> Result<SignedIn, Refusal> {
        match self.links.take(secret, self.clock.now()) {
            Some(Purpose::SignIn(account)) => self.start_sign_in(account, place).await,
            _ => Err(Refusal::NotFound),
        }
    }

    pub(super) async fn start_sign_in(&self, id: AccountId, place: Place) -> Result<SignedIn, Refusal> {
        let now = self.clock.now();
        let secret = random::secret();
        let secret_hash = hash_of(secret.expose_secret());
        let done: Result<_, Refusal> = self.store.write(move |tx| tx.begin_sign_in(id, place, &secret_hash, now)).await;
        let (account, sign_in) = done?;
        Ok(SignedIn { account, sign_in, secret })
    }

    /// Ends a login, or with `everywhere` all of the account's and its places in calls.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn sign_out(&self, actor: &Actor, sign_in: SignIn, everywhere: bool) -> Result<(), Refusal> {
        let (now, actor, account) = (self.clock.now(), actor.clone(), sign_in.account_id);
        let only = (!everywhere).then_some(sign_in.id);
        self.store
            .write(move |tx| {
                if everywhere {
                    tx.void_host_tokens(account, now)?;
                }
                if tx.end_sign_ins(account, only, now)? > 0 {
                    let fact = Fact::SignedOut { name: actor.name().to_owned() };
                    tx.append_audit(&actor, now, About::default(), &fact)?;
                }
                Ok::<_, Refusal>(())
            })
            .await?;
        self.hub.notify(Topic::Account(account));
        Ok(())
    }

    /// Takes the password once more, for what an admin does.
    ///
    /// # Errors
    /// `SignInFailed` when it is wrong.
    pub async fn confirm(&self, account: &Account, sign_in: SignInId, password: SecretString) -> Result<(), Refusal> {
        let hash = self.store.credentials(&account.email)?.and_then(|found| found.password_hash);
        if !self.passwords.verify(password, hash).await? {
            return Err(Refusal::SignInFailed);
        }
        let now = self.clock.now();
        self.store.write(move |tx| Ok(tx.confirm_sign_in(sign_in, now)?)).await
    }

    /// Whose login a cookie's secret is, if it is alive. Notes the use, at most once a minute.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn signed_in(&self, secret: &str) -> Result<Option<(Account, SignIn)>, Refusal> {
        let now = self.clock.now();
        let Some(sign_in) = self.store.sign_in(&hash_of(secret))?.filter(|sign_in| sign_in.is_alive(now)) else {
            return Ok(None);
        };
        let account = self.store.account(sign_in.account_id)?.filter(|account| !account.disabled);
        if account.is_some() && now.duration_since(sign_in.last_seen_at).as_secs() >= 60 {
            let (id, account) = (sign_in.id, sign_in.account_id);
            let touched: Result<(), Refusal> = self
                .store
                .write(move |tx| {
                    tx.touch_sign_in(id, now)?;
                    Ok(tx.set_account_seen(account, now)?)
                })
                .await;
            if let Err(error) = touched {
                // Reading goes on when nothing can be written.
                tracing::warn!(%error, "the use of a sign-in was not noted");
            }
        }
        Ok(account.map(|account| (account, sign_in)))
    }

    async fn log_failure(&self, email: &str, place: Place) -> Result<(), Refusal> {
        let now = self.clock.now();
        // What was typed may be a password in the wrong field: it is kept only when it has the form of an address.
        let email = Email::parse(email).map(|email| email.to_string()).unwrap_or_default();
        let actor = Actor { who: Who::System, address: place.address };
        self.store
            .write(move |tx| Ok(tx.append_audit(&actor, now, About::default(), &Fact::SignInFailed { email })?))
            .await
    }
}

impl Tx {
    /// Begins a login, once everything that is asked for has been given.
    pub(super) fn begin_sign_in(
        &mut self,
        id: AccountId,
        place: Place,
        secret_hash: &[u8; 32],
        now: Timestamp,
    ) -> Result<(Account, SignIn), Refusal> {
        let account = self.account(id)?.filter(|account| !account.disabled).ok_or(Refusal::SignInFailed)?;
        let browser = place.browser.map(|browser| browser.chars().take(200).collect());
        let sign_in = SignIn {
            id: SignInId(random::id(now)),
            account_id: id,
            created_at: now,
            last_seen_at: now,
            confirmed_at: now,
            address: place.address.map(|address| address.to_string()),
            browser,
        };
        self.insert_sign_in(&sign_in, secret_hash)?;
        self.set_account_seen(id, now)?;
        let fact = Fact::SignedIn { name: account.name.to_string() };
        self.append_audit(&actor_of(&account, place.address), now, About::default(), &fact)?;
        Ok((account, sign_in))
    }
}
