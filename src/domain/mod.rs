//! The pure part: states, roles, rules and permissions as values and functions. No I/O, no clock, no randomness:
//! times, identifiers and secrets come in as arguments, so that every rule can be tested by calling it.

pub mod account;
pub mod actor;
pub mod admission;
pub mod chain;
pub mod fact;
pub mod grant;
pub mod ids;
pub mod invite;
pub mod permission;
pub mod policy;
pub mod preset;
pub mod question;
pub mod role;
pub mod room;
pub mod second_factor;
pub mod text;
pub mod webhook;
