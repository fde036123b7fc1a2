//! The log as proof: its chain, and what finds a change of it.

mod chain;
mod reading;
mod tampering;
