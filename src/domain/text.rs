//! What people type, parsed once. After parsing, a value is trimmed, within its length as people count it, and free of
//! characters that would let it pass for something else on a page, in a log or in a file.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

/// What is wrong with a text. The web layer turns it into a sentence beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    #[error("must not be empty")]
    Empty,
    #[error("must have at most {limit} characters")]
    TooLong { limit: usize },
    #[error("must have at least {limit} characters")]
    TooShort { limit: usize },
    #[error("must not contain control or direction characters")]
    ForbiddenCharacter,
    #[error("is not an e-mail address")]
    NotAnEmail,
    #[error("is one of the most common passwords")]
    CommonPassword,
}

/// One line of text: trimmed, 1 to `limit` characters (grapheme clusters), at most twelve bytes for each of them.
fn one_line(raw: &str, limit: usize) -> Result<String, TextProblem> {
    let text = raw.trim();
    if text.chars().any(is_forbidden) {
        return Err(TextProblem::ForbiddenCharacter);
    }
    if !text.chars().any(is_visible) {
        return Err(TextProblem::Empty);
    }
    if text.len() > limit * 12 || text.graphemes(true).count() > limit {
        return Err(TextProblem::TooLong { limit });
    }
    Ok(text.to_owned())
}

/// Control characters, line separators, and whatever changes direction or is invisible without being part of a script
/// (the joiners U+200C and U+200D are: Persian and emoji need them).
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFF}'
            | '\u{E0000}'..='\u{E0FFF}')
}

fn is_visible(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(
            c,
            '\u{200C}' | '\u{200D}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'
                ..='\u{FE0F}' | '\u{FFA0}'
        )
}

macro_rules! line {
    ($($(#[$doc:meta])* $name:ident = $limit:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// The greatest length, in characters as people count them.
            pub const LIMIT: usize = $limit;

            /// # Errors
            /// Says what is wrong: empty, too long, or a character that is not allowed.
            pub fn parse(raw: &str) -> Result<Self, TextProblem> {
                one_line(raw, Self::LIMIT).map(Self)
            }

            /// Nothing typed is nothing, not a mistake.
            ///
            /// # Errors
            /// As for `parse`, save for an empty text.
            pub fn parse_optional(raw: &str) -> Result<Option<Self>, TextProblem> {
                match Self::parse(raw) {
                    Ok(text) => Ok(Some(text)),
                    Err(TextProblem::Empty) => Ok(None),
                    Err(problem) => Err(problem),
                }
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

line! {
    /// What a guest calls themselves.
    GuestName = 50,
    /// The guest's word to the host.
    Note = 140,
    /// A room's title.
    Title = 100,
    /// The host's name for an invite.
    Label = 60,
    /// An account's name on screen.
    PersonName = 60,
    /// A host's word to one guest or to all.
    Message = 280,
    /// What somebody looks for.
    SearchText = 100,
    /// A question at the door.
    QuestionText = 120,
    /// The name of an API key.
    KeyName = 60,
}

/// What somebody looks for: a part of a name, a note or a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// Of a name, in the form in which names that look the same are equal.
    pub alike: String,
    /// Of any other text, in lower case.
    pub lower: String,
}

impl Search {
    /// Nothing typed looks for nothing.
    ///
    /// # Errors
    /// Says what is wrong with the text.
    pub fn parse(raw: &str) -> Result<Option<Self>, TextProblem> {
        let text = SearchText::parse_optional(raw)?;
        Ok(text.map(|text| Self { alike: skeleton(text.as_str()), lower: text.as_str().to_lowercase() }))
    }
}

/// See `GuestName::skeleton`.
fn skeleton(text: &str) -> String {
    let bare = |text: &str| -> String { text.nfkd().filter(|c| !is_combining_mark(*c) && is_visible(*c)).collect() };
    let capitals = bare(text).to_uppercase();
    let alike: String = unicode_security::skeleton(&capitals).collect();
    bare(&alike).to_lowercase()
}

impl GuestName {
    /// A form in which names that look the same are equal: case, accents, spaces and look-alike letters ignored (UTS 39
    /// skeletons of the capital letters, where scripts resemble each other most, then in lower case: I, l and 1 fall
    /// together).
    pub fn skeleton(&self) -> String {
        skeleton(&self.0)
    }

    /// Up to two letters for the picture beside the name.
    pub fn initials(&self) -> String {
        let mut words = self.0.split_whitespace();
        let first = words.next().and_then(|word| word.graphemes(true).next());
        let last = words.next_back().and_then(|word| word.graphemes(true).next());
        first.into_iter().chain(last).flat_map(str::chars).flat_map(char::to_uppercase).collect()
    }
}

/// An e-mail address, in lower case: the name by which an account signs in. Only its shape is checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// # Errors
    /// When the text is not of the form `local@domain`, or longer than 254 bytes.
    pub fn parse(raw: &str) -> Result<Self, TextProblem> {
        let text = raw.trim().to_lowercase();
        let well_formed = text.len() <= 254
            && text.bytes().all(|byte| byte > b' ' && byte != 0x7f)
            && !text.chars().any(|c| is_forbidden(c) || c.is_whitespace() || matches!(c, '<' | '>' | '"' | ',' | ';'))
            && text.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty()
                    && !domain.contains('@')
                    && !domain.starts_with('.')
                    && !domain.ends_with('.')
                    && !domain.is_empty()
            });
        if well_formed { Ok(Self(text)) } else { Err(TextProblem::NotAnEmail) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Checks a password that somebody chooses: 8 to 200 characters, none of the common ones.
///
/// # Errors
/// Says which of these it is.
pub fn check_new_password(password: &str) -> Result<(), TextProblem> {
    const LEAST: usize = 8;
    const MOST: usize = 200;
    /// The most used passwords of eight characters and more, by the public lists of leaks.
    const COMMON: &[&str] = &[
        "12345678",
        "123456789",
        "1234567890",
        "11111111",
        "00000000",
        "87654321",
        "password",
        "password1",
        "password123",
        "passw0rd",
        "qwertyui",
        "qwertyuiop",
        "qwerty123",
        "qwerty12",
        "1q2w3e4r",
        "1q2w3e4r5t",
        "1qaz2wsx",
        "iloveyou",
        "sunshine",
        "princess",
        "football",
        "baseball",
        "superman",
        "trustno1",
        "letmein1",
        "welcome1",
        "abc12345",
        "abcd1234",
        "a1b2c3d4",
        "asdfghjk",
        "asdfghjkl",
        "zxcvbnm1",
        "88888888",
        "99999999",
        "12341234",
        "123123123",
        "987654321",
        "administrator",
        "changeme",
        "computer",
        "internet",
        "whatever",
        "starwars",
        "michelle",
        "jennifer",
        "passwort",
        "hallo123",
        "azertyuiop",
        "motdepasse",
        "contraseña",
    ];
    let length = password.graphemes(true).count();
    if length < LEAST {
        return Err(TextProblem::TooShort { limit: LEAST });
    }
    if length > MOST || password.len() > MOST * 12 {
        return Err(TextProblem::TooLong { limit: MOST });
    }
    let lower = password.to_lowercase();
    let repeated = lower.chars().all(|c| lower.starts_with(c));
    if repeated || COMMON.contains(&lower.as_str()) {
        return Err(TextProblem::CommonPassword);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skeleton(name: &str) -> String {
        GuestName::parse(name).unwrap().skeleton()
    }

    #[test]
    fn a_name_has_one_to_fifty_characters_after_trimming() {
        assert_eq!(GuestName::parse("  Sam  ").unwrap().as_str(), "Sam");
        assert_eq!(GuestName::parse(""), Err(TextProblem::Empty));
        assert_eq!(GuestName::parse(" \u{200D} "), Err(TextProblem::Empty));
        assert!(GuestName::parse(&"é".repeat(50)).is_ok());
        assert!(GuestName::parse(&"👩‍👩‍👧".repeat(20)).is_ok());
        assert_eq!(GuestName::parse(&"a".repeat(51)), Err(TextProblem::TooLong { limit: 50 }));
    }

    #[test]
    fn control_and_direction_characters_are_refused() {
        for bad in ["Sam\u{0}", "Sa\nm", "\u{202E}maS", "S\u{2066}am", "Sa\u{200B}m", "S\u{7f}am", "S\u{FEFF}am"] {
            assert_eq!(GuestName::parse(bad), Err(TextProblem::ForbiddenCharacter), "{bad:?}");
        }
        assert!(GuestName::parse("نرگس‌خانم").is_ok(), "Persian needs the non-joiner");
    }

    #[test]
    fn names_that_look_the_same_have_the_same_skeleton() {
        assert_eq!(skeleton("Ana  Müller"), skeleton("ANA MULLER"));
        assert_eq!(skeleton("Sam"), skeleton("Ѕам"), "Cyrillic letters");
        assert_eq!(skeleton("ＳＡＭ"), skeleton("sam"));
        assert_eq!(skeleton("Ilya"), skeleton("llya"));
        assert_ne!(skeleton("Sam"), skeleton("Tam"));
    }

    #[test]
    fn initials_are_the_first_and_the_last_word_s() {
        assert_eq!(GuestName::parse("ana maria lópez").unwrap().initials(), "AL");
        assert_eq!(GuestName::parse("sam").unwrap().initials(), "S");
    }

    #[test]
    fn an_email_address_is_lower_case_and_has_two_parts() {
        assert_eq!(Email::parse(" Ana@Example.ORG ").unwrap().as_str(), "ana@example.org");
        for bad in ["", "ana", "@x", "ana@", "a b@x.y", "a@b@c", "<a>@x.y", "a@.x"] {
            assert_eq!(Email::parse(bad), Err(TextProblem::NotAnEmail), "{bad:?}");
        }
    }

    #[test]
    fn a_new_password_is_long_enough_and_not_common() {
        assert!(check_new_password("correct horse").is_ok());
        assert_eq!(check_new_password("short"), Err(TextProblem::TooShort { limit: 8 }));
        assert_eq!(check_new_password("Password123"), Err(TextProblem::CommonPassword));
        assert_eq!(check_new_password("aaaaaaaaaa"), Err(TextProblem::CommonPassword));
        assert!(check_new_password(&"x1".repeat(64)).is_ok());
    }
}
