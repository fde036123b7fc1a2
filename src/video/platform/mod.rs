//! The video platform: what both of its environments share. `opentok` and `vonage` say how tokens are made there.

mod account;
mod book;
mod calls;
mod problem;
mod provider;
mod rest;

pub use account::Account;
pub use book::{ConnectionBook, Known};
pub use calls::{Listed, Signal};
pub use problem::{Problem, clock_is_off};
pub use provider::PlatformProvider;
pub use rest::Rest;
