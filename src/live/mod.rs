//! What is live: who listens for changes of what, and who is there.

mod hands;
mod hub;
mod presence;
mod slots;

pub use hands::{Hand, Hands};
pub use hub::{Hub, Subscription, Topic};
pub use presence::{AtDesk, InCall, Presence, PresenceBook, Return};
pub use slots::{Slot, Slots};
