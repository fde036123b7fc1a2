use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use fluent_syntax_entries::keys_of;

use super::*;

/// The keys of a catalogue's text: messages and their attributes.
mod fluent_syntax_entries {
    use std::collections::BTreeSet;

    pub fn keys_of(text: &str) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        let mut message = String::new();
        for line in text.lines() {
            match line.split_once('=').map(|(left, _)| left.trim_end()) {
                Some(left) if left.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                    message = left.to_owned();
                    keys.insert(message.clone());
                }
                Some(left) if left.trim_start().starts_with('.') => {
                    keys.insert(format!("{message}{}", left.trim_start()));
                }
                _ => {}
            }
        }
        keys
    }
}

fn catalogues() -> Catalogues {
    let sources = [
        ("en", "hello = Hello\nleave = Leave { $name }\n    .title = Leaving\n"),
        ("ar", "hello = مرحبا\n"),
        ("de", "hello = Guten Tag\n"),
    ];
    Catalogues::read(sources.into_iter().map(|(language, text)| (language.to_owned(), text.to_owned())))
}

#[test]
fn the_most_wanted_language_that_is_there_is_spoken() {
    let catalogues = catalogues();
    for (header, tag, direction) in [
        ("de-AT,en;q=0.5", "de", "ltr"),
        ("en;q=0.4, ar;q=0.9", "ar", "rtl"),
        ("fr, de;q=0.2", "de", "ltr"),
        ("xx, *;q=0.1", "en", "ltr"),
        ("de;q=0, en", "en", "ltr"),
        ("\u{0}garbage;;;q=,,", "en", "ltr"),
        ("", "en", "ltr"),
    ] {
        let language = catalogues.choose(header);
        assert_eq!((language.tag.as_str(), language.direction), (tag, direction), "{header:?}");
    }
}

#[test]
fn what_a_language_lacks_is_said_in_english_and_what_nobody_has_as_its_key() {
    let catalogues = catalogues();
    let german = catalogues.choose("de");
    assert_eq!(german.say("hello", None), "Guten Tag");
    assert_eq!(german.say("leave.title", None), "Leaving");
    assert_eq!(german.say("never-written", None), "never-written");
    assert_eq!(german.say("hello.never-written", None), "hello.never-written");
}

#[test]
fn a_name_inside_a_sentence_is_fenced() {
    let catalogues = catalogues();
    let arguments: FluentArgs<'_> = [("name", isolated("\u{5d0}na"))].into_iter().collect();
    assert_eq!(catalogues.english.say("leave", Some(&arguments)), "Leave \u{2068}\u{5d0}na\u{2069}");
}

#[test]
fn a_list_has_the_comma_of_its_language() {
    let speak = |tag| Words { language: CATALOGUES.find(tag).unwrap(), can_change: false };
    assert_eq!(speak("de").list(&["Titel", "Tür"]), "Titel, Tür");
    assert_eq!(speak("ar").list(&["العنوان", "الباب"]), "العنوان، الباب");
}

#[test]
fn every_catalogue_can_be_read_and_only_says_what_english_says() {
    let mut english = BTreeSet::new();
    let mut others = Vec::new();
    for path in Files::iter() {
        let text = String::from_utf8(Files::get(&path).unwrap().data.into_owned()).unwrap();
        if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
            panic!("{path}: {errors:?}");
        }
        let keys = keys_of(&text);
        match path.starts_with("en/") {
            true => {
                for key in keys {
                    assert!(english.insert(key.clone()), "{path}: {key} is there twice");
                }
            }
            false => others.push((path, keys)),
        }
    }
    for (path, keys) in others {
        let unknown: Vec<_> = keys.difference(&english).collect();
        assert!(unknown.is_empty(), "{path} says what English does not: {unknown:?}");
    }
}

#[test]
fn every_language_says_all_that_english_says_and_of_the_same_things() {
    let english = spoken("en");
    assert!(english.len() > 500, "{} sentences", english.len());
    for tag in CATALOGUES.languages.iter().map(|(_, language)| language.tag.as_str()).filter(|tag| *tag != ENGLISH) {
        let own = spoken(tag);
        let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        assert!(missing.is_empty(), "locales/{tag} does not say: {missing:?}");
        for (key, of) in &english {
            assert_eq!(own.get(key), Some(of), "locales/{tag}: {key} speaks of other things than in English");
        }
    }
}

#[test]
fn every_sentence_can_be_said_of_any_number() {
    for (_, language) in &CATALOGUES.languages {
        for (key, of) in spoken(&language.tag) {
            for number in [0, 1, 2, 3, 11, 100] {
                let arguments: FluentArgs<'_> =
                    of.iter().map(|name| (name.clone(), FluentValue::from(number))).collect();
                let (sentence, errors) = language.find_with_errors(&key, Some(&arguments)).unwrap();
                assert!(errors.is_empty(), "{}: {key} of {number}: {errors:?}", language.tag);
                assert!(!sentence.trim().is_empty(), "{}: {key} of {number} says nothing", language.tag);
            }
        }
    }
}

#[test]
fn where_a_number_matters_arabic_tells_all_six_kinds_apart() {
    let arabic = CATALOGUES.find("ar").unwrap();
    for key in ["time-ago-min", "time-in-d", "people-found", "desk-new", "revoke-waiting", "error-too-many"] {
        let of = spoken("ar").remove(key).unwrap();
        let said = [0, 1, 2, 3, 11, 100].map(|number| {
            let arguments: FluentArgs<'_> = of.iter().map(|name| (name.clone(), FluentValue::from(number))).collect();
            arabic.say(key, Some(&arguments))
        });
        assert_eq!(BTreeSet::from(said.clone()).len(), 6, "{key}: {said:?}");
    }
}

/// What a language's catalogues say: the key of each message and attribute, and the variables it speaks of.
fn spoken(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut spoken: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in Files::iter().filter(|path| path.starts_with(&format!("{tag}/"))) {
        let text = String::from_utf8(Files::get(&path).unwrap().data.into_owned()).unwrap();
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(opened) = keys_of(line).into_iter().next() {
                let message = key.split('.').next().unwrap_or_default();
                key = if opened.starts_with('.') { format!("{message}{opened}") } else { opened };
            }
            let names = line
                .split('$')
                .skip(1)
                .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>());
            if !key.is_empty() {
                spoken.entry(key.clone()).or_default().extend(names);
            }
        }
    }
    spoken
}

#[test]
fn every_key_that_is_used_exists_in_english_and_every_key_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = String::new();
    for folder in ["src", "templates"] {
        read_below(&root.join(folder), &mut sources);
    }
    let english: BTreeSet<String> = Files::iter()
        .filter(|path| path.starts_with("en/"))
        .flat_map(|path| keys_of(&String::from_utf8_lossy(&Files::get(&path).unwrap().data)))
        .collect();

    let missing: Vec<_> = said_in(&sources).filter(|key| !english.contains(*key)).collect();
    assert!(missing.is_empty(), "used but in no English catalogue: {missing:?}");

    // What stands between two quotes: whole keys, or what stands before the end that is made at run time, as in
    // `format!("role-{role}-means")`.
    let quoted: HashSet<&str> = sources.split('"').collect();
    let starts: HashSet<&str> = quoted.iter().filter_map(|text| Some(text.split_once('{')?.0)).collect();
    let is_used =
        |key: &str| quoted.contains(key) || key.match_indices('-').any(|(hyphen, _)| starts.contains(&key[..=hyphen]));
    let unused: Vec<_> = english.iter().filter(|key| !is_used(key.split('.').next().unwrap_or(key))).collect();
    assert!(unused.is_empty(), "in the catalogue and never used: {unused:?}");
}

/// The literal keys in `say("…")` and `say_with("…"`, wherever the line breaks.
fn said_in(sources: &str) -> impl Iterator<Item = &str> {
    [".say(", ".say_with("].into_iter().flat_map(move |call| {
        sources.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
    })
}

/// Everything written below a folder, tests left out.
fn read_below(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_below(&path, into);
        } else if path.file_name().is_some_and(|name| name != "tests.rs") {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}
