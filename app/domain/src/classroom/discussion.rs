//! A question that a class answers together, before it talks about it. It is not graded, and nobody's answer is shown.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::views::ClassRow;
use crate::cpr::has_cpr;
use crate::ids::{ClassId, CourseId, DiscussionId};
use crate::white_space::fold_white_space;

/// How many answers there are to choose from.
const ANSWERS: std::ops::RangeInclusive<usize> = 2..=6;
/// The longest question, in characters.
const LONGEST_QUESTION: usize = 300;
/// The longest answer, in characters.
const LONGEST_ANSWER: usize = 150;

/// A question with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscussionQuestion {
    question: String,
    answers: Vec<String>,
}

/// Why a question was not put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiscussionProblem {
    #[error("the question has 1 to {LONGEST_QUESTION} characters, and no CPR number")]
    Question,
    #[error("there are 2 to 6 answers of {LONGEST_ANSWER} characters at most, without CPR numbers")]
    Answers,
}

/// What was typed, so that it can be shown again: an answer a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscussionForm {
    pub question: String,
    pub answers: String,
}

/// A question, as it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscussionView {
    pub id: DiscussionId,
    pub question: String,
    pub answers: Vec<String>,
    /// How many have given each answer. Pupils are told once it is closed, so that nobody follows the others.
    pub counts: Option<Vec<i64>>,
    pub is_open: bool,
}

/// The question of a class, as its teacher sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscussionPage {
    pub class: ClassRow,
    pub current: Option<DiscussionView>,
    pub form: DiscussionForm,
    pub problems: Vec<DiscussionProblem>,
    /// The courses, whose questions may be put.
    pub courses: Vec<(CourseId, String)>,
    /// The questions of the chosen one.
    pub questions: Vec<DiscussionForm>,
}

/// The question of a class, as a pupil sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PupilDiscussionPage {
    pub class: Option<ClassId>,
    pub current: Option<DiscussionView>,
    /// The place of the own answer, from 0.
    pub own: Option<i64>,
}

impl DiscussionForm {
    /// Reads what was typed, or tells every fault.
    pub fn read(&self) -> Result<DiscussionQuestion, Vec<DiscussionProblem>> {
        let question = fold_white_space(&self.question);
        let answers: Vec<_> = self
            .answers
            .lines()
            .map(fold_white_space)
            .filter(|answer| !answer.is_empty())
            .collect();
        let fits = |text: &str, longest| (1..=longest).contains(&text.chars().count()) && !has_cpr(text);
        let question_fits = fits(&question, LONGEST_QUESTION);
        let answers_fit =
            ANSWERS.contains(&answers.len()) && answers.iter().all(|answer| fits(answer, LONGEST_ANSWER));
        if question_fits && answers_fit {
            return Ok(DiscussionQuestion { question, answers });
        }
        let problems = [
            (!question_fits).then_some(DiscussionProblem::Question),
            (!answers_fit).then_some(DiscussionProblem::Answers),
        ];
        Err(problems.into_iter().flatten().collect())
    }
}

impl DiscussionQuestion {
    pub fn question(&self) -> &str {
        &self.question
    }

    pub fn answers(&self) -> &[String] {
        &self.answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(question: &str, answers: &str) -> DiscussionForm {
        DiscussionForm {
            question: question.to_owned(),
            answers: answers.to_owned(),
        }
    }

    #[test]
    fn a_question_has_two_to_six_answers() {
        let read = form(" Hvad  ville du gøre? ", "Svare\r\n\n Slette \n")
            .read()
            .unwrap();
        assert_eq!(
            (read.question(), read.answers().len()),
            ("Hvad ville du gøre?", 2)
        );
        for (question, answers, problem) in [
            ("", "a\nb", DiscussionProblem::Question),
            ("010203-1234?", "a\nb", DiscussionProblem::Question),
            ("Hvad?", "a", DiscussionProblem::Answers),
            ("Hvad?", "a\nb\nc\nd\ne\nf\ng", DiscussionProblem::Answers),
            ("Hvad?", "a\n010203-1234", DiscussionProblem::Answers),
        ] {
            assert_eq!(
                form(question, answers).read(),
                Err(vec![problem]),
                "{question} {answers}"
            );
        }
        let both = [DiscussionProblem::Question, DiscussionProblem::Answers];
        assert_eq!(form("", "").read(), Err(both.to_vec()));
    }
}
