//! The form for a new invite: what was typed, as fields to show again and as settings for the use case.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::domain::invite::Entry;
use crate::domain::policy;
use crate::domain::role::Role;
use crate::domain::text::{GuestName, Label};
use crate::moderation::InviteSettings;
use crate::web::Words;
use crate::web::fields::{Field, Problems};

/// What was typed. Empty is not set.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InviteForm {
    #[serde(default)]
    label: String,
    role: String,
    entry: String,
    #[serde(default)]
    guest_name: String,
    #[serde(default)]
    max_uses: String,
    /// A date and time without a zone, which `utc_offset` gives.
    #[serde(default)]
    not_before: String,
    /// Minutes that the browser's clock is ahead of UTC; empty (no scripts) is none.
    #[serde(default)]
    utc_offset: String,
    expires_in_hours: String,
    #[serde(default)]
    passcode: String,
}

impl Default for InviteForm {
    fn default() -> Self {
        let empty = String::new;
        Self {
            label: empty(),
            role: Role::Publisher.to_string(),
            entry: Entry::Wait.as_str().to_owned(),
            guest_name: empty(),
            max_uses: empty(),
            not_before: empty(),
            utc_offset: empty(),
            expires_in_hours: (policy::INVITE_LIFE.as_hours()).to_string(),
            passcode: empty(),
        }
    }
}

/// The form as the page shows it.
pub(super) struct InviteFields {
    pub label: Field,
    pub guest_name: Field,
    pub max_uses: Field,
    pub not_before: Field,
    pub utc_offset: String,
    pub expires_in_hours: Field,
    pub passcode: Field,
    pub roles: Vec<Choice>,
    pub role_problem: Option<String>,
    pub entries: Vec<Choice>,
    pub entry_problem: Option<String>,
}

/// One of several; `key` is its word in the catalogue.
pub(super) struct Choice {
    pub value: &'static str,
    pub key: String,
    pub chosen: bool,
}

impl InviteFields {
    pub fn new(words: Words, typed: &InviteForm, problems: &Problems) -> Self {
        let field = |name, value: &str| {
            let label = words.say(&format!("invite-{}", name_of_key(name)));
            Field::new(name, label).value(value).problem(problems).attribute("autocomplete", "off")
        };
        let optional = |field: Field| field.optional(words.say("shared-optional"));
        let hours_help = words.say("invite-expires-in-hours-help");
        Self {
            label: optional(field("label", &typed.label)).help(words.say("invite-label-help")),
            guest_name: optional(field("guest_name", &typed.guest_name)).help(words.say("invite-guest-name-help")),
            max_uses: optional(field("max_uses", &typed.max_uses))
                .help(words.say("invite-max-uses-help"))
                .attribute("inputmode", "numeric"),
            not_before: optional(field("not_before", &typed.not_before))
                .kind("datetime-local")
                .help(words.say("invite-not-before-help"))
                .attribute("data-local-help", words.say("invite-not-before-help.local")),
            utc_offset: typed.utc_offset.clone(),
            expires_in_hours: field("expires_in_hours", &typed.expires_in_hours)
                .help(hours_help)
                .attribute("inputmode", "numeric"),
            passcode: optional(field("passcode", &typed.passcode)).help(words.say("invite-passcode-help")),
            roles: Role::ALL
                .map(|role| Choice {
                    value: role.as_str(),
                    key: format!("role-{role}"),
                    chosen: typed.role == role.as_str(),
                })
                .into(),
            role_problem: problems.of("role").map(str::to_owned),
            entries: [Entry::Wait, Entry::Direct]
                .map(|entry| Choice {
                    value: entry.as_str(),
                    key: format!("entry-{}", entry.as_str()),
                    chosen: typed.entry == entry.as_str(),
                })
                .into(),
            entry_problem: problems.of("entry").map(str::to_owned),
        }
    }
}

fn name_of_key(name: &str) -> String {
    name.replace('_', "-")
}

impl InviteForm {
    /// The settings, or everything that is wrong.
    pub(super) fn read(&self, words: Words, now: Timestamp, problems: &mut Problems) -> Option<InviteSettings> {
        let label = problems.text(words, "label", Label::parse_optional(&self.label)).flatten();
        let guest_name = problems.text(words, "guest_name", GuestName::parse_optional(&self.guest_name)).flatten();
        let mut chosen = |field, found: bool| {
            if !found {
                problems.add(field, words.say("settings-door-wrong"));
            }
        };
        let (role, entry) = (self.role.parse::<Role>().ok(), self.entry.parse::<Entry>().ok());
        chosen("role", role.is_some());
        chosen("entry", entry.is_some());
        let max_uses = self.read_max_uses(guest_name.is_some());
        let not_before = self.read_not_before();
        let life = self.read_life();
        for (field, is_wrong) in [
            ("max_uses", max_uses.is_none()),
            ("not_before", not_before.is_none()),
            ("expires_in_hours", life.is_none()),
            ("passcode", !self.passcode.is_empty() && !(4..=64).contains(&self.passcode.chars().count())),
        ] {
            if is_wrong {
                problems.add(field, words.say(&format!("invite-{}-wrong", name_of_key(field))));
            }
        }
        let (role, entry, max_uses, not_before, life) = (role?, entry?, max_uses?, not_before?, life?);
        let expires_at = not_before.filter(|opens_at| *opens_at > now).unwrap_or(now) + life;
        if expires_at > now + policy::INVITE_LIFE_MAX {
            problems.add("expires_in_hours", words.say("invite-expires-in-hours-wrong"));
        }
        problems.is_empty().then(|| InviteSettings {
            role,
            entry,
            label,
            guest_name,
            max_uses,
            not_before,
            expires_at: Some(expires_at),
            passcode: (!self.passcode.is_empty()).then(|| self.passcode.clone().into()),
        })
    }

    /// Nothing typed is one use for a named person and no limit else.
    fn read_max_uses(&self, is_named: bool) -> Option<Option<u32>> {
        match self.max_uses.trim() {
            "" => Some(is_named.then_some(1)),
            typed => typed.parse().ok().filter(|uses| *uses > 0).map(Some),
        }
    }

    fn read_not_before(&self) -> Option<Option<Timestamp>> {
        if self.not_before.trim().is_empty() {
            return Some(None);
        }
        let offset: i64 = if self.utc_offset.is_empty() { 0 } else { self.utc_offset.parse().ok()? };
        let local: DateTime = self.not_before.trim().parse().ok()?;
        let as_if_utc = TimeZone::UTC.to_timestamp(local).ok()?;
        let within_a_day = (-24 * 60..=24 * 60).contains(&offset);
        within_a_day.then(|| as_if_utc.checked_sub(SignedDuration::from_mins(offset)).ok())?.map(Some)
    }

    fn read_life(&self) -> Option<SignedDuration> {
        let most = policy::INVITE_LIFE_MAX.as_hours();
        let hours = self.expires_in_hours.trim().parse::<i64>().ok().filter(|hours| (1..=most).contains(hours))?;
        Some(SignedDuration::from_hours(hours))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(change: impl FnOnce(&mut InviteForm)) -> Option<InviteSettings> {
        let mut form = InviteForm::default();
        change(&mut form);
        form.read(Words::english(), "2026-11-24T12:00:00Z".parse().unwrap(), &mut Problems::default())
    }

    #[test]
    fn a_named_person_has_one_use_and_a_shared_link_no_limit_unless_said() {
        assert_eq!(read(|_| {}).unwrap().max_uses, None);
        assert_eq!(read(|form| form.guest_name = "Sam".to_owned()).unwrap().max_uses, Some(1));
        let three = read(|form| {
            form.guest_name = "Sam".to_owned();
            form.max_uses = " 3 ".to_owned();
        });
        assert_eq!(three.unwrap().max_uses, Some(3));
        assert!(read(|form| form.max_uses = "0".to_owned()).is_none());
    }

    #[test]
    fn the_earliest_time_is_utc_unless_the_browser_says_how_far_it_is_ahead() {
        let opens = |offset: &str| {
            read(|form| {
                form.not_before = "2026-11-25T14:00".to_owned();
                form.utc_offset = offset.to_owned();
            })
            .map(|settings| settings.not_before.unwrap().to_string())
        };
        assert_eq!(opens("").as_deref(), Some("2026-11-25T14:00:00Z"));
        assert_eq!(opens("60").as_deref(), Some("2026-11-25T13:00:00Z"));
        assert_eq!(opens("-300").as_deref(), Some("2026-11-25T19:00:00Z"));
        assert_eq!(opens("99999"), None);
    }

    #[test]
    fn the_life_counts_from_the_earliest_time() {
        let settings = read(|form| form.not_before = "2026-11-25T14:00".to_owned()).unwrap();
        assert_eq!(settings.expires_at.unwrap().to_string(), "2026-11-26T14:00:00Z");
        let past = read(|form| form.not_before = "2020-01-01T00:00".to_owned()).unwrap();
        assert_eq!(past.expires_at.unwrap().to_string(), "2026-11-25T12:00:00Z");
    }
}
