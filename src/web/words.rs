//! Every sentence on screen, from the Fluent catalogues in `locales/<language>/*.ftl`. What the visitor chose at the foot
//! of a page decides, else the browser's Accept-Language; what a language does not have yet is said in English. Programs
//! are answered in English: what their makers read in a log should not depend on who is served.
//!
//! Fluent's own isolation marks are off, because they would stand in the middle of accessible names ("Admit 7").
//! Names of people are isolated by `<bdi>` in pages, or by [`isolated`] inside a sentence.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::str::FromStr;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use actix_web::dev::Payload;
use actix_web::http::header::ACCEPT_LANGUAGE;
use actix_web::{FromRequest, HttpRequest};
pub use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use rust_embed::RustEmbed;
use unic_langid::{CharacterDirection, LanguageIdentifier};

use super::language;

#[cfg(test)]
mod tests;

const ENGLISH: &str = "en";

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Files;

static CATALOGUES: LazyLock<Catalogues> = LazyLock::new(|| {
    let sources = Files::iter().filter_map(|path| {
        let (language, _) = path.split_once('/')?;
        let text = String::from_utf8(Files::get(&path)?.data.into_owned()).ok()?;
        Some((language.to_owned(), text))
    });
    Catalogues::read(sources)
});

/// One reader's language. Small and `Copy`; take it as a handler's argument.
#[derive(Clone, Copy)]
pub struct Words {
    language: &'static Language,
    can_change: bool,
}

impl Words {
    pub fn english() -> Self {
        Self { language: &CATALOGUES.english, can_change: false }
    }

    /// The language in which a request is to be answered.
    pub fn of(request: &HttpRequest) -> Self {
        if request.path().starts_with("/api/") {
            return Self::english();
        }
        let chosen = language::chosen(request).and_then(|tag| CATALOGUES.find(&tag));
        let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language = chosen.unwrap_or_else(|| CATALOGUES.choose(accepted.unwrap_or_default()));
        Self { language, can_change: request.method().is_safe() }
    }

    /// Whether the page can be asked for again in another language. What answers a form cannot: a link that is shown
    /// once would be lost.
    pub fn can_change(&self) -> bool {
        self.can_change
    }

    /// For `<html lang>`.
    pub fn lang(&self) -> &'static str {
        &self.language.tag
    }

    /// For `<html dir>`: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        self.language.direction
    }

    /// The sentence of that key, or the attribute of a message as `key.attribute`. An unknown key is said as it stands.
    pub fn say(&self, key: &str) -> String {
        self.language.say(key, None)
    }

    /// The same with what it speaks of: a key and `&[("count", 7.into())]`. Templates leave the `&`
    /// out; they add it themselves.
    pub fn say_with(&self, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.language.say(key, Some(&arguments))
    }

    /// Several things one after the other, with the comma of the language between them.
    pub fn list<S: std::borrow::Borrow<str>>(&self, things: &[S]) -> String {
        things.join(&self.say("list-comma"))
    }
}

/// Text from a person for use inside a sentence, fenced so that its direction cannot disturb the rest.
pub fn isolated(text: &str) -> FluentValue<'static> {
    FluentValue::from(format!("\u{2068}{text}\u{2069}"))
}

impl FromRequest for Words {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Words::of(request)))
    }
}

/// All languages with a catalogue: the tag, and the name that the language has for itself.
pub fn languages() -> impl Iterator<Item = (&'static str, String)> {
    CATALOGUES.languages.iter().map(|(_, language)| (language.tag.as_str(), language.say("language-name", None)))
}

struct Language {
    tag: String,
    direction: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// Sentences that speak of nothing, as far as they were said before: they are always the same.
    said: RwLock<HashMap<String, String>>,
    /// English, for what is missing; None in English itself.
    fallback: Option<Arc<Language>>,
}

impl Language {
    fn new(identifier: &LanguageIdentifier, sources: Vec<String>, fallback: Option<Arc<Language>>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier.clone()]);
        bundle.set_use_isolating(false);
        for source in sources {
            // What cannot be read is left out and shows as its key; a test reads every catalogue.
            let resource = FluentResource::try_new(source).unwrap_or_else(|(readable, errors)| {
                tracing::error!(language = %identifier, ?errors, "a catalogue has mistakes");
                readable
            });
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(language = %identifier, ?errors, "a catalogue says something twice");
            }
        }
        let direction = match identifier.character_direction() {
            CharacterDirection::RTL => "rtl",
            _ => "ltr",
        };
        Self { tag: identifier.to_string(), direction, bundle, said: RwLock::default(), fallback }
    }

    fn say(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        match (self.find(key, arguments), &self.fallback) {
            (Some(sentence), _) => sentence,
            (None, Some(english)) => english.say(key, arguments),
            (None, None) => key.to_owned(),
        }
    }

    fn find(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        if arguments.is_none()
            && let Some(sentence) = self.said.read().unwrap_or_else(PoisonError::into_inner).get(key)
        {
            return Some(sentence.clone());
        }
        let (sentence, errors) = self.find_with_errors(key, arguments)?;
        if !errors.is_empty() {
            tracing::warn!(key, ?errors, "a sentence lacks what it speaks of");
        }
        if arguments.is_none() {
            self.said.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), sentence.clone());
        }
        Some(sentence)
    }

    fn find_with_errors(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<(String, Vec<FluentError>)> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
        Some((sentence, errors))
    }
}

struct Catalogues {
    english: Arc<Language>,
    /// All languages, English included, in the order of their tags.
    languages: Vec<(LanguageIdentifier, Arc<Language>)>,
    tags: Vec<LanguageIdentifier>,
}

impl Catalogues {
    fn read(sources: impl Iterator<Item = (String, String)>) -> Self {
        let mut by_language: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (language, text) in sources {
            by_language.entry(language).or_default().push(text);
        }
        let tag = LanguageIdentifier::from_str(ENGLISH).unwrap_or_default();
        let english = Arc::new(Language::new(&tag, by_language.remove(ENGLISH).unwrap_or_default(), None));
        let mut languages = vec![(tag, Arc::clone(&english))];
        for (tag, texts) in by_language {
            if let Ok(identifier) = LanguageIdentifier::from_str(&tag) {
                let language = Language::new(&identifier, texts, Some(Arc::clone(&english)));
                languages.push((identifier, Arc::new(language)));
            }
        }
        let tags = languages.iter().map(|(tag, _)| tag.clone()).collect();
        Self { english, languages, tags }
    }

    fn find(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|(_, language)| language.tag == tag).map(|(_, language)| language.as_ref())
    }

    fn choose(&self, accept_language: &str) -> &Language {
        let wanted = by_weight(accept_language);
        let matched = negotiate_languages(&wanted, &self.tags, self.tags.first(), NegotiationStrategy::Lookup);
        let found = matched.first().and_then(|best| self.languages.iter().find(|(tag, _)| tag == *best));
        found.map_or(&self.english, |(_, language)| language)
    }
}

/// The languages of an Accept-Language header, most wanted first (RFC 9110 §12.5.4). At most ten are looked at.
fn by_weight(accept_language: &str) -> Vec<LanguageIdentifier> {
    let mut wanted: Vec<(f32, LanguageIdentifier)> = accept_language
        .split(',')
        .take(10)
        .filter_map(|item| {
            let (tag, parameters) = item.split_once(';').unwrap_or((item, ""));
            let weight = parameters.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse).unwrap_or(0.0);
            Some((weight, tag.trim().parse().ok()?)).filter(|(weight, _)| *weight > 0.0)
        })
        .collect();
    wanted.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    wanted.into_iter().map(|(_, tag)| tag).collect()
}
