//! The picture beside a name: initials on one of eight colours, by the identifier, so that it stays when the name changes.

use unicode_segmentation::UnicodeSegmentation as _;
use uuid::Uuid;

/// How many colours there are.
const HUES: u8 = 8;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Avatar {
    pub initials: String,
    /// 1 to 8.
    pub hue: u8,
}

impl Avatar {
    pub fn of(name: &str, id: Uuid) -> Self {
        let mut words = name.split_whitespace();
        let first = words.next().and_then(|word| word.graphemes(true).next());
        let last = words.next_back().and_then(|word| word.graphemes(true).next());
        let letters = first.into_iter().chain(last);
        let last_byte = id.as_bytes().last().copied().unwrap_or_default();
        Self {
            initials: letters.flat_map(str::chars).flat_map(char::to_uppercase).collect(),
            hue: last_byte % HUES + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_the_first_and_the_last_word_s() {
        assert_eq!(Avatar::of("ana maria lópez", Uuid::nil()), Avatar { initials: "AL".to_owned(), hue: 1 });
        assert_eq!(Avatar::of("sam", Uuid::from_u128(9)), Avatar { initials: "S".to_owned(), hue: 2 });
    }
}
