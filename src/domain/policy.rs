//! The rules that have numbers, in one place.

use jiff::{SignedDuration, Timestamp};

use super::admission::Admission;
use super::invite::Entry;
use super::room::Door;

/// A denial reaches the guest only when it can no longer be undone.
pub const UNDO: SignedDuration = SignedDuration::from_secs(10);
/// After the first denial the guest may ask again this much later …
pub const ASK_AGAIN_AFTER: SignedDuration = SignedDuration::from_secs(60);
/// … after the second this much later …
pub const ASK_AGAIN_LATER: SignedDuration = SignedDuration::from_mins(10);
/// … and so many in a row last until a host lifts them.
pub const DENIALS_UNTIL_BLOCKED: u32 = 3;
/// A host who says "I'll take this guest" has this long, then the others may again.
pub const CLAIM: SignedDuration = SignedDuration::from_mins(2);
/// Guests that one request can decide about.
pub const AT_ONCE: usize = 10_000;
/// Whoever leaves the call comes back without asking, from the same browser, for so many minutes.
pub const RETURN_MINUTES: std::ops::RangeInclusive<u32> = 0..=240;
/// Whoever waits and is gone for so many minutes loses the place.
pub const GONE_MINUTES: std::ops::RangeInclusive<u32> = 1..=240;
/// Somebody admitted while away has the seat for this long.
pub const SEAT_HELD: SignedDuration = SignedDuration::from_mins(5);
/// The last host has gone for this long: the room's rule for that comes true.
pub const HOSTS_GONE_AFTER: SignedDuration = SignedDuration::from_secs(60);
/// How many people a room's call can be limited to.
pub const MOST_IN_CALL: std::ops::RangeInclusive<u32> = 1..=10_000;
/// How many waiting people a room can be limited to.
pub const MOST_WAITING: std::ops::RangeInclusive<u32> = 1..=100_000;
/// Asking twice within this time is one press of the button, or two tabs.
pub const SECOND_PRESS: SignedDuration = SignedDuration::from_secs(10);
/// "Next" pressed again within this time, by the same host or another, is the same press.
pub const SAME_NEXT: SignedDuration = SignedDuration::from_secs(3);
/// A room that is full may have room again after so long.
pub const FULL_TRY_AGAIN: SignedDuration = SignedDuration::from_secs(30);
/// An invite's life when nothing is said.
pub const INVITE_LIFE: SignedDuration = SignedDuration::from_hours(24);
/// The longest life an invite can have.
pub const INVITE_LIFE_MAX: SignedDuration = SignedDuration::from_hours(24 * 366);
/// No sign of life for this long, and a waiting guest is away.
pub const AWAY_AFTER: SignedDuration = SignedDuration::from_secs(20);
/// How long a token can be used to connect, in seconds, at least and at most.
pub const TOKEN_SECONDS: std::ops::RangeInclusive<u32> = 30..=30 * 24 * 60 * 60;

/// After so many days what guests told of themselves is erased, when nothing is said.
pub const KEEP_DAYS: u32 = 30;
/// What can be said instead, in days.
pub const KEEP_DAYS_RANGE: std::ops::RangeInclusive<u32> = 1..=3650;

/// So long a program can ask again with the same idempotency key and gets the same answer.
pub const ANSWERS_KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A sign-in ends when it was not used for this long …
pub const SIGN_IN_IDLE: SignedDuration = SignedDuration::from_hours(12);
/// … and at the latest after this long.
pub const SIGN_IN_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A change of an account's role, or its disabling, can be taken back for this long.
pub const ACCOUNT_UNDO: SignedDuration = SignedDuration::from_secs(30);
/// Whoever gave the right password has this long to give a code.
pub const SIGN_IN_STEP_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// So many wrong codes one after the other cost nothing …
pub const WRONG_CODES: u32 = 5;
/// … each further one makes its account wait twice as long, from this …
pub const CODE_WAIT: SignedDuration = SignedDuration::from_mins(1);
/// … up to this.
pub const CODE_WAIT_MOST: SignedDuration = SignedDuration::from_hours(1);
/// An admin's acts ask for the password again when it was given longer ago than this.
pub const CONFIRMED_FOR: SignedDuration = SignedDuration::from_mins(15);
/// How long the link that makes the first admin can be used.
pub const SETUP_LINK_LIFE: SignedDuration = SignedDuration::from_mins(30);

/// What the door does with somebody who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtTheDoor {
    Waits,
    Enters,
    /// The room is closed.
    TurnedAway,
}

/// The door's rule for an invite's entry.
pub fn at_the_door(door: Door, entry: Entry) -> AtTheDoor {
    match (door, entry) {
        (Door::Closed, _) => AtTheDoor::TurnedAway,
        (Door::EveryoneEnters, _) | (Door::TrustedEnter, Entry::Direct) => AtTheDoor::Enters,
        (Door::EveryoneWaits, _) | (Door::TrustedEnter, Entry::Wait) => AtTheDoor::Waits,
    }
}

/// When the guest of an ended admission may ask again: `None` is never from this link.
pub fn may_ask_again_at(admission: &Admission) -> Option<Timestamp> {
    use super::admission::State;
    match &admission.state {
        State::Denied { blocked: true, .. }
        | State::Removed { blocked: true, .. }
        | State::Expired { cause: super::admission::Cause::Moved } => None,
        State::Denied { visible_from, .. } => {
            let pause = match admission.denials {
                // Lifted by a host.
                0 => SignedDuration::ZERO,
                1 => ASK_AGAIN_AFTER,
                _ => ASK_AGAIN_LATER,
            };
            Some(admission.ended_at.unwrap_or(*visible_from) + pause)
        }
        State::Expired { .. } | State::Withdrawn | State::Left { .. } | State::Removed { .. } => {
            Some(admission.ended_at.unwrap_or(Timestamp::MIN))
        }
        State::Waiting { .. } | State::Held | State::Admitted { .. } => None,
    }
}
