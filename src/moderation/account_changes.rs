//! Changing accounts: role, password, disabled or not. What is taken away is gone at once, on open pages too.

use jiff::Timestamp;
use secrecy::SecretString;

use super::{Moderation, Refusal};
use crate::domain::account::{Account, AccountRole, Before};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::AccountId;
use crate::domain::text::{Email, PersonName};
use crate::live::Topic;
use crate::random;
use crate::store::{About, Tx};

/// What the maker of an account says of it.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub email: Email,
    pub name: PersonName,
    pub role: AccountRole,
}

impl NewAccount {
    pub(super) fn into_account(self, id: AccountId, now: Timestamp) -> Account {
        let Self { email, name, role } = self;
        Account { id, email, name, role, disabled: false, created_at: now, last_seen_at: None }
    }
}

impl Moderation {
    /// Makes a host an admin or an admin a host.
    ///
    /// # Errors
    /// When the actor may not, or the last admin would be gone.
    pub async fn set_account_role(&self, actor: &Actor, id: AccountId, role: AccountRole) -> Result<Account, Refusal> {
        self.change_account(actor, id, move |tx, account, actor, now| {
            if account.role == role {
                return Ok(account);
            }
            tx.keep_an_admin(&account)?;
            tx.set_account_role(id, role)?;
            tx.note_account_change(id, Before::Role(account.role), now)?;
            let (name, from, to) = (account.name.to_string(), account.role.as_str(), role.as_str());
            tx.append_audit(actor, now, About::default(), &Fact::AccountRoleChanged { name, from, to })?;
            Ok(Account { role, ..account })
        })
        .await
    }

    /// Disables an account, ending all its logins, or enables it again.
    ///
    /// # Errors
    /// When the actor may not, or the last admin or a room's last host would be gone.
    pub async fn set_account_disabled(&self, actor: &Actor, id: AccountId, disabled: bool) -> Result<Account, Refusal> {
        self.change_account(actor, id, move |tx, account, actor, now| {
            if account.disabled == disabled {
                return Ok(account);
            }
            let name = account.name.to_string();
            if disabled {
                tx.keep_an_admin(&account)?;
                if !tx.rooms_with_only_host(id)?.is_empty() {
                    return Err(Refusal::Forbidden("last_host"));
                }
                tx.put_out_everywhere(id, now)?;
            }
            tx.set_account_disabled(id, disabled.then_some(now))?;
            if disabled {
                tx.note_account_change(id, Before::Enabled, now)?;
            } else {
                tx.forget_account_change(id)?;
            }
            let fact = if disabled { Fact::AccountDisabled { name } } else { Fact::AccountEnabled { name } };
            tx.append_audit(actor, now, About::default(), &fact)?;
            Ok(Account { disabled, ..account })
        })
        .await
    }

    /// Gives an account a new random password, answered once, and ends all its logins.
    ///
    /// # Errors
    /// When the actor may not.
    pub async fn reset_password(&self, actor: &Actor, id: AccountId) -> Result<SecretString, Refusal> {
        let password = random::secret();
        let hash = self.passwords.hash(password.clone()).await?;
        self.change_account(actor, id, move |tx, account, actor, now| {
            tx.set_password_hash(id, &hash)?;
            tx.put_out_everywhere(id, now)?;
            let fact = Fact::PasswordChanged { name: account.name.to_string() };
            tx.append_audit(actor, now, About::default(), &fact)?;
            Ok(account)
        })
        .await?;
        Ok(password)
    }

    /// Ends all logins of an account and its places in calls, as when a device was lost.
    ///
    /// # Errors
    /// When the actor may not.
    pub async fn sign_out_account(&self, actor: &Actor, id: AccountId) -> Result<Account, Refusal> {
        self.change_account(actor, id, move |tx, account, actor, now| {
            tx.put_out_everywhere(id, now)?;
            let fact = Fact::SignInsEnded { name: account.name.to_string() };
            tx.append_audit(actor, now, About::default(), &fact)?;
            Ok(account)
        })
        .await
    }

    pub(super) async fn change_account<C>(&self, actor: &Actor, id: AccountId, change: C) -> Result<Account, Refusal>
    where
        C: FnOnce(&mut Tx, Account, &Actor, Timestamp) -> Result<Account, Refusal> + Send + 'static,
    {
        let (now, actor) = (self.clock.now(), actor.clone());
        let account = self
            .store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                let account = tx.account(id)?.ok_or(Refusal::NotFound)?;
                change(tx, account, &actor, now)
            })
            .await?;
        self.hub.notify(Topic::Account(id));
        Ok(account)
    }
}

impl Tx {
    /// Ends all logins of an account, and what it may do in calls that it is in.
    pub(super) fn put_out_everywhere(&mut self, id: AccountId, now: Timestamp) -> Result<(), Refusal> {
        self.end_sign_ins(id, None, now)?;
        Ok(self.void_host_tokens(id, now)?)
    }

    /// Refuses to take away the last admin that can still act.
    pub(super) fn keep_an_admin(&mut self, account: &Account) -> Result<(), Refusal> {
        let is_one = account.role == AccountRole::Admin && !account.disabled;
        if is_one && self.active_admins()? <= 1 { Err(Refusal::Forbidden("last_admin")) } else { Ok(()) }
    }
}
