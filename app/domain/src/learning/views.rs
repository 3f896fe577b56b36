//! What the pages of the first door show.

use serde::{Deserialize, Serialize};

use super::progress::{CourseProgress, StepRef};
use super::question::QuestionKind;
use crate::ids::{CourseId, LessonId, OptionId};
use crate::locale::Locale;
use crate::pages::{Picture, Source};

/// A course in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseCard {
    pub id: CourseId,
    pub title: String,
    pub summary: String,
    pub picture: Picture,
    pub minutes: i64,
    pub lessons: i64,
    pub progress: CourseProgress,
    pub locale: Locale,
}

/// A course's own page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoursePage {
    pub card: CourseCard,
    pub html: String,
    pub outcomes: Vec<String>,
    pub lessons: Vec<LessonCard>,
    pub owner: String,
    pub authors: Vec<String>,
    /// As people write it: "21. november 2026".
    pub revised: String,
    pub sources: Vec<Source>,
}

/// A lesson in a course's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonCard {
    pub id: LessonId,
    pub title: String,
    pub summary: String,
    pub minutes: i64,
    pub first: StepRef,
    pub done: i64,
    pub total: i64,
}

/// One step of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepPage {
    pub course: CourseId,
    pub course_title: String,
    pub lesson_title: String,
    /// The lesson's number in the course, from 1.
    pub lesson_number: i64,
    pub lessons: i64,
    pub here: StepRef,
    pub title: String,
    pub html: String,
    /// The step's number in its lesson, from 1.
    pub step_number: i64,
    pub steps: i64,
    pub question: Option<QuestionView>,
    pub given: Option<GivenAnswer>,
    pub previous: Option<StepRef>,
    /// Where "Videre" leads; `None` on the last step, after which comes the finished page.
    pub next: Option<StepRef>,
    pub locale: Locale,
}

/// A question as it is asked: without its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    pub kind: QuestionKind,
    pub prompt: String,
    pub hint: Option<String>,
    pub options: Vec<OptionView>,
}

/// A possible answer as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionView {
    pub id: OptionId,
    pub text: String,
}

/// The visitor's latest answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenAnswer {
    pub chosen: Vec<OptionId>,
    pub correct: bool,
    /// All that was chosen is right, but something right was left out.
    pub incomplete: bool,
    pub feedback: Vec<OptionFeedback>,
}

/// Feedback on one chosen option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionFeedback {
    pub option: OptionId,
    pub correct: bool,
    pub text: String,
}

/// The page at the end of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedPage {
    pub course: CourseId,
    pub title: String,
    pub outcomes: Vec<String>,
    pub progress: CourseProgress,
    pub lessons: Vec<FinishedLesson>,
    pub locale: Locale,
}

/// A lesson at the end of a course: "Klar" or "Øv mere", never a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedLesson {
    pub title: String,
    pub first: StepRef,
    /// Every question of the lesson has been answered right in the end.
    pub ready: bool,
}
