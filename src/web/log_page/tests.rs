use serde_json::json;

use super::*;
use crate::domain::chain::Hash;
use crate::domain::fact::{Fact, Parts};
use crate::domain::role::Role;

/// An entry as the store reads it, by Ana about Sam.
fn entry(fact: &Fact) -> Entry {
    let Parts { action, detail, said } = fact.parts();
    let (Value::Object(mut all), said) = (detail, said.unwrap_or_else(|| json!({}))) else { panic!("no object") };
    all.extend(said.as_object().unwrap().clone());
    Entry {
        sequence: 1,
        at: Timestamp::UNIX_EPOCH,
        actor_kind: "account".to_owned(),
        actor_name: "Ana".to_owned(),
        address: None,
        room_id: None,
        room_title: None,
        admission_id: None,
        guest_name: Some("Sam".to_owned()),
        action,
        detail: Value::Object(all),
        erased: false,
        hash: Hash([0; 32]),
    }
}

/// The same entry when its time is over.
fn erased(fact: &Fact) -> Entry {
    Entry { detail: fact.parts().detail, erased: true, ..entry(fact) }
}

fn read(fact: &Fact) -> String {
    sentence(&entry(fact), Words::english()).replace(['\u{2068}', '\u{2069}'], "")
}

fn every_fact() -> Vec<Fact> {
    let name = || "Tom".to_owned();
    let role = Role::Publisher;
    let label = || Some("Patients".to_owned());
    vec![
        Fact::AdmissionRequested { invite_label: None },
        Fact::AdmissionRequested { invite_label: label() },
        Fact::EnteredDirectly { role },
        Fact::Admitted { role },
        Fact::Denied { reason: None, blocked: false },
        Fact::Denied { reason: Some("room_full".to_owned()), blocked: false },
        Fact::Denied { reason: None, blocked: true },
        Fact::DenialUndone,
        Fact::Reconsidered,
        Fact::Messaged { message: "Soon".to_owned() },
        Fact::MovedAway { title: "Clinic".to_owned() },
        Fact::MovedIn { title: "Clinic".to_owned() },
        Fact::Held,
        Fact::Resumed,
        Fact::RoleChanged { from: Role::Subscriber, to: role },
        Fact::SentBack { message: None },
        Fact::SentBack { message: Some("One moment".to_owned()) },
        Fact::Removed { blocked: false },
        Fact::Removed { blocked: true },
        Fact::CameBack { away_seconds: 40 },
        Fact::Withdrawn,
        Fact::Expired { cause: "gone" },
        Fact::Expired { cause: "invite_revoked" },
        Fact::Left,
        Fact::Departed { how: "never_came" },
        Fact::Unblocked,
        Fact::DoorLocked,
        Fact::DoorUnlocked,
        Fact::HostArrived,
        Fact::HostsGone { rule: "pause" },
        Fact::Returned,
        Fact::TokenIssued { role, generation: 1, expires_at: Timestamp::UNIX_EPOCH },
        Fact::RoomCreated { title: "Clinic".to_owned() },
        Fact::RoomChanged { changed: vec!["title", "door"] },
        Fact::HostAdded { name: name() },
        Fact::HostRemoved { name: name() },
        Fact::InviteCreated { label: None, role, entry: "wait" },
        Fact::InviteCreated { label: label(), role, entry: "direct" },
        Fact::InviteRevoked { label: None },
        Fact::InviteRevoked { label: label() },
        Fact::LinksRotated { count: 2 },
        Fact::GuestErased,
        Fact::GuestExported,
        Fact::CopyConfirmed { taken_at: Timestamp::UNIX_EPOCH, access: "void" },
        Fact::SetUp { name: name() },
        Fact::AccountCreated { name: name(), role: "host" },
        Fact::AccountRoleChanged { name: name(), from: "host", to: "admin" },
        Fact::AccountDisabled { name: name() },
        Fact::AccountEnabled { name: name() },
        Fact::AccountChangeUndone { name: name(), to: "host" },
        Fact::AccountChangeUndone { name: name(), to: "enabled" },
        Fact::SignInsEnded { name: name() },
        Fact::SecondFactorSet { name: name() },
        Fact::SecondFactorRemoved { name: name() },
        Fact::SecondFactorFailed { name: name() },
        Fact::RecoveryCodesMade { name: name() },
        Fact::RecoveryCodeUsed { name: name(), count: 9 },
        Fact::InstallationChanged { changed: vec!["second_factor"] },
        Fact::PasswordChanged { name: name() },
        Fact::SignedIn { name: name() },
        Fact::SignInFailed { email: String::new() },
        Fact::SignInFailed { email: "tom@example.org".to_owned() },
        Fact::SignedOut { name: name() },
        Fact::ApiKeyCreated { name: name(), scope: "admin" },
        Fact::ApiKeyRevoked { name: name() },
        Fact::WebhookCreated { name: "example.org".to_owned() },
        Fact::WebhookChanged { name: "example.org".to_owned(), changed: "secret" },
        Fact::WebhookDeleted { name: "example.org".to_owned() },
    ]
}

#[test]
fn every_act_has_a_sentence() {
    for fact in every_fact() {
        let sentence = read(&fact);
        assert!(sentence.ends_with('.') && !sentence.starts_with("log-") && !sentence.contains('{'), "{sentence}");
        assert!(!sentence.contains('_') && !sentence.contains("  "), "{sentence}");
    }
}

#[test]
fn every_act_can_be_chosen_by_a_name() {
    for fact in every_fact() {
        let key = format!("log-act-{}", fact.parts().action.replace('_', "-"));
        assert_ne!(Words::english().say(&key), key);
    }
}

#[test]
fn what_was_erased_is_said_to_be_and_never_taken_for_what_was_not_there() {
    for fact in every_fact() {
        let sentence = sentence(&erased(&fact), Words::english()).replace(['\u{2068}', '\u{2069}'], "");
        assert!(sentence.ends_with('.') && !sentence.contains("  ") && !sentence.contains(" ."), "{sentence}");
    }
    let read = |fact: &Fact| sentence(&erased(fact), Words::english()).replace(['\u{2068}', '\u{2069}'], "");
    let labelled = Fact::InviteRevoked { label: Some("Sam at noon".to_owned()) };
    assert_eq!(read(&labelled), "Ana revoked the invite (erased).");
    assert_eq!(read(&Fact::InviteRevoked { label: None }), "Ana revoked an invite without a label.");
    assert_eq!(read(&Fact::Denied { reason: Some("Not today".to_owned()), blocked: false }), "Ana denied Sam.");
    assert_eq!(read(&Fact::SignInFailed { email: "tom@example.org".to_owned() }), "Someone failed to sign in.");
}

#[test]
fn a_sentence_says_who_did_what_to_whom() {
    for (fact, expected) in [
        (Fact::Admitted { role: Role::Publisher }, "Ana admitted Sam as Speaker."),
        (Fact::Denied { reason: Some("room_full".to_owned()), blocked: false }, "Ana denied Sam: the room is full."),
        (Fact::Denied { reason: Some("Not today".to_owned()), blocked: false }, "Ana denied Sam: Not today."),
        (Fact::RoleChanged { from: Role::Publisher, to: Role::Moderator }, "Ana made Sam Moderator. Before: Speaker."),
        (Fact::CameBack { away_seconds: 40 }, "Sam came back after 40 s away."),
        (Fact::CameBack { away_seconds: 190 }, "Sam came back after 3 min away."),
        (Fact::RoomChanged { changed: vec!["title", "door"] }, "Ana changed the settings: title, door."),
        (
            Fact::AccountRoleChanged { name: "Tom".to_owned(), from: "host", to: "admin" },
            "Ana made Tom Admin. Before: Host.",
        ),
    ] {
        assert_eq!(read(&fact), expected);
    }
}

#[test]
fn a_guest_acts_under_the_name_given_at_the_door_and_the_server_under_its_own() {
    let words = Words::english();
    let own = Entry { actor_kind: "guest".to_owned(), actor_name: String::new(), ..entry(&Fact::Withdrawn) };
    assert_eq!(sentence(&own, words), "\u{2068}Sam\u{2069} left the queue.");
    let system = Entry { actor_kind: "system".to_owned(), actor_name: String::new(), ..entry(&Fact::Held) };
    assert!(sentence(&system, words).starts_with("\u{2068}Anteroom\u{2069} put"));
}
