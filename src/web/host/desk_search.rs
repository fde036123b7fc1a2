//! Looking for somebody in a long queue: by a part of a name (look-alike letters are the same), a note or an invite's label,
//! or only those whom something sets apart.

use serde::Deserialize;
use url::form_urlencoded::Serializer;

use crate::domain::text::Search;
use crate::web::WebError;

/// Whom to show of those at the door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Only {
    #[default]
    #[serde(rename = "")]
    Everyone,
    Away,
    Held,
    SameName,
}

impl Only {
    const ALL: [Self; 4] = [Self::Everyone, Self::Away, Self::Held, Self::SameName];

    /// As it stands in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everyone => "",
            Self::Away => "away",
            Self::Held => "held",
            Self::SameName => "same-name",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Everyone => "desk-only-everyone",
            Self::Away => "desk-only-away",
            Self::Held => "desk-only-held",
            Self::SameName => "desk-only-same-name",
        }
    }
}

/// What a host looks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Sought {
    pub text: Option<Search>,
    pub only: Only,
    /// The text as it was typed.
    pub typed: String,
}

impl Sought {
    /// # Errors
    /// 422 naming the field.
    pub fn parse(typed: Option<&str>, only: Only) -> Result<Self, WebError> {
        let typed = typed.unwrap_or_default().trim().to_owned();
        let text = Search::parse(&typed).map_err(|_| WebError::bad_value("q"))?;
        Ok(Self { text, only, typed })
    }

    pub fn is_active(&self) -> bool {
        self.text.is_some() || self.only != Only::Everyone
    }

    /// Whether anybody in that list can match.
    pub fn looks_in(&self, state: &str) -> bool {
        self.only != Only::Held || state == "held"
    }

    /// As the rest of an address after `?view=…`; empty when nothing is looked for.
    pub fn as_query(&self) -> String {
        if !self.is_active() {
            return String::new();
        }
        let pairs = [("q", self.typed.as_str()), ("only", self.only.as_str())];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        format!("&{}", Serializer::new(String::new()).extend_pairs(pairs).finish())
    }

    /// The choices: value, key of the words, whether chosen.
    pub fn choices(&self) -> [(&'static str, &'static str, bool); 4] {
        Only::ALL.map(|only| (only.as_str(), only.key(), only == self.only))
    }
}
