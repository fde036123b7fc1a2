//! Who does something, as the log names them.

use std::net::IpAddr;

use super::account::AccountRole;
use super::ids::{AccountId, AdmissionId, ApiKeyId};

/// Somebody who acts, and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub who: Who,
    pub address: Option<IpAddr>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A browser that holds the ticket of an admission, or that is about to get one.
    Guest { admission: Option<AdmissionId>, name: String },
    /// Somebody signed in.
    Account { id: AccountId, name: String, role: AccountRole },
    /// A program with an API key. Without an account it has an admin's rights.
    Key { id: ApiKeyId, name: String, account: Option<(AccountId, AccountRole)> },
    /// The server itself: jobs and the command line.
    System,
}

impl Actor {
    pub const SYSTEM: Self = Self { who: Who::System, address: None };

    /// The kind, as the log writes it.
    pub fn kind(&self) -> &'static str {
        match self.who {
            Who::Guest { .. } => "guest",
            Who::Account { .. } => "account",
            Who::Key { .. } => "api_key",
            Who::System => "system",
        }
    }

    /// The name other hosts read. Empty for the server itself.
    pub fn name(&self) -> &str {
        match &self.who {
            Who::Guest { name, .. } | Who::Account { name, .. } | Who::Key { name, .. } => name,
            Who::System => "",
        }
    }

    /// The identifier behind the name.
    pub fn id(&self) -> Option<String> {
        match &self.who {
            Who::Guest { admission, .. } => admission.map(|id| id.to_string()),
            Who::Account { id, .. } => Some(id.to_string()),
            Who::Key { id, .. } => Some(id.to_string()),
            Who::System => None,
        }
    }

    /// The account whose rights are used, and that account's role. An admin key and the server itself act as no account.
    pub fn account(&self) -> Option<(AccountId, AccountRole)> {
        match &self.who {
            Who::Account { id, role, .. } => Some((*id, *role)),
            Who::Key { account, .. } => *account,
            Who::Guest { .. } | Who::System => None,
        }
    }
}
