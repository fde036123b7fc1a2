//! Anteroom: a waiting room for video sessions. This is the table of contents.
//!
//! `main, cli → app → web, jobs → moderation → store, video, live → domain`; clock, random and config are leaves.

pub mod app; // wires everything; tests use it too
pub mod cli; // the command line
pub mod clock; // the time, as an argument
pub mod config; // settings from flags and environment
pub mod domain; // states, roles, rules: pure
pub mod jobs; // what happens later or by itself
pub mod live; // "topic X changed", and who is there
pub mod moderation; // what a person can do: one use case, one file
pub mod outgoing; // requests to addresses that people typed
pub mod random; // secrets, as an argument
pub mod sealing; // secrets that must be read again
pub mod store; // all SQL
pub mod telemetry; // logs without secrets
pub mod video; // the boundary to video providers
pub mod web; // pages, API, streams
