//! What guests can and cannot do, over HTTP.

mod call;
mod door;
mod messages;
mod rules;
mod session;
