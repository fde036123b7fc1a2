//! What guests are asked at the door: at most five questions. An empty line is no question.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use super::room::{InRoom, RoomHead};
use crate::domain::question::{Kind, MOST, Question, QuestionProblem};
use crate::moderation::{Moderation, RoomChange};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::{WebError, Words, refusal, respond};

/// Five lines, always all of them: the first value of each field belongs to the first line.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionsForm {
    #[serde(default)]
    text: Vec<String>,
    #[serde(default)]
    kind: Vec<Kind>,
    /// Separated by commas.
    #[serde(default)]
    choices: Vec<String>,
    /// The numbers of the lines that must be answered, from 1.
    #[serde(default)]
    required: Vec<usize>,
}

#[derive(Deserialize)]
pub struct Saved {
    saved: Option<String>,
}

#[derive(Template)]
#[template(path = "host/room_questions.html")]
struct QuestionsPage {
    words: Words,
    frame: Frame,
    head: RoomHead,
    saved: bool,
    lines: Vec<Line>,
}

struct Line {
    number: usize,
    text: String,
    kinds: Vec<(&'static str, String, bool)>,
    choices: String,
    required: bool,
    problem: Option<String>,
}

impl QuestionsPage {
    fn new(at: &InRoom, words: Words, form: &QuestionsForm, problem: Option<(usize, QuestionProblem)>) -> Self {
        let line = |at: usize| {
            let chosen = form.kind.get(at).copied().unwrap_or(Kind::Text);
            let kind = |kind: Kind| {
                let key = format!("question-kind-{}", kind.as_str().replace('_', "-"));
                (kind.as_str(), words.say(&key), kind == chosen)
            };
            Line {
                number: at + 1,
                text: form.text.get(at).cloned().unwrap_or_default(),
                kinds: Kind::ALL.into_iter().map(kind).collect(),
                choices: form.choices.get(at).cloned().unwrap_or_default(),
                required: form.required.contains(&(at + 1)),
                problem: problem.filter(|(line, _)| *line == at).map(|(_, problem)| sentence(words, problem)),
            }
        };
        Self {
            words,
            frame: Frame::new(&at.me, "rooms"),
            head: RoomHead::new(at, "questions"),
            saved: false,
            lines: (0..MOST).map(line).collect(),
        }
    }
}

fn sentence(words: Words, problem: QuestionProblem) -> String {
    match problem {
        QuestionProblem::Text(text) | QuestionProblem::Choice(text) => refusal::text_problem(words, text),
        QuestionProblem::ChoiceCount => words.say("question-choice-count"),
        QuestionProblem::ChoiceTwice => words.say("question-choice-twice"),
        QuestionProblem::ChoicesUnasked => words.say("question-choices-unasked"),
    }
}

impl From<&[Question]> for QuestionsForm {
    fn from(questions: &[Question]) -> Self {
        let numbered = questions.iter().zip(1..);
        Self {
            text: questions.iter().map(|question| question.text.clone()).collect(),
            kind: questions.iter().map(|question| question.kind).collect(),
            choices: questions.iter().map(|question| question.choices.join(", ")).collect(),
            required: numbered.filter(|(question, _)| question.required).map(|(_, number)| number).collect(),
        }
    }
}

impl QuestionsForm {
    /// The questions, or the line that is wrong and why.
    fn read(&self) -> Result<Vec<Question>, (usize, QuestionProblem)> {
        let mut questions = Vec::new();
        for (at, text) in self.text.iter().enumerate() {
            let choices = self.choices.get(at).map(String::as_str).unwrap_or_default();
            if text.trim().is_empty() && choices.trim().is_empty() {
                continue;
            }
            let choices = choices.split(',').map(str::trim).filter(|choice| !choice.is_empty());
            let question = Question {
                text: text.clone(),
                kind: self.kind.get(at).copied().unwrap_or(Kind::Text),
                choices: choices.map(str::to_owned).collect(),
                required: self.required.contains(&(at + 1)),
            };
            questions.push(question.checked().map_err(|problem| (at, problem))?);
        }
        Ok(questions)
    }
}

pub async fn show(at: InRoom, query: Query<Saved>, words: Words) -> Result<HttpResponse, WebError> {
    let page = QuestionsPage::new(&at, words, &QuestionsForm::from(&*at.room.settings.questions), None);
    respond::page(&QuestionsPage { saved: query.saved.is_some(), ..page })
}

pub async fn save(
    FormBy(at, form): FormBy<InRoom, QuestionsForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let questions = match form.read() {
        Ok(questions) => questions,
        Err(problem) => {
            let page = QuestionsPage::new(&at, words, &form, Some(problem));
            return respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let wish = RoomChange { questions: Some(questions), ..RoomChange::default() };
    let done = moderation.change_room(&at.me.actor, at.room.id, wish).await;
    done.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    Ok(respond::see_other(&format!("/host/rooms/{}/questions?saved=1", at.room.id)))
}
