//! The embedded session: no account anywhere.

pub mod provider;
