//! Small pieces of markup that many pages share. What they take from people is escaped here.

use std::fmt;
use std::sync::Arc;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::Timestamp;

use super::words::FluentValue;
use super::{Words, assets};

/// Markup that is safe as it is.
#[derive(Clone, Debug, Default)]
pub struct Markup(String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Markup {}

impl From<Markup> for Arc<str> {
    fn from(markup: Markup) -> Self {
        markup.0.into()
    }
}

impl Markup {
    /// What a template renders to.
    pub fn of(template: &impl Template) -> Self {
        Self(template.render().unwrap_or_default())
    }

    /// The same with `text` wherever `gap` stands. The text is markup too: an id, a number.
    #[must_use]
    pub fn filled(&self, gap: &str, text: &str) -> Self {
        Self(self.0.replace(gap, text))
    }
}

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

/// "4 min ago", "in 2 h". The past is cut off, the future rounded: a link made for a day ends "tomorrow" and not "in 23 h".
/// page.js does the same.
pub fn relative(words: Words, at: Timestamp, now: Timestamp) -> String {
    let seconds = now.duration_since(at).as_secs();
    if (0..5).contains(&seconds) {
        return words.say("time-now");
    }
    let (way, half) = if seconds < 0 { ("in", 1) } else { ("ago", 0) };
    let size = seconds.unsigned_abs();
    let in_units_of = |unit: u64| (size + half * unit / 2) / unit;
    let (count, unit) = if size < 60 {
        (size, "s")
    } else if in_units_of(60) < 60 {
        (in_units_of(60), "min")
    } else if in_units_of(3600) < 24 {
        (in_units_of(3600), "h")
    } else {
        (in_units_of(86_400), "d")
    };
    words.say_with(&format!("time-{way}-{unit}"), &[("count", count.into())])
}

/// The same sentences for scripts, as [`counted`] gives them, "|" between them: now, seconds, minutes, hours, days.
pub fn relative_patterns(words: Words, way: &str) -> String {
    let pattern = |unit: &str| counted(words, &format!("time-{way}-{unit}"), "count");
    [words.say("time-now"), pattern("s"), pattern("min"), pattern("h"), pattern("d")].join("|")
}

/// A sentence with one number in it, for scripts to say of any number: "#" for the number, and after each "~" how a
/// kind of number (a plural category of CLDR) is said that the language says differently: `# days ago~one=yesterday`.
/// `counted` in page.js puts the number in. `argument` is what the catalogue calls the number.
pub fn counted(words: Words, key: &str, argument: &'static str) -> String {
    // One number of each kind; a language that does not tell a kind apart says it as all others.
    const SAMPLES: [(&str, u32); 5] = [("zero", 0), ("one", 1), ("two", 2), ("few", 3), ("many", 11)];
    let other = words.say_with(key, &[(argument, "#".into())]);
    let mut all = other.clone();
    for (kind, number) in SAMPLES {
        let said = words.say_with(key, &[(argument, number.into())]).replace(&number.to_string(), "#");
        if said != other {
            all.push_str(&format!("~{kind}={said}"));
        }
    }
    all
}

/// Where a sentence has a time: give it as an argument, then put the markup there with [`sentence_with`].
pub const HERE: (&str, FluentValue<'static>) = ("time", FluentValue::String(std::borrow::Cow::Borrowed(PLACE_OF_TIME)));

/// Stands in a sentence where the time's markup goes.
pub const PLACE_OF_TIME: &str = "\u{FFFC}";

/// A sentence as markup: names of people (see `words::isolated`) stand in `<bdi>`.
pub fn sentence(text: &str) -> Markup {
    fenced(text, ["<bdi>", "</bdi>"], &Markup::default())
}

/// The same, with `time` where the sentence was given [`HERE`].
pub fn sentence_with(text: &str, time: &Markup) -> Markup {
    fenced(text, ["<bdi>", "</bdi>"], time)
}

/// The same, with the names set apart to the eye too.
pub fn with_names(text: &str) -> Markup {
    fenced(text, ["<b><bdi>", "</bdi></b>"], &Markup::default())
}

fn fenced(text: &str, [open, close]: [&str; 2], time: &Markup) -> Markup {
    let mut html = String::with_capacity(text.len() + 80);
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\u{2068}' => html.push_str(open),
            '\u{2069}' => html.push_str(close),
            '\u{FFFC}' => html.push_str(&time.0),
            c => html.push(c),
        }
    }
    Markup(html)
}

/// The time of day, which scripts turn into the reader's own.
pub fn clock_time(at: Timestamp) -> Markup {
    Markup(format!(r#"<time datetime="{at:.0}" data-clock>{}</time>"#, at.strftime("%H:%M UTC")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_keeps_markup_of_people_as_text_and_fences_it() {
        let text = "same name as \u{2068}<b>\"O'Neil\" & co\u{2069}, \u{FFFC}";
        let html = sentence_with(text, &Markup("<time></time>".to_owned())).to_string();
        assert_eq!(html, "same name as <bdi>&lt;b&gt;&quot;O&#39;Neil&quot; &amp; co</bdi>, <time></time>");
    }

    #[test]
    fn the_past_is_cut_off_and_the_future_rounded() {
        let now: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let said = |seconds: i64| relative(Words::english(), now + jiff::SignedDuration::from_secs(seconds), now);
        assert_eq!([0, -4, -5, -119, -7199].map(said), ["just now", "just now", "5 s ago", "1 min ago", "1 h ago"]);
        assert_eq!([-86_399, -86_400, -200_000].map(said), ["23 h ago", "yesterday", "2 days ago"]);
        assert_eq!(
            [44, 119, 7199, 86_399, 130_000].map(said),
            ["in 44 s", "in 2 min", "in 2 h", "tomorrow", "in 2 days"]
        );
    }

    #[test]
    fn scripts_get_the_same_words() {
        assert_eq!(
            relative_patterns(Words::english(), "ago"),
            "just now|# s ago|# min ago|# h ago|# days ago~one=yesterday"
        );
    }

    #[test]
    fn names_are_set_apart_and_never_markup() {
        let sentence = "\u{2068}<i>Ana</i>\u{2069} admitted \u{2068}S&m\u{2069}.";
        let html = "<b><bdi>&lt;i&gt;Ana&lt;/i&gt;</bdi></b> admitted <b><bdi>S&amp;m</bdi></b>.";
        assert_eq!(with_names(sentence).to_string(), html);
    }
}
