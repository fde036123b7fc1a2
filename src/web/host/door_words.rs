//! What the rules of a door mean, in words: who waits and who enters, and what happens by itself.

use crate::domain::preset::Preset;
use crate::domain::room::{Settings, WhenHostsLeave};
use crate::web::Words;

/// The name of a preset, and its rules as one text.
pub(super) struct PresetChoice {
    pub value: &'static str,
    pub name: String,
    pub meaning: String,
    pub chosen: bool,
}

/// All presets, for those who choose one.
pub(super) fn presets(words: Words, chosen: Option<Preset>) -> Vec<PresetChoice> {
    let choice = |preset: Preset| PresetChoice {
        value: preset.as_str(),
        name: words.say(&format!("preset-{}", preset.as_str().replace('_', "-"))),
        meaning: meaning(words, &preset.fill(Settings::default())).join(" "),
        chosen: chosen == Some(preset),
    };
    Preset::ALL.into_iter().map(choice).collect()
}

/// One sentence for each rule that makes a difference.
pub(super) fn meaning(words: Words, settings: &Settings) -> Vec<String> {
    let count = |key: &str, count: u32| words.say_with(key, &[("count", count.into())]);
    let door = format!("means-door-{}", settings.door.as_str().replace('_', "-"));
    let mut sentences = vec![words.say(&door)];
    if settings.one_at_a_time {
        sentences.push(words.say("means-one-at-a-time"));
    }
    if settings.admit_on_arrival {
        sentences.push(words.say("means-admit-on-arrival"));
    }
    sentences.push(match settings.return_minutes {
        0 => words.say("means-return-never"),
        minutes => count("means-return", minutes),
    });
    sentences.push(count("means-gone", settings.gone_minutes));
    sentences.push(words.say(match settings.when_hosts_leave {
        WhenHostsLeave::GoOn => "means-hosts-leave-go-on",
        WhenHostsLeave::Pause => "means-hosts-leave-pause",
        WhenHostsLeave::End => "means-hosts-leave-end",
    }));
    sentences.extend(settings.most_in_call.map(|most| count("means-most-in-call", most)));
    sentences.extend(settings.most_waiting.map(|most| count("means-most-waiting", most)));
    sentences
}
