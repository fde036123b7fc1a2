//! The rules, by calling them.

mod admission;
mod rights;
mod sequences;
mod transitions;
