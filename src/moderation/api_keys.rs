//! Keys for programs.

use jiff::SignedDuration;
use secrecy::{ExposeSecret as _, SecretString};

use super::{Moderation, Refusal, hash_of};
use crate::domain::account::AccountRole;
use crate::domain::actor::{Actor, Who};
use crate::domain::fact::Fact;
use crate::domain::ids::{AccountId, ApiKeyId};
use crate::domain::text::{Email, KeyName};
use crate::random;
use crate::store::{About, ApiKey};

/// What the maker of a key says of it.
#[derive(Clone, Debug)]
pub struct NewApiKey {
    pub name: KeyName,
    /// The account whose rights it has; none for an admin's.
    pub account: Option<Email>,
}

impl Moderation {
    /// Makes a key; its secret is answered once.
    ///
    /// # Errors
    /// When the actor may not, or nobody has the address.
    pub async fn create_api_key(&self, actor: &Actor, new: NewApiKey) -> Result<(ApiKey, SecretString), Refusal> {
        let now = self.clock.now();
        let secret: SecretString = format!("ak_{}", random::secret().expose_secret()).into();
        let secret_hash = hash_of(secret.expose_secret());
        let actor = actor.clone();
        let key = self
            .store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                let account_id: Option<AccountId> = match &new.account {
                    Some(email) => {
                        let account = tx.account_by_email(email)?.filter(|account| !account.disabled);
                        Some(account.ok_or_else(|| Refusal::invalid("account", "is no account here"))?.id)
                    }
                    None => None,
                };
                let key = ApiKey {
                    id: ApiKeyId(random::id(now)),
                    name: new.name.to_string(),
                    account_id,
                    created_at: now,
                    last_used_at: None,
                    revoked_at: None,
                };
                tx.insert_api_key(&key, &secret_hash)?;
                let fact = Fact::ApiKeyCreated { name: key.name.clone(), scope: key.scope() };
                tx.append_audit(&actor, now, About::default(), &fact)?;
                Ok::<_, Refusal>(key)
            })
            .await?;
        Ok((key, secret))
    }

    /// Revokes a key at once.
    ///
    /// # Errors
    /// When the actor may not, or there is no such key in use.
    pub async fn revoke_api_key(&self, actor: &Actor, id: ApiKeyId) -> Result<ApiKey, Refusal> {
        let (now, actor) = (self.clock.now(), actor.clone());
        self.store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                let key = tx.revoke_api_key(id, now)?.ok_or(Refusal::NotFound)?;
                tx.append_audit(&actor, now, About::default(), &Fact::ApiKeyRevoked { name: key.name.clone() })?;
                Ok(key)
            })
            .await
    }

    /// Who acts with a key, if it is one. Notes the use, at most once a minute.
    ///
    /// # Errors
    /// Only of the database.
    pub fn actor_of_key(&self, secret: &str, address: Option<std::net::IpAddr>) -> Result<Option<Actor>, Refusal> {
        let Some(key) = self.store.api_key(&hash_of(secret))? else { return Ok(None) };
        let account: Option<(AccountId, AccountRole)> = match key.account_id {
            Some(id) => match self.store.account(id)? {
                Some(account) if !account.disabled => Some((id, account.role)),
                _ => return Ok(None),
            },
            None => None,
        };
        self.note_use(&key);
        Ok(Some(Actor { who: Who::Key { id: key.id, name: key.name, account }, address }))
    }

    /// Nobody waits for this: a program is served also when nothing can be written.
    fn note_use(&self, key: &ApiKey) {
        let (id, now) = (key.id, self.clock.now());
        if key.last_used_at.is_some_and(|last| now < last + SignedDuration::from_mins(1)) {
            return;
        }
        let store = self.store.clone();
        tokio::spawn(async move {
            let noted: Result<(), Refusal> = store.write(move |tx| Ok(tx.set_api_key_used(id, now)?)).await;
            if let Err(error) = noted {
                tracing::warn!(%error, "the use of a key was not noted");
            }
        });
    }
}
