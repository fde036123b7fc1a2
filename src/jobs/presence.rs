//! Finds who has gone away, and tells the desks.

use crate::live::Topic;
use crate::moderation::Moderation;

/// One round.
pub fn sweep(moderation: &Moderation) {
    for room in moderation.presence.sweep(moderation.clock.now()) {
        moderation.hub.notify(Topic::Room(room));
    }
}
