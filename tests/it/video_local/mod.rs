//! The embedded session, from outside: real sockets, real media over loopback, pages that behave and pages that do not.
//! Nothing here asserts how long something takes; deadlines only keep a failing test from hanging.

#![expect(clippy::unwrap_used, reason = "an actor that cannot go on fails its test")]

mod hall;
mod layers;
mod link;
mod media;
mod messages;
mod moderation;
mod page;
mod peer;
mod robustness;
mod roles;
