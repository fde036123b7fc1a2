//! What tests share.

pub mod server;
pub mod people;
