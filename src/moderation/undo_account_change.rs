//! Taking back the latest change of somebody's role, or the disabling of an account, within half a minute. Logins that
//! ended with it stay ended.

use super::{Moderation, Refusal};
use crate::domain::account::{Account, AccountRole, Before};
use crate::domain::actor::Actor;
use crate::domain::fact::Fact;
use crate::domain::ids::AccountId;
use crate::store::About;

impl Moderation {
    /// Puts an account back to what it was before its latest change. The same once more is a success that changes nothing.
    ///
    /// # Errors
    /// `NotNow` when there is no such change or its time is over; `Forbidden` when the last admin would be gone.
    pub async fn undo_account_change(&self, actor: &Actor, id: AccountId) -> Result<Account, Refusal> {
        self.change_account(actor, id, move |tx, account, actor, now| {
            let change = tx.account_change(id)?.ok_or(Refusal::NotNow("undo_over"))?;
            if change.undone {
                return Ok(account);
            }
            if !change.can_be_undone(now) {
                return Err(Refusal::NotNow("undo_over"));
            }
            let before = match change.was {
                Before::Role(role) => {
                    if role == AccountRole::Host {
                        tx.keep_an_admin(&account)?;
                    }
                    tx.set_account_role(id, role)?;
                    Account { role, ..account }
                }
                Before::Enabled => {
                    tx.set_account_disabled(id, None)?;
                    Account { disabled: false, ..account }
                }
            };
            tx.note_account_change_undone(id, now)?;
            let fact = Fact::AccountChangeUndone { name: before.name.to_string(), to: change.was.as_str() };
            tx.append_audit(actor, now, About::default(), &fact)?;
            Ok(before)
        })
        .await
    }
}
