//! Hosts' pages, save the desk itself.

mod door;
mod invites;
mod log;
mod rights;
mod room;
mod rooms;
mod sign_in;
mod sign_ins;
