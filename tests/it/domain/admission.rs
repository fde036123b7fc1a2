//! The states of an admission under every sequence of commands.

use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::{Actor, Who};
use anteroom::domain::admission::{Admission, Cause, Change, Departure, Reconsidered, Refused, State};
use anteroom::domain::ids::{AccountId, AdmissionId, InviteId, PersonId, RoomId};
use anteroom::domain::policy;
use anteroom::domain::role::Role;
use anteroom::domain::room::Settings;
use anteroom::domain::text::{GuestName, Message, Title};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

fn ana() -> Actor {
    let id = AccountId(Uuid::from_u128(9));
    Actor { who: Who::Account { id, name: "Ana".to_owned(), role: AccountRole::Host }, address: None }
}

pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

pub(super) fn waiting() -> Admission {
    Admission {
        id: AdmissionId(Uuid::from_u128(1)),
        room_id: RoomId(Uuid::from_u128(2)),
        invite_id: InviteId(Uuid::from_u128(3)),
        person: PersonId(Uuid::from_u128(4)),
        name: GuestName::parse("Sam").unwrap(),
        note: None,
        invited_role: Role::Publisher,
        requested_at: at(0),
        place: 0,
        state: State::Waiting { sent_back: None },
        generation: 1,
        revision: 1,
        sequence: 1,
        decided: None,
        ended_at: None,
        message: None,
        follows: None,
        denials: 0,
        returning: false,
        answers: Vec::new(),
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Command {
    Admit(Option<Role>),
    Deny(bool),
    Undo,
    Hold,
    Resume,
    ChangeRole(Role),
    StepDown,
    SendBack,
    Remove(bool),
    Withdraw,
    Leave,
    ComeBack,
    Depart,
    Unblock,
    Expire,
    Reconsider(Reconsidered),
    Say,
    MoveAway,
}

pub(super) fn run(admission: Admission, command: Command, now: Timestamp) -> Result<Change, Refused> {
    let actor = ana();
    match command {
        Command::Admit(role) => admission.admit(&actor, role, now),
        Command::Deny(block) => admission.deny(&actor, None, block, now),
        Command::Undo => admission.undo(&actor, now),
        Command::Hold => admission.hold(&actor, None, now),
        Command::Resume => admission.resume(&actor, now),
        Command::ChangeRole(role) => admission.change_role(&actor, role, now),
        Command::StepDown => admission.step_down(&actor, now),
        Command::SendBack => admission.send_back(&actor, -1, None, now),
        Command::Remove(block) => admission.remove(&actor, block, now),
        Command::Withdraw => admission.withdraw(&actor, now),
        Command::Leave => admission.leave(&actor, now),
        Command::ComeBack => admission.come_back(&actor, Settings::default().return_window(), now),
        Command::Depart => admission.depart(&actor, Departure::Finished, now),
        Command::Unblock => admission.unblock(&actor, now),
        Command::Expire => admission.expire(&actor, Cause::Gone, now),
        Command::Reconsider(how) => admission.reconsider(&actor, how, now),
        Command::Say => admission.say(Message::parse("Soon").unwrap(), now),
        Command::MoveAway => admission.move_away(&actor, &Title::parse("Physio").unwrap(), now),
    }
}

pub(super) fn command() -> impl Strategy<Value = Command> {
    let role = || prop::sample::select(Role::ALL.to_vec());
    prop_oneof![
        prop::option::of(role()).prop_map(Command::Admit),
        any::<bool>().prop_map(Command::Deny),
        Just(Command::Undo),
        Just(Command::Hold),
        Just(Command::Resume),
        role().prop_map(Command::ChangeRole),
        Just(Command::StepDown),
        Just(Command::SendBack),
        any::<bool>().prop_map(Command::Remove),
        Just(Command::Withdraw),
        Just(Command::Leave),
        Just(Command::ComeBack),
        Just(Command::Depart),
        Just(Command::Unblock),
        Just(Command::Expire),
        prop::option::of(role()).prop_map(|role| Command::Reconsider(Reconsidered::Admitted { role })),
        Just(Command::Reconsider(Reconsidered::Waiting)),
        Just(Command::Say),
        Just(Command::MoveAway),
    ]
}

/// Whether a role may do nothing that another may not.
fn is_within(role: Role, other: Role) -> bool {
    !role.loses_rights_in(other)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_is_commanded_the_rules_hold(commands in prop::collection::vec((command(), 0i64..30), 0..40)) {
        let (mut admission, mut now) = (waiting(), at(0));
        for (command, pause) in commands {
            now += SignedDuration::from_secs(pause);
            let before = admission.clone();
            match run(admission, command, now) {
                Err(Refused(unchanged)) => {
                    prop_assert_eq!(&*unchanged, &before, "a refusal changes nothing");
                    admission = *unchanged;
                }
                Ok(change) if change.facts.is_empty() => {
                    prop_assert_eq!(&change.admission, &before, "the same decision again changes nothing");
                    prop_assert!(!change.takes_away);
                    admission = change.admission;
                }
                Ok(change) => {
                    let after = change.admission;
                    let decides = !matches!(command, Command::Say);
                    prop_assert_eq!(after.revision, before.revision + u32::from(decides));
                    prop_assert!(decides || (after.place, &after.state) == (before.place, &before.state));
                    prop_assert!(after.generation >= before.generation, "generations never go back");
                    let loses = match (before.role(), after.role()) {
                        (Some(from), Some(to)) => !is_within(from, to),
                        (Some(_), None) => !matches!(after.state, State::Left { how: Departure::Own, .. }),
                        (None, _) => matches!(before.state, State::Left { .. }) && after.role().is_none(),
                    };
                    prop_assert_eq!(change.takes_away, loses, "{:?}: {:?} to {:?}", command, before.state, after.state);
                    if change.takes_away || before.role() != after.role() && before.role().is_some() && after.role().is_some() {
                        prop_assert!(after.generation > before.generation, "old tokens must stop counting");
                    }
                    prop_assert_eq!(after.grant(now, false).is_some(), matches!(after.state, State::Admitted { .. }));
                    prop_assert_eq!(after.ended_at.is_none(), matches!(after.state,
                        State::Waiting { .. } | State::Held | State::Admitted { .. }));
                    admission = after;
                }
            }
        }
    }

    #[test]
    fn a_guest_alone_never_gets_in_or_higher(
        start in prop::collection::vec((command(), 0i64..30), 0..10),
        own in prop::collection::vec((0usize..5, 0i64..900), 0..20),
    ) {
        let (mut admission, mut now) = (waiting(), at(0));
        for (command, pause) in start {
            now += SignedDuration::from_secs(pause);
            admission = match run(admission, command, now) {
                Ok(change) => change.admission,
                Err(Refused(unchanged)) => *unchanged,
            };
        }
        // What the host gave last is the most that the guest can ever have.
        let given = match admission.state {
            State::Admitted { role, .. } | State::Left { role, .. } => Some(role),
            _ => None,
        };
        let acts = [Command::Withdraw, Command::Leave, Command::ComeBack, Command::Leave, Command::StepDown];
        for (act, pause) in own {
            now += SignedDuration::from_secs(pause);
            admission = match run(admission, acts[act], now) {
                Ok(change) => change.admission,
                Err(Refused(unchanged)) => *unchanged,
            };
            prop_assert!(admission.role().is_none_or(|role| given.is_some_and(|given| is_within(role, given))));
        }
    }
}

#[test]
fn a_denial_that_can_be_undone_looks_like_waiting_to_the_guest() {
    let denied = run(waiting(), Command::Deny(false), at(0)).unwrap().admission;
    assert_eq!(denied.state_for_guest(at(9)), State::Waiting { sent_back: None });
    assert!(matches!(denied.state_for_guest(at(10)), State::Denied { .. }));
    assert!(matches!(run(denied.clone(), Command::Undo, at(9)).unwrap().admission.state, State::Waiting { .. }));
    assert!(run(denied, Command::Undo, at(10)).is_err(), "too late");
}

#[test]
fn a_denial_taken_back_leaves_no_trace_of_it() {
    let admitted = run(waiting(), Command::Admit(None), at(0)).unwrap().admission;
    for before in [
        waiting(),
        run(waiting(), Command::Hold, at(0)).unwrap().admission,
        run(admitted, Command::SendBack, at(1)).unwrap().admission,
    ] {
        let denied = run(before.clone(), Command::Deny(false), at(2)).unwrap().admission;
        assert_eq!(denied.state_for_guest(at(3)), before.state);
        let undone = run(denied, Command::Undo, at(4)).unwrap().admission;
        assert_eq!((undone.state, undone.place), (before.state, before.place));
    }
}

#[test]
fn whoever_decides_second_is_told_who_was_first() {
    let admitted = run(waiting(), Command::Admit(None), at(3)).unwrap().admission;
    let Refused(now) = run(admitted, Command::Deny(false), at(7)).unwrap_err();
    assert!(matches!(now.state, State::Admitted { role: Role::Publisher, .. }));
    assert_eq!(now.decided.as_ref().map(|decided| (decided.by.as_str(), decided.at)), Some(("Ana", at(3))));
}

#[test]
fn the_invite_s_role_is_given_when_the_host_names_no_other() {
    let plain = run(waiting(), Command::Admit(None), at(1)).unwrap().admission;
    assert_eq!(plain.role(), Some(Role::Publisher));
    let viewer = run(waiting(), Command::Admit(Some(Role::Subscriber)), at(1)).unwrap().admission;
    assert_eq!(viewer.role(), Some(Role::Subscriber));
    assert!(run(viewer, Command::Admit(Some(Role::Moderator)), at(2)).is_err(), "raising a role is another command");
}

#[test]
fn coming_back_is_possible_for_ten_minutes_and_never_after_removal() {
    let left = run(run(waiting(), Command::Admit(None), at(0)).unwrap().admission, Command::Leave, at(0)).unwrap();
    assert!(run(left.admission.clone(), Command::ComeBack, at(599)).is_ok());
    assert!(run(left.admission.clone(), Command::ComeBack, at(600)).is_err());
    let removed = run(left.admission, Command::Remove(false), at(5)).unwrap().admission;
    assert!(run(removed, Command::ComeBack, at(6)).is_err());
}

#[test]
fn stepping_down_makes_a_viewer_and_takes_the_old_rights_away() {
    for (role, steps_down) in [(Role::Publisher, true), (Role::Moderator, true), (Role::PublisherOnly, false)] {
        let admitted = run(waiting(), Command::Admit(Some(role)), at(1)).unwrap().admission;
        let stepped = run(admitted, Command::StepDown, at(2));
        assert_eq!(stepped.is_ok(), steps_down, "{role}");
        if let Ok(change) = stepped {
            assert_eq!((change.admission.role(), change.takes_away), (Some(Role::Subscriber), true), "{role}");
        }
    }
    let viewer = run(waiting(), Command::Admit(Some(Role::Subscriber)), at(1)).unwrap().admission;
    assert!(run(viewer, Command::StepDown, at(2)).unwrap().facts.is_empty(), "a viewer stays one");
    assert!(run(waiting(), Command::StepDown, at(2)).is_err());
}

#[test]
fn a_guest_who_leaves_before_hearing_of_a_block_is_blocked_all_the_same() {
    let denied = waiting().deny(&ana(), None, true, at(0)).unwrap().admission;
    let left = denied.withdraw(&ana(), at(3)).unwrap().admission;
    assert!(matches!(left.state_for_guest(at(3)), State::Denied { blocked: true, .. }), "{left:?}");
    assert_eq!(anteroom::domain::policy::may_ask_again_at(&left), None);
    assert!(left.undo(&ana(), at(4)).is_err());
}

#[test]
fn whoever_moves_keeps_the_time_of_asking_and_nothing_else() {
    let mut sam = waiting();
    sam.place = -3;
    let moved =
        sam.arriving_in(RoomId(Uuid::from_u128(20)), AdmissionId(Uuid::from_u128(10)), PersonId(Uuid::from_u128(40)));
    assert_eq!((moved.place, moved.requested_at), (at(0).as_millisecond(), at(0)));
    assert_eq!((moved.follows, moved.revision, moved.generation), (Some(sam.id), 1, 1));
    let gone = sam.move_away(&ana(), &Title::parse("Physio").unwrap(), at(1)).unwrap().admission;
    assert!(gone.clone().reconsider(&ana(), Reconsidered::Waiting, at(2)).is_err());
    assert_eq!(anteroom::domain::policy::may_ask_again_at(&gone), None);
}

#[test]
fn d2_the_way_back_is_as_long_as_the_room_says_and_only_for_who_left_by_themselves() {
    let admitted = || run(waiting(), Command::Admit(None), at(0)).unwrap().admission;
    let left = run(admitted(), Command::Leave, at(0)).unwrap().admission;
    for (minutes, second, may) in [(0, 0, false), (1, 59, true), (1, 60, false), (240, 14_399, true)] {
        let window = Settings { return_minutes: minutes, ..Settings::default() }.return_window();
        assert_eq!(left.may_come_back(window, at(second)), may, "{minutes} min, after {second} s");
    }
    let departed = run(admitted(), Command::Depart, at(0)).unwrap();
    assert!(departed.takes_away, "tokens stop counting");
    assert_eq!(departed.admission.generation, 2);
    assert!(run(departed.admission, Command::ComeBack, at(1)).is_err(), "moved out politely is still out");
}

#[test]
fn d3_a_browser_asks_again_after_a_minute_then_after_ten_and_then_not_until_a_host_lifts_it() {
    let mut admission = waiting();
    for (step, pause) in [Some(60), Some(600), None].into_iter().enumerate() {
        let denied = run(admission, Command::Deny(false), at(0)).unwrap().admission;
        assert_eq!(policy::may_ask_again_at(&denied), pause.map(at), "denial {}", step + 1);
        assert_eq!(denied.is_blocked(), pause.is_none());
        admission = Admission { denials: denied.denials, ..waiting() };
    }
    let blocked = run(Admission { denials: 2, ..waiting() }, Command::Deny(false), at(0)).unwrap().admission;
    let lifted = run(blocked, Command::Unblock, at(30)).unwrap().admission;
    assert_eq!((lifted.is_blocked(), lifted.denials), (false, 0));
    assert_eq!(policy::may_ask_again_at(&lifted), Some(at(0)), "at once, and the ladder begins anew");
    let undone = run(run(waiting(), Command::Deny(false), at(0)).unwrap().admission, Command::Undo, at(5)).unwrap();
    assert_eq!(undone.admission.denials, 0, "a denial that was taken back does not count");
    let let_in = run(Admission { denials: 2, ..waiting() }, Command::Admit(None), at(0)).unwrap().admission;
    assert_eq!(let_in.denials, 0, "whoever was let in begins anew");
}
