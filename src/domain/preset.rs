//! Rules of the door that go together. A preset fills every rule; what it fills can be changed afterwards, and nothing
//! remembers where it came from.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::room::{Door, Settings, WhenHostsLeave};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// One patient after the other.
    Clinic,
    /// A class that comes and goes.
    Classroom,
    /// Nobody among themselves, ever.
    Court,
    /// Many who watch.
    Webinar,
    /// Whoever asks next.
    SupportDesk,
}

/// The text is none of the presets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("preset must be clinic, classroom, court, webinar or support_desk")]
pub struct UnknownPreset;

impl FromStr for Preset {
    type Err = UnknownPreset;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|preset| preset.as_str() == text).ok_or(UnknownPreset)
    }
}

impl Preset {
    pub const ALL: [Self; 5] = [Self::Clinic, Self::Classroom, Self::Court, Self::Webinar, Self::SupportDesk];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Clinic => "clinic",
            Self::Classroom => "classroom",
            Self::Court => "court",
            Self::Webinar => "webinar",
            Self::SupportDesk => "support_desk",
        }
    }

    /// The settings with every rule of the door as the preset has it. How the hosts are called, what guests are told and
    /// asked, and what tokens say are no rules and stay.
    pub fn fill(self, settings: Settings) -> Settings {
        let base = Settings {
            door: Door::EveryoneWaits,
            show_position: false,
            return_minutes: 10,
            gone_minutes: 30,
            admit_on_arrival: false,
            when_hosts_leave: WhenHostsLeave::GoOn,
            most_in_call: None,
            most_waiting: None,
            one_at_a_time: false,
            ..settings
        };
        match self {
            Self::Clinic => Settings {
                show_position: true,
                when_hosts_leave: WhenHostsLeave::Pause,
                one_at_a_time: true,
                most_waiting: Some(50),
                ..base
            },
            Self::Classroom => Settings {
                door: Door::TrustedEnter,
                admit_on_arrival: true,
                return_minutes: 60,
                when_hosts_leave: WhenHostsLeave::Pause,
                ..base
            },
            Self::Court => {
                Settings { return_minutes: 0, gone_minutes: 120, when_hosts_leave: WhenHostsLeave::Pause, ..base }
            }
            Self::Webinar => Settings {
                door: Door::EveryoneEnters,
                return_minutes: 240,
                when_hosts_leave: WhenHostsLeave::End,
                most_in_call: Some(1_000),
                most_waiting: Some(5_000),
                ..base
            },
            Self::SupportDesk => Settings {
                show_position: true,
                return_minutes: 5,
                gone_minutes: 10,
                when_hosts_leave: WhenHostsLeave::End,
                one_at_a_time: true,
                most_waiting: Some(100),
                ..base
            },
        }
    }
}
