//! What a room asks its guests at the door, and what they answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::{Label, Note, QuestionText, TextProblem};

/// At most so many questions in a room.
pub const MOST: usize = 5;
/// The names of the answers' fields, in the order of the questions.
pub const FIELDS: [&str; MOST] = ["answer_1", "answer_2", "answer_3", "answer_4", "answer_5"];
/// So many choices can a question have.
pub const CHOICES: std::ops::RangeInclusive<usize> = 2..=10;

/// One question. As JSON: `{"text": "…", "kind": "text" | "yes_no" | "choice", "choices": […], "required": bool}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    pub text: String,
    pub kind: Kind,
    /// What can be chosen; empty for the other kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    pub required: bool,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "QuestionKind")]
pub enum Kind {
    /// In a few words, as long as a note.
    Text,
    YesNo,
    Choice,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Text, Self::YesNo, Self::Choice];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
        }
    }
}

/// An answer beside its question as it was put then: a question may be changed later. A yes or no is `yes` or `no`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    pub question: String,
    pub kind: Kind,
    pub answer: String,
}

/// What is wrong with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionProblem {
    #[error("text {0}")]
    Text(TextProblem),
    #[error("choices {0}")]
    Choice(TextProblem),
    #[error("choices must be 2 to 10")]
    ChoiceCount,
    #[error("choices must all be different")]
    ChoiceTwice,
    #[error("choices are only for the kind choice")]
    ChoicesUnasked,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    #[error("{0}")]
    Text(#[from] TextProblem),
    #[error("is none of the choices")]
    NoChoice,
}

impl Question {
    /// A question as its host may put it, with every text trimmed.
    ///
    /// # Errors
    /// When a text is empty or too long, or there are too few, too many or equal choices.
    pub fn checked(self) -> Result<Self, QuestionProblem> {
        let text = QuestionText::parse(&self.text).map_err(QuestionProblem::Text)?.to_string();
        let mut choices: Vec<String> = Vec::with_capacity(self.choices.len());
        for choice in &self.choices {
            let choice = Label::parse(choice).map_err(QuestionProblem::Choice)?.to_string();
            if choices.contains(&choice) {
                return Err(QuestionProblem::ChoiceTwice);
            }
            choices.push(choice);
        }
        match self.kind {
            Kind::Choice if !CHOICES.contains(&choices.len()) => Err(QuestionProblem::ChoiceCount),
            Kind::Text | Kind::YesNo if !choices.is_empty() => Err(QuestionProblem::ChoicesUnasked),
            _ => Ok(Self { text, choices, ..self }),
        }
    }

    /// The answer to this question, or none where it may stay open and nothing was said.
    ///
    /// # Errors
    /// When an answer is missing, too long or none of those offered.
    pub fn answered(&self, given: Option<&str>) -> Result<Option<Answer>, AnswerProblem> {
        let given = Note::parse_optional(given.unwrap_or_default())?.map(|given| given.to_string());
        let Some(given) = given else {
            return if self.required { Err(TextProblem::Empty.into()) } else { Ok(None) };
        };
        let offered = match self.kind {
            Kind::Text => true,
            Kind::YesNo => matches!(given.as_str(), "yes" | "no"),
            Kind::Choice => self.choices.contains(&given),
        };
        let answer = || Answer { question: self.text.clone(), kind: self.kind, answer: given };
        if offered { Ok(Some(answer())) } else { Err(AnswerProblem::NoChoice) }
    }
}

/// The answers to all of a room's questions, in their order.
///
/// # Errors
/// The number of the question, from 0, and what is wrong with its answer. An answer too many is one of them.
pub fn answers(questions: &[Question], given: &[Option<String>]) -> Result<Vec<Answer>, (usize, AnswerProblem)> {
    if let Some(extra) = (questions.len()..given.len()).find(|extra| given[*extra].is_some()) {
        return Err((extra, AnswerProblem::NoChoice));
    }
    let mut answers = Vec::new();
    for (number, question) in questions.iter().enumerate() {
        let given = given.get(number).and_then(Option::as_deref);
        answers.extend(question.answered(given).map_err(|problem| (number, problem))?);
    }
    Ok(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: Kind, choices: &[&str], required: bool) -> Question {
        let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
        Question { text: " Which plan? ".to_owned(), kind, choices, required }
    }

    #[test]
    fn a_question_says_what_is_wrong_with_it() {
        let right = question(Kind::Choice, &[" A ", "B"], true).checked().unwrap();
        assert_eq!((right.text.as_str(), right.choices), ("Which plan?", vec!["A".to_owned(), "B".to_owned()]));
        let wrong = |kind, choices: &[&str]| question(kind, choices, false).checked().unwrap_err();
        assert_eq!(wrong(Kind::Choice, &["A"]), QuestionProblem::ChoiceCount);
        assert_eq!(wrong(Kind::Choice, &["x"; 11]), QuestionProblem::ChoiceTwice);
        assert_eq!(wrong(Kind::Choice, &["A", "A "]), QuestionProblem::ChoiceTwice);
        assert_eq!(wrong(Kind::Choice, &["A", " "]), QuestionProblem::Choice(TextProblem::Empty));
        assert_eq!(wrong(Kind::YesNo, &["A", "B"]), QuestionProblem::ChoicesUnasked);
        let long = Question { text: "x".repeat(121), ..question(Kind::Text, &[], false) };
        assert_eq!(long.checked(), Err(QuestionProblem::Text(TextProblem::TooLong { limit: 120 })));
    }

    #[test]
    fn only_what_was_offered_is_an_answer() {
        let all = [
            question(Kind::Text, &[], true),
            question(Kind::YesNo, &[], false),
            question(Kind::Choice, &["A", "B"], true),
        ];
        let given = |answers: [Option<&str>; 3]| answers.map(|answer| answer.map(str::to_owned));
        let read = answers(&all, &given([Some(" me "), None, Some("B")])).unwrap();
        let said: Vec<&str> = read.iter().map(|answer| answer.answer.as_str()).collect();
        assert_eq!(said, ["me", "B"]);
        for (wrong, number) in [
            (given([Some(""), None, Some("B")]), 0),
            (given([Some("me"), Some("maybe"), Some("B")]), 1),
            (given([Some("me"), None, Some("C")]), 2),
            (given([Some("me"), None, None]), 2),
        ] {
            assert_eq!(answers(&all, &wrong).unwrap_err().0, number);
        }
        assert_eq!(answers(&[], &[Some("x".to_owned())]).unwrap_err().0, 0);
        let long = [Some("x".repeat(141)), None, Some("A".to_owned())];
        let problem = AnswerProblem::Text(TextProblem::TooLong { limit: 140 });
        assert_eq!(answers(&all, &long), Err((0, problem)));
    }
}
