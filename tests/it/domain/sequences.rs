//! What holds over any sequence of commands, beyond the single step: what guests get to know, and what lasts.

use anteroom::domain::actor::Actor;
use anteroom::domain::admission::{Admission, Refused, State};
use anteroom::domain::policy;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::admission::{Command, at, command, run, waiting};

/// An admission's life: after each command that was not refused, what it had been, when, and what became of it.
fn live(commands: Vec<(Command, i64)>) -> Vec<(Command, Timestamp, Admission, Admission)> {
    let (mut admission, mut now, mut life) = (waiting(), at(0), Vec::new());
    for (command, pause) in commands {
        now += SignedDuration::from_secs(pause);
        let before = admission.clone();
        match run(admission, command, now) {
            Ok(change) => {
                admission = change.admission;
                life.push((command, now, before, admission.clone()));
            }
            Err(Refused(unchanged)) => admission = *unchanged,
        }
    }
    life
}

fn commands() -> impl Strategy<Value = Vec<(Command, i64)>> {
    prop::collection::vec((command(), 0i64..15), 0..50)
}

fn denied_until(admission: &Admission) -> Option<Timestamp> {
    match admission.state {
        State::Denied { visible_from, .. } => Some(visible_from),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_denial_is_invisible_until_it_cannot_be_undone_and_final_from_then_on(commands in commands()) {
        for (command, now, before, after) in live(commands) {
            let Some(visible_from) = denied_until(&after) else { continue };
            let just_before = visible_from - SignedDuration::from_millis(1);
            prop_assert!(matches!(after.state_for_guest(just_before), State::Waiting { .. } | State::Held), "hidden");
            prop_assert!(matches!(after.state_for_guest(visible_from), State::Denied { .. }), "told");
            if denied_until(&before).is_none() {
                prop_assert_eq!(visible_from, now + policy::UNDO);
                prop_assert_eq!(after.state_for_guest(now), before.state_for_guest(now), "{:?} changed what is seen", command);
            }
            let undone = after.clone().undo(&Actor::SYSTEM, just_before);
            prop_assert!(undone.is_ok_and(|change| change.admission.state == after.state_for_guest(just_before)));
            prop_assert!(after.undo(&Actor::SYSTEM, visible_from).is_err());
        }
    }

    #[test]
    fn a_block_lasts_until_a_host_takes_it_back(commands in commands()) {
        for (command, _, before, after) in live(commands) {
            let lifts = matches!(command, Command::Undo | Command::Unblock | Command::Reconsider(_));
            prop_assert!(after.is_blocked() || !before.is_blocked() || lifts, "{:?} lifted it: {:?}", command, before.state);
            if before.is_blocked() && after.is_blocked() {
                prop_assert_eq!(policy::may_ask_again_at(&after), None);
            }
        }
    }

    #[test]
    fn the_ladder_counts_denials_in_a_row_and_nothing_else(commands in commands()) {
        for (command, _, before, after) in live(commands) {
            let expected = match command {
                Command::Deny(_) if denied_until(&before).is_none() && denied_until(&after).is_some() => before.denials + 1,
                Command::Undo if denied_until(&before).is_some() => before.denials.saturating_sub(1),
                Command::Reconsider(_) if denied_until(&before).is_some() && after.role().is_none() => {
                    before.denials.saturating_sub(1)
                }
                Command::Unblock if before != after => 0,
                Command::Admit(_) | Command::Reconsider(_) if before.role().is_none() && after.role().is_some() => 0,
                _ => before.denials,
            };
            prop_assert_eq!(after.denials, expected, "{:?}: {:?} to {:?}", command, before.state, after.state);
        }
    }

    #[test]
    fn only_whoever_was_in_can_come_back_and_only_with_the_role_of_then(commands in commands()) {
        let mut given = None;
        for (command, now, before, after) in live(commands) {
            let entered = before.role().is_none() && after.role().is_some();
            if entered && matches!(command, Command::ComeBack) {
                prop_assert_eq!(after.role(), given, "with the role of then");
                prop_assert!(after.generation > before.generation, "tokens of before do not count");
                let State::Left { .. } = before.state else { return Err(TestCaseError::fail("who had not left")) };
                prop_assert!(before.ended_at.is_some_and(|left| now < left + SignedDuration::from_mins(10)));
            } else if entered {
                prop_assert!(matches!(command, Command::Admit(_) | Command::Reconsider(_)), "{:?} let somebody in", command);
            }
            given = after.role().or(given);
        }
    }

    #[test]
    fn the_same_command_again_changes_nothing_more(commands in commands(), again in command()) {
        let mut admission = live(commands).pop().map_or_else(waiting, |(_, _, _, after)| after);
        let now = admission.decided.as_ref().map_or(at(0), |decided| decided.at) + SignedDuration::from_secs(1);
        if let Ok(first) = run(admission.clone(), again, now) {
            admission = first.admission;
            match run(admission.clone(), again, now) {
                // A word can be said twice; a guest who moved away is not there to move.
                Ok(second) if !matches!(again, Command::Say) => {
                    prop_assert_eq!((&second.admission, second.facts.len()), (&admission, 0), "{:?}", again);
                    prop_assert!(!second.takes_away);
                }
                Ok(_) => {}
                Err(Refused(unchanged)) => {
                    prop_assert_eq!(&*unchanged, &admission);
                    // Nobody can be moved away twice, and a blocked guest's goodbye is heard once.
                    prop_assert!(matches!(again, Command::MoveAway | Command::Withdraw), "{:?} refused again", again);
                }
            }
        }
    }
}
