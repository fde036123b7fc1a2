//! Single transitions, to the last detail.

use anteroom::domain::actor::Actor;
use anteroom::domain::admission::{
    Admission, Cause, Departure, Earlier, PresetReason, Reason, Reconsidered, STATES, SentBack, State,
};
use anteroom::domain::fact::Fact;
use anteroom::domain::ids::{AdmissionId, PersonId, RoomId};
use anteroom::domain::role::Role;
use anteroom::domain::text::{Message, Title};
use jiff::SignedDuration;
use uuid::Uuid;

use super::admission::{Command, at, run, waiting};

fn after(commands: &[Command]) -> Admission {
    commands.iter().fold(waiting(), |admission, command| run(admission, *command, at(1)).unwrap().admission)
}

fn word(text: &str) -> Message {
    Message::parse(text).unwrap()
}

fn with(state: State) -> Admission {
    Admission { state, ended_at: Some(at(0)), ..waiting() }
}

#[test]
fn a_denial_becomes_one_for_good_with_its_time_its_reason_and_no_further_count() {
    let first = waiting().deny(&Actor::SYSTEM, Some(Reason::Preset(PresetReason::WrongTime)), false, at(0)).unwrap();
    let again = first.admission.clone().deny(&Actor::SYSTEM, Some(Reason::Words(word("No"))), false, at(1)).unwrap();
    assert_eq!((&again.admission, again.facts.len()), (&first.admission, 0), "the same decision again");
    let lasting = again.admission.deny(&Actor::SYSTEM, None, true, at(4)).unwrap();
    let expected = State::Denied {
        reason: Some(Reason::Preset(PresetReason::WrongTime)),
        visible_from: at(10),
        earlier: Earlier::Waiting { sent_back: None },
        blocked: true,
    };
    assert_eq!((lasting.admission.state, lasting.admission.denials), (expected, 1));
    assert_eq!(lasting.facts, [Fact::Denied { reason: Some("wrong_time".to_owned()), blocked: true }]);
}

#[test]
fn a_held_guest_is_denied_as_late_as_one_who_waits_and_comes_back_to_being_held() {
    let denied = run(after(&[Command::Hold]), Command::Deny(false), at(0)).unwrap().admission;
    assert!(matches!(denied.state, State::Denied { visible_from, .. } if visible_from == at(10)));
    assert_eq!(denied.state_for_guest(at(9)), State::Held);
    assert_eq!(run(denied, Command::Undo, at(9)).unwrap().admission.state, State::Held);
}

#[test]
fn a_goodbye_is_heard_while_somebody_waits_as_far_as_they_know_and_once() {
    let withdrawn = after(&[Command::Withdraw]);
    assert_eq!(withdrawn.state, State::Withdrawn);
    assert!(run(withdrawn, Command::Withdraw, at(2)).unwrap().facts.is_empty(), "the same again");
    let denied = |block| run(waiting(), Command::Deny(block), at(0)).unwrap().admission;
    assert_eq!(run(denied(false), Command::Withdraw, at(9)).unwrap().admission.state, State::Withdrawn);
    assert!(run(denied(false), Command::Withdraw, at(10)).is_err(), "the guest knows of the denial");
    let heard = run(denied(true), Command::Withdraw, at(9)).unwrap().admission;
    assert!(matches!(heard.state, State::Denied { visible_from, blocked: true, .. } if visible_from == at(9)));
    assert!(run(denied(true), Command::Withdraw, at(10)).is_err());
}

#[test]
fn what_cannot_happen_in_a_state_is_refused_in_it() {
    use Command::{
        Admit, ComeBack, Deny, Depart, Expire, Leave, MoveAway, Remove, Resume, Say, SendBack, Unblock, Undo,
    };
    let outside = [State::Withdrawn, State::Expired { cause: Cause::Gone }, State::Removed { blocked: false }];
    for state in outside {
        for command in [Admit(None), Deny(true), Undo, Resume, SendBack, Leave, ComeBack, Depart, Say, MoveAway] {
            assert!(run(with(state.clone()), command, at(1)).is_err(), "{command:?} in {state:?}");
        }
    }
    for command in [Remove(false), Leave, ComeBack, Depart, SendBack, Unblock, Command::ChangeRole(Role::Subscriber)] {
        assert!(run(waiting(), command, at(1)).is_err(), "{command:?} while waiting");
    }
    for command in [Deny(false), Undo, Resume, Say, MoveAway, Expire, Command::Withdraw, Command::Hold, Unblock] {
        assert!(run(after(&[Admit(None)]), command, at(1)).is_err(), "{command:?} while in");
    }
}

#[test]
fn a_removal_becomes_one_for_good_and_never_less() {
    let removed = after(&[Command::Admit(None), Command::Remove(false)]);
    let lasting = run(removed.clone(), Command::Remove(true), at(2)).unwrap();
    assert_eq!(lasting.admission.state, State::Removed { blocked: true });
    assert_eq!(lasting.facts, [Fact::Removed { blocked: true }]);
    for (admission, block) in [(removed, false), (lasting.admission.clone(), false), (lasting.admission, true)] {
        assert!(run(admission, Command::Remove(block), at(3)).unwrap().facts.is_empty());
    }
}

#[test]
fn a_block_is_lifted_without_a_trace_of_it_and_without_the_row_moving() {
    let removed = after(&[Command::Admit(None), Command::Remove(true)]);
    let lifted = run(removed.clone(), Command::Unblock, at(9)).unwrap().admission;
    assert_eq!((lifted.state.clone(), lifted.ended_at), (State::Removed { blocked: false }, removed.ended_at));
    assert!(run(lifted, Command::Unblock, at(9)).unwrap().facts.is_empty(), "nothing to lift");
    let denied = waiting().deny(&Actor::SYSTEM, Some(Reason::Words(word("No"))), true, at(0)).unwrap().admission;
    let lifted = run(denied, Command::Unblock, at(20)).unwrap().admission;
    let State::Denied { reason, visible_from, blocked, .. } = lifted.state else { panic!("it stays a denial") };
    assert_eq!((reason, visible_from, blocked), (Some(Reason::Words(word("No"))), at(10), false));
    assert!(run(waiting(), Command::Unblock, at(1)).is_err());
}

#[test]
fn second_thoughts_bring_back_whoever_was_denied_withdrew_or_expired_and_nobody_else() {
    let waits = Command::Reconsider(Reconsidered::Waiting);
    let enters = |role| Command::Reconsider(Reconsidered::Admitted { role });
    let denied = Admission { denials: 2, ..after(&[Command::Deny(true)]) };
    assert_eq!(run(denied.clone(), waits, at(30)).unwrap().admission.denials, 1);
    for ended in [denied, after(&[Command::Withdraw]), after(&[Command::Expire])] {
        let back = run(ended.clone(), waits, at(30)).unwrap();
        assert_eq!(
            (back.admission.state.clone(), back.facts),
            (State::Waiting { sent_back: None }, vec![Fact::Reconsidered])
        );
        assert!(run(back.admission, waits, at(31)).unwrap().facts.is_empty(), "the same again");
        let role = Role::Subscriber;
        let inside = run(ended, enters(Some(role)), at(30)).unwrap();
        assert_eq!(inside.admission.state, State::Admitted { role, since: at(30) });
        assert_eq!(inside.facts, [Fact::Reconsidered, Fact::Admitted { role }]);
        assert!(run(inside.admission.clone(), enters(Some(role)), at(31)).unwrap().facts.is_empty());
        assert!(run(inside.admission.clone(), enters(None), at(31)).unwrap().facts.is_empty());
        assert!(run(inside.admission.clone(), enters(Some(Role::Moderator)), at(31)).is_err(), "another role");
        assert!(run(inside.admission, waits, at(31)).is_err());
    }
    let invited = run(after(&[Command::Withdraw]), enters(None), at(30)).unwrap().admission;
    assert_eq!(invited.role(), Some(Role::Publisher), "the invite's");
    for other in [after(&[Command::Admit(None), Command::Remove(false)]), after(&[Command::MoveAway])] {
        assert!(run(other.clone(), waits, at(30)).is_err() && run(other, enters(None), at(30)).is_err());
    }
}

#[test]
fn a_word_to_a_held_guest_is_kept_with_its_time_and_is_no_decision() {
    let held = waiting().hold(&Actor::SYSTEM, Some(word("Ten minutes")), at(1)).unwrap();
    let said = |admission: &Admission| admission.message.clone().map(|said| (said.text.to_string(), said.at));
    assert_eq!(said(&held.admission), Some(("Ten minutes".to_owned(), at(1))));
    assert_eq!(held.facts, [Fact::Held, Fact::Messaged { message: "Ten minutes".to_owned() }]);
    let again = held.admission.clone().hold(&Actor::SYSTEM, None, at(2)).unwrap();
    assert_eq!((&again.admission, again.facts.len()), (&held.admission, 0));
    let more = again.admission.hold(&Actor::SYSTEM, Some(word("Five more")), at(3)).unwrap();
    assert_eq!(said(&more.admission), Some(("Five more".to_owned(), at(3))));
    assert_eq!((more.facts.len(), more.admission.revision), (1, held.admission.revision));
    assert_eq!(
        run(more.admission, Command::Resume, at(4)).unwrap().admission.state,
        State::Waiting { sent_back: None }
    );
}

#[test]
fn whoever_is_sent_back_is_in_front_knows_why_and_has_no_older_word() {
    let told = run(waiting(), Command::Say, at(0)).unwrap().admission;
    let inside = run(told, Command::Admit(None), at(1)).unwrap().admission;
    let back = inside.clone().send_back(&Actor::SYSTEM, -5, Some(word("A moment")), at(2)).unwrap();
    let state = State::Waiting { sent_back: Some(SentBack { message: Some(word("A moment")) }) };
    assert_eq!((&back.admission.state, back.admission.place, &back.admission.message), (&state, -5, &None));
    assert_eq!((back.takes_away, back.admission.generation), (true, inside.generation + 1));
    let again = back.admission.clone().send_back(&Actor::SYSTEM, -9, None, at(3)).unwrap();
    assert_eq!((again.admission, again.takes_away), (back.admission, false));
}

#[test]
fn each_way_out_of_the_call_and_back_counts_the_generation_as_it_should() {
    let inside = || after(&[Command::Admit(None)]);
    for (command, by) in [
        (Command::ChangeRole(Role::Moderator), 1),
        (Command::ChangeRole(Role::Publisher), 0),
        (Command::Leave, 0),
        (Command::Depart, 1),
        (Command::Remove(false), 1),
        (Command::SendBack, 1),
    ] {
        let before = Admission { generation: 7, ..inside() };
        assert_eq!(run(before, command, at(2)).unwrap().admission.generation, 7 + by, "{command:?}");
    }
    let left = Admission { generation: 7, ..after(&[Command::Admit(None), Command::Leave]) };
    let window = SignedDuration::from_secs(60);
    assert!(!Admission { ended_at: None, ..left.clone() }.may_come_back(window, at(2)), "nobody knows when");
    let back = left.clone().come_back(&Actor::SYSTEM, window, at(60)).unwrap();
    assert_eq!((back.admission.generation, back.admission.role()), (8, Some(Role::Publisher)));
    assert!(left.come_back(&Actor::SYSTEM, window, at(61)).is_err(), "left at 1, for 60 s");
    assert!(run(back.admission, Command::ComeBack, at(62)).unwrap().facts.is_empty(), "back already");
}

#[test]
fn the_token_of_whoever_is_in_says_this_moment_s_right_and_the_name_only_when_asked() {
    let inside = Admission { generation: 3, ..after(&[Command::Admit(Some(Role::Moderator))]) };
    let grant = inside.grant(at(120), true).unwrap();
    assert_eq!((grant.person, grant.generation, grant.role), (inside.person, 3, Role::Moderator));
    assert_eq!((grant.expires_at, grant.name.as_deref()), (at(120), Some("Sam")));
    assert_eq!(inside.grant(at(120), false).unwrap().name, None);
    assert_eq!(waiting().grant(at(120), false), None);
}

#[test]
fn whoever_arrives_in_another_room_is_new_there_in_all_but_name_and_time() {
    let sam =
        Admission { generation: 4, revision: 9, sequence: 12, denials: 1, returning: true, ..after(&[Command::Say]) };
    let gone = sam.move_away(&Actor::SYSTEM, &Title::parse("Physio").unwrap(), at(5)).unwrap();
    assert_eq!(gone.facts, [Fact::MovedAway { title: "Physio".to_owned() }]);
    let (room, id) = (RoomId(Uuid::from_u128(20)), AdmissionId(Uuid::from_u128(10)));
    let person = PersonId(Uuid::from_u128(40));
    let expected = Admission {
        id,
        room_id: room,
        person,
        place: at(0).as_millisecond(),
        sequence: 0,
        follows: Some(gone.admission.id),
        ..waiting()
    };
    assert_eq!(gone.admission.arriving_in(room, id, person), expected);
}

#[test]
fn states_ways_out_causes_and_reasons_have_the_names_that_are_stored() {
    let denied = State::Denied { reason: None, visible_from: at(0), earlier: Earlier::Held, blocked: false };
    let states = [
        State::Waiting { sent_back: None },
        State::Held,
        State::Admitted { role: Role::Publisher, since: at(0) },
        State::Left { role: Role::Publisher, how: Departure::Own },
        denied,
        State::Withdrawn,
        State::Expired { cause: Cause::Gone },
        State::Removed { blocked: false },
    ];
    assert_eq!(states.each_ref().map(State::as_str), STATES);
    assert_eq!(Departure::ALL.map(Departure::as_str), ["left", "dropped", "never_came", "finished", "ended"]);
    assert_eq!(
        [Cause::Gone, Cause::InviteRevoked, Cause::Moved].map(Cause::as_str),
        ["gone", "invite_revoked", "moved"]
    );
    let presets = ["not_on_list", "wrong_time", "wrong_room", "room_full", "unclear_name"];
    assert_eq!(PresetReason::ALL.map(PresetReason::as_str), presets);
    for (text, reason) in presets.into_iter().zip(PresetReason::ALL) {
        assert_eq!(Reason::parse(text), Ok(Some(Reason::Preset(reason))));
        assert_eq!(Reason::Preset(reason).as_str(), text);
    }
    assert_eq!(Reason::parse("See you on Monday"), Ok(Some(Reason::Words(word("See you on Monday")))));
    assert_eq!(Reason::Words(word("See you on Monday")).as_str(), "See you on Monday");
    assert_eq!(Reason::parse(" "), Ok(None));
}

#[test]
fn what_was_decided_before_is_no_news_when_decided_again() {
    use Command::{Admit, ChangeRole, Depart, Expire, Hold, Leave, Resume, Undo};
    let by_now = |state: fn() -> Admission, command| {
        let before = state();
        let change = run(before.clone(), command, at(9)).unwrap();
        assert_eq!((change.admission, change.facts, change.takes_away), (before, vec![], false), "{command:?}");
    };
    by_now(waiting, Undo);
    by_now(waiting, Resume);
    by_now(|| after(&[Hold]), Undo);
    by_now(|| after(&[Hold]), Hold);
    by_now(|| after(&[Admit(None)]), Admit(None));
    by_now(|| after(&[Admit(None)]), Admit(Some(Role::Publisher)));
    by_now(|| after(&[Admit(None)]), ChangeRole(Role::Publisher));
    by_now(|| after(&[Admit(None), Leave]), Leave);
    by_now(|| after(&[Admit(None), Leave]), Depart);
    by_now(|| after(&[Expire]), Expire);
}
