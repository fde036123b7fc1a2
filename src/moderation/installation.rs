//! What an installation must know of itself before it can serve, and what admins set for all of it.

use super::decide::account_of;
use super::{Moderation, Refusal};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::store::{About, Store, Tx};

/// The key of the installation's embedded session, made at the first start and the same ever after, because session ids
/// hold it.
///
/// # Errors
/// Only of the database.
pub async fn session_key(store: &Store, fresh: String) -> Result<String, Refusal> {
    const NAME: &str = "session_key";
    match store.installation(NAME)? {
        Some(key) => Ok(key),
        None => store.write(move |tx| Ok(tx.remember(NAME, &fresh)?)).await,
    }
}

const SECOND_FACTOR: &str = "admins_need_second_factor";

/// What admins can set for the whole installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstallationChange {
    /// Whether admins must have a second factor.
    pub admins_need_second_factor: bool,
}

/// Whether admins must have a second factor.
///
/// # Errors
/// Only of the database.
pub fn admins_need_second_factor(store: &Store) -> Result<bool, Refusal> {
    Ok(store.installation(SECOND_FACTOR)?.as_deref() == Some("yes"))
}

impl Moderation {
    /// Changes settings of the installation. The same once more changes nothing.
    ///
    /// # Errors
    /// When the actor may not; `Forbidden` when they would demand what they do not have themselves, because then they
    /// could be shut out at once.
    pub async fn change_installation(&self, actor: &Actor, change: InstallationChange) -> Result<(), Refusal> {
        let (now, actor, wanted) = (self.clock.now(), actor.clone(), change.admins_need_second_factor);
        self.store
            .write(move |tx| {
                let actor = tx.require_admin(actor)?;
                if tx.admins_need_second_factor()? == wanted {
                    return Ok(());
                }
                if let Some(own) = account_of(&actor).filter(|_| wanted) {
                    let own = tx.second_factor(own)?;
                    if own.is_none_or(|factor| factor.confirmed_at.is_none()) {
                        return Err(Refusal::Forbidden("second_factor_first"));
                    }
                }
                tx.set_installation(SECOND_FACTOR, if wanted { "yes" } else { "no" })?;
                let fact = Fact::InstallationChanged { changed: vec!["second_factor"] };
                Ok(tx.append_audit(&actor, now, About::default(), &fact)?)
            })
            .await
    }
}

impl Tx {
    pub(super) fn admins_need_second_factor(&mut self) -> Result<bool, Refusal> {
        Ok(self.installation(SECOND_FACTOR)?.as_deref() == Some("yes"))
    }
}
