//! What the frame around hosts' and admins' pages shows.

use super::identity::SignedIn;
use crate::domain::account::AccountRole;

/// The bar on top: who is signed in, and where they are.
#[derive(Clone, Debug)]
pub struct Frame {
    pub name: String,
    pub email: String,
    pub is_admin: bool,
    /// Whether the database is a copy about which nobody has decided.
    pub in_a_copy: bool,
    /// `rooms`, `overview`, `people` or `log`.
    pub tab: &'static str,
}

impl Frame {
    pub fn new(signed_in: &SignedIn, tab: &'static str) -> Self {
        let account = &signed_in.account;
        Self {
            name: account.name.to_string(),
            email: account.email.to_string(),
            is_admin: account.role == AccountRole::Admin,
            in_a_copy: signed_in.in_a_copy,
            tab,
        }
    }
}
