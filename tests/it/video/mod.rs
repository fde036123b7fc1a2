//! The boundary to video providers.

mod token;
mod vectors;
