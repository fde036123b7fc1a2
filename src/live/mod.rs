//! What is live: who listens for changes of what, and who is there.

mod hub;
mod presence;
mod slots;

pub use hub::{Hub, Subscription, Topic};
pub use presence::{AtDesk, InCall, Presence, PresenceBook};
pub use slots::{Slot, Slots};
