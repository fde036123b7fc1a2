//! The boundary to video providers.

mod fixtures;
mod token;
mod token_command;
mod token_properties;
mod vectors;
