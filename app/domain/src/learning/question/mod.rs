//! Questions with their answer keys, and grading.
//!
//! [`Question`] holds the key and is neither `Serialize` nor part of any view, so it cannot cross the wire by accident.
//! What the browser gets is a [`QuestionView`](super::QuestionView).
//!
//! An answer is a list of texts, as a form sends it: ids of chosen options, "item:target" for what was put in its place, or
//! what was typed. So all kinds are stored, merged and shown again in the same way.

mod choice;
mod mixed;
mod number;
mod placing;
mod spelling;
mod view;
mod written;

pub use choice::{AnswerOption, Area, Choice, ChoiceKind};
pub use mixed::mixed;
pub use number::Number;
pub use placing::{Item, Placing, PlacingKind, Target, Verdict};
pub(crate) use spelling::is_nearly;
pub use spelling::normalised;
pub use view::{
    AnswerAttempt, AnswerProblem, AnswerView, Feedback, GivenAnswer, ItemView, OptionView, QuestionView,
};
pub use written::{KnownMistake, NumberKey, Spelling, TextKey, WrittenFeedback};

use thiserror::Error;

/// A question with its answer key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub prompt: String,
    /// Given one by one, from a nudge to nearly the answer.
    pub hints: Vec<String>,
    /// How to find the answer, offered when the hints are used up.
    pub show_how: Option<String>,
    pub key: AnswerKey,
}

/// What is right, by how one answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerKey {
    /// Options are chosen from a list or on a picture.
    Choice(Choice),
    /// Things are put in order, matched or sorted.
    Placing(Placing),
    /// A word or two are typed.
    Text(TextKey),
    /// A number is typed.
    Number(NumberKey),
}

/// An answer that cannot be graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum InvalidAnswer {
    #[error("nothing was answered, or not everything")]
    Missing,
    #[error("what was typed is not a number")]
    NotANumber,
    #[error("more than one option was chosen where one is asked for")]
    TooMany,
    #[error("something was chosen that the question does not have")]
    Unknown,
    #[error("the answer is longer than {MAX_WRITTEN} letters")]
    TooLong,
}

/// The longest answer that may be typed, in letters. No question asks for more than a few words.
pub const MAX_WRITTEN: usize = 200;

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    pub correct: bool,
    /// All that was chosen is right, but something right was left out.
    pub incomplete: bool,
    /// On each part of the answer, in the question's order, or on the answer as a whole.
    pub feedback: Vec<Feedback>,
}

impl Graded {
    /// An answer of one piece, which is right or wrong as a whole.
    fn whole(correct: bool, feedback: &str) -> Self {
        Self {
            correct,
            incomplete: false,
            feedback: vec![Feedback {
                part: None,
                correct,
                text: feedback.to_owned(),
            }],
        }
    }
}

impl Question {
    /// Grades an answer as a form sends it.
    pub fn grade(&self, given: &[String]) -> Result<Graded, InvalidAnswer> {
        match &self.key {
            AnswerKey::Choice(choice) => choice.grade(given),
            AnswerKey::Placing(placing) => placing.grade(given),
            AnswerKey::Text(key) => key.grade(given),
            AnswerKey::Number(key) => key.grade(given),
        }
    }

    /// The question without its key and its hints.
    pub fn view(&self) -> QuestionView {
        QuestionView {
            prompt: self.prompt.clone(),
            answer: match &self.key {
                AnswerKey::Choice(choice) => choice.view(),
                AnswerKey::Placing(placing) => placing.view(),
                AnswerKey::Text(_) => AnswerView::Text,
                AnswerKey::Number(key) => AnswerView::Number {
                    unit: key.unit.clone(),
                },
            },
        }
    }

    /// How much help there is: every hint, and being shown how.
    pub fn help_steps(&self) -> usize {
        self.hints.len() + usize::from(self.show_how.is_some())
    }

    /// Applies a change to every text, such as filling in the municipality's telephone number.
    pub fn map_texts(&mut self, change: impl Fn(&mut String)) {
        change(&mut self.prompt);
        self.hints.iter_mut().for_each(&change);
        self.show_how.iter_mut().for_each(&change);
        match &mut self.key {
            AnswerKey::Choice(choice) => choice.texts().for_each(&change),
            AnswerKey::Placing(placing) => placing.texts().for_each(&change),
            AnswerKey::Text(key) => key.feedback.texts().for_each(&change),
            AnswerKey::Number(key) => key.feedback.texts().for_each(&change),
        }
    }
}

/// The one text of an answer that is typed.
fn typed(given: &[String]) -> Result<&str, InvalidAnswer> {
    typed_text(given.first().map_or("", String::as_str))
}

/// A text that was typed, without the space around it.
pub(super) fn typed_text(text: &str) -> Result<&str, InvalidAnswer> {
    let text = text.trim();
    if text.is_empty() {
        return Err(InvalidAnswer::Missing);
    }
    if text.chars().count() > MAX_WRITTEN {
        return Err(InvalidAnswer::TooLong);
    }
    Ok(text)
}
