//! What the pages of the first door show.

use serde::{Deserialize, Serialize};

use super::catalog::Recommended;
use super::lesson::LessonState;
use super::progress::{CourseProgress, StepRef};
use super::question::{AnswerAttempt, GivenAnswer};
use super::simulator::SimulatorView;
use super::start_line::Goal;

use super::task::{HelpView, StuckView, TaskView, Term};
use crate::ids::{CourseId, LessonId, RolePageId, ScenarioId};
use crate::locale::Locale;
use crate::pages::{Picture, Source};

/// A course in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseCard {
    pub id: CourseId,
    pub title: String,
    pub summary: String,
    pub picture: Picture,
    /// From 1, first steps, to 3.
    pub level: i64,
    /// What the start-line check offers it for.
    pub goal: Option<Goal>,
    pub topics: Vec<String>,
    pub audience: Vec<RolePageId>,
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
    pub state: LessonState,
    /// Steps that count and have come since the visitor began, by title, until they are done.
    pub new_steps: Vec<(String, StepRef)>,
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
    pub text: StepText,
    /// Frivillig fordybelse: it may be skipped and is never asked for.
    pub deepening: bool,
    /// Words of the text that the glossary explains.
    pub terms: Vec<Term>,
    /// The step's number in its lesson, from 1.
    pub step_number: i64,
    pub steps: i64,
    pub task: Option<TaskView>,
    /// The visitor's latest answer, where the task is a question.
    pub given: Option<GivenAnswer>,
    /// An answer since then that could not be graded.
    pub attempt: Option<AnswerAttempt>,
    pub help: HelpView,
    /// What is offered after many wrong answers.
    pub stuck: Option<StuckView>,
    pub previous: Option<StepRef>,
    /// Where "Videre" leads; `None` on the last step, after which comes the finished page.
    pub next: Option<StepRef>,
    pub locale: Locale,
}

/// Which of a step's two texts a visitor wants to read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reading {
    #[default]
    Ordinary,
    /// The easy-read twin, where there is one.
    Easy,
}

impl Reading {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Ordinary, Self::Easy];

    /// The word in addresses, behind `tekst=`.
    pub fn in_address(self) -> &'static str {
        match self {
            Self::Ordinary => "almindelig",
            Self::Easy => "let",
        }
    }

    /// The text of a word in an address.
    pub fn from_address(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reading| reading.in_address() == text)
    }
}

/// A step's text in the way the visitor wants to read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepText {
    /// The only text there is.
    Only(String),
    /// As it is for everybody; there is an easy-read twin.
    Ordinary(String),
    /// The easy-read twin.
    Easy(String),
}

impl StepText {
    /// HTML made by us from checked Markdown.
    pub fn html(&self) -> &str {
        match self {
            Self::Only(html) | Self::Ordinary(html) | Self::Easy(html) => html,
        }
    }
}

/// An exercise by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExercisePage {
    pub id: ScenarioId,
    pub simulator: SimulatorView,
}

/// The page at the end of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedPage {
    pub course: CourseId,
    pub title: String,
    pub outcomes: Vec<String>,
    pub progress: CourseProgress,
    pub lessons: Vec<FinishedLesson>,
    /// What to do next.
    pub recommended: Vec<Recommended>,
    pub locale: Locale,
}

/// A lesson at the end of a course: "Klar" or "Øv mere", never a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedLesson {
    pub title: String,
    pub first: StepRef,
    pub state: LessonState,
}
