//! An account's own second factor: setting it up, new recovery codes, removing it; and an admin who removes another's.
//! The password is asked for by the page before any of it (`confirm`).

use jiff::Timestamp;

use super::sign_in_step::{Checked, open_secret};
use super::{Moderation, Refusal, installation};
use crate::domain::account::{Account, AccountRole};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::AccountId;
use crate::domain::second_factor::{self, RECOVERY_CODES, Secret, Typed};
use crate::random;
use crate::store::{About, Tx};

/// What a second factor's secret is sealed for.
pub(super) const PURPOSE: &str = "second factor";

/// What an authenticator app must be given.
#[derive(Clone, Debug)]
pub struct OfferedFactor {
    /// `otpauth://…`, for a QR code.
    pub address: String,
    /// The same secret for people who type.
    pub readable: String,
}

/// How an account stands with its second factor.
#[derive(Debug)]
pub enum OwnFactor {
    None,
    /// Begun: a first code is awaited.
    Offered(OfferedFactor),
    Set {
        since: Timestamp,
        codes_left: i64,
    },
}

impl Moderation {
    /// How an account stands with its second factor. Only for its own eyes: what is offered holds the secret.
    ///
    /// # Errors
    /// Of the database, or when the key that opens it cannot be read.
    pub fn own_factor(&self, account: &Account) -> Result<OwnFactor, Refusal> {
        let Some(factor) = self.store.second_factor(account.id)? else { return Ok(OwnFactor::None) };
        match factor.confirmed_at {
            Some(since) => Ok(OwnFactor::Set { since, codes_left: self.store.recovery_codes_left(account.id)? }),
            None => {
                let secret = open_secret(&self.sealing, &factor)?;
                Ok(OwnFactor::Offered(OfferedFactor {
                    address: second_factor::address(&secret, account.email.as_str()).unwrap_or_default(),
                    readable: second_factor::readable(&secret),
                }))
            }
        }
    }

    /// Begins a second factor. Nothing is asked for until a first code has come.
    ///
    /// # Errors
    /// `Forbidden` when there is one already.
    pub async fn begin_second_factor(&self, actor: &Actor) -> Result<(), Refusal> {
        let secret: Secret = random::bytes();
        let sealed = self.sealing.seal(PURPOSE, &secret)?;
        self.change_own(actor, move |tx, account, _, now| {
            if tx.second_factor(account.id)?.is_some_and(|factor| factor.confirmed_at.is_some()) {
                return Err(Refusal::Forbidden("second_factor_set"));
            }
            Ok(tx.begin_second_factor(account.id, &sealed, now)?)
        })
        .await
    }

    /// Takes the first code of what was begun: from now on codes are asked for. Answers recovery codes, this once.
    ///
    /// # Errors
    /// `Invalid` naming the code when it is wrong; `NotFound` when nothing was begun.
    pub async fn confirm_second_factor(&self, actor: &Actor, code: &str) -> Result<Vec<String>, Refusal> {
        let (typed, sealing) = (Typed::parse(code), self.sealing.clone());
        self.change_own(actor, move |tx, account, actor, now| {
            let factor = tx.second_factor(account.id)?.filter(|it| it.confirmed_at.is_none());
            let secret = open_secret(&sealing, &factor.ok_or(Refusal::NotFound)?)?;
            let Typed::Code(code) = typed else { return Err(Refusal::invalid("code", "is not right")) };
            let step = second_factor::step_of(&secret, &code, now);
            let step = step.ok_or_else(|| Refusal::invalid("code", "is not right"))?;
            tx.confirm_second_factor(account.id, now)?;
            tx.note_step(account.id, step)?;
            let codes = tx.new_recovery_codes(account.id, &secret)?;
            let fact = Fact::SecondFactorSet { name: account.name.to_string() };
            tx.append_audit(actor, now, About::default(), &fact)?;
            Ok(codes)
        })
        .await
    }

    /// Makes new recovery codes, answered this once. The old ones end.
    ///
    /// # Errors
    /// `NotFound` without a second factor.
    pub async fn renew_recovery_codes(&self, actor: &Actor) -> Result<Vec<String>, Refusal> {
        let sealing = self.sealing.clone();
        self.change_own(actor, move |tx, account, actor, now| {
            let factor = tx.second_factor(account.id)?.filter(|it| it.confirmed_at.is_some());
            let secret = open_secret(&sealing, &factor.ok_or(Refusal::NotFound)?)?;
            let codes = tx.new_recovery_codes(account.id, &secret)?;
            let fact = Fact::RecoveryCodesMade { name: account.name.to_string() };
            tx.append_audit(actor, now, About::default(), &fact)?;
            Ok(codes)
        })
        .await
    }

    /// Removes the own second factor. A code of it is needed, or a recovery code.
    ///
    /// # Errors
    /// `Invalid` naming the code when it is wrong, `TooSoon` after many wrong ones; `Forbidden` where admins need one.
    pub async fn remove_second_factor(&self, actor: &Actor, code: &str) -> Result<(), Refusal> {
        let (typed, sealing) = (Typed::parse(code), self.sealing.clone());
        let checked = self
            .change_own(actor, move |tx, account, actor, now| {
                if account.role == AccountRole::Admin && tx.admins_need_second_factor()? {
                    return Err(Refusal::Forbidden("second_factor_needed"));
                }
                let checked = tx.check_code(&sealing, &account, actor, &typed, now)?;
                if checked == Checked::Right {
                    tx.drop_second_factor(&account, actor, now)?;
                }
                Ok(checked)
            })
            .await?;
        checked.or_refusal()
    }

    /// Removes another's second factor, for somebody who has lost it, and ends all their logins. Without one, nothing
    /// changes.
    ///
    /// # Errors
    /// When the actor may not.
    pub async fn reset_second_factor(&self, actor: &Actor, id: AccountId) -> Result<Account, Refusal> {
        self.change_account(actor, id, move |tx, account, actor, now| {
            if tx.second_factor(id)?.is_some() {
                tx.put_out_everywhere(id, now)?;
                tx.drop_second_factor(&account, actor, now)?;
            }
            Ok(account)
        })
        .await
    }

    /// Whether somebody must set up a second factor before anything else.
    ///
    /// # Errors
    /// Only of the database.
    pub fn lacks_second_factor(&self, account: &Account) -> Result<bool, Refusal> {
        Ok(account.role == AccountRole::Admin
            && installation::admins_need_second_factor(&self.store)?
            && !self.store.has_second_factor(account.id)?)
    }

    async fn change_own<T, C>(&self, actor: &Actor, change: C) -> Result<T, Refusal>
    where
        T: Send + 'static,
        C: FnOnce(&mut Tx, Account, &Actor, Timestamp) -> Result<T, Refusal> + Send + 'static,
    {
        let (now, actor) = (self.clock.now(), actor.clone());
        let id = super::decide::account_of(&actor).ok_or(Refusal::NotFound)?;
        self.store
            .write(move |tx| {
                let actor = tx.with_present_rights(actor)?;
                let account = tx.account(id)?.ok_or(Refusal::NotFound)?;
                change(tx, account, &actor, now)
            })
            .await
    }
}

impl Tx {
    fn new_recovery_codes(&mut self, account: AccountId, secret: &Secret) -> Result<Vec<String>, Refusal> {
        let codes: Vec<String> = std::iter::repeat_with(random::code).take(RECOVERY_CODES).collect();
        let hashes: Vec<[u8; 32]> = codes.iter().map(|code| second_factor::recovery_hash(secret, code)).collect();
        self.set_recovery_codes(account, &hashes)?;
        Ok(codes.iter().map(|code| second_factor::shown(code)).collect())
    }

    fn drop_second_factor(&mut self, account: &Account, actor: &Actor, now: Timestamp) -> Result<(), Refusal> {
        self.delete_second_factor(account.id)?;
        self.end_sign_in_steps(account.id)?;
        let fact = Fact::SecondFactorRemoved { name: account.name.to_string() };
        Ok(self.append_audit(actor, now, About::default(), &fact)?)
    }
}
