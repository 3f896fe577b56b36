//! Questions with their answer keys, and grading.
//!
//! [`Question`] holds the key and is neither `Serialize` nor part of any view, so it cannot cross the wire by accident.
//! What the browser gets is a [`QuestionView`](super::QuestionView).

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::views::{OptionFeedback, OptionView, QuestionView};
use crate::ids::OptionId;

/// How many options may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// Exactly one.
    Single,
    /// One or more.
    Multiple,
}

/// A question with its answer key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub kind: QuestionKind,
    pub prompt: String,
    pub hint: Option<String>,
    pub options: Vec<AnswerOption>,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerOption {
    pub id: OptionId,
    pub text: String,
    pub correct: bool,
    pub feedback: String,
}

/// An answer that cannot be graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum InvalidAnswer {
    #[error("nothing was chosen")]
    Nothing,
    #[error("more than one option was chosen where one is asked for")]
    TooMany,
    #[error("an option was chosen that the question does not have")]
    UnknownOption,
}

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// Every right option and no wrong one was chosen.
    pub correct: bool,
    /// Feedback on each chosen option, in the question's order.
    pub feedback: Vec<OptionFeedback>,
    /// All that was chosen is right, but something right was left out.
    pub incomplete: bool,
}

/// Grades an answer. Choosing an option twice is the same as choosing it once.
pub fn grade(question: &Question, chosen: &[OptionId]) -> Result<Graded, InvalidAnswer> {
    if chosen.is_empty() {
        return Err(InvalidAnswer::Nothing);
    }
    if chosen
        .iter()
        .any(|id| question.options.iter().all(|option| option.id != *id))
    {
        return Err(InvalidAnswer::UnknownOption);
    }
    let picked: Vec<_> = question
        .options
        .iter()
        .filter(|option| chosen.contains(&option.id))
        .collect();
    if question.kind == QuestionKind::Single && picked.len() > 1 {
        return Err(InvalidAnswer::TooMany);
    }
    let none_wrong = picked.iter().all(|option| option.correct);
    let all_right = question
        .options
        .iter()
        .filter(|option| option.correct)
        .all(|option| chosen.contains(&option.id));
    Ok(Graded {
        correct: none_wrong && all_right,
        incomplete: none_wrong && !all_right,
        feedback: picked
            .into_iter()
            .map(|option| OptionFeedback {
                option: option.id.clone(),
                correct: option.correct,
                text: option.feedback.clone(),
            })
            .collect(),
    })
}

impl Question {
    /// The question without its key.
    pub fn view(&self) -> QuestionView {
        QuestionView {
            kind: self.kind,
            prompt: self.prompt.clone(),
            hint: self.hint.clone(),
            options: self
                .options
                .iter()
                .map(|option| OptionView {
                    id: option.id.clone(),
                    text: option.text.clone(),
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn question(kind: QuestionKind, key: &[bool]) -> Question {
        Question {
            kind,
            prompt: "?".into(),
            hint: None,
            options: key
                .iter()
                .enumerate()
                .map(|(number, &correct)| AnswerOption {
                    id: id(number),
                    text: format!("option {number}"),
                    correct,
                    feedback: format!("because {number}"),
                })
                .collect(),
        }
    }

    fn id(number: usize) -> OptionId {
        OptionId::parse(&format!("o{number}")).unwrap()
    }

    #[test]
    fn single_choice_takes_exactly_one() {
        let question = question(QuestionKind::Single, &[false, true, false]);
        assert!(grade(&question, &[id(1)]).unwrap().correct);
        assert!(!grade(&question, &[id(0)]).unwrap().correct);
        assert_eq!(grade(&question, &[]), Err(InvalidAnswer::Nothing));
        assert_eq!(grade(&question, &[id(0), id(1)]), Err(InvalidAnswer::TooMany));
        assert_eq!(grade(&question, &[id(7)]), Err(InvalidAnswer::UnknownOption));
        assert!(grade(&question, &[id(1), id(1)]).unwrap().correct);
    }

    #[test]
    fn leaving_something_right_out_is_told_apart_from_choosing_something_wrong() {
        let question = question(QuestionKind::Multiple, &[true, true, false]);
        let some = grade(&question, &[id(0)]).unwrap();
        assert!(!some.correct && some.incomplete);
        let mixed = grade(&question, &[id(0), id(2)]).unwrap();
        assert!(!mixed.correct && !mixed.incomplete);
    }

    #[test]
    fn the_view_has_no_key() {
        let question = question(QuestionKind::Single, &[true, false]);
        let json = serde_json::to_string(&question.view()).unwrap();
        assert!(!json.contains("correct") && !json.contains("because"), "{json}");
    }

    proptest! {
        /// An answer is right exactly when the set of chosen options is the set of right ones.
        #[test]
        fn right_is_the_set_of_right_options(
            options in prop::collection::vec((any::<bool>(), any::<bool>()), 1..8)
        ) {
            let key: Vec<_> = options.iter().map(|(correct, _)| *correct).collect();
            let chosen: Vec<_> =
                options.iter().enumerate().filter(|(_, (_, chosen))| *chosen).map(|(number, _)| id(number)).collect();
            let graded = grade(&question(QuestionKind::Multiple, &key), &chosen);
            if chosen.is_empty() {
                prop_assert_eq!(graded, Err(InvalidAnswer::Nothing));
            } else {
                prop_assert_eq!(graded.unwrap().correct, options.iter().all(|(correct, chosen)| correct == chosen));
            }
        }
    }
}
