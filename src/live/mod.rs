//! What is live: who listens for changes of what, and who is there.

mod claims;
mod hands;
mod hub;
mod presence;
mod slots;

pub use claims::{Claim, Claims};
pub use hands::{Hand, Hands};
pub use hub::{Hub, Subscription, Topic};
pub use presence::{AtDesk, InCall, Presence, PresenceBook, Return};
pub use slots::{Slot, Slots};
