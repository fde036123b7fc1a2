//! The tables: who stands how to a room, what whoever stands so may do, what the door does, when somebody asks again.

use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::{Actor, Who};
use anteroom::domain::admission::{Admission, Cause, Departure, Earlier, State};
use anteroom::domain::ids::{AccountId, AdmissionId, ApiKeyId, PersonId};
use anteroom::domain::invite::Entry;
use anteroom::domain::permission::{Action, Standing, may};
use anteroom::domain::policy::{self, AtTheDoor};
use anteroom::domain::role::Role;
use anteroom::domain::room::{Door, RoomHost};
use anteroom::domain::text::PersonName;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::admission::{at, waiting};

fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

fn host(number: u128, owner: bool, disabled: bool) -> RoomHost {
    RoomHost {
        account_id: account(number),
        name: PersonName::parse("Ana").unwrap(),
        email: "ana@example.org".to_owned(),
        owner,
        disabled,
        person: PersonId(Uuid::from_u128(number)),
        generation: 1,
    }
}

fn signed_in(number: u128, role: AccountRole) -> Actor {
    Actor { who: Who::Account { id: account(number), name: "Ana".to_owned(), role }, address: None }
}

fn program(account: Option<(AccountId, AccountRole)>) -> Actor {
    Actor { who: Who::Key { id: ApiKeyId(Uuid::from_u128(7)), name: "booking".to_owned(), account }, address: None }
}

fn guest(own: Option<u128>) -> Actor {
    let admission = own.map(|number| AdmissionId(Uuid::from_u128(number)));
    Actor { who: Who::Guest { admission, name: "Sam".to_owned() }, address: None }
}

#[test]
fn everybody_stands_to_a_room_as_its_list_of_hosts_says_and_a_disabled_host_as_any_other() {
    let hosts = [host(1, true, false), host(2, false, false), host(3, true, true)];
    for (actor, expected) in [
        (Actor::SYSTEM, Standing::Admin),
        (signed_in(9, AccountRole::Admin), Standing::Admin),
        (program(None), Standing::Admin),
        (program(Some((account(9), AccountRole::Admin))), Standing::Admin),
        (signed_in(1, AccountRole::Host), Standing::Owner),
        (program(Some((account(1), AccountRole::Host))), Standing::Owner),
        (signed_in(2, AccountRole::Host), Standing::CoHost),
        (signed_in(3, AccountRole::Host), Standing::Host),
        (signed_in(9, AccountRole::Host), Standing::Host),
        (program(Some((account(9), AccountRole::Host))), Standing::Host),
        (guest(Some(1)), Standing::Stranger),
        (guest(None), Standing::Stranger),
    ] {
        assert_eq!(Standing::to_room(&actor, &hosts), expected, "{actor:?}");
    }
    assert_eq!(Standing::to_installation(&signed_in(1, AccountRole::Host)), Standing::Host);
    assert_eq!(Standing::to_installation(&signed_in(1, AccountRole::Admin)), Standing::Admin);
}

#[test]
fn a_guest_stands_as_their_own_only_to_the_very_admission() {
    let (hosts, own) = ([host(1, true, false)], AdmissionId(Uuid::from_u128(1)));
    assert_eq!(Standing::to_admission(&guest(Some(1)), own, &hosts), Standing::OwnGuest);
    assert_eq!(Standing::to_admission(&guest(Some(2)), own, &hosts), Standing::Stranger);
    assert_eq!(Standing::to_admission(&guest(None), own, &hosts), Standing::Stranger);
    assert_eq!(Standing::to_admission(&signed_in(1, AccountRole::Host), own, &hosts), Standing::Owner);
}

#[test]
fn the_table_of_rights_says_yes_where_it_should_and_no_everywhere_else() {
    use Action::{Administer, ChangeHosts, ChangeRoom, CreateRoom, Decide, Invite, SeeRoom, UseOwnAdmission};
    for (standing, allowed) in [
        (Standing::Admin, vec![SeeRoom, Decide, Invite, ChangeRoom, ChangeHosts, CreateRoom, Administer]),
        (Standing::Owner, vec![SeeRoom, Decide, Invite, ChangeRoom, ChangeHosts, CreateRoom]),
        (Standing::CoHost, vec![SeeRoom, Decide, Invite, ChangeRoom, CreateRoom]),
        (Standing::Host, vec![CreateRoom]),
        (Standing::OwnGuest, vec![UseOwnAdmission]),
        (Standing::Stranger, vec![]),
    ] {
        for action in Action::ALL {
            assert_eq!(may(standing, action), allowed.contains(&action), "{standing:?} {action:?}");
        }
    }
}

#[test]
fn the_door_asks_its_own_rule_first_and_then_the_invite() {
    for (door, by_wait, by_direct) in [
        (Door::Closed, AtTheDoor::TurnedAway, AtTheDoor::TurnedAway),
        (Door::EveryoneWaits, AtTheDoor::Waits, AtTheDoor::Waits),
        (Door::TrustedEnter, AtTheDoor::Waits, AtTheDoor::Enters),
        (Door::EveryoneEnters, AtTheDoor::Enters, AtTheDoor::Enters),
    ] {
        assert_eq!(policy::at_the_door(door, Entry::Wait), by_wait, "{door:?}");
        assert_eq!(policy::at_the_door(door, Entry::Direct), by_direct, "{door:?}");
    }
}

#[test]
fn whoever_is_out_asks_again_at_once_unless_denied_and_whoever_is_blocked_or_moved_never() {
    let ended = |state| Admission { state, ended_at: Some(at(5)), denials: 2, ..waiting() };
    let denied = |blocked| State::Denied {
        reason: None,
        visible_from: at(15),
        earlier: Earlier::Waiting { sent_back: None },
        blocked,
    };
    for (state, again) in [
        (State::Withdrawn, Some(at(5))),
        (State::Left { role: Role::Publisher, how: Departure::Dropped }, Some(at(5))),
        (State::Expired { cause: Cause::Gone }, Some(at(5))),
        (State::Expired { cause: Cause::Moved }, None),
        (State::Removed { blocked: false }, Some(at(5))),
        (State::Removed { blocked: true }, None),
        (denied(false), Some(at(5) + policy::ASK_AGAIN_LATER)),
        (denied(true), None),
        (State::Held, None),
    ] {
        assert_eq!(policy::may_ask_again_at(&ended(state.clone())), again, "{state:?}");
        let blocked = matches!(state, State::Removed { blocked: true } | State::Denied { blocked: true, .. });
        assert_eq!(ended(state.clone()).is_blocked(), blocked, "{state:?}");
    }
    let unknown = Admission { state: State::Withdrawn, ended_at: None, ..waiting() };
    assert_eq!(policy::may_ask_again_at(&unknown), Some(Timestamp::MIN));
}

#[test]
fn an_invite_lives_366_days_at_most_a_token_30_and_a_sign_in_7() {
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    assert_eq!(policy::INVITE_LIFE_MAX, days(366));
    assert_eq!(i64::from(*policy::TOKEN_SECONDS.end()), days(30).as_secs());
    assert_eq!(policy::SIGN_IN_LIFE, days(7));
}
