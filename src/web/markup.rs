//! Small pieces of markup that many pages share. What they take from people is escaped here.

use std::fmt;

use askama::filters::HtmlSafe;
use jiff::Timestamp;

use super::{Words, assets};

/// Markup that is safe as it is.
#[derive(Clone, Debug)]
pub struct Markup(String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Markup {}

/// Icons that point somewhere turn round where text runs from right to left.
const DIRECTED: [&str; 4] = ["mark", "sign-out", "back", "leave"];

/// An icon of our set, for decoration: words stand beside it.
pub fn icon(name: &'static str) -> Markup {
    let turns = if DIRECTED.contains(&name) { " turns" } else { "" };
    let sprite = assets::url("img/icons.svg");
    Markup(format!(r##"<svg class="icon{turns}" aria-hidden="true"><use href="{sprite}#{name}"/></svg>"##))
}

/// A time as people say it ("4 min ago", "in 2 h"), with the exact one in its title. Scripts keep it true.
pub fn when(words: Words, at: Timestamp, now: Timestamp) -> Markup {
    let exact = at.strftime("%Y-%m-%d %H:%M UTC");
    Markup(format!(r#"<time datetime="{at:.0}" title="{exact}" data-when>{}</time>"#, relative(words, at, now)))
}

/// "4 min ago", "in 2 h".
pub fn relative(words: Words, at: Timestamp, now: Timestamp) -> String {
    let seconds = now.duration_since(at).as_secs();
    let (count, unit) = match seconds.unsigned_abs() {
        s @ 0..60 => (s, "s"),
        s @ 60..3600 => (s / 60, "min"),
        s @ 3600..86_400 => (s / 3600, "h"),
        s => (s / 86_400, "d"),
    };
    if unit == "s" && seconds >= 0 && count < 5 {
        return words.say("time-now");
    }
    let key = if seconds < 0 { format!("time-in-{unit}") } else { format!("time-ago-{unit}") };
    words.say_with(&key, &[("count", count.into())])
}
