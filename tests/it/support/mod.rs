//! What tests share.

pub mod people;
pub mod server;
