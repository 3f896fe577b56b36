//! What a sitting of Genopfrisk shows.

use serde::{Deserialize, Serialize};

use super::progress::StepRef;
use super::question::{AnswerAttempt, GivenAnswer, QuestionView};
use crate::ids::{CourseId, StepId};
use crate::locale::Locale;

/// A sitting, as far as the visitor has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPage {
    /// How many items are due, those of later sittings too.
    pub due: i64,
    /// How many have been answered in this sitting.
    pub answered: i64,
    /// What came of the latest answer.
    pub last: Option<ReviewFeedback>,
    /// `None` when nothing is due, or the sitting is over.
    pub question: Option<ReviewQuestion>,
}

/// A question that has come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewQuestion {
    pub course: CourseId,
    pub course_title: String,
    pub here: StepRef,
    pub question: QuestionView,
    pub attempt: Option<AnswerAttempt>,
    pub locale: Locale,
}

/// The latest answer, as it is shown above the next question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewFeedback {
    pub course: CourseId,
    /// Where one can read it again.
    pub here: StepRef,
    pub prompt: String,
    pub given: GivenAnswer,
}

/// An answer that has been given, as the session keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewSeen {
    pub course: CourseId,
    pub step: StepId,
    pub given: Vec<String>,
}
