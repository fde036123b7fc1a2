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
const DIRECTED: [&str; 5] = ["mark", "sign-out", "back", "leave", "chevron"];

/// An icon of our set, for decoration: words stand beside it.
pub fn icon(name: &'static str) -> Markup {
    let turns = if DIRECTED.contains(&name) { " turns" } else { "" };
    let sprite = assets::url("img/icons.svg");
    Markup(format!(r##"<svg class="icon{turns}" aria-hidden="true"><use href="{sprite}#{name}"/></svg>"##))
}

/// A sentence of the catalogue with the names in it (see `words::isolated`) set apart, to the eye and for their direction.
pub fn with_names(sentence: &str) -> Markup {
    let mut html = String::with_capacity(sentence.len() + 32);
    for c in sentence.chars() {
        match c {
            '\u{2068}' => html.push_str("<b><bdi>"),
            '\u{2069}' => html.push_str("</bdi></b>"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    Markup(html)
}

/// A time as people say it ("4 min ago", "in 2 h"), with the exact one in its title. Scripts keep it true.
pub fn when(words: Words, at: Timestamp, now: Timestamp) -> Markup {
    let exact = at.strftime("%Y-%m-%d %H:%M UTC");
    Markup(format!(r#"<time datetime="{at:.0}" title="{exact}" data-when>{}</time>"#, relative(words, at, now)))
}

/// "4 min ago", "in 2 h".
pub fn relative(words: Words, at: Timestamp, now: Timestamp) -> String {
    let seconds = now.duration_since(at).as_secs();
    let (key_past, key_future) = ("time-ago", "time-in");
    let (count, unit) = match seconds.unsigned_abs() {
        s @ 0..60 => (s, "s"),
        s @ 60..3600 => (s / 60, "min"),
        s @ 3600..86_400 => (s / 3600, "h"),
        s => (s / 86_400, "d"),
    };
    let key = if seconds < 0 { key_future } else { key_past };
    if unit == "s" && seconds >= 0 && count < 5 {
        return words.say("time-now");
    }
    words.say_with(&format!("{key}-{unit}"), &[("count", count.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_set_apart_and_never_markup() {
        let sentence = "\u{2068}<i>Ana</i>\u{2069} admitted \u{2068}S&m\u{2069}.";
        let html = "<b><bdi>&lt;i&gt;Ana&lt;/i&gt;</bdi></b> admitted <b><bdi>S&amp;m</bdi></b>.";
        assert_eq!(with_names(sentence).to_string(), html);
    }
}
