//! The second step of signing in: the password was right, and a code is asked for. Wrong codes count for the account,
//! wherever they come from, and make it wait; no code counts twice.

use jiff::Timestamp;
use secrecy::ExposeSecret as _;

use super::accounts::actor_of;
use super::second_factor::PURPOSE;
use super::sign_in::{Place, SignInStep, SignedIn};
use super::{Moderation, Refusal, hash_of};
use crate::domain::account::Account;
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::AccountId;
use crate::domain::policy;
use crate::domain::second_factor::{self, Secret, Typed};
use crate::random;
use crate::sealing::{SealError, SealingKey};
use crate::store::{About, SecondFactor, Tx};

/// What came of a code. Wrong ones are written down too, so this is no error of the transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Checked {
    Right,
    Wrong,
    /// Not even looked at.
    Waits {
        until: Timestamp,
    },
}

impl Checked {
    /// # Errors
    /// `Invalid` naming the code, or `TooSoon`.
    pub fn or_refusal(self) -> Result<(), Refusal> {
        match self {
            Self::Right => Ok(()),
            Self::Wrong => Err(Refusal::invalid("code", "is not right")),
            Self::Waits { until } => Err(Refusal::TooSoon { until }),
        }
    }
}

/// The secret of a factor, opened.
pub(super) fn open_secret(sealing: &SealingKey, factor: &SecondFactor) -> Result<Secret, SealError> {
    sealing.open(PURPOSE, &factor.secret)?.try_into().map_err(|_| SealError::AnotherKey)
}

impl Moderation {
    /// After the right password: asks for a code.
    pub(super) async fn ask_for_code(&self, account: AccountId) -> Result<SignInStep, Refusal> {
        let (now, secret) = (self.clock.now(), random::secret());
        let hash = hash_of(secret.expose_secret());
        self.store
            .write(move |tx| {
                let expires_at = now + policy::SIGN_IN_STEP_LIFE;
                Ok::<_, Refusal>(tx.insert_sign_in_step(&hash, account, now, expires_at)?)
            })
            .await?;
        Ok(SignInStep::CodeNeeded { step: secret })
    }

    /// Signs in with a code of the app or a recovery code, after the password.
    ///
    /// # Errors
    /// `NotFound` when no code is asked for (any more); `Invalid` naming a wrong code; `TooSoon` after many wrong ones.
    pub async fn sign_in_with_code(&self, step: &str, code: &str, place: Place) -> Result<SignedIn, Refusal> {
        let (now, hash, typed, sealing) = (self.clock.now(), hash_of(step), Typed::parse(code), self.sealing.clone());
        let secret = random::secret();
        let secret_hash = hash_of(secret.expose_secret());
        let (checked, done) = self
            .store
            .write(move |tx| {
                let id = tx.sign_in_step(&hash, now)?.ok_or(Refusal::NotFound)?;
                let account = tx.account(id)?.filter(|account| !account.disabled).ok_or(Refusal::NotFound)?;
                let actor = actor_of(&account, place.address);
                let checked = tx.check_code(&sealing, &account, &actor, &typed, now)?;
                if checked != Checked::Right {
                    return Ok((checked, None));
                }
                tx.end_sign_in_steps(id)?;
                Ok::<_, Refusal>((checked, Some(tx.begin_sign_in(id, place, &secret_hash, now)?)))
            })
            .await?;
        checked.or_refusal()?;
        let (account, sign_in) = done.ok_or(Refusal::NotFound)?;
        Ok(SignedIn { account, sign_in, secret })
    }
}

impl Tx {
    /// Looks at a code for an account that has a second factor, and writes down what came of it.
    pub(super) fn check_code(
        &mut self,
        sealing: &SealingKey,
        account: &Account,
        actor: &Actor,
        typed: &Typed,
        now: Timestamp,
    ) -> Result<Checked, Refusal> {
        let factor = self.second_factor(account.id)?.filter(|it| it.confirmed_at.is_some());
        let factor = factor.ok_or(Refusal::NotFound)?;
        if now < factor.waits_until {
            return Ok(Checked::Waits { until: factor.waits_until });
        }
        let secret = open_secret(sealing, &factor)?;
        let right = match typed {
            Typed::Code(code) => self.take_code(account.id, &factor, &secret, code, now)?,
            Typed::Recovery(code) => self.take_recovery_code(account, actor, &secret, code, now)?,
            Typed::Nonsense => false,
        };
        if right {
            self.note_failures(account.id, 0, now)?;
            return Ok(Checked::Right);
        }
        let failures = factor.failures.saturating_add(1);
        self.note_failures(account.id, failures, now + second_factor::wait_after(failures))?;
        // Who typed it is not known: the log says whose code it should have been, and from where it came.
        let nobody = Actor { address: actor.address, ..Actor::SYSTEM };
        let fact = Fact::SecondFactorFailed { name: account.name.to_string() };
        self.append_audit(&nobody, now, About::default(), &fact)?;
        Ok(Checked::Wrong)
    }

    /// Whether a code of the app is right and later than the last one that counted.
    fn take_code(
        &mut self,
        account: AccountId,
        factor: &SecondFactor,
        secret: &Secret,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, Refusal> {
        let Some(step) = second_factor::step_of(secret, code, now).filter(|step| *step > factor.last_step) else {
            return Ok(false);
        };
        self.note_step(account, step)?;
        Ok(true)
    }

    fn take_recovery_code(
        &mut self,
        account: &Account,
        actor: &Actor,
        secret: &Secret,
        code: &str,
        now: Timestamp,
    ) -> Result<bool, Refusal> {
        if !self.use_recovery_code(account.id, &second_factor::recovery_hash(secret, code), now)? {
            return Ok(false);
        }
        let count = usize::try_from(self.recovery_codes_left(account.id)?).unwrap_or_default();
        let fact = Fact::RecoveryCodeUsed { name: account.name.to_string(), count };
        self.append_audit(actor, now, About::default(), &fact)?;
        Ok(true)
    }
}
