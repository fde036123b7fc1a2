//! Fields of forms: one shape for label, help and error, so that none of it is forgotten on any page.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Words, refusal};
use crate::domain::text::TextProblem;
use crate::moderation::Refusal;

/// What is wrong, by field, as sentences. Nothing wrong is empty.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<(&'static str, String)>);

impl Problems {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn add(&mut self, field: &'static str, sentence: String) {
        self.0.push((field, sentence));
    }

    /// The first thing that is wrong with a field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, sentence)| sentence.as_str())
    }

    /// A text parsed, or what is wrong with it noted.
    pub fn text<T>(&mut self, words: Words, field: &'static str, parsed: Result<T, TextProblem>) -> Option<T> {
        parsed.map_err(|problem| self.add(field, refusal::text_problem(words, problem))).ok()
    }

    /// Notes what a use case found wrong with a field; every other refusal comes back.
    ///
    /// # Errors
    /// The refusal, when it is about no field.
    pub fn refused(&mut self, words: Words, refused: Refusal) -> Result<(), Refusal> {
        match refused {
            Refusal::Invalid { field, problem, text } => {
                let sentence = match text {
                    Some(text) => refusal::text_problem(words, text),
                    None => words.say_with("refused-value", &[("field", field.into()), ("problem", problem.into())]),
                };
                self.add(field, sentence);
                Ok(())
            }
            other => Err(other),
        }
    }
}

/// One line to fill in: its label above, help below, an error in place of the help.
#[derive(Clone, Debug, Template)]
#[template(path = "shared/field.html")]
pub struct Field {
    name: &'static str,
    label: String,
    optional: Option<String>,
    kind: &'static str,
    value: String,
    help: Option<String>,
    problem: Option<String>,
    required: bool,
    attributes: Vec<(&'static str, String)>,
}

impl HtmlSafe for Field {}

impl Field {
    pub fn new(name: &'static str, label: String) -> Self {
        Self {
            name,
            label,
            optional: None,
            kind: "text",
            value: String::new(),
            help: None,
            problem: None,
            required: true,
            attributes: Vec::new(),
        }
    }

    /// The input's type: `email`, `password`, `datetime-local`, …
    #[must_use]
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    #[must_use]
    pub fn help(mut self, help: String) -> Self {
        self.help = Some(help);
        self
    }

    /// May stay empty; `word` says so beside the label.
    #[must_use]
    pub fn optional(mut self, word: String) -> Self {
        self.optional = Some(word);
        self.required = false;
        self
    }

    #[must_use]
    pub fn problem(mut self, problems: &Problems) -> Self {
        self.problem = problems.of(self.name).map(str::to_owned);
        self
    }

    #[must_use]
    pub fn attribute(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_stands_in_place_of_the_help_and_is_tied_to_its_input() {
        let mut problems = Problems::default();
        problems.add("title", "Please <fill> this in.".to_owned());
        let field = Field::new("title", "Title".to_owned()).value("\"><b>").help("Guests see it.".to_owned());
        let html = field.problem(&problems).render().unwrap();
        assert!(
            html.contains(r#"aria-invalid="true""#) && html.contains(r#"aria-describedby="title-error""#),
            "{html}"
        );
        assert!(html.contains("&#60;fill&#62;") && !html.contains("Guests see it") && !html.contains("<b>"), "{html}");
    }

    #[test]
    fn help_is_tied_to_its_input() {
        let html = Field::new("title", "Title".to_owned()).help("Guests see it.".to_owned()).render().unwrap();
        assert!(html.contains(r#"aria-describedby="title-help""#) && !html.contains("aria-invalid"), "{html}");
    }
}
