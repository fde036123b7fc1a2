//! The rules, by calling them.

mod admission;
mod sequences;
