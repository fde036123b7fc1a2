//! Making accounts: the first admin by the one-time link, all others by an admin or on the command line.

use secrecy::{ExposeSecret as _, SecretString};

use super::{Moderation, NewAccount, Purpose, Refusal, SignedIn};
use crate::domain::account::{Account, AccountRole};
use crate::domain::actor::{Actor, Who};
use crate::domain::fact::Fact;
use crate::domain::ids::AccountId;
use crate::domain::policy;
use crate::domain::text::{Email, PersonName, check_new_password};
use crate::random;
use crate::store::{About, Tx};

/// What a try at the setup link came to.
#[derive(Debug)]
pub enum SetupTry {
    Opens,
    /// There is nothing behind it. The new link, if one was made, is for the terminal.
    Nothing {
        new_link: Option<SecretString>,
    },
}

impl Moderation {
    /// A link that makes the first admin; none if there is one.
    ///
    /// # Errors
    /// Only of the database.
    pub fn issue_setup_link(&self) -> Result<Option<SecretString>, Refusal> {
        if self.store.has_admin()? {
            return Ok(None);
        }
        Ok(Some(self.links.issue(Purpose::SetUp, self.clock.now(), policy::SETUP_LINK_LIFE)))
    }

    /// Whether a setup link is the one. A wrong one counts: after some, or when the right one is over, there is a new one
    /// that must be shown on the terminal.
    ///
    /// # Errors
    /// Only of the database.
    pub fn try_setup_link(&self, secret: &str) -> Result<SetupTry, Refusal> {
        if self.store.has_admin()? {
            return Ok(SetupTry::Nothing { new_link: None });
        }
        let now = self.clock.now();
        if self.links.look_up(secret, now) == Some(Purpose::SetUp) {
            return Ok(SetupTry::Opens);
        }
        let new_link = if self.links.count_wrong_try(now) { self.issue_setup_link()? } else { None };
        Ok(SetupTry::Nothing { new_link })
    }

    /// Makes the first admin and signs them in. The link is used up only when everything else is right.
    ///
    /// # Errors
    /// `NotFound` when the link is not the one or an admin exists; `Invalid` naming the field.
    pub async fn set_up(
        &self,
        secret: &str,
        new: NewAccount,
        password: SecretString,
        place: super::sign_in::Place,
    ) -> Result<SignedIn, Refusal> {
        let now = self.clock.now();
        if self.links.look_up(secret, now) != Some(Purpose::SetUp) {
            return Err(Refusal::NotFound);
        }
        check_new_password(password.expose_secret()).map_err(Refusal::text("password"))?;
        let hash = self.passwords.hash(password).await?;
        if self.links.take(secret, now) != Some(Purpose::SetUp) {
            return Err(Refusal::NotFound);
        }
        let account = Account { role: AccountRole::Admin, ..new.into_account(AccountId(random::id(now)), now) };
        let actor = actor_of(&account, place.address);
        let id = account.id;
        self.store
            .write(move |tx| {
                if tx.active_admins()? > 0 {
                    return Err(Refusal::NotFound);
                }
                tx.insert_account(&account, Some(&hash))?;
                let fact = Fact::SetUp { name: account.name.to_string() };
                tx.append_audit(&actor, now, About::default(), &fact)?;
                Ok(())
            })
            .await?;
        self.start_sign_in(id, place).await
    }

    /// Makes an account with a first password, which is answered once.
    ///
    /// # Errors
    /// When the actor may not, or the address is taken.
    pub async fn create_account(&self, actor: &Actor, new: NewAccount) -> Result<(Account, SecretString), Refusal> {
        let now = self.clock.now();
        let password = random::secret();
        let hash = self.passwords.hash(password.clone()).await?;
        let account = new.into_account(AccountId(random::id(now)), now);
        let actor = actor.clone();
        let account = self
            .store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                tx.add_account(&actor, &account, Some(&hash))?;
                Ok::<_, Refusal>(account)
            })
            .await?;
        Ok((account, password))
    }

    /// Makes an account without a password, for a demo: it is signed in by a one-time link.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn create_demo_account(&self, email: Email, name: PersonName) -> Result<Account, Refusal> {
        let now = self.clock.now();
        let new = NewAccount { email, name, role: AccountRole::Admin };
        let account = new.into_account(AccountId(random::id(now)), now);
        self.store
            .write(move |tx| {
                tx.add_account(&Actor::SYSTEM, &account, None)?;
                Ok(account)
            })
            .await
    }
}

impl Tx {
    fn add_account(&mut self, actor: &Actor, account: &Account, hash: Option<&str>) -> Result<(), Refusal> {
        if self.account_by_email(&account.email)?.is_some() {
            return Err(Refusal::invalid("email", "belongs to an account already"));
        }
        self.insert_account(account, hash)?;
        let fact = Fact::AccountCreated { name: account.name.to_string(), role: account.role.as_str() };
        Ok(self.append_audit(actor, account.created_at, About::default(), &fact)?)
    }
}

/// An account as an actor.
pub(super) fn actor_of(account: &Account, address: Option<std::net::IpAddr>) -> Actor {
    Actor { who: Who::Account { id: account.id, name: account.name.to_string(), role: account.role }, address }
}
