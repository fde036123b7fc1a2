//! Webhooks: which acts another system wants to hear of.

use std::collections::BTreeSet;

use super::fact::Fact;

/// Which acts are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Events {
    All,
    /// By their names in the log.
    Some(BTreeSet<String>),
}

/// What is wrong with a list of acts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventsProblem {
    #[error("must name at least one event, or *")]
    None,
    #[error("has {0:?}, which is no event")]
    Unknown(String),
}

impl Events {
    /// From names; `*` is all.
    ///
    /// # Errors
    /// When there is none, or one is unknown.
    pub fn parse<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, EventsProblem> {
        let names: BTreeSet<String> = names.into_iter().map(|name| name.trim().to_owned()).collect();
        if names.contains("*") && names.len() == 1 {
            return Ok(Self::All);
        }
        match names.iter().find(|name| !Fact::in_rooms().any(|known| known == name.as_str())) {
            Some(unknown) => Err(EventsProblem::Unknown(unknown.chars().take(40).collect())),
            None if names.is_empty() => Err(EventsProblem::None),
            None => Ok(Self::Some(names)),
        }
    }

    pub fn includes(&self, act: &str) -> bool {
        match self {
            Self::All => true,
            Self::Some(names) => names.contains(act),
        }
    }

    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::All => vec!["*"],
            Self::Some(names) => names.iter().map(String::as_str).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_names_of_acts_in_rooms_or_all() {
        let some = Events::parse(["denied", " admitted"]).unwrap();
        assert_eq!(some.names(), ["admitted", "denied"]);
        assert!(some.includes("denied") && !some.includes("left") && Events::All.includes("left"));
        assert_eq!(Events::parse(["*"]), Ok(Events::All));
        assert_eq!(Events::parse([]), Err(EventsProblem::None));
        for unknown in ["signed_in", "admit", "", "* "] {
            let both = Events::parse(["admitted", unknown]);
            assert_eq!(both, Err(EventsProblem::Unknown(unknown.trim().to_owned())), "{unknown:?}");
        }
    }
}
