//! What is live: who listens for changes of what, and who is there.

mod hub;
mod presence;

pub use hub::{Hub, Subscription, Topic};
pub use presence::{Presence, PresenceBook};
