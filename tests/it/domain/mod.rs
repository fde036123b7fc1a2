//! The rules, by calling them.

mod admission;
