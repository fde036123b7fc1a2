//! The boundary to video providers.

mod token;
mod token_command;
mod vectors;
