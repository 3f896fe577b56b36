//! Questions as they are asked, without their key, and answers as they are shown again.

use serde::{Deserialize, Serialize};

use super::InvalidAnswer;
use super::choice::{Area, ChoiceKind};
use super::placing::PlacingKind;
use crate::ids::OptionId;
use crate::pages::Picture;

/// A question as it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    pub prompt: String,
    pub answer: AnswerView,
}

/// How one answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerView {
    Choice {
        kind: ChoiceKind,
        options: Vec<OptionView>,
        picture: Option<Picture>,
    },
    Placing {
        kind: PlacingKind,
        items: Vec<ItemView>,
        targets: Vec<ItemView>,
    },
    Text,
    Number {
        unit: Option<String>,
    },
}

/// A possible answer as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionView {
    pub id: OptionId,
    pub text: String,
    pub area: Option<Area>,
}

/// A thing to place, or a place for things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    pub id: OptionId,
    pub text: String,
}

impl ItemView {
    pub(super) fn new(id: &OptionId, text: &str) -> Self {
        Self {
            id: id.clone(),
            text: text.to_owned(),
        }
    }
}

/// The visitor's latest answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenAnswer {
    /// As the form sent it.
    pub given: Vec<String>,
    pub correct: bool,
    /// All that was chosen is right, but something right was left out.
    pub incomplete: bool,
    pub feedback: Vec<Feedback>,
}

/// An answer that could not be graded: what was filled in, so that it need not be typed again, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerAttempt {
    pub given: Vec<String>,
    pub problem: AnswerProblem,
}

/// What people can mend in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerProblem {
    Missing,
    NotANumber,
    TooMany,
    TooLong,
}

impl TryFrom<InvalidAnswer> for AnswerProblem {
    /// The answer was not made with the question's own form.
    type Error = InvalidAnswer;

    fn try_from(invalid: InvalidAnswer) -> Result<Self, InvalidAnswer> {
        match invalid {
            InvalidAnswer::Missing => Ok(Self::Missing),
            InvalidAnswer::NotANumber => Ok(Self::NotANumber),
            InvalidAnswer::TooMany => Ok(Self::TooMany),
            InvalidAnswer::TooLong => Ok(Self::TooLong),
            InvalidAnswer::Unknown => Err(invalid),
        }
    }
}

/// Feedback on a part of an answer, or on the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// The option or item it is about; `None` for the whole answer.
    pub part: Option<OptionId>,
    pub correct: bool,
    /// Empty where the sign alone says it.
    pub text: String,
}
