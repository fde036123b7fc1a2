//! The embedded session, from outside: real sockets, real media over loopback, pages that behave and pages that do not.
//! Nothing here asserts how long something takes; deadlines only keep a failing test from hanging.

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
